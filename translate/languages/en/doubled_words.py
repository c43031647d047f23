"""English words that are rightly written twice: *the work he had had*."""

from __future__ import annotations

DOUBLED_WORDS = frozenset(
    "had that is very so no yes bye ha ho hey now never long many too really her you it right".split()
)
DOUBLED_BY_GRAMMAR = frozenset({"had", "that"})
"""Of these, a translation has no reason to follow."""
