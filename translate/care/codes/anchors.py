"""Signs that belong to a number: `40 €` and its place in the target come in, so that no attention has to guess it."""

from __future__ import annotations

from collections.abc import Set

from translate.text.late import late
from translate.text.numbers.figures import value_of

_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = late(rf"(?<![\d.,])(?:\d{{1,3}}(?:(?:{_SPACE}|[.,])\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)(?![.,]?\d)")
_PARTS = late(r"(?P<whole>.*?)(?:[.,](?P<part>\d+))?")
_WORDED = late(r"\p{L}{4,}")
"""What is no sign of a number: a word that the vocabulary lacks."""


def find_anchor(sign: str, source: str, offset: int, target: str) -> int | None:
    """Return where `sign`, cut out of `source` before character `offset`, stands in `target`: behind its number.

    None where it followed no number, or where the target has that number not as often as the source.
    """
    if _WORDED.search(sign):
        return None
    before = source[:offset].rstrip()
    numbers = list(_NUMBER.finditer(source))
    own = next((match for match in numbers if match.end() == len(before)), None)
    if own is None:
        return None
    values = _values(own[0])
    same = [match.start() for match in numbers if _values(match[0]) & values]
    found = [match.end() for match in _NUMBER.finditer(target) if _values(match[0]) & values]
    return found[same.index(own.start())] if len(found) == len(same) else None


def _values(written: str) -> Set[tuple[str, str]]:
    """Return the readings of a number, whatever its language: its last mark may stand before decimals, or in groups."""
    readings = {value_of(written, "")}
    parts = _PARTS.fullmatch(written)
    if parts and parts["part"]:
        readings.add(value_of(parts["whole"], parts["part"]))
    return readings
