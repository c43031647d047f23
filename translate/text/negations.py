"""Negations: two texts come in, what the one denies and the other may not goes out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex


@dataclass(frozen=True, slots=True)
class Negations:
    """How a language denies, as patterns of `regex` in any case."""

    surely: str = "(?!)"
    """What denies, whatever stands around it."""
    maybe: str = "(?!)"
    """What may say a denial of another language: *not*, *without*, *unhappy*, *fails to*."""

    @property
    def is_known(self) -> bool:
        return self.maybe != "(?!)"


NO_NEGATIONS = Negations()


def find_lost_negation(source: str, own: Negations, target: str, other: Negations) -> str:
    """Return what denies in `source`, where nothing in `target` may; empty where all is well."""
    found = _compiled(own.surely).search(source)
    return found[0] if found and not _compiled(other.maybe).search(target) else ""


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.I)
