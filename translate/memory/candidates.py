"""Source texts come in, and the numbers of the texts of a memory that may be like each go out, the most alike first.

Where few texts are of about the length of the query, all of them are looked at. Otherwise the rarest words and pairs of
neighbouring words of the query lead to those that share most of them. Of the best, the distance in tokens decides. What
is asked of the file is asked for many queries at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from translate.memory.blocks import Blocks
from translate.memory.counters import Asked, Candidate, Counter, Plan
from translate.memory.few_counter import FewCounter
from translate.memory.keys import Keys
from translate.memory.layout import BLOCK_BITS

_SCANNED_CODES = 400_000
"""Codes of all texts of about the length of a query, up to which all of them are looked at."""
_POSTINGS, _VERIFIED = 6_000, 128
"""Postings that are counted for a query, and texts whose distance is computed."""
_THOROUGH = 4
_TOGETHER = 32
"""Queries whose postings are read at a time: those of many more take memory and are no faster."""
_FEW = 40
"""Queries of a memory that are answered without numpy: of more, to load it pays."""
_SERVED = 3
"""A word that is in so many of the keys chosen leads to nothing new."""


class Index:
    """Finds the texts of a memory that are like others."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute("SELECT first, last FROM segment WHERE is_posted ORDER BY first").fetchall()
        self._posted = {number for first, last in rows for number in range(first, last + 1)}
        self._blocks = Blocks(connection, self._posted)
        self._keys = Keys(connection, rows)
        self._counter: Counter[Any, Any] = FewCounter(self._blocks)
        self._left = _FEW
        """Queries that are answered before numpy is loaded."""

    def find(self, texts: Sequence[str], threshold: int, *, is_thorough: bool = False) -> Iterator[list[Candidate]]:
        """Yield for each text those of the memory that reach a percentage, or seem to, the best first."""
        self._choose_counter(len(texts))
        asked = self._counter.ask(texts)
        sizes = self._keys.sizes([one.keys for one in asked])
        effort = _THOROUGH if is_thorough else 1
        for start in range(0, len(texts), _TOGETHER):
            some = slice(start, start + _TOGETHER)
            yield from self._find(asked[some], sizes[some], max(1, threshold), effort)

    def _choose_counter(self, count: int) -> None:
        self._left -= count
        if self._left < 0 and isinstance(self._counter, FewCounter):
            from translate.memory.many_counter import ManyCounter  # which loads numpy

            self._counter = ManyCounter(self._blocks)

    def _find(
        self, some: Sequence[Asked], sizes: Sequence[Sequence[int]], threshold: int, effort: int
    ) -> Iterator[list[Candidate]]:
        plans = [self._plan(asked, own, threshold, effort) for asked, own in zip(some, sizes, strict=True)]
        posted = [plan for plan in plans if plan.posted]
        spans = [(plan.posted[0].begin >> BLOCK_BITS, plan.posted[-1].end - 1 >> BLOCK_BITS) for plan in posted]
        held = self._keys.read([plan.keys for plan in posted], spans)
        return self._counter.answer(plans, held, threshold, _VERIFIED * effort)

    def _plan(self, asked: Asked, sizes: Sequence[int], threshold: int, effort: int) -> Plan:
        length = asked.length
        runs = self._blocks.runs(-(-length * threshold // 100), length * 100 // threshold) if length else []
        posted = [run for run in runs if run.begin >> BLOCK_BITS in self._posted]
        if sum(run.codes for run in posted) <= _SCANNED_CODES * effort:
            return Plan(asked, runs, [], [])
        within = sum(run.end - run.begin for run in posted) / len(self._blocks)
        scanned = [run for run in runs if run not in posted]
        return Plan(asked, scanned, posted, _choose(asked, sizes, within, _POSTINGS * effort))


def _choose(asked: Asked, sizes: Sequence[int], within: float, budget: int) -> list[int]:
    """Return the rarest keys, none of which has words only that others serve already, as many as may be counted.

    :param sizes: how many texts have each key.
    :param within: share of all texts that may be alike.
    """
    shapes = enumerate(zip(sizes, asked.keys, strict=True))
    ordered = sorted([(int(size * within) + 1, key, place) for place, (size, key) in shapes if size])
    ones, others = asked.words()
    served = [0] * len(asked.codes)
    chosen: dict[int, None] = {}
    for size, key, place in ordered:
        if chosen and size > budget:
            break
        one, other = ones[place], others[place]
        if (served[one] < _SERVED or served[other] < _SERVED) and key not in chosen:
            budget -= size
            chosen[key] = None
            served[one] += 1
            if other != one:
                served[other] += 1
    return list(chosen)
