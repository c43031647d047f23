"""Texts that are nothing but names are told from headings and enumerations of words."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.text.proper_names.lone_names import NameSense, find_lone_names

FRENCH = find_language("fr").names
SENSE = NameSense(
    is_unknown=lambda word: word.title() in ("Ploumanac", "Kerven"),
    is_renamed=lambda word: word in ("Londres", "Royaume-Uni"),
    is_common=lambda word: word in ("Pierre", "Rose", "Boulanger"),
    is_noun=lambda word: word == "Téléski",
    is_thing=lambda word: word == "Zuage",
    is_listed=lambda word: word != "Césaire",
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tours", ["Tours"]),
        ("TOURS", ["TOURS"]),
        ("Ploumanac", ["Ploumanac"]),
        ("Téléski", []),
        ("PIERRE :", ["PIERRE"]),
        ("Pierre :", []),
        ("TARIF :", []),
        ("Rossignol Aimé", ["Rossignol Aimé"]),
        ("Ploumanac :", ["Ploumanac"]),
        ("Les Sables-d’Olonne", ["Les Sables-d’Olonne"]),
        ("Neuilly-sur-Marne", ["Neuilly-sur-Marne"]),
        ("Saint-Coin", ["Saint-Coin"]),
        ("Tours, Londres et Rennes", ["Tours", "Rennes"]),
        ("Petit, Boulanger, Rivière", ["Petit", "Boulanger", "Rivière"]),
        ("Paul Boucher / Anne Kerven", ["Paul Boucher", "Anne Kerven"]),
        ("Anne Le Bris", ["Anne Le Bris"]),
        ("Le Bris", ["Le Bris"]),
        ("KERVEN Paul", ["KERVEN Paul"]),
        ("J.-M. Le Goff", ["J.-M. Le Goff"]),
        ("Tours, le 3 mai 2024", ["Tours"]),
        ("Paul, Anne", ["Paul", "Anne"]),
        ("Cc : Paul Boucher <pb@exemple.fr>", ["Paul Boucher"]),
        ("Avis : Le Contexte <pb@exemple.fr>", []),
        ("Londres", []),
        ("Londres, le 3 mai 2024", []),
        ("Royaume-Uni", []),
        ("Boulanger", []),
        ("Moreau", ["Moreau"]),
        ("M. Boulanger", []),
        ("Rose", []),
        ("Le Contexte", []),
        ("Liberté, Égalité, Fraternité", []),
        ("Petit, Contexte", []),
        ("La Ploumanac", ["La Ploumanac"]),
        ("Le Paul Ploumanac", ["Le Paul Ploumanac"]),
        ("LE PAIEMENT SE FAIT VIA ZuPal OU PAR Kerven", []),
        ("petit", []),
        ("Les tours de Rennes", []),
        ("Garde-Fou", []),
        ("", []),
        ("Tours " * 50, []),
    ],
)
def test_names_alone_are_found(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in find_lone_names(text, FRENCH, SENSE)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Claire Zuage", ["Claire Zuage"]),
        ("Prudence Martin", ["Prudence Martin"]),
        ("Prudence Césaire", ["Prudence Césaire"]),
        ("Prudence Nationale", []),
        ("Claire Zuable", []),
        ("Zuage Zuage", []),
        ("Claire Zuage Zuage", []),
    ],
)
def test_a_first_name_and_a_noun_with_a_capital_are_a_person(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in find_lone_names(text, FRENCH, SENSE)] == names
