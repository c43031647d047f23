"""The months of German."""

from __future__ import annotations

from translate.text.months import Months, number_months, number_weekdays

MONTHS = Months(
    number_months(
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jan feb mär apr . jun jul aug sept okt nov dez",
    ),
    weekdays=number_weekdays("montag dienstag mittwoch donnerstag freitag samstag sonntag") | {"sonnabend": 5},
    short_weekdays=number_weekdays("mo di mi do fr sa so"),
)
