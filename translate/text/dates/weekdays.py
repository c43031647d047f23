"""The days of the week that a text names; how a language calls them is its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cache

from translate.records import dataclass

_DAYS = 7


@dataclass(frozen=True, slots=True, eq=False)
class Weekdays:
    """The names of the days of the week of a language, in small letters: 0 (Monday) to 6. Plurals in -s count alike."""

    names: Mapping[str, int] = field(default_factory=dict)
    short: Mapping[str, int] = field(default_factory=dict)
    """Short names, which may be other words too."""
    nights: frozenset[str] = frozenset()
    """Words that tell of a night, or of the day before: beside them two languages may name two days for one time."""
    beside: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """By two words before a day: how many days off it they mean, (*day*, *after*) 1."""


def number_weekdays(names: str) -> dict[str, int]:
    """Return the numbers of seven names, from Monday on."""
    return {name: number for number, name in enumerate(names.split())}


NO_WEEKDAYS = Weekdays()


def tells_weekdays(lowered: Collection[str], weekdays: Weekdays) -> bool:
    """Tell in little time whether a text with these words, in small letters, names a day of the week."""
    return not _numbers(weekdays, short=False).keys().isdisjoint(lowered)


def weekdays_in(lowered: Sequence[str], weekdays: Weekdays, *, short: bool = False) -> frozenset[int]:
    """Return the days of the week, 0 to 6, among the words of a text, in small letters.

    :param short: those that may be named, by their short names too, or as the day after another.
    """
    days = _numbers(weekdays, short=short)
    found = {days[word] for word in lowered if word in days}
    if short and found and weekdays.beside:
        for one, other, word in zip(lowered, lowered[1:], lowered[2:], strict=False):
            if word in days and (one, other) in weekdays.beside:
                found.add((days[word] + weekdays.beside[one, other]) % _DAYS)
    return frozenset(found)


def may_be_next_day(lowered: Iterable[str], weekdays: Weekdays) -> bool:
    """Tell whether a text with these words, in small letters, may mean the day beside the one that it names."""
    return not weekdays.nights.isdisjoint(lowered)


@cache
def _numbers(weekdays: Weekdays, *, short: bool) -> dict[str, int]:
    days = {**weekdays.names, **{f"{name}s": day for name, day in weekdays.names.items()}}
    return {**weekdays.short, **days} if short else days
