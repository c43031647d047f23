"""Differences by words: two texts come in, and what is equal, gone and new between them goes out."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def difference_of(one: str, other: str) -> list[list[str]]:
    """Return pieces in order, each with what it is: `=` of both, `-` of the first alone, `+` of the second alone."""
    before, after = _PIECE.findall(one), _PIECE.findall(other)
    found: list[list[str]] = []
    for kind, start, end, at, to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            _add(found, "=", "".join(before[start:end]))
            continue
        _add(found, "-", "".join(before[start:end]))
        _add(found, "+", "".join(after[at:to]))
    return found


def _add(found: list[list[str]], kind: str, text: str) -> None:
    if text:
        found.append([kind, text])
