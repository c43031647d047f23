"""Postal addresses: two parts or more, with a figure in them."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.text.proper_names.addresses import AddressForms

FRENCH = find_language("fr").addresses or AddressForms()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il vit bât. C, esc. 4, 12 bd Zola, 29200 Brest.", ["bât. C, esc. 4, 12 bd Zola, 29200 Brest"]),
        ("Au 3 av. de la Gare, 2e ét., porte g.", ["3 av. de la Gare, 2e ét., porte g"]),
        ("14 rue Zola - 75014 Paris Cedex 14", ["14 rue Zola - 75014 Paris Cedex 14"]),
        ("Il habite 12 rue Zola depuis.", ["12 rue Zola"]),
        ("Le 3 mai, 12 personnes", []),
        ("Il tourne à gauche, à droite.", []),
        ("La porte A, la porte B", []),
        ("", []),
    ],
)
def test_an_address_is_found_whole(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in FRENCH.find(text)] == found


def test_a_language_that_writes_none_finds_none() -> None:
    assert list(AddressForms().find("12 rue Zola, 29200 Brest")) == []
