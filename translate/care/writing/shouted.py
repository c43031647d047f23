"""Words in capitals within a sentence, « TENUS EN LAISSE »: where they stand, and the words that translate them.

A model that knows « fermée » makes no word of « FERMÉE ». Acronyms and names in capitals stay: what shouts is made of
words of the dictionary, and one of them is no part of a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.alignment.dictionary import ADVERB, NOUN, VERB, Dictionary
from translate.care.base import Change, Revision
from translate.care.glossary.splicing import find_place
from translate.languages import Language
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Occurrence
from translate.text.late import late

_RUN = late(r"(?<![\w'’-])\p{Lu}+(?:['’ \u00a0-]\p{Lu}+)*(?![\w'’-])")
_WORDS = late(r"\p{L}+")
_SHORTEST = 4
"""Letters of the longest word of what shouts."""


class Shouted:
    """Finds what is in capitals within sentences of a language."""

    def __init__(self, dictionary: Dictionary, source: Language) -> None:
        self._dictionary, self._source = dictionary, source

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the characters [start, end) of words in capitals that are neither names nor acronyms."""
        for match in _RUN.finditer(text):
            words = _WORDS.findall(match[0].lower())
            is_word = max(map(len, words)) >= _SHORTEST
            if is_word and all(map(self._is_known, words)):
                is_alone = len(words) == 1
                if any(self._is_telling(word, is_alone=is_alone) for word in words):
                    yield match.span()

    def lower(self, text: str) -> str:
        """Return a text with these in small letters, of the same length."""
        for start, end in self.find(text):
            small = text[start:end].lower()
            text = text[:start] + small + text[end:] if len(small) == end - start else text
        return text

    def changes(self, revision: Revision, step: str, reason: str) -> Iterator[Change]:
        """Yield the changes that put in capitals what translates words in capitals, where its place is sure."""
        asked, source = revision.request.text, revision.request.shielded.text
        if asked == source or len(asked) != len(source):
            return
        draft = revision.draft
        links = draft.link(whole=False) if draft.link else None
        for start, end in self.find(source) if links and links.weights else ():
            term = Term(asked[start:end], (), TermKind.REQUIRED, 0)
            place = find_place(links, draft.text, asked, Occurrence(term, start, end, False)) if links else None
            if place:
                yield Change(*place, revision.text[slice(*place)].upper(), step, reason)

    def _is_known(self, word: str) -> bool:
        is_small = word in self._source.function_words or word in self._source.determiners or len(word) == 1
        return is_small or any(found.entry.french[0].islower() for found in self._dictionary.find(word))

    def _is_telling(self, word: str, *, is_alone: bool) -> bool:
        """Tell whether a word is in no name: but for articles it says how or what is done, or holds words together."""
        if word in self._source.determiners:
            return False
        kinds = {found.entry.kind for found in self._dictionary.find(word)}
        may_be = word in self._source.function_words or (is_alone and "adj" in kinds) or bool(kinds & {ADVERB, VERB})
        return may_be and (word in self._source.function_words or NOUN not in kinds)
