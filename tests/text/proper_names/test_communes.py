"""Small towns whose names are words are found where they are written as names."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.text.proper_names.communes import find_communes, find_hidden_article, is_commune
from translate.text.proper_names.places import find_contracted_communes

RULES = find_language("fr").names
WORDS = frozenset({"Bonne", "Plaisir", "Port", "PORT", "PASSAGE", "Paris", "Couture", "Passage", "Herbiers"})


def is_word(name: str) -> bool:
    return name in WORDS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elle habite à La Grande-Motte depuis dix ans.", ["La Grande-Motte"]),
        ("La Grande-Motte est une petite ville.", ["La Grande-Motte"]),
        ("Entre La Réole et L’Isle-d’Espagnac", ["La Réole", "L’Isle-d’Espagnac"]),
        ("Le maire de Haute-Goulaine et celui de Parigné-l'Évêque", ["Haute-Goulaine", "Parigné-l'Évêque"]),
        ("Elle habite à Bonne.", []),
        ("À La PIERRE, il dit LA GRANDE-MOTTE", []),
        ("la place de Saint-Denis", []),  # a church's maybe
        ("Le Port est fermé.", []),
        ("Il est né à La Garde.", ["La Garde"]),
        ("La Couture pour Débutants", []),
        ("Elle vit à La Couture.", ["La Couture"]),
        ("la grande motte", []),
        ("La Grande-Motte-Nord", []),
        ("Le passage est fermé.", []),
    ],
)
def test_a_commune_is_found_by_its_words_and_their_capitals(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_communes(text, RULES, is_word)] == found


def test_a_language_without_communes_has_none() -> None:
    german = find_language("de").names
    assert not list(find_communes("La Grande-Motte", german, is_word))
    assert not list(find_contracted_communes("aux Herbiers", german, is_word))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il vit aux Herbiers.", [("aux", "Herbiers", "à", "Les Herbiers")]),
        ("Il pense aux Herbiers.", []),
        ("Du Ban-Saint-Martin à Metz", [("Du", "Ban-Saint-Martin", "De", "Le Ban-Saint-Martin")]),
        ("le directeur du Port", []),  # said of others too
        ("les fleurs des herbiers", []),
        ("la rue des Herbiers", []),  # a street is called so
    ],
)
def test_an_article_in_the_preposition_belongs_to_the_commune(text: str, found: list[tuple[str, ...]]) -> None:
    places = list(find_contracted_communes(text, RULES, is_word))
    assert [(text[p.start : p.end], text[p.first : p.last], p.preposition, p.name) for p in places] == found


def test_what_is_behind_a_hidden_article_has_a_capital_and_is_whole() -> None:
    for rest, found in (("Ulis", "Ulis"), ("ulis", ""), ("Ulis-Nord", "")):
        assert find_hidden_article(f"aux {rest}", (0, 4), "les", RULES, is_word) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peaugres", True),
        ("Plaisir", False),
        ("Maisons-Laffitte", True),
        ("Le Passage", False),
        ("LE PORT", False),
        ("Le Port", False),
        ("La Tessoualle", True),
        ("LA TESSOUALLE", True),
        ("Nullepart-sur-Rien", False),
    ],
)
def test_alone_it_is_a_name_unless_it_may_be_a_word(text: str, expected: bool) -> None:
    assert is_commune(text, RULES, is_word) == expected
