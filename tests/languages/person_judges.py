"""What the fields of an example mean, for the rule files about persons and places: as in `judges`, a judge a kind."""

from __future__ import annotations

import regex

from tests.languages.judges import JUDGES, judges
from translate.care.base import Request
from translate.care.composing import compose
from translate.care.kept.addresses import write
from translate.care.names.persons import Persons
from translate.data import Passage
from translate.languages import Language, find_language
from translate.text.proper_names.addresses import AddressPart, Part
from translate.text.proper_names.places import find_contracted_places
from translate.text.proper_names.streets import NAME
from translate.text.proper_names.titles import Title

__all__ = ["JUDGES", "judges"]


@judges("titles")
def calls_persons(language: Language, kind: str, given: str, meaning: str) -> bool:
    """Tell whether the titles of a text and their names are these, or what a model is asked, or a title's forms."""
    titles = language.titles
    if titles is None:
        return False
    if kind == "written":
        return " / ".join(titles.written[Title(given)]) == meaning
    if kind == "asked":
        step = Persons(language, find_language("en"), lambda word: False)
        return compose(step.before(Request(Passage(given))), "X_#").text == meaning
    found = titles.iter_persons(given, in_full=kind == "full")
    return " | ".join(f"{one.title} {given[one.first : one.last]}" for one in found) == meaning


@judges("addresses")
def reads_or_writes_addresses(language: Language, given: str, said: str, written: str = "") -> bool:
    """Tell whether a text with its addresses in brackets, as English says them, is so; or how a part is written."""
    forms, other = language.addresses, find_language("en").addresses
    if forms is None or other is None:
        return False
    if written:
        return forms.write is not None and forms.write(AddressPart(Part(given), said)) == written
    for address in reversed(list(forms.find(given))):
        given = f"{given[: address.start]}[{write(address, other)}]{given[address.end :]}"
    return given == said


@judges("first_names")
def is_first_name(language: Language, word: str) -> bool:
    return word in language.names.first_names


@judges("surnames")
def is_surname(language: Language, kind: str, word: str) -> bool:
    names = language.names
    kinds = {
        "surname": names.surnames,
        "article": names.surnames_with_article,
        "particle": names.surnames_with_particle,
    }
    return word in kinds[kind]


@judges("places")
def is_place(language: Language, word: str) -> bool:
    """Tell whether a word is a place; or, behind a colon, what a place says apart from the preposition before it."""
    text, _, apart = word.partition(": ")
    if not apart:
        return word in language.names.places
    return apart in [f"{one.preposition} {one.name}" for one in find_contracted_places(text, language.names)]


@judges("communes")
def _commune(language: Language, name: str, kind: str) -> bool:
    rules = language.names
    return name in rules.communes and (name in rules.worded_communes) == (kind == "word too")


@judges("streets")
def finds_or_makes_streets(language: Language, given: str, said: str) -> bool:
    """Tell whether a text with its streets in brackets, asked and said, is so; or what was made of a kind."""
    forms = language.streets
    if forms.made:
        return regex.fullmatch(forms.made[said].replace(NAME, "Zola"), given) is not None
    for one in sorted(forms.find(given), key=lambda one: one.start, reverse=True):
        given = f"{given[: one.start]}[{one.asked}: {one.said}]{given[one.end :]}"
    return given == said


@judges("towns")
def says_in_a_town(language: Language, text: str, said: str) -> bool:
    within = language.towns.at.sub(language.towns.within, text)
    return language.towns.along.sub(language.towns.on, within) == said


@judges("composed_places")
def begins_with_place(language: Language, text: str, place: str) -> bool:
    found = regex.match(language.names.composed_places, text)
    return found is not None and found[0] == place


@judges("countries")
def is_country(language: Language, word: str) -> bool:
    return word in language.names.countries


@judges("departments")
def is_town_of(language: Language, text: str, town: str) -> bool:
    return regex.match(rf"{town}(?:{language.names.behind_town})", text) is not None


@judges("common_words")
def is_common(language: Language, word: str) -> bool:
    return word in language.common_words


@judges("references")
def is_made_of(language: Language, word: str, made: str) -> bool:
    return regex.match(f"(?:{language.made_of[word]})", f"{made} 7") is not None


@judges("given_names")
def has_given_name(language: Language, name: str, known: str) -> bool:
    """Tell whether a given name is this one in Latin; or whether that at the bar in a text is said otherwise, or is a
    saint's."""
    names = language.given_names
    before, _, behind = name.partition("|")
    if known == "saint":
        return behind.lower() in names.of_saints and regex.search(names.saints_before, before, regex.I) is not None
    if known != "renamed":
        return known in (names.keys.get(name), names.of_saints.get(name))
    first, _, rest = behind.partition(" ")
    is_said = regex.search(names.renamed_before, before, regex.I)
    is_renamed = is_said or regex.match(names.renamed_behind, f" {rest}", regex.I)
    return first.lower() in names.keys and is_renamed is not None
