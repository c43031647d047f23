"""Durations: what lasts in the source, « 1 h 30 », is no time of the day in the target, *1:30*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.number_sides import Side
from translate.data import Issue, Severity
from translate.text.amounts.measures import FoundMeasure, HourRange, Hours
from translate.text.compiled import compile_plain
from translate.text.dates.clock import Clock
from translate.text.late import late_plain
from translate.text.overlaps import set_apart

_TIME = late_plain(r"(?<![\d:.,])(\d{1,2}):([0-5]\d)(?![\d:])")


def compare_durations(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of hours that last, as their language tells by what stands beside them."""
    if source.language.find_measures is None or "h" not in source.text:
        return
    found_there = [*_TIME.finditer(target.text), *_halved(target.language.clock).finditer(target.text)]
    there = {(match[1].lstrip("0") or "0", match[2]): match[0] for match in found_there}
    if not there:
        return
    found = [one for one in source.language.find_measures(source.text) if isinstance(one.value, Hours | HourRange)]
    lasting, others = _read(set_apart(found))
    written = [
        said for time, said in there.items() if time in lasting and time not in others and said not in source.text
    ]
    if written:
        message = f'A duration of the source is written as a time of the day in the target: "{written[0]}".'
        yield Issue("numbers", Severity.WARNING, message, float(len(written)))


@cache
def _halved(clock: Clock) -> re.Pattern[str]:
    """Return a pattern of a time with a point, which the half of the day behind it tells: *1.45 a.m.*"""
    halves = "|".join(filter(None, clock.halves)) or "(?!)"
    return compile_plain(rf"(?<![\d:.,])(\d{{1,2}})\.([0-5]\d)(?=\s?(?:{halves}))")


def _read(found: list[FoundMeasure]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the hours and minutes that last, and those that may be times of the day."""
    lasting: set[tuple[str, str]] = set()
    others: set[tuple[str, str]] = set()
    for one in found:
        if isinstance(one.value, HourRange):
            pairs = zip(one.value.hours, one.value.minutes, strict=True)
            ends = [(f"{hours:f}", minutes or "00") for hours, minutes in pairs]
            (lasting if one.value.lasts else others).update(ends)
        elif isinstance(one.value, Hours) and not one.value.seconds:
            (lasting if one.value.lasts else others).add(
                (one.value.hours.lstrip("0") or "0", one.value.minutes or "00")
            )
    return lasting, others
