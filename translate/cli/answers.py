"""The matches of a segment as they are printed: a line of JSON, lines of a table, or a table to read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate.cli.tables import format_table
from translate.languages import find_language
from translate.memory.file import MemoryFile
from translate.memory.matches import Kind, LookupSettings, Match
from translate.memory.requests import Request

COLUMNS = ("id", "percentage", "kind", "words", "after_repair", "source", "match", "target")


class Answers:
    """Gives the answers of a memory as text.

    :param has_repair: whether numbers, dates and names of targets are put right.
    :param layout: one of :data:`FORMATTERS`.
    """

    def __init__(self, path: Path, settings: LookupSettings, layout: str, *, has_repair: bool) -> None:
        self._memory = MemoryFile.open(path)
        self._memory.check_index()
        self._settings, self._has_repair, self._format = settings, has_repair, FORMATTERS[layout]

    def close(self) -> None:
        self._memory.close()

    def of(self, requests: Sequence[Request]) -> str:
        """Return the answers to some requests, in order."""
        found = self._memory.lookup([request.query for request in requests], self._settings)
        return "".join(
            self._format(request, [self._repaired(request, match) for match in matches])
            for request, matches in zip(requests, found, strict=True)
        )

    def _repaired(self, request: Request, match: Match) -> Match:
        if match.kind is not Kind.FUZZY or not self._has_repair:
            return match
        from translate.memory.unlike import UNLIKE, are_unlike, find_spared_words  # which only fuzzy matches need

        unit, languages = match.unit, self._memory.languages
        if are_unlike(unit.source.text, request.query.source, find_spared_words(languages.source)):
            return replace(match, repaired=unit.target.text, left=UNLIKE)
        from translate.memory.repair import repair  # which few of them do

        pair = find_language(languages.source), find_language(languages.target)
        mended = repair(unit.source.text, unit.target.text, request.query.source, pair)
        kind = Kind.REPAIRED if mended.edits and mended.is_whole else match.kind
        return replace(match, kind=kind, repaired=mended.target, edits=mended.edits, left=mended.left)


def _json_of(request: Request, matches: Iterable[Match]) -> str:
    answer = {"id": request.id, "source": request.query.source, "matches": list(map(_value_of, matches))}
    return json.dumps(answer, ensure_ascii=False) + "\n"


def _value_of(match: Match) -> dict[str, object]:
    unit = match.unit
    target = unit.target.text
    value: dict[str, object] = {
        "percentage": match.percentage,
        "kind": match.kind,
        "words": match.words,
        "after_repair": match.after_repair,
        "penalties": [{"name": penalty.name, "points": penalty.points} for penalty in match.penalties],
        "source": unit.source.text,
        "target": target,
        "repaired": target if match.repaired is None else match.repaired,
        "edits": [
            {"step": e.step, "stage": e.stage, "start": e.start, "old": e.old, "new": e.new, "reason": e.reason}
            for e in match.edits
        ],
        "unit": match.number,
        "name": unit.name,
        "document": unit.document,
        "origin": unit.origin,
        "state": unit.standing,
        "changed": match.changed or None,
        "context_before": unit.context_before,
        "context_after": unit.context_after,
    }
    if match.left:
        value["left"] = match.left
    return value


def _rows_of(request: Request, matches: Iterable[Match]) -> Iterator[tuple[str, ...]]:
    for match in matches:
        target = match.unit.target.text if match.repaired is None else match.repaired
        figures = (str(match.percentage), match.kind.value, str(match.words), str(match.after_repair))
        texts = (request.query.source, match.unit.source.text, target)
        yield request.id, *figures, *(" ".join(text.split()) for text in texts)


def _tsv_of(request: Request, matches: Iterable[Match]) -> str:
    return "".join("\t".join(row) + "\n" for row in _rows_of(request, matches))


def _table_of(request: Request, matches: Iterable[Match]) -> str:
    rows = [(*row[1:5], *row[6:]) for row in _rows_of(request, matches)]
    head = f"{request.id}: {' '.join(request.query.source.split())}\n"
    if not rows:
        return head + "  no match\n"
    return f"{head}{format_table(('%', *COLUMNS[2:5], *COLUMNS[6:]), rows)}\n"


FORMATTERS = {"jsonl": _json_of, "tsv": _tsv_of, "table": _table_of}
