"""The months that a text names, and the days that stand beside them; how a language calls them is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from translate.records import dataclass
from translate.text.compiled import compile_plain
from translate.text.gates import Gate
from translate.text.words import split_lowered

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


def number_months(names: str, short: str = "") -> dict[str, int]:
    """Return the numbers of twelve names, and of twelve short ones of which `.` stands for one that there is not."""
    numbers = {name: number for number, name in enumerate(names.split(), 1)}
    return numbers | {name: number for number, name in enumerate(short.split(), 1) if name != "."}


NO_MONTHS = Months({})


def months_in(text: str, months: Months) -> frozenset[int]:
    """Return the months, 1 to 12, that `text` names."""
    numbers = months.numbers
    return frozenset(numbers[word] for word in split_lowered(text) if word in numbers)


@dataclass(frozen=True, slots=True)
class DatedMonth:
    """A month beside a day or a year, as written; `beside` is that number."""

    month: int
    beside: int
    text: str


def iter_dated_months(text: str, months: Months) -> Iterator[DatedMonth]:
    """Yield the months that stand beside a day or a year: *14 mai*, *May 14*, *mai 2024*."""
    if months.numbers and _gate(months).opens(text):
        for match in _pattern(months).finditer(text):
            word = (match["after"] or match["before"] or match["in_year"]).lower()
            yield DatedMonth(months.numbers[word], int("".join(filter(str.isdecimal, match[0]))), match[0])


@cache
def _gate(months: Months) -> Gate:
    return Gate(_pattern(months).pattern)


@cache
def _pattern(months: Months) -> re.Pattern[str]:
    names = "|".join(sorted(months.numbers, key=len, reverse=True))
    endings = "|".join((*map(re.escape, months.day_endings), r"\."))
    joints = "".join(rf"(?:{re.escape(joint)}\s)?" for joint in months.joints)
    after = "|".join(map(re.escape, months.day_endings))
    return compile_plain(
        rf"(?<![\w.,/]){_DAY}(?:{endings})?\s{joints}(?P<after>{names})\b"
        rf"|\b(?P<before>{names})\.?\s{_DAY}(?:{after})?(?![\w/]|[.,]\d)"
        rf"|\b(?P<in_year>{names})\.?\s(?:19|20)\d\d(?!\w|[.,]\d)",
        re.IGNORECASE,
    )
