"""Source texts come in, and the numbers of the texts of a memory that may be like each go out, the most alike first.

Where few texts are of about the length of the query, all of them are looked at. Otherwise the rarest words and pairs of
neighbouring words of the query lead to those that share most of them. Of the best, the distance in tokens decides. What
is asked of the file, and all that is computed alike for each query, is done for many queries at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from translate.memory.blocks import BLOCK_BITS, Blocks, Ranks, Run
from translate.memory.grains import Asked, codes_of, grains_of, strings_of
from translate.memory.keys import Keys
from translate.records import dataclass

_SCANNED_CODES = 400_000
"""Codes of all texts of about the length of a query, up to which all of them are looked at."""
_POSTINGS, _VERIFIED = 6_000, 128
"""Postings that are counted for a query, and texts whose distance is computed."""
_THOROUGH = 4
_TOGETHER = 32
"""Queries whose postings are read at a time: those of many more take memory and are no faster."""
_SHORTER = np.float32(0.001)
"""What a shorter text loses for its length, a longer one losing 1: it decides among equals."""
_SERVED = 3
"""A word that is in so many of the keys chosen leads to nothing new."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text of the memory, and how alike it is: whole per cent, but for tokens mistaken for one another."""

    text: int
    percentage: int


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """How a query is answered: runs that are looked at whole, and keys that lead into others."""

    asked: Asked
    scanned: list[Run]
    posted: list[Run]
    keys: list[int]


