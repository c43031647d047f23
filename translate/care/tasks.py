"""A request on its way through the careful engine, and what becomes of it."""

from __future__ import annotations

from dataclasses import field, replace

from translate.care import repair
from translate.care.base import Request
from translate.care.composing import iter_edits
from translate.care.repair import Candidate
from translate.data import Edit, Hypothesis, Issue, Origin, Severity, Stage
from translate.records import dataclass
from translate.text.words import has_letters

_TOLD = ("terms", "dropped", "invented", "names", "phrase", "rare_words", "opening")
"""What is said of a hypothesis here; what the judge says of it, the checks of the units say again."""


@dataclass(slots=True)
class Task:
    """A request on its way."""

    request: Request
    first: Candidate | None = None
    best: Candidate | None = None
    tries: list[str] = field(default_factory=list)
    standing: Request | None = None
    """The request with frequent words in place of rare ones, where that is the next try."""


def is_copied(request: Request) -> bool:
    """Tell whether a request has nothing to translate."""
    return bool(request.carried) or not request.shielded.is_worded or not has_letters(request.passage.text)


def carry(request: Request) -> Hypothesis:
    """There is nothing to translate, or it is in the target language already: the passage is its own target."""
    passage = request.passage
    edits = (Edit("copy", Stage.INSTEAD, 0, "", passage.text, request.carried),) if request.carried else ()
    return Hypothesis(passage.text, 0.0, codes=passage.codes, origin=Origin.CARRIED, edits=edits)


def finish(task: Task) -> Hypothesis:
    """Return the best that was made of a passage, with what is to be said of it; an error where there is nothing."""
    best = task.best
    if best is None or not best.restored.text.strip():
        message = "The engine gave no target."
        return Hypothesis("", best.draft.score if best else 0.0, (Issue("empty", Severity.ERROR, message),))
    issues = list(best.draft.issues)
    issues += [issue for issue in best.issues if issue.check in _TOLD]
    edits = list(iter_edits(best.revision))
    if task.request.known is not None:
        reason = next((issue.message for issue in best.draft.issues), "")
        edits.append(Edit("phrases", Stage.INSTEAD, 0, "", best.restored.text, reason))
    elif best.by != repair.FIRST:
        first = task.first or replace(best, issues=())
        note = repair.note(first, best)
        issues.append(note)
        old = task.first.restored.text if task.first else ""
        edits.append(Edit(best.by, Stage.INSTEAD, 0, old, best.restored.text, note.message))
    return Hypothesis(best.restored.text, best.draft.score, tuple(issues), best.restored.codes, edits=tuple(edits))
