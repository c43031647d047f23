"""Exact matches from units that people or earlier runs made, kept in SQLite, so that a memory of any size fits."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType

from translate.data import CodeKind, InlineCode, MemoryMatch, State, TranslationUnit
from translate.errors import FormatError, OutputError
from translate.memory.exact import Dated, newest_first
from translate.memory.rows import date_of, plain
from translate.text.late import late_plain

_LOOKUP = 500  # SQLite allows 999 parameters everywhere
_BATCH_UNITS = 5000
_SURROGATE = late_plain("[\ud800-\udfff]")
_SCHEMA = """
CREATE TABLE unit (number INTEGER PRIMARY KEY, key BLOB NOT NULL, target TEXT NOT NULL, codes TEXT, before TEXT,
 after TEXT, date TEXT NOT NULL);
CREATE TABLE source (digest TEXT PRIMARY KEY);
"""


class Memory:
    """The units of some bilingual files, by source text."""

    def __init__(self, path: Path, digest: str, read: Callable[[], Iterable[TranslationUnit]]) -> None:
        """Open the store at `path`; where it was not made from `digest`, fill it from `read()` first, as a stream.

        :raises OutputError: where the disk refuses, or the store is damaged.
        :raises FormatError: for a unit that no text can hold.
        """
        self._path = path
        self.digest = digest
        with _sqlite_errors(path):
            self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            with _sqlite_errors(path):
                self._connection.execute("PRAGMA synchronous=NORMAL")
                if not self._is_filled():
                    self._fill(read())
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Memory:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    def find(self, texts: Sequence[str]) -> dict[str, tuple[MemoryMatch, ...]]:
        """Return the matches of each text that has any, the newest first; of one date, in the order of the files."""
        return {text: newest_first([dated]) for text, dated in self.find_dated(texts).items()}

    def find_dated(self, texts: Sequence[str]) -> dict[str, list[Dated]]:
        """Return the same with the dates."""
        keys = {text: _key(text) for text in texts}
        ordered = list(dict.fromkeys(keys.values()))
        found: dict[bytes, list[Dated]] = {}
        with _sqlite_errors(self._path):
            for start in range(0, len(ordered), _LOOKUP):
                some = ordered[start : start + _LOOKUP]
                marks = ",".join("?" * len(some))
                columns = "key, date, target, codes, before, after"
                query = f"SELECT {columns} FROM unit WHERE key IN ({marks}) ORDER BY date DESC, number"
                for key, date, target, codes, before, after in self._connection.execute(query, some):
                    match = MemoryMatch(target, _load_codes(codes), before, after)
                    found.setdefault(key, []).append(Dated(date, match))
        return {text: found[key] for text, key in keys.items() if key in found}

    def _is_filled(self) -> bool:
        tables = {name for (name,) in self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "source" not in tables:
            return False
        return self._connection.execute("SELECT 1 FROM source WHERE digest = ?", (self.digest,)).fetchone() is not None

    def _fill(self, units: Iterable[TranslationUnit]) -> None:
        """Fill the store in one transaction: a run that is killed meanwhile leaves none."""
        cursor = self._connection
        cursor.execute("BEGIN EXCLUSIVE")
        try:
            for table in ("unit", "source"):
                cursor.execute(f"DROP TABLE IF EXISTS {table}")
            for statement in _SCHEMA.strip().split(";\n"):
                cursor.execute(statement)
            rows = (
                _row(unit) for unit in units if unit.standing.rank >= State.TRANSLATED.rank and unit.source.text.strip()
            )
            insertion = "INSERT INTO unit (key, target, codes, before, after, date) VALUES (?, ?, ?, ?, ?, ?)"
            while some := list(islice(rows, _BATCH_UNITS)):
                cursor.executemany(insertion, some)
            cursor.execute("CREATE INDEX by_key ON unit (key)")
            cursor.execute("INSERT INTO source VALUES (?)", (self.digest,))
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
        cursor.execute("COMMIT")


def best_match(matches: Sequence[MemoryMatch], before: str | None, after: str | None) -> MemoryMatch:
    """Return the match of the same context: both neighbours, then one of them, then the first of the memory."""
    return max(matches, key=lambda match: _agrees(match.before, before) + _agrees(match.after, after))


def _agrees(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and plain(one) == plain(other)


def _key(text: str) -> bytes:
    return hashlib.blake2b(plain(text).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _row(unit: TranslationUnit) -> tuple[bytes, str, str | None, str | None, str | None, str]:
    target, context = unit.target.text, (unit.context_before, unit.context_after)
    if any(text is not None and _SURROGATE.search(text) for text in (target, *context)):
        raise FormatError(
            f"the memory's unit {unit.name!a} holds half a surrogate pair, which no text can; correct it in its file."
        )
    return _key(unit.source.text), target, _dump_codes(unit.target.codes), *context, date_of(unit)


def _dump_codes(codes: Sequence[InlineCode]) -> str | None:
    rows = [[c.start, c.end, c.kind, c.pair, c.type, c.id, c.attributes] for c in codes]
    return json.dumps(rows) if rows else None


def _load_codes(text: str | None) -> tuple[InlineCode, ...]:
    if text is None:
        return ()
    return tuple(
        InlineCode(start, end, CodeKind(kind), pair, meaning, identity, tuple((name, value) for name, value in more))
        for start, end, kind, pair, meaning, identity, more in json.loads(text)
    )


@contextmanager
def _sqlite_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as exc:
        raise OutputError(f"{path}: the index of the memory is damaged ({exc}); delete it to build it again.") from exc
