"""The months of English."""

from __future__ import annotations

from translate.text.dates.months import Months, number_months

MONTHS = Months(
    number_months(
        "january february march april may june july august september october november december",
        "jan feb mar apr . jun jul aug sept oct nov dec",
    )
    | {"sep": 9},
    day_endings=("st", "nd", "rd", "th"),
    joints=("of",),
)
