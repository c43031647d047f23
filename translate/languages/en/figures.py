"""Numbers in figures as English writes them: `1,234.56`, `€40`."""

from __future__ import annotations

from translate.languages.en.numerals import NUMERALS
from translate.text.numbers.figures import Figures

FIGURES = Figures(
    decimal=NUMERALS.decimal,
    group=",",
    groups=",",
    is_currency_first=True,
    list_words=(
        "articles?",
        r"arts?\.",
        "sections?",
        "pages?",
        "nos?",
        "numbers?",
        "n°",
        "points?",
        "chapters?",
    ),
)
