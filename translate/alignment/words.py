"""A segment comes in as text, out come the terms that alignment compares: stems, numbers, marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from translate.languages import Language
from translate.text.late import late_plain

MAX_STEM_CHARACTERS = 7
_WORDS_KEPT = 1 << 12
"""Words whose stems are remembered: of twenty words of a text two more are stemmed anew than without a limit."""
_MIN_STEM_CHARACTERS = 4
_TERM = late_plain(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[^\W\d_]+|[?!;:()…]|[«»“”\"„]|[—–]")
_ROMAN = late_plain(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_MARKS = dict.fromkeys('«»“”"„', '"') | {"—": "—", "–": "—"}
_LIGATURES = {
    "\N{LATIN SMALL LIGATURE OE}": "oe",
    "\N{LATIN SMALL LETTER AE}": "ae",
    "\N{LATIN SMALL LETTER SHARP S}": "ss",
}
"""What no normal form of Unicode parts."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def terms_of(text: str, language: Language) -> list[str]:
    """Return the terms of `text` in order: stems of words, numbers by their digits alone, and some marks.

    Numbers lose their separators, so that `1 000,5` and `1,000.5` are one term. Roman numerals in capitals become
    numbers, for chapters are numbered so in one language and otherwise in the other.
    """
    stem = stemmer(language)
    terms = []
    for found in _TERM.findall(text):
        first = found[0]
        if first.isdigit():
            terms.append(re.sub(r"\D", "", found).lstrip("0") or "0")
        elif first.isalpha():
            if len(found) > 1 and found.isupper() and _ROMAN.fullmatch(found):
                terms.append(str(_roman_value(found)))
            else:
                terms.append(stem(found))
        else:
            terms.append(_MARKS.get(found, found))
    return terms


@lru_cache(maxsize=8)
def stemmer(language: Language) -> Callable[[str], str]:
    """Return the function that stems a word of `language`, by cutting off an ending and what is beyond seven letters.

    Crude on purpose: both sides of a lexicon are stemmed alike, and what matters is that forms of a word meet.
    """
    endings = language.endings

    @lru_cache(maxsize=_WORDS_KEPT)
    def stem(word: str) -> str:
        plain = plain_form(word)
        if len(plain) > _MIN_STEM_CHARACTERS and plain.endswith(endings):
            for ending in endings:
                if plain.endswith(ending) and len(plain) - len(ending) >= _MIN_STEM_CHARACTERS:
                    plain = plain[: -len(ending)]
                    break
        return plain[:MAX_STEM_CHARACTERS]

    return stem


class _Plain(dict[int, str]):
    """By the code of a character: what is left of it without accents and ligatures."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", _LIGATURES.get(chr(code), chr(code)))
        plain = self[code] = "".join(part for part in parts if not unicodedata.combining(part))
        return plain


_PLAIN = _Plain()


def plain_form(word: str) -> str:
    """Return `word` in lower case without accents."""
    lowered = word.lower()
    return lowered if lowered.isascii() else lowered.translate(_PLAIN)


def _roman_value(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
