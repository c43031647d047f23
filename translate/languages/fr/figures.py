"""Numbers in figures as French writes them: `1 234,56`."""

from __future__ import annotations

from translate.languages.fr.numerals import NUMERALS
from translate.text.numbers.figures import Figures

FIGURES = Figures(decimal=NUMERALS.decimal, group="\u202f", groups="[ \u00a0\u202f]")
