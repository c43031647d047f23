"""The numbers that a text writes in figures: a text and a language's numerals come in, numbers with readings go out.

`1 000,5` of one language and `1,000.5` of another give the same value, because each is read in its own way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import field, replace
from decimal import Decimal
from functools import cache

from translate.records import dataclass
from translate.text.compiled import compile_plain
from translate.text.late import late_plain

Value = int | Decimal

_MONTHS, _HOURS = 12, 24
MAX_DIGITS = 40
"""Longer runs of figures are cut into pieces of this size: they are codes, not quantities."""

SPACES = " \u00a0\u2009\u202f"
FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_DATE = r"(?P<date>(?<![\d.,/-])\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{2,4}(?![\d/-]))"
_NUMBER = rf"(?P<number>(?<!\d[.,])\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*)"
_FRACTION = (
    rf"(?P<fraction>(?:(?P<whole>\d{{1,3}})[{SPACES}]?)?(?:(?P<sign>[{FRACTIONS}])"
    rf"|(?<![\d.,/-])(?(whole)|(?<!\d[{SPACES}]))(?P<top>\d{{1,3}})[/⁄](?P<bottom>[1-9]\d{{0,2}})"
    rf"(?![\d/⁄]|[.,-]\d|h\d?|[{SPACES}]\d{{3}})))"
)
_TOKEN = late_plain(f"{_DATE}|{_NUMBER}")
_TOKEN_OR_FRACTION = late_plain(f"{_DATE}|{_FRACTION}|{_NUMBER}")
_FIGURE = late_plain(rf"[\d{FRACTIONS}]")
_MAY_BE_FRACTION = late_plain(rf"\d[/⁄]\d|[{FRACTIONS}]")

_MINUTES = late_plain(rf"\d(?:[{SPACES}]?[hH][{SPACES}]?|:)\Z")
_COLON_TIME = late_plain(r":[0-5]\d(?![\d:])")
_TIME = late_plain(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_SPAN_MARKS = ("-", "–", "/")
_RANGE = late_plain(rf"[{SPACES}]?(?:[-–—/,;]|[^\W\d_]{{1,4}})[{SPACES}]?")
"""What stands between two numbers of one unit: a mark or a small word."""
_LOOKED_AT = 8
"""Characters before a number that are looked at for a word such as *from*."""
_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True, eq=False)
class Numerals:
    """How a language writes numbers in figures, and what stands beside them; expressions, and empty where it has none.

    Of what follows the figures, `joint` may stand between.
    """

    decimal: str = ","
    """The mark before decimals, comma or point; the other one stands between groups of three figures."""
    joint: str = f"[{SPACES}]?"
    hour: str = ""
    """After the hour of a day: *o'clock*. What follows it may be said with the other half of the day."""
    scale: str = ""
    """Words after figures that multiply them, and are in `scales`; several words multiply each other."""
    half: str = "(?!)"
    """After a scale: half of it more, « deux millions et demi »."""
    short: str = ""
    """Letters after figures that may multiply them: *k*."""
    decade: str = ""
    """After the figures of a decade: *1980s*."""
    scales: Mapping[str, int] = field(default_factory=dict)
    """By word or letter in small letters: what it multiplies by."""
    before_time: str = ""
    """Words before which `18.30` is a time: *at*."""
    before_decade: str = ""
    """A word before the two figures of a decade, in small letters."""
    ordinal_endings: tuple[str, ...] = ()
    """What makes an ordinal of Roman figures: *XIXth*."""

    is_day_first: bool = True
    """A date such as `03/05/2024` begins with its day, not maybe with its month."""

    @property
    def group(self) -> str:
        return "," if self.decimal == "." else "."


PLAIN_NUMERALS = Numerals()
"""With a decimal comma, as most languages have it."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as written, at characters [start, end) of its text, the word that multiplies it (`million`) included.

    Each reading is a tuple of values that belong together: `3 100` is 3100, or 3 and 100. `text` is its figures.
    A `loose` number is part of a code or a name, such as `COVID-19`. A date such as `03/05/2024` has its parts in
    `date`, in the order of the text. `scale` is what the word after it multiplies it by, and is in its readings.
    """

    text: str
    readings: tuple[tuple[Value, ...], ...]
    loose: bool = False
    date: tuple[int, ...] = ()
    month: int = 0
    """That of the date; 0 where the language leaves open which part it is."""
    start: int = 0
    end: int = 0
    scale: int = 1
    unsure: int = 1
    """What a letter after it may multiply it by, `k`; its readings have it both ways."""
    ends: int = 0
    """Where that letter ends; where there is none, `end`."""


