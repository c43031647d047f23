"""A passage on its way through the careful engine, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from translate.care import repair
from translate.care.casing import Case
from translate.care.protection import Shielded
from translate.care.repair import Candidate
from translate.data import Hypothesis, Issue, Origin, Passage, Severity

_TOLD = ("terms", "dropped", "invented", "names")
"""What is said of a hypothesis here; what the judge says of it, the checks of the units say again."""


@dataclass(slots=True)
class Task:
    """A passage on its way. `text` is what the model gets first."""

    passage: Passage
    shielded: Shielded
    text: str
    case: Case
    first: Candidate | None = None
    best: Candidate | None = None
    tries: list[str] = field(default_factory=list)


def carry(passage: Passage) -> Hypothesis:
    """There is nothing to translate, or it is in the target language already: the passage is its own target."""
    return Hypothesis(passage.text, 0.0, codes=passage.codes, origin=Origin.CARRIED)


def finish(task: Task) -> Hypothesis:
    """Return the best that was made of a passage, with what is to be said of it; an error where there is nothing."""
    best = task.best
    if best is None or not best.restored.text.strip():
        message = "The engine gave no target."
        return Hypothesis("", best.draft.score if best else 0.0, (Issue("empty", Severity.ERROR, message),))
    issues = list(best.draft.issues)
    issues += [issue for issue in best.issues if issue.check in _TOLD]
    if best.by != repair.FIRST:
        first = task.first or replace(best, issues=())
        issues.append(repair.note(first, best))
    return Hypothesis(best.restored.text, best.draft.score, tuple(issues), best.restored.codes)
