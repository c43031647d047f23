"""What a word is, for checks, languages and a model's list of words: a run of letters. And what a name is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_²³¹¼-¾⁰-₉⅐-⅟①-⓿]+")
"""Letters; Python takes superscripts, fractions and circled numbers for parts of words too."""
_ASCII_WORD = re.compile("[A-Za-z]+")
"""The same for texts that have no other letters: most English ones."""
SHORTEST_NAME = 3
"""Letters of the shortest name."""
_ENDS_SENTENCE = re.compile(r"[.!?…:][\s\u00a0\u202f]*[«\"“(\[‘'–—-]*[\s\u00a0\u202f]*\Z")
_TITLE = re.compile(r"(?:\A|[\s(«\"“'’])(?:[^\W\d_]|MM|Mmes?|Mlles?|Mr|Mrs|Dr|Pr|Me|Mgr|St|Ste)\.[\s\u00a0\u202f]*\Z")
_LOOKED_AT = 40
_OPENS = re.compile(r"[\W_]*\Z")


def iter_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of `text` with their places. `don't` is two."""
    return _pattern(text).finditer(text)


def split_words(text: str) -> list[str]:
    """Return the words of `text`, as they are written."""
    return _pattern(text).findall(text)


def split_lowered(text: str) -> list[str]:
    """Return the words of `text` in small letters."""
    return _pattern(text).findall(text.lower())


def _pattern(text: str) -> re.Pattern[str]:
    return _ASCII_WORD if text.isascii() else _WORD


def fold(word: str) -> str:
    """Return a word in small letters and without accents: `Nébouy` and `NEBOUY` are the same word as `nebouy`."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def iter_names(text: str) -> Iterator[str]:
    """Yield the words of a text with a capital that is no sentence's: by its place, or as the next has one too."""
    words = [word for word in iter_words(text) if len(word[0]) >= SHORTEST_NAME]
    for number, word in enumerate(words):
        if not word[0][0].isupper():
            continue
        follower = words[number + 1] if number + 1 < len(words) else None
        is_followed = follower and follower[0][0].isupper() and text[word.end() : follower.start()] in (" ", "-")
        if word[0].isupper() or is_followed or not _begins_sentence(text, word.start()):
            yield word[0]


def _begins_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - _LOOKED_AT) : place]
    if _OPENS.match(before):
        return place <= _LOOKED_AT
    return bool(_ENDS_SENTENCE.search(before)) and not _TITLE.search(before)


def has_letters(text: str) -> bool:
    """Tell whether any character of `text` is a letter, so that there is something to translate."""
    return any(unicodedata.category(character)[0] == "L" for character in text)
