"""Streets within a sentence: where they stand, and which one is asked in their place."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.text.proper_names.streets import ANY, NO_STREETS

FRENCH = find_language("fr").streets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La rue de la Paix est belle.", [("rue de la Paix", "rue Pasteur", "Rue de la Paix")]),
        ("Il va à l’avenue Foch.", [("à l’avenue Foch", "à la rue Pasteur", "Avenue Foch")]),
        ("L'avenue Foch", [("L'avenue Foch", "La rue Pasteur", "Avenue Foch")]),
        ("le long du quai d'Orsay", [("du quai d'Orsay", "de la rue Pasteur", "Quai d'Orsay")]),
        ("Rue Foch, rue Zola", [("Rue Foch", "Rue Pasteur", "Rue Foch"), ("rue Zola", "rue Molière", "Rue Zola")]),
        ("L'angle de la rue Pasteur", [("rue Pasteur", "rue Molière", "Rue Pasteur")]),
        ("Le juge place Nicolas sous contrôle.", []),
        ("Quelle est la place de la Femme ?", []),
        ("La place Kossuth, à Budapest", []),
        ("La place Zola, à Lyon", [("place Zola", "rue Pasteur", "Place Zola")]),
        ("", []),
    ],
)
def test_a_street_is_found_and_asked_as_another(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(text[one.start : one.end], one.asked, one.said) for one in FRENCH.find(text)] == found


def test_the_name_of_the_street_that_is_asked_is_told() -> None:
    assert [one.name for one in FRENCH.find("Entre la rue Foch et le boulevard Zola")] == ["Pasteur", "Molière"]


def test_a_surname_behind_a_first_name_is_a_part_of_the_street_and_a_town_is_none() -> None:
    (first, second) = FRENCH.find("L'avenue Charles de Gaulle et la rue Foch de Lyon")
    assert (first.said, second.said) == ("Avenue Charles de Gaulle", "Rue Foch")


def test_no_more_streets_are_found_than_can_be_asked() -> None:
    assert len(list(FRENCH.find(", ".join(f"rue {name}" for name in ("Foch", "Zola", "Sand", "Hugo"))))) == 3
    assert list(FRENCH.find("rue Pasteur, rue Voltaire, rue Molière")) == []


def test_a_language_without_streets_finds_none() -> None:
    assert list(NO_STREETS.find("La rue de la Paix")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le lycée Henri-IV", [("Henri-IV", "Voltaire", "Henri-IV", ANY)]),
        ("Au parc de la Tête-d’Or", [("de la Tête-d’Or", "Voltaire", "Tête-d’Or", ANY)]),
        ("Il part de la gare de l'Est.", [("gare de l'Est", "gare Voltaire", "Gare de l'Est", "gare")]),
        ("Le lycée de Saint-Lô et l'hôpital de la Croix-Rouge", []),
    ],
)
def test_of_a_building_the_name_is_asked_otherwise_or_all_of_it(
    text: str, found: list[tuple[str, str, str, str]]
) -> None:
    assert [(text[one.start : one.end], one.asked, one.said, one.kind) for one in FRENCH.find(text)] == found


def test_streets_and_buildings_of_one_text_are_asked_by_different_names() -> None:
    found = FRENCH.find("Le lycée Henri-IV, la rue Foch et la gare du Nord")
    assert sorted(one.name for one in found) == ["Molière", "Pasteur", "Voltaire"]
