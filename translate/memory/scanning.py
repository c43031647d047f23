"""Many texts come in as one array of characters; the numbers of their tokens go out, without a loop over any of them.

But for tags, what parts tokens is a matter of a character and its two neighbours wherever a text has no `&`, and only
characters that :mod:`translate.memory.percentage` calls simple. Other texts are named, for somebody else to read.

CRC-32 is linear: that of a token is the sum (without carry) of what each of its bytes adds, which depends on the byte
and on how many follow it, and of what its length adds.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from translate.memory.percentage import LONGEST, TAG
from translate.records import dataclass
from translate.text.late import late_plain

_LETTER, _DIGIT, _SPACE, _IN_WORD, _IN_NUMBER, _BEFORE, _AFTER, _OTHER = (1 << place for place in range(8))
_ALONE = _LETTER | _DIGIT
_TO_ALONE = 3
"""How far `_IN_WORD` and `_IN_NUMBER` are from what they join."""
END = "\0"
"""Behind each text; none may have one itself."""
_BLANK = 32
_BEYOND, _STRANGE = late_plain("[\ud800-\udfff\U00010000-\U0010ffff]"), "\uffff"
"""Characters of two halves, and halves: a text that has any is left to others."""
_FOLLOWS, _FOLLOWING = 0xC0, 0x80
"""The bits of a byte in UTF-8 by which one is told that is not the first of its character."""
_TOKEN_BYTES = 64
"""Tokens of more bytes are numbered one by one."""
_BYTE = 0xFF
_KINDS = (
    (_LETTER, "a-z \xaa-\xaa \xb5-\xb5 \xba-\xba \xdf-\xf6 \xf8-\u024f"),
    (_DIGIT, "0-9"),
    (_SPACE, "\t-\t \xa0-\xa0 \u2009-\u2009 \u202f-\u202f"),
    (_IN_WORD, "--- \u2010-\u2015 \u2027-\u2027 _-_ \"-\" '-' .-."),
    (_IN_NUMBER, "\"-\" '-' ,-, .-."),
    (_BEFORE, "$-$ \xa3-\xa5 \u20ac-\u20ac #-# .-."),
    (_AFTER, "\xa2-\xa2 %-% \u2030-\u2030"),
)
_SIMPLE = (
    "\n-\n \r-\r !-~ \xa1-\xac \xae-\xb1 \xb4-\xb8 \xbb-\xbb \xbf-\xbf \xd7-\xd7 \xf7-\xf7 "
    "\u2010-\u2022 \u2026-\u2026 \u2039-\u203a"
)
"""Characters of no kind that part tokens, or join none, as `percentage` has them."""
_JOINING, _TAG_BEGINS = "&", "<"


@dataclass(frozen=True, slots=True, eq=False)
class Scanned:
    """What was found in some texts, one after the other."""

    values: NDArray[np.uint32]
    """Of each token but single spaces: its CRC-32 but for the lowest bit, which says whether a single space follows."""
    counts: NDArray[np.int64]
    """How many of these each text has."""
    lengths: NDArray[np.int64]
    """How many tokens each text has, single spaces too."""
    others: list[int]
    """The texts of which this is not true."""


def scan(joined: str) -> Scanned:
    """Return the tokens of texts.

    :param joined: the texts in NFC and small letters, :data:`END` behind each.
    """
    joined, halves, whole = _encoded(joined)
    characters, held = np.frombuffer(halves, "<u2"), np.frombuffer(whole, np.uint8)
    kinds = _kinds().take(characters)
    joins = _joins(kinds)
    if _TAG_BEGINS in joined:
        for tag in TAG.finditer(joined):
            joins[tag.start() + 1 : tag.end()] = True
    starts = np.flatnonzero(~joins)
    first = characters[starts]
    ends = np.flatnonzero(first == 0)
    begins = np.flatnonzero(held & _FOLLOWS != _FOLLOWING).astype(np.int32)[starts]
    values = _numbers(held, begins)
    is_folded = (first == _BLANK) & (np.diff(starts, append=len(characters)) == 1)
    is_folded[1:] &= ~((kinds[starts[:-1]] & _SPACE != 0) | (first[:-1] == 0))
    is_folded[:1] = False
    values &= np.uint32(0xFFFFFFFE)
    values[:-1] |= is_folded[1:]
    is_kept = ~is_folded
    is_kept[ends] = False
    counts = np.diff(np.cumsum(is_kept)[ends], prepend=0)
    lengths = np.diff(ends, prepend=-1) - 1
    is_odd = counts > LONGEST // 2
    is_odd[np.searchsorted(starts[ends], np.flatnonzero(kinds == _OTHER))] = True
    return Scanned(values[is_kept], counts, lengths, np.flatnonzero(is_odd).tolist())


def _encoded(joined: str) -> tuple[str, bytes, bytes]:
    """Return texts, with a stranger for each character of two halves, and the same in UTF-16 and in UTF-8."""
    with suppress(UnicodeEncodeError):
        halves = joined.encode("utf-16-le")
        if len(halves) == 2 * len(joined):
            return joined, halves, joined.encode()
    return _encoded(_BEYOND.sub(_STRANGE, joined))


def _joins(kinds: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell of each character whether it is of one token with the one before it."""
    joins = np.zeros(len(kinds), bool)
    before, here = kinds[:-1], kinds[1:]
    alike = before & here
    joins[1:] = (alike & _SPACE) != 0
    is_joined = (before & _ALONE != 0) & (here & _ALONE != 0)
    is_joined |= (before & _BEFORE != 0) & (here & _DIGIT != 0)
    is_joined |= (before & _DIGIT != 0) & (here & _AFTER != 0)
    joins[1:] |= is_joined
    is_within = (kinds[1:-1] >> _TO_ALONE) & kinds[:-2] & kinds[2:] & _ALONE != 0
    joins[1:-1] |= is_within
    joins[2:] |= is_within
    return joins