class Index:
    """Finds the texts of a memory that are like others."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute("SELECT first, last FROM segment WHERE is_posted ORDER BY first").fetchall()
        self._posted = {number for first, last in rows for number in range(first, last + 1)}
        self._blocks = Blocks(connection, self._posted)
        self._keys = Keys(connection, rows)

    def find(self, texts: Sequence[str], threshold: int, *, is_thorough: bool = False) -> Iterator[list[Candidate]]:
        """Yield for each text those of the memory that reach a percentage, or seem to, the best first."""
        grains = grains_of(texts)
        keys, owners = grains.keys()
        keys = keys[np.argsort(owners, kind="stable")]
        sizes = self._keys.sizes(keys)
        codes = codes_of(grains.values)
        ends = np.cumsum(grains.counts, dtype=np.int64)
        key_ends = np.cumsum(np.bincount(owners, minlength=len(texts)))
        shapes = zip(
            strings_of(codes, ends),
            np.split(codes, ends[:-1]),
            np.split(keys, key_ends[:-1]),
            np.split(sizes, key_ends[:-1]),
            grains.lengths.tolist(),
            strict=True,
        )
        effort = _THOROUGH if is_thorough else 1
        asked = (Asked(*shape) for shape in shapes)
        while some := list(islice(asked, _TOGETHER)):
            yield from self._find(some, max(1, threshold), effort)

    def _find(self, some: Sequence[Asked], threshold: int, effort: int) -> Iterator[list[Candidate]]:
        plans = [self._plan(asked, threshold, effort) for asked in some]
        posted = [plan for plan in plans if plan.posted]
        spans = [(plan.posted[0][0] >> BLOCK_BITS, plan.posted[-1][1] - 1 >> BLOCK_BITS) for plan in posted]
        held = self._keys.ranks([plan.keys for plan in posted], spans)
        wanted = _VERIFIED * effort
        found = []
        for plan in plans:
            ranks = self._scan(plan.scanned, plan.asked, threshold, wanted)
            if plan.posted:
                counted = self._count(plan, next(held), wanted)
                ranks = np.union1d(ranks, counted) if len(ranks) else counted
            found.append(ranks)
        return self._measure(some, found, threshold)

    def _plan(self, asked: Asked, threshold: int, effort: int) -> _Plan:
        length = asked.length
        runs = self._blocks.runs(-(-length * threshold // 100), length * 100 // threshold) if length else []
        posted = [run for run in runs if run[0] >> BLOCK_BITS in self._posted]
        if sum(map(self._blocks.size_of, posted)) <= _SCANNED_CODES * effort:
            return _Plan(asked, runs, [], [])
        within = sum(end - begin for begin, end in posted) / len(self._blocks)
        scanned = [run for run in runs if run not in posted]
        return _Plan(asked, scanned, posted, _choose(asked, within, _POSTINGS * effort))

    def _scan(self, runs: Sequence[Run], asked: Asked, threshold: int, wanted: int) -> Ranks:
        """Return the ranks of the texts that share most tokens with the query, by a look at all of them."""
        ranks, shares = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for begin, end in runs:
            held = self._blocks.codes_of_run((begin, end))
            counts, lengths = self._blocks.counts[begin:end], self._blocks.lengths[begin:end].astype(np.int64)
            starts = self._blocks.starts[begin:end]
            shared = np.add.reduceat(asked.are_shared(held), starts - starts[0], dtype=np.int64)
            share = most_alike(shared, counts, lengths, asked.spaces, asked.length)
            places = np.flatnonzero(share >= threshold)
            ranks.append(places + begin)
            shares.append(share[places])
        return _best(np.concatenate(ranks), np.concatenate(shares), wanted)

    def _count(self, plan: _Plan, held: NDArray[np.uint32], wanted: int) -> Ranks:
        """Return those ranks of the runs of a plan whose texts share most of its keys.

        :param held: the rank of each text, once for each key that it has.
        """
        held.sort()
        cuts = np.searchsorted(held, np.array(plan.posted, np.uint32).ravel()).tolist()
        parts = [held[begin:end] for begin, end in zip(cuts[::2], cuts[1::2], strict=True)]
        ranks = parts[0] if len(parts) == 1 else np.concatenate(parts)
        share = np.float32(1 / max(1, len(plan.keys)))
        levels = [ranks]
        while len(again := _again(levels[-1])) > wanted:
            levels.append(again)
        for fewer in reversed(range(len(levels))):
            owners, counts = _counted(levels[fewer])
            shares = self._shares(owners, counts + fewer, share, plan.asked)
            # of the texts that have no more than `fewer` keys, none reaches more than so many shares
            if not fewer or (len(owners) > wanted and np.partition(shares, -wanted)[-wanted] > share * fewer):
                break
        return _best(owners, shares, wanted)

    def _shares(
        self, owners: NDArray[np.uint32], counts: NDArray[np.int64], share: np.float32, asked: Asked
    ) -> NDArray[np.float32]:
        """Return the share of the keys that texts have, less what they lose for being longer than the query."""
        excess = 1 - asked.length / self._blocks.lengths.take(owners).astype(np.float32)
        shares: NDArray[np.float32] = counts.astype(np.float32) * share - np.maximum(excess, excess * -_SHORTER)
        return shares

    def _measure(self, some: Sequence[Asked], found: Sequence[Ranks], threshold: int) -> Iterator[list[Candidate]]:
        """Yield for each query the texts of some ranks that reach a percentage, the best first."""
        ranks = np.concatenate(found)
        if not len(ranks):
            yield from ([] for _ in some)
            return
        owners = np.repeat(np.arange(len(some)), list(map(len, found)))
        is_likely = self._most_alike(some, ranks, owners) >= threshold
        ranks, owners = ranks[is_likely], owners[is_likely]
        held, counts = self._blocks.codes_of(ranks)
        others = iter(strings_of(held, np.cumsum(counts)))
        longest = np.maximum(self._blocks.lengths[ranks].astype(np.int64), np.array([a.length for a in some])[owners])
        distances = np.zeros(len(ranks), np.int64)
        end = 0
        for asked, likely in zip(some, np.bincount(owners, minlength=len(some)).tolist(), strict=True):
            if likely:
                begin, end = end, end + likely
                cutoff = int(longest[begin:end].max()) * (100 - threshold) // 100
                texts = list(islice(others, likely))
                distances[begin:end] = cdist(
                    [asked.string], texts, scorer=Levenshtein.distance, score_cutoff=cutoff, dtype=np.int32
                )[0]
        percentages = (longest - distances) * 100 // longest
        reached = np.flatnonzero(percentages >= threshold)
        numbers, percentages, owners = self._blocks.texts[ranks[reached]], percentages[reached], owners[reached]
        order = np.lexsort((numbers, -percentages, owners))
        candidates = map(Candidate, numbers[order].tolist(), percentages[order].tolist())
        for count in np.bincount(owners, minlength=len(some)).tolist():
            yield list(islice(candidates, count))

    def _most_alike(self, some: Sequence[Asked], ranks: Ranks, owners: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the percentage that each of some texts has at most with the query that owns it."""
        held, counts = self._blocks.codes_of(ranks)
        ends = np.cumsum(counts)
        is_shared = np.empty(len(held), np.uint8)
        edges = np.concatenate(([0], ends))[np.searchsorted(owners, np.arange(len(some) + 1))].tolist()
        for asked, begin, end in zip(some, edges, edges[1:], strict=False):
            is_shared[begin:end] = asked.are_shared(held[begin:end])
        shared = np.add.reduceat(is_shared, ends - counts, dtype=np.int64)
        own = np.array([(asked.spaces, asked.length) for asked in some])[owners]
        return most_alike(shared, counts, self._blocks.lengths[ranks].astype(np.int64), own[:, 0], own[:, 1])