def read_numbers(text: str, numerals: Numerals) -> tuple[Number, ...]:
    """Return the numbers that `text` writes in figures, in order."""
    if _FIGURE.search(text) is None:
        return ()
    numbers: list[Number] = []
    has_fractions = _MAY_BE_FRACTION.search(text) is not None
    for match in (_TOKEN_OR_FRACTION if has_fractions else _TOKEN).finditer(text):
        if match["date"]:
            parts = tuple(int(part) for part in re.split(r"[/.-]", match["date"]))
            is_known = numerals.is_day_first and 1 <= parts[1] <= _MONTHS
            month = parts[1] if is_known else 0
            numbers.append(
                Number(match["date"], (parts,), date=parts, month=month, start=match.start(), end=match.end())
            )
        elif has_fractions and match["fraction"]:
            numbers.append(_fraction(match))
        elif number := _read(text, match.start(), match.end(), numerals):
            numbers.append(number)
    for place in range(len(numbers) - 2, -1, -1):
        one, next_one = numbers[place], numbers[place + 1]
        if one.date or next_one.date:
            continue
        between = text[one.end : next_one.start]
        if (
            between in _SPAN_MARKS
            and (len(one.text), len(next_one.text)) == (4, 2)
            and one.scale == next_one.scale == 1
        ):
            year = int(one.text[:2] + next_one.text) if (one.text + next_one.text).isdecimal() else 0  # `1914-18`
            numbers[place + 1] = replace(next_one, readings=(*next_one.readings, *([(year,)] if year else [])))
        elif next_one.scale > 1 and one.scale == 1 and _RANGE.fullmatch(between):  # `15 to 20 million`
            scaled = [(reading[0] * next_one.scale,) for reading in one.readings if len(reading) == 1]
            numbers[place] = replace(one, readings=(*one.readings, *scaled))
        elif (
            one.scale > next_one.scale and between in SPACES and _may_follow(one, next_one)
        ):  # `5 million 143 thousand`
            numbers[place : place + 2] = [_sum(one, next_one)]
    return tuple(numbers)


def _fraction(match: re.Match[str]) -> Number:
    """Return the number of `¾`, `3/4` and `1 1/2`, which may be several: `24/7`."""
    if match["sign"]:
        top, bottom = unicodedata.normalize("NFKC", match["sign"]).split("⁄")
    else:
        top, bottom = match["top"], match["bottom"]
    whole = [int(match["whole"])] if match["whole"] else []
    value = round(Decimal(top) / int(bottom) + sum(whole), 6)
    written = match[0].strip(SPACES)
    start = match.end() - len(written)
    readings = ((value,),) if whole else ((value,), (int(top), int(bottom)))
    return Number(written, readings, start=start, end=match.end())


def _may_follow(one: Number, next_one: Number) -> bool:
    return all(0 < reading[0] < one.scale for reading in next_one.readings if len(reading) == 1)


def _sum(one: Number, next_one: Number) -> Number:
    """Return the number that two of them make, or the two."""
    pairs = [(a, b) for a in one.readings for b in next_one.readings if len(a) == len(b) == 1]
    readings = (*((a[0] + b[0],) for a, b in pairs), *((a[0], b[0]) for a, b in pairs))
    return replace(one, text=f"{one.text} … {next_one.text}", readings=readings, end=next_one.end)


@cache
def _after(numerals: Numerals) -> re.Pattern[str] | None:
    """Return what may follow the figures of a number; None for a language of which nothing is known."""
    if not (numerals.hour or numerals.scale or numerals.short or numerals.decade):
        return None
    found = "|".join(f"(?P<{one}>{getattr(numerals, one) or _NOTHING})" for one in ("hour", "scale", "short", "decade"))
    return compile_plain(f"{numerals.joint}(?:{found})")


@cache
def _before_time(numerals: Numerals) -> re.Pattern[str]:
    return compile_plain(rf"\b(?:{numerals.before_time or _NOTHING})\s\Z", re.IGNORECASE)


