"""The blocks of an index come in; where texts of so many tokens are, and their codes, go out, read when asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.memory.database import row_of
from translate.memory.grains import distinct
from translate.memory.posted import NO_PART
from translate.memory.postings import BLOCK_TEXTS, CHUNK_TEXTS

BLOCK_BITS = BLOCK_TEXTS.bit_length() - 1
_CHUNK_BITS = CHUNK_TEXTS.bit_length() - 1
_SHAPES = """
SELECT number, length(texts) / 4, codes, substr(lengths, 1, 2), substr(lengths, -2) FROM block
 ORDER BY number
"""
_CODES = "SELECT c.number, c.codes FROM json_each(?) k CROSS JOIN code c ON c.number = k.value"

Ranks = NDArray[np.int64]
Run = tuple[int, int]
"""First and last + 1 of ranks that lie side by side."""


class Blocks:
    """What a memory knows of its texts by their rank.

    :param posted: the blocks that have postings.
    :raises sqlite3.DatabaseError: where a part of the index is damaged.
    """

    def __init__(self, connection: sqlite3.Connection, posted: Collection[int]) -> None:
        self._connection, self._posted = connection, posted
        rows = connection.execute(_SHAPES).fetchall()
        ranks = (rows[-1][0] + 1) * BLOCK_TEXTS if rows else 0
        self.texts = np.zeros(ranks, np.uint32)
        """The number of each text; this and what follows is there in blocks that :meth:`runs` has named."""
        self.lengths = np.zeros(ranks, np.uint16)
        """How many tokens each text has."""
        self.counts = np.zeros(ranks, np.uint16)
        """How many codes each text has."""
        self.starts = np.zeros(ranks + 1, np.int64)
        """Where the codes of each text begin."""
        self._ends: dict[int, int] = {}
        self._spans: dict[int, tuple[int, int]] = {}
        """Lengths of the shortest and the longest text of each block."""
        codes = 0
        for number, texts, held, *lengths in rows:
            are_numbers = isinstance(number, int) and isinstance(texts, int) and isinstance(held, int)
            if not (are_numbers and all(isinstance(one, bytes) and one for one in lengths)):
                raise sqlite3.DatabaseError(NO_PART)
            self._ends[number] = number * BLOCK_TEXTS + texts
            self.starts[number * BLOCK_TEXTS] = codes
            codes += held
            self._spans[number] = int.from_bytes(lengths[0], "little"), int.from_bytes(lengths[1], "little")
        self._codes = np.empty(codes, np.uint16)
        self._opened: set[int] = set()
        self._runs: dict[tuple[int, int], list[Run]] = {}
        """By the tokens that texts have at least and at most: where they are."""
        self._loaded = np.zeros(ranks >> _CHUNK_BITS, bool)
        """By chunk: whether the codes of its texts are there too."""

    def __len__(self) -> int:
        return len(self.lengths)

    def runs(self, low: int, high: int) -> list[Run]:
        """Return where the texts of so many tokens are; no run goes from blocks with postings into others."""
        window = low, high
        if window not in self._runs:
            self._runs[window] = self._runs_of(low, high)
        return self._runs[window]

    def size_of(self, run: Run) -> int:
        """Return how many codes the texts of a run have."""
        return int(self.starts[run[1]] - self.starts[run[0]])

    def codes_of_run(self, run: Run) -> NDArray[np.uint16]:
        """Return the codes of all texts of a run."""
        begin, end = run
        self._load(np.arange(begin >> _CHUNK_BITS, (end - 1 >> _CHUNK_BITS) + 1))
        return self._codes[self.starts[begin] : self.starts[end]]

    def codes_of(self, ranks: Ranks) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
        """Return the codes of some texts, one after the other, and how many each text has."""
        self._load(ranks >> _CHUNK_BITS)
        counts = self.counts[ranks].astype(np.int64)
        ends = np.cumsum(counts)
        places = np.repeat(self.starts[ranks] - (ends - counts), counts)
        places += np.arange(len(places))
        return self._codes.take(places), counts

    def _runs_of(self, low: int, high: int) -> list[Run]:
        runs: list[Run] = []
        for number, (shortest, longest) in self._spans.items():
            if longest < low or shortest > high:
                continue
            self._open(number)
            begin, end = number * BLOCK_TEXTS, self._ends[number]
            if shortest < low or longest > high:
                begin, end = (begin + np.searchsorted(self.lengths[begin:end], (low, high + 1))).tolist()
            if runs and runs[-1][1] == begin and (number - 1 in self._posted) == (number in self._posted):
                runs[-1] = (runs[-1][0], end)
            elif begin < end:
                runs.append((begin, end))
        return runs

    def _open(self, number: int) -> None:
        """Read what is known of the texts of a block, all but their codes."""
        if number in self._opened:
            return
        query = "SELECT texts, lengths, counts FROM block WHERE number = ?"
        texts, lengths, counts = row_of(self._connection, query, number)
        first, end = number * BLOCK_TEXTS, self._ends[number]
        self.texts[first:end] = _numbers_of(texts, "<u4", end - first)
        self.lengths[first:end] = _numbers_of(lengths, "<u2", end - first)
        self.counts[first:end] = _numbers_of(counts, "<u2", end - first)
        starts = self.starts[first : end + 1]
        np.cumsum(self.counts[first:end], out=starts[1:])
        starts[1:] += starts[0]
        self._opened.add(number)

    def _load(self, chunks: Ranks) -> None:
        """Read the codes of some chunks of blocks that are open."""
        missing = chunks[~self._loaded[chunks]]
        if not len(missing):
            return
        wanted = distinct(missing)
        found = self._connection.execute(_CODES, (str(wanted),)).fetchall()
        if len(found) != len(wanted):
            raise sqlite3.DatabaseError("a part of the index is missing")
        for number, codes in found:
            size = len(codes) // 2 if isinstance(codes, bytes) else 0
            place = self._codes[self.starts[number << _CHUNK_BITS] :][:size]
            place[:] = _numbers_of(codes, "<u2", len(place))
        self._loaded[missing] = True


def _numbers_of(held: object, kind: str, count: int) -> NDArray[Any]:
    """Return the numbers that a part of the index is.

    :raises sqlite3.DatabaseError: where it is not so many.
    """
    if not isinstance(held, bytes) or len(held) != count * np.dtype(kind).itemsize:
        raise sqlite3.DatabaseError(NO_PART)
    return np.frombuffer(held, kind)
