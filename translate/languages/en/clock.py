"""What stands in English behind a time and says which half of the day it is in, and the words for its middles."""

from __future__ import annotations

from translate.text.dates.clock import Clock

CLOCK = Clock(
    halves=(r"[aA]\.?\s?[mM]\b|in the morning", r"[pP]\.?\s?[mM]\b|in the (?:afternoon|evening)|at night"),
    noon=frozenset("noon midday".split()),
    midnight=frozenset("midnight".split()),
    is_half_day=True,
)
