"""Places that a model would read as words, or take for a namesake, are found, and those alone."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.names.kept_places import KeptPlaces
from translate.languages import find_language
from translate.text.proper_names.lone_names import NameSense

PLACES = KeptPlaces(find_language("fr"), find_dictionary("fr", "en"), None, "persons")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elle vit dans la Vienne.", ["Vienne"]),
        ("La Vienne est en crue.", ["Vienne"]),
        ("Elle vit à Vienne, en Autriche.", []),
        ("Elle vit à Vienne, en Isère.", ["Vienne", "Isère"]),
        ("Elle vit dans la Suisse d'hier.", []),
        ("Elle vit à La Grande-Motte.", ["La Grande-Motte"]),
        ("Elle vit dans le Val-de-Marne.", ["Val-de-Marne"]),
        ("Elle vit dans le Mâconnais.", ["Mâconnais"]),  # the land, and nobody who lives there
        ("Elle vit avec le Mâconnais.", []),
        ("Elle vit dans le Maroc d'hier.", []),
        ("Le préfet du Nord est là.", ["Nord"]),
        ("Le vent du Nord est là.", []),
    ],
)
def test_what_is_a_name_in_its_place_is_kept(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in PLACES.iter_places(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rennes l'emporte.", ["Rennes"]),
        ("« Tours reçoit Nice. »", ["Tours"]),
        ("Tours guidés", []),
        ("Tours en or", []),
        ("Hier, Tours s'incline.", []),
        ("Brest s'incline.", []),  # no word
        ("Mardi se passe bien.", []),  # no town
        ("Rennes - Lens : 2-0", ["Rennes"]),
        ("Le match Tours–Rennes", ["Tours", "Rennes"]),
        ("Rennes - Mardi", []),
    ],
)
def test_teams_are_towns_that_are_words(text: str, found: list[str]) -> None:
    words = {"Rennes", "Tours", "Mardi"}.__contains__
    sense = NameSense(lambda word: False, lambda word: False, words, is_listed=words)
    places = KeptPlaces(find_language("fr"), find_dictionary("fr", "en"), sense, "persons")
    assert [text[start:end] for start, end in places.iter_places(text)] == found


def test_without_a_dictionary_no_namesakes_are_known() -> None:
    places = KeptPlaces(find_language("fr"), None, None, "persons")
    assert not list(places.iter_places("Elle vit dans la Vienne."))