def _numbers(held: NDArray[np.uint8], begins: NDArray[np.int32]) -> NDArray[np.uint32]:
    """Return the CRC-32 of each token.

    :param held: the bytes of all tokens.
    :param begins: where those of each begin.
    """
    by_place, by_length = _remainders()
    sizes = np.diff(begins, append=np.int32(len(held)))
    longest = int(sizes.max(initial=0))
    places = np.repeat(begins + sizes - np.int32(1), sizes) - np.arange(len(held), dtype=np.int32)
    if longest > _TOKEN_BYTES:
        np.minimum(places, _TOKEN_BYTES - 1, out=places)
    places <<= 8
    places |= held
    numbers: NDArray[np.uint32] = np.bitwise_xor.reduceat(by_place.take(places), begins)
    numbers ^= by_length.take(np.minimum(sizes, _TOKEN_BYTES))
    if longest > _TOKEN_BYTES:
        for token in np.flatnonzero(sizes > _TOKEN_BYTES).tolist():
            numbers[token] = crc32(held[begins[token] : begins[token] + sizes[token]].tobytes())
    return numbers


@cache
def _kinds() -> NDArray[np.uint8]:
    """Return the kinds of each character, which may be several."""
    kinds = np.full(1 << 16, _OTHER, np.uint8)
    kinds[[ord(END), _BLANK]] = 0, _SPACE
    for kind, ranges in ((0, _SIMPLE), *_KINDS):
        for ends in ranges.split(" "):
            held = kinds[ord(ends[0]) : ord(ends[-1]) + 1]
            held[held == _OTHER] = 0
            held |= kind
    kinds[ord(_JOINING)] = _OTHER
    return kinds


@cache
def _remainders() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return what a byte adds by how many follow it, and what a length adds."""
    by_length = [crc32(bytes(length)) for length in range(_TOKEN_BYTES + 1)]
    row = np.array([crc32(bytes([byte])) ^ by_length[1] for byte in range(_BYTE + 1)], np.uint32)
    rows, first = [row], row
    for _ in range(1, _TOKEN_BYTES):
        row = first[row & _BYTE] ^ (row >> np.uint32(8))
        rows.append(row)
    return np.concatenate(rows), np.array(by_length, np.uint32)
