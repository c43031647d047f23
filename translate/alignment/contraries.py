"""Words that a target has turned round: two texts come in, words of the source and their contraries there go out.

A language lists which of its words are each other's contraries. What a word of the source means the dictionary says. So
a word is turned round where the target has a contrary of one of its equivalents and neither an equivalent nor anything
else that human translations render it with, and where no other word of the source may mean that contrary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from translate.alignment.answers import Answers, load_answers
from translate.alignment.coverage import bare_form
from translate.alignment.dictionary import Dictionary, find_dictionary
from translate.alignment.words import stemmer
from translate.languages import Language
from translate.records import dataclass
from translate.text.usage.negations import denies
from translate.text.usage.opposites import DENYING, Turned
from translate.text.words import split_lowered

_JOINT = "_"
_BESIDE, _APART = 1, 5
"""Words from one of a phrase to the next: to the second one, *switch the oven off*, and to others."""
_FIRST = 3
"""Equivalents of an entry that are what it means; those behind them it may mean."""
_WORDS_KEPT, _WORDS_REMEMBERED = 1 << 11, 1 << 13
_HEAD = 3
"""Letters with which all forms of a word begin alike."""
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What follows the first word of a phrase, and what it means."""

    rest: tuple[str, ...]
    meaning: int


class _Meant(NamedTuple):
    """What a word surely means, and what it may mean, that too."""

    surely: frozenset[int]
    maybe: frozenset[int]


_NOTHING = _Meant(_NONE, _NONE)


class _Said(NamedTuple):
    """Words of a target, by their places, that mean one thing."""

    places: tuple[int, ...]
    meaning: int


class _Told(NamedTuple):
    """What a word means by itself, the phrases that it begins, and what both surely say."""

    meant: _Meant
    phrases: Sequence[_Phrase]
    said: frozenset[int]


class Contraries:
    """The contraries of a language; a meaning is a number, that of its contrary differs in the last bit.

    :param table: pairs, a line or more each: words, a semicolon and words that may mean it, a bar, and the other side.
    """

    def __init__(self, table: str, endings: tuple[str, ...]) -> None:
        self.bare = lru_cache(maxsize=_WORDS_KEPT)(lambda word: bare_form(word, endings))
        self.surely: dict[str, frozenset[int]] = {}
        self._bare: dict[str, _Meant] = {}
        self._whole: dict[str, _Meant] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        self._words: list[list[str]] = []
        for meaning, (sure, possible) in enumerate(_sides_of(table)):
            for word in sure:
                said = word.split(_JOINT)
                self.surely[" ".join(said)] = self.surely.get(" ".join(said), _NONE) | {meaning}
                if len(said) > 1:
                    self._phrases.setdefault(self.bare(said[0]), []).append(_Phrase(tuple(said[1:]), meaning))
                else:
                    self._add(word, meaning, is_sure=True)
            for word in possible:
                self._add(word, meaning, is_sure=False)
            self._words.append(" ".join((*sure, *possible)).replace(_JOINT, " ").split())
        self._heads = {word[:_HEAD] for word in (*self._bare, *self._phrases)}
        self._look_up = lru_cache(maxsize=_WORDS_KEPT)(self._find_meant)
        self._told = lru_cache(maxsize=_WORDS_REMEMBERED)(self._tell)

    def _add(self, word: str, meaning: int, *, is_sure: bool) -> None:
        for meanings, key in ((self._whole, word), (self._bare, self.bare(word))):
            surely, maybe = meanings.get(key, _NOTHING)
            meanings[key] = _Meant(surely | {meaning} if is_sure else surely, maybe | {meaning})

    def meant(self, word: str) -> _Meant:
        """Return what a word, in small letters, means."""
        return self._look_up(word) if word[:_HEAD] in self._heads else _NOTHING

    def _find_meant(self, word: str) -> _Meant:
        """Return what a word of a text means; the whole word counts before its stem, *employer* and *employee*."""
        return self._whole.get(word) or self._bare.get(self.bare(word), _NOTHING)

    def _tell(self, word: str) -> _Told | None:
        """Return what is told of a word; None where that is nothing."""
        if word[:_HEAD] not in self._heads:
            return None
        meant, phrases = self.meant(word), self._phrases.get(self.bare(word), ())
        told = _Told(meant, phrases, meant.surely.union(one.meaning for one in phrases))
        return told if told.said or meant.maybe else None

    def may_say(self, words: Sequence[str]) -> frozenset[int]:
        """Return all that words of a text, and phrases that they may begin, would surely mean."""
        tell = self._told
        return _NONE.union(*[told.said for word in words if (told := tell(word))])

    def may_mean(self, phrase: str) -> frozenset[int]:
        """Return what a word or phrase, in small letters, surely or maybe means."""
        return self.surely.get(phrase, _NONE) | self.meant(phrase).maybe

    def words_of(self, meaning: int) -> list[str]:
        """Return the words of what surely or maybe means something."""
        return self._words[meaning]

    @property
    def meanings(self) -> range:
        """All meanings."""
        return range(len(self._words))

    def find_said(self, words: Sequence[str]) -> list[_Said]:
        """Return what words of a text, in order, surely mean, and phrases, where no word may mean the contrary."""
        tell = self._told
        said: list[_Said] = []
        possible: set[int] = set()
        for place, word in enumerate(words):
            told = tell(word)
            if told is None:
                continue
            possible |= told.meant.maybe
            said += (_Said((place,), meaning) for meaning in told.meant.surely)
            for phrase in told.phrases:
                if places := _places_of(phrase.rest, words, place):
                    said.append(_Said(places, phrase.meaning))
        possible.update(one.meaning for one in said)
        return [one for one in said if one.meaning ^ 1 not in possible]


