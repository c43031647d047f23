"""How a language counts pages and the like, « page 3 sur 12 », « étape 2 sur 5 »: read in one, written in another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Paging:
    """The word before the number of a page, and the pattern of what stands before the number of all; both small."""

    page: str = ""
    read: str = "(?!)"
    of: str = ""
    """How it is written; what else than pages is counted has nothing else there."""
    unlike: frozenset[str] = frozenset()
    """What stands between two numbers that are no part and its whole: from one to the other, one and the other."""
    counted: Mapping[str, str] = field(default_factory=dict)
    """What else is counted so, `step`, by what it is in every language: the word for one, small."""


NO_PAGING = Paging()
