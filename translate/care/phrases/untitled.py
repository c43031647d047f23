"""Titles that nobody asked for: a label with one capital, « Gants de jardin », as *Garden Gloves*.

Catalogues of programs write labels so, and a model learns it from them. Words that always have a capital, *Libyan*,
keep it, and so do names, *European Parliament*: the dictionary knows them.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.alignment.dictionary import NOUN, Dictionary
from translate.care.replacing import Replacement
from translate.languages import Language
from translate.text.late import late, late_plain

_WORD = late(r"\p{L}+(?:['’]\p{L}+)*")
_ENDS = late_plain(r"[.!?…]\s*\Z")
_COUNTED = late(r"(?P<number>\d+)[ \u00a0\u202f](?P<word>\p{L}+)[.:*]?")
_MOST_WORDS = 8
"""Words of the longest label."""
_MANY = 2
"""From which number on things are many."""


class Untitled:
    """Finds capitals in a label's translation that its source has not."""

    def __init__(self, dictionary: Dictionary, target: Language) -> None:
        self._dictionary, self._target = dictionary, target

    def find(self, source: str, target: str) -> Iterator[int]:
        """Yield the places of letters that should be small; none where a word is not known to be one that is."""
        own = _WORD.findall(source)
        if not 2 <= len(own) <= _MOST_WORDS or _ENDS.search(source) or any(word[0].isupper() for word in own[1:]):
            return
        inner = [
            match
            for match in list(_WORD.finditer(target))[1:]
            if match[0].lower() not in self._target.function_words and len(match[0]) > 1
        ]
        if not inner or not all(match[0][0].isupper() and match[0][1:].islower() for match in inner):
            return
        words = [word.lower() for word in own]
        known = [*(found for one in words for found in self._dictionary.find(one)), *self._dictionary.phrase(words)]
        said = [word for found in known for one in found.entry.english for word in _WORD.findall(one)]
        small = {form for word in said if word.islower() for form in self._target.forms_of(word)}
        large = {word.lower() for word in said if not word.islower()}
        if all(match[0].lower() in small | large for match in inner):
            yield from (match.start() for match in inner if match[0].lower() not in large)

    def edits(self, source: str, target: str) -> Iterator[Replacement]:
        """Yield the edits that make capitals small, and one thing many: « 4 mois » as *4 Month*."""
        own, other = _COUNTED.fullmatch(source), _COUNTED.fullmatch(target)
        if own and other and (new := self._counted(own, other["word"])) != other["word"]:
            yield *other.span("word"), new
        yield from ((place, place + 1, target[place].lower()) for place in self.find(source, target))

    def _counted(self, own: regex.Match[str], word: str) -> str:
        """Return the word of a target behind a number as the source has its word: small, and many where that is."""
        entries = [found.entry for found in self._dictionary.find(own["word"].lower()) if found.entry.kind == NOUN]
        said = {one.lower(): one for entry in entries for one in entry.english}
        forms = {form: one for small, one in said.items() for form in self._target.forms_of(small)}
        one = forms.get(word.lower())
        if one is None:
            return word
        word = word.lower() if own["word"].islower() and one.islower() else word
        is_one = word.lower() in said and int(own["number"]) >= _MANY
        return self._target.pluralise(word) if is_one and self._target.pluralise else word
