"""Sorting of a corpus of any size: its units become records, and come back in order. Equal units stay in theirs."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Callable, Iterator

from translate.corpus.external import pack, sort_records, unpack
from translate.data import Bitext, TranslationUnit

_BEYOND_ASCII = re.compile(r"[^\0-\x7f]")
_SIGN = 1 << 63


def _collate(text: str) -> bytes:
    """Return a key that sorts by letters first (`é` beside `e`), then by the text itself."""
    letters = text.casefold()
    if not letters.isascii():
        letters = _BEYOND_ASCII.sub(_without_mark, unicodedata.normalize("NFD", letters))
    return _of_text(letters).replace(b"\0", b"\0\xff") + b"\0\0" + _of_text(text)


def _without_mark(match: re.Match[str]) -> str:
    return "" if unicodedata.combining(match[0]) else match[0]


def _of_text(text: str) -> bytes:
    """Return bytes that sort as the characters of a text do."""
    return text.encode("utf-8", "surrogatepass")


def _of_number(number: float) -> bytes:
    """Return bytes that sort as numbers do: those of IEEE 754, with the sign turned, or all bits where it is set."""
    (bits,) = struct.unpack(">Q", struct.pack(">d", number + 0.0))
    return struct.pack(">Q", bits ^ (2 * _SIGN - 1 if bits & _SIGN else _SIGN))


ORDERS: dict[str, Callable[[TranslationUnit], bytes]] = {
    "source": lambda unit: _collate(unit.source.text),
    "target": lambda unit: _collate(unit.target.text),
    "name": lambda unit: _of_text(unit.name),
    "document": lambda unit: _of_text(unit.document or ""),
    "score": lambda unit: _of_number(-1.0 if unit.score is None else unit.score),
    "length": lambda unit: _of_number(len(unit.source.text)),
}
"""What units are sorted by, from small to large, as bytes that sort so; those without a score come first."""


def sort_units(bitext: Bitext, by: str, *, is_reversed: bool = False) -> Iterator[TranslationUnit]:
    """Yield the units of `bitext` in order of :data:`ORDERS`. A run of units is in memory, all others on the disk."""
    key = ORDERS[by]
    records = ((key(unit), pack(unit)) for unit in bitext.units)
    return (unpack(data) for _, data in sort_records(records, is_reversed=is_reversed))
