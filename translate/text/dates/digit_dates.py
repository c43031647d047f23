"""Dates in figures, `07/08/1954`: a text comes in; where they stand and how a model copies them go out.

A model that has read many data sets turns a date with strokes round, `1954-08-07`, or loses a part of it; with full
stops it copies it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from translate.text.late import late_plain

_DATE = late_plain(
    r"(?<![\w/.,-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|(?<=[/.])\d{2})(?![\w/]|[.,-]\d)"
)
_DAY_AND_MONTH = late_plain(
    r"(?<![\w/.,-])(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0[1-9]|1[0-2])(?![\w/-]|[.,]\d)(?=.{0,40}\d\s?[:hH])"
)
_MOST_DAYS, _MOST_MONTHS = 31, 12
_MARK = "[/.-]"


class DigitDate(NamedTuple):
    """Characters [start, end) of a text. `made` is a pattern of what a model makes of them, `asked` among it."""

    start: int
    end: int
    asked: str
    made: str


def find_digit_dates(text: str) -> Iterator[DigitDate]:
    """Yield the dates in order, kind by kind; `40-50-2020` is none, for it has no month.

    Of a day and a month alone the month has two figures: `22/03`. Beside a time a model makes one of both.
    """
    for match in _DATE.finditer(text):
        first, second, year = int(match["first"]), int(match["second"]), match["year"]
        if 1 <= min(first, second) <= _MOST_MONTHS and max(first, second) <= _MOST_DAYS:
            one, other = f"0?{first}", f"0?{second}"
            orders = (one, other, year), (year, other, one), (year, one, other)
            made = "|".join(_MARK.join(order) for order in orders)
            yield DigitDate(*match.span(), ".".join((match["first"], match["second"], year)), made)
    for match in _DAY_AND_MONTH.finditer(text):
        asked = f"{match['day']}-{match['month']}"
        yield DigitDate(*match.span(), asked, asked)
