"""The noun of languages for what joins nouns to one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Joints:
    """Small words between nouns."""

    of: frozenset[str] = frozenset()
    """Behind them stands what a thing is for, of or made of."""
    having: frozenset[str] = frozenset()
    """Behind them stands what a thing has."""
    articles: frozenset[str] = frozenset()
    """What may stand behind either."""


NO_JOINTS = Joints()