def most_alike(
    shared: NDArray[np.int64],
    counts: NDArray[Any],
    lengths: NDArray[np.int64],
    spaces: NDArray[np.int64] | int,
    length: NDArray[np.int64] | int,
) -> NDArray[np.int64]:
    """Return the percentage that each of some texts has at most.

    :param shared: codes of each that the query has too.
    :param counts: codes of each.
    :param lengths: tokens of each, single spaces too.
    :param spaces: single spaces of the query.
    :param length: tokens of the query.
    """
    bounds: NDArray[np.int64] = (shared + np.minimum(lengths - counts, spaces)) * 100 // np.maximum(lengths, length)
    return bounds


def _again(ordered: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return some values in order, each once less often than it is there."""
    return ordered[1:].compress(ordered[1:] == ordered[:-1])


def _counted(ordered: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return each of some values in order once, and how often it is there."""
    edges = np.ones(len(ordered) + 1, bool)
    np.not_equal(ordered[1:], ordered[:-1], out=edges[1:-1])
    (starts,) = edges.nonzero()
    return ordered.take(starts[:-1]), starts[1:] - starts[:-1]


def _choose(asked: Asked, within: float, budget: int) -> list[int]:
    """Return the rarest keys, none of which has words only that others serve already, as many as may be counted.

    :param within: share of all texts that may be alike.
    """
    held = asked.sizes
    sizes = np.where(held, (held * within).astype(np.int64) + 1, 0)
    order = np.lexsort((asked.keys, sizes))[np.count_nonzero(held == 0) :]
    ones, others = asked.words()
    served = [0] * len(asked.codes)
    chosen: dict[int, None] = {}
    for place, size, key in zip(order.tolist(), sizes[order].tolist(), asked.keys[order].tolist(), strict=True):
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


def _best(ranks: Ranks | NDArray[np.uint32], shares: NDArray[np.int64] | NDArray[np.float32], wanted: int) -> Ranks:
    """Return the ranks of the highest shares, ascending; of equal ones, those of the shortest texts."""
    if len(ranks) > wanted:
        least = np.partition(shares, len(shares) - wanted)[len(shares) - wanted]
        is_kept = shares > least
        is_kept[np.flatnonzero(shares == least)[: wanted - np.count_nonzero(is_kept)]] = True
        ranks = ranks[is_kept]
    return ranks.astype(np.int64)
