"""Function words that English writes with a capital within a sentence."""

from __future__ import annotations

CAPITAL_WORDS = frozenset(["I"])
