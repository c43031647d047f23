"""The words of English for how often, for parts of a whole, and the endings of its ranks in figures."""

from __future__ import annotations

from translate.text.numbers.multiples import Multiples

MULTIPLES = Multiples(
    adverbs={"once": 1, "twice": 2, "thrice": 3},
    occasions=frozenset({"time", "times"}),
    parts={"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4},
    ranks=("st", "nd", "rd", "th"),
)
