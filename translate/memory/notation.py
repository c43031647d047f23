"""Values in the notation of a target: what it wrote for one value comes in, the same of another value goes out."""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters

from translate.languages import Language
from translate.memory.placeables import Placeable, Sort
from translate.text.dates.clock import Clock
from translate.text.dates.months import Months
from translate.text.late import late_plain
from translate.text.numbers.figures import digits_of
from translate.text.numbers.numerals import SPACES

_NOON, _HOUR = 12, 60
_TIME = late_plain(
    rf"(?P<hours>\d{{1,2}})(?:(?P<mark>[{SPACES}]?[hH:.][{SPACES}]?)(?P<minutes>[0-5]\d))?(?P<rest>.*)", re.DOTALL
)
_FIGURES = late_plain(rf"\d+(?:[.,'\u2019{SPACES}]\d+)*")
_DATE_MARK = late_plain(r"[/.-]")
_DATE_PART = late_plain(r"\d+")
_SHORT_YEAR = 2
_LONG_YEAR = 4
_TURNS = 4096


class NoNotationError(Exception):
    """A value that cannot surely be written as the target writes the old one, with the reason."""


def write_number(old: Placeable, new: Placeable, own: Language, other: Language) -> str:
    """Return the figures of `new`, a number of a text in `own`, as the target wrote `old` in `other`.

    The old number tells whether thousands are grouped; where it has none, the new one's own writing does.

    :raises NoNotationError: where the target has no such number.
    """
    if new.is_dotted:
        return new.text
    sign, figures = _parted(new)
    if old.sort is Sort.ORDINAL:
        number = value_in_figures(new, own)
        if other.write_ordinal is None or sign or number is None:
            raise NoNotationError(f"'{new.text}' is not written as an ordinal")
        digits = str(number)
        grouped = _grouped(digits, _is_grouped(_parted(old)[1], figures), other)
        return _ordinal_like(old.text, other.write_ordinal(number).replace(digits, grouped, 1))
    if new.sort is Sort.ORDINAL and not figures.isdecimal():
        raise NoNotationError(f"'{new.text}' has no figures")
    if figures.isdecimal() and digits_of(old.text).startswith("0"):
        return sign + figures
    if other.figures is None or own.figures is None:
        if not figures.isdecimal():
            raise NoNotationError(f"nothing is known of how '{new.text}' is written")
        return sign + figures
    whole, part = _whole_and_part(figures, own.figures.decimal)
    old_whole, _ = _whole_and_part(old.text, other.figures.decimal)
    written = _grouped(digits_of(whole), _is_grouped(old_whole, whole), other)
    return f"{sign}{written}{other.figures.decimal}{part}" if part else sign + written


def _is_grouped(old: str, new: str) -> bool:
    """Tell whether thousands are to be grouped: as in the old figures, or where those have none, as in the new ones."""
    if old != digits_of(old):
        return True
    return len(digits_of(old)) <= len("999") and new != digits_of(new)


def _grouped(digits: str, is_grouped: bool, language: Language) -> str:
    return f"{int(digits):,}".replace(",", language.figures.group) if is_grouped and language.figures else digits


def value_in_figures(placeable: Placeable, language: Language) -> int | None:
    """Return the whole number that a placeable writes; None for one with decimals."""
    _, figures = _parted(placeable)
    whole, part = _whole_and_part(figures, language.numerals.decimal)
    return None if part or not digits_of(whole) else int(digits_of(whole))


def write_month(old: str, month: int, months: Months) -> str:
    """Return a month as long as the old one is written, and with its capitals.

    :raises NoNotationError: for a short one that the language has not.
    """
    names = [name for name, number in months.numbers.items() if number == months.numbers[old.lower()]]
    others = [name for name, number in months.numbers.items() if number == month]
    is_short = old.lower() != names[0]
    if is_short and len(others) == 1:
        raise NoNotationError(f"'{others[0]}' has no short form")
    name = others[1] if is_short else others[0]
    return name.upper() if old.isupper() and len(old) > 1 else name.capitalize() if old[0].isupper() else name


