"""How French letters and speeches begin, « Bonjour Madame, », and letters end: where it stands, and whom it addresses.

A small model leaves out whom it addresses, or says both of « Cher Monsieur, chère Madame » alike; and of the sentence
that closes a letter it says each word.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.late import late
from translate.text.measures import Addressed, Closing, FoundMeasure, Greeting, GreetingWord

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
_CLOSING = late(
    rf"\s*(?:(?:je|nous){_SPACE}vous{_SPACE}pri(?:e|ons)(?:{_SPACE}de{_SPACE}bien{_SPACE}vouloir)?{_SPACE}(?:d['’]|de{_SPACE})?"
    rf"(?:agréer|recevoir|accepter|croire)|veuillez{_SPACE}(?:agréer|recevoir|accepter|croire)|agréez|recevez|croyez)(?!\w)"
    r"[^.;:!?\n]{0,90}(?:salutations|sentiments|considération|respects|hommages)(?!\w)[^.;:!?\n]{0,40}[.,]?\s*",
    regex.I,
)
_WARM = late(r"(?<!\w)(?:ch[eè]re?s?|sincères?|meilleure?s?|cordia(?:les?|ux))(?!\w)", regex.I)


def find_closings(text: str) -> Iterator[FoundMeasure]:
    """Yield a French text that is the sentence which closes a letter, marks and all."""
    if _CLOSING.fullmatch(text):
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        yield FoundMeasure(start, end, "", Closing(is_warm=_WARM.search(text) is not None))


def find_greetings(text: str) -> Iterator[FoundMeasure]:
    """Yield the greetings that a French text begins with, two where it has « Cher Monsieur, chère Madame »."""
    for match in _GREETING.finditer(text) if text[:1] in "BbCc" else ():
        persons = tuple(_TITLES[title.lower()] for title in match.captures("title"))
        is_letter = not text[match.end() :].strip(" \u00a0\u202f,")
        word = _WORDS.get(match["word"].lower(), "dear")
        yield FoundMeasure(*match.span(), "", Greeting(word, persons, is_letter))
