"""Which words of a source nothing in its target renders: two texts come in, words with what they may be go out.

A word counts as rendered where one of its equivalents in the dictionary stands in the target, in whatever form. The
dictionary knows no contexts, so a word counts for half where the target has another word that human translations render
it with. What is seldom seen weighs most, for there a model errs most: a human translator would use another word too in
a third of the cases, and the more readily the more common the word is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Set
from functools import cache, lru_cache
from typing import NamedTuple

from translate.alignment.answers import Answers, has_answers, load_answers
from translate.alignment.dictionary import Dictionary, find_dictionary
from translate.alignment.words import plain_form, stemmer
from translate.languages import Language
from translate.text.late import late_plain
from translate.text.words import split_lowered

_WORD = late_plain(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST = 4
"""Letters of the shortest word that is looked at."""
_COMMON = 20_000
"""Times that a word was seen from which it weighs nothing."""
_SETTLED = 0.5
"""Weight under which a word is settled by any word that human translations render it with."""
_ANSWERED = 0.5
"""What is left of the weight of a word where the target has such a word, but no equivalent."""
_STEM = 3
"""Letters that are left at least where endings are cut off."""
_WORDS_KEPT = 1 << 12
_NONE: frozenset[str] = frozenset()
PAIRS_KEPT = 8192
"""Pairs whose answers are remembered: two windows of a run, of which each pair is asked for when its hypothesis is
there, and again when its unit is scored."""


class Uncovered(NamedTuple):
    """A word of a source, as it is written, of whose equivalents none stands in the target.

    `weight` is from 0, of a word that stands everywhere, to 1, of one that was never seen.
    """

    word: str
    equivalents: tuple[str, ...]
    weight: float


class _Known(NamedTuple):
    """What a word may be in the other language, and the bare words that each of these must have: one, or several."""

    equivalents: tuple[str, ...]
    words: frozenset[str] = _NONE
    several: tuple[frozenset[str], ...] = ()

    def stands_in(self, bare: Set[str]) -> bool:
        """Tell whether one of the equivalents is among bare words."""
        return not self.words.isdisjoint(bare) or any(needed <= bare for needed in self.several)


_UNKNOWN = _Known(())


class Coverage:
    """Finds words without rendering; what it knows of a word it remembers."""

    def __init__(self, dictionary: Dictionary, answers: Answers, source: Language, target: Language) -> None:
        self._dictionary, self._answers = dictionary, answers
        self._functions, self._functions_there = source.function_words, target.function_words
        self._stem, self._stem_there = stemmer(source), stemmer(target)
        self._bare = lru_cache(maxsize=_WORDS_KEPT)(lambda word: bare_form(word, target.endings))
        self._look_up = lru_cache(maxsize=_WORDS_KEPT)(self._find_known)
        self._expect = lru_cache(maxsize=_WORDS_KEPT)(self._find_expected)
        self.keep(PAIRS_KEPT)

    def keep(self, pairs: int) -> None:
        """Remember the answers for no more than so many pairs."""
        self._find = lru_cache(maxsize=pairs)(lambda one, other: tuple(self._iter_uncovered(one, other)))

    def find(self, source: str, target: str) -> tuple[Uncovered, ...]:
        """Return the words of `source` that nothing in `target` renders, in order.

        Names, function words and short words are not looked at.
        """
        return self._find(source, target)

    def is_rendered(self, word: str, target: str) -> bool:
        """Tell whether an equivalent of a word, in small letters, stands in a target, however common the word is."""
        bare = set(map(self._bare, split_lowered(target)))
        return self._look_up(word).stands_in(bare)

    def has_equivalent(self, equivalent: str, target: str) -> bool:
        """Tell whether all words of an equivalent stand in a target, in whatever form."""
        bare = set(map(self._bare, split_lowered(target)))
        return bare.issuperset(map(self._bare, self._content(equivalent)))

    def _iter_uncovered(self, source: str, target: str) -> Iterator[Uncovered]:
        words = split_lowered(target)
        bare, stems = set(map(self._bare, words)), set(map(self._stem_there, words))
        for word in self._words(source):
            lowered = word.lower()
            weight, answers = self._expect(lowered)
            if weight <= 0:
                continue
            is_answered = not stems.isdisjoint(answers)
            if is_answered and weight < _SETTLED:
                continue
            known = self._look_up(lowered)
            if not known.equivalents or known.stands_in(bare):
                continue
            if self._bare(lowered) in bare and self._stem_there(lowered) in answers:  # one word in both languages
                continue
            yield Uncovered(word, known.equivalents, weight * (_ANSWERED if is_answered else 1.0))

    def _words(self, source: str) -> Iterator[str]:
        """Yield the words to look at; of a compound that the dictionary has not, its parts."""
        for match in _WORD.finditer(source):
            word = match[0]
            if match.start() and word[0].isupper():
                continue
            parts = [word] if "-" not in word or self._look_up(word.lower()).equivalents else word.split("-")
            for part in parts:
                if len(part) >= _SHORTEST and part.lower() not in self._functions:
                    yield part

    def _find_expected(self, word: str) -> tuple[float, frozenset[str]]:
        """Return the weight of a word, and the stems that human translations have for it."""
        weight = 1.0 - math.log(2 + self._dictionary.times_seen(word)) / math.log(_COMMON)
        return weight, self._answers.of(self._stem(word))

    def _find_known(self, word: str) -> _Known:
        entries = sorted((one.entry for one in self._dictionary.find(word)), key=lambda one: one.french[0].isupper())
        found = dict.fromkeys(one for entry in entries for one in entry.english)  # those of names come last
        if not found:  # of which a server meets any number
            return _UNKNOWN
        needed = [frozenset(map(self._bare, self._content(one))) for one in found]
        several = tuple(words for words in needed if len(words) != 1)
        return _Known(tuple(found), frozenset().union(*(words for words in needed if len(words) == 1)), several)

    def _content(self, equivalent: str) -> list[str]:
        """Return the words of an equivalent that must stand in the target: all where it has function words alone."""
        words = list(split_lowered(equivalent))
        return [word for word in words if word not in self._functions_there] or words


def bare_form(word: str, endings: tuple[str, ...]) -> str:
    """Return a word without accents and endings, so that its forms meet: *stopped*, *stops* and *stop*.

    :param endings: in the order in which they are tried; two of them are cut off at most.
    """
    bare = plain_form(word)
    for _ in range(2):
        ending = next((one for one in endings if bare.endswith(one) and len(bare) - len(one) >= _STEM), None)
        if ending is None:
            break
        bare = bare.removesuffix(ending)
    return bare[:-1] if len(bare) > _STEM and bare[-1] == bare[-2] else bare


def has_coverage(source: Language, target: Language) -> bool:
    """Tell whether there is a dictionary for two languages."""
    return find_dictionary(source.code, target.code) is not None and has_answers(source.code, target.code)


@cache
def find_coverage(source: Language, target: Language) -> Coverage | None:
    """Return what finds words without rendering; None where no dictionary ships for two languages."""
    dictionary, answers = find_dictionary(source.code, target.code), load_answers(source.code, target.code)
    return Coverage(dictionary, answers, source, target) if dictionary and answers else None
