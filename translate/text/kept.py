"""Finds in a text what the table of kinds lists: a text comes in, the places of what must not change go out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from translate.text.kinds import FIGURED, LETTERED, MESSAGE, PICTURED, SIGNED, TAGS, Family, Kind
from translate.text.messages import is_deeply_nested

OMITTED = "…"
_NOTHING = "(?!)"
_SIGN_HINT = regex.compile(r"[`@{%$\\/#⁰¹²³⁴-⁹]|[\w*?]\.[A-Za-z*]|\w_\w|\(\)|--?[A-Za-z]|:\w+:")
_FIGURE_HINT = regex.compile(
    r"\d[A-Za-z.:'’°+/-]|[A-Za-z+(.-]\d|[A-Z][ /-]\d|\d[ .\u00a0\u202f-]\d\d|\d{7}|\d [A-Z]{2}|::"
)
_LETTER_HINT = regex.compile(r"\b(?:BIC|SWIFT|IBAN)\b|[a-z)][A-Z]|[A-Za-z]\d?[+-][\s,.;)]|[A-Z]\d|[NSC]Ox|[₀-₉]")


@dataclass(frozen=True, slots=True)
class Kept:
    """Characters [start, end) of a text that come out as they went in."""

    start: int
    end: int
    kind: Kind


@lru_cache(maxsize=256)
def find_kept(text: str) -> tuple[Kept, ...]:
    """Return what is kept of `text`, in order, without overlap: of two that meet the earlier stays, then the longer."""
    found: list[Kept] = []
    if _SIGN_HINT.search(text):  # deeply nested braces would take it long, and are no messages
        found += _iter_matches(SIGNED, text, MESSAGE if "{" in text and not is_deeply_nested(text) else _NOTHING)
    if _LETTER_HINT.search(text):
        found += _iter_matches(LETTERED, text)
    if _FIGURE_HINT.search(text):
        found += _iter_matches(FIGURED, text)
    if not text.isascii():
        found += _iter_matches(PICTURED, text)
    if "<" in text or "&" in text:
        found += _iter_matches(TAGS, text)
    kept: list[Kept] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def without_kept(text: str, families: Collection[Family] = tuple(Family)) -> str:
    """Return `text` with a mark of omission in place of what is kept of those families, so that no words are joined."""
    parts: list[str] = []
    position = 0
    for one in find_kept(text):
        if one.kind.family in families:
            parts += text[position : one.start], OMITTED
            position = one.end
    return "".join([*parts, text[position:]]) if parts else text


def _iter_matches(kinds: tuple[Kind, ...], text: str, message: str = _NOTHING) -> Iterator[Kept]:
    for match in _compile(kinds, message).finditer(text):
        yield Kept(match.start(), match.end(), kinds[int((match.lastgroup or "k0")[1:])])


@cache
def _compile(kinds: tuple[Kind, ...], message: str) -> regex.Pattern[str]:
    alternatives = (f"(?P<k{number}>{kind.pattern})" for number, kind in enumerate(kinds))
    return regex.compile("|".join(alternatives).replace("MESSAGE", message), regex.VERBOSE)
