"""A person's name stays in the field that asks for it; words of the dictionary stay where persons alone are meant."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.phrases.labels import Labels
from translate.care.phrases.name_fields import is_filled_name
from translate.languages import find_language


@pytest.fixture(scope="module")
def words() -> Labels:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    return Labels(dictionary, find_language("fr"), find_language("en"))


@pytest.mark.parametrize(
    ("label", "filled"),
    [
        ("Nom :", "Kowalski"),
        ("Nom :", "Lévêque"),  # the dictionary has it as a name only
        ("Nom :", "Lefèvre Roux-Kowalski"),
        ("Nom :", "Paul Petit"),
        ("Nom :", "O'Brien "),
        ("Nom :", "BOULANGER"),  # in capitals, as forms ask for surnames
        ("Prénom :", "Pierre"),
        ("PRÉNOM :", "PIERRE"),
        ("Nom de famille :", "Petit"),
        ("Nom de naissance :", "MARTEAU"),
        ("Nom et prénom :", "Marteau Pierre"),
        ("Nom et prénom :", "SOLEIL Pierre"),
        ("Nom d'épouse :", "Blanc"),
    ],
)
def test_a_name_stays_in_its_field(words: Labels, label: str, filled: str) -> None:
    assert is_filled_name(label, filled, words)


@pytest.mark.parametrize(
    ("label", "filled"),
    [
        ("Nom :", "Marteau"),
        ("Nom :", "Bureau"),
        ("Nom :", "Fichier"),
        ("Nom :", "Imprimantes"),
        ("Nom :", "Taille-haie"),
        ("Nom :", "Le Grand Hôtel"),
        ("Nom :", "Chaise Pliante"),
        ("Nom :", "Poulet Basquaise"),
        ("Nom :", "Marteau Kowalski"),  # of that maker
        ("Nom :", "Rose Olive"),
        ("Nom :", "Rouge"),
        ("Nom :", "MARTEAU"),
        ("NOM :", "ROUGE"),
        ("Nom :", "Prénom"),
        ("Prénom :", "Obligatoire"),
        ("Prénom :", "OBLIGATOIRE"),
        ("Nom de famille :", "Texte"),
        ("Nom de famille :", "Marteau"),
        ("Nom et prénom :", "Texte Libre"),
        ("Nom du fichier :", "Kowalski"),
        ("Titre :", "Kowalski"),
        ("Nom :", "nom inconnu"),
    ],
)
def test_a_word_in_the_field_of_a_name_is_translated(words: Labels, label: str, filled: str) -> None:
    assert not is_filled_name(label, filled, words)
