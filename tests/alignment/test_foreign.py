"""Which short texts are in another language than their document, and which only look so."""

from __future__ import annotations

import pytest

from translate.alignment.foreign import is_in_neither, is_in_target
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")


@pytest.mark.parametrize(
    "text",
    [
        "Perceuse à percussion 850 W",
        "Perceuse visseuse",
        "Ponceuse orbitale 240 W",
        "Visseuse plaquiste",
        "Paumelle dégondable",
        "Boulon poêlier",
        "Détendeur propane",
        "Télérupteur unipolaire",
        "Ragréage autolissant",
        "Prime an Visseuse",  # « an » is a word of Dutch, and of French
        "Créatinine : 85 µmol/L",
        "Glycémie : 5 mmol/L",
    ],
)
def test_trade_names_that_the_lexicon_lacks_are_of_the_source_language(text: str) -> None:
    assert not is_in_neither(text, FR, EN)
    assert not is_in_target(text, FR, EN)


@pytest.mark.parametrize(
    "text",
    [
        "Vietato fumare",
        "Gazpacho andaluz",  # the dictionary has the dish, under the same name in both languages
        "Semper fidelis",
        "Por favor, cierre la puerta",
        "Schöne Grüße aus Berlin",
        "Notausgang freihalten",
        "Tack så mycket",
        "Einigkeit und Recht und Freiheit",
        "Ich habe keine Zeit",
    ],
)
def test_texts_in_a_third_language_are_in_neither(text: str) -> None:
    assert is_in_neither(text, FR, EN)


def test_a_text_in_the_target_language_is_in_that() -> None:
    assert is_in_target("Please close the door when you leave", FR, EN)
    assert not is_in_target("Veuillez fermer la porte en partant", FR, EN)
