"""Ranges of hours in English, `2 to 3 hours`, `14:00 to 16:00`: values come in, what English says goes out."""

from __future__ import annotations

from decimal import Decimal

from translate.text.amounts.measures import HourRange, Value, WrittenMeasure

_TO = r"(?: to |\s?[-–]\s?)"
_HOURS = "[ -]h(?:(?:ou)?rs?)?"


def write_hour_range(value: Value) -> WrittenMeasure | None:
    """Return what English says for a range of hours, and what a model may have said in its place; None of another."""
    if not isinstance(value, HourRange):
        return None
    if value.lasts and not any(value.minutes):
        low, high = (f"{hours:f}" for hours in value.hours)
        made = low.replace(".", "[.,]") + _TO + high.replace(".", "[.,]") + _HOURS
        return WrittenMeasure(f"{low} to {high} hours", made)
    ends = list(zip(value.hours, value.minutes, strict=True))
    times = [f"{hours:f}:{minutes or '00'}" for hours, minutes in ends]
    if not value.lasts:
        return WrittenMeasure(" to ".join(times), _TO.join(times))
    made = _TO.join(f"{60 * hours + int(minutes or 0):f}" for hours, minutes in ends) + "[ -]min(?:ute)?s?"
    return WrittenMeasure(" to ".join(_duration(hours, minutes) for hours, minutes in ends), made)


def _duration(hours: Decimal, minutes: str) -> str:
    said = [f"{hours:f} hour{'s' * (hours != 1)}"] if hours else []
    said += [f"{int(minutes)} minute{'s' * (int(minutes) != 1)}"] if minutes else []
    return " ".join(said)
