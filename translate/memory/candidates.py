"""A source text comes in, and the numbers of the texts of a memory that may be alike go out, the most alike first.

Where few texts are of about the length of the query, all of them are looked at. Otherwise the rarest words and pairs of
neighbouring words of the query lead to those that share most of them. Of the best, the distance in tokens decides.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from translate.memory.database import row_of
from translate.memory.grains import Asked, codes_of, distinct, grains_of, strings_of
from translate.memory.keys import Keys
from translate.memory.postings import BLOCK_TEXTS, CHUNK_TEXTS
from translate.records import dataclass

_SCANNED_CODES = 400_000
"""Codes of all texts of about the length of a query, up to which all of them are looked at."""
_POSTINGS, _VERIFIED = 6_000, 128
"""Postings that are counted for a query, and texts whose distance is computed."""
_THOROUGH = 4
_SHORTER = np.float32(0.001)
"""What a shorter text loses for its length, a longer one losing 1: it decides among equals."""
_SERVED = 3
"""A word that is in so many of the keys chosen leads to nothing new."""
_SHAPES = """
SELECT number, length(texts) / 4, codes, substr(lengths, 1, 2), substr(lengths, -2) FROM block
 ORDER BY number
"""

_CODES = "SELECT c.number, c.codes FROM json_each(?) k CROSS JOIN code c ON c.number = k.value"
_CHUNK_BITS = CHUNK_TEXTS.bit_length() - 1

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
            are_numbers = isinstance(number, int) and isinstance(texts, int) and isinstance(held, int)
            if not (are_numbers and all(isinstance(one, bytes) and one for one in lengths)):
                raise sqlite3.DatabaseError("a part of the index is no part")
            self._ends[number] = number * BLOCK_TEXTS + texts
            self._starts[number * BLOCK_TEXTS] = codes
            codes += held
            self._spans[number] = int.from_bytes(lengths[0], "little"), int.from_bytes(lengths[1], "little")
        self._codes = np.empty(codes, np.uint16)
        self._opened: set[int] = set()
        """Blocks of which texts, lengths and counts are there."""
        self._runs: dict[tuple[int, int], list[tuple[int, int]]] = {}
        """By the tokens that texts have at least and at most: where they are."""
        self._loaded = np.zeros(ranks >> _CHUNK_BITS, bool)
        """By chunk: whether the codes of its texts are there too."""
        posted = connection.execute("SELECT first, last FROM segment WHERE is_posted ORDER BY first").fetchall()
        self._posted = {number for first, last in posted for number in range(first, last + 1)}
        self._keys = Keys(connection, [first for first, _ in posted])

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
        for shape in shapes:
            asked = Asked(*shape)
            yield self._find(asked, max(1, threshold), effort) if asked.string else []

    def _find(self, asked: Asked, threshold: int, effort: int) -> list[Candidate]:
        length = asked.length
        window = -(-length * threshold // 100), length * 100 // threshold
        if window not in self._runs:
            self._runs[window] = self._runs_of(*window)
        runs = self._runs[window]
        posted = [run for run in runs if run[0] >> 16 in self._posted]
        if sum(int(self._starts[end] - self._starts[begin]) for begin, end in posted) <= _SCANNED_CODES * effort:
            posted = []
        ranks = self._scan([run for run in runs if run not in posted], asked, threshold, _VERIFIED * effort)
        if posted:
            counted = self._count(asked, posted, effort)
            ranks = np.union1d(ranks, counted) if len(ranks) else counted
        return self._measure(ranks, asked, threshold)

    def _runs_of(self, low: int, high: int) -> list[tuple[int, int]]:
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

    def _scan(self, runs: Sequence[tuple[int, int]], asked: Asked, threshold: int, wanted: int) -> Ranks:
        """Return the ranks of the texts that share most tokens with the query, by a look at all of them."""
        if not runs:
            return np.zeros(0, np.int64)
        ranks, shares = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for begin, end in runs:
            self._load(np.arange(begin >> _CHUNK_BITS, (end - 1 >> _CHUNK_BITS) + 1))
            starts = self._starts[begin:end]
            held = self._codes[starts[0] : self._starts[end]]
            lengths = self._lengths[begin:end].astype(np.int64)
            share = asked.most_alike(held, starts - starts[0], self._counts[begin:end], lengths)
            places = np.flatnonzero(share >= threshold)
            ranks.append(places + begin)
            shares.append(share[places])
        return _best(np.concatenate(ranks), np.concatenate(shares), wanted)

    def _count(self, asked: Asked, runs: Sequence[tuple[int, int]], effort: int) -> Ranks:
        """Return those ranks within runs whose texts share most of the rarest keys of the query."""
        within = sum(end - begin for begin, end in runs) / len(self._lengths)
        keys = _choose(asked, within, _POSTINGS * effort)
        held = np.sort(self._keys.ranks(keys, (runs[0][0] >> 16, runs[-1][1] - 1 >> 16)))
        cuts = np.searchsorted(held, np.array(runs, np.uint32).ravel()).tolist()
        parts = [held[begin:end] for begin, end in zip(cuts[::2], cuts[1::2], strict=True)]
        ranks = parts[0] if len(parts) == 1 else np.concatenate(parts)
        edges = np.flatnonzero(np.concatenate(([True], ranks[1:] != ranks[:-1], [True])))
        owners, counts = ranks[edges[:-1]], np.diff(edges)
        wanted, share = _VERIFIED * effort, np.float32(1 / max(1, len(keys)))
        several = np.flatnonzero(counts > 1)
        if len(several) > wanted:
            shares = self._shares(owners[several], counts[several], share, asked)
            if np.partition(shares, -wanted)[-wanted] > share:  # no text with one key reaches those
                return _best(owners[several], shares, wanted)
        return _best(owners, self._shares(owners, counts, share, asked), wanted)

    def _shares(
        self, owners: NDArray[np.uint32], counts: NDArray[np.int64], share: np.float32, asked: Asked
    ) -> NDArray[np.float32]:
        """Return the share of the keys that texts have, less what they lose for being longer than the query."""
        excess = 1 - asked.length / self._lengths[owners].astype(np.float32)
        shares: NDArray[np.float32] = counts.astype(np.float32) * share - np.maximum(excess, excess * -_SHORTER)
        return shares

    def _measure(self, ranks: Ranks, asked: Asked, threshold: int) -> list[Candidate]:
        """Return the texts of some ranks that reach a percentage, the best first."""
        if not len(ranks):
            return []
        self._load(ranks >> _CHUNK_BITS)
        counts = self._counts[ranks].astype(np.int64)
        ends = np.cumsum(counts)
        held = self._codes[np.repeat(self._starts[ranks] - (ends - counts), counts) + np.arange(int(ends[-1]))]
        lengths = self._lengths[ranks].astype(np.int64)
        is_likely = asked.most_alike(held, ends - counts, counts, lengths) >= threshold
        if not is_likely.any():
            return []
        held, ranks, counts = held[np.repeat(is_likely, counts)], ranks[is_likely], counts[is_likely]
        longest = np.maximum(lengths[is_likely], asked.length)
        cutoff = int(longest.max()) * (100 - threshold) // 100
        others = strings_of(held, np.cumsum(counts))
        distances = cdist([asked.string], others, scorer=Levenshtein.distance, score_cutoff=cutoff, dtype=np.int32)[0]
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
        texts, lengths, counts = row_of(self._connection, query, number)
        first, end = number * BLOCK_TEXTS, self._ends[number]
        self._texts[first:end] = _numbers_of(texts, "<u4", end - first)
        self._lengths[first:end] = _numbers_of(lengths, "<u2", end - first)
        self._counts[first:end] = _numbers_of(counts, "<u2", end - first)
        starts = self._starts[first : end + 1]
        np.cumsum(self._counts[first:end], out=starts[1:])
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
            place = self._codes[self._starts[number << _CHUNK_BITS] :][:size]
            place[:] = _numbers_of(codes, "<u2", len(place))
        self._loaded[missing] = True


def _numbers_of(held: object, kind: str, count: int) -> NDArray[Any]:
    """Return the numbers that a part of the index is.

    :raises sqlite3.DatabaseError: where it is not so many.
    """
    if not isinstance(held, bytes) or len(held) != count * np.dtype(kind).itemsize:
        raise sqlite3.DatabaseError("a part of the index is no part")
    return np.frombuffer(held, kind)


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