def _read(text: str, start: int, end: int, numerals: Numerals) -> Number | None:
    written = text[start:end]
    before = text[start - 1] if start else " "
    loose = before.isalpha() or (before in "-‑–" and start > 1 and text[start - 2].isalpha())
    if written == "00" and _MINUTES.search(text, max(0, start - 4), start):
        return None  # `8 h 00`, `8:00`
    pattern = _after(numerals)
    after = pattern.match(text, end) if pattern else None
    readings = _readings(written, numerals)
    scale = unsure = 1
    if before == "." and numerals.decimal == "." and not text[max(0, start - 2) : start - 1].isalnum():
        readings = (*readings, (_number("0", re.sub(r"\D", "", written)[:MAX_DIGITS]),))  # `.5`
    if after is None:
        is_time = numerals.before_time and _TIME.fullmatch(written)
        if is_time and _before_time(numerals).search(text, max(0, start - _LOOKED_AT), start):
            readings = (*readings, _components(written))  # `at 18.30`
        elif _COLON_TIME.match(text, end):
            readings = _hours(written, readings)  # `17:30`
    elif after["hour"]:
        readings = _hours(written, readings)
    elif after["scale"]:
        for word in after["scale"].lower().split():
            scale *= numerals.scales[word]
        half = re.compile(numerals.half).match(text, after.end())
        more, end = (Decimal(scale) / 2, half.end()) if half else (0, after.end())
        readings = tuple((reading[0] * scale + more,) for reading in readings if len(reading) == 1) or readings
    elif after["short"]:
        unsure = numerals.scales[after["short"].lower()]
        readings = (*readings, *((reading[0] * unsure,) for reading in readings if len(reading) == 1))
    elif after["decade"] and written.isdigit() and len(written) in (2, 4):
        readings = (*readings, (int(written) % 100,), (1900 + int(written) % 100,))
    if before in "hH" or _is_after_decade(text, start, numerals.before_decade):
        loose = False
        readings = (*readings, *((1900 + reading[0],) for reading in readings if 0 < reading[0] < 100))
    ends = after.end() if after and unsure > 1 else end
    return Number(written, readings, loose, start=start, end=end, scale=scale, unsure=unsure, ends=ends)


def _is_after_decade(text: str, start: int, word: str) -> bool:
    return bool(word) and text[max(0, start - len(word) - 2) : start].lower().startswith(word)


def _hours(written: str, readings: tuple[tuple[Value, ...], ...]) -> tuple[tuple[Value, ...], ...]:
    """Add the other half of the day: `20 h` is `8 p.m.`."""
    parts = _components(written)
    hour, minutes = parts[0], parts[1:]
    if any(len(part) > 2 for part in re.split(r"\D", written)):
        return readings
    others = [hour + 12, hour - 12, *([12, 24, 0] if hour in (0, 12, 24) else [])]
    return (*readings, parts, *((other, *minutes) for other in others if 0 <= other <= _HOURS))


def _components(written: str) -> tuple[int, ...]:
    return tuple(int(run) for run in re.findall(rf"\d{{1,{MAX_DIGITS}}}", written))


def _readings(written: str, numerals: Numerals) -> tuple[tuple[Value, ...], ...]:
    if written.isdigit() and len(written) <= MAX_DIGITS:
        return ((int(written),),)
    if len(written) > MAX_DIGITS:
        return (_components(written),)
    decimal, group = numerals.decimal, numerals.group
    if any(space in written for space in SPACES):
        return _spaced_readings(written, decimal)
    compact = written.replace("'", "’")
    if "’" in compact:
        return _readings_with(compact, decimal, "’")
    return _readings_with(compact, decimal, group)


def _readings_with(written: str, decimal: str, group: str) -> tuple[tuple[Value, ...], ...]:
    whole, _, rest = written.partition(decimal)
    parts = _components(written)
    if rest.isdigit() and (whole.isdigit() or _is_grouped(whole, group)):
        value = _number(whole.replace(group, ""), rest)
        # `19,000` is nineteen thousand even where the comma is a decimal one: it was written in the other way.
        is_foreign = decimal == "," and rest == "000" and 0 < len(whole) <= 3
        return ((value,), (int(whole + rest),)) if is_foreign else ((value,),)
    if decimal == ".":
        readings: tuple[tuple[Value, ...], ...] = ()
    else:
        readings = (*_plain_decimal(written), parts)  # `Web 2.0`, `version 1.234`
    for mark in (group, decimal):
        if _is_grouped(written, mark):
            return ((int(written.replace(mark, "")),), *readings)
    return readings or (parts,)


def _plain_decimal(written: str) -> tuple[tuple[Value, ...], ...]:
    whole, _, rest = written.partition(".")
    return ((_number(whole, rest),),) if whole.isdigit() and rest.isdigit() else ()


def _spaced_readings(written: str, decimal: str) -> tuple[tuple[Value, ...], ...]:
    whole, mark, rest = written.replace("." if decimal == "," else ",", decimal).partition(decimal)
    joined = (_number("".join(re.findall(r"\d+", whole)), rest),)
    # `3 100` may be two numbers where the space is a plain one.
    return (joined, _components(written)) if " " in whole and not mark else (joined,)


def _is_grouped(written: str, mark: str) -> bool:
    first, *rest = written.split(mark)
    return bool(rest) and first.isdigit() and len(first) <= 3 and all(len(g) == 3 and g.isdigit() for g in rest)


def _number(whole: str, rest: str) -> Value:
    return Decimal(f"{whole}.{rest}") if rest else int(whole)
