"""Placeables: what of a text may be replaced without a word around it changing, read by the rules of its language.

Numbers, ordinals, dates, times and months are read as values; tags, addresses, placeholders and codes as they are
written; and so are words with a capital, which may be names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

from translate.languages import Language
from translate.records import dataclass
from translate.text.dates.clock import iter_times
from translate.text.late import late_plain
from translate.text.numbers.numerals import SPACES, Number, Value, read_numbers
from translate.text.numbers.roman import roman_value
from translate.text.protected.kept import find_kept

_FIGURES = late_plain(r"[\d.,]+")
_DOTTED = late_plain(r"\d+(?:\.\d+)+")
_GROUPED = late_plain(r"\d{1,3}(?:\.\d{3})+")
_MINUS = late_plain(r"(?<![\w.,)])[-\u2212\u2013]\Z")
_WORD = late_plain(r"[^\W\d_]+")
_PARTS = late_plain(r"[\w.-]")
_CAPITALS = late_plain(r"(?<!\w)[^\W\d_a-z](?:[^\W_]|-(?=[^\W_])|['\u2019](?=[^\W\d_a-z]))*")


class Sort(StrEnum):
    """What a placeable is."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    MONTH = "month"
    CODE = "code"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Placeable:
    """Characters [start, end) of a text, and what they may be replaced by."""

    start: int
    end: int
    sort: Sort
    text: str
    values: frozenset[Value] = frozenset()
    """What a number, an ordinal, a month or a full hour may be; of a time, nothing where it has minutes."""
    minutes: frozenset[int] = frozenset()
    """Since midnight, of a time."""
    date: tuple[int, ...] = ()
    """Its parts in the order of the text, of a date in figures."""
    is_dotted: bool = False
    """A number such as `4.2`, which the language reads as no decimal: a section, a version."""


@lru_cache(maxsize=256)
def read_placeables(text: str, language: Language) -> tuple[Placeable, ...]:
    """Return the placeables of `text` in order, without overlap."""
    found: list[Placeable] = []
    times = {(one.start, one.end) for one in _iter_times(text, language)}
    for one in find_kept(text):
        written = text[one.start : one.end]
        # Versions are numbers here: 3.1.2 may become 4.2. `6PM` is no code.
        if not _FIGURES.fullmatch(written) and (one.start, one.end) not in times:
            found.append(Placeable(one.start, one.end, Sort.CODE, written))
    for read in (_iter_dates, _iter_times, _iter_romans, _iter_numbers, _iter_months, _iter_names):
        found += _free(read(text, language), tuple(found))
    return tuple(sorted(found, key=lambda one: one.start))


def _free(found: Iterator[Placeable], taken: Sequence[Placeable]) -> list[Placeable]:
    kept: list[Placeable] = []
    for one in found:
        if not any(other.start < one.end and one.start < other.end for other in (*taken, *kept)):
            kept.append(one)
    return kept


def _iter_dates(text: str, language: Language) -> Iterator[Placeable]:
    for number in read_numbers(text, language.numerals):
        if number.date:
            yield Placeable(number.start, number.end, Sort.DATE, number.text, date=number.date)


def _iter_times(text: str, language: Language) -> Iterator[Placeable]:
    """Yield the times with a sign of their own; the word behind an hour stays outside: `8 o'clock`."""
    hour = language.numerals.hour
    if not hour:
        return
    letter = _hour_letter(hour)
    for time in iter_times(text, hour, language.clock):
        start, end = time.start, time.start + len(time.text)
        values: frozenset[Value] = frozenset()
        if not time.is_exact:
            values = frozenset({int(_figures(time.text))})
            if after := letter.match(text, end):
                end = after.end()
        elif text[end : end + 1] == "." and "." in time.text[-2:-1]:  # `9.15 a.m.`
            end = end + 1 if end + 1 < len(text) else end
        yield Placeable(start, end, Sort.TIME, text[start:end], values, time.minutes)


