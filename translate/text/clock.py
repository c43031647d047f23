"""Times of the day: a text and the clock of its language come in, the minutes since midnight go out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from translate.text.late import late_plain
from translate.text.numerals import SPACES

_HALF, _DAY = 12 * 60, 24 * 60
_NOTHING = "(?!)"
_FACE = late_plain(
    rf"(?<![\w.,:/])(?P<hours>\d{{1,2}})(?:(?P<mark>[{SPACES}]?[hH:.][{SPACES}]?)(?P<minutes>[0-5]\d)(?!\d))?(?!\d)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Clock:
    """How a language says which half of the day a time is in."""

    halves: tuple[str, str] = ("", "")
    """What stands behind a time before noon, and behind one after: patterns."""
    noon: frozenset[str] = frozenset()
    midnight: frozenset[str] = frozenset()
    is_half_day: bool = False
    """`8:30` may be in the evening too."""


NO_CLOCK = Clock()


@dataclass(frozen=True, slots=True)
class Time:
    """A time as written, and which minutes since midnight it may be; one `is_marked` says which half of the day."""

    text: str
    minutes: frozenset[int]
    is_marked: bool
    is_exact: bool
    """It is written with its minutes."""
    start: int
    """Where it begins in its text."""

    @property
    def face(self) -> int:
        """What a clock with twelve hours shows."""
        return min(self.minutes) % _HALF


def marks_half(text: str, clock: Clock) -> bool:
    """Tell whether a time of `text` says which half of the day it is in."""
    return bool(clock.halves[0]) and _marked(clock).search(text) is not None


def iter_times(text: str, hours: str, clock: Clock) -> Iterator[Time]:
    """Yield the times of `text` in order.

    :param hours: a pattern of what stands behind an hour.
    """
    hour, half = _rules(hours, clock)
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
        is_unsure = not said and clock.is_half_day and time < _HALF + 60
        minutes = {time % _HALF, time % _HALF + _HALF} if is_unsure else {time}
        yield Time(written, frozenset(minutes), bool(said), bool(match["minutes"]), match.start())


@cache
def _marked(clock: Clock) -> re.Pattern[str]:
    return re.compile(rf"\d[^.,;!?\d]{{0,9}}?(?:{'|'.join(clock.halves)})")


@cache
def _rules(hours: str, clock: Clock) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands behind an hour, and what behind a time and says which half of the day it is in."""
    morning, evening = (half or _NOTHING for half in clock.halves)
    return (
        re.compile(rf"[{SPACES}]?(?:{hours or _NOTHING})"),
        re.compile(rf"[{SPACES}]?(?:(?P<morning>{morning})|(?P<evening>{evening}))"),
    )
