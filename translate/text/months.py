"""The months that a text names, and the days that stand beside them; how a language calls them is its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from translate.text.words import split_lowered

_FIGURES = re.compile(r"\d+")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"


@dataclass(frozen=True, slots=True, eq=False)
class Months:
    """The names of the months of a language, and what stands between day and month. Without names nothing is found."""

    numbers: Mapping[str, int]
    """By name or short name, in small letters: 1 to 12."""
    day_endings: tuple[str, ...] = ()
    """What follows the figures of a day, a full stop apart: `1st`."""
    joints: tuple[str, ...] = ()
    """Words between day and month: *14 de mayo*."""
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """By name, in small letters: 0 (Monday) to 6; plurals in -s count alike."""
    short_weekdays: Mapping[str, int] = field(default_factory=dict)
    """The same by short names, which may be other words too."""


def number_months(names: str, short: str = "") -> dict[str, int]:
    """Return the numbers of twelve names, and of twelve short ones of which `.` stands for one that there is not."""
    numbers = {name: number for number, name in enumerate(names.split(), 1)}
    return numbers | {name: number for number, name in enumerate(short.split(), 1) if name != "."}


def number_weekdays(names: str) -> dict[str, int]:
    """Return the numbers of seven names, from Monday on."""
    return {name: number for number, name in enumerate(names.split())}


NO_MONTHS = Months({})


def months_in(text: str, months: Months) -> frozenset[int]:
    """Return the months, 1 to 12, that `text` names."""
    numbers = months.numbers
    return frozenset(numbers[word] for word in split_lowered(text) if word in numbers)


def weekdays_in(lowered: Iterable[str], months: Months, *, short: bool = False) -> frozenset[int]:
    """Return the weekdays, 0 to 6, among the words of a text, in small letters.

    :param short: those that may be named, by their short names too.
    """
    days = _weekdays(months, short)
    return frozenset(days[word] for word in lowered if word in days)


def tells_weekdays(lowered: Collection[str], months: Months) -> bool:
    """Tell in little time whether a text with these words names a weekday."""
    return not _weekdays(months, False).keys().isdisjoint(lowered)


@dataclass(frozen=True, slots=True)
class DatedMonth:
    """A month beside a day or a year, as written; `beside` is that number."""

    month: int
    beside: int
    text: str


def iter_dated_months(text: str, months: Months) -> Iterator[DatedMonth]:
    """Yield the months that stand beside a day or a year: *14 mai*, *May 14*, *mai 2024*."""
    if months.numbers:
        for match in _pattern(months).finditer(text):
            word = (match["after"] or match["before"] or match["in_year"]).lower()
            yield DatedMonth(months.numbers[word], int(_FIGURES.search(match[0])[0]), match[0])


@cache
def _weekdays(months: Months, short: bool) -> dict[str, int]:
    days = {**months.weekdays, **{f"{name}s": day for name, day in months.weekdays.items()}}
    return {**months.short_weekdays, **days} if short else days


@cache
def _pattern(months: Months) -> re.Pattern[str]:
    names = "|".join(sorted(months.numbers, key=len, reverse=True))
    endings = "|".join((*map(re.escape, months.day_endings), r"\."))
    joints = "".join(rf"(?:{re.escape(joint)}\s)?" for joint in months.joints)
    after = "|".join(map(re.escape, months.day_endings))
    return re.compile(
        rf"(?<![\w.,/]){_DAY}(?:{endings})?\s{joints}(?P<after>{names})\b"
        rf"|\b(?P<before>{names})\.?\s{_DAY}(?:{after})?(?![\w/]|[.,]\d)"
        rf"|\b(?P<in_year>{names})\.?\s(?:19|20)\d\d(?!\w|[.,]\d)",
        re.IGNORECASE,
    )
