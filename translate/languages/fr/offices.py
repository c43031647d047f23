"""Titles before an office, « Mme la directrice a écrit »: where they stand in a French text, and the article alone.

English has the office without them, and a small model makes *Mrs the director* of both. Who is addressed, « Madame la
Présidente, », keeps them.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.text.amounts.measures import FoundMeasure
from translate.text.gated import gated

_SPACE = "[ \u00a0\u202f]"
_TITLE = rf"(?:(?:M\.|[mM]onsieur|Mme|[mM]adame){_SPACE}(?P<article>l[ae]))(?={_SPACE}\p{{L}})"
_TOLD = gated(rf"(?<=[\w'’]{_SPACE}){_TITLE}")
"""Within a sentence, behind a word: « avec M. le maire »."""
_BEGINS = gated(rf"\A{_TITLE}(?=(?:{_SPACE}[\p{{L}}\d'’.-]+){{3,}}(?<!\.)\.\Z)")
"""At the beginning of one that has no comma."""

_ADDRESSEE = gated(
    rf"\A{_TITLE}(?=(?:{_SPACE}[\p{{L}}'’-]+){{1,4}}{_SPACE}(?:du|de|des)(?:{_SPACE}[\p{{L}}'’-]+){{1,5}}\Z)"
)
"""To whom a letter goes, all of a line: « Monsieur le Préfet de l'Ariège »."""


def find_offices(text: str) -> Iterator[FoundMeasure]:
    """Yield the titles of a French text that stand before the article of an office."""
    for match in _TOLD.finditer(text):
        yield FoundMeasure(*match.span(), match["article"])
    if begins := _BEGINS.search(text) or _ADDRESSEE.search(text):
        yield FoundMeasure(*begins.span(), begins["article"].capitalize())
