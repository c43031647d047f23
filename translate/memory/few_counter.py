"""A few queries come in, and the texts that share most with each go out, without numpy, which takes long to load."""

from __future__ import annotations

import struct
from array import array
from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from rapidfuzz.distance import Levenshtein

from translate.memory.blocks import Blocks, Run
from translate.memory.counters import SHORTER, Asked, Candidate, Counter, Plan
from translate.memory.layout import BLOCK_BITS, BLOCK_TEXTS, CHUNK_BITS, numbers_in
from translate.memory.numbering import ALL_CODES, WORD, grains_of_text, keys_of, string_of
from translate.memory.percentage import LONGEST
from translate.memory.posted import Held

Ranks = list[int]
_FLOAT = struct.Struct("f")


class FewCounter(Counter[Ranks, bytes]):
    """Counts for one query after the other."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._chunks: dict[int, array[int]] = {}

    def ask(self, texts: Sequence[str]) -> list[Asked]:
        return [_asked(text) for text in texts]

    def read(self, held: Held) -> Iterator[bytes]:
        return held.ranks()

    def scan(self, plan: Plan, threshold: int, wanted: int) -> Ranks:
        asked, is_shared = plan.asked, _shared(plan.asked)
        found = []
        for run in plan.scanned:
            for first, counts, lengths, codes in self._parts(run):
                shared = bytes(itemgetter(*codes, 0)(is_shared))
                end = 0
                for rank, (count, length) in enumerate(zip(counts, lengths, strict=True), first):
                    begin, end = end, end + count
                    share = _most_alike(shared.count(1, begin, end), count, length, asked)
                    if share >= threshold:
                        found.append((-share, rank))
        return _best(found, wanted)

    def count(self, plan: Plan, held: bytes, wanted: int) -> Ranks:
        counts = Tally(numbers_in(held, "I"))
        share = _single(1 / max(1, len(plan.keys)))
        found, seen, more = list[tuple[float, int]](), 0, len(plan.keys) + 1
        kinds = sorted(Tally(counts.values()).items(), reverse=True)
        for count, texts in kinds:
            seen += texts
            if seen < wanted and count > kinds[-1][0]:
                continue
            some = [(rank, keys) for rank, keys in counts.items() if count <= keys < more]
            found = sorted((*found, *self._shares(plan, some, share)))
            # none of the texts that have fewer keys reaches more than so many shares
            if len(found) >= wanted and -found[wanted - 1][0] > _single((count - 1) * share):
                break
            more = count
        return _best(found, wanted)

    def join(self, one: Ranks, other: Ranks) -> Ranks:
        return sorted({*one, *other})

    def measure(self, some: Sequence[Asked], found: Sequence[Ranks], threshold: int) -> Iterator[list[Candidate]]:
        for asked, ranks in zip(some, found, strict=True):
            candidates = self._candidates(asked, ranks, threshold)
            yield sorted(candidates, key=lambda one: (-one.percentage, one.text))

    def _candidates(self, asked: Asked, ranks: Ranks, threshold: int) -> Iterator[Candidate]:
        is_shared = _shared(asked)
        self._load(rank >> CHUNK_BITS for rank in ranks)
        for rank in ranks:
            block, place = self._blocks.open(rank >> BLOCK_BITS), rank % BLOCK_TEXTS
            begin, count, length = block.codes_in_chunk_before(place), block.counts[place], block.lengths[place]
            codes = self._chunks[rank >> CHUNK_BITS][begin : begin + count]
            if _most_alike(sum(map(is_shared.__getitem__, codes)), count, length, asked) < threshold:
                continue
            longest = max(length, asked.length)
            distance = Levenshtein.distance(asked.string, string_of(codes))
            percentage = (longest - distance) * 100 // longest
            if percentage >= threshold:
                yield Candidate(block.texts[place], percentage)

    def _shares(self, plan: Plan, texts: Sequence[tuple[int, int]], share: float) -> Iterator[tuple[float, int]]:
        """Yield those ranks that lie in the runs of a plan, each with its share of the keys, less than nothing.

        Texts lose for being longer than the query. What is computed is rounded to 32 bits, as it is for many queries.

        :param texts: ranks, and how many keys each text has.
        :param share: what one key counts.
        """
        known: dict[tuple[int, int], float] = {}
        for begin, end, _ in plan.posted:
            for rank, keys in texts:
                if begin <= rank < end:
                    shape = keys, self._blocks.open(rank >> BLOCK_BITS).lengths[rank % BLOCK_TEXTS]
                    if shape not in known:
                        excess = _single(1 - _single(plan.asked.length / shape[1]))
                        lost = max(excess, _single(excess * -_single(SHORTER)))
                        known[shape] = -_single(_single(keys * share) - lost)
                    yield known[shape], rank

    def _parts(self, run: Run) -> Iterator[tuple[int, array[int], array[int], array[int]]]:
        """Yield for each chunk of a run its first rank, and counts, lengths and codes of its texts."""
        self._load(range(run.begin >> CHUNK_BITS, (run.end - 1 >> CHUNK_BITS) + 1))
        begin = run.begin
        while begin < run.end:
            chunk = begin >> CHUNK_BITS
            end = min(run.end, chunk + 1 << CHUNK_BITS)
            block, places = (
                self._blocks.open(begin >> BLOCK_BITS),
                slice(begin % BLOCK_TEXTS, (end - 1) % BLOCK_TEXTS + 1),
            )
            counts = block.counts[places]
            start = block.codes_in_chunk_before(places.start)
            yield begin, counts, block.lengths[places], self._chunks[chunk][start : start + sum(counts)]
            begin = end

    def _load(self, chunks: Iterable[int]) -> None:
        """Read the codes of some chunks."""
        if missing := sorted(set(chunks) - self._chunks.keys()):
            self._chunks.update(self._blocks.chunks(missing))


def _asked(text: str) -> Asked:
    grains = grains_of_text(text)
    codes = array("H", [grain % ALL_CODES for grain in grains])
    length = min(LONGEST, len(grains) + sum(grain & WORD for grain in grains))
    return Asked(string_of(codes), codes, keys_of(grains), length)


def _shared(asked: Asked) -> bytearray:
    """Return of each code whether a query has such a token, whatever follows it."""
    is_shared = bytearray(ALL_CODES)
    for code in asked.codes:
        is_shared[code] = is_shared[code ^ WORD] = 1
    return is_shared


def _most_alike(shared: int, count: int, length: int, asked: Asked) -> int:
    """Return the percentage that a text has at most; see :func:`translate.memory.many_counter.most_alike`."""
    return (shared + min(length - count, asked.spaces)) * 100 // max(length, asked.length)


def _best(found: Sequence[tuple[float, int]], wanted: int) -> Ranks:
    """Return the ranks of the highest shares, which are less than nothing; of equal ones the lowest."""
    return sorted(rank for _, rank in sorted(found)[:wanted])


def _single(number: float) -> float:
    """Return a number rounded to 32 bits."""
    rounded: float = _FLOAT.unpack(_FLOAT.pack(number))[0]
    return rounded
