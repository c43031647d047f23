"""Days from one to another as English writes them: *from Monday to Friday*."""

from __future__ import annotations

from translate.languages.en.weekdays import WEEKDAYS
from translate.text.amounts.measures import DayRange, Value, WrittenMeasure

_DAYS = {number: name.capitalize() for name, number in WEEKDAYS.names.items()}


def write_days(value: Value) -> WrittenMeasure | None:
    """Return what English says for days from one to another; None of another value."""
    if not isinstance(value, DayRange):
        return None
    said = f"{_DAYS[value.first]} to {_DAYS[value.last]}"
    return WrittenMeasure(f"from {said}", f"(?:from )?{said}")
