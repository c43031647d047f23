"""How English says that a number has become more or less."""

from __future__ import annotations

from translate.text.numbers.directions import Directions

DIRECTIONS = Directions(
    rises=frozenset(
        "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb"
        " climbs climbed climbing jump jumps jumped".split()
    ),
    falls=frozenset(
        "fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline"
        " declines declined declining lower lowered reduced".split()
    ),
    first="from",
    last="to",
    group=",",
)
