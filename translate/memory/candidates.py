"""A source text comes in, and the numbers of the texts of a memory that may be alike go out, the most alike first.

Where few texts are of about the length of the query, all of them are looked at. Otherwise the rarest words and pairs of
neighbouring words of the query lead to those that share most of them. Of the best, the distance in tokens decides.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from translate.memory.grains import Grains, codes_of, distinct, grains_of, strings_of
from translate.memory.postings import BLOCK_TEXTS, BUNDLE, DENSE, KEY_BITS, Bundles

_SCANNED_CODES = 400_000
"""Codes of all texts of about the length of a query, up to which all of them are looked at."""
_POSTINGS, _VERIFIED = 6_000, 128
"""Postings that are counted for a query, and texts whose distance is computed."""
_THOROUGH = 4
_SERVED = 3
"""A word that is in so many of the keys chosen leads to nothing new."""
_KEPT_KEYS = 100_000
_BUNDLES = """
SELECT p.number, p.ranks FROM json_each(?) k CROSS JOIN posting p ON p.number = k.value | ?
"""
_RANKS = """
SELECT p.number, p.ranks FROM json_each(?) k CROSS JOIN posting p ON p.number BETWEEN k.value + ? AND k.value + ?
"""
_SHAPES = """
SELECT number, length(texts) / 4, length(codes) / 2, substr(lengths, 1, 2), substr(lengths, -2) FROM block
 ORDER BY number
"""
_ALL_CODES = 1 << 16

Ranks = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text of the memory, and how alike it is: whole per cent, but for tokens mistaken for one another."""

    text: int
    percentage: int


