"""The days of the week in English, from Monday on, and their short names."""

from __future__ import annotations

from translate.text.dates.weekdays import Weekdays, number_weekdays

WEEKDAYS = Weekdays(
    number_weekdays("monday tuesday wednesday thursday friday saturday sunday"),
    number_weekdays("mon tue wed thu fri sat sun") | {"tues": 1, "thur": 3, "thurs": 3},
    frozenset("night nights overnight midnight dawn eve early".split()),
    {("day", "after"): 1, ("day", "before"): -1},
)
