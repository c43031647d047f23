"""Rows of groups come in, and the ranks of the texts that frequent keys have go out, for many queries at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from translate.memory.layout import DENSE, GROUP_BLOCKS, NO_PART, Row
from translate.memory.posted import Held

_BLOCK = DENSE - 1


def ranks_held(held: Held) -> Iterator[NDArray[np.uint32]]:
    """Yield what :meth:`Held.ranks` does, as numbers."""
    counts = list(map(len, held.groups))
    every = np.fromiter(chain.from_iterable(held.groups), np.int64)
    edges = np.repeat(np.array(held.spans, np.int64).reshape(-1, 2), counts, axis=0)
    parts = Groups(held.rows).find(every, edges[:, 0], edges[:, 1])
    for count, rare in zip(counts, held.rare, strict=True):
        yield np.concatenate((np.frombuffer(rare, "<u4"), *islice(parts, count)))


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
