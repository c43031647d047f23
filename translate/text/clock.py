"""Times of the day: a text and the numerals of its language come in, the minutes since midnight go out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from translate.text.numerals import SPACES, Numerals

_HALF, _DAY = 12 * 60, 24 * 60
_NOTHING = "(?!)"
_FACE = re.compile(
    rf"(?<![\w.,:/])(?P<hours>\d{{1,2}})(?:(?P<mark>[{SPACES}]?[hH:.][{SPACES}]?)(?P<minutes>[0-5]\d)(?!\d))?(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time as written, and which minutes since midnight it may be. One that is `marked` says which half of the day."""

    text: str
    minutes: frozenset[int]
    is_marked: bool
    is_exact: bool
    """It is written with its minutes."""

    @property
    def face(self) -> int:
        """What a clock with twelve hours shows."""
        return min(self.minutes) % _HALF


def marks_half(text: str, numerals: Numerals) -> bool:
    """Tell whether a time of `text` says which half of the day it is in."""
    return bool(numerals.halves[0]) and _marked(numerals).search(text) is not None


def iter_times(text: str, numerals: Numerals) -> Iterator[Time]:
    """Yield the times of `text` in order."""
    hour, half = _rules(numerals)
    for match in _FACE.finditer(text):
        end = match.end()
        said = half.match(text, end)
        word = None if said else hour.match(text, end)
        if word:
            said = half.match(text, word.end())
        if not (said or word or (match["mark"] and match["mark"] != ".")) or int(match["hours"]) > 24:
            continue
        time = (int(match["hours"]) * 60 + int(match["minutes"] or 0)) % _DAY
        written = text[match.start() : said.end() if said else end]
        if said and time <= _HALF + 60:
            time = time % _HALF + (_HALF if said["evening"] else 0)
        is_unsure = not said and numerals.is_half_day and time < _HALF + 60
        minutes = {time % _HALF, time % _HALF + _HALF} if is_unsure else {time}
        yield Time(written, frozenset(minutes), is_marked=bool(said), is_exact=bool(match["minutes"]))


@cache
def _marked(numerals: Numerals) -> re.Pattern[str]:
    morning, evening = numerals.halves
    return re.compile(rf"\d[{SPACES}]?(?:{numerals.hour or _NOTHING})?[{SPACES}]?(?:{morning}|{evening})")


@cache
def _rules(numerals: Numerals) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands behind an hour, and what behind a time and says which half of the day it is in."""
    morning, evening = (half or _NOTHING for half in numerals.halves)
    return (
        re.compile(rf"[{SPACES}]?(?:{numerals.hour or _NOTHING})"),
        re.compile(rf"[{SPACES}]?(?:(?P<morning>{morning})|(?P<evening>{evening}))"),
    )
