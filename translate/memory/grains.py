"""Source texts come in; their tokens as numbers, which can be compared, stored and counted by the million, go out.

A *grain* is 32 bits of a token: 31 bits of its CRC, and lowest whether a single space follows, which is a token too. In
the file, and wherever tokens are compared, 16 bits of it do: one pair of tokens in 32,768 is taken for equal and is
not. The figures that people see are computed from the texts themselves.
"""

from __future__ import annotations

import sys
import tempfile
from array import array
from collections.abc import Iterable, Sequence
from itertools import islice
from types import TracebackType
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from translate.memory.percentage import LONGEST, WORD_ALONE, folded_tokens, is_space, lowered, parted, tokens
from translate.memory.scanning import END, scan
from translate.records import dataclass

_BATCH_TEXTS = 4096
_FEW_TEXTS = 32
"""Fewer texts are read one by one in less time."""
_SCANNED_TEXTS = 384
"""Texts that are read at once: what is made of them stays near the processor."""
_SPOOL_BYTES = 32 << 20
_KNOWN_PARTS = 300_000
_GRAIN_BYTES = 4
_SINGLE_SPACE = " "
_SHORT_GRAINS = 16
_WORD = np.uint32(1)
_FACTORS = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)


def _number(token: str) -> int:
    return crc32(token.encode("utf-8", "surrogatepass")) & ~1


class _Known(dict[str, bytes | None]):
    """The grains of what stands between single spaces, the last followed by one; it forgets all when they are too many.

    None where a space is part of a run: such a text is parted as a whole.
    """

    def __missing__(self, part: str) -> bytes | None:
        if len(self) >= _KNOWN_PARTS:
            self.clear()
        known = None
        if WORD_ALONE.fullmatch(part):
            known = (crc32(part.encode()) | 1).to_bytes(_GRAIN_BYTES, sys.byteorder)
        elif part and not is_space(part[0]) and not is_space(part[-1]):
            numbers = array("I", map(_number, parted(part)))
            numbers[-1] |= 1
            known = numbers.tobytes()
        self[part] = known
        return known


_KNOWN = _Known()
_ALL_CODES = 1 << 16
_SPACE_CODE = (_number(_SINGLE_SPACE) & 0xFFFF) >> 1


