"""What names keep in texts of whatever language: most titles, and the words of the languages they come from."""

from __future__ import annotations

from translate.text.proper_names.names import NameRules

NAMES = NameRules(
    titles=("Mr", "Mrs", "Dr", "St"),
    particles=("d’", "de", "du", "des", "la", "le", "von", "van"),
    words=frozenset(["de", "du", "des", "le", "la", "les", "van", "von", "der", "den", "el", "di", "da"]),
)
