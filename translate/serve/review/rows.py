"""What the page gets of a unit, as values of JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from translate.data import Decision, InlineCode, Issue, Origin, Passage, Ruling, State
from translate.serve.review.desk import Desk
from translate.serve.review.difference import difference_of
from translate.serve.review.entry import Entry
from translate.serve.review.history import History
from translate.serve.review.marks import marked_text, parts_of, value_of_parts

_QUOTED = re.compile("'([^']{1,200})'|«\\s?([^»]{1,200}?)\\s?»|\"([^\"]{1,200})\"|“([^”]{1,200})”")
_MOST_PLACES = 8
_CONTEXT = 2


def row_of_entry(entry: Entry, desk: Desk) -> dict[str, Any]:
    """Return a row of the list."""
    source, target = entry.source, entry.target
    document = desk.documents[entry.doc][1]
    return {
        "id": entry.id,
        "number": entry.number,
        "doc": entry.doc,
        "name": f"{document}#{entry.unit.name}",
        "source": parts_value(source, source),
        "target": parts_value(source, target),
        "source_plain": plain_of(source, source),
        "target_plain": plain_of(source, target),
        "score": entry.unit.score,
        "origin": _origin(entry),
        "state": _state(entry),
        "verdict": entry.ruling,
        "dirty": False,
        "refused": entry.ruling is Ruling.REJECT or (entry.ruling is None and entry.is_refused),
        "issues": [issue_value(issue, entry) for issue in entry.issues],
        "seen": entry.seen,
    }


def parts_value(source: Passage, target: Passage) -> list[str | dict[str, Any]]:
    return value_of_parts(parts_of(source, target), source, target)


def plain_of(source: Passage, target: Passage) -> str:
    """Return a target with marks for its codes."""
    return marked_text(parts_of(source, target), source, target)


def _origin(entry: Entry) -> Origin:
    if entry.ruling is not None:
        return Origin.HUMAN
    return Origin.MACHINE if entry.decision and entry.unit.origin is Origin.HUMAN else entry.unit.origin


def _state(entry: Entry) -> State:
    if entry.ruling is None:
        return State.DRAFT if entry.decision and entry.unit.origin is Origin.HUMAN else entry.unit.standing
    return State.UNTRANSLATED if entry.ruling is Ruling.REJECT else State.APPROVED


def issue_value(issue: Issue, entry: Entry) -> dict[str, Any]:
    return {
        "check": issue.check,
        "severity": issue.severity,
        "message": issue.message,
        "value": issue.value,
        "dismissed": issue.check in entry.dismissed,
        "places": list(_places(issue, entry)),
    }


def _places(issue: Issue, entry: Entry) -> Iterable[dict[str, Any]]:
    """Find what the message quotes in the two texts."""
    quoted = [next(filter(None, match.groups())) for match in _QUOTED.finditer(issue.message)]
    found: list[dict[str, Any]] = []
    for words in dict.fromkeys(quoted):
        for side, passage in (("target", entry.target), ("source", entry.source)):
            at = passage.text.find(words)
            if at >= 0 and len(found) < _MOST_PLACES:
                start, end = (shown_at(passage.codes, place) for place in (at, at + len(words)))
                found.append({"side": side, "start": start, "end": end})
    return found


def shown_at(codes: Sequence[InlineCode], place: int) -> int:
    """Return where a character of a text stands if each code counts as one."""
    hidden = sum(min(code.end, place) - code.start - 1 for code in codes if code.start < place)
    hidden -= sum(1 for code in codes if code.start == code.end == place)
    return max(0, place - hidden)


def unit_value(entry: Entry, desk: Desk) -> dict[str, Any]:
    """Return all there is to know of one unit."""
    source = entry.source
    return row_of_entry(entry, desk) | {
        "machine": parts_value(source, entry.machine),
        "machine_plain": plain_of(source, entry.machine),
        "context": _context(entry, desk),
        "edits": [
            {"step": one.step, "stage": one.stage, "start": one.start, "old": one.old, "new": one.new,
             "reason": one.reason}
            for one in entry.unit.edits
        ],
        "notes": [{"text": note.text, "author": note.author} for note in entry.unit.notes],
        "difference": difference_of(plain_of(source, entry.machine), plain_of(source, entry.target)),
        "history": history_value(desk.history(entry), source),
    }  # fmt: skip


def _context(entry: Entry, desk: Desk) -> dict[str, list[dict[str, Any]]]:
    first, count = desk.documents[entry.doc][2:]

    def light(numbers: Iterable[int]) -> list[dict[str, Any]]:
        entries = [desk.entry(number) for number in numbers if first <= number < first + count]
        return [
            {"id": one.id, "source_plain": plain_of(one.source, one.source),
             "target_plain": plain_of(one.source, one.target)}
            for one in entries if one
        ]  # fmt: skip

    here = entry.id
    return {"before": light(range(here - _CONTEXT, here)), "after": light(range(here + 1, here + 1 + _CONTEXT))}


def history_value(history: History, source: Passage) -> list[dict[str, Any]]:
    """Return the decisions on a unit, the newest first."""
    return [decision_value(one, source) | {"undone": history.is_undone(one)} for one in reversed(history.steps)]


def decision_value(decision: Decision, source: Passage) -> dict[str, Any]:
    return {
        "verdict": decision.ruling,
        "plain": plain_of(source, decision.target),
        "author": decision.author,
        "time": decision.time,
        "group": decision.group,
        "comment": decision.comment,
        "dismissed": list(decision.dismissed),
    }


def orphan_value(decision: Decision) -> dict[str, Any]:
    source = decision.source
    return {
        "name": decision.unit,
        "document": decision.document,
        "source_plain": plain_of(source, source),
        "plain": plain_of(source, decision.target),
        "verdict": decision.ruling,
        "author": decision.author,
        "time": decision.time,
        "reason": "its source is in the document no more, or stands in several places between which nothing decides",
    }
