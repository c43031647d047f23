"""English quotation marks: “ ” and ‘ ’."""

from __future__ import annotations

from translate.languages.quotes import Quotes

QUOTES = Quotes(double=("“", "”"), single=("‘", "’"))
