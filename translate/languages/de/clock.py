"""What stands in German behind a time and says which half of the day it is in, and the words for its middles."""

from __future__ import annotations

from translate.text.dates.clock import Clock

CLOCK = Clock(
    halves=("morgens", "abends|nachmittags|nachts"),
    noon=frozenset("mittag".split()),
    midnight=frozenset("mitternacht".split()),
)
