"""The months of Spanish."""

from __future__ import annotations

from translate.text.dates.months import Months, number_months

MONTHS = Months(
    number_months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    joints=("de",),
)
