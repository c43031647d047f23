"""Texts come in, and what a memory has for the same texts, whatever their apostrophes and spaces, goes out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from translate.data import CodeKind, InlineCode, MemoryMatch, State
from translate.files import from_json
from translate.memory.rows import digest_of, plain
from translate.records import dataclass

_LOOKUP = 500  # SQLite allows 999 parameters everywhere
_QUERY = """
SELECT t.digest, t.source, u.changed, u.target, u.before, u.after, u.details
 FROM text t JOIN unit u ON u.text = t.number JOIN file f ON f.number = u.file
 WHERE t.digest IN ({}) AND u.standing >= ? AND f.penalty = 0 ORDER BY u.changed DESC, u.number
"""


@dataclass(frozen=True, slots=True)
class Dated:
    """A match, and when its unit was last changed."""

    changed: str
    match: MemoryMatch


def find_exact(connection: sqlite3.Connection, texts: Sequence[str]) -> dict[str, list[Dated]]:
    """Return the matches of each text that has any, newest first.

    Drafts are none, and neither are units with a penalty: they are fuzzy matches at best.
    """
    digests = {text: digest_of(text) for text in texts}
    plains = {text: plain(text) for text in texts}
    ordered = list(dict.fromkeys(digests.values()))
    found: dict[int, list[tuple[str, Dated]]] = {}
    for start in range(0, len(ordered), _LOOKUP):
        some = ordered[start : start + _LOOKUP]
        query = _QUERY.format(",".join("?" * len(some)))
        for digest, source, changed, target, before, after, details in connection.execute(
            query, (*some, State.TRANSLATED.rank)
        ):
            match = MemoryMatch(target, _target_codes(details), before, after)
            found.setdefault(digest, []).append((source, Dated(changed, match)))
    matches = {
        text: [dated for source, dated in found.get(digest, ()) if plain(source) == plains[text]]
        for text, digest in digests.items()
    }
    return {text: dated for text, dated in matches.items() if dated}


def best_match(matches: Sequence[MemoryMatch], before: str | None, after: str | None) -> MemoryMatch:
    """Return the match of the same context: both neighbours, then one of them, then the first of the memory."""
    return max(matches, key=lambda match: _agrees(match.before, before) + _agrees(match.after, after))


def _agrees(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and plain(one) == plain(other)


def newest_first(answers: Iterable[Sequence[Dated]]) -> tuple[MemoryMatch, ...]:
    """Return the matches of several memories, the newest first; of one date, in the order of the memories."""
    joined = [dated for answer in answers for dated in answer]
    return tuple(dated.match for dated in sorted(joined, key=lambda dated: dated.changed, reverse=True))


def _target_codes(details: str | None) -> tuple[InlineCode, ...]:
    if details is None:
        return ()
    return tuple(
        InlineCode(
            code["start"],
            code["end"],
            CodeKind(code["kind"]),
            code.get("pair"),
            code.get("type", ""),
            code.get("id", ""),
            tuple((name, value) for name, value in code.get("attributes", ())),
        )
        for code in from_json(details)["target"].get("codes", ())
    )
