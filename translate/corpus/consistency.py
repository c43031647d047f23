"""Checks that look at all units: one source with different targets, one target for different sources, doubles, a
document in two spellings.

Texts are kept as numbers of 64 bits on the disk, so that a corpus of any size passes in bounded memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from translate.checks import CORPUS_CHECKS, weigh_issue
from translate.checks.spelling import find_spellings
from translate.config import CheckConfig
from translate.corpus.keys import key_of
from translate.data import Issue, Severity, TranslationUnit
from translate.text.scratch import temporary_database

MAX_COUNTED = 100
"""Other targets, or other sources, that are counted of one unit."""

_TABLES = (
    "CREATE TABLE pairs (source INTEGER, target INTEGER, count INTEGER, place INTEGER, name TEXT, "
    "PRIMARY KEY (source, target)) WITHOUT ROWID",
    "CREATE TABLE names (name INTEGER, source INTEGER, target INTEGER, place INTEGER, "
    "PRIMARY KEY (name, source, target)) WITHOUT ROWID",
    "CREATE TABLE spellings (document INTEGER, foreign_to TEXT, word TEXT, name TEXT, "
    "PRIMARY KEY (document, foreign_to)) WITHOUT ROWID",
)


class CorpusChecks:
    """Tells of each unit what is wrong with it among all others. All are added first, and then asked for in order."""

    def __init__(self, database: sqlite3.Connection, config: CheckConfig) -> None:
        self._database, self._config = database, config
        self._enabled = [name for name in CORPUS_CHECKS if name not in config.disabled]
        self._place = 0

    @classmethod
    @contextmanager
    def open(cls, config: CheckConfig) -> Iterator[CorpusChecks]:
        """Open the checks that `config` leaves on."""
        with temporary_database(_TABLES) as database:
            yield cls(database, config)

    def add(self, units: Iterable[TranslationUnit]) -> None:
        """Take the units of one more file."""
        pair = "INSERT INTO pairs VALUES (?, ?, 1, ?, ?) ON CONFLICT DO UPDATE SET count = count + 1"
        name = "INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?)"
        spelling = "INSERT OR IGNORE INTO spellings VALUES (?, ?, ?, ?)"
        execute = self._database.execute
        for place, unit in enumerate(units, self._place):
            self._place = place + 1
            source, target = key_of(unit.source.text.strip()), key_of(unit.target.text.strip())
            execute(pair, (source, target, place, _shown(unit)))
            execute(name, (key_of(unit.name), source, target, place))
            for variety, words in find_spellings(unit).items():
                execute(spelling, (key_of(unit.document or ""), variety, words[0], _shown(unit)))

    def finish(self) -> None:
        """Make ready for :meth:`check`."""
        self._database.execute("CREATE INDEX by_target ON pairs (target)")
        self._place = 0

    def check(self, unit: TranslationUnit) -> tuple[Issue, ...]:
        """Return the issues of the next unit: those that were added are asked for in the same order."""
        place, self._place = self._place, self._place + 1
        source, target = key_of(unit.source.text.strip()), key_of(unit.target.text.strip())
        issues = [getattr(self, f"_{name}")(unit, source, target, place) for name in self._enabled]
        return tuple(weigh_issue(issue, self._config) for issue in issues if issue is not None)

    def _others(self, column: str, other: str, key: int, own: int) -> tuple[int, str]:
        """Return how many pairs have this text on one side and another on the other, and the name of one.

        Only :data:`MAX_COUNTED` are counted: one source with a million targets would take a million times as long.
        """
        rows = self._database.execute(
            f"SELECT name FROM pairs WHERE {column} = ? AND {other} <> ? LIMIT {MAX_COUNTED}", (key, own)
        ).fetchall()
        return len(rows), rows[0][0] if rows else ""

    def _inconsistent_target(self, unit: TranslationUnit, source: int, target: int, place: int) -> Issue | None:
        count, name = self._others("source", "target", source, target)
        if not count:
            return None
        message = f"The same source has {count} other target{'s' * (count > 1)}, for example in unit '{name}'."
        return Issue("inconsistent_target", Severity.WARNING, message, float(count))

    def _inconsistent_source(self, unit: TranslationUnit, source: int, target: int, place: int) -> Issue | None:
        count, name = self._others("target", "source", target, source)
        if not count:
            return None
        message = f"The same target is used for {count} other source{'s' * (count > 1)}, for example in unit '{name}'."
        return Issue("inconsistent_source", Severity.INFO, message, float(count))

    def _duplicate(self, unit: TranslationUnit, source: int, target: int, place: int) -> Issue | None:
        find = "SELECT count, place, name FROM pairs WHERE source = ? AND target = ?"
        count, first, name = self._database.execute(find, (source, target)).fetchone()
        if first == place:
            return None
        message = f"Duplicate of unit '{name}'; {count} occurrences in all."
        return Issue("duplicate", Severity.INFO, message, float(count))

    def _duplicate_name(self, unit: TranslationUnit, source: int, target: int, place: int) -> Issue | None:
        find = "SELECT 1 FROM names WHERE name = ? AND NOT (source = ? AND target = ?) AND place < ? LIMIT 1"
        if self._database.execute(find, (key_of(unit.name), source, target, place)).fetchone() is None:
            return None
        message = f"Another unit is named '{unit.name}' too; a memory with one unit per name keeps one of them."
        return Issue("duplicate_name", Severity.WARNING, message)

    def _mixed_spelling(self, unit: TranslationUnit, source: int, target: int, place: int) -> Issue | None:
        found = find_spellings(unit)
        if len(found) != 1:  # a unit that mixes them itself has the issue `spelling`
            return None
        ((variety, words),) = found.items()
        find = "SELECT foreign_to, word, name FROM spellings WHERE document = ? AND foreign_to <> ?"
        row = self._database.execute(find, (key_of(unit.document or ""), variety)).fetchone()
        if row is None:
            return None
        other, word, name = row
        message = f"The document mixes spellings: '{words[0]}' is not {variety}, '{word}' in unit '{name}' not {other}."
        return Issue("mixed_spelling", Severity.INFO, message, float(len(words)))


def _shown(unit: TranslationUnit) -> str:
    return unit.name.encode("utf-8", "backslashreplace").decode()
