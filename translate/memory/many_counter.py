"""Many queries come in, and the texts that share most with each go out: what can be is computed for all at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from translate.memory.blocks import Blocks, Run
from translate.memory.counters import SHORTER, Asked, Candidate, Counter, Plan
from translate.memory.grains import codes_of, grains_of, strings_of
from translate.memory.grouped import ranks_held
from translate.memory.layout import BLOCK_BITS, BLOCK_TEXTS, CHUNK_BITS
from translate.memory.numbering import ALL_CODES, WORD
from translate.memory.posted import Held

Ranks = NDArray[np.int64]
_SHORTER = np.float32(SHORTER)


class ManyCounter(Counter[Ranks, NDArray[np.uint32]]):
    """Counts for many queries at a time."""

    def __init__(self, blocks: Blocks) -> None:
        self._texts = _Texts(blocks)

    def ask(self, texts: Sequence[str]) -> list[Asked]:
        grains = grains_of(texts)
        keys, owners = grains.keys()
        every = keys[np.argsort(owners, kind="stable")].tolist()
        key_ends = np.cumsum(np.bincount(owners, minlength=len(texts))).tolist()
        codes = codes_of(grains.values)
        ends = np.cumsum(grains.counts, dtype=np.int64)
        strings = strings_of(codes, ends)
        held = array("H", codes.tobytes())
        shapes = zip(
            strings, pairwise((0, *ends.tolist())), pairwise((0, *key_ends)), grains.lengths.tolist(), strict=True
        )
        return [Asked(string, held[slice(*own)], every[slice(*cut)], length) for string, own, cut, length in shapes]

    def read(self, held: Held) -> Iterator[NDArray[np.uint32]]:
        return ranks_held(held)

    def answer(self, plans: Sequence[Plan], held: Held, threshold: int, wanted: int) -> Iterator[list[Candidate]]:
        for plan in plans:
            self._texts.open([*plan.scanned, *plan.posted])
        return super().answer(plans, held, threshold, wanted)

    def scan(self, plan: Plan, threshold: int, wanted: int) -> Ranks:
        asked, is_shared, texts = plan.asked, _shared(plan.asked), self._texts
        ranks, shares = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for begin, end, _ in plan.scanned:
            starts = texts.starts[begin:end]
            held = is_shared.take(texts.codes_of_run(begin, end))
            shared = np.add.reduceat(held, starts - starts[0], dtype=np.int64)
            counts, lengths = texts.counts[begin:end], texts.lengths[begin:end].astype(np.int64)
            share = most_alike(shared, counts, lengths, asked.spaces, asked.length)
            places = np.flatnonzero(share >= threshold)
            ranks.append(places + begin)
            shares.append(share[places])
        return _best(np.concatenate(ranks), np.concatenate(shares), wanted)

    def count(self, plan: Plan, held: NDArray[np.uint32], wanted: int) -> Ranks:
        held.sort()
        cuts = np.searchsorted(held, np.array([run[:2] for run in plan.posted], np.uint32).ravel()).tolist()
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

    def join(self, one: Ranks, other: Ranks) -> Ranks:
        return np.union1d(one, other) if len(one) else other

    def measure(self, some: Sequence[Asked], found: Sequence[Ranks], threshold: int) -> Iterator[list[Candidate]]:
        texts, ranks = self._texts, np.concatenate(found)
        if not len(ranks):
            yield from ([] for _ in some)
            return
        owners = np.repeat(np.arange(len(some)), list(map(len, found)))
        is_likely = self._most_alike(some, ranks, owners) >= threshold
        ranks, owners = ranks[is_likely], owners[is_likely]
        held, counts = texts.codes_of(ranks)
        others = iter(strings_of(held, np.cumsum(counts)))
        longest = np.maximum(texts.lengths[ranks].astype(np.int64), np.array([asked.length for asked in some])[owners])
        distances = np.zeros(len(ranks), np.int64)
        end = 0
        for asked, likely in zip(some, np.bincount(owners, minlength=len(some)).tolist(), strict=True):
            if likely:
                begin, end = end, end + likely
                cutoff = int(longest[begin:end].max()) * (100 - threshold) // 100
                distances[begin:end] = cdist(
                    [asked.string],
                    list(islice(others, likely)),
                    scorer=Levenshtein.distance,
                    score_cutoff=cutoff,
                    dtype=np.int32,
                )[0]
        percentages = (longest - distances) * 100 // longest
        reached = np.flatnonzero(percentages >= threshold)
        numbers, percentages, owners = texts.numbers[ranks[reached]], percentages[reached], owners[reached]
        order = np.lexsort((numbers, -percentages, owners))
        candidates = map(Candidate, numbers[order].tolist(), percentages[order].tolist())
        for count in np.bincount(owners, minlength=len(some)).tolist():
            yield list(islice(candidates, count))

    def _shares(
        self, owners: NDArray[np.uint32], counts: NDArray[np.int64], share: np.float32, asked: Asked
    ) -> NDArray[np.float32]:
        """Return the share of the keys that texts have, less what they lose for being longer than the query."""
        excess = 1 - asked.length / self._texts.lengths.take(owners).astype(np.float32)
        shares: NDArray[np.float32] = counts.astype(np.float32) * share - np.maximum(excess, excess * -_SHORTER)
        return shares

    def _most_alike(self, some: Sequence[Asked], ranks: Ranks, owners: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the percentage that each of some texts has at most with the query that owns it."""
        held, counts = self._texts.codes_of(ranks)
        ends = np.cumsum(counts)
        is_shared = np.empty(len(held), np.uint8)
        edges = np.concatenate(([0], ends))[np.searchsorted(owners, np.arange(len(some) + 1))].tolist()
        for asked, begin, end in zip(some, edges, edges[1:], strict=False):
            is_shared[begin:end] = _shared(asked).take(held[begin:end])
        shared = np.add.reduceat(is_shared, ends - counts, dtype=np.int64)
        own = np.array([(asked.spaces, asked.length) for asked in some])[owners]
        return most_alike(shared, counts, self._texts.lengths[ranks].astype(np.int64), own[:, 0], own[:, 1])


