"""English acronyms of what other languages call otherwise, so that none is one of theirs with a letter lost."""

from __future__ import annotations

ACRONYMS = frozenset(["EU", "UK", "UN", "US"])
