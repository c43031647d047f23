"""The numbers that a text writes in figures: a text and its language come in, numbers with their readings go out.

`1 000,5` of a French text and `1,000.5` of an English one give the same value, because each is read by its language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

Value = int | Decimal

MAX_DIGITS = 40
"""Longer runs of figures are cut into pieces of this size: they are codes, not quantities."""

_POINT_LANGUAGES = frozenset({"en", "zh", "ja", "ko", "he", "th", "hi", "ga", "mt"})
"""Languages that write 1,000.5; the others write 1.000,5 or 1 000,5."""

_SPACES = " \u00a0\u2009\u202f"
_ROMAN = r"(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_TOKEN = re.compile(
    r"(?P<date>(?<![\d.,/-])\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{2,4}(?![\d/-]))"
    rf"|(?P<number>(?<!\d[.,])\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*)"
)
# « XIXe siècle », « IIe », « XVIIIème »; the lone « Ie » and « Ve » are too often something else.
_ROMAN_ORDINAL = re.compile(rf"\b(?=[IVXLCDM]+(?:e|ème|er|re|ère|ième|th|st|nd|rd)s?\b)({_ROMAN})(?:[eèéirtsn]\w*)")
_ROMAN_BARE = re.compile(rf"\b(?=[IVXLCDM]+\b)({_ROMAN})\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

_MINUTES = re.compile(rf"\d(?:[{_SPACES}]?[hH][{_SPACES}]?|:)\Z")

_TIME = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_BEFORE_TIME = re.compile(r"\b(?:at|from|to|until|till|by|before|after|around|about)\s\Z", re.IGNORECASE)

_AFTER = {
    "fr": re.compile(
        rf"[{_SPACES}]?(?:(?P<hour>(?:[hH]|heures?)(?![^\W\d_]))|(?P<scale>milliers|(?:mille[{_SPACES}])?(?:millions?|milliards?)"
        r"|mille|billions?|[Mm]ds?|[Mm]io)(?![^\W\d_])|(?P<short>[Mk](?=[€$])|M(?=\s€)))"
    ),
    "en": re.compile(
        rf"[{_SPACES}-]?(?:(?P<hour>[ap]\.?\s?m\b|o['’]clock|hrs?\b|hours\b)"
        rf"|(?P<scale>(?:thousand[{_SPACES}])?(?:million|billion)|thousand|trillion)s?\b"
        r"|(?P<short>mn|bn|m|b|k|K|M|B)(?![^\W\d_])|(?P<decade>['’]?s)(?![^\W\d_]))",
    ),
}
_SCALES = {
    "milliers": 10**3, "mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
    "md": 10**9, "mds": 10**9, "mio": 10**6, "m": 10**6, "mn": 10**6, "k": 10**3, "b": 10**9, "bn": 10**9,
    "thousand": 10**3, "trillion": 10**12,
}  # fmt: skip
_LONG_BILLION = frozenset({"fr", "de", "es", "it", "nl"})


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


def read_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Return the numbers that `text` writes in figures, in order."""
    numbers: list[Number] = []
    last_end, last_text = -1, ""
    for match in _TOKEN.finditer(text):
        if match["date"]:
            parts = tuple(int(part) for part in re.split(r"[/.-]", match["date"]))
            numbers.append(Number(match["date"], (parts,), date=parts))
            continue
        number = _read(text, match.start(), match.end(), language)
        if number is None:
            continue
        written = number.text
        is_span = match.start() == last_end + 1 and text[last_end] in "-–/"
        if is_span and (last_text + written).isdecimal() and (len(last_text), len(written)) == (4, 2):  # `1914-18`
            number = Number(written, (*number.readings, (int(last_text[:2] + written),)))
        numbers.append(number)
        last_end, last_text = match.end(), written
    return tuple(numbers)


def read_roman_ordinals(text: str) -> tuple[Number, ...]:
    """Return the ordinals in Roman figures, such as `XIXe`."""
    found = ((match[0], roman_value(match[1])) for match in _ROMAN_ORDINAL.finditer(text) if len(match[1]) > 1)
    return tuple(Number(written, ((value,),)) for written, value in found if value)


def bare_roman_values(text: str) -> frozenset[int]:
    """Return the values of whatever may be a number in Roman figures, such as `XIV`."""
    values = (roman_value(match[1]) for match in chain(_ROMAN_BARE.finditer(text), _ROMAN_ORDINAL.finditer(text)))
    return frozenset(value for value in values if value)


