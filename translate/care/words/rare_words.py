"""Rare words, in phrases where they are in one: a request comes in, their places and what they may be go out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import pairwise

from translate.alignment.dictionary import ADJECTIVE, ADVERB, NAME, NOUN, VERB, Dictionary, Found
from translate.care.base import Request
from translate.care.casing import Case
from translate.care.names.peoples import Peoples
from translate.care.names.rare_names import RareNames, Rarity
from translate.care.replacing import Replacement
from translate.care.words.word_senses import ENDS, SHORTEST, WordSenses, key_of
from translate.languages import Language
from translate.text.late import late_plain
from translate.text.words import fold, split_words

WORD = late_plain(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ALIKE = 4
"""Letters with which such words begin alike."""
_LIKENESS = 0.6
"""Least likeness (Ratcliff & Obershelp, 0 to 1) of two words that are one word in two languages or spellings."""
_WORDS_KEPT = 1 << 13
_MET = 3000
"""Times that a word was seen in training from which models know it, whatever they write."""
_VERB_KNOWN = 500
"""Times that an infinitive was seen from which models know its rare forms too, « arrivais », but for orders."""
_PEOPLE_KNOWN = 400
"""Times that the adjective of a people was seen from which models take it for no other people."""
_ELIDED = ("'", "’")
_TIES = dict.fromkeys(map(ord, "- '’\u00a0"))  # between the words of a phrase
_SPACE, _HYPHEN = re.escape(" "), "-"
_LONGEST_PHRASE = 9
"""Words of the longest phrase, articles that lost their vowel among them."""


class RareWords:
    """Finds the rare words of a language."""

    def __init__(self, dictionary: Dictionary, source: Language) -> None:
        self._dictionary, self._source = dictionary, source
        self._senses = WordSenses(dictionary, source)
        self._names, self._peoples = RareNames(dictionary, source), Peoples(dictionary, source)
        self._is_unknown = lru_cache(maxsize=_WORDS_KEPT)(self._find_unknown)
        self._is_little_known = lru_cache(maxsize=_WORDS_KEPT)(self._find_little_known)
        self._key = lru_cache(maxsize=_WORDS_KEPT)(lambda word: key_of(word, source.plural_endings))
        self._small = source.function_words | source.determiners
        self._openers = source.determiners - source.joints.of
        self._pronouns = source.determiners | source.verb_leaders | source.function_words

    def find(self, request: Request) -> Iterator[Rarity]:
        """Yield the rare words of a request, in phrases where they are in one that the dictionary has."""
        text = request.text
        words = list(self._iter_words(text))
        phrases = {**dict(self._iter_senses(words, request)), **dict(self._iter_known(words, text))}
        end = 0
        is_odd = [not word[0][0].islower() for word in words]
        for number, word in enumerate(words):
            if word.start() < end:
                continue
            is_near_capital = True in is_odd[number : number + 4]
            rarity = self._names.place_at(words, number, request) if is_near_capital else None
            rarity = rarity or self._in_phrase(phrases.get(number), words, number, text)
            if rarity is None and is_odd[number]:
                rarity = self._peoples.people_at(words, number, request)
            is_rare = rarity is None and (self._is_unknown(word[0]) or self._is_little_known_people(words, number))
            if is_rare and self._is_rare(word, request):
                rarity = self._phrase_at(words, number, text) or _rarity(word, self._look_up_at(words, number))
            if rarity and rarity.start >= end:
                end = rarity.end
                yield rarity

    def _in_phrase(
        self, rarity: Rarity | None, words: Sequence[re.Match[str]], number: int, text: str
    ) -> Rarity | None:
        """Return a word whose sense its neighbours tell with what it is in a phrase: « garde d'enfants »."""
        phrase = self._phrase_at(words, number, text) if rarity and rarity.end == words[number].end() else None
        return rarity._replace(phrase=tuple(equivalents_of(phrase))) if rarity and phrase else rarity

    def _iter_words(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the words of a text, those without their pronouns that an order has behind it: « serrez-les »."""
        for word in WORD.finditer(text):
            head, _, tail = word[0].lower().rpartition("-") if "-" in word[0] else ("", "", "")
            is_order = tail in self._pronouns and bool(head) and text[word.end() : word.end() + 1] not in _ELIDED
            is_order = is_order and not self._dictionary.find(word[0].lower())
            short = WORD.match(text, word.start(), word.end() - len(tail) - 1) if is_order else None
            yield short or word

    def _look_up_at(self, words: Sequence[re.Match[str]], number: int) -> tuple[Found, ...]:
        """Return what the dictionary has for a word; as no verb where an article stands before it: « de la colle ».

        A noun that is many, « combles », is not the plural of another, « comble ».
        """
        found = self._dictionary.find(words[number][0].lower())
        if self._names.is_people_behind(words, number):
            return tuple(_as_people(one) for one in found if one.entry.english[0][0].isupper())  # « touristes lapons »
        if any(one.entry.kind == NOUN and not one.is_inflected for one in found):
            found = tuple(one for one in found if one.entry.kind != NOUN or not one.is_inflected)
        before = [word[0].lower() for word in words[max(number - 2, 0) : number]]
        is_determined = bool(before) and before[-1] in self._openers
        may_be_verb = not self._source.verb_leaders.isdisjoint(before[:-1])
        may_be_verb |= any(one.entry.kind == VERB and not one.is_inflected for one in found)
        others = tuple(one for one in found if one.entry.kind != VERB) if is_determined and not may_be_verb else ()
        if not others and self._has_subject_and_object(words, number):  # « le vétérinaire vermifuge le chiot »
            others = tuple(one for one in found if one.entry.kind == VERB)
        return others or found

    def _has_subject_and_object(self, words: Sequence[re.Match[str]], number: int) -> bool:
        """Tell whether a word stands between a noun, with its article, and another article: a verb does."""
        before, behind = (
            [word[0].lower() for word in words[max(number - 2, 0) : number]],
            words[number + 1 : number + 2],
        )
        is_noun = len(before) > 1 and before[0] in self._openers and before[1] not in self._small
        follows = bool(behind) and behind[0].start() - words[number].end() == 1
        return is_noun and follows and behind[0][0] in self._openers

    def is_fixed(self, french: str) -> bool:
        """Tell whether words are a phrase whose sense its words do not tell, nor what answers these."""
        return " " in french and " ".join(map(self._key, WORD.findall(french))) in self._dictionary.fixed_phrases

    def find_met(self, request: Request, taken: Sequence[tuple[int, int]]) -> Iterator[Rarity]:
        """Yield the words of a request, outside of places that are taken, that models have met but may not know."""
        for word in self._iter_words(request.text):
            small = word[0].lower()
            is_met = len(small) >= SHORTEST and word[0] == small and self._dictionary.times_seen(small) < _MET
            is_met &= small not in self._small and not any(s < word.end() and word.start() < e for s, e in taken)
            if is_met and (rarity := _rarity(word, self._dictionary.find(small))):
                yield rarity

    def _iter_senses(self, words: Sequence[re.Match[str]], request: Request) -> Iterator[tuple[int, Rarity]]:
        """Yield the words whose sense other words of the text tell, by their numbers."""
        source, parts = request.passage.text, request.shielded.parts
        rewritten = (source[part.start : part.end] for part in parts if part.piece and part.piece.measure)
        asked = [word for stretch in rewritten for word in split_words(stretch.lower())]
        is_sentence, small = request.text[-1:] in ENDS, [word[0].lower() for word in words]
        for number, found in self._senses.find(small, is_sentence=is_sentence, asked=asked):
            if not self._names.is_proper(words, number, request):
                yield number, Rarity(*words[number].span(), (found,), is_sure=True)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(phrase.partition(" ")[0] for phrase in self._dictionary.fixed_phrases)

    def _iter_known(self, words: Sequence[re.Match[str]], text: str) -> Iterator[tuple[int, Rarity]]:
        """Yield the phrases of a text whose sense their words do not tell, by the number of their first word."""
        known = self._dictionary.fixed_phrases
        keys = [self._key(word[0]) for word in words] if known else []
        heads = self._first_words
        for first in [number for number, key in enumerate(keys[:-1]) if key in heads]:
            for last in range(min(first + _LONGEST_PHRASE, len(keys)) - 1, first, -1):
                if " ".join(keys[first : last + 1]) in known and _are_beside(words[first : last + 1]):
                    rarity = self._look_up(words[first : last + 1], text)
                    if rarity and not self._has_more(rarity, words[last : last + 2]):
                        yield first, rarity
                        break

    def _has_more(self, rarity: Rarity, words: Sequence[re.Match[str]]) -> bool:
        """Tell whether the noun of a verb's phrase, the first word, has more behind: « faire l'appel d'offres »."""
        if rarity.found[0].entry.kind != VERB or len(words) < 2 or words[1].start() - words[0].end() != 1:
            return False
        behind = words[1][0].lower()
        kinds = set() if behind in self._small else {one.entry.kind for one in self._dictionary.find(behind)}
        return behind in self._source.joints.of or (ADJECTIVE in kinds and ADVERB not in kinds)

    def _find_unknown(self, word: str) -> bool:
        """Tell whether models have not met a word often, whatever stands around it."""
        small = word.lower()
        if len(small) < SHORTEST or self._dictionary.knows_well(small):
            return False
        found = () if small.endswith(self._source.stand_ins.orders) else self._dictionary.find(small)
        seen = [self._dictionary.times_seen(one.entry.french) if one.entry.kind == VERB else 0 for one in found]
        return min(seen, default=0) < _VERB_KNOWN

    def _find_little_known(self, word: str) -> bool:
        """Tell whether models have met a small word seldom enough to take it for another people than it is."""
        return word.islower() and self._dictionary.times_seen(word) < _PEOPLE_KNOWN

    def _is_little_known_people(self, words: Sequence[re.Match[str]], number: int) -> bool:
        """Tell whether a word is the adjective of a people that a model may take for another: « indonésien »."""
        return self._is_little_known(words[number][0]) and self._names.is_people_behind(words, number)

    def _is_rare(self, word: re.Match[str], request: Request) -> bool:
        """Tell whether a word that models have not met often is one of the language, and no name."""
        small = word[0].lower()
        if small in self._source.names.first_names and (word[0] != small or request.case is not Case.PLAIN):
            return False
        is_name = word[0] != small and request.case is Case.PLAIN and bool(request.text[: word.start()].strip('«“"( '))
        return not is_name and not any(mask.placeholder == word[0] for mask in request.shielded.masks)

    def _phrase_at(self, words: Sequence[re.Match[str]], number: int, text: str) -> Rarity | None:
        """Return the longest phrase of the dictionary that has the word of that number."""
        for length in range(_LONGEST_PHRASE, 1, -1):
            for first in range(max(0, number - length + 1), min(number, len(words) - length) + 1):
                if not self._small.isdisjoint((words[first][0], words[first + length - 1][0])):
                    continue
                if rarity := self._look_up(words[first : first + length], text):
                    return rarity
        return None

    def _look_up(self, words: Sequence[re.Match[str]], text: str) -> Rarity | None:
        """Return words beside each other as a phrase of the dictionary; None where it has none."""
        start, end = words[0].start(), words[-1].end()
        if not text[start:end].translate(_TIES).isalpha():
            return None
        some = [text[a.start() : a.end()].lower() for a in words]
        some = [one + "'" if text[a.end() : a.end() + 1] in _ELIDED else one
                for one, a in zip(some, words, strict=True)]  # fmt: skip
        found = self._dictionary.phrase(some)
        return Rarity(start, end, found) if found else None


def _are_beside(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether nothing but a space or a mark is between words: in « faites-les dorer » a pronoun is."""
    return all(other.start() - one.end() == 1 for one, other in pairwise(words))


def _as_people(found: Found) -> Found:
    """Return what is said of a people, *Alexandrian*, without what its words mean otherwise: *alexandrine*."""
    english = tuple(said for said in found.entry.english if said[0].isupper())
    return found._replace(entry=found.entry._replace(english=english))


def _rarity(word: re.Match[str], found: tuple[Found, ...]) -> Rarity | None:
    return Rarity(word.start(), word.end(), found) if found else None


def equivalents_of(rarity: Rarity) -> list[str]:
    return list(dict.fromkeys(said for found in rarity.found for said in found.entry.english))


def is_name(rarity: Rarity) -> bool:
    """Tell whether a rare word is a name alone."""
    return all(found.entry.part == NAME for found in rarity.found)


def is_person(rarity: Rarity) -> bool:
    """Tell whether a word is one person of a people, who has a name in one word: « un Danois »."""
    found = rarity.found[0]
    is_people = rarity.is_sure and found.entry.kind == NOUN and found.entry.french[0].isupper()
    return is_people and not found.is_inflected and " " not in found.entry.english[0]


def is_said(rarity: Rarity, target: str, stands: Callable[[str], bool]) -> bool:
    """Tell whether a target has an equivalent of a rare word; that of a name is there to the letter.

    A people of a place is there with the place: *the people of Vaud* for an *inhabitant of Vaud*.

    :param stands: tells whether the target has an equivalent, in whatever form.
    """
    if is_name(rarity):
        return any(left_at(said.lower(), target.lower(), ()) for said in equivalents_of(rarity))
    if rarity.found[0].entry.french[0].isupper():
        places = (said.partition(" ")[2] for said in equivalents_of(rarity) if said[0].islower())
        return any(map(stands, equivalents_of(rarity))) or any(place and f" {place}" in target for place in places)
    return any(map(stands, (*equivalents_of(rarity), *rarity.phrase)))


def left_at(name: str, target: str, taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return where a name was left as it is in the source."""
    if name not in target:
        return None
    found = (match.span() for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", target))
    return next((one for one in found if not any(first < one[1] and one[0] < last for first, last in taken)), None)


def parts_of(target: str) -> set[str]:
    words = {word.lower() for word in WORD.findall(target)}
    return words | {part for word in words if "-" in word for part in word.split("-")}


def is_alike(one: str, other: str, least: float = _LIKENESS) -> bool:
    """Tell whether two words are one word in two languages, or in two spellings."""
    one, other = fold(one).replace("-", ""), fold(other).replace("-", "")
    return one[:_ALIKE] == other[:_ALIKE] or SequenceMatcher(None, one, other, autojunk=False).ratio() >= least


def find_small_names(found: Iterable[Rarity], target: str) -> Iterator[Replacement]:
    """Yield edits that begin the equivalents with a capital that have one, « brésilien », where the target has none,
    and part their words, *Saint-lucian*."""
    said = {said for one in found for said in equivalents_of(one) if " " not in said or not is_name(one)}
    names = {one for one in said if one.istitle() and one.lower() not in said}
    for name in names.difference(WORD.findall(target)) if names else ():
        small = re.escape(name.lower())
        pattern = small if " " not in name else rf"(?i:{small.replace(_SPACE, _HYPHEN)})"
        is_there = name.lower() in target or " " in name
        for place in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", target) if is_there else ():
            yield *place.span(), name
