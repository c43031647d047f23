"""The gram tables of a memory: where each run of three characters occurs on each side, made when first searched.

Both tables hold no text (FTS5, `content=''`, `detail=none`), so that a search asks for the runs of what is looked for,
and reads the texts that have them all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from translate.errors import OutputError
from translate.memory.database import open_existing
from translate.memory.rows import plain
from translate.memory.transactions import writing

GRAM = 3
"""Characters of a run: shorter words are looked for in every text."""
_BATCH = 2000
_FEW_GRAMS = 4
"""Runs of a piece of text that are asked for at least: more that overlap lead to hardly any other texts, and take
SQLite three times as long."""
Piece = tuple[str, ...]
"""Pieces of text in small letters, of which a text must have one."""
_SCHEMA = """
CREATE VIRTUAL TABLE gram_source USING fts5 (text, tokenize = 'trigram', content = '', detail = none);
CREATE VIRTUAL TABLE gram_target USING fts5 (text, tokenize = 'trigram', content = '', detail = none);
CREATE TABLE gram_changed (number INTEGER PRIMARY KEY);
CREATE TRIGGER gram_unit AFTER INSERT ON unit
 WHEN new.number <= (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'gram_units')
 BEGIN INSERT OR IGNORE INTO gram_changed VALUES (new.number); END
"""
_DONE = ("gram_texts", "gram_units")
_SIDES = (("gram_source", "text", "source", _DONE[0]), ("gram_target", "unit", "target", _DONE[1]))


def has_grams(connection: sqlite3.Connection) -> bool:
    """Tell whether a memory has gram tables that know all its texts."""
    done = _done(connection)
    return done is not None and done == _last(connection)


def make_grams(path: Path) -> bool:
    """Make the gram tables of a memory, or add what was imported since; return whether it has them now.

    A memory that cannot be written to has none, and is searched without.
    """
    try:
        connection = open_existing(path, writes=True)
    except OutputError:
        return False
    try:
        with writing(connection, path):
            if _done(connection) is None:
                for statement in _SCHEMA.strip().split(";\nCREATE"):
                    connection.execute(statement if statement.startswith("CREATE") else f"CREATE{statement}")
                connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, '0')", [(key,) for key in _DONE])
            for gram, table, column, key in _SIDES:
                _fill(connection, gram, table, column, key)
    except OutputError:
        return False
    finally:
        connection.close()
    return True


def drop_grams(connection: sqlite3.Connection) -> None:
    """Remove the gram tables: what was deleted of a memory must not be found in them."""
    for name in ("TRIGGER gram_unit", "TABLE gram_changed", "TABLE gram_source", "TABLE gram_target"):
        kind, _, rest = name.partition(" ")
        connection.execute(f"DROP {kind} IF EXISTS {rest}")
    connection.executemany("DELETE FROM meta WHERE key = ?", [(key,) for key in _DONE])


def iter_texts(connection: sqlite3.Connection, pieces: Sequence[Piece]) -> Iterator[int]:
    """Yield the numbers of the texts whose source has all runs of one of each of `pieces`."""
    yield from _iter_rows(connection, "gram_source", pieces)


def iter_units(connection: sqlite3.Connection, pieces: Sequence[Piece]) -> Iterator[int]:
    """Yield the numbers of the units whose target has all runs of one of each of `pieces`, and of those that were
    changed since."""
    changed = {number for (number,) in connection.execute("SELECT number FROM gram_changed")}
    yield from sorted(changed)
    yield from (number for number in _iter_rows(connection, "gram_target", pieces) if number not in changed)


def grams_of(text: str) -> list[str]:
    """Return the runs of a piece of text in small letters, each once."""
    plained = plain(text).lower()
    return list(dict.fromkeys(plained[place : place + GRAM] for place in range(len(plained) - GRAM + 1)))


def _iter_rows(connection: sqlite3.Connection, table: str, pieces: Sequence[Piece]) -> Iterator[int]:
    count = sum(min(len(grams_of(one)) for one in piece) for piece in pieces)
    step = GRAM if count >= GRAM * _FEW_GRAMS else 1
    asked = " AND ".join(f"({' OR '.join(_all_of(one, step) for one in piece)})" for piece in pieces)
    yield from (
        number for (number,) in connection.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (asked,))
    )


def _all_of(piece: str, step: int) -> str:
    """Return the expression of FTS5 for texts that have the runs of a piece, or each third of them."""
    return " AND ".join('"' + gram.replace('"', '""') + '"' for gram in grams_of(piece)[::step])


def _done(connection: sqlite3.Connection) -> tuple[int, int] | None:
    found = dict(connection.execute("SELECT key, value FROM meta WHERE key IN (?, ?)", _DONE))
    return (int(found[_DONE[0]]), int(found[_DONE[1]])) if len(found) == len(_DONE) else None


def _last(connection: sqlite3.Connection) -> tuple[int, int]:
    texts, units = (
        connection.execute(f"SELECT coalesce(max(number), 0) FROM {table}").fetchone()[0] for table in ("text", "unit")
    )
    return texts, units


def _fill(connection: sqlite3.Connection, gram: str, table: str, column: str, key: str) -> None:
    (done,) = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    rows = connection.execute(f"SELECT number, {column} FROM {table} WHERE number > ? ORDER BY number", (int(done),))
    last = int(done)
    while some := [(number, plain(text)) for number, text in islice(rows, _BATCH)]:
        connection.executemany(f"INSERT INTO {gram} (rowid, text) VALUES (?, ?)", some)
        last = some[-1][0]
    connection.execute("UPDATE meta SET value = ? WHERE key = ?", (str(last), key))
