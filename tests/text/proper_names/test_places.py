"""Places of several words that mean something are found where they are written as names."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.text.proper_names.places import find_contracted_papers, find_contracted_places, find_worded_places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le Havre joue contre Le Mans.", ["Le Havre", "Le Mans"]),
        ("Dans les Deux-Sèvres et le Val-de-Marne", ["Deux-Sèvres", "Val-de-Marne"]),
        ("Les Deux-Sèvres et le Val-de-Marne", ["Val-de-Marne"]),  # a subject in the plural
        ("Le maire de L’Isle-Adam", ["L’Isle-Adam"]),
        ("Le havre de paix et la flèche du clocher", []),
        ("La flèche", []),
        ("hauts-de-seine", []),
        ("Val-de-Marnes", []),
    ],
)
def test_a_place_is_found_by_its_words_and_their_capitals(text: str, found: list[str]) -> None:
    names = find_language("fr").names
    assert [text[start:end] for start, end in find_worded_places(text, names)] == found


def test_a_language_without_such_places_has_none() -> None:
    assert not list(find_worded_places("Le Havre", find_language("de").names))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Il va au Mans, vient des Mureaux.",
            [("au", "Mans", "à", "Le Mans"), ("des", "Mureaux", "de", "Les Mureaux")],
        ),
        (
            "Au Havre, aux Sables-d’Olonne",
            [("Au", "Havre", "À", "Le Havre"), ("aux", "Sables-d’Olonne", "à", "Les Sables-d’Olonne")],
        ),
        ("un port, un havre ; au havre", []),
        ("la rue des Lilas", []),  # a street is called so
        ("au Rochelle", []),  # La Rochelle
    ],
)
def test_an_article_in_the_preposition_belongs_to_the_place(text: str, found: list[tuple[str, str, str, str]]) -> None:
    places = list(find_contracted_places(text, find_language("fr").names))
    assert [(text[p.start : p.end], text[p.first : p.last], p.preposition, p.name) for p in places] == found
    assert not list(find_contracted_places(text, find_language("de").names))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il l'a dit au Monde.", [("au", "Monde", "à", "Le Monde")]),
        ("Du Figaro, il ne reste rien.", [("Du", "Figaro", "De", "Le Figaro")]),
        ("la Coupe du Monde", []),
    ],
)
def test_an_article_in_the_preposition_belongs_to_the_newspaper(
    text: str, found: list[tuple[str, str, str, str]]
) -> None:
    french = find_language("fr")
    assert french.spans.contracted_papers is not None
    papers = list(find_contracted_papers(text, french.spans.contracted_papers, french.names))
    assert [(text[p.start : p.end], text[p.first : p.last], p.preposition, p.name) for p in papers] == found
