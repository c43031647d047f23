"""Marks and conjunctions, at which clauses begin and end: where they stand, and how many lie between two places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from translate.text.compiled import compile_plain

_ENDS = ".!?…"
_MARKS = f",;:()–—{_ENDS}"


class Separators(NamedTuple):
    """Where marks and conjunctions stand in a text, in order."""

    places: list[int]
    marks: list[int]
    """Places of marks alone."""
    within: int
    """Marks that end no sentence."""

    @property
    def conjunctions(self) -> int:
        return len(self.places) - len(self.marks)


def separator(words: Sequence[str]) -> re.Pattern[str]:
    """Return an expression of marks and of `words`, which looks at the places where one of them may begin."""
    initials = re.escape("".join(sorted({word[0] for word in words})))
    begun = "".join(rf"|(?<=\b{re.escape(word[0])}){re.escape(word[1:])}\b" for word in words)
    return compile_plain(rf"[{_MARKS}{initials}](?:(?<=[{_MARKS}]){begun})")


def find_separators(pattern: re.Pattern[str], text: str) -> Separators:
    """Return what an expression of :func:`separator` finds in a text."""
    found = [(match.start(), match[0]) for match in pattern.finditer(text)]
    marks = [place for place, sign in found if sign in _MARKS]
    return Separators(
        [place for place, _ in found], marks, sum(sign in _MARKS and sign not in _ENDS for _, sign in found)
    )


def any_within(places: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of some places, in order, lies in [start, end)."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end
