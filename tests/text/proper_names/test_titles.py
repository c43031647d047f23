"""Titles before names: persons come out of a text with the places of their titles and names."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.text.proper_names.titles import Title, TitleForms, behind_particle

FRENCH = find_language("fr").titles or TitleForms({})


def persons(text: str, *, in_full: bool = False) -> list[tuple[str, str, str]]:
    found = FRENCH.iter_persons(text, in_full=in_full)
    return [(one.title.value, text[one.start : one.end], text[one.first : one.last]) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("M. de La Tour et Mme d'Arcy", [("mr", "M.", "de La Tour"), ("mrs", "Mme", "d'Arcy")]),
        ("M.\u00a0J.-P. Martin", [("mr", "M.", "J.-P. Martin")]),
        ("M. D. a porté plainte", [("mr", "M.", "D.")]),
        ("M. le Maire, Mme la Ministre", []),
        ("MM. Roux, Blin et Caro partent", [("mr", "MM.", "Roux"), ("mr", "", "Blin"), ("mr", "", "Caro")]),
        ("le Dr Roux et le Pr Blin", [("doctor", "Dr", "Roux"), ("professor", "Pr", "Blin")]),
        ("Mes amis Roux", []),
        ("un.Dr Roux", []),
    ],
)
def test_a_title_stands_before_a_name(text: str, found: list[tuple[str, str, str]]) -> None:
    assert persons(text) == found


def test_of_two_titles_with_one_name_both_are_found() -> None:
    assert persons("Chers M. et Mme Roux") == [("mrs", "Mme", "Roux"), ("mr", "M.", "Roux")]


def test_titles_in_full_are_found_where_asked_for() -> None:
    assert persons("Madame Roux") == []
    assert persons("Madame Roux", in_full=True) == [("mrs", "Madame", "Roux")]


def test_a_language_without_titles_has_no_persons() -> None:
    assert list(TitleForms({}).iter_persons("M. Roux")) == []
    assert Title("mr") is Title.MR


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anne d'Arc et Jean-Marie\u00a0de la Tour.", [("Anne", "d'", "Arc"), ("Jean", "de la ", "Tour")]),
        ("L’épouse d’Ana de Oliveira dort.", [("Ana", "de ", "Oliveira")]),
        ("Luc de L'Isle-d'Or", [("Luc", "de ", "L'Isle-d'Or")]),
        ("la clé de la Porte, Anne de la porte, McAnne", []),
    ],
)
def test_a_particle_stands_between_a_first_name_and_a_surname(text: str, found: list[tuple[str, str, str]]) -> None:
    matches = behind_particle(FRENCH.particles).finditer(text)
    assert [match.group("first", "particle", "last") for match in matches] == found


def test_a_language_without_particles_has_no_surnames_behind_them() -> None:
    assert not behind_particle(TitleForms({}).particles).search("Anne d'Arc")
