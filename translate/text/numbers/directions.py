"""Numbers that become others, *rose from 2% to 3%*: a text comes in, verbs that its own numbers contradict go out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept


@dataclass(frozen=True, slots=True, eq=False)
class Directions:
    """How a language says that a number has risen or fallen; what it is empty of is not known."""

    rises: frozenset[str] = frozenset()
    """Words, small, that say that what follows has grown."""
    falls: frozenset[str] = frozenset()
    """And that it has become less."""
    first: str = ""
    """The word before the number that was."""
    last: str = ""
    """And before that which is."""
    group: str = ""
    """The mark between groups of three figures; the other of point and comma is that of decimals."""


NO_DIRECTIONS = Directions()
_BETWEEN = 2
"""Words that may stand between the verb and the numbers."""


def find_contradicted(text: str, directions: Directions) -> Iterator[str]:
    """Yield what says of a number that it rises, where it falls, or the contrary: *has risen from 3.1% to 2.8%*.

    Both numbers have the same unit, or the second one's.
    """
    for match in _pattern(directions).finditer(text) if directions.first and f" {directions.first} " in text else ():
        words = regex.findall(r"\w+", match["words"].lower())
        is_rise, is_fall = (not side.isdisjoint(words) for side in (directions.rises, directions.falls))
        units = [match[f"{name}_unit"] for name in ("low", "high")]
        if is_rise == is_fall or (units[0] and units[0] != units[1]):
            continue
        low, high = (_value(match[name], directions) for name in ("low", "high"))
        if low is not None and high is not None and (high < low if is_rise else low < high):
            yield match[0]


def _value(written: str, directions: Directions) -> Decimal | None:
    plain = written.replace(directions.group, "").replace(",", ".")
    return Decimal(plain) if regex.fullmatch(r"\d+(?:\.\d+)?", plain) else None


@cache
def _pattern(directions: Directions) -> regex.Pattern[str]:
    number = r"[€$£]?(?P<{0}>\d[\d.,]*\d|\d)(?![\d:/])(?:[  ]?(?P<{0}_unit>[%€$£]|(?!{1}\b)[^\W\d_]+))?"
    first, last = number.format("low", directions.last), number.format("high", directions.last)
    words = rf"(?<!\w)(?P<words>\w+(?: \w+){{0,{_BETWEEN}}})"
    return compile_kept(rf"{words} {directions.first} {first} {directions.last} {last}")
