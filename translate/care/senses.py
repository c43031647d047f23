"""What tells words of a language from names, and texts in it from foreign ones: letters, lexicon, frequent words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from translate.alignment.single import knows_word
from translate.care.phrasing import Phrasing
from translate.languages import Language
from translate.languages.identification import guess_language, is_plainly_in, telltale_words
from translate.text.lone_names import NameSense
from translate.text.names import SHORTEST_NAME, is_signature
from translate.text.words import fold, split_lowered, split_words

_SURE = 3
"""As many tell a text of any length."""
_MIN_OWN = 2
"""Frequent words of the target language that a short text in it has, where they are half of its words."""


@dataclass(frozen=True, slots=True)
class Senses:
    """Of two languages, and a model's phrase table where it has one.

    :param phrasing: says which words are names.
    """

    source: Language
    target: Language
    phrasing: Phrasing | None = None

    @property
    def _knows(self) -> Callable[[str], bool] | None:
        return knows_word(self.source.code, self.target.code)

    def is_word(self, word: str) -> bool:
        """Tell a word of the source language from foreign ones and names."""
        is_spelled = all(letter.isascii() or letter in self.source.letters for letter in word.lower())
        return is_spelled and (word[0].islower() or (self._knows is not None and self._knows(word)))

    def is_name(self, word: str) -> bool:
        """Tell a name among words in capitals: the lexicon knows no translation, or the phrase table a name."""
        is_unknown = self._knows is not None and len(word) >= SHORTEST_NAME and not self._knows(word)
        return is_unknown or (self.phrasing is not None and self.phrasing.is_name(word))

    def name_sense(self) -> NameSense | None:
        """Return what tells names where there are no other words; None where nobody knows."""
        knows, phrasing = self._knows, self.phrasing
        if knows is None or phrasing is None:
            return None
        endings = tuple(map(fold, self.source.names.word_endings))

        def is_unknown(word: str) -> bool:
            return not knows(word) and not phrasing.is_common(word) and not fold(word).endswith(endings)

        return NameSense(is_unknown, phrasing.is_renamed, phrasing.is_common)

    def stays(self, text: str) -> bool:
        """Tell whether a text is its own translation: a signature, or in another language than the source."""
        return is_signature(text, self.is_name, self.source.names) or self.is_in_target(text) or self.is_foreign(text)

    def is_in_target(self, text: str) -> bool:
        """Tell whether a text is in the target language already, if it is short by its frequent words."""
        words = split_lowered(text)
        if not telltale_words(self.source.code, beside=self.target.code).isdisjoint(words):
            return False
        if is_plainly_in(self.target.code, text, beside=self.source.code):
            return True
        common, other = _frequent(self.source, self.target)
        own = sum(word in common for word in words)
        if own < min(_MIN_OWN, len(words)) or (2 * own < len(words) and own < _SURE) or not own:
            return False
        return other.isdisjoint(words) and all(map(str.isascii, words))

    def is_foreign(self, text: str) -> bool:
        """Tell whether a text of two words or more is in neither language: the source's lexicon knows few of them, or
        their letters are not of its alphabet."""
        words = [word for word in split_words(text) if len(word) > 1]
        knows = self._knows
        own = telltale_words(self.source.code, beside="")
        if len(words) < 2 or knows is None or not own.isdisjoint(map(str.lower, words)):
            return False
        guess = guess_language(text, minimum_votes=2)
        if guess.language not in (None, self.source.code, self.target.code) and not guess.votes.get(self.source.code):
            return True
        strange = [word for word in words if not self._is_spelled(word)]
        unknown = [word for word in words if not self._is_spelled(word) or not knows(word)]
        small = [word for word in unknown if word[0].islower()]
        return bool(strange and small) or (bool(small or strange) and 2 * len(unknown) > len(words))

    def _is_spelled(self, word: str) -> bool:
        return word.isascii() or all(letter.isascii() or letter in self.source.letters for letter in word.lower())


@cache
def _frequent(source: Language, target: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Return frequent words of the target language, and function words of the source that it has not."""
    common = target.common_words | telltale_words(target.code, beside=source.code)
    return common, source.function_words - target.function_words - common
