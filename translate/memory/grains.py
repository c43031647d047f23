"""Source texts come in; their tokens as numbers, which can be compared, stored and counted by the million, go out.

What a grain is, and what is done for one text alone, :mod:`translate.memory.numbering` says.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from itertools import islice
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from translate.memory.numbering import ALL_CODES, SHORT_GRAINS, SPACE_CODE, WORD, grains_of_text, mixed
from translate.memory.percentage import LONGEST, lowered
from translate.memory.scanning import END, scan
from translate.records import dataclass

_BATCH_TEXTS = 4096
_FEW_TEXTS = 32
"""Fewer texts are read one by one in less time."""
_SCANNED_TEXTS = 384
"""Texts that are read at once: what is made of them stays near the processor."""
_SPOOL_BYTES = 32 << 20
_WORD = np.uint32(WORD)


@dataclass(frozen=True, slots=True, eq=False)
class Grains:
    """The grains of some texts, one after the other."""

    values: NDArray[np.uint32]
    counts: NDArray[np.uint16]
    """How many grains each text has."""
    lengths: NDArray[np.uint16]
    """How many tokens each text has, single spaces too."""

    def keys(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """Return by what the texts are found, as :func:`translate.memory.numbering.keys_of` says, and the text of each.

        All words come first, then all pairs of neighbours, then those with a word between.
        """
        texts = np.repeat(np.arange(len(self.counts), dtype=np.uint32), self.counts)
        whole = self.values >> _WORD
        is_pair = texts[1:] == texts[:-1]
        is_gap = (texts[2:] == texts[:-2]) & (self.counts[texts[2:]] <= SHORT_GRAINS)
        pairs = mixed(whole[:-1][is_pair], whole[1:][is_pair])
        gaps = mixed(whole[2:][is_gap], whole[:-2][is_gap] + _WORD)
        keys = np.concatenate((self.values | _WORD, pairs, gaps))
        return keys, np.concatenate((texts, texts[1:][is_pair], texts[2:][is_gap]))


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
    found = [grains_of_text(text) for text in texts]
    counts = np.fromiter(map(len, found), np.int64, len(found))
    values = np.frombuffer(bytearray().join(found), np.uint32)
    ends = np.cumsum(counts)
    spaces = np.concatenate(([0], np.cumsum(values & _WORD, dtype=np.int64)))
    lengths = counts + spaces[ends] - spaces[ends - counts]
    return Grains(values, counts.astype(np.uint16), _at_most(lengths))


def codes_of(grains: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """Return what is stored of grains: 15 bits of the token, and lowest whether a single space follows."""
    return (grains & np.uint32(ALL_CODES - 1)).astype(np.uint16)


def strings_of(codes: NDArray[np.uint16], last: NDArray[np.int64]) -> list[str]:
    """Return each text as a string of one character a token, for a distance that compares characters.

    :param codes: of all texts, one after the other.
    :param last: where the codes of each end.
    """
    has_space = codes & 1
    places = np.cumsum(has_space, dtype=np.int64)
    spread = np.full(len(codes) + int(places[-1] if len(places) else 0), SPACE_CODE, np.uint16)
    starts = np.arange(len(codes)) + places - has_space
    spread[starts] = codes >> 1
    joined = spread.tobytes().decode("utf-16-le")
    ends = (last + np.concatenate(([0], places))[last]).tolist()
    return [joined[start:end] for start, end in zip([0, *ends], ends, strict=False)]


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
