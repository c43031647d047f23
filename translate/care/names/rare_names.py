"""Names of places and peoples in a text: its words come in, what the dictionary calls them goes out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import NamedTuple

from translate.alignment.dictionary import NAME, Dictionary, Entry, Found
from translate.care.base import Request
from translate.care.casing import Case
from translate.languages import Language
from translate.text.late import late, late_plain
from translate.text.proper_names.names import ending_in
from translate.text.words import fold, straighten

_LONGEST_NAME = 9
"""Words of the longest name: « République populaire démocratique … »."""
_LIKENESS = 0.6
"""Least likeness (Ratcliff & Obershelp, 0 to 1) of a part of a name and what a model made of it."""
_PART = late_plain(r"[^\W\d_]+")
_PART_BEFORE, _PART_BEHIND = late_plain(r"([^\W\d_]+)(?:\.[ -]?|[ -])\Z"), late_plain(r"[ '’-]+([^\W\d_]+)")
_NAMES_KEPT = 1024
_KNOWN_NAME, _KNOWN_NAMES = 100, 1000
"""Times that a name of one word, or of several, was seen in training for it to need no help."""


class Rarity(NamedTuple):
    """A rare word or phrase at characters [start, end) of a source, and what it may be.

    `is_sure` where it is no rare one, but its neighbours tell which of its senses is meant. `phrase` is what the words
    around it are together: a target that says that says the word.
    """

    start: int
    end: int
    found: tuple[Found, ...]
    is_sure: bool = False
    phrase: tuple[str, ...] = ()


class RareNames:
    """Finds the names of a language that another has its own way."""

    def __init__(self, dictionary: Dictionary, source: Language) -> None:
        self._dictionary, self._source = dictionary, source
        self._places = lru_cache(maxsize=_NAMES_KEPT)(self._find_places)
        self._begins_name = lru_cache(maxsize=_NAMES_KEPT)(self._find_begins_name)
        self._openers = source.determiners - source.joints.of
        self._small = source.function_words | source.determiners
        self._composed = late(rf"(?:{source.names.composed_places})(?![\w-])")
        self._saint = late(r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)+(?![\w-])")
        self._article = late_plain("(?i:" + "|".join(map(re.escape, sorted(source.determiners))) + ")[ '’]")

    def place_at(self, words: Sequence[re.Match[str]], number: int, request: Request) -> Rarity | None:
        """Return the name of a place that begins with a word; with an article where that is no shorter: « la Terre de
        Feu » is no « la Terre »."""
        found = self._find_place(words, number, request)
        is_article = found is not None and words[number][0].lower() in self._source.determiners
        longer = self._find_place(words, number + 1, request) if is_article else None
        return longer if found and longer and longer.end > found.end else found

    def _find_place(self, words: Sequence[re.Match[str]], number: int, request: Request) -> Rarity | None:
        """Return the name that begins with a word, as the dictionary has it, if it is a place's and no person's.

        A name beside another may be a person's, and a given name stays.
        """
        text, rules = request.text, self._source.names
        word = words[number]
        if request.case is Case.PLAIN and "-" in word[0] and (end := self._end_of_composed(word, text)):
            name = text[word.start() : end]
            return Rarity(word.start(), end, (Found(Entry(name, NAME, (name,)), False),))
        is_article = word[0] in self._source.determiners and number + 1 < len(words)
        head = words[number + 1] if is_article else word
        is_small = head[0][0].islower()
        if request.case is not Case.PLAIN or head[0].isupper() or (is_small and not self._heads_name(words, number)):
            return None
        for last in range(number + self._most_words(words, number, text) - 1, number - 1, -1):
            name = text[word.start() : words[last].end()]
            is_begun = number == 0 and word[0].lower() in self._source.determiners  # « La terre est meuble. »
            if (is_begun and words[last][0].islower()) or (last == number and (is_article or is_small)):
                continue
            if not (found := self._places(name) or self._contracted(words, number, name)):
                continue
            is_one = last == number
            beside = [words[place][0] for place in _beside(words, number, last, text)]
            if is_one and self._is_people(words, number):
                return None
            if is_one and (
                (number == 0 and not self._is_name_alone(name) and not self._is_subject(words, number))
                or (name.lower() in rules.first_names and not self._is_determined(words, number))
                or name.lower() in rules.surnames
            ):
                return None
            is_beside = any(one[0].isupper() and one.lower() not in self._small for one in beside)
            start = words[last].end() - len(found[0].entry.french)
            return None if is_beside else Rarity(start, words[last].end(), found)
        return None

    def _most_words(self, words: Sequence[re.Match[str]], number: int, text: str) -> int:
        """Return how many words a name that begins with a word may have at most, by how names begin."""
        most = 1
        heads: tuple[str, ...] = ("",)
        while most < _LONGEST_NAME and number + most < len(words):
            beginning = text[words[number].start() : words[number + most].start()]
            if not any(self._begins_name(head + beginning) for head in heads):
                break
            most += 1
            heads = ("", *(f"{article} " for article in self._articles_before(words, number)))
        return most

    def _end_of_composed(self, word: re.Match[str], text: str) -> int | None:
        """Return the end of a place that a word with hyphens begins and that no language calls otherwise.

        What is called after a saint may be a church, a river or a feast; behind « à » it is a place.
        """
        rules = self._source.names
        first = word[0].partition("-")[0].lower()
        match = self._composed.match(text, word.start())
        if match is None and first in rules.saints and ending_in(rules.before_place).search(text[: word.start()]):
            match = self._saint.match(text, word.start())
        if match is None or first in self._small or self._dictionary.entries(straighten(match[0].lower())):
            return None
        own = next((one for one in self._dictionary.entries(first) if one.part == NAME), None)
        return match.end() if own is None or first in rules.places or first in own.english[0].lower() else None

    def _is_people(self, words: Sequence[re.Match[str]], number: int) -> bool:
        """Tell whether a name is a people's, « les Écossais », and not that of a place, « la Corse »."""
        name, before = words[number][0], words[max(number - 1, 0)][0].lower()
        if number == 0 or before not in self._openers or before in self._source.joints.articles:
            return False
        entries = self._dictionary.entries(name.lower())
        adjectives = (one for one in entries if one.kind == "adj" and one.french == name.lower())
        return any(one.english[0][0].isupper() for one in adjectives)

    def is_proper(self, words: Sequence[re.Match[str]], number: int, request: Request) -> bool:
        """Tell whether a word is a place or a people rather than what it means otherwise: « en Écosse »."""
        name = words[number][0]
        if not name[0].isupper():
            return self.is_people_behind(words, number)
        is_name = any(one.part == NAME and one.french == name for one in self._dictionary.entries(name.lower()))
        is_placed = number > 0 or self._is_subject(words, number)
        return is_placed and is_name and request.case is Case.PLAIN

    def _is_subject(self, words: Sequence[re.Match[str]], number: int) -> bool:
        """Tell whether a verb stands behind a word that nouns have an article before: « Grenade est »."""
        return number + 1 < len(words) and words[number + 1][0] in self._source.names.verbs_behind

    def is_people_behind(self, words: Sequence[re.Match[str]], number: int) -> bool:
        """Tell whether a small word is the adjective of a people behind its noun: « la cuisine génoise » is no cake."""
        small, before = words[number][0], words[number - 1][0].lower() if number else ""
        if not small.islower() or not before or before in self._openers or before in self._small:
            return False
        found = self._dictionary.find(small)
        return any(one.entry.kind == "adj" and one.entry.english[0][0].isupper() for one in found)

    def _is_determined(self, words: Sequence[re.Match[str]], number: int) -> bool:
        """Tell whether what given names never have stands before a word: « la Dominique », « en Virginie »."""
        before = words[number - 1][0].lower() if number else ""
        return before in self._openers or before in self._source.names.before_places_alone

    def _find_places(self, name: str) -> tuple[Found, ...]:
        """Return what the dictionary has for a name, but names that have it in them, and names that end it.

        Of « canton de Fribourg » *Fribourg* says no more than its words do.
        """
        if name.lower() in self._source.names.places:
            return (Found(Entry(name, NAME, (name,)), False),)
        entries = self._dictionary.entries(name.lower())
        is_name = all(entry.part == NAME for entry in entries) and name.lower() not in self._small
        if is_name and self._dictionary.times_seen(name.lower()) > (_KNOWN_NAME if name.isalpha() else _KNOWN_NAMES):
            return ()
        forms = (name, name[0].upper() + name[1:], name[0].lower() + name[1:] if " " in name else name)
        said = [one for entry in entries if entry.part == NAME and entry.french in forms for one in entry.english]
        if (match := self._article.match(name)) and any(one[0].islower() for one in said):
            name, said = name[match.end() :], [_without_article(one) for one in said]
        stays = said[:1] == [name]
        said = [one for one in dict.fromkeys(said) if name not in one.split(" ") and not name.endswith(f" {one}")]
        said = [name] if stays else said
        return (Found(Entry(name, NAME, tuple(said)), False),) if said else ()

    def _contracted(self, words: Sequence[re.Match[str]], number: int, name: str) -> tuple[Found, ...]:
        """Return what the dictionary has for a name with the article that the word before it holds: « du Tigre »."""
        articles = self._articles_before(words, number)
        return next(filter(None, (self._places(f"{article} {name}") for article in articles)), ())

    def _articles_before(self, words: Sequence[re.Match[str]], number: int) -> Iterator[str]:
        """Yield the articles that the word before another may hold: « le » of « du »."""
        before = words[number - 1][0].lower() if number else ""
        return (article for whole, _, article in self._source.names.contracted if whole == before)

    def _is_name_alone(self, name: str) -> bool:
        """Tell whether a word with a capital at the start of a sentence can be but a name: « Ratisbonne »."""
        return all(
            found.entry.kind == NAME and found.entry.french == name for found in self._dictionary.find(name.lower())
        )

    def _find_begins_name(self, beginning: str) -> bool:
        """Tell whether there are names that begin with words and the mark behind them: « mer » and a space."""
        small, places = beginning.lower(), self._sorted_places
        place = bisect_left(places, small)
        is_place = place < len(places) and places[place].startswith(small)
        return is_place or self._dictionary.has_beginning(small)

    @cached_property
    def _sorted_places(self) -> list[str]:
        return sorted(self._source.names.places)

    def _heads_name(self, words: Sequence[re.Match[str]], number: int) -> bool:
        """Tell whether a small word may begin a name: « mer Égée », « lac de Côme »."""
        if words[number][0] in self._small:
            return False
        behind = [word[0] for word in words[number + 1 : number + 4]]
        behind = behind[1:] if behind and behind[0] in self._source.joints.of else behind[:2]
        behind = behind[1:] if behind and behind[0] in self._source.joints.articles else behind
        return bool(behind) and behind[0][0].isupper()


