"""What a word is, for checks, languages and a model's list of words: a run of letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from translate.text.late import late_plain

LETTER = r"[^\W\d_²³¹¼-¾⁰-₉⅐-⅟①-⓿]"
_WORD = late_plain(rf"{LETTER}+")
"""Letters; Python takes superscripts, fractions and circled numbers for parts of words too."""
_ASCII_WORD = late_plain("[A-Za-z]+")
"""The same for texts that have no other letters: most English ones."""
_LATIN_MARKS = dict.fromkeys(one for one in range(0x300, 0x370) if unicodedata.combining(chr(one)))


def iter_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of `text` with their places. `don't` is two."""
    return _pattern(text).finditer(text)


def split_words(text: str) -> list[str]:
    """Return the words of `text`, as they are written."""
    return _pattern(text).findall(text)


@lru_cache(maxsize=512)
def split_lowered(text: str) -> tuple[str, ...]:
    """Return the words of `text` in small letters. Steps and checks of one unit share the answer."""
    return tuple(_pattern(text).findall(text.lower()))


def _pattern(text: str) -> re.Pattern[str]:
    return _ASCII_WORD if text.isascii() else _WORD


def straighten(text: str) -> str:
    """Return a text whose curly apostrophes are plain, as lists and dictionaries have them."""
    return text.replace("’", "'")


def fold(word: str) -> str:
    """Return a word in small letters and without accents: `Nébouy` and `NEBOUY` are the same word as `nebouy`."""
    if word.isascii():
        return word.lower()
    return _without_marks(unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold()))


def unmarked(word: str) -> str:
    """Return a word without accents, its capitals as they are."""
    if word.isascii():
        return word
    return _without_marks(unicodedata.normalize("NFKD", word))


def _without_marks(decomposed: str) -> str:
    """Return decomposed text without its combining marks; those of Latin letters go at once."""
    plain = decomposed.translate(_LATIN_MARKS)
    return plain if plain.isascii() else "".join(c for c in plain if not unicodedata.combining(c))


def has_letters(text: str) -> bool:
    """Tell whether any character of `text` is a letter, so that there is something to translate."""
    return any(map(str.isalpha, text))
