"""Abbreviations that a model drops or garbles: a text comes in, where they stand and what they stand for goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache, lru_cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.gated import GatedAlternatives
from translate.text.late import late

_CLOSING = " \t\n\u00a0\u202f»”\"’')]"
"""What may stand behind the end of a sentence."""
_REACH = 40
"""Characters before an abbreviation in which a plural word may stand."""
_TEXTS_KEPT = 1024
"""Texts whose abbreviations are remembered: checks ask again for those of a source when the engine has answered."""
_SENTENCE = late(r"[^\p{L}\d]*\p{Lu}\S*(?:\s+\S+){4}")
"""A text of five words or more, begun with a capital; « 6 pers. » is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Abbreviations:
    """The abbreviations of a language, as patterns of `regex` in any case."""

    patterns: Mapping[str, str]
    """By the words that an abbreviation stands for; the first that matches counts."""
    plurals: Mapping[str, str] = field(default_factory=dict)
    """What it stands for after a plural word, by those words."""
    plural_words: str = "(?!)"
    """Pattern of the words that say so."""

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the characters [start, end) that an abbreviation takes, and what it stands for."""
        return iter(_find(self, text))

    def _iter(self, text: str) -> Iterator[tuple[int, int, str]]:
        words_of, plural_before = tuple(self.patterns), _plural_before(self)
        is_shouted, last = text.isupper(), len(text.rstrip(_CLOSING))
        for number, match in _alternatives(self).finditer(text):
            words = words_of[number]
            if words in self.plurals and plural_before.search(text, max(0, match.start() - _REACH), match.start()):
                words = self.plurals[words]
            letters = [letter for letter in match[0] if letter.isalpha()]
            if is_shouted and all(map(str.isupper, letters)) and not _is_all(match[0], text):
                words = words.upper()
            elif letters[0].isupper() and not (match[0].isupper() and len(letters) > 1 and match.start()):
                words = words[0].upper() + words[1:]
            end = match.end()
            if match[0].endswith(".") and end >= last:
                end -= _SENTENCE.match(text) is not None  # it ends that too
            yield match.start(), end, words + " " * text[match.end() : match.end() + 1].isalnum()


@lru_cache(maxsize=_TEXTS_KEPT)
def _find(abbreviations: Abbreviations, text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(abbreviations._iter(text))


def _is_all(acronym: str, text: str) -> bool:
    """Tell whether a text has no other letters than those of an acronym, whose capitals are its own: « PJ : 2 »."""
    return acronym.isalpha() and sum(map(str.isalpha, text)) == len(acronym)


@cache
def _alternatives(abbreviations: Abbreviations) -> GatedAlternatives:
    return GatedAlternatives(r"(?<![\w.-])", tuple(abbreviations.patterns.values()), regex.I)


@cache
def _plural_before(abbreviations: Abbreviations) -> regex.Pattern[str]:
    return compile_kept(rf"\b(?:{abbreviations.plural_words})\s+\Z", regex.I)