@dataclass(frozen=True, slots=True, eq=False)
class Grains:
    """The grains of some texts, one after the other."""

    values: NDArray[np.uint32]
    counts: NDArray[np.uint16]
    """How many grains each text has."""
    lengths: NDArray[np.uint16]
    """How many tokens each text has, single spaces too."""

    def keys(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """Return by what the texts are found, and the text of each.

        Those are all words (odd), all pairs of neighbours (even), and in short texts, which may have no other word in
        common but articles and punctuation, the pairs of words with one word between (even).
        """
        texts = np.repeat(np.arange(len(self.counts), dtype=np.uint32), self.counts)
        whole = self.values >> _WORD
        is_pair = texts[1:] == texts[:-1]
        is_gap = (texts[2:] == texts[:-2]) & (self.counts[texts[2:]] <= _SHORT_GRAINS)
        pairs = _mixed(whole[:-1][is_pair], whole[1:][is_pair])
        gaps = _mixed(whole[2:][is_gap], whole[:-2][is_gap] + _WORD)
        keys = np.concatenate((self.values | _WORD, pairs, gaps))
        return keys, np.concatenate((texts, texts[1:][is_pair], texts[2:][is_gap]))


def _mixed(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return an even number for each pair of numbers."""
    mixed: NDArray[np.uint32] = (one * _FACTORS[0] ^ other * _FACTORS[1]) & ~_WORD
    return mixed


def distinct(values: NDArray[np.uint32] | NDArray[np.int64]) -> list[int]:
    """Return each value once, the lowest first: `numpy.unique` loads much that nobody needs."""
    ordered = np.sort(values)
    found: list[int] = ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]].tolist()
    return found


def grains_of(texts: Sequence[str]) -> Grains:
    """Return the grains of texts."""
    if len(texts) < _FEW_TEXTS:
        return _grains_one_by_one(texts)
    found = [_scanned(texts[start : start + _SCANNED_TEXTS]) for start in range(0, len(texts), _SCANNED_TEXTS)]
    return Grains(
        np.concatenate([some.values for some in found]),
        np.concatenate([some.counts for some in found]),
        np.concatenate([some.lengths for some in found]),
    )


def _scanned(texts: Sequence[str]) -> Grains:
    """Return the grains of texts, most of which can be read at once."""
    joined = lowered(END.join((*texts, "")))
    if joined.count(END) != len(texts):
        return _grains_one_by_one(texts)
    scanned = scan(joined)
    if not scanned.others:
        return Grains(scanned.values, scanned.counts.astype(np.uint16), _at_most(scanned.lengths))
    others = _grains_one_by_one([texts[number] for number in scanned.others])
    is_other = np.zeros(len(texts), bool)
    is_other[scanned.others] = True
    is_from_others = np.repeat(is_other, scanned.counts)
    counts, lengths = scanned.counts, scanned.lengths
    counts[is_other], lengths[is_other] = others.counts, others.lengths
    values = np.empty(int(counts.sum()), np.uint32)
    is_others = np.repeat(is_other, counts)
    values[is_others], values[~is_others] = others.values, scanned.values[~is_from_others]
    return Grains(values, counts.astype(np.uint16), _at_most(lengths))


def _at_most(lengths: NDArray[np.int64]) -> NDArray[np.uint16]:
    return np.minimum(lengths, LONGEST).astype(np.uint16)


def _grains_one_by_one(texts: Sequence[str]) -> Grains:
    found: list[bytes] = []
    has_odd_end: list[bool] = []
    for text in texts:
        parts = [*map(_KNOWN.__getitem__, lowered(text).split(_SINGLE_SPACE))]
        try:
            grains = b"".join(parts)  # type: ignore[arg-type]  # None is what is asked for
        except TypeError:
            grains = b""
        is_odd = not 0 < len(grains) <= _GRAIN_BYTES * LONGEST // 2
        found.append(_grains_of_whole(text) if is_odd else grains)
        has_odd_end.append(is_odd)
    counts = np.fromiter(map(len, found), np.int64, len(found)) // _GRAIN_BYTES
    values = np.frombuffer(bytearray().join(found), np.uint32)
    ends = np.cumsum(counts)
    values[ends[~np.array(has_odd_end, bool)] - 1] &= ~_WORD  # nothing follows the last
    spaces = np.concatenate(([0], np.cumsum(values & _WORD, dtype=np.int64)))
    lengths = counts + spaces[ends] - spaces[ends - counts]
    return Grains(values, counts.astype(np.uint16), _at_most(lengths))


def _grains_of_whole(text: str) -> bytes:
    """Return the grains of a text that has runs of spaces, or more than :data:`LONGEST` tokens."""
    folded = folded_tokens(text)
    if len(folded) > LONGEST // 2:
        folded = folded_tokens("".join(tokens(text)[:LONGEST]))
    return array("I", map(_number_of_folded, folded)).tobytes()


def _number_of_folded(token: str) -> int:
    is_followed = len(token) > 1 and token[-1] == _SINGLE_SPACE and not is_space(token)
    return _number(token[:-1] if is_followed else token) | is_followed


def codes_of(grains: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """Return what is stored of grains: 15 bits of the token, and lowest whether a single space follows."""
    return (grains & np.uint32(0xFFFF)).astype(np.uint16)


def strings_of(codes: NDArray[np.uint16], last: NDArray[np.int64]) -> list[str]:
    """Return each text as a string of one character a token, for a distance that compares characters.

    :param codes: of all texts, one after the other.
    :param last: where the codes of each end.
    """
    has_space = codes & 1
    places = np.cumsum(has_space, dtype=np.int64)
    spread = np.full(len(codes) + int(places[-1] if len(places) else 0), _SPACE_CODE, np.uint16)
    starts = np.arange(len(codes)) + places - has_space
    spread[starts] = codes >> 1
    joined = spread.tobytes().decode("utf-16-le")
    ends = (last + np.concatenate(([0], places))[last]).tolist()
    return [joined[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A text that is looked up."""

    string: str
    """Of its tokens, as :func:`strings_of` has it."""
    codes: NDArray[np.uint16]
    keys: NDArray[np.uint32]
    """In the order of :meth:`Grains.keys`."""
    sizes: NDArray[np.int64]
    """How many texts of the memory have each key."""
    length: int
    """Its tokens, single spaces too."""

    @property
    def spaces(self) -> int:
        """How many single spaces it has."""
        return self.length - len(self.codes)

    def are_shared(self, held: NDArray[np.uint16]) -> NDArray[np.uint8]:
        """Tell of codes of other texts whether this text has such a token too, whatever follows it."""
        is_shared = np.zeros(_ALL_CODES, np.uint8)
        is_shared[self.codes], is_shared[self.codes ^ 1] = 1, 1
        return is_shared.take(held)

    def words(self) -> tuple[list[int], list[int]]:
        """Return the first and the last word of each key; of a word, both are the same."""
        count = len(self.codes)
        pairs, gaps = range(count - 1), range(len(self.keys) - 2 * count + 1)
        return [*range(count), *pairs, *gaps], [*range(count), *range(1, count), *range(2, len(gaps) + 2)]


class Spill:
    """Grains of any number of texts, on the disk where they are many."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_SPOOL_BYTES)  # noqa: SIM115
        self._counts: list[NDArray[np.uint16]] = []
        self._lengths: list[NDArray[np.uint16]] = []

    def __enter__(self) -> Spill:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, texts: Iterable[str]) -> None:
        """Take texts, in order."""
        stream = iter(texts)
        while some := list(islice(stream, _BATCH_TEXTS)):
            grains = grains_of(some)
            self._file.write(grains.values.tobytes())
            self._counts.append(grains.counts)
            self._lengths.append(grains.lengths)

    def load(self) -> Grains:
        """Return all of them; what is on the disk is read when it is looked at."""
        counts = np.concatenate(self._counts or [np.zeros(0, np.uint16)])
        lengths = np.concatenate(self._lengths or [np.zeros(0, np.uint16)])
        self._file.rollover()
        self._file.flush()
        total = int(counts.sum(dtype=np.int64))
        values = np.memmap(self._file, np.uint32, "r", shape=(total,)) if total else np.zeros(0, np.uint32)
        return Grains(values, counts, lengths)
