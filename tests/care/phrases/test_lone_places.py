"""Places that are all of a text."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.phrases.labels import Labels, key_of
from translate.care.phrases.lone_places import LonePlaces
from translate.languages import find_language

FRENCH, ENGLISH = find_language("fr"), find_language("en")


@pytest.fixture(scope="module")
def labels() -> Labels:
    dictionary = find_dictionary("fr", "en")
    assert dictionary
    return Labels(dictionary, FRENCH, ENGLISH)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Pays-Bas", "Netherlands"),
        ("Pays-Bas :", "Netherlands:"),
        ("3. Pays-Bas", "3. Netherlands"),
        ("(Pays-Bas)", "(Netherlands)"),
        ("PAYS-BAS", "NETHERLANDS"),
        ("EGYPTE", "EGYPT"),  # without its accent
        ("Malawi", "Malawi"),  # alike in both languages
        ("Île Maurice", "Mauritius"),
        ("Mer Noire", "Black Sea"),  # small within a sentence
        ("Le Monaco", "Monaco"),  # its article stays behind
        ("L’Écosse", "Scotland"),
        ("LE BÉNIN", "BENIN"),
        ("Écosse", "Scotland"),  # « écosser » has a form of these letters
        ("Suisse", "Switzerland"),  # people and animals are called so too
        ("Iekaterinbourg", "Yekaterinburg"),
        ("République du Soudan du Sud", "Republic of South Sudan"),
    ],
)
def test_a_place_that_is_all_of_a_text_has_its_name(labels: Labels, text: str, said: str) -> None:
    found = labels.translate(text)
    assert found and found[0] == said


@pytest.mark.parametrize(
    "text",
    [
        "Le monaco",
        "Un Monaco",
        "La Grenade",
        "Canton",
        "Trente",
        "Bâtiment",
        "Constance",
        "pays-bas",
        "Milan.",
        "GRENADE",
        "Le village où je suis né en Chine",
    ],
)
def test_what_may_be_a_word_a_person_or_a_sentence_is_no_place(labels: Labels, text: str) -> None:
    found = labels.translate(text)
    assert found is None or found[0].lower() not in ("guangzhou", "trento", "konstanz", "granada", "china")
    assert LonePlaces(labels.dictionary, FRENCH).find(text, key_of(text)) is None or text == "Milan."


@pytest.mark.parametrize("text", ["Royaume-uni", "Expo", "saint empire"])
def test_a_name_that_a_source_writes_otherwise_or_that_is_said_small_is_none(labels: Labels, text: str) -> None:
    assert LonePlaces(labels.dictionary, FRENCH).find(text, key_of(text)) is None


def test_the_small_names_of_places_that_are_words_too_are_places_of_the_dictionary(labels: Labels) -> None:
    places, names = LonePlaces(labels.dictionary, FRENCH), FRENCH.names.worded_countries
    lost = {one for one in names if places.find(one.capitalize(), one) is places.find(one.title(), one) is None}
    assert lost == set()
