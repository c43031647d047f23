"""A source text comes in; its tokens as numbers, what it is found by, and a string for distances go out.

A *grain* is 32 bits of a token: 31 bits of its CRC, and lowest whether a single space follows, which is a token too. In
the file, and wherever tokens are compared, 16 bits of it do: one pair of tokens in 32,768 is taken for equal and is
not. The figures that people see are computed from the texts themselves.

What is done here for one text, :mod:`translate.memory.grains` does for many at a time, with numpy.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from typing import Any
from zlib import crc32

from translate.memory.percentage import LONGEST, WORD_ALONE, folded_tokens, is_space, lowered, parted, tokens

_KNOWN_PARTS = 300_000
_GRAIN_BYTES = 4
_SINGLE_SPACE = " "
SHORT_GRAINS = 16
"""Grains up to which a text is found by pairs of words with one word between too."""
WORD = 1
"""The bit of a grain that says whether a single space follows, and of a key whether it is a word."""
ALL_CODES = 1 << 16
"""Codes that there are; see :func:`translate.memory.grains.codes_of`."""
_FACTORS = 0x9E3779B1, 0x85EBCA77
_EVEN = 0xFFFFFFFE


def _number(token: str) -> int:
    return crc32(token.encode("utf-8", "surrogatepass")) & ~WORD


SPACE_CODE = (_number(_SINGLE_SPACE) & ALL_CODES - 1) >> 1
"""By what a single space stands in strings of tokens."""


class _Known(dict[str, bytes | None]):
    """The grains of what stands between single spaces, the last followed by one; it forgets all when they are too many.

    None where a space is part of a run: such a text is parted as a whole.
    """

    def __missing__(self, part: str) -> bytes | None:
        if len(self) >= _KNOWN_PARTS:
            self.clear()
        known = None
        if WORD_ALONE.fullmatch(part):
            known = (crc32(part.encode()) | WORD).to_bytes(_GRAIN_BYTES, sys.byteorder)
        elif part and not is_space(part[0]) and not is_space(part[-1]):
            numbers = array("I", map(_number, parted(part)))
            numbers[-1] |= WORD
            known = numbers.tobytes()
        self[part] = known
        return known


_KNOWN = _Known()


def grains_of_text(text: str) -> array[int]:
    """Return the grains of a text."""
    parts = [*map(_KNOWN.__getitem__, lowered(text).split(_SINGLE_SPACE))]
    grains = array("I")
    try:
        grains.frombytes(b"".join(parts))  # type: ignore[arg-type]  # None is what is asked for
    except TypeError:
        return _grains_of_whole(text)
    if not 0 < len(grains) <= LONGEST // 2:
        return _grains_of_whole(text)
    grains[-1] &= ~WORD  # nothing follows the last
    return grains


def _grains_of_whole(text: str) -> array[int]:
    """Return the grains of a text that has runs of spaces, or more than :data:`LONGEST` tokens."""
    folded = folded_tokens(text)
    if len(folded) > LONGEST // 2:
        folded = folded_tokens("".join(tokens(text)[:LONGEST]))
    return array("I", map(_number_of_folded, folded))


def _number_of_folded(token: str) -> int:
    is_followed = len(token) > 1 and token[-1] == _SINGLE_SPACE and not is_space(token)
    return _number(token[:-1] if is_followed else token) | is_followed


def keys_of(grains: Sequence[int]) -> list[int]:
    """Return by what a text is found.

    Those are all words (odd), all pairs of neighbours (even), and in short texts, which may have no other word in
    common but articles and punctuation, the pairs of words with one word between (even).
    """
    whole = [grain >> WORD for grain in grains]
    keys = [grain | WORD for grain in grains]
    keys += map(mixed, whole, whole[1:])
    if len(grains) <= SHORT_GRAINS:
        keys += [mixed(one, other + WORD) for one, other in zip(whole[2:], whole, strict=False)]
    return keys


def mixed(one: Any, other: Any) -> Any:
    """Return an even number for a pair of numbers of 31 bits, or for each pair of two arrays of 32 bits."""
    return (one * _FACTORS[0] ^ other * _FACTORS[1]) & _EVEN


def string_of(codes: Sequence[int]) -> str:
    """Return a text as a string of one character a token, for a distance that compares characters.

    :param codes: of its grains; see :func:`translate.memory.grains.codes_of`.
    """
    space = chr(SPACE_CODE)
    return "".join([chr(code >> 1) + space if code & WORD else chr(code >> 1) for code in codes])
