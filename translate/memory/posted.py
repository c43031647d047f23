"""Rows of postings come in; how many texts have each key, and which, goes out."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from translate.memory.layout import BUNDLE, BUNDLE_HEAD, DENSE, GROUP_BLOCKS, KEY_BITS, NO_PART, Row
from translate.records import dataclass

_COUNTS = struct.Struct(f"<{GROUP_BLOCKS}H")
_BYTE_BITS, _BYTE = 8, 0xFF
_BLOCK = DENSE - 1
_LOW = ~BUNDLE & 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of the keys of some queries."""

    rare: list[bytes]
    """The ranks of the texts that rare keys of each query have, 32 bits each, once for each key."""
    groups: list[list[int]]
    """The numbers that the rows of its frequent keys have, whether or not there are such rows."""
    spans: list[tuple[int, int]]
    """The first and the last block that counts."""
    rows: list[Row]
    """The groups that are there, each once, by number."""

    def ranks(self) -> Iterator[bytes]:
        """Yield for each query the ranks of the texts that have one of its keys, 32 bits each, once for each key.

        :raises sqlite3.DatabaseError: where a row is no group.
        """
        rows = dict(self.rows)
        for rare, numbers, span in zip(self.rare, self.groups, self.spans, strict=True):
            found = (_ranks_in(rows[number], number & _BLOCK, *span) for number in numbers if number in rows)
            yield b"".join((rare, *chain.from_iterable(found)))


def _ranks_in(row: object, first: int, low: int, high: int) -> Iterator[bytes]:
    """Yield the ranks that a group says of each block from `low` to `high`.

    :param first: its first block.
    """
    if not isinstance(row, bytes) or len(row) < _COUNTS.size:
        raise sqlite3.DatabaseError(NO_PART)
    end = _COUNTS.size
    for block, count in enumerate(_COUNTS.unpack_from(row), first):
        begin, end = end, end + 2 * count
        if count and low <= block <= high:
            yield _ranks_of(row[begin:end], block)
    if end != len(row):
        raise sqlite3.DatabaseError(NO_PART)


def _ranks_of(places: bytes, block: int) -> bytes:
    """Return ranks of a block, 32 bits each, of their lower halves."""
    count = len(places) // 2
    ranks = bytearray(4 * count)
    ranks[0::4], ranks[1::4] = places[0::2], places[1::2]
    ranks[2::4] = bytes((block & _BYTE,)) * count
    if block > _BYTE:
        ranks[3::4] = bytes((block >> _BYTE_BITS,)) * count
    return bytes(ranks)


class Posting(NamedTuple):
    """What is known of a key at once."""

    key: int
    texts: int
    """How many texts have it."""
    ranks: bytes
    """Which they are, 32 bits each; empty where it is not rare."""


def read_bundles(rows: Iterable[Row], keys: Iterable[int]) -> Iterator[Posting]:
    """Yield what rows say of those of some keys that are there.

    A row says of the keys of one segment that begin alike: how many there are, the lower halves of them, how many texts
    have each, and which; 0 stands for many, of which one number says how many.

    :raises sqlite3.DatabaseError: for what is no bundle.
    """
    asked: dict[int, list[tuple[int, bytes]]] = {}
    for key in keys:
        asked.setdefault(key >> 16, []).append((key, (key & _LOW).to_bytes(2, "little")))
    for number, row in rows:
        if not isinstance(row, bytes) or len(row) < BUNDLE_HEAD:
            raise sqlite3.DatabaseError(NO_PART)
        middle = BUNDLE_HEAD + 2 * int.from_bytes(row[:BUNDLE_HEAD], "little")
        for key, low in asked[number >> KEY_BITS + 16]:
            place = row.find(low, BUNDLE_HEAD, middle)
            while place & 1:  # the end of one half and the beginning of the next, or none
                place = row.find(low, place + 1, middle) if place > 0 else 0
            if place:
                if middle + (middle - BUNDLE_HEAD >> 1) > len(row):
                    raise sqlite3.DatabaseError(NO_PART)
                yield _posting(key, row, place - BUNDLE_HEAD >> 1, middle)


def _posting(key: int, row: bytes, place: int, middle: int) -> Posting:
    """Return what a bundle says of its key at a place."""
    before, size = row[middle : middle + place], row[middle + place]
    start = middle + (middle - BUNDLE_HEAD >> 1) + 4 * (sum(before) + before.count(0))
    ranks = row[start : start + 4 * (size or 1)]
    if len(ranks) != 4 * (size or 1):
        raise sqlite3.DatabaseError(NO_PART)
    return Posting(key, size, ranks) if size else Posting(key, int.from_bytes(ranks, "little"), b"")


def check_group(row: object) -> None:
    """Refuse what has not the form of a group.

    :raises sqlite3.DatabaseError: with what is said of it.
    """
    if (
        not isinstance(row, bytes)
        or len(row) < _COUNTS.size
        or len(row) != _COUNTS.size + 2 * sum(_COUNTS.unpack_from(row))
    ):
        raise sqlite3.DatabaseError(NO_PART)


def check_bundle(row: object) -> None:
    """Refuse what has not the form of a bundle.

    :raises sqlite3.DatabaseError: with what is said of it.
    """
    if not isinstance(row, bytes) or len(row) < BUNDLE_HEAD:
        raise sqlite3.DatabaseError(NO_PART)
    count = int.from_bytes(row[:BUNDLE_HEAD], "little")
    middle = BUNDLE_HEAD + 2 * count
    sizes = row[middle : middle + count]
    if not count or len(row) != middle + count + 4 * (sum(sizes) + sizes.count(0)):
        raise sqlite3.DatabaseError(NO_PART)
