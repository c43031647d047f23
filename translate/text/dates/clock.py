"""Times of the day: a text and the clock of its language come in, the minutes since midnight go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache
from types import MappingProxyType

from translate.records import dataclass
from translate.text.compiled import compile_plain
from translate.text.late import late_plain
from translate.text.numbers.numerals import SPACES

_HALF, _DAY = 12 * 60, 24 * 60
_NOON, _NO_HOUR = 12, 25
_NOTHING = "(?!)"
_WORD = late_plain(r"[^\W\d_]+")
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
    parts: Mapping[str, int] = field(default_factory=dict)
    """What may stand behind an hour, with one space between words: how many minutes more it is, or less."""
    less: str = ""
    """The word before how many minutes it is less, in figures."""


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


def read_part(text: str, place: int, clock: Clock) -> tuple[int, int] | None:
    """Read what stands behind an hour and says how many minutes it is more or less: « et quart », « moins 20 ».

    :param place: where the hour ends.
    :returns: where it ends, and the minutes; None where nothing of the kind follows.
    """
    match = _parts(clock).match(text, place) if clock.parts else None
    if match is None:
        return None
    figures = match["figures"]
    return match.end(), -int(figures) if figures else clock.parts[" ".join(match["words"].lower().split())]


def iter_parted(
    text: str, hours: str, clock: Clock, words: Mapping[str, int] = MappingProxyType({})
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the times that are said by the part of an hour: « 10 h moins le quart », « minuit moins dix ».

    Each is its characters [start, end), the minutes since midnight and those beside the hour.

    :param words: by a word, small, the hour that it may be.
    """
    if not clock.parts or not hours or not _parts(clock).search(text):
        return
    hour, _ = _rules(hours, clock)
    for match in _FACE.finditer(text):
        word = None if match["minutes"] else hour.match(text, match.end())
        if word and (part := read_part(text, word.end(), clock)):
            end, more = part
            yield match.start(), end, (int(match["hours"]) * 60 + more) % _DAY, abs(more)
    for match in _WORD.finditer(text) if words else ():
        said = match[0].lower()
        hour_of_day = _NOON if said in clock.noon else 0 if said in clock.midnight else words.get(said, _NO_HOUR)
        is_named = said in clock.noon or said in clock.midnight
        behind = match if is_named else hour.match(text, match.end()) if hour_of_day < _NO_HOUR else None
        if behind and (part := read_part(text, behind.end(), clock)):
            end, more = part
            yield match.start(), end, (hour_of_day * 60 + more) % _DAY, abs(more)


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
        part = read_part(text, word.end(), clock) if word and not said and not match["minutes"] else None
        more = part[1] if part else int(match["minutes"] or 0)
        time = (int(match["hours"]) * 60 + more) % _DAY
        written = text[match.start() : said.end() if said else part[0] if part else end]
        if said and time <= _HALF + 60:
            time = time % _HALF + (_HALF if said["evening"] else 0)
        is_unsure = not said and clock.is_half_day and time < _HALF + 60
        minutes = {time % _HALF, time % _HALF + _HALF} if is_unsure else {time}
        yield Time(written, frozenset(minutes), bool(said), bool(match["minutes"] or part), match.start())


@cache
def _parts(clock: Clock) -> re.Pattern[str]:
    words = "|".join(
        re.escape(one).replace(r"\ ", rf"[{SPACES}]") for one in sorted(clock.parts, key=len, reverse=True)
    )
    figures = (
        rf"{clock.less}[{SPACES}](?P<figures>[1-5]?[0-9])(?!\d|[.,]\d|[{SPACES}]?[hH€$%])" if clock.less else _NOTHING
    )
    return compile_plain(rf"[{SPACES}](?:(?P<words>{words})|{figures})(?!\w)", re.IGNORECASE)


@cache
def _marked(clock: Clock) -> re.Pattern[str]:
    return compile_plain(rf"\d[^.,;!?\d]{{0,9}}?(?:{'|'.join(clock.halves)})")


@cache
def _rules(hours: str, clock: Clock) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands behind an hour, and what behind a time and says which half of the day it is in."""
    morning, evening = (half or _NOTHING for half in clock.halves)
    return (
        compile_plain(rf"[{SPACES}]?(?:{hours or _NOTHING})"),
        compile_plain(rf"[{SPACES}]?(?:(?P<morning>{morning})|(?P<evening>{evening}))"),
    )
