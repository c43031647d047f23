"""Links between words come in; whether the words of two terms are linked to each other goes out."""

from __future__ import annotations

from collections.abc import Iterable

from translate.alignment.linking import terms_in
from translate.alignment.word_links import WordLink
from translate.languages import Language
from translate.text.late import late_plain

_WORD = late_plain(r"[^\W\d_]{2,}|\d+")
_LINKED = 0.4
"""Share of the texts with two terms in which each word of one must be linked to a word of the other."""


class LinkedTerms:
    """Judges pairs of terms by the links of their words."""

    def __init__(self, links: Iterable[WordLink], source: Language, target: Language) -> None:
        self._languages = source, target
        self._counts = {(one.source, one.target): one.count for one in links}
        self._known: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})

    def are_linked(self, source: str, target: str, count: int) -> bool:
        """Tell whether each content word of both terms is linked to one of the other.

        :param count: texts that have both terms.
        """
        ours, theirs = self._words(0, source), self._words(1, target)
        best = [max((self._count(one, other) for other in theirs), default=0) for one in ours]
        best += [max((self._count(one, other) for one in ours), default=0) for other in theirs]
        return bool(ours) and bool(theirs) and min(best) >= _LINKED * count

    def _count(self, one: str, other: str) -> int:
        return self._counts.get((one, other), 0)

    def _words(self, side: int, text: str) -> list[str]:
        known = self._known[side].get(text)
        if known is None:
            language = self._languages[side]
            words = (word for word in _WORD.findall(text) if word.lower() not in language.function_words)
            known = self._known[side][text] = terms_in(" ".join(words), language)
        return known
