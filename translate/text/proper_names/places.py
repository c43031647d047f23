"""Places of several words, « Le Havre », and newspapers, « au Figaro »: a text comes in, where they stand goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.late import late
from translate.text.proper_names.communes import find_hidden_article
from translate.text.proper_names.names import NameRules
from translate.text.words import split_lowered, straighten

_PARTS = late(r"(?<![^\W_])\p{L}+")


def find_worded_places(text: str, rules: NameRules) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of the places of `rules` whose words mean something, written as names are."""
    if _telling(rules.worded_places).isdisjoint(split_lowered(text)):
        return
    for match in _pattern(rules.worded_places).finditer(text):
        parts = _PARTS.findall(match[0])
        before = text[: match.start()].strip()
        is_many = before.lower() in rules.plural_articles  # « Les Pays de la Loire attirent », a subject in the plural
        if parts[0][0].isupper() and parts[-1][0].isupper() and not is_many:
            yield match.span()


@dataclass(frozen=True, slots=True)
class ContractedPlace:
    """A place or a newspaper whose article stands in the word before it, « au Havre ».

    Characters [start, end) are that word, [first, last) the rest of the place; `preposition` and `name` are what the
    two say apart: « à », « Le Havre ».
    """

    start: int
    end: int
    first: int
    last: int
    preposition: str
    name: str


def find_contracted_places(text: str, rules: NameRules) -> Iterator[ContractedPlace]:
    """Yield the places of `rules` with an article that stands in the word before them, written as names are."""
    if not rules.contracted or _telling(rules.worded_places).isdisjoint(split_lowered(text)):
        return
    parts = {word: (preposition, article) for word, preposition, article in rules.contracted}
    for match in _contracted(tuple(parts), rules.worded_places, rules.streets).finditer(text):
        preposition, article = parts[match["word"].lower()]
        name = f"{article} {match['rest']}"
        if straighten(name.lower()) in rules.worded_places and match["rest"][0].isupper():
            yield _contraction(match, preposition, name)


def find_contracted_communes(text: str, rules: NameRules, is_word: Callable[[str], bool]) -> Iterator[ContractedPlace]:
    """Yield the communes of `rules` with an article that stands in the word before them, « aux Herbiers ».

    Those that :func:`find_contracted_places` finds are left out.

    :param is_word: tells whether a word with a capital has a meaning.
    """
    if not rules.communes:
        return
    parts = {word: (preposition, article) for word, preposition, article in rules.contracted}
    for match in _contractions(tuple(parts), rules.streets).finditer(text):
        preposition, article = parts[match["word"].lower()]
        rest = find_hidden_article(text, match.span(), article, rules, is_word)
        if rest and f"{article} {rest}".lower() not in rules.worded_places:
            in_case = preposition[0].upper() + preposition[1:] if match["word"][0].isupper() else preposition
            name, last = f"{article[0].upper()}{article[1:]} {rest}", match.end() + len(rest)
            yield ContractedPlace(*match.span("word"), match.end(), last, in_case, name)


def find_contracted_papers(text: str, papers: regex.Pattern[str], rules: NameRules) -> Iterator[ContractedPlace]:
    """Yield the newspapers whose article stands in the word before them."""
    parts = {word: (preposition, article) for word, preposition, article in rules.contracted}
    for match in papers.finditer(text):
        preposition, article = parts[match["word"].lower()]
        yield _contraction(match, preposition, f"{article} {match['rest']}")


def _contraction(match: regex.Match[str], preposition: str, name: str) -> ContractedPlace:
    in_case = preposition[0].upper() + preposition[1:] if match["word"][0].isupper() else preposition
    return ContractedPlace(*match.span("word"), *match.span("rest"), in_case, name[0].upper() + name[1:])


@cache
def _telling(places: frozenset[str]) -> frozenset[str]:
    """Return the longest word of each place: a text without any of them names none."""
    return frozenset(max(reversed(split_lowered(place)), key=len) for place in places)


@cache
def _contracted(words: tuple[str, ...], places: frozenset[str], streets: str) -> regex.Pattern[str]:
    rests = sorted({place.partition(" ")[2] for place in places} - {""}, key=len, reverse=True)
    names = "|".join(regex.escape(rest).replace("'", "['’]") for rest in rests)
    return compile_kept(rf"{_word(words, streets)} (?P<rest>{names})(?![\w-]| (?-i:\p{{Lu}}))", regex.I)


@cache
def _contractions(words: tuple[str, ...], streets: str) -> regex.Pattern[str]:
    return compile_kept(rf"{_word(words, streets)} (?=(?-i:\p{{Lu}}))", regex.I)


def _word(words: tuple[str, ...], streets: str) -> str:
    """Return a pattern of a word that holds an article, and is not in the name of a street."""
    return rf"(?<![\w-])(?<!(?<!\w)(?:{streets}) )(?P<word>{'|'.join(words)})"


@cache
def _pattern(places: frozenset[str]) -> regex.Pattern[str]:
    words = "|".join(regex.escape(place).replace("'", "['’]") for place in sorted(places, key=len, reverse=True))
    return compile_kept(rf"(?<![\w-])(?:{words})(?![\w-])", regex.I)
