"""A memory comes in; that its index is whole, agrees with itself and is of the texts that are there is proved.

All parts are looked at, and the tokens and words of a sample of the texts are compared with what the index says of
them. SQLite itself only knows whether its own pages are sound.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from itertools import chain

from translate.memory.blocks import Block, Blocks
from translate.memory.keys import Keys
from translate.memory.layout import (
    BLOCK_BITS,
    CHUNK_BITS,
    CHUNK_TEXTS,
    DENSE,
    GROUP_BLOCKS,
    MISSING_PART,
    NO_PART,
    numbers_in,
)
from translate.memory.numbering import ALL_CODES, WORD, grains_of_text, keys_of
from translate.memory.percentage import LONGEST
from translate.memory.posted import check_bundle, check_group
from translate.memory.rows import digest_of
from translate.records import dataclass

_CHUNKS = 24
"""Chunks whose texts are read: all of a memory of 12,000 texts."""
_FOUND_TEXTS = 16
"""Texts of each that are looked for by their words."""
_RARE_TEXTS = 128
"""Where a key has no more texts, its bundle says which."""
_OTHER_TEXTS = "a part of the index is of other texts"
_CODES = "SELECT number, CASE typeof(codes) WHEN 'blob' THEN length(codes) END FROM code ORDER BY number"
_NAMED = {"text": "source", "file": "file", "document": "document"}
"""What units name by a number: the column, and so the table, and what it is called."""
_TEXT = "SELECT digest, source, coalesce(tagged, source) FROM text WHERE number = ?"


@dataclass(frozen=True, slots=True)
class _Segment:
    """Texts whose blocks lie side by side."""

    first: int
    last: int
    low: int
    """The lowest number of a text."""
    high: int
    texts: int
    is_posted: bool


def lost_rows(connection: sqlite3.Connection) -> list[str]:
    """Return what units name and the memory has not; nothing where it is whole."""
    found = []
    for column, said in _NAMED.items():
        query = f"SELECT count(*) FROM unit u WHERE {column} NOT NULL AND {column} NOT IN (SELECT number FROM {column})"
        (count,) = connection.execute(query).fetchone()
        if count:
            found.append(f"{count} {'unit names' if count == 1 else 'units name'} a {said} that is missing")
    return found


def prove_index(connection: sqlite3.Connection) -> None:
    """Look at every part of an index.

    :raises sqlite3.DatabaseError: for the first that is damaged, missing, or of other texts than there are.
    """
    try:
        _prove(connection)
    except (TypeError, ValueError, KeyError) as exc:  # numbers that are none
        raise sqlite3.DatabaseError(NO_PART) from exc


def _prove(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT first, last, low, high, texts, is_posted FROM segment ORDER BY first")
    segments = [_Segment(*row) for row in rows]
    blocks = Blocks(connection, ())
    numbers = [number for segment in segments for number in range(segment.first, segment.last + 1)]
    if list(blocks.shapes) != numbers:
        raise sqlite3.DatabaseError(MISSING_PART)
    texts = array("q", (number for (number,) in connection.execute("SELECT number FROM text ORDER BY number")))
    held = array("q")
    for segment in segments:
        own = sorted(chain.from_iterable(_opened(blocks, number).texts for number in range(*_span(segment))))
        if len(own) != segment.texts or not segment.low <= own[0] <= own[-1] <= segment.high:
            raise sqlite3.DatabaseError(_OTHER_TEXTS)
        held.extend(own)
    if held != texts:
        raise sqlite3.DatabaseError(_OTHER_TEXTS)
    chunks = dict(chain.from_iterable(_chunks(blocks.open(number), number) for number in numbers))
    if dict(connection.execute(_CODES)) != chunks:
        raise sqlite3.DatabaseError(MISSING_PART)
    posted = [segment for segment in segments if segment.is_posted]
    _prove_postings(connection, posted)
    keys = {number: Keys(connection, [(one.first, one.last)]) for one in posted for number in range(*_span(one))}
    for chunk in sorted(chunks)[:: -(-len(chunks) // _CHUNKS) or 1]:
        number = chunk >> BLOCK_BITS - CHUNK_BITS
        _prove_texts(connection, blocks, chunk, keys.get(number))


def _span(segment: _Segment) -> tuple[int, int]:
    return segment.first, segment.last + 1


def _opened(blocks: Blocks, number: int) -> Block:
    """Return a block that agrees with itself."""
    block = blocks.open(number)
    if list(block.lengths) != sorted(block.lengths) or sum(block.counts) != blocks.shapes[number][1]:
        raise sqlite3.DatabaseError(NO_PART)
    return block


def _chunks(block: Block, number: int) -> Iterator[tuple[int, int]]:
    """Yield the chunks that a block has, and how many bytes each has."""
    first = number << BLOCK_BITS - CHUNK_BITS
    for place in range(0, len(block.counts), CHUNK_TEXTS):
        yield first + (place >> CHUNK_BITS), 2 * sum(block.counts[place : place + CHUNK_TEXTS])


def _prove_postings(connection: sqlite3.Connection, posted: list[_Segment]) -> None:
    """Look at the form of all postings."""
    firsts = {segment.first for segment in posted}
    groups = {DENSE | number for one in posted for number in range(one.first, one.last + 1, GROUP_BLOCKS)}
    for number, row in connection.execute("SELECT number, ranks FROM posting"):
        place = number & 2 * DENSE - 1
        if place in groups:
            check_group(row)
        elif place in firsts:
            check_bundle(row)
        else:
            raise sqlite3.DatabaseError(NO_PART)


def _prove_texts(connection: sqlite3.Connection, blocks: Blocks, chunk: int, keys: Keys | None) -> None:
    """Compare what the index says of the texts of a chunk with the texts.

    :param keys: those of its segment; None where that has no postings.
    """
    number, begin = chunk >> BLOCK_BITS - CHUNK_BITS, (chunk << CHUNK_BITS) % (1 << BLOCK_BITS)
    block = blocks.open(number)
    ((_, codes),) = blocks.chunks([chunk])
    places = range(begin, min(begin + CHUNK_TEXTS, len(block.texts)))
    found = array("H")
    looked_for = list[tuple[int, list[int]]]()
    for place in places:
        digest, source, text = connection.execute(_TEXT, (block.texts[place],)).fetchone()
        grains = grains_of_text(text)
        length = min(LONGEST, len(grains) + sum(grain & WORD for grain in grains))
        if (digest, len(grains), length) != (digest_of(source), block.counts[place], block.lengths[place]):
            raise sqlite3.DatabaseError(_OTHER_TEXTS)
        found.extend([grain & ALL_CODES - 1 for grain in grains])
        if len(looked_for) < _FOUND_TEXTS:
            looked_for.append((number << BLOCK_BITS | place, keys_of(grains)))
    if found != codes:
        raise sqlite3.DatabaseError(_OTHER_TEXTS)
    if keys is not None:
        _find(keys, looked_for)


def _find(keys: Keys, looked_for: list[tuple[int, list[int]]]) -> None:
    """Look for texts by their words and pairs of words, which it knows but for pairs of one text alone."""
    sizes = keys.sizes([own for _, own in looked_for])
    for (rank, own), counts in zip(looked_for, sizes, strict=True):
        known = dict(zip(own, counts, strict=True))
        rare = [key for key, size in known.items() if 0 < size <= _RARE_TEXTS]
        block = rank >> BLOCK_BITS
        (ranks,) = keys.read([rare], [(block, block)]).rare
        is_known = all(size for key, size in known.items() if key & WORD)
        if not is_known or numbers_in(ranks, "I").count(rank) != len(rare):
            raise sqlite3.DatabaseError(_OTHER_TEXTS)
