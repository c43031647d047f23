"""The days of the week in German, from Monday on, and their short names."""

from __future__ import annotations

from translate.text.dates.weekdays import Weekdays, number_weekdays

WEEKDAYS = Weekdays(
    number_weekdays("montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    number_weekdays("mo di mi do fr sa so"),
)
