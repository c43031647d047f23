"""Times of the day: their minutes stay with their hours, « de 8 h à 17 h 30 » is not *from 8:30 to 17:00*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.base import enumerate_found
from translate.checks.number_sides import Side
from translate.data import Issue, Severity
from translate.text.late import late_plain

_TIME = late_plain(r"(?<![\d:.,/])(?P<hour>\d{1,2}):(?P<minutes>[0-5]\d)(?![\d:/])")
_HALF_DAY = 12
_Time = tuple[int, int]
"""Hour, from 0 to 11, and minutes."""


def compare_times(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of times of the source whose hours the target has with other minutes.

    Only of times in figures, and where all that the source says of minutes is in figures: « 8 h et demie » is not.
    """
    if ":" not in target.text or not source.language.numerals.hour or source.parted or source.spelled:
        return
    ours = _read(_hours_of(source.language.numerals.hour), source.text)
    theirs = _read(_TIME, target.text)
    lost = {hour for hour, minutes in ours if (hour, minutes) not in theirs}
    changed = [written for time, written in theirs.items() if time not in ours and time[0] in lost]
    if changed:
        message = f"The minutes of {enumerate_found(changed)} of the target are not those of that hour in the source."
        yield Issue("numbers", Severity.ERROR, message, float(len(changed)))


def _read(pattern: re.Pattern[str], text: str) -> dict[_Time, str]:
    return {
        (int(match["hour"]) % _HALF_DAY, int(match["minutes"] or 0)): match[0].strip()
        for match in pattern.finditer(text)
    }


@cache
def _hours_of(sign: str) -> re.Pattern[str]:
    """Return what finds hours with the sign of a language, and minutes with a colon."""
    return re.compile(rf"(?<![\d:.,/])(?P<hour>\d{{1,2}})\s?(?:{sign}|:)\s?(?P<minutes>[0-5]\d(?!\d))?")
