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


def copies_for(share: float) -> float:
    """Return how many copies a pair gets on average, so that `share` of what is drawn are copies."""
    return share / (1 - share)


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
