"""French words that are rightly written twice: *nous nous voyons*."""

from __future__ import annotations

DOUBLED_WORDS = frozenset("nous vous si non oui très bon cha na la bien que en peu tout".split())
DOUBLED_BY_GRAMMAR = frozenset({"nous", "vous"})
"""Of these, a translation has no reason to follow."""
