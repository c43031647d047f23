"""The months of Portuguese."""

from __future__ import annotations

from translate.text.dates.months import Months, number_months

MONTHS = Months(
    number_months("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    joints=("de",),
)
