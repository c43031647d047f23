"""Source texts come in; their tokens as numbers, which can be compared, stored and counted by the million, go out.

A *grain* is 32 bits of a token: 31 bits of its CRC, and lowest whether a single space follows, which is a token too. In
the file, and wherever tokens are compared, 16 bits of it do: one pair of tokens in 32,768 is taken for equal and is
not. The figures that people see are computed from the texts themselves.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from types import TracebackType
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from translate.memory.percentage import LONGEST, folded_tokens, is_space, tokens

_BATCH_TEXTS = 4096
_SPOOL_BYTES = 32 << 20
_KNOWN_TOKENS = 200_000
_SINGLE_SPACE = " "
_SHORT_GRAINS = 16
_WORD = np.uint32(1)
_FACTORS = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)


def _number(token: str) -> int:
    return crc32(token.encode("utf-8", "surrogatepass")) & ~1


class _Known(dict[str, int]):
    """The number of each token seen; it forgets all of them when they are too many."""

    def __missing__(self, token: str) -> int:
        if len(self) >= _KNOWN_TOKENS:
            self.clear()
        is_followed = len(token) > 1 and token[-1] == _SINGLE_SPACE and not is_space(token)
        number = self[token] = _number(token[:-1] if is_followed else token) | is_followed
        return number


_KNOWN = _Known()
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


def grains_of(texts: Sequence[str]) -> Grains:
    """Return the grains of texts."""
    parted = [_cut(folded_tokens(text), text) for text in texts]
    counts = np.fromiter(map(len, parted), np.int64, len(parted))
    values = np.fromiter(map(_KNOWN.__getitem__, chain.from_iterable(parted)), np.uint32, int(counts.sum()))
    spaces = np.concatenate(([0], np.cumsum(values & _WORD, dtype=np.int64)))
    ends = np.cumsum(counts)
    lengths = counts + spaces[ends] - spaces[ends - counts]
    return Grains(values, counts.astype(np.uint16), np.minimum(lengths, LONGEST).astype(np.uint16))


def _cut(folded: list[str], text: str) -> list[str]:
    """Return what :data:`LONGEST` tokens of a text fold to."""
    return folded if len(folded) <= LONGEST // 2 else folded_tokens("".join(tokens(text)[:LONGEST]))


def codes_of(grains: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """Return what is stored of grains: 15 bits of the token, and lowest whether a single space follows."""
    return (grains & np.uint32(0xFFFF)).astype(np.uint16)


def strings_of(codes: NDArray[np.uint16], counts: NDArray[np.int64]) -> list[str]:
    """Return each text as a string of one character a token, for a distance that compares characters.

    :param codes: of all texts, one after the other.
    :param counts: how many codes each text has.
    """
    has_space = codes & 1
    places = np.cumsum(has_space, dtype=np.int64)
    spread = np.full(len(codes) + int(places[-1] if len(places) else 0), _SPACE_CODE, np.uint16)
    starts = np.arange(len(codes)) + places - has_space
    spread[starts] = codes >> 1
    joined = spread.tobytes().decode("utf-16-le")
    last = np.cumsum(counts)
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
