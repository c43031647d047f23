"""Two sources come in; whether they differ in words that no repair can replace goes out, in little time: most do."""

from __future__ import annotations

import os
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from translate import languages
from translate.files import kept_or_made, stamp_of
from translate.languages import base_code, find_language
from translate.text.late import late_plain
from translate.text.protected.kept import find_kept
from translate.text.words import split_words

if TYPE_CHECKING:
    from translate.languages import Language

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


@cache
def spared_words(own: Language) -> frozenset[str]:
    """Return the small words of a language that a repair may replace: its months, and words that may be elided."""
    return frozenset((*own.months.numbers, *own.elided))


@cache
def find_spared_words(code: str) -> frozenset[str]:
    """Return the spared words of a language, which is loaded only where no earlier process kept them.

    To load a language takes as long as to look a text up in a million, and no repair of most matches needs more.
    """
    parts = Path(languages.__file__).parent
    folder = parts / base_code(code)
    if not folder.is_dir():
        return spared_words(find_language(code))
    files = [entry for entry in os.scandir(folder) if entry.name.endswith(".py")]
    facts = (
        sorted((entry.name, stamp_of(entry)) for entry in files),
        stamp_of(parts.parent / "text" / "dates" / "months.py"),
    )
    kept = kept_or_made("words", repr(facts).encode(), lambda: sorted(spared_words(find_language(code))))
    return frozenset(kept)


def are_unlike(one: str, other: str, spared: Collection[str]) -> bool:
    """Tell whether two sources differ in small words, so that no repair can do.

    :param spared: those of the language of both that a repair may replace.
    """
    words = _words_of(one) ^ _words_of(other)
    if not any(len(word) >= _SHORTEST_WORD and word.islower() and word not in spared for word in words):
        return False
    if _LETTER_APOSTROPHE in one + other and plain_form(one) == plain_form(other):
        return False
    # what is kept as it is may be replaced, whatever its words
    return not find_kept(one) and not find_kept(other)


@lru_cache(maxsize=_TEXTS_KEPT)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(split_words(text))
