"""The months of Italian."""

from __future__ import annotations

from translate.text.dates.months import Months, number_months

MONTHS = Months(
    number_months("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
)
