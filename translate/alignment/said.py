"""Words of a language that a dictionary into it renders others with: two languages come in, the words go out."""

from __future__ import annotations

from functools import lru_cache

from translate.alignment.dictionary import find_dictionary
from translate.languages import Language

_KEPT = 4096


def is_said(word: str, own: Language, other: Language) -> bool:
    """Tell whether a word in small letters, or that of which it is a form, is an equivalent by itself."""
    said = _is_said(word, own.code, other.code)
    return said or any(
        word in other.forms_of(one) and _is_said(one, own.code, other.code) for one in (word[:-1], word[:-2])
    )


@lru_cache(maxsize=_KEPT)
def _is_said(word: str, source: str, target: str) -> bool:
    dictionary = find_dictionary(source, target)
    return dictionary is not None and word.isascii() and word.isalpha() and word.islower() and dictionary.says(word)
