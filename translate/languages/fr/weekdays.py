"""The days of the week in French, from Monday on, and their short names."""

from __future__ import annotations

from translate.text.dates.weekdays import Weekdays, number_weekdays

WEEKDAYS = Weekdays(
    number_weekdays("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    number_weekdays("lun mar mer jeu ven sam dim"),
    frozenset("nuit nuits aube aurore minuit veille lendemain premières petites".split()),
    {("lendemain", "de"): 1, ("lendemain", "du"): 1, ("veille", "de"): -1, ("veille", "du"): -1},
)
