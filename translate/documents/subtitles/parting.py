"""Parts a text over cues and lines: at the ends of clauses, near the share of each cue, never within a name or number.

Widths are those that the guides of broadcasters share: 42 characters a line, two lines a cue, 20 characters a second.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from math import inf

from translate.data import InlineCode
from translate.records import dataclass

MOST_CHARACTERS = 42
MOST_LINES = 2
MOST_SPEED = 20
"""Characters a second."""
_SPACE = re.compile(r" +")
_SENTENCE, _CLAUSE = (".", "?", "!", "…"), (",", ";", ":", "—", "–")
_BAD, _POOR = 9.0, 2.0
_FULL = MOST_CHARACTERS * MOST_LINES
_MOST_BREAKS, _NEAR = 500, 1_000
"""Spaces that are looked at, and characters beside one: more than any cue has, and time for hostile ones is bounded."""


@dataclass(frozen=True, slots=True)
class Break:
    """A space [start, end) of a text where it may be parted; `cost` is higher the worse, `length` counts characters
    that are shown before it."""

    start: int
    end: int
    cost: float
    length: int


def part_cues(
    text: str, codes: Sequence[InlineCode], shares: Sequence[float], linking: Collection[str]
) -> list[tuple[int, int]]:
    """Return which characters each cue gets: the parts that cost least, none of which is empty where words suffice.

    :param shares: how much of the text each cue had, of 1 in all.
    :param linking: words of the language, in small letters, that hold others together.
    """
    breaks = _breaks(text, codes, linking)
    whole = _shown(text, codes, 0, len(text))
    count = len(shares)
    ends = [Break(0, 0, 0, 0), *breaks, Break(len(text), len(text), 0, whole)]
    if len(breaks) < count - 1:
        return [(one.end, other.start) for one, other in pairwise(ends)]
    best = [[inf] * len(ends) for _ in range(count + 1)]
    came: list[list[int]] = [[0] * len(ends) for _ in range(count + 1)]
    best[0][0] = 0.0
    for number in range(1, count + 1):
        wanted = whole * shares[number - 1]
        for end in range(number, len(ends)):
            for start in range(number - 1, end):
                if best[number - 1][start] == inf:
                    continue
                length = ends[end].length - ends[start].length
                cost = best[number - 1][start] + ends[end].cost + _misfit(length, wanted)
                if cost < best[number][end]:
                    best[number][end], came[number][end] = cost, start
    places: list[tuple[int, int]] = []
    end = len(ends) - 1
    for number in range(count, 0, -1):
        start = came[number][end]
        places.append((ends[start].end, ends[end].start))
        end = start
    return places[::-1]


def part_lines(text: str, codes: Sequence[InlineCode], linking: Collection[str]) -> list[tuple[int, int]]:
    """Return which characters each line of a cue gets: one line where it fits, else two of which none is too long."""
    whole = _shown(text, codes, 0, len(text))
    breaks = _breaks(text, codes, linking)
    if whole <= MOST_CHARACTERS or not breaks:
        return [(0, len(text))]

    def cost(one: Break) -> float:
        longer = max(one.length, whole - one.length)
        return one.cost + abs(2 * one.length - whole) / 8 + 10 * max(0, longer - MOST_CHARACTERS)

    best = min(breaks, key=cost)
    return [(0, best.start), (best.end, len(text))]


def _misfit(length: int, wanted: float) -> float:
    return (length - wanted) ** 2 / (4 * max(wanted, 8)) + 4 * max(0, length - _FULL)


def _breaks(text: str, codes: Sequence[InlineCode], linking: Collection[str]) -> list[Break]:
    found = []
    spaces = list(_SPACE.finditer(text))
    for match in spaces[:: len(spaces) // _MOST_BREAKS + 1]:
        if any(code.start < match.end() and match.start() < code.end for code in codes):
            continue
        before = _word(text[max(0, match.start() - _NEAR) : match.start()], codes, -1)
        after = _word(text[match.end() : match.end() + _NEAR], codes, 0)
        found.append(Break(*match.span(), _cost(before, after, linking), _shown(text, codes, 0, match.start())))
    return [one for one in found if one.start > 0 and one.end < len(text)]


def _word(text: str, codes: Sequence[InlineCode], place: int) -> str:
    words = re.sub(r"<[^<>]*>|\{[^{}]*\}", " " if not codes else "", text).split()
    return words[place] if words else ""


def _cost(before: str, after: str, linking: Collection[str]) -> float:
    """Return what a break between two words costs."""
    bare, first = before.rstrip("\"'”’»)"), after.lstrip("\"'“‘«(")
    if bare.endswith(_SENTENCE):
        return -4.0
    if bare.endswith(_CLAUSE):
        return -2.0
    if (bare[:1].isupper() and first[:1].isupper()) or bare[-1:].isdigit() or first[:1] in "%€$£°":
        return _BAD
    if bare.casefold() in linking:
        return _POOR * 2
    return 0.0 if first.casefold() in linking else _POOR


def _shown(text: str, codes: Sequence[InlineCode], start: int, end: int) -> int:
    """Return how many characters of [start, end) are shown."""
    hidden = sum(max(0, min(code.end, end) - max(code.start, start)) for code in codes)
    return end - start - hidden
