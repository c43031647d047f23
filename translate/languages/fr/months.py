"""The months of French."""

from __future__ import annotations

from translate.text.dates.months import Months, number_months

NAMES = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTHS = Months(
    number_months(NAMES, "janv févr . avr . . juil . sept oct nov déc") | {"jan": 1, "juill": 7},
    day_endings=("er",),
    joints=("de",),
)
