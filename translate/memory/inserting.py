"""Rows of texts and units come in, and are written to the tables of a memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import partial
from operator import itemgetter
from typing import NamedTuple


class Row(NamedTuple):
    """A row of the table of units."""

    number: int
    text: int
    target: str
    name: str | int
    document: int | None
    file: int
    origin: int
    state: int | None
    standing: int
    changed: str
    before: str | None
    after: str | None
    details: str | None


TextRow = tuple[int, int, str, str | None]
"""A row of the table of texts: number, digest, source, and the source with tags where it has codes."""
make_row = partial(tuple.__new__, Row)
"""Make a row of a tuple of its values, in half the time."""
_NOTHING = -1
"""Stands for None on the way to SQLite: Python takes as long to hand over one None as several numbers and texts."""
_OPTIONAL = ("document", "state", "before", "after", "details")
_PLACES = ", ".join(f"nullif(?, {_NOTHING})" if name in _OPTIONAL else "?" for name in Row._fields)
_INSERT_UNIT = f"{{}} INTO unit VALUES ({_PLACES})"
_NEEDED = [name for name in Row._fields if name not in _OPTIONAL]
_NEEDED_OF = itemgetter(*map(Row._fields.index, _NEEDED))
_OPTIONAL_OF, _NONE = itemgetter(*map(Row._fields.index, _OPTIONAL)), (None,) * len(_OPTIONAL)
_INSERT_BARE = f"{{}} INTO unit ({', '.join(_NEEDED)}) VALUES ({', '.join('?' * len(_NEEDED))})"
_INSERT_PLAIN = "INSERT INTO text (number, digest, source) VALUES (?, ?, ?)"
_INSERT_TAGGED = "INSERT INTO text VALUES (?, ?, ?, ?)"


def write_texts(connection: sqlite3.Connection, rows: Iterable[TextRow]) -> None:
    """Write texts that are new; most have no tags."""
    plain, marked = list[tuple[int, int, str]](), list[TextRow]()
    for row in rows:
        if row[3] is None:
            plain.append(row[:3])
        else:
            marked.append(row)
    connection.executemany(_INSERT_PLAIN, plain)
    connection.executemany(_INSERT_TAGGED, marked)


def write_units(connection: sqlite3.Connection, verb: str, rows: Iterable[Row]) -> None:
    """Write units; most have nothing but what a unit cannot do without, and take half the time then.

    :param verb: `INSERT`, or `REPLACE` for units that are there.
    """
    bare, full = list[Row](), list[Row]()
    for row in rows:
        (bare if _OPTIONAL_OF(row) == _NONE else full).append(row)
    connection.executemany(_INSERT_BARE.format(verb), map(_NEEDED_OF, bare))
    connection.executemany(_INSERT_UNIT.format(verb), map(_bound, full))


def _bound(row: Row) -> tuple[str | int, ...]:
    """Return what of a row is handed to SQLite."""
    return tuple([_NOTHING if value is None else value for value in row])
