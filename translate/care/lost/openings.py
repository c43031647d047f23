"""Phrases that begin with a preposition, « avec du savon »: source and target come in, whether it was lost goes out.

A model that has no sentence around a phrase says *soap*, and knows *with soap* as the next best.
"""

from __future__ import annotations

from translate.data import Issue, Severity
from translate.languages import Language
from translate.text.usage.negations import may_deny
from translate.text.words import split_lowered

OPENING = "opening"
_MOST_WORDS = 6
_WITHOUT = "without"
"""The meaning that a denial has too."""
_ENDS = ".!?…"


def find_lost_opening(source: str, target: str, own: Language, other: Language) -> Issue | None:
    """Report the preposition that a phrase begins with, where no word of the target may say it.

    Only such as have a contrary are known by all that may say them.
    """
    words = split_lowered(source) if source[-1:] not in _ENDS else []
    if not 1 < len(words) <= _MOST_WORDS or words[0] not in own.function_words:
        return None
    meaning = own.opposites.surely.get(words[0])
    if meaning is None or not other.opposites.maybe:
        return None
    if meaning == _WITHOUT and may_deny(target, other.negations):
        return None
    there = {part for word in split_lowered(target) for part in word.split("-")}
    if any(meaning in other.opposites.maybe.get(word, ()) for word in there):
        return None
    return Issue(OPENING, Severity.WARNING, f"Missing from the target: '{words[0]}'.", 1.0)
