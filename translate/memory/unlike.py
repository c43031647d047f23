"""Two sources come in; whether they differ in words that no repair can replace goes out, in little time: most do."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translate.text.kept import find_kept
from translate.text.late import late_plain
from translate.text.words import split_words

if TYPE_CHECKING:
    from translate.languages.base import Language

UNLIKE = "other words differ"
"""Why such a target is left as it was."""
_LETTER_APOSTROPHE = "\u02bc"
"""An apostrophe that is part of a word to Unicode: of all that does not count, this alone can make other words."""
_BLANKS = late_plain("[ \u00a0\u2009\u202f\t]+")
_SHORTEST_WORD = 3
"""Shorter ones may be parts of numbers: « 2e », « 8 h »."""
_TEXTS_KEPT = 16
"""Texts whose words are remembered: one that is looked up is compared with each of its matches."""


def with_one_apostrophe(text: str) -> str:
    """Return a text whose apostrophes are all plain ones: `str.translate` takes ten times as long."""
    return text.replace("\u2019", "'").replace(_LETTER_APOSTROPHE, "'")


def with_one_blank(text: str) -> str:
    """Return a text in which each run of spaces is a plain one."""
    return _BLANKS.sub(" ", text)


def plain_form(text: str) -> str:
    """Return a text with one sort of apostrophe and one of space."""
    return with_one_blank(with_one_apostrophe(text)).strip()


def are_unlike(one: str, other: str, own: Language) -> bool:
    """Tell whether two sources differ in small words, so that no repair can do.

    :param own: the language of both.
    """
    words = _words_of(one) ^ _words_of(other)
    months = own.months.numbers
    if not any(len(w) >= _SHORTEST_WORD and w.islower() and w not in months and w not in own.elided for w in words):
        return False
    if _LETTER_APOSTROPHE in one + other and plain_form(one) == plain_form(other):
        return False
    # what is kept as it is may be replaced, whatever its words
    return not find_kept(one) and not find_kept(other)


@lru_cache(maxsize=_TEXTS_KEPT)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(split_words(text))
