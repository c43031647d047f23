"""Durations: what lasts in the source, « 1 h 30 », is no time of the day in the target, *1:30*."""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.number_sides import Side
from translate.data import Issue, Severity
from translate.text.late import late_plain
from translate.text.measures import FoundMeasure, HourRange, Hours
from translate.text.overlaps import set_apart

_TIME = late_plain(r"(?<![\d:.,])(\d{1,2}):([0-5]\d)(?![\d:])")


def compare_durations(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of hours that last, as their language tells by what stands beside them."""
    if source.language.find_measures is None or ":" not in target.text or "h" not in source.text:
        return
    there = {(hours.lstrip("0") or "0", minutes): f"{hours}:{minutes}" for hours, minutes in _TIME.findall(target.text)}
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
