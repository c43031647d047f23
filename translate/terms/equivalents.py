"""What the dictionary that ships knows of the terms of two languages: a pair comes in, whether it has it goes out."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cached_property

from translate.alignment.dictionary import Entry, find_dictionary
from translate.alignment.forms import find_forms
from translate.languages import Language
from translate.terms.inflections import Inflections
from translate.text.late import late_plain

_WORD = late_plain(r"[^\W\d_]+'?")
_ALIKE = 4
"""Letters with which two words begin that may be one word in two languages."""
_LIKENESS = 0.75
"""Least likeness of the two (Ratcliff & Obershelp, 0 to 1)."""


class Equivalents:
    """The dictionary of two languages; without one, only what is alike is known."""

    def __init__(self, source: Language, target: Language) -> None:
        self._dictionary = find_dictionary(source.code, target.code)
        self._forms = find_forms(source.code)
        self._target = Inflections(target)

    @cached_property
    def _parts(self) -> dict[str, set[str]]:
        """The parts of speech of target words: those of what they render."""
        found: dict[str, set[str]] = {}
        for entry in self._dictionary.iter_entries() if self._dictionary else ():
            for said in entry.english:
                if " " not in said:
                    found.setdefault(said.lower(), set()).add(entry.kind)
        return found

    def parts_of_target(self, word: str) -> frozenset[str]:
        """Return the parts of speech of a target word in small letters; empty where nobody knows.

        A word that both languages write alike is no entry: it has those that it has in the source.
        """
        parts = self._parts.get(word)
        return frozenset(parts) | self._parts_of_source(word) if parts else frozenset()

    def _parts_of_source(self, word: str) -> frozenset[str]:
        return self._forms.parts_of(word) if self._forms else frozenset()

    def entries(self, source: str) -> list[Entry]:
        """Return what the dictionary has of a term."""
        if self._dictionary is None:
            return []
        words = _WORD.findall(source.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
        found = self._dictionary.phrase(words) if len(words) > 1 else self._dictionary.find(source.lower())
        return [one.entry for one in found]

    def are_equivalent(self, source: str, target: str) -> bool:
        """Tell whether two terms are equivalents, or nearly written alike."""
        one, other = source.lower(), target.lower()
        words = other.split()
        entries = self.entries(source)
        if any(self._is_said(said.lower().split(), words) for entry in entries for said in entry.english):
            return True
        if entries and self._parts.get(other):
            return False  # false friends: each is known, and for something else
        return one[:_ALIKE] == other[:_ALIKE] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKENESS

    def _is_said(self, said: list[str], words: list[str]) -> bool:
        pairs = zip(words, said, strict=False)
        return len(said) == len(words) and all(a == b or self._target.are_one(a, b) for a, b in pairs)

    def is_identifier(self, source: str, target: str) -> bool:
        """Tell whether a pair is one word, the same on both sides, that no lexicon has: the name of a thing."""
        word = source.lower()
        return " " not in word and word == target.lower() and not self._parts_of_source(word)
