"""The sign before the number of an invoice or a house, as one language reads it and another writes it."""

from __future__ import annotations

from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class NumberSign:
    """What stands before a number that is a name: `n°`, `No`."""

    read: str = "(?!)"
    """Pattern of it, in any case."""
    written: str = ""
    words: str = "(?!)"
    """Pattern, in any case, of words before such a number, up to it."""


NO_NUMBER_SIGN = NumberSign()
