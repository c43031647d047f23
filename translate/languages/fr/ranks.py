"""Ranks side by side in French texts, « les 1er et 3e jeudis »: where they stand, and their values.

A small model takes the first of several for a count; in words it has them right.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.languages.fr.number_words import NUMBER_WORDS
from translate.languages.fr.weekdays import WEEKDAYS
from translate.text.amounts.measures import FoundMeasure, Spelled
from translate.text.gated import gated
from translate.text.late import late

_RANK = r"(?:1(?:er|re|ère|ᵉʳ)|1?\d(?:[eè]?me|e|ᵉ))s?(?!\w)"
_SERIES = gated(rf"(?<![\w.,])(?:{_RANK},?[ \u00a0])+(?:et|ou|au|à)[ \u00a0]{_RANK}")
_WEEKDAY = gated(
    rf"(?<![\w.,]|(?:et|ou|au|à)[ \u00a0])(?P<rank>[1-5])(?:er|[eè]?me|e|ᵉ)"
    rf"(?=[ \u00a0](?:{'|'.join(WEEKDAYS.names)})s?(?!\w))"
)
_NUMBER = late(r"(?P<number>\d+)\p{L}+")
_WORDS = {value: word for word, value in NUMBER_WORDS.ordinals.items() if not word.endswith("s")} | {1: "premier"}


def find_ranks(text: str) -> Iterator[FoundMeasure]:
    """Yield the ordinals in figures of a French text that stand side by side, in order."""
    for match in _WEEKDAY.finditer(text):
        value = int(match["rank"])
        yield FoundMeasure(*match.span(), _WORDS[value], Spelled(value, "rank"))
    for series in _SERIES.finditer(text):
        for match in _NUMBER.finditer(series[0]):
            value = int(match["number"])
            if value in _WORDS:
                start, end = (series.start() + place for place in match.span())
                yield FoundMeasure(start, end, _WORDS[value], Spelled(value, "rank"))
