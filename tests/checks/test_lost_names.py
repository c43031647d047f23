"""A name of the source stands in the target, or what the target language calls it."""

from __future__ import annotations

import pytest

from translate.checks.names import find_lost_names
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("Il vit à Oulan-Bator.", "He lives in Ulaanbaatar.", []),
        ("Diluez de l'eau de Javel.", "Dilute bleach.", []),
        ("Diluez l’eau de Javel de Kerjean.", "Dilute bleach.", ["Kerjean"]),
        ("Diluez de l'eau de Javel.", "Dilute water.", ["Javel"]),
        ("Il vit à Oulan-Bator.", "He lives in a town.", ["Oulan", "Bator"]),
        ("Hier, Kerjean est parti à Oulan-Bator.", "He left for Ulaanbaatar yesterday.", ["Kerjean"]),
        ("Hier, Kerjean a gagné.", "Kerjean won yesterday.", []),
        ("Au marché, dit Inès.", "In the market, say 'Add'.", ["Inès"]),  # which is like *In*
        ("Au marché, dit Inès.", "In the market, says Ines.", []),
        ("Une Lettone chante.", "A Latvian sings.", []),
        ("Une Nantaise chante.", "A woman from Nantes sings.", []),
        ("Une Lettone chante.", "A woman sings.", ["Lettone"]),
        ("Elle habite à Limoges.", "She lives in Lemons.", ["Limoges"]),
        ("Elle habite à Limoges.", "She lives in Limogge.", []),
    ],
)
def test_a_place_may_have_another_name_in_the_target(source: str, target: str, lost: list[str]) -> None:
    assert find_lost_names(source, target, FR, EN) == lost


@pytest.mark.parametrize(
    ("target", "lost"),
    [
        ("Written by White Long", ["Blanche"]),
        ("Written by Blanche Long", []),
        ("Written by Blanch Long", []),  # a letter of it
        ("Written by the editors", ["Long", "Blanche"]),
    ],
)
def test_a_first_name_that_is_a_word_stands_before_its_surname(target: str, lost: list[str]) -> None:
    assert find_lost_names("Rédigé par Blanche Long", target, FR, EN) == lost


def test_a_first_name_behind_a_determiner_is_a_word() -> None:
    assert find_lost_names("Un thé à la Violette Cassis", "A tea with violet Cassis", FR, EN) == []


def test_a_first_name_in_small_letters_is_not_lost() -> None:
    assert find_lost_names("a dit Alexis Long", "said alexis Long", FR, EN) == []
