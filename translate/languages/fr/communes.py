"""Communes of France, whose names other languages write alike, however their words read: « La Grande-Motte »."""

from __future__ import annotations

from pathlib import Path

_WORD_TOO = "="
"""Behind a name: what follows its article is said of other things with a capital too, « du Port »."""
_LINES = [
    line
    for line in Path(__file__).with_name("communes.txt").read_text(encoding="utf-8").lower().split("\n")
    if line and not line.startswith("#")
]
WORDED_COMMUNES = frozenset(line[:-1] for line in _LINES if line.endswith(_WORD_TOO))
"""Small. Those with an article that tell nothing where it is hidden or begins a sentence."""
COMMUNES = frozenset(line.rstrip(_WORD_TOO) for line in _LINES)
"""Small. Those of a thousand inhabitants, and all that have an article."""
