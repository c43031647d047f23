"""English quotation marks: “ ” and ‘ ’."""

from __future__ import annotations

from translate.text.usage.quotes import Quotes

QUOTES = Quotes(double=("“", "”"), single=("‘", "’"))
