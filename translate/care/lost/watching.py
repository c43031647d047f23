"""Steps that are switched off, but whose findings are still told: they change nothing, and say what stays wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from translate.care.base import Change, Request, Revision, Step
from translate.care.codes.placing import Placing
from translate.data import Issue, Severity

_TOLD_AS: Mapping[str, str] = MappingProxyType({"names": "names", "rarities": "rare_words"})
"""By the steps that find what the checks of a pair of texts do not: the checks as which they tell it."""


class Watching(Step):
    """Tells what a step would change and what it finds, and changes nothing."""

    def __init__(self, step: Step, check: str) -> None:
        self._step, self._check = step, check

    def before(self, request: Request) -> Request:
        return request

    def after(self, revision: Revision) -> Iterator[Issue]:
        undone = []
        changes = list(revision.changes)
        for found in list(self._step.after(revision)):
            if isinstance(found, Issue):
                yield found
            elif differs(found, revision.text):
                undone.append(f"{revision.text[found.start : found.end]} ({found.text})")
        revision.changes[:] = changes  # some steps take those of others back
        if undone:
            message = f"Not corrected, because the step {self._step.name} is off: {'; '.join(undone)}."
            yield Issue(self._check, Severity.WARNING, message, float(len(undone)))


def differs(change: Change, text: str) -> bool:
    """Tell whether a change is of more than capitals and marks."""
    one, other = ("".join(filter(str.isalnum, said)).lower() for said in (text[change.start : change.end], change.text))
    return one != other


def iter_on(steps: Iterable[Step | None], without: Collection[str]) -> Iterator[Step]:
    """Yield the steps that there are: those that are off only where they tell something, and `placing` in any case."""
    for step in steps:
        if step and (step.name not in without or isinstance(step, Placing)):
            yield step
        elif step and step.name in _TOLD_AS:
            yield Watching(step, _TOLD_AS[step.name])
