"""Units leave a memory, and nothing of their texts stays in its file: not in its index, not as a neighbour."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from translate.memory.grams import drop_grams
from translate.memory.indexing import extend_index, rebuild_index
from translate.memory.rows import without_texts

_NAMING_OTHERS = """
SELECT number, details FROM unit WHERE details LIKE '%"prev"%' OR details LIKE '%"next"%'
 OR details LIKE '%x-context-%' OR details LIKE '%"suggestions"%'
"""
_WITHOUT_UNITS = "SELECT number FROM text WHERE number NOT IN (SELECT text FROM unit)"


def forget_units(connection: sqlite3.Connection, numbers: Iterable[int]) -> int:
    """Delete units, and return how many there were; the transaction is the caller's.

    What they leave behind goes with :func:`remove_unused`.
    """
    before = connection.total_changes
    connection.executemany("DELETE FROM unit WHERE number = ?", ((number,) for number in numbers))
    return connection.total_changes - before


def remove_unused(connection: sqlite3.Connection) -> None:
    """Delete the texts and documents that no unit has, and bring the index in step.

    A deleted text that other units name as their neighbour is forgotten there too.
    """
    connection.execute("CREATE TEMP TABLE gone (source TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute(f"INSERT OR IGNORE INTO gone SELECT source FROM text WHERE number IN ({_WITHOUT_UNITS})")
    deleted = connection.execute(f"DELETE FROM text WHERE number IN ({_WITHOUT_UNITS})").rowcount
    connection.execute("DELETE FROM gone WHERE source IN (SELECT source FROM text)")
    for side in ("before", "after"):
        connection.execute(f"UPDATE unit SET {side} = NULL WHERE {side} IN (SELECT source FROM gone)")
    _forget_in_details(connection)
    connection.execute("DROP TABLE gone")
    connection.execute("DELETE FROM document WHERE number NOT IN (SELECT document FROM unit WHERE document NOT NULL)")
    connection.execute("DELETE FROM file WHERE number NOT IN (SELECT file FROM unit)")
    drop_grams(connection)
    if deleted:
        rebuild_index(connection)
    else:
        extend_index(connection)


def _forget_in_details(connection: sqlite3.Connection) -> None:
    """Take the texts that are gone out of what the tools that wrote other units say of their neighbours."""

    def is_gone(text: str) -> bool:
        return connection.execute("SELECT 1 FROM gone WHERE source = ?", (text,)).fetchone() is not None

    if connection.execute("SELECT 1 FROM gone").fetchone() is None:
        return
    for number, details in connection.execute(_NAMING_OTHERS).fetchall():
        kept = without_texts(details, is_gone)
        if kept != details:
            connection.execute("UPDATE unit SET details = ? WHERE number = ?", (kept, number))
