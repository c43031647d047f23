"""What closes a letter: formulas, of which twenty words of one language may be two of another."""

from __future__ import annotations

from functools import lru_cache

import regex

from translate.records import dataclass

_LONGEST_FORMULA = 140
"""Characters."""


@dataclass(frozen=True, slots=True)
class Closings:
    """How a language closes letters: with a `formula` that is the whole of a text, or with a sentence.

    The sentence has one of its words, a pattern; neither stands for what the language does not do.
    """

    formula: regex.Pattern[str] | None = None
    sentence: regex.Pattern[str] | None = None


NO_CLOSINGS = Closings()


def is_closing(source: str, target: str, own: Closings, other: Closings) -> bool:
    """Tell whether one side is a formula that closes a letter, and the other a sentence that does.

    :param own: of the language of `source`.
    :param other: of the language of `target`.
    """
    return _are_closings(source, target, own, other) or _are_closings(target, source, other, own)


def _are_closings(short: str, long: str, own: Closings, other: Closings) -> bool:
    if own.formula is None or other.sentence is None or len(short) >= _LONGEST_FORMULA:
        return False
    return _is_formula(own.formula, short) and other.sentence.search(long) is not None


@lru_cache(maxsize=256)
def _is_formula(formula: regex.Pattern[str], text: str) -> bool:
    """Tell what several steps and checks ask of a text."""
    return formula.fullmatch(text.strip()) is not None