def roman_value(roman: str) -> int:
    """Return the value of a well-formed number in Roman figures; 0 for the empty text."""
    if not roman:
        return 0
    values = [_ROMAN_VALUES[letter] for letter in roman]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _read(text: str, start: int, end: int, language: str) -> Number | None:
    written = text[start:end]
    before = text[start - 1] if start else " "
    loose = before.isalpha() or (before in "-‑–" and start > 1 and text[start - 2].isalpha())
    if written == "00" and _MINUTES.search(text, max(0, start - 4), start):
        return None  # « 8 h 00 », `8:00`
    after = _AFTER[language].match(text, end) if language in _AFTER else None
    readings = _readings(written, language)
    scale = 1
    if before == "." and language in _POINT_LANGUAGES and not text[max(0, start - 2) : start - 1].isalnum():
        readings = (*readings, (_number("0", re.sub(r"\D", "", written)[:MAX_DIGITS]),))  # `.5`
    if after is None:
        if language == "en" and _TIME.fullmatch(written) and _BEFORE_TIME.search(text, max(0, start - 8), start):
            readings = (*readings, _components(written))  # `at 18.30`
    elif after["hour"]:
        readings = _hours(written, readings)
    elif after["scale"]:
        for word in after["scale"].lower().split():
            scale *= _SCALES.get(word) or (10**12 if language in _LONG_BILLION else 10**9)
    elif after["short"]:
        factor = _SCALES[after["short"].lower()]
        readings = (*readings, *((reading[0] * factor,) for reading in readings if len(reading) == 1))
    elif language == "en" and after["decade"] and written.isdigit() and len(written) in (2, 4):
        readings = (*readings, (int(written) % 100,), (1900 + int(written) % 100,))
    if before in "hH" or (language == "fr" and text[start - 8 : start].lower().startswith("années")):
        loose = False
        readings = (*readings, *((1900 + reading[0],) for reading in readings if 0 < reading[0] < 100))
    return Number(written, readings, scale, loose)


def _hours(written: str, readings: tuple[tuple[Value, ...], ...]) -> tuple[tuple[Value, ...], ...]:
    """Add the other half of the day: « 20 h » is `8 p.m.`."""
    parts = _components(written)
    hour, minutes = parts[0], parts[1:]
    if any(len(part) > 2 for part in re.split(r"\D", written)):
        return readings
    others = [hour + 12, hour - 12, *([12, 24, 0] if hour in (0, 12, 24) else [])]
    return (*readings, parts, *((other, *minutes) for other in others if other >= 0))


def _components(written: str) -> tuple[int, ...]:
    runs = re.findall(rf"\d{{1,{MAX_DIGITS}}}", written)
    return tuple(int(run) for run in runs)


def _readings(written: str, language: str) -> tuple[tuple[Value, ...], ...]:
    if written.isdigit() and len(written) <= MAX_DIGITS:
        return ((int(written),),)
    if len(written) > MAX_DIGITS:
        return (_components(written),)
    decimal, group = (".", ",") if language in _POINT_LANGUAGES else (",", ".")
    if any(space in written for space in _SPACES):
        return _spaced_readings(written, decimal)
    compact = written.replace("'", "’")
    if "’" in compact:
        return _readings_with(compact, decimal, "’", language)
    return _readings_with(compact, decimal, group, language)


def _readings_with(written: str, decimal: str, group: str, language: str) -> tuple[tuple[Value, ...], ...]:
    whole, _, rest = written.partition(decimal)
    parts = _components(written)
    if rest.isdigit() and (whole.isdigit() or _is_grouped(whole, group)):
        value = _number(whole.replace(group, ""), rest)
        # « 19,000 » of a French text is nineteen thousand, written as in English.
        is_foreign = decimal == "," and rest == "000" and 0 < len(whole) <= 3
        return ((value,), (int(whole + rest),)) if is_foreign else ((value,),)
    if language in _POINT_LANGUAGES:
        readings: tuple[tuple[Value, ...], ...] = ()
    else:
        readings = (*_plain_decimal(written), parts)  # « Web 2.0 », « la version 1.234 »
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
    # « en 3 100 personnes » may be two numbers where the space is a plain one.
    return (joined, _components(written)) if " " in whole and not mark else (joined,)


def _is_grouped(written: str, mark: str) -> bool:
    first, *rest = written.split(mark)
    return bool(rest) and first.isdigit() and len(first) <= 3 and all(len(g) == 3 and g.isdigit() for g in rest)


def _number(whole: str, rest: str) -> Value:
    return Decimal(f"{whole}.{rest}") if rest else int(whole)
