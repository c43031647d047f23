"""Labels are found with what stands around them, in the plural, and in capitals without accents."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Dictionary, find_dictionary
from translate.care.labels import Labels, many_of
from translate.languages import UNDETERMINED, find_language

FR, EN = find_language("fr"), find_language("en")


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    found = find_dictionary("fr", "en")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Hors ligne", "Offline"),
        ("hors ligne :", "offline:"),
        ("4) Chien méchant *", "4) Beware of the dog *"),
        ("DATE D'ECHEANCE", "Due date"),
        ("Bons de livraison", "Delivery notes"),
        ("Hors de ligne", None),
        ("Il est hors ligne", None),
    ],
)
def test_a_label_is_found_with_what_stands_around_it(dictionary: Dictionary, label: str, said: str | None) -> None:
    found = Labels(dictionary, FR, EN).translate(label)
    assert (found and found[0]) == said


def test_no_label_comes_twice_and_none_is_empty(dictionary: Dictionary) -> None:
    lowered = [label.lower() for label in dictionary.labels]
    assert len(set(lowered)) == len(lowered) > 3_000
    assert all(label.strip() == label and said.strip() == said and said for label, said in dictionary.labels.items())


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("inhabitant of Lyon", "inhabitants of Lyon"),
        ("delivery note", "delivery notes"),
        ("goods", "goods"),
        ("glass", "glasses"),
    ],
)
def test_the_noun_of_a_phrase_is_put_in_the_plural(one: str, many: str) -> None:
    assert many_of(one, EN) == many
    assert many_of(one, UNDETERMINED) == one
