"""How French letters and speeches begin, « Bonjour Madame, »: where it stands, and whom it addresses.

A small model leaves out whom it addresses, or says both of « Cher Monsieur, chère Madame » alike.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.late import late
from translate.text.measures import Addressed, FoundMeasure, Greeting, GreetingWord

_SPACE = "[ \u00a0\u202f]"
_WORDS: dict[str, GreetingWord] = {"bonjour": "hello", "bonsoir": "evening"}
"""By the word, what it says; « cher » is every other."""
_TITLES: dict[str, Addressed] = {
    "madame": "madam", "monsieur": "sir", "mesdames": "madams", "messieurs": "sirs", "mademoiselle": "miss",
}  # fmt: skip
_TITLE = "|".join(_TITLES)
_GREETING = late(
    rf"(?:\A|(?<=\A{_SPACE}*ch[eè]re?s?{_SPACE}(?:{_TITLE}),?{_SPACE}(?:et{_SPACE})?))"
    rf"(?P<word>bonjour|bonsoir|ch[eè]re?s?),?{_SPACE}(?P<title>{_TITLE})"
    rf"(?:(?:,|{_SPACE}et){_SPACE}(?P<title>{_TITLE}))?(?={_SPACE}?[,!.:]|\s*\Z|{_SPACE}et{_SPACE}ch)",
    regex.I,
)


def find_greetings(text: str) -> Iterator[FoundMeasure]:
    """Yield the greetings that a French text begins with, two where it has « Cher Monsieur, chère Madame »."""
    for match in _GREETING.finditer(text) if text[:1] in "BbCc" else ():
        persons = tuple(_TITLES[title.lower()] for title in match.captures("title"))
        is_letter = not text[match.end() :].strip(" \u00a0\u202f,")
        word = _WORDS.get(match["word"].lower(), "dear")
        yield FoundMeasure(*match.span(), "", Greeting(word, persons, is_letter))
