"""Hints: a source says behind one of its terms, between two marks, how the target has it, as a glossary would.

Dinu et al. 2019, *Training neural machine translation to apply terminology constraints*: who has read that in a part of
its sources, writes what is between the marks.
"""

from __future__ import annotations

import random
import re

from translate.text.words import split_words
from translate.training.fragments import Fragments
from translate.training.sources import Pair
from translate.training.vocabulary import CLOSES, OPENS

LONGEST = 3
"""Words of the longest term that is hinted."""


class Hinter:
    """Gives hints to so many pairs of a source that `share` of what is drawn from it has one.

    Many pairs have no sure term. What they would have had is owed to those that follow.
    """

    def __init__(self, fragments: Fragments, share: float) -> None:
        """:param share: at most 0.5, where each pair has a copy with a hint."""
        self._fragments, self._rate = fragments, share / (1 - share)
        self._owed = 0.0

    def copy(self, pair: Pair, rng: random.Random) -> Pair | None:
        """Return a copy of the next pair with a hint; None for most."""
        self._owed += self._rate
        if rng.random() >= self._owed:
            return None
        made = hint(pair, self._fragments, rng)
        self._owed -= made is not None
        return made


def hint(pair: Pair, fragments: Fragments, rng: random.Random) -> Pair | None:
    """Return `pair` with a hint behind the first occurrence of one of its terms; None where it has no sure one."""
    terms = [term for term in fragments.iter_fragments(pair) if len(split_words(term.source)) <= LONGEST]
    if not terms:
        return None
    term = rng.choice(terms)
    place = re.search(rf"(?<!\w){re.escape(term.source)}(?!\w)", pair.source)
    if place is None:
        return None
    source = f"{pair.source[: place.end()]}{OPENS}{term.target}{CLOSES}{pair.source[place.end() :]}"
    return Pair(source, pair.target)
