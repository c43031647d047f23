"""Persons of history are asked by the name that the target language has for them."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.measures import Measure
from translate.care.names.known_names import (
    find_at_towns,
    find_known_names,
    find_left_places,
    find_unelided,
    with_known_names,
)
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")
DICTIONARY = find_dictionary("fr", "en")
assert DICTIONARY is not None


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Puis Pline l'Ancien mourut.", "Pline l'Ancien", "Pliny the Elder"),
        ("Puis Pline l’Ancien mourut.", "Pline l’Ancien", "Pliny the Elder"),
        ("Le tsar Pierre le Grand mourut.", "Pierre le Grand", "Peter the Great"),
        ("Il connaît Richard Cœur de Lion.", "Richard Cœur de Lion", "Richard the Lionheart"),
        ("Saint François d'Assise prie.", "François d'Assise", "Francis of Assisi"),
    ],
)
def test_a_person_gets_the_name_of_the_target(text: str, name: str, said: str) -> None:
    start = text.index(name)
    assert list(find_known_names(text, DICTIONARY, FR, EN)) == [Measure(start, start + len(name), said, said)]


@pytest.mark.parametrize(
    "text",
    [
        "Pierre Martin est là.",
        "Il vit en Côte d'Ivoire.",  # a place
        "Jean-Baptiste de La Salle est là.",  # is called so in both
        "Pierre le Grandiose est là.",
        "La République du Soudan du Sud vote.",  # no « République du Soudan »
        "Il est pierre le grand.",
    ],
)
def test_places_and_other_persons_are_left_to_others(text: str) -> None:
    assert not list(find_known_names(text, DICTIONARY, FR, EN))


def test_the_measures_of_a_text_are_found_as_before() -> None:
    measure = Measure(0, 1, "3", "3")
    find = with_known_names(lambda text: [measure], DICTIONARY, FR, EN)
    assert list(find("3")) == [measure]
    assert list(find("3 fois Pline l'Ancien")) == [measure, Measure(7, 21, "Pliny the Elder", "Pliny the Elder")]
    assert with_known_names(find, None, FR, EN) is find


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("Le maire de Bâle part.", "The mayor of Bâle leaves.", "The mayor of Basel leaves."),
        ("Bâle élit Bâle.", "Bâle elects Bâle.", "Basel elects Basel."),
        ("Le maire de Lyon part.", "The mayor of Lyon leaves.", None),  # is called so
        ("Le maire de Vence part.", "The mayor of Vence leaves.", None),
        ("Jean Bâle part.", "Jean Bâle leaves.", None),  # a surname
        ("Virginie part.", "Virginie leaves.", None),  # a first name
        ("Le prix Orange.", "The Orange prize.", None),  # a word
        ("Le maire part.", "The mayor of Bâle leaves.", None),
    ],
)
def test_a_place_that_was_left_gets_the_name_of_the_target(source: str, target: str, mended: str | None) -> None:
    made = target
    for start, end, name in sorted(find_left_places(source, target, DICTIONARY, FR), reverse=True):
        made = made[:start] + name + made[end:]
    assert made == (mended or target)


def test_without_a_dictionary_no_place_is_known() -> None:
    assert not list(find_left_places("Bâle", "Bâle", None, FR))


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("Il travaille à Bourges.", "He works at Bourges.", "He works in Bourges."),
        ("Elle enseigne à Gand.", "She teaches at Ghent.", "She teaches in Ghent."),
        ("Il vit à Angoulême.", "He lives at Angouleme.", "He lives in Angouleme."),
        ("Il arrive à Bourges.", "He arrives at Bourges.", None),
        ("Il rit de Bourges.", "He jokes at Bourges.", None),
        ("Il parle à Azenor.", "He talks at Azenor.", None),  # no town
        ("Il travaille à Bourges.", "He works at Nevers.", None),
    ],
)
def test_something_is_in_a_town(source: str, target: str, mended: str | None) -> None:
    made = target
    for start, end, word in find_at_towns(source, target, DICTIONARY, FR, EN):
        made = made[:start] + word + made[end:]
    assert made == (mended or target)


@pytest.mark.parametrize(
    ("source", "target", "edits"),
    [
        ("La place d'Orléans est fermée.", "The Place de Orléans is closed.", [(10, 13, "d'")]),
        ("Le quai de l’Horloge", "The quai de le Horloge", [(12, 15, "l'")]),
        ("La rue de Hanovre et d'Hanovre", "Rue de Hanovre", []),
        ("La place d'Armes", "The Place d'Armes", []),
        ("La place d'Orléans", "The square of Orléans", []),
    ],
)
def test_small_words_before_a_name_are_as_the_source_has_them(
    source: str, target: str, edits: list[tuple[int, int, str]]
) -> None:
    assert list(find_unelided(source, target, FR)) == edits
