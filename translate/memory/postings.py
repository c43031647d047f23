"""The grains of many texts come in; where each word and pair of neighbours occurs goes out, as rows to store."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from translate.memory.grains import Grains, codes_of
from translate.memory.layout import (
    BLOCK_TEXTS,
    BUNDLE,
    BUNDLE_HEAD,
    CHUNK_TEXTS,
    DENSE,
    GROUP_BLOCKS,
    KEY_BITS,
    Row,
)
from translate.records import dataclass

RARE_TEXTS = 128
"""The texts of a key that has no more stand in its bundle."""
FREQUENT_TEXTS = BLOCK_TEXTS // 4
"""Where more texts of a block have a key it leads to none of them."""
_FENCES = 4096
_PART_POSTINGS = 1 << 20
"""Postings that are brought together at a time."""


@dataclass(frozen=True, slots=True)
class Block:
    """Texts of like lengths. Ranks go on through the blocks of a memory: `rank = number << 16 | place`."""

    number: int
    texts: bytes
    """The number of each text, 32 bits."""
    lengths: bytes
    """The tokens of each, 16 bits, ascending."""
    counts: bytes
    """The codes of each, 16 bits."""
    codes: tuple[bytes, ...]
    """Of :data:`CHUNK_TEXTS` each, 16 bits each; see :func:`translate.memory.grains.codes_of`."""


def rank(grains: Grains, numbers: NDArray[np.uint32], first: int, spill: Postings) -> Iterator[Block]:
    """Yield the blocks of texts, and put their postings into `spill`.

    :param numbers: of the texts.
    :param first: number of the first block.
    """
    order = np.argsort(grains.lengths, kind="stable")
    starts = np.concatenate(([0], np.cumsum(grains.counts, dtype=np.int64)))
    for number, begin in enumerate(range(0, len(order), BLOCK_TEXTS), first):
        some = order[begin : begin + BLOCK_TEXTS]
        counts, lengths = grains.counts[some], grains.lengths[some]
        codes = bytearray()
        for one, other in _parts(counts):
            sizes = counts[one:other]
            ends = np.cumsum(sizes, dtype=np.int64)
            places = np.repeat(starts[some[one:other]] - (ends - sizes), sizes) + np.arange(int(ends[-1]))
            values = np.asarray(grains.values[places])
            spill.add(number, one, Grains(values, sizes, lengths[one:other]))
            codes += codes_of(values).astype("<u2").tobytes()
        yield Block(
            number,
            numbers[some].astype("<u4").tobytes(),
            lengths.astype("<u2").tobytes(),
            counts.astype("<u2").tobytes(),
            tuple(_chunks(bytes(codes), counts)),
        )


def _chunks(codes: bytes, counts: NDArray[np.uint16]) -> Iterator[bytes]:
    ends = np.cumsum(counts, dtype=np.int64) * 2
    for begin in range(0, len(ends), CHUNK_TEXTS):
        yield codes[ends[begin - 1] if begin else 0 : ends[min(begin + CHUNK_TEXTS, len(ends)) - 1]]


def _parts(counts: NDArray[np.uint16]) -> Iterator[tuple[int, int]]:
    """Yield first and last + 1 of texts that have not many more than :data:`_PART_POSTINGS` grains together."""
    ends = np.cumsum(counts, dtype=np.int64)
    begin = 0
    while begin < len(counts):
        done = int(ends[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, done + _PART_POSTINGS // 2, side="right")))
        yield begin, end
        begin = end


class Postings:
    """Postings of some blocks, on the disk until all are there."""

    def __init__(self) -> None:
        self._keys = tempfile.TemporaryFile()  # noqa: SIM115
        self._places = tempfile.TemporaryFile()  # noqa: SIM115
        self._runs: list[tuple[int, NDArray[np.int64]]] = []
        """Of each part: its block, and where among its keys each 4,096th of all keys begins."""

    def close(self) -> None:
        self._keys.close()
        self._places.close()

    def add(self, number: int, first: int, grains: Grains) -> None:
        """Take texts of a block, in order; `first` is the place of the first of them."""
        keys, texts = grains.keys()
        both = (keys.astype(np.uint64) << np.uint64(16)) | (texts + first).astype(np.uint64)
        both.sort()
        if len(both):
            both = both[np.concatenate(([True], both[1:] != both[:-1]))]
        self._keys.write((both >> np.uint64(16)).astype(np.uint32).tobytes())
        self._places.write(both.astype(np.uint16).tobytes())
        fences = np.arange(0, _FENCES + 1, dtype=np.uint64) << np.uint64(20 + 16)
        self._runs.append((number, np.searchsorted(both, fences)))

    def rows(self) -> Iterator[Row]:
        """Yield the rows by key and block. Pairs that occur in one text only are left out: their words are there."""
        if not self._runs:
            return
        first = self._runs[0][0]
        self._keys.flush()
        self._places.flush()
        totals = np.sum([fences for _, fences in self._runs], axis=0)
        begin = 0
        while begin < _FENCES:
            end = int(np.searchsorted(totals, totals[begin] + _PART_POSTINGS, side="right")) - 1
            end = min(_FENCES, max(end, begin + 1))
            yield from _rows(*self._read(begin, end), first)
            begin = end

    def _read(self, begin: int, end: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """Return keys and ranks from one fence to another, by key and rank."""
        keys, ranks = [], []
        offset = 0
        for number, fences in self._runs:
            start, count = offset + int(fences[begin]), int(fences[end] - fences[begin])
            self._keys.seek(4 * start)
            keys.append(np.frombuffer(self._keys.read(4 * count), np.uint32))
            self._places.seek(2 * start)
            places = np.frombuffer(self._places.read(2 * count), np.uint16)
            ranks.append(places.astype(np.uint32) | np.uint32(number << 16))
            offset += int(fences[-1])
        joined = np.concatenate(keys)
        order = np.argsort(joined, kind="stable")
        return joined[order], np.concatenate(ranks)[order]


def _rows(keys: NDArray[np.uint32], ranks: NDArray[np.uint32], first: int) -> list[Row]:
    if not len(keys):
        return []
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(keys)])))
    names = keys[starts]
    is_dense = sizes > RARE_TEXTS
    rows: list[Row] = []
    totals = []
    places = ranks.astype("<u2").tobytes()
    dense = names[is_dense].tolist(), starts[is_dense].tolist(), sizes[is_dense].tolist()
    for key, start, size in zip(*dense, strict=True):
        counts = np.bincount((ranks[start : start + size] >> 16) - np.uint32(first)).tolist()
        number = key << KEY_BITS | DENSE | first
        rows += [(number + block, group) for block, group in _groups(counts, places, 2 * start)]
        totals.append(sum(BLOCK_TEXTS if count > FREQUENT_TEXTS else count for count in counts))
    ranks[starts[is_dense]] = totals
    is_kept = (sizes > 1) | (names & 1 == 1)
    is_held = np.repeat(is_kept & ~is_dense, sizes)
    is_held[starts[is_dense]] = True
    counts = np.where(is_dense, 0, sizes)[is_kept]
    rows += _bundles(names[is_kept], counts, ranks[is_held], first)
    rows.sort()  # SQLite fills its pages where rows come in order
    return rows


def _groups(counts: Sequence[int], places: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield groups, each with its first block: how many texts of each block have a key, and the lower 16 bits of their
    ranks.

    :param counts: of each block.
    :param start: where those ranks begin in `places`.
    """
    for block in range(0, len(counts), GROUP_BLOCKS):
        kept, parts = [0] * GROUP_BLOCKS, []
        for number, count in enumerate(counts[block : block + GROUP_BLOCKS]):
            if count <= FREQUENT_TEXTS:
                kept[number] = count
                parts.append(places[start : start + 2 * count])
            start += 2 * count
        if any(kept):
            yield block, b"".join((np.array(kept, "<u2").tobytes(), *parts))


def _bundles(keys: NDArray[np.uint32], counts: NDArray[np.int64], ranks: NDArray[np.uint32], first: int) -> list[Row]:
    """Return the rows of keys that begin alike; see :class:`translate.memory.posted.read_bundles`."""
    cuts = [*np.flatnonzero(np.diff(keys & BUNDLE, prepend=np.uint32(1))).tolist(), len(keys)]
    ends = [0, *np.cumsum(np.maximum(counts, 1)).tolist()]
    bundles = ((keys & BUNDLE).astype(np.int64) << KEY_BITS | first).tolist()
    lows, sizes, whole = keys.astype("<u2").tobytes(), counts.astype(np.uint8).tobytes(), ranks.astype("<u4").tobytes()
    return [
        (
            bundles[one],
            (other - one).to_bytes(BUNDLE_HEAD, "little")
            + lows[2 * one : 2 * other]
            + sizes[one:other]
            + whole[4 * ends[one] : 4 * ends[other]],
        )
        for one, other in pairwise(cuts)
    ]
