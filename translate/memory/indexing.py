"""Keeps the index of a memory in step with its texts: new texts become a segment, and small segments become one."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import closing

from translate.memory.database import CODES
from translate.memory.layout import BLOCK_TEXTS, CHUNK_TEXTS, DENSE
from translate.memory.rows import digest_of

_BLOCK_MASK = DENSE - 1
_BLOCK_CHUNKS = BLOCK_TEXTS // CHUNK_TEXTS
_POSTED_TEXTS = BLOCK_TEXTS // 2
"""Of a smaller segment all texts of about the right length are looked at, which takes no postings."""


def is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether all texts are in the index."""
    return _highest(connection, "text", "number") <= _highest(connection, "segment", "high")


def extend_index(connection: sqlite3.Connection) -> None:
    """Put the texts that are not in the index into it; segments that are not larger than twice what follows join it."""
    low = _highest(connection, "segment", "high") + 1
    high = _highest(connection, "text", "number")
    if high < low:
        return
    (texts,) = connection.execute("SELECT count(*) FROM text WHERE number >= ?", (low,)).fetchone()
    first = _highest(connection, "segment", "last", otherwise=-1) + 1
    rows = connection.execute("SELECT first, last, low, texts FROM segment ORDER BY first DESC").fetchall()
    last = first - 1
    for begin, _, number, count in rows:
        if count > 2 * texts:
            break
        first, low, texts = begin, number, texts + count
    if first <= last:
        connection.execute("DELETE FROM segment WHERE first >= ?", (first,))
        connection.execute("DELETE FROM block WHERE number >= ?", (first,))
        connection.execute("DELETE FROM code WHERE number >= ?", (first * _BLOCK_CHUNKS,))
        connection.execute("DELETE FROM posting WHERE number & ? >= ?", (_BLOCK_MASK, first))
    _index(connection, low, high, first)


def rebuild_index(connection: sqlite3.Connection) -> None:
    """Make the index anew, of the texts that are there; nothing of others is left."""
    connection.execute(CODES)  # which a memory of another version may lack
    for table in ("segment", "block", "code", "posting"):
        connection.execute(f"DELETE FROM {table}")
    extend_index(connection)


def renew_digests(connection: sqlite3.Connection) -> None:
    """Give the texts of a memory of another version the digests by which this one looks for them."""
    rows = connection.execute("SELECT number, digest, source FROM text")
    found = ((digest_of(source), number, digest) for number, digest, source in rows)
    changed = [(own, number) for own, number, digest in found if own != digest]
    connection.executemany("UPDATE text SET digest = ? WHERE number = ?", changed)


def _highest(connection: sqlite3.Connection, table: str, column: str, otherwise: int = 0) -> int:
    (found,) = connection.execute(f"SELECT max({column}) FROM {table}").fetchone()
    return otherwise if found is None else int(found)


def _index(connection: sqlite3.Connection, low: int, high: int, first: int) -> None:
    """Make a segment of the texts from one number to another, with blocks from `first` on."""
    import numpy as np  # which, as all that loads it, a look-up of a few queries does without

    from translate.memory.grains import Spill
    from translate.memory.postings import Postings, rank

    numbers = array("I")

    def texts() -> Iterator[str]:
        query = "SELECT number, coalesce(tagged, source) FROM text WHERE number BETWEEN ? AND ? ORDER BY number"
        for number, text in connection.execute(query, (low, high)):
            numbers.append(number)
            yield text

    with Spill() as spill, closing(Postings()) as postings:
        spill.add(texts())
        last = first
        held = np.frombuffer(numbers, np.uintc).astype(np.uint32)
        total = len(held)
        for block in rank(spill.load(), held, first, postings):
            row = (block.number, block.texts, block.lengths, block.counts, sum(map(len, block.codes)) // 2)
            connection.execute("INSERT INTO block VALUES (?, ?, ?, ?, ?)", row)
            chunks = enumerate(block.codes, block.number * _BLOCK_CHUNKS)
            connection.executemany("INSERT INTO code VALUES (?, ?)", chunks)
            last = block.number
        is_posted = total >= _POSTED_TEXTS
        if is_posted:
            connection.executemany("INSERT INTO posting VALUES (?, ?)", postings.rows())
    segment = (first, last, low, high, total, is_posted)
    connection.execute("INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?)", segment)
