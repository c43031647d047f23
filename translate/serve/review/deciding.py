"""What a reviewer sends comes in and is checked; decisions go to the desk, all of a request or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Any

from translate.data import Decision, Passage, Ruling, Severity
from translate.errors import BitexteError, UsageError
from translate.formats.xmltext import FORBIDDEN
from translate.records import dataclass
from translate.serve.review.desk import Desk
from translate.serve.review.entry import Entry
from translate.serve.review.marks import Part, find_faults, parse_marked, parts_of, parts_of_value, passage_of

DISMISS = "dismiss"
"""A verdict that leaves what stands, and only says which issues are none."""


class ConflictError(BitexteError):
    """Units have changed since the reviewer saw them. `units` has them, each with the text that was sent."""

    def __init__(self, units: Sequence[tuple[Entry, list[Part]]]) -> None:
        super().__init__("The unit was changed meanwhile, in another window or by another person.")
        self.units = tuple(units)


class CodesError(BitexteError):
    """Targets do not have the codes of their sources. `faults` has what is wrong, by unit."""

    def __init__(self, faults: Sequence[dict[str, Any]]) -> None:
        super().__init__("The codes of the target are not those of the source, each once and in pairs.")
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Wish:
    """A decision as it is asked for. `parts` is the text of an edit; `seen` None means whatever stands."""

    id: int
    verdict: str
    seen: str | None = None
    parts: tuple[Part, ...] | None = None
    plain: str | None = None
    dismissed: tuple[str, ...] | None = None
    comment: str | None = field(default=None)


def wish_of(value: object) -> Wish:
    """Return the wish that a value of JSON describes.

    :raises UsageError: where it is none.
    """
    if not isinstance(value, dict) or type(value.get("id")) is not int:
        raise UsageError("a decision is an object with the number of its unit, 'id'.")
    verdict = value.get("verdict")
    known = (*map(str, Ruling), DISMISS)
    if verdict not in known:
        raise UsageError(f"unknown verdict {verdict!r:.40}. Known: {', '.join(known)}.")
    dismissed = value.get("dismissed")
    if dismissed is not None and not (isinstance(dismissed, list) and all(isinstance(one, str) for one in dismissed)):
        raise UsageError("'dismissed' is a list of names of checks.")
    texts = {key: value.get(key) for key in ("seen", "plain", "comment")}
    for key, text in texts.items():
        if text is not None and not isinstance(text, str):
            raise UsageError(f"'{key}' is no text.")
    try:
        parts = None if value.get("parts") is None else tuple(parts_of_value(value["parts"]))
    except ValueError as exc:
        raise UsageError(f"{exc}.") from exc
    return Wish(value["id"], verdict, parts=parts, dismissed=None if dismissed is None else tuple(dismissed), **texts)


def decide(desk: Desk, wishes: Sequence[Wish], group: str = "") -> list[tuple[int, Decision]]:
    """Save what a reviewer wishes; return the decisions, each with the number of its unit.

    :raises UsageError: for a unit that is not there, or an empty text.
    :raises ConflictError: where a unit is not as the reviewer saw it; nothing is saved then.
    :raises CodesError: where a target lacks codes, or has too many; nothing is saved then.
    """
    desk.catch_up()
    conflicts: list[tuple[Entry, list[Part]]] = []
    faults: list[dict[str, Any]] = []
    made: list[tuple[int, Decision]] = []
    for wish in wishes:
        entry = desk.entry(wish.id)
        if entry is None:
            raise UsageError(f"there is no unit {wish.id}.")
        parts = _parts(wish, entry)
        if wish.seen is not None and wish.seen != entry.seen:
            conflicts.append((entry, parts))
            continue
        if wish.verdict in (Ruling.ACCEPT, Ruling.EDIT):
            found = find_faults(parts, entry.source)
            if found:
                named = {key: list(getattr(found, key)) for key in ("missing", "doubled", "foreign", "order")}
                faults.append({"id": entry.id, **named})
                continue
        made.append((entry.id, decision_of(desk, entry, wish, group)))
    if conflicts:
        raise ConflictError(conflicts)
    if faults:
        raise CodesError(faults)
    desk.save(made)
    return [(number, desk.latest[number]) for number, _ in made]


def _parts(wish: Wish, entry: Entry) -> list[Part]:
    """Return the text of an edit, or else the one that stands."""
    if wish.verdict == Ruling.EDIT:
        if wish.parts is not None:
            return [part if isinstance(part, int) else _holdable(part, entry) for part in wish.parts]
        if wish.plain is not None:
            return parse_marked(_holdable(wish.plain, entry), entry.source)
        raise UsageError("an edit needs its text: 'parts' or 'plain'.")
    shown = entry.machine if entry.ruling is Ruling.REJECT or wish.verdict == Ruling.REOPEN else entry.target
    return parts_of(entry.source, shown)


def _holdable(text: str, entry: Entry) -> str:
    """Return a text without the characters that no document can hold, but for those that this one holds already."""
    own = entry.source.text + entry.machine.text
    return FORBIDDEN.sub(lambda match: match[0] if match[0] in own else "", text)


def decision_of(desk: Desk, entry: Entry, wish: Wish, group: str) -> Decision:
    """Return the decision that a wish makes, whose codes are right; it is not saved yet.

    :raises UsageError: for an empty text.
    """
    parts = _parts(wish, entry)
    comment = wish.comment if wish.comment is not None else entry.decision.comment if entry.decision else ""
    dismissed = wish.dismissed if wish.dismissed is not None else entry.dismissed
    own = {"dismissed": dismissed, "comment": comment, "group": group}
    if wish.verdict == DISMISS:
        standing = entry.decision.ruling if entry.decision else Ruling.REOPEN
        return desk.decision_on(entry, standing, entry.target, **own)  # type: ignore[arg-type]
    ruling = Ruling(wish.verdict)
    if ruling in (Ruling.REOPEN, Ruling.REJECT):
        target = Passage("") if ruling is Ruling.REJECT else entry.machine
        return desk.decision_on(entry, ruling, target, **own)  # type: ignore[arg-type]
    target = passage_of(parts, entry.source, entry.machine)
    if ruling is Ruling.EDIT and not target.text.strip() and entry.source.text.strip():
        raise UsageError("the text is empty; reject the unit if it should have none.")
    if ruling is Ruling.EDIT and list(parts) == parts_of(entry.source, entry.machine):
        ruling = Ruling.ACCEPT
    elif ruling is Ruling.ACCEPT and target != entry.machine:
        ruling = Ruling.EDIT  # what stands is an edited text already
    if ruling is Ruling.ACCEPT and wish.dismissed is None:
        seen = (issue.check for issue in entry.issues if issue.severity is not Severity.INFO)
        own["dismissed"] = (*dismissed, *seen)
    return desk.decision_on(entry, ruling, target, **own)  # type: ignore[arg-type]
