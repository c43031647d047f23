"""The English indefinite article, by the sound of what follows it."""

from __future__ import annotations

import re

from translate.text.late import late_plain

_VOWEL = late_plain(r"[aeiou]|hono|hour|heir|honest|8|1[18](?:,\d{3})*(?!\d)", re.IGNORECASE)
_NO_VOWEL = late_plain(r"eu|one\b|once|ub|un(?:i[^nm]|anim)|us[aeiu]|ut[ei]|ukul", re.IGNORECASE)
_SPELLED = late_plain(r"[A-Z]+(?![a-z])")
_SPELLED_VOWEL = late_plain(r"[AEFHILMNORSX]")


def fit_article(word: str, phrase: str) -> str:
    """Return the article that `word` is before `phrase`, `a` or `an`, in its case; any other word as it is."""
    if word.lower() not in ("a", "an"):
        return word
    spelled = _SPELLED.match(phrase)
    if spelled and len(spelled[0]) > 1:
        is_vowel = _SPELLED_VOWEL.match(phrase) is not None
    else:
        is_vowel = _VOWEL.match(phrase) is not None and _NO_VOWEL.match(phrase) is None
    return word[0] + "n" if is_vowel else word[0]
