"""Places of several words, « Le Havre », « Deux-Sèvres »: a text comes in, where they stand goes out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from translate.text.late import late
from translate.text.names import NameRules

_PARTS = late(r"(?<![^\W_])\p{L}+")


def find_worded_places(text: str, rules: NameRules) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of the places of `rules` whose words mean something, written as names are."""
    if not rules.worded_places:
        return
    for match in _pattern(rules.worded_places).finditer(text):
        parts = _PARTS.findall(match[0])
        if parts[0][0].isupper() and parts[-1][0].isupper():
            yield match.span()


@cache
def _pattern(places: frozenset[str]) -> regex.Pattern[str]:
    words = "|".join(regex.escape(place).replace("'", "['’]") for place in sorted(places, key=len, reverse=True))
    return regex.compile(rf"(?<![\w-])(?:{words})(?![\w-])", regex.I)
