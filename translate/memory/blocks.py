"""The blocks of an index come in; where texts of so many tokens are, and their codes, go out, read when asked for."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from translate.memory.database import row_of
from translate.memory.layout import BLOCK_TEXTS, CHUNK_BITS, CHUNK_TEXTS, MISSING_PART, NO_PART, numbers_in

_SHAPES = """
SELECT number, length(texts) / 4, codes, substr(lengths, 1, 2), substr(lengths, -2) FROM block
 ORDER BY number
"""
_CODES = "SELECT c.number, c.codes FROM json_each(?) k CROSS JOIN code c ON c.number = k.value"


class Run(NamedTuple):
    """Ranks that lie side by side."""

    begin: int
    end: int
    """The last + 1."""
    codes: int
    """How many codes their texts have."""


class Block:
    """What is known of the texts of a block, all but their codes.

    :param row: `texts`, `lengths` and `counts`, as they are stored.
    :param size: how many texts there are.
    :raises sqlite3.DatabaseError: where that is not so.
    """

    def __init__(self, row: Sequence[object], size: int) -> None:
        self.texts = numbers_in(row[0], "I", size)
        """The number of each text."""
        self.lengths = numbers_in(row[1], "H", size)
        """How many tokens each text has."""
        self.counts = numbers_in(row[2], "H", size)
        """How many codes each text has."""

    @cached_property
    def _ends(self) -> list[int]:
        """How many codes the texts before each chunk have."""
        chunks = range(0, len(self.counts), CHUNK_TEXTS)
        return list(accumulate((sum(self.counts[begin : begin + CHUNK_TEXTS]) for begin in chunks), initial=0))

    def codes_before(self, place: int) -> int:
        """Return how many codes the texts before a place have."""
        return self._ends[place >> CHUNK_BITS] + self.codes_in_chunk_before(place)

    def codes_in_chunk_before(self, place: int) -> int:
        """Return how many of them are in the chunk of that place."""
        return sum(self.counts[place >> CHUNK_BITS << CHUNK_BITS : place])


class Blocks:
    """What a memory knows of its texts by their rank.

    :param posted: the blocks that have postings.
    :raises sqlite3.DatabaseError: where a part of the index is damaged.
    """

    def __init__(self, connection: sqlite3.Connection, posted: Collection[int]) -> None:
        self._connection, self._posted = connection, posted
        self.shapes: dict[int, tuple[int, int]] = {}
        """Of each block how many texts and how many codes it has."""
        self._spans: dict[int, tuple[int, int]] = {}
        """Lengths of the shortest and the longest text of each block."""
        for number, texts, held, *lengths in connection.execute(_SHAPES).fetchall():
            are_numbers = isinstance(number, int) and isinstance(texts, int) and isinstance(held, int)
            if not (are_numbers and all(isinstance(one, bytes) and one for one in lengths)):
                raise sqlite3.DatabaseError(NO_PART)
            self.shapes[number] = texts, held
            self._spans[number] = int.from_bytes(lengths[0], "little"), int.from_bytes(lengths[1], "little")
        self._opened: dict[int, Block] = {}
        self._runs: dict[tuple[int, int], list[Run]] = {}
        """By the tokens that texts have at least and at most: where they are."""

    def __len__(self) -> int:
        """Return how many ranks there are, those that no text has included."""
        return (max(self.shapes) + 1) * BLOCK_TEXTS if self.shapes else 0

    def runs(self, low: int, high: int) -> list[Run]:
        """Return where the texts of so many tokens are; no run goes from blocks with postings into others."""
        window = low, high
        if window not in self._runs:
            self._runs[window] = self._runs_of(low, high)
        return self._runs[window]

    def open(self, number: int) -> Block:
        """Return what is known of the texts of a block."""
        if number not in self._opened:
            query = "SELECT texts, lengths, counts FROM block WHERE number = ?"
            self._opened[number] = Block(row_of(self._connection, query, number), self.shapes[number][0])
        return self._opened[number]

    def chunks(self, numbers: Sequence[int]) -> Iterator[tuple[int, array[int]]]:
        """Yield the codes of some chunks.

        :param numbers: those of the chunks, each once and the lowest first.
        """
        found = self._connection.execute(_CODES, (str(list(numbers)),)).fetchall()
        if len(found) != len(numbers):
            raise sqlite3.DatabaseError(MISSING_PART)
        yield from ((number, numbers_in(codes, "H")) for number, codes in found)

    def _runs_of(self, low: int, high: int) -> list[Run]:
        runs: list[Run] = []
        for number, (shortest, longest) in self._spans.items():
            if longest < low or shortest > high:
                continue
            block = self.open(number)
            begin, end = 0, len(block.lengths)
            codes = self.shapes[number][1]
            if shortest < low or longest > high:
                begin, end = bisect_left(block.lengths, low), bisect_right(block.lengths, high)
                codes = block.codes_before(end) - block.codes_before(begin)
            first = number * BLOCK_TEXTS
            is_next = runs and runs[-1].end == first + begin
            if is_next and (number - 1 in self._posted) == (number in self._posted):
                runs[-1] = Run(runs[-1].begin, first + end, runs[-1].codes + codes)
            elif begin < end:
                runs.append(Run(first + begin, first + end, codes))
        return runs
