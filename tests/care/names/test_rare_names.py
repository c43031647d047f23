"""Names of places and peoples are found by the dictionary, where nothing says that they are a person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.alignment.dictionary import find_dictionary
from translate.care.base import Request
from translate.care.names.peoples import Peoples
from translate.care.names.rare_names import RareNames, whole_name
from translate.care.words.rare_words import WORD
from translate.data import Passage
from translate.languages import find_language

FR = find_language("fr")
DICTIONARY = find_dictionary("fr", "en")
assert DICTIONARY is not None
NAMES, PEOPLES = RareNames(DICTIONARY, FR), Peoples(DICTIONARY, FR)
WORDS = ["Alger", "mer", "Égée", "de", "la", "La", "Mecque", "Un", "les", "Gallois", "lac", "Côme", "L", "Jean", "vit"]


def find(text: str) -> list[tuple[int, str, str]]:
    """Return the names of a text with the numbers of the words at which they are found, and their equivalents."""
    request, words = Request(Passage(text), text=text), list(WORD.finditer(text))
    found = [
        (number, name)
        for number in range(len(words))
        for name in (NAMES.place_at(words, number, request), PEOPLES.people_at(words, number, request))
        if name
    ]
    return [(number, text[name.start : name.end], name.found[0].entry.english[0]) for number, name in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elle vit à Alger.", ("Alger", "Algiers")),
        ("Elle part pour la Mecque.", ("la Mecque", "Mecca")),
        ("La Terre de Feu est loin.", ("Terre de Feu", "Tierra del Fuego")),  # no « la Terre »
        ("Une Belgradoise est là.", ("Belgradoise", "inhabitant of Belgrade")),  # nothing is called so but persons
        ("Elle vit à Aix-la-Chapelle.", ("Aix-la-Chapelle", "Aachen")),
        ("Il nage dans le Tage.", ("Tage", "Tagus")),
        ("Il nage dans la mer Égée.", ("mer Égée", "Aegean Sea")),
        ("Il vit en Polynésie française.", ("Polynésie française", "French Polynesia")),
        ("Elle vit à Valence.", ("Valence", "Valence")),  # its first equivalent is itself
        ("Les Havrais sont là.", ("Havrais", "inhabitant of Le Havre")),
        ("Un Gallois est là.", ("Gallois", "Welshman")),
        ("Il va à Alger, Rome et Oran.", ("Alger", "Algiers")),
        ("Il va à Rome, Alger ou Oran.", ("Alger", "Algiers")),
        ("Ratisbonne est loin.", ("Ratisbonne", "Regensburg")),
        ("Le canton de Fribourg vote.", ("Fribourg", "Fribourg")),  # not of all of it: that says less
        ("Grenade est loin.", ("Grenade", "Granada")),  # a word, too, but no word without an article begins so
        ("Grenade dégoupillée.", None),
        ("Malines est belle.", ("Malines", "Mechelen")),
        ("Assise, elle lit.", None),
        ("Platon est là.", ("Platon", "Plato")),
        ("Les Danois sont là.", ("Danois", "Dane")),
        ("Ces Danois sont là.", ("Danois", "Dane")),
        ("Un Danois est là.", ("Danois", "Dane")),  # one of them is no *Danish*
        ("Une Suédoise est là.", ("Suédoise", "Swede")),
        ("Un Italien est là.", ("Italien", "Italian")),  # as the adjective
        ("Ce Danois est là.", None),
        ("Le vin est vendu en Corse.", ("Corse", "Corsica")),
        ("Il aime la Corse.", ("Corse", "Corsica")),
        ("Il vit en Floride.", ("Floride", "Florida")),  # « floride » is no people
        ("Il vit à la Dominique.", ("Dominique", "Dominica")),
        ("Il vit en Virginie.", ("Virginie", "Virginia")),
        ("Il parle à Virginie.", None),
        ("Les rives du Tigre.", ("Tigre", "Tigris")),
        ("Il vit à Sienne.", ("Sienne", "Siena")),  # frequent as another word
        ("Il court dans le massif de la Chartreuse.", ("massif de la Chartreuse", "Chartreuse massif")),
        ("Le vin est vendu dans les Écrins.", ("Écrins", "Écrins")),
        ("Malines doit voter.", ("Malines", "Mechelen")),
        ("Lac Majeur est écrit là.", ("Lac Majeur", "Lake Maggiore")),
        (
            "Le Royaume hachémite de Jordanie vote.",
            ("Royaume hachémite de Jordanie", "Hashemite Kingdom of Jordan"),
        ),
        ("Il parle à Dominique.", None),
        ("Le Gallois Martin est là.", None),
        ("Jean Alger est venu.", None),
        ("Il parle à Constance.", None),
        ("Il vit au Royaume-Uni.", None),
        ("Il vit à Aix-en-Provence.", ("Aix-en-Provence", "Aix-en-Provence")),
        ("Fontenay-sous-Bois recrute.", ("Fontenay-sous-Bois", "Fontenay-sous-Bois")),
        ("Le maire de Saint-Martin-d'Hères.", ("Saint-Martin-d'Hères", "Saint-Martin-d'Hères")),
        ("Il vit à Saint-Omer.", ("Saint-Omer", "Saint-Omer")),
        ("Il vit à Saint-Pétersbourg.", ("Saint-Pétersbourg", "Saint Petersburg")),
        ("Le Saint-Athanase est un lac.", None),  # which others call otherwise
        ("Il vit à Francfort-sur-Oder.", None),
        ("Ce bel Arc-en-Ciel.", None),
        ("Tout-le-Monde est là.", None),
        ("La terre est meuble.", None),
        ("Le maire de Saint-Brieuc vote.", ("Saint-Brieuc", "Saint-Brieuc")),
    ],
)
def test_a_place_or_a_people_has_its_name(text: str, name: tuple[str, str] | None) -> None:
    assert {one[1:] for one in find(text)} == ({name} if name else set())  # « le Tage », and « Tage » by itself


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.sampled_from([" ", "-", ", ", "'"]))
def test_no_name_is_found_but_near_a_capital_so_that_few_words_are_looked_at(some: list[str], mark: str) -> None:
    text = mark.join(some)
    for number, _, _ in find(text):
        near = list(WORD.finditer(text))[number : number + 4]
        assert not all(word[0][0].islower() for word in near)


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.sampled_from([" ", "-", ", ", "'"]))
def test_that_no_name_begins_so_is_known_by_the_dictionary(some: list[str], mark: str) -> None:
    text = mark.join(some)
    wide = RareNames(DICTIONARY, FR)
    wide._begins_name = lambda beginning: True
    request, words = Request(Passage(text), text=text), list(WORD.finditer(text))
    for number in range(len(words)):
        assert NAMES.place_at(words, number, request) == wide.place_at(words, number, request)


@pytest.mark.parametrize(
    ("text", "number", "most"),
    [
        ("La Terre de Feu est loin.", 1, 3),
        ("Il voit la maison de Jean.", 2, 2),
        ("Un Palois de Pau.", 1, 1),
        ("Pau", 0, 1),
    ],
)
def test_no_more_words_are_looked_up_than_names_begin_with(text: str, number: int, most: int) -> None:
    assert NAMES._most_words(list(WORD.finditer(text)), number, text) == most


@pytest.mark.parametrize(
    ("target", "word", "name", "whole"),
    [
        ("The mayor of St. Brieuc left.", "Brieuc", "Saint-Brieuc", "St. Brieuc"),
        ("The mayor of St.Brieuc left.", "Brieuc", "Saint-Brieuc", "St.Brieuc"),
        ("He lives in Saint Martin d'Hothers.", "Martin", "Saint-Martin-d'Hères", "Saint Martin d'Hothers"),
        ("He lives in Salon de Provence.", "Provence", "Salon-de-Provence", "Salon de Provence"),
        ("He left St. Paul in Aachen.", "Aachen", "Aix-les-Bains", "Aachen"),
        ("In London and Brieuc.", "Brieuc", "Saint-Brieuc", "Brieuc"),
    ],
)
def test_the_words_beside_a_place_that_are_of_the_name_go_with_it(
    target: str, word: str, name: str, whole: str
) -> None:
    place = (target.index(word), target.index(word) + len(word))
    assert target[slice(*whole_name(target, place, name, FR.names.saints))] == whole


@pytest.mark.parametrize(
    ("text", "number", "is_proper"),
    [
        ("Elle vit en Écosse.", 3, True),
        ("Elle écosse les pois.", 1, False),
        ("Elle aime la cuisine génoise.", 4, True),
        ("Elle aime la génoise.", 3, False),  # a cake
        ("Un citoyen écossais.", 2, True),
        ("Grenade en main.", 0, False),
    ],
)
def test_a_place_and_the_adjective_of_a_people_mean_nothing_else(text: str, number: int, is_proper: bool) -> None:
    request, words = Request(Passage(text), text=text), list(WORD.finditer(text))
    assert NAMES.is_proper(words, number, request) is is_proper
