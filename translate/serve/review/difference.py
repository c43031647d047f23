"""Differences by words: two texts come in, and what is equal, gone and new between them goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from operator import eq

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_COMPARISONS = 1 << 20
"""Pieces of one text times those of the other up to which each is compared with each; of longer ones, those that
stand everywhere are not looked for by themselves, as that would take minutes."""


def difference_of(one: str, other: str) -> list[list[str]]:
    """Return pieces in order, each with what it is: `=` of both, `-` of the first alone, `+` of the second alone."""
    before, after = _PIECE.findall(one), _PIECE.findall(other)
    start = _count_equal(before, after)
    end = _count_equal(before[start:][::-1], after[start:][::-1])
    ours, theirs = before[start : len(before) - end], after[start : len(after) - end]
    is_long = len(ours) * len(theirs) > _MOST_COMPARISONS
    found: list[list[str]] = []
    _add(found, "=", "".join(before[:start]))
    for kind, first, last, at, to in SequenceMatcher(None, ours, theirs, autojunk=is_long).get_opcodes():
        if kind == "equal":
            _add(found, "=", "".join(ours[first:last]))
            continue
        _add(found, "-", "".join(ours[first:last]))
        _add(found, "+", "".join(theirs[at:to]))
    _add(found, "=", "".join(before[len(before) - end :]))
    return found


def _count_equal(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many pieces two texts begin with alike."""
    return sum(takewhile(bool, map(eq, one, other)))


def _add(found: list[list[str]], kind: str, text: str) -> None:
    if not text:
        return
    if found and found[-1][0] == kind:
        found[-1][1] += text
    else:
        found.append([kind, text])