def _iter_numbers(text: str, language: Language) -> Iterator[Placeable]:
    hour = language.numerals.hour
    letter = _hour_letter(hour) if hour else None
    ordinal = _ordinal(language.numerals.ordinal_endings)
    for number in read_numbers(text, language.numerals):
        start = number.start
        end = start + len(number.text)
        if number.date or text[start:end] != number.text:
            continue
        if number.loose:
            yield _code_around(text, start, end)
        elif ending := ordinal.match(text, end):
            yield Placeable(start, ending.end(), Sort.ORDINAL, text[start : ending.end()], _values_of(number))
        else:
            is_dotted = _is_dotted(number.text, language)
            values = frozenset() if is_dotted else _values_of(number)
            if letter and (after := letter.match(text, end)):  # more hours than a day has
                end = after.end()
            if sign := _MINUS.search(text, max(0, start - 2), start):
                start = sign.start()
                values = frozenset(-value for value in values)
            yield Placeable(start, end, Sort.NUMBER, text[start:end], values, is_dotted=is_dotted)


def _iter_romans(text: str, language: Language) -> Iterator[Placeable]:
    """Yield ordinals in Roman figures; whether those of one letter are any, the other texts tell."""
    endings = language.numerals.ordinal_endings
    for match in _roman(endings).finditer(text) if endings else ():
        if value := roman_value(match["roman"]):
            yield Placeable(*match.span(), Sort.ORDINAL, match[0], frozenset({value}))


def _iter_months(text: str, language: Language) -> Iterator[Placeable]:
    numbers = language.months.numbers
    found = [match for match in _WORD.finditer(text) if match[0].lower() in numbers]
    capital = [match for match in found if match[0][0].isupper()]
    for match in capital or found:
        yield Placeable(*match.span(), Sort.MONTH, match[0], frozenset({numbers[match[0].lower()]}))


def _iter_names(text: str, language: Language) -> Iterator[Placeable]:
    """Yield runs of words with capitals, with what stands small within a name: `van`."""
    between = _particles(language.names.particles)
    start = end = -1
    for match in _CAPITALS.finditer(text):
        if not match[0][0].isupper():
            continue
        if start >= 0 and between.fullmatch(text, end, match.start()):
            end = match.end()
            continue
        if start >= 0:
            yield Placeable(start, end, Sort.NAME, text[start:end])
        start, end = match.span()
    if start >= 0:
        yield Placeable(start, end, Sort.NAME, text[start:end])


def _values_of(number: Number) -> frozenset[Value]:
    """Return what the figures of a number may be, without the word that multiplies it."""
    single = (reading[0] for reading in number.readings if len(reading) == 1)
    if number.scale == 1:
        return frozenset(single)
    return frozenset(_divided(value, number.scale) for value in single)


def _divided(value: Value, scale: int) -> Value:
    return Decimal(value) / scale if value % scale else int(value) // scale


def _is_dotted(written: str, language: Language) -> bool:
    if not _DOTTED.fullmatch(written):
        return False
    if language.numerals.decimal == ".":
        return written.count(".") > 1
    return not _GROUPED.fullmatch(written)


def _code_around(text: str, start: int, end: int) -> Placeable:
    while start > 0 and _PARTS.match(text[start - 1]):
        start -= 1
    while end < len(text) and _PARTS.match(text[end]) and text[end] != ".":
        end += 1
    return Placeable(start, end, Sort.CODE, text[start:end])


def _figures(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


@cache
def _hour_letter(hour: str) -> re.Pattern[str]:
    """Return a pattern of the letter behind an hour that is part of how the time is written: « 8 h »."""
    return re.compile(rf"[{SPACES}]?(?=[^\W\d_](?![^\W\d_]))(?:{hour})")


@cache
def _ordinal(endings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either_case(endings) or '(?!)'})(?!\w)")


@cache
def _roman(endings: tuple[str, ...]) -> re.Pattern[str]:
    ends = _either_case(endings)
    return re.compile(rf"(?<!\w)(?P<roman>(?=[IVX])X{{0,3}}(?:IX|IV|V?I{{0,3}}))(?:{ends})(?!\w)")


def _either_case(endings: tuple[str, ...]) -> str:
    """Return a pattern of endings in small letters, and in the capitals of headings."""
    return "|".join(sorted({*endings, *(ending.upper() for ending in endings)}, key=lambda one: (-len(one), one)))


@cache
def _particles(particles: tuple[str, ...]) -> re.Pattern[str]:
    small = "|".join(
        one.replace("\u2019", "['\u2019]") if one.endswith("\u2019") else f"{one}[ \u00a0]" for one in particles
    )
    return re.compile(rf"[ \u00a0-](?:{small})*" if small else "[ \u00a0-]")
