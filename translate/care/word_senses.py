"""Words of several senses, « filet » beside « saumon »: the words of a text come in, what is meant goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from translate.alignment.dictionary import VERB, Dictionary, Found
from translate.languages import Language

SHORTEST = 4
"""Letters of the shortest word that is looked up."""
_BEGINNING = 3
"""Letters by which most words are known to have one sense."""


class WordSenses:
    """Tells the senses of words by other words of their text."""

    def __init__(self, dictionary: Dictionary, source: Language) -> None:
        self._dictionary, self._plural_endings = dictionary, source.plural_endings
        self._openers = source.determiners - source.joints.of

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, Found]]:
        """Yield the words whose sense other words of the text tell, by their numbers.

        :param words: all of a text, in small letters.
        """
        senses, beginnings = self._dictionary.senses, self._beginnings
        if not senses:
            return
        for number, word in enumerate(words):
            if word[:_BEGINNING] not in beginnings:
                continue
            lemmas = [(word, ""), *((one.text, one.part) for one in self._dictionary.lemmas_of(word))]
            known = [(part, sense) for lemma, part in lemmas for sense in senses.get(lemma, ())]
            if self._has_object(words, number, lemmas):
                known = [(part, sense) for part, sense in known if sense.entry.kind == VERB]
            if not known:
                continue
            others = [one for place, one in enumerate(words) if place != number]
            keys = {key_of(one, self._plural_endings) for one in others} | set(others)
            for part, sense in known:
                if part in ("", sense.entry.kind) and (
                    not sense.near.isdisjoint(keys) or any(one.startswith(sense.begins) for one in others)
                ):
                    yield number, Found(sense.entry, bool(part))

    def _has_object(self, words: Sequence[str], number: int, lemmas: Sequence[tuple[str, str]]) -> bool:
        """Tell whether a word that may be a verb is one, as an article begins what stands behind it."""
        is_verb = any(part == VERB for _, part in lemmas)
        return is_verb and number + 1 < len(words) and words[number + 1] in self._openers

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word[:_BEGINNING] for word in self._dictionary.senses)


def key_of(word: str, plural_endings: tuple[str, ...]) -> str:
    """Return a word in small letters without the ending of a plural, by which phrases are known."""
    small = word.lower()
    return small[:-1] if len(small) >= SHORTEST and small.endswith(plural_endings) else small