class _Texts:
    """What blocks know of the texts, side by side by their rank: it is there where runs of them were opened."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        ranks = len(blocks)
        self.numbers = np.zeros(ranks, np.uint32)
        self.lengths = np.zeros(ranks, np.uint16)
        self.counts = np.zeros(ranks, np.uint16)
        self.starts = np.zeros(ranks + 1, np.int64)
        """Where the codes of each text begin."""
        codes = 0
        for number, (_, held) in blocks.shapes.items():
            self.starts[number << BLOCK_BITS] = codes
            codes += held
        self._codes = np.empty(codes, np.uint16)
        self._opened: set[int] = set()
        self._loaded = np.zeros(ranks >> CHUNK_BITS, bool)
        """By chunk: whether the codes of its texts are there too."""

    def open(self, runs: Sequence[Run]) -> None:
        """Have there what is known of the texts of some runs, all but their codes."""
        for run in runs:
            for number in range(run.begin >> BLOCK_BITS, (run.end - 1 >> BLOCK_BITS) + 1):
                if number not in self._opened:
                    self._open(number)
                    self._opened.add(number)

    def codes_of_run(self, begin: int, end: int) -> NDArray[np.uint16]:
        """Return the codes of all texts of a run."""
        self._load(np.arange(begin >> CHUNK_BITS, (end - 1 >> CHUNK_BITS) + 1))
        return self._codes[self.starts[begin] : self.starts[end]]

    def codes_of(self, ranks: Ranks) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
        """Return the codes of some texts, one after the other, and how many each text has."""
        self._load(ranks >> CHUNK_BITS)
        counts = self.counts[ranks].astype(np.int64)
        ends = np.cumsum(counts)
        places = np.repeat(self.starts[ranks] - (ends - counts), counts)
        places += np.arange(len(places))
        return self._codes.take(places), counts

    def _open(self, number: int) -> None:
        block = self._blocks.open(number)
        first = number * BLOCK_TEXTS
        end = first + len(block.counts)
        self.numbers[first:end], self.lengths[first:end] = block.texts, block.lengths
        self.counts[first:end] = block.counts
        starts = self.starts[first : end + 1]
        np.cumsum(self.counts[first:end], out=starts[1:])
        starts[1:] += starts[0]

    def _load(self, chunks: Ranks) -> None:
        """Read the codes of some chunks of blocks that are open."""
        missing = np.zeros(len(self._loaded), bool)
        missing[chunks] = True
        missing &= ~self._loaded
        for number, codes in self._blocks.chunks(np.flatnonzero(missing).tolist()):
            place = self._codes[self.starts[number << CHUNK_BITS] :][: len(codes)]
            place[:] = np.frombuffer(codes, np.uint16)[: len(place)]
        self._loaded |= missing


def _shared(asked: Asked) -> NDArray[np.uint8]:
    """Return of each code whether a query has such a token, whatever follows it."""
    is_shared = np.zeros(ALL_CODES, np.uint8)
    codes = np.frombuffer(asked.codes, np.uint16)
    is_shared[codes], is_shared[codes ^ WORD] = 1, 1
    return is_shared


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


def _best(ranks: Ranks | NDArray[np.uint32], shares: NDArray[np.int64] | NDArray[np.float32], wanted: int) -> Ranks:
    """Return the ranks of the highest shares, ascending; of equal ones, those of the shortest texts."""
    if len(ranks) > wanted:
        least = np.partition(shares, len(shares) - wanted)[len(shares) - wanted]
        is_kept = shares > least
        is_kept[np.flatnonzero(shares == least)[: wanted - np.count_nonzero(is_kept)]] = True
        ranks = ranks[is_kept]
    return ranks.astype(np.int64)
