"""Rows of postings come in; how many texts have each key, and which, goes out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from translate.memory.postings import BUNDLE_HEAD, GROUP_BLOCKS, KEY_BITS, Row
from translate.records import dataclass

_BLOCK = (1 << 16) - 1
NO_PART = "a part of the index is no part"
"""What is said of a damaged index."""


class Groups:
    """The ranks of the texts that frequent keys have, as rows say them.

    :param rows: groups, each once, by number.
    :raises sqlite3.DatabaseError: for what is no group.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        numbers, held = zip(*rows, strict=True) if rows else ((), ())
        if not all(isinstance(group, bytes) for group in held):
            raise sqlite3.DatabaseError(NO_PART)
        sizes = np.fromiter(map(len, held), np.int64, len(held))
        if len(held) and (sizes.min() < 2 * GROUP_BLOCKS or (sizes & 1).any()):
            raise sqlite3.DatabaseError(NO_PART)
        read = np.frombuffer(b"".join(held), "<u2")
        self._numbers = np.array(numbers, np.int64)
        begins = np.cumsum(sizes >> 1) - (sizes >> 1)
        counts = np.empty((len(held), GROUP_BLOCKS + 1), np.int64)
        counts[:, 0] = GROUP_BLOCKS  # the numbers that a row begins with
        for block in range(GROUP_BLOCKS):
            counts[:, block + 1] = read[begins + block]
        self._edges = begins[:, None] + np.cumsum(counts, axis=1)
        """Where the ranks of each block begin, and those of the last one end."""
        if (self._edges[:, -1] != begins + (sizes >> 1)).any():
            raise sqlite3.DatabaseError(NO_PART)
        blocks = (self._numbers & _BLOCK)[:, None] + np.arange(-1, GROUP_BLOCKS)
        self._ranks = np.repeat((blocks << 16).astype(np.uint32).ravel(), counts.ravel())
        self._ranks |= read

    def find(
        self, numbers: NDArray[np.int64], lows: NDArray[np.int64], highs: NDArray[np.int64]
    ) -> Iterator[NDArray[np.uint32]]:
        """Yield the ranks that rows have, none where there is no such row.

        :param lows: of each, the first block that counts.
        :param highs: the last.
        """
        if not len(self._numbers):
            yield from (self._ranks for _ in range(len(numbers)))
            return
        places = np.searchsorted(self._numbers, numbers)
        places[places == len(self._numbers)] = 0
        firsts = numbers & _BLOCK
        begins = self._edges[places, np.clip(lows - firsts, 0, GROUP_BLOCKS)]
        ends = self._edges[places, np.clip(highs + 1 - firsts, 0, GROUP_BLOCKS)]
        ends[self._numbers[places] != numbers] = 0
        ranks = self._ranks
        for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
            yield ranks[begin:end]


@dataclass(frozen=True, slots=True)
class Posting:
    """What is known of a key at once."""

    key: int
    texts: int
    """How many texts have it."""
    ranks: bytes
    """Which they are, 32 bits each; empty where it is not rare."""


class Bundles:
    """What rows say of the keys of one segment: how many keys there are, the lower halves of them, how many texts have
    each, and which; 0 stands for many, of which one number says how many.

    :param rows: in order.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        held = list(rows)
        self._rows = b"".join([row for _, row in held])
        sizes = np.array([len(row) for _, row in held], np.int64)
        lows = np.cumsum(sizes) - sizes + BUNDLE_HEAD
        read = np.frombuffer(self._rows, np.uint8)
        counts = np.zeros(len(held), np.int64)
        for place in range(BUNDLE_HEAD):
            counts |= read[lows - BUNDLE_HEAD + place].astype(np.int64) << 8 * place
        firsts = np.cumsum(counts) - counts
        within = np.arange(int(counts.sum())) - np.repeat(firsts, counts)
        places = np.repeat(lows, counts) + 2 * within
        bundles = np.array([number >> KEY_BITS for number, _ in held], np.int64)
        self._keys = np.repeat(bundles, counts) | read[places] | read[places + 1].astype(np.int64) << 8
        self._sizes = read[np.repeat(lows + 2 * counts, counts) + within]
        ends = np.concatenate(([0], np.cumsum(np.maximum(self._sizes, 1), dtype=np.int64)))
        self._starts = ends[:-1] * 4 + np.repeat(lows + 3 * counts - 4 * ends[firsts], counts)

    def find(self, keys: NDArray[np.int64]) -> Iterator[Posting]:
        """Yield what is known of those of some keys that are there."""
        if not len(self._keys):
            return
        places = np.searchsorted(self._keys, keys)
        places[places == len(self._keys)] = 0
        is_there = self._keys[places] == keys
        found, places = keys[is_there], places[is_there]
        sizes, starts = self._sizes[places], self._starts[places]
        for key, size, start in zip(found.tolist(), sizes.tolist(), starts.tolist(), strict=True):
            if size:
                yield Posting(key, size, self._rows[start : start + 4 * size])
            else:
                yield Posting(key, int.from_bytes(self._rows[start : start + 4], "little"), b"")
