"""Ordinals in figures: a text comes in, those with the ending of another number go out, put right: `3th` is `3rd`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.late import late

_ORDINAL = late(r"(?<![\w.,])(?P<number>\d{1,4})(?P<ending>st|nd|rd|th)(?!\w)", regex.IGNORECASE)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = (11, 12, 13)


_ROMAN = late(r"(?<!\w)(?P<number>[IVX]+)\.(?=,|\s\p{Ll})")
"""A king's, with the full stop of another language: `Louis XIV. died`."""


def mend_ordinals(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the characters [start, end) of ordinals whose ending is wrong, and what they should be, kind by kind."""
    for match in _ORDINAL.finditer(text):
        ending = _ending(int(match["number"][-2:]))
        written = match["ending"]
        if written.lower() != ending:
            yield *match.span(), match["number"] + (ending.upper() if written.isupper() else ending)
    for match in _ROMAN.finditer(text):
        yield *match.span(), match["number"]


def write_ordinal(number: int) -> str:
    """Return an ordinal in figures: `1st`."""
    return f"{number}{_ending(number % 100)}"


def _ending(number: int) -> str:
    """Return the ending of an ordinal below a hundred."""
    return "th" if number in _TEENS else _ENDINGS.get(number % 10, "th")
