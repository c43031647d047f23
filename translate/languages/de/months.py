"""The months of German."""

from __future__ import annotations

from translate.text.dates.months import Months, number_months

MONTHS = Months(
    number_months(
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jan feb mär apr . jun jul aug sept okt nov dez",
    ),
)