class Index:
    """Finds the texts of a memory that are like others."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        rows = connection.execute(_SHAPES).fetchall()
        ranks = (rows[-1][0] + 1) * BLOCK_TEXTS if rows else 0
        self._texts = np.zeros(ranks, np.uint32)
        self._lengths = np.zeros(ranks, np.uint16)
        self._counts = np.zeros(ranks, np.uint16)
        self._starts = np.zeros(ranks + 1, np.int64)
        self._ends: dict[int, int] = {}
        self._spans: dict[int, tuple[int, int]] = {}
        """Lengths of the shortest and the longest text of each block."""
        codes = 0
        for number, texts, held, *lengths in rows:
            self._ends[number] = number * BLOCK_TEXTS + texts
            self._starts[number * BLOCK_TEXTS] = codes
            codes += held
            self._spans[number] = int.from_bytes(lengths[0], "little"), int.from_bytes(lengths[1], "little")
        self._codes = np.empty(codes, np.uint16)
        self._opened: set[int] = set()
        """Blocks of which texts, lengths and counts are there."""
        self._loaded: set[int] = set()
        """Those of which the codes are there too."""
        posted = connection.execute("SELECT first, last FROM segment WHERE is_posted ORDER BY first").fetchall()
        self._posted = {number for first, last in posted for number in range(first, last + 1)}
        self._segments = [first for first, _ in posted]
        """The first block of each that has postings."""
        self._known: dict[int, tuple[int, bytes]] = {}

    def find(self, texts: Sequence[str], threshold: int, *, is_thorough: bool = False) -> Iterator[list[Candidate]]:
        """Yield for each text those of the memory that reach a percentage, or seem to, the best first."""
        grains = grains_of(texts)
        ends = np.cumsum(grains.counts, dtype=np.int64)
        effort = _THOROUGH if is_thorough else 1
        self._learn(distinct(grains.keys()[0]))
        for end, count, length in zip(ends.tolist(), grains.counts.tolist(), grains.lengths.tolist(), strict=True):
            values = grains.values[end - count : end]
            yield self._find(values, length, max(1, threshold), effort) if count else []

    def _find(self, values: NDArray[np.uint32], length: int, threshold: int, effort: int) -> list[Candidate]:
        low, high = -(-length * threshold // 100), length * 100 // threshold
        runs = self._runs(low, high)
        codes = codes_of(values)
        posted = [run for run in runs if run[0] >> 16 in self._posted]
        if sum(int(self._starts[end] - self._starts[begin]) for begin, end in posted) <= _SCANNED_CODES * effort:
            posted = []
        ranks = self._scan([run for run in runs if run not in posted], codes, length, threshold, _VERIFIED * effort)
        if posted:
            within = sum(end - begin for begin, end in posted) / len(self._lengths)
            blocks = posted[0][0] >> 16, posted[-1][1] - 1 >> 16
            counted = self._count(values, (low, length, high), blocks, within, effort)
            ranks = np.union1d(ranks, counted) if len(ranks) else counted
        return self._measure(ranks, codes, length, threshold)

    def _runs(self, low: int, high: int) -> list[tuple[int, int]]:
        """Return the ranks, first and last + 1, of the texts of so many tokens, wherever they lie side by side."""
        runs: list[tuple[int, int]] = []
        for number, (shortest, longest) in self._spans.items():
            if longest < low or shortest > high:
                continue
            self._open(number)
            begin, end = number * BLOCK_TEXTS, self._ends[number]
            if shortest < low or longest > high:
                begin, end = (begin + np.searchsorted(self._lengths[begin:end], (low, high + 1))).tolist()
            if runs and runs[-1][1] == begin and (number - 1 in self._posted) == (number in self._posted):
                runs[-1] = (runs[-1][0], end)
            elif begin < end:
                runs.append((begin, end))
        return runs

    def _scan(
        self, runs: Sequence[tuple[int, int]], codes: NDArray[np.uint16], length: int, threshold: int, wanted: int
    ) -> Ranks:
        """Return the ranks of the texts that share most tokens with the query, by a look at all of them."""
        if not runs:
            return np.zeros(0, np.int64)
        is_shared = np.zeros(_ALL_CODES, np.uint8)
        is_shared[codes], is_shared[codes ^ 1] = 1, 1
        spaces = length - len(codes)
        ranks, shares = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for begin, end in runs:
            self._load(begin, end)
            starts = self._starts[begin:end]
            held = is_shared.take(self._codes[starts[0] : self._starts[end]])
            shared = np.add.reduceat(held, starts - starts[0], dtype=np.int64)
            lengths = self._lengths[begin:end].astype(np.int64)
            shared += np.minimum(lengths - self._counts[begin:end], spaces)
            share = shared * 100 // np.maximum(lengths, length)
            places = np.flatnonzero(share >= threshold)
            ranks.append(places + begin)
            shares.append(share[places])
        return _best(np.concatenate(ranks), np.concatenate(shares), wanted)

    def _count(
        self,
        values: NDArray[np.uint32],
        lengths: tuple[int, int, int],
        blocks: tuple[int, int],
        within: float,
        effort: int,
    ) -> Ranks:
        """Return the ranks of the texts that share most of the rarest keys of the query.

        :param lengths: the least that counts, that of the query, the greatest.
        :param blocks: the first and the last that have texts of such lengths.
        :param within: share of all texts that have.
        """
        keys = self._choose(values, within, _POSTINGS * effort)
        ranks = self._postings(keys, blocks)
        held = self._lengths[ranks]
        ranks = np.sort(ranks[(held >= lengths[0]) & (held <= lengths[2])])
        edges = np.flatnonzero(np.concatenate(([True], ranks[1:] != ranks[:-1], [True])))
        owners = ranks[edges[:-1]]
        shares = np.diff(edges).astype(np.float32) * np.float32(1 / max(1, len(keys)))
        shares -= np.maximum(1 - lengths[1] / self._lengths[owners].astype(np.float32), 0)
        return _best(owners, shares, _VERIFIED * effort)

    def _choose(self, values: NDArray[np.uint32], within: float, budget: int) -> list[int]:
        """Return the rarest keys, none of which has words only that others serve already, as many as may be counted."""
        count = len(values)
        numbers, _ = Grains(values, np.array([count], np.uint16), np.zeros(1, np.uint16)).keys()
        keys = numbers.tolist()
        known = self._known
        if not all(map(known.__contains__, keys)):  # what was known may have been forgotten since
            self._learn(keys)
        held = np.array([known[key][0] for key in keys], np.int64)
        sizes = np.where(held, (held * within).astype(np.int64) + 1, 0)
        served = [0] * count
        chosen: dict[int, None] = {}
        for place in np.lexsort((numbers, sizes))[np.count_nonzero(held == 0) :].tolist():
            size, key = int(sizes[place]), keys[place]
            if chosen and size > budget:
                break
            words = _words_of(place, count)
            if key not in chosen and min([served[word] for word in words]) < _SERVED:
                budget -= size
                chosen[key] = None
                for word in words:
                    served[word] += 1
        return list(chosen)

    def _learn(self, keys: Sequence[int]) -> None:
        """Read how many texts have each key, and which they are where it is rare."""
        known = self._known
        missing = sorted({key for key in keys if key not in known})
        if len(known) + len(missing) > _KEPT_KEYS:
            known.clear()
            missing = sorted({*keys})
        known.update(dict.fromkeys(missing, (0, b"")))
        wanted = np.array(missing, np.int64)
        bundles = str([bundle << KEY_BITS for bundle in distinct(wanted & BUNDLE)])
        for first in self._segments:
            for posting in Bundles(self._connection.execute(_BUNDLES, (bundles, first))).find(wanted):
                texts, ranks = known[posting.key]
                known[posting.key] = texts + posting.texts, ranks + posting.ranks

    def _postings(self, keys: Sequence[int], blocks: tuple[int, int]) -> NDArray[np.uint32]:
        """Return the ranks of the texts that have a key, once for each key; those in other blocks need not be there."""
        found = [self._known[key] for key in keys]
        dense = [key << KEY_BITS | DENSE for key, (size, rare) in zip(keys, found, strict=True) if len(rare) < 4 * size]
        rows = self._connection.execute(_RANKS, (str(dense), *blocks)).fetchall() if dense else []
        counts = [len(ranks) // 2 for _, ranks in rows]
        numbers = np.array([number & (DENSE - 1) for number, _ in rows], np.uint32)
        places = np.frombuffer(b"".join([ranks for _, ranks in rows]), "<u2").astype(np.uint32)
        places |= np.repeat(numbers << np.uint32(16), counts)
        return np.concatenate((places, np.frombuffer(b"".join([rare for _, rare in found]), "<u4")))

    def _measure(self, ranks: Ranks, codes: NDArray[np.uint16], length: int, threshold: int) -> list[Candidate]:
        """Return the texts of some ranks that reach a percentage, the best first."""
        if not len(ranks):
            return []
        self._load(int(ranks[0]), int(ranks[-1]) + 1, ranks)
        counts = self._counts[ranks].astype(np.int64)
        ends = np.cumsum(counts)
        held = self._codes[np.repeat(self._starts[ranks] - (ends - counts), counts) + np.arange(int(ends[-1]))]
        longest = np.maximum(self._lengths[ranks].astype(np.int64), length)
        cutoff = int(longest.max()) * (100 - threshold) // 100
        asked = strings_of(codes, np.array([len(codes)]))
        distances = cdist(
            asked, strings_of(held, counts), scorer=Levenshtein.distance, score_cutoff=cutoff, dtype=np.int32
        )[0]
        percentages = (longest - distances) * 100 // longest
        found = np.flatnonzero(percentages >= threshold)
        numbers, percentages = self._texts[ranks[found]], percentages[found]
        best = np.lexsort((numbers, -percentages))
        return [
            Candidate(text, percentage)
            for text, percentage in zip(numbers[best].tolist(), percentages[best].tolist(), strict=True)
        ]

    def _open(self, number: int) -> None:
        """Read what is known of the texts of a block, all but their codes."""
        if number in self._opened:
            return
        query = "SELECT texts, lengths, counts FROM block WHERE number = ?"
        texts, lengths, counts = self._connection.execute(query, (number,)).fetchone()
        first, end = number * BLOCK_TEXTS, self._ends[number]
        self._texts[first:end] = np.frombuffer(texts, "<u4")
        self._lengths[first:end] = np.frombuffer(lengths, "<u2")
        self._counts[first:end] = np.frombuffer(counts, "<u2")
        starts = self._starts[first : end + 1]
        np.cumsum(self._counts[first:end], out=starts[1:])
        starts[1:] += starts[0]
        self._opened.add(number)

    def _load(self, begin: int, end: int, ranks: Ranks | None = None) -> None:
        """Read the codes of the blocks between two ranks, or of those that some ranks are in."""
        needed = range(begin >> 16, (end - 1 >> 16) + 1)
        if self._loaded.issuperset(needed):
            return
        for number in needed if ranks is None else distinct(ranks >> 16):
            if number not in self._loaded and number in self._ends:
                query = "SELECT codes FROM block WHERE number = ?"
                (codes,) = self._connection.execute(query, (number,)).fetchone()
                first = self._starts[number * BLOCK_TEXTS]
                self._codes[first : first + len(codes) // 2] = np.frombuffer(codes, "<u2")
                self._loaded.add(number)


def _words_of(place: int, count: int) -> tuple[int, ...]:
    """Return which of `count` words the key at a place among :meth:`Grains.keys` is of."""
    if place < count:
        return (place,)
    first = place - count
    return (first, first + 1) if first < count - 1 else (first - count + 1, first - count + 3)


def _best(
    ranks: NDArray[np.int64] | NDArray[np.uint32], shares: NDArray[np.int64] | NDArray[np.float32], wanted: int
) -> Ranks:
    """Return the ranks of the highest shares, ascending."""
    if len(ranks) > wanted:
        ranks = ranks[np.argpartition(shares, len(ranks) - wanted)[-wanted:]]
    return np.sort(ranks).astype(np.int64)