class TurnedWords:
    """Finds words that are turned round in pairs of texts of two languages."""

    def __init__(
        self, contraries: Contraries, dictionary: Dictionary, answers: Answers, own: Language, other: Language
    ):
        self._contraries, self._dictionary, self._answers = contraries, dictionary, answers
        self._own, self._functions_there = own, other.function_words
        self._other = other
        self._stem, self._stem_there = stemmer(own), stemmer(other)
        self._means = lru_cache(maxsize=_WORDS_KEPT)(self._find_meanings)
        self._turners = lru_cache(maxsize=_WORDS_REMEMBERED)(self._find_turners)

    def find(self, source: str, target: str) -> list[Turned]:
        """Return the words that are turned round; none where either text denies, or the source has a word for less."""
        there, turners = split_lowered(target), self._turners
        maybe = self._contraries.may_say(there)
        words = split_lowered(source) if maybe else []
        if all(maybe.isdisjoint(turners(word)) for word in words):
            return []
        here = [word for word in words if word not in self._own.function_words]
        expected = _NONE.union(*map(turners, here))
        said = (one for one in self._contraries.find_said(there) if one.meaning in expected)
        found = [turned for one in said if (turned := self._turned(one, here, there))]
        return [] if not found or self._is_denied(source, target) else list(dict.fromkeys(found))

    def _is_denied(self, source: str, target: str) -> bool:
        maybe = self._own.opposites.maybe
        if any(not DENYING.isdisjoint(maybe.get(word, ())) for word in split_lowered(source)):
            return True
        return denies(source, self._own.negations, target, self._other.denials)

    def _turned(self, said: _Said, here: Sequence[str], there: Sequence[str]) -> Turned | None:
        """Return the word that words of the target turn round, unless other words are what they render, or it."""
        contrary = said.meaning ^ 1
        stems = {self._stem_there(there[place]) for place in said.places}
        answers = [self._answers.of(self._stem(word)) for word in here]
        answering = (word for word, some in zip(here, answers, strict=True) if not stems.isdisjoint(some))
        if not all(contrary in self._means(word) for word in answering):
            return None  # as in most texts; that a word may be its own contrary, many a lexicon says
        likely = (word for word in here if said.meaning in self._turners(word))
        word = next((word for word in likely if contrary in self._means(word)), None)
        if word is None or any(said.meaning in self._may_mean(one) for one in here):
            return None
        rest = [one for place, one in enumerate(there) if place not in said.places]
        if not self._answers.of(self._stem(word)).isdisjoint(map(self._stem_there, rest)):
            return None
        bare = set(map(self._contraries.bare, rest))
        if any(self._needed(one) <= bare for one in self._equivalents(word)):
            return None
        return Turned(word, " ".join(there[place] for place in said.places))

    def _needed(self, equivalent: str) -> set[str]:
        words = split_lowered(equivalent)
        content = [word for word in words if word not in self._functions_there] or words
        return set(map(self._contraries.bare, content))

    def _equivalents(self, word: str) -> Iterator[str]:
        return (said for one in self._dictionary.find(word) for said in one.entry.english)

    def _find_meanings(self, word: str) -> frozenset[int]:
        """Return what a word of the source means by its first equivalents."""
        found = (one.entry for one in self._dictionary.find(word) if one.entry.french[0].islower())
        said = (one.lower() for entry in found for one in entry.english[:_FIRST])
        return _NONE.union(*(self._contraries.surely.get(one, _NONE) for one in said))

    def _may_mean(self, word: str) -> frozenset[int]:
        """Return what a word of the source may mean by any of its equivalents."""
        meant = (self._contraries.meant(one) for said in self._equivalents(word) for one in split_lowered(said))
        return self._means(word).union(*(one.maybe for one in meant))

    def _find_turners(self, word: str) -> frozenset[int]:
        """Return the meanings that are contraries of what translations render a word of the source with."""
        if word in self._own.function_words:
            return _NONE
        answers, by_stem = self._answers.of(self._stem(word)), self._turned_by_stem
        return _NONE.union(*(by_stem[one] for one in answers if one in by_stem))

    @cached_property
    def _turned_by_stem(self) -> dict[str, set[int]]:
        """Meanings by the stems of the words that mean their contrary."""
        found: dict[str, set[int]] = {}
        for meaning in self._contraries.meanings:
            for word in self._contraries.words_of(meaning ^ 1):
                found.setdefault(self._stem_there(word), set()).add(meaning)
        return found


def _sides_of(table: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the words of each meaning, those that surely say it and those that may, a contrary behind the other."""
    sides: list[str] = []
    for line in filter(None, table.splitlines()):
        if not line.startswith(" " * 6):
            sides.append("")
        sides[-1] += f" {line.strip()}"
    for pair in sides:
        for side in pair.split("|"):
            sure, _, possible = side.partition(";")
            yield sure.split(), possible.split()


def _places_of(rest: Iterable[str], words: Sequence[str], first: int) -> tuple[int, ...]:
    """Return where the words of a phrase stand that begins at a place; none where it does not."""
    places, reach = [first], _APART
    for word in rest:
        start = places[-1] + 1
        found = next((place for place in range(start, min(len(words), start + reach)) if words[place] == word), None)
        if found is None:
            return ()
        places.append(found)
        reach = _BESIDE
    return tuple(places)


@cache
def find_turned_words(own: Language, other: Language) -> TurnedWords | None:
    """Return what finds words that are turned round; None where a list, a dictionary or the answers are missing."""
    dictionary, answers = find_dictionary(own.code, other.code), load_answers(own.code, other.code)
    if not other.contraries or dictionary is None or answers is None:
        return None
    return TurnedWords(Contraries(other.contraries, other.endings), dictionary, answers, own, other)
