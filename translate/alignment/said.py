"""Words of a language that a dictionary into it renders others with: two languages come in, the words go out."""

from __future__ import annotations

from functools import cache

from translate.alignment.dictionary import find_dictionary
from translate.languages import Language


def is_said(word: str, own: Language, other: Language) -> bool:
    """Tell whether a word in small letters, or that of which it is a form, is an equivalent by itself."""
    said = _said_words(own.code, other.code)
    return word in said or any(one in said and word in other.forms_of(one) for one in (word[:-1], word[:-2]))


@cache
def _said_words(source: str, target: str) -> frozenset[str]:
    """Return all of them; the whole dictionary is read for it, a third of a second, so ask of few words."""
    dictionary = find_dictionary(source, target)
    equivalents = (one for entry in dictionary.iter_entries() for one in entry.english) if dictionary else ()
    return frozenset(one for one in equivalents if one.isascii() and one.isalpha() and one.islower())