def whole_name(target: str, place: tuple[int, int], name: str, saints: Iterable[str]) -> tuple[int, int]:
    """Return a place with the words beside it that are of the same name: *St. Brieuc* for « Saint-Brieuc ».

    :param saints: what may stand for the name of a saint's first word, in small letters.
    """
    parts = {fold(part) for part in _PART.findall(name)}
    parts |= set(saints) if not parts.isdisjoint(saints) else set()
    start, end = place
    while (before := _PART_BEFORE.search(target[:start])) and fold(before[1]) in parts:
        start = before.start(1)
    while (behind := _PART_BEHIND.match(target, end)) and any(_is_like(fold(behind[1]), part) for part in parts):
        end = behind.end()
    return start, end


def _is_like(one: str, part: str) -> bool:
    """Tell whether a word is one of a name, or what a model made of it: *Hothers* for « Hères »."""
    is_made = one[0] == part[0] and min(len(one), len(part)) > 1
    return one == part or (is_made and SequenceMatcher(None, one, part, autojunk=False).ratio() >= _LIKENESS)


def _beside(words: Sequence[re.Match[str]], first: int, last: int, text: str) -> Iterator[int]:
    """Yield the numbers of the words before and behind others; none where a mark is between, « Gand, Anvers »."""
    if first and "," not in text[words[first - 1].end() : words[first].start()]:
        yield first - 1
    if last + 1 < len(words) and "," not in text[words[last].end() : words[last + 1].start()]:
        yield last + 1


def _without_article(name: str) -> str:
    """Return *the Tigris* without its first word."""
    return name.partition(" ")[2] if name[0].islower() and " " in name else name
