"""Function words that English writes with a capital within a sentence, and how words end that it writes small."""

from __future__ import annotations

CAPITAL_WORDS = frozenset(["I"])
COMMON_ENDINGS = tuple("ing ings ed ly tion tions sion ment ments ness ity".split())
"""*Beijing* is a name; who sees that its source begins with one does not ask."""
