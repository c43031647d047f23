"""Persons of history and places that another language calls otherwise: a text comes in, their names go out.

A model that has not met « Pline l'Ancien » writes half of it in each language. The name of the target it copies. Places
that it knows it leaves as they are now and then.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from translate.alignment.dictionary import NAME, Dictionary
from translate.care.measures import Find, Measure
from translate.care.replacing import Replacement
from translate.languages import Language
from translate.text.gated import gated
from translate.text.late import late
from translate.text.words import fold, straighten

_NAME = late(r"(?<![\p{L}’'-])(?:\p{Lu}\p{Ll}+ ){1,2}\p{Ll}{1,4}[ '’]\p{Lu}\p{Ll}+(?![\p{L}-])")
"""With a small word in it; others, « Jules César », a model knows or leaves as they are."""


_MORE = late(r" \p{Ll}{1,4}[ '’]\p{Lu}\p{Ll}+")
_LONE = late(r"(?<![\p{L}'’-])(?<!\p{Lu}[\p{L}.'’-]*[ -])\p{Lu}[\p{L}-]+(?![\p{L}-]|['’ -]\p{Lu})")
"""A name without another one beside it."""


def with_known_names(find: Find, dictionary: Dictionary | None, source: Language, target: Language) -> Find:
    """Return what yields the measures of a text, and its persons in words that a model copies."""
    if dictionary is None:
        return find
    return lambda text: [*find(text), *find_known_names(text, dictionary, source, target)]


def find_known_names(text: str, dictionary: Dictionary, source: Language, target: Language) -> Iterator[Measure]:
    """Yield the names of persons that have one of several words in the target language; they may overlap."""
    for match in _NAME.finditer(text, overlapped=True):
        name = straighten(match[0])
        said = [one for entry in dictionary.entries(name.lower()) if entry.part == NAME for one in entry.english]
        is_person = name.partition(" ")[0].lower() in source.names.first_names
        more = _MORE.match(text, match.end())
        if more and dictionary.entries((name + more[0]).lower()):
            continue  # a part of « République du Soudan du Sud »
        for one in said[:1]:
            if one != name and (is_person or not target.determiners.isdisjoint(one.split(" "))):
                yield Measure(*match.span(), one, one)


def find_left_places(
    source: str, target: str, dictionary: Dictionary | None, language: Language
) -> Iterator[Replacement]:
    """Yield edits of places that stand in a target as in its source, *Bâle*, and are called otherwise there.

    What may be a person or a word is none.

    :param language: of the source.
    """
    rules = language.names
    shared = dict.fromkeys(name for name in _LONE.findall(target) if name in source) if dictionary else ()
    for name in shared:
        entries = dictionary.entries(name.lower()) if dictionary else ()
        said = [one for entry in entries for one in entry.english]
        is_place = bool(said) and all(entry.part == NAME and entry.french == name for entry in entries)
        first = next(iter(entries), None)
        is_place |= first is not None and first.part == NAME and name.lower() in rules.countries  # not « japon »
        is_person = name.lower() in rules.first_names | rules.surnames | rules.places
        if is_place and not is_person and name not in said and said[0][0].isupper() and name in _LONE.findall(source):
            yield from ((*match.span(), said[0]) for match in _LONE.finditer(target) if match[0] == name)


def find_unelided(source: str, target: str, language: Language) -> Iterator[Replacement]:
    """Yield edits of small words that a model wrote out before a name, *Place de Orléans*, as the source has them.

    :param language: of the source.
    """
    straight = straighten(source)
    for match in _unelided(language.elided).finditer(target):
        if f"{match['small'][0]}'{match['name']}" in straight and match[0] not in straight:
            yield match.start(), match.start("name"), f"{match['small'][0]}'"


@cache
def _unelided(words: frozenset[str]) -> regex.Pattern[str]:
    small = "|".join(sorted(words)) or "(?!)"
    return gated(rf"(?<![\w'’-])(?P<small>{small}) (?P<name>\p{{Lu}}[\p{{L}}-]+)")


def find_at_towns(
    source: str, target: str, dictionary: Dictionary | None, language: Language, other: Language
) -> Iterator[Replacement]:
    """Yield edits of the preposition before a town of the source in which something is or happens: *works at Ghent*.

    :param language: of the source.
    :param other: of the target.
    """
    for match in other.towns.at.finditer(target) if "at " in target else ():
        if _is_in_town(match["town"], source, dictionary, language):
            yield *match.span(), other.towns.within


def _is_in_town(name: str, source: str, dictionary: Dictionary | None, language: Language) -> bool:
    """Tell whether a name of a target is a town behind a preposition of the source, there maybe called otherwise."""
    words = {preposition for _, preposition, _ in language.names.contracted} - language.joints.of
    for town in _LONE.finditer(source):
        before = source[: town.start()].lower().split()
        small = town[0].lower()
        entries = dictionary.entries(small) if dictionary else ()
        called = {one.english[0] for one in entries if one.part == NAME and one.french == town[0]}
        is_town = small in language.names.places or small in language.names.communes or bool(called)
        if before and before[-1] in words and is_town and fold(name) in map(fold, (town[0], *called)):
            return True
    return False
