"""The numbers that a text spells out: a text and number words come in, the values that they may stand for go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from translate.text.words import split_lowered

Values = frozenset[int | Decimal]

_PLURAL = "s"
_HUNDRED = 100


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """The words for numbers of a language, in small letters. A composed number adds cardinals and ordinals up and
    multiplies them by the scales."""

    cardinals: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    """Their plural in -s is a fraction or a group, and counts alike."""
    others: Mapping[str, tuple[int | Decimal, ...]] = field(default_factory=dict)
    """Words that stand for a number by themselves, and for which: *midi* is 12, *une quinzaine* fifteen or 14 days."""
    composed: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """A word after another that counts otherwise than alone, and what it adds: (*quatre*, *vingts*) 76."""
    joiners: frozenset[str] = frozenset()
    """Words within a number that add nothing: *and*."""


NO_NUMBER_WORDS = NumberWords()


def spelled_values(text: str, words: NumberWords) -> Values:
    """Return every value that the number words of `text` may stand for, composed ones and their parts."""
    cardinals, scales, ordinals, others = words.cardinals, words.scales, words.ordinals, words.others
    if not cardinals:
        return frozenset()
    found: set[int | Decimal] = set()
    total = current = 0
    previous = ""
    for word in split_lowered(text):
        value = cardinals.get(word)
        if value is None:
            value = ordinals.get(word) or ordinals.get(word.removesuffix(_PLURAL))
        if value is not None:
            value = words.composed.get((previous, word), value)
            current += value
            found.update((value, current, total + current))
        elif word in scales:
            scale = scales[word]
            if scale == _HUNDRED:
                current = (current or 1) * _HUNDRED
            else:
                total, current = total + (current or 1) * scale, 0
            found.update((scale, total + current))
        elif word in words.joiners:
            continue
        else:
            total = current = 0
            found.update(others.get(word, ()))
        previous = word
    return frozenset(found)
