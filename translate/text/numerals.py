"""The numbers that a text writes in figures: a text and a language's numerals come in, numbers with readings go out.

`1 000,5` of one language and `1,000.5` of another give the same value, because each is read in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import chain

Value = int | Decimal

MAX_DIGITS = 40
"""Longer runs of figures are cut into pieces of this size: they are codes, not quantities."""

SPACES = " \u00a0\u2009\u202f"
_ROMAN = r"(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_TOKEN = re.compile(
    r"(?P<date>(?<![\d.,/-])\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{2,4}(?![\d/-]))"
    rf"|(?P<number>(?<!\d[.,])\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*)"
)
_ROMAN_BARE = re.compile(rf"\b(?=[IVXLCDM]+\b)({_ROMAN})\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

_MINUTES = re.compile(rf"\d(?:[{SPACES}]?[hH][{SPACES}]?|:)\Z")

_TIME = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
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

    @property
    def group(self) -> str:
        return "," if self.decimal == "." else "."


PLAIN_NUMERALS = Numerals()
"""With a decimal comma, as most languages have it."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as written. Each reading is a tuple of values that belong together: `3 100` is 3100, or 3 and 100.

    `scale` is that of the word after it (`million`). A `loose` number is part of a code or a name, such as `COVID-19`.
    A date such as `03/05/2024` has its parts in `date`, in the order of the text.
    """

    text: str
    readings: tuple[tuple[Value, ...], ...]
    scale: int = 1
    loose: bool = False
    date: tuple[int, ...] = ()


def read_numbers(text: str, numerals: Numerals) -> tuple[Number, ...]:
    """Return the numbers that `text` writes in figures, in order."""
    numbers: list[Number] = []
    last_end, last_text = -1, ""
    for match in _TOKEN.finditer(text):
        if match["date"]:
            parts = tuple(int(part) for part in re.split(r"[/.-]", match["date"]))
            numbers.append(Number(match["date"], (parts,), date=parts))
            continue
        number = _read(text, match.start(), match.end(), numerals)
        if number is None:
            continue
        written = number.text
        is_span = match.start() == last_end + 1 and text[last_end] in "-–/"
        if is_span and (last_text + written).isdecimal() and (len(last_text), len(written)) == (4, 2):  # `1914-18`
            number = Number(written, (*number.readings, (int(last_text[:2] + written),)))
        numbers.append(number)
        last_end, last_text = match.end(), written
    return tuple(numbers)


def hints_at_roman_ordinals(text: str, endings: tuple[str, ...]) -> bool:
    """Tell in little time whether there may be Roman figures with one of `endings`."""
    return bool(endings and _roman_hint(endings).search(text))


def read_roman_ordinals(text: str, endings: tuple[str, ...]) -> tuple[Number, ...]:
    """Return the ordinals in Roman figures, such as `XIXe`; those of one figure are too often something else."""
    if not endings:
        return ()
    found = ((match[0], roman_value(match[1])) for match in _roman_ordinal(endings).finditer(text) if len(match[1]) > 1)
    return tuple(Number(written, ((value,),)) for written, value in found if value)


def bare_roman_values(text: str, endings: tuple[str, ...]) -> frozenset[int]:
    """Return the values of whatever may be a number in Roman figures, such as `XIV`."""
    ordinals = _roman_ordinal(endings).finditer(text) if endings else ()
    values = (roman_value(match[1]) for match in chain(_ROMAN_BARE.finditer(text), ordinals))
    return frozenset(value for value in values if value)


@cache
def _roman_ordinal(endings: tuple[str, ...]) -> re.Pattern[str]:
    initials = "".join(sorted({ending[0] for ending in endings}))
    return re.compile(rf"\b(?=[IVXLCDM]+(?:{'|'.join(endings)})s?\b)({_ROMAN})(?:[{initials}]\w*)")


@cache
def _roman_hint(endings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[IVXLC][IVXLC]+(?:{'|'.join(endings)})")


@cache
def _after(numerals: Numerals) -> re.Pattern[str] | None:
    """Return what may follow the figures of a number; None for a language of which nothing is known."""
    if not (numerals.hour or numerals.scale or numerals.short or numerals.decade):
        return None
    kinds = ("hour", "scale", "short", "decade")
    found = "|".join(f"(?P<{kind}>{getattr(numerals, kind) or _NOTHING})" for kind in kinds)
    return re.compile(f"{numerals.joint}(?:{found})")


@cache
def _before_time(numerals: Numerals) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{numerals.before_time or _NOTHING})\s\Z", re.IGNORECASE)


def roman_value(roman: str) -> int:
    """Return the value of a well-formed number in Roman figures; 0 for the empty text."""
    if not roman:
        return 0
    values = [_ROMAN_VALUES[letter] for letter in roman]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _read(text: str, start: int, end: int, numerals: Numerals) -> Number | None:
    written = text[start:end]
    before = text[start - 1] if start else " "
    loose = before.isalpha() or (before in "-‑–" and start > 1 and text[start - 2].isalpha())
    if written == "00" and _MINUTES.search(text, max(0, start - 4), start):
        return None  # `8 h 00`, `8:00`
    pattern = _after(numerals)
    after = pattern.match(text, end) if pattern else None
    readings = _readings(written, numerals)
    scale = 1
    if before == "." and numerals.decimal == "." and not text[max(0, start - 2) : start - 1].isalnum():
        readings = (*readings, (_number("0", re.sub(r"\D", "", written)[:MAX_DIGITS]),))  # `.5`
    if after is None:
        is_time = numerals.before_time and _TIME.fullmatch(written)
        if is_time and _before_time(numerals).search(text, max(0, start - _LOOKED_AT), start):
            readings = (*readings, _components(written))  # `at 18.30`
    elif after["hour"]:
        readings = _hours(written, readings)
    elif after["scale"]:
        for word in after["scale"].lower().split():
            scale *= numerals.scales[word]
    elif after["short"]:
        factor = numerals.scales[after["short"].lower()]
        readings = (*readings, *((reading[0] * factor,) for reading in readings if len(reading) == 1))
    elif after["decade"] and written.isdigit() and len(written) in (2, 4):
        readings = (*readings, (int(written) % 100,), (1900 + int(written) % 100,))
    if before in "hH" or _is_after_decade(text, start, numerals.before_decade):
        loose = False
        readings = (*readings, *((1900 + reading[0],) for reading in readings if 0 < reading[0] < 100))
    return Number(written, readings, scale, loose)


def _is_after_decade(text: str, start: int, word: str) -> bool:
    return bool(word) and text[max(0, start - len(word) - 2) : start].lower().startswith(word)


def _hours(written: str, readings: tuple[tuple[Value, ...], ...]) -> tuple[tuple[Value, ...], ...]:
    """Add the other half of the day: `20 h` is `8 p.m.`."""
    parts = _components(written)
    hour, minutes = parts[0], parts[1:]
    if any(len(part) > 2 for part in re.split(r"\D", written)):
        return readings
    others = [hour + 12, hour - 12, *([12, 24, 0] if hour in (0, 12, 24) else [])]
    return (*readings, parts, *((other, *minutes) for other in others if other >= 0))


def _components(written: str) -> tuple[int, ...]:
    runs = re.findall(rf"\d{{1,{MAX_DIGITS}}}", written)
    return tuple(int(run) for run in runs)


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
