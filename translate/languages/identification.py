"""Identification: a text comes in, the language that its function words speak for goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from translate.languages import base_code, find_language, known_languages
from translate.records import dataclass
from translate.text.words import split_lowered

_MIN_VOTES = 6
"""Function words of another language at least that make a text one in it."""
_MIN_SHARE = 0.5
"""Share of its own function words from which on a text may be in a language."""


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """`language` is None where the text has too few function words to tell; `votes` counts them by language."""

    language: str | None
    votes: dict[str, int]

    def share(self, language: str) -> float:
        """Votes for `language` over votes for the best language: 0 to 1, and 0 where nothing voted."""
        best = max(self.votes.values(), default=0)
        return self.votes.get(language, 0) / best if best else 0.0


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Return each function word with the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for code in known_languages():
        for word in find_language(code).function_words:
            found[word] = (*found.get(word, ()), code)
    return found


@cache
def _own_words(code: str) -> frozenset[str]:
    """Return the function words of a language that no other has."""
    table = _languages_of()
    return frozenset(word for word in find_language(code).function_words if table[word] == (code,))


def is_function_word(word: str) -> bool:
    """Tell whether a word, in small letters, is a function word of a known language."""
    return word in _languages_of()


def guess_language(text: str, *, minimum_votes: int = 3) -> LanguageGuess:
    """Guess the language of `text` by its function words.

    After Grefenstette 1995, *Comparing two language identification schemes*.
    """
    votes: Counter[str] = Counter()
    for languages in map(_languages_of().get, split_lowered(text)):
        if languages:
            for language in languages:
                votes[language] += 1
    ranked = votes.most_common(2)
    clear = bool(ranked) and ranked[0][1] >= minimum_votes and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return LanguageGuess(ranked[0][0] if clear else None, dict(votes))


def find_other_language(text: str, language: str) -> LanguageGuess | None:
    """Return what tells that a text is not in `language`; None where it may be.

    :param language: BCP 47 code; its region makes no difference.
    """
    guess, wanted = guess_language(text), base_code(language)
    best = guess.language
    if best is None or best == wanted or guess.votes[best] < _MIN_VOTES or guess.share(wanted) >= _MIN_SHARE:
        return None
    return guess


def count_own_words(words: Iterable[str], language: str) -> int:
    """Return how many of `words`, in lower case, are function words of `language` alone; 0 where it is not known."""
    return sum(map(_own_words(language).__contains__, words))


@cache
def telltale_words(language: str, *, beside: str) -> frozenset[str]:
    """Return function words of `language` that a text in `beside` has none of; nothing for languages not known."""
    if language == beside:
        return frozenset()
    other = find_language(beside)
    return find_language(language).telltale_words - other.function_words - other.telltale_words


def is_plainly_in(language: str, text: str, *, beside: str, minimum_words: int = 3) -> bool:
    """Tell whether `text` is in `language` and has nothing of `beside`: enough telltale words, and none of the other's.

    :param minimum_words: how many telltale words of `language` it takes, each as often as it stands.
    """
    words = split_lowered(text)
    own, other = telltale_words(language, beside=beside), telltale_words(beside, beside=language)
    return not any(map(other.__contains__, words)) and sum(map(own.__contains__, words)) >= minimum_words