def write_date(old: Placeable, new: Placeable, made: Placeable) -> str:
    """Return the date `new` in the order and with the marks that the target's `made` has for `old`.

    :raises NoNotationError: where the order is not sure.
    """
    widths = [[len(part) == _LONG_YEAR for part in _DATE_MARK.split(one.text)] for one in (old, new)]
    if widths[0] != widths[1]:
        raise NoNotationError(f"'{new.text}' is written in another order than '{old.text}'")
    order = [[place for place, value in enumerate(old.date) if _is_same(value, part)] for part in made.date]
    if any(len(places) != 1 for places in order) or len({places[0] for places in order}) < len(old.date):
        raise NoNotationError(f"the order of '{made.text}' is not sure")
    parts, written = _DATE_PART.findall(made.text), _DATE_PART.findall(new.text)
    small = [part for part in parts if int(part) < 10]
    is_padded = any(part.startswith("0") for part in small or written)
    said = [_as_long(part, written[places[0]], is_padded) for part, places in zip(parts, order, strict=True)]
    marks = [*_DATE_PART.split(made.text)[1:-1], ""]
    return "".join(part + mark for part, mark in zip(said, marks, strict=True))


def write_time(old: Placeable, hour: int, new: Placeable, behind: str, other: Language) -> str:
    """Return the time `new` as the target wrote the old one: `2:30 pm`, `14:30`.

    :param hour: of the old time, in the source.
    :param behind: what follows the old time in the target.
    :raises NoNotationError: where the target's way has no place for it.
    """
    minutes = min(new.minutes)
    match = _TIME.match(old.text)
    if match is None:
        raise NoNotationError(f"'{old.text}' is no time in figures")
    half = match["rest"]
    is_evening = minutes >= _NOON * _HOUR
    shown = int(match["hours"])
    if half.strip():
        if (min(old.minutes) >= _NOON * _HOUR) is not is_evening:
            half = turn_half(half, other.clock)
        now = minutes // _HOUR % _NOON or _NOON
    elif shown == hour:
        now = minutes // _HOUR
        if (now > _NOON or now == 0) and shown <= _NOON and (match["minutes"] is None or match["mark"] == "."):
            raise NoNotationError(f"'{new.text}' may be written in another way")
    else:
        if not is_evening:
            raise NoNotationError(f"'{old.text}' does not say which half of the day it is in")
        now = minutes // _HOUR % _NOON or _NOON
    figures = f"{now:02}" if match["hours"].startswith("0") else str(now)
    if match["minutes"] is None:
        if minutes % _HOUR == 0:
            return figures + half
        if not half.strip():
            raise NoNotationError(f"'{old.text}{behind[:10]}' has no place for minutes")
        return f"{figures}:{minutes % _HOUR:02}{half}"
    return f"{figures}{match['mark']}{minutes % _HOUR:02}{half}"


@lru_cache(maxsize=_TURNS)
def turn_half(written: str, clock: Clock) -> str:
    """Return what stands behind a time for the other half of the day: the writing of one other letter, ` p.m.`.

    :raises NoNotationError: where there is none.
    """
    halves = [re.compile(half) for half in clock.halves if half]
    text = written.strip(f"{SPACES}.")
    start = written.index(text)
    mine = next((number for number, half in enumerate(halves) if half.match(written, start)), None)
    if mine is not None and len(halves) > 1:
        for place in range(start, start + len(text)):
            for letter in ascii_letters:
                if letter.isupper() is written[place].isupper() and written[place].isalpha():
                    turned = written[:place] + letter + written[place + 1 :]
                    if halves[1 - mine].match(turned, start):
                        return turned
    raise NoNotationError(f"'{text}' has no counterpart")


def _parted(placeable: Placeable) -> tuple[str, str]:
    """Return the sign and the figures of a number as it is written; of an ordinal in Roman figures, its value."""
    match = _FIGURES.search(placeable.text)
    if match is None:
        return "", str(next(iter(placeable.values), ""))
    sign = placeable.text[: match.start()]
    return sign, match[0]


def _whole_and_part(figures: str, decimal: str) -> tuple[str, str]:
    whole, _, part = figures.partition(decimal)
    return (whole, part) if part.isdecimal() else (figures, "")


def _ordinal_like(old: str, written: str) -> str:
    return written.upper() if old.isupper() else written


def _is_same(value: int, part: int) -> bool:
    """Tell whether two parts of dates are the same one; a year may have lost its century."""
    return value == part or (value % 100 == part % 100 and min(value, part) < 100 <= max(value, part))


def _as_long(old: str, new: str, is_padded: bool) -> str:
    if len(old) == _LONG_YEAR and len(new) < _LONG_YEAR:
        raise NoNotationError(f"the century of '{new}' is not sure")
    if len(new) == _LONG_YEAR:
        return new if len(old) == _LONG_YEAR else new[-_SHORT_YEAR:]
    return f"{int(new):02}" if is_padded else str(int(new))
