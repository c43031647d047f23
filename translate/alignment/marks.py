"""Marks and conjunctions, at which clauses begin and end: where they stand, and how many lie between two places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from translate.text.compiled import compile_plain

_MARKS = ",;:()–—.!?…"


def separator(words: Sequence[str]) -> re.Pattern[str]:
    """Return an expression of marks and of `words`, which looks at the places where one of them may begin."""
    initials = re.escape("".join(sorted({word[0] for word in words})))
    begun = "".join(rf"|(?<=\b{re.escape(word[0])}){re.escape(word[1:])}\b" for word in words)
    return compile_plain(rf"[{_MARKS}{initials}](?:(?<=[{_MARKS}]){begun})")


def any_within(places: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of some places, in order, lies in [start, end)."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def count_within(places: Sequence[int], start: int, end: int) -> int:
    """Return how many of some places, in order, lie in [start, end)."""
    return bisect_left(places, end) - bisect_left(places, start)
