"""The months of Dutch."""

from __future__ import annotations

from translate.text.dates.months import Months, number_months

MONTHS = Months(
    number_months("januari februari maart april mei juni juli augustus september oktober november december"),
)
