"""Surnames, first names and families that are words too are missed where a target translates them."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.checks.names import find_lost_names
from translate.checks.persons import (
    is_called,
    is_like_any,
    iter_families,
    iter_first_names,
    iter_particled,
    iter_surnames,
)
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mme Soleil est là.", ["Soleil"]),
        ("Cher Monsieur Charpentier,", ["Charpentier"]),
        ("Le docteur Église est là.", ["Église"]),
        ("M. Kerjean est là.", []),  # no word
        ("Madame Présidente, bonjour.", []),
        ("Maître Nageur Sauveteur", []),
        ("Docteur Vétérinaire", []),
        ("Le professeur Anne Kerjean de la Bourse", ["Anne", "Bourse"]),
        ("M. Le Bois-Petit", ["Bois", "Petit", "Bois-Petit"]),
        ("M. Saint-Martin", ["Saint", "Martin", "Saint-Martin"]),
        ("Anne Kerjean, née Église", ["Église"]),
        ("Elle est née Française.", []),
        ("La veuve Noire", []),
        ("Le colonel Vieux est là.", ["Vieux"]),
        ("L'adjudant Chef Kerjean", []),
        ("La Sté Petit recrute.", ["Petit"]),
        ("Le juge Printemps est là.", ["Printemps"]),
        ("Le maire Adjoint est là.", []),
        ("La famille Royale est là.", []),
        ("Monsieur Tout-le-monde est là.", []),
        ("Le maire, Claire Chambre, est là.", ["Chambre"]),
        ("Merci à Paul Bijou et Victoire Lapin : merci.", ["Bijou", "Lapin"]),
        ("Recette : Rose Ancienne", []),
        ("Parfum de Rose Ancienne", []),
        ("La Rose Ancienne", []),
    ],
)
def test_surnames_that_are_words_stand_where_only_persons_do(text: str, names: list[str]) -> None:
    assert [*dict.fromkeys(iter_surnames(text, FR, EN))] == names


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("Où est Aimé ?", "Where is loved?", ["Aimé"]),
        ("Où est Aimé ?", "Where is Aimé?", []),
        ("Le tsar Pierre le Grand règne.", "The tsar Peter the Great reigns.", []),  # who is called so
        ("Où est Pierre le matin ?", "Where is stone in the morning?", ["Pierre"]),
        ("Lettre de Claire à Jean", "Oyster bed jeans letter", ["Claire"]),
        ("Il pleut à Noël.", "It rains at Christmas.", []),
        ("La rue de la Victoire", "Victory street", []),
        ("Un tabac de Virginie", "A Virginian tobacco", []),
        ("Bravo à Victoire Lapin !", "Well done for the Victory Rabbit!", ["Victoire"]),
        ("Merci à Aimé El Amrani.", "Thanks to Friend El Amrani.", ["Aimé"]),
        ("Un thé à la Violette Cassis", "A tea with violet Cassis", []),
        ("Merci de prévenir Ousmane avant midi.", "Please notify Usmania before noon.", ["Ousmane"]),
        ("Baptiste joue au rugby.", "Spencer plays rugby.", ["Baptiste"]),
        ("Aude arrive demain.", "Ode arrives tomorrow.", ["Aude"]),
        ("Claire, 8 ans, aime lire.", "Clear, 8 years old, likes to read.", ["Claire"]),
        ("Claire, la nuit tombe.", "Clear, the night falls.", []),
        ("Marine marchande", "Merchant navy", []),
        ("Fidèle à ses principes, il refusa.", "Faithful to his principles, he refused.", []),
        ("Noël arrive.", "Christmas is coming.", []),  # a feast
        ("Noël est là.", "Here is Yule.", []),
        ("Max 10 personnes", "Up to 10 people", []),
    ],
)
def test_first_names_that_are_words_are_lost(source: str, target: str, names: list[str]) -> None:
    assert [*dict.fromkeys(iter_first_names(source, target, FR, EN))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Les Petit sont nos voisins.", ["Petit"]),
        ("La maison des Pommier est à vendre.", ["Pommier"]),
        ("Il parle aux Tonnelier.", ["Tonnelier"]),
        ("Les Rouge et Noir jouent.", []),
        ("Les Verts ont gagné.", []),
        ("Les Bleus ont gagné.", []),
        ("Les Petits Frères", []),
        ("Les Petit Bois", []),
        ("Les Quatre de Rennes", []),
        ("La Petit", []),
        ("Les Kerjean sont là.", []),  # no word
    ],
)
def test_families_have_no_plural(text: str, names: list[str]) -> None:
    assert list(iter_families(text, FR, EN)) == names


def test_a_name_behind_a_particle_is_a_surname() -> None:
    assert list(iter_particled("Anne de la Porte et la clé de la Porte", FR)) == ["Porte"]


def test_what_somebody_is_called_is_like_the_name() -> None:
    assert is_called("Poutine", "mr putin", FR, EN)
    assert not is_called("Soleil", "mrs sun", FR, EN)  # that is what the word means


def test_a_name_is_like_another_by_its_letters() -> None:
    assert is_like_any("plzen", ["prague", "pilsen"])
    assert not is_like_any("plzen", ["prague"])


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("M. Vert est là.", "Mr Greent is there.", ["Vert"]),
        ("M. Petit est là.", "Mr Small is there.", ["Petit"]),  # a dictionary has somebody called so
        ("M. Poutine est là.", "Mr Putin is there.", []),
        ("Les Pommier sont là.", "The apple trees are there.", ["Pommier"]),
        ("Les Pommier sont là.", "The Pommiers are there.", []),
        ("Photo : Loup Petit", "Photo: Petit Wolf", ["Loup"]),
    ],
)
def test_a_surname_is_lost_where_what_it_means_stands(source: str, target: str, lost: list[str]) -> None:
    assert find_lost_names(source, target, FR, EN) == lost


def test_the_dictionary_has_the_words_of_these_tests() -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    assert all(dictionary.find(word) for word in ("soleil", "église", "vieux", "pommier", "lapin"))
