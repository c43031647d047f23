"""A term is found whatever its inflection, and no other word is taken for it."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.terms.inflections import Inflections
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Occurrence, Phrases, Terminology

FRENCH, ENGLISH = find_language("fr"), find_language("en")

FOUND = [
    ("panneau", "Les panneaux solaires", "panneaux"),
    ("vitrail", "Des vitraux anciens.", "vitraux"),
    ("bijou", "Ses bijoux volés.", "bijoux"),
    ("bleu", "Des pneus bleus.", "bleus"),
    ("œil", "Des yeux bleus.", "yeux"),
    ("cœur", "des coeurs", "coeurs"),
    ("gentilhomme", "Les gentilshommes", "gentilshommes"),
    ("chien de garde", "Trois chiens de garde aboient", "chiens de garde"),
    ("compte rendu", "Les comptes-rendus sont prêts.", "comptes-rendus"),
    ("appel d'offres", "Des appels d’offres ouverts", "appels d’offres"),
    ("arc-en-ciel", "Deux arcs-en-ciel.", "arcs-en-ciel"),
    ("main-d'œuvre", "La main d’œuvre manque", "main d’œuvre"),
    ("rendez-vous", "des rendez-vous", "rendez-vous"),
    ("eau", "L'eau coule.", "eau"),
    ("directeur", "La directrice parle.", "directrice"),
    ("public", "La voie publique.", "publique"),
    ("sec", "Une figue sèche.", "sèche"),
    ("vieux", "Une vieille dame", "vieille"),
    ("payer", "Nous paierons demain.", "paierons"),
    ("avoir", "Ils ont faim.", "ont"),
    ("aller", "Nous irons loin.", "irons"),
    ("jeter", "Il jette tout.", "jette"),
    ("recevoir", "Vous avez reçu un colis.", "reçu"),
    ("UE", "L’UE vote.", "UE"),
    ("Pomme", "des pommes", "pommes"),
    ("webhook", "Des webhooks sont là", "webhooks"),
    ("clé étrangère", "les clés étrangères", "clés étrangères"),
    ("C++", "Le C est vieux, le C++ aussi.", "C++"),
    ("R&D", "Service R&D fermé", "R&D"),
    ("PIB", "le pib", None),
    ("lit", "Il lira le livre.", None),
    ("marche", "Nous marchons vite.", None),
    ("pince", "Il a pincé la corde.", None),
    ("pêche", "Le péché originel.", None),
    ("tache", "Une tâche ardue.", None),
    ("côté", "La côte bretonne.", None),
    ("jardin", "Le jardinier jardine.", None),
    ("conseiller", "Le conseil donne.", None),
    ("conteneuriser", "La conteneurisation", None),
    ("ver", "les verres", None),
    ("sale", "la salle", None),
    ("Vannes", "une vanne", None),
    ("vannes", "une vanne", "vanne"),
    ("mis en cause", "les personnes mises en cause", "mises en cause"),
    ("étant", "il est là", None),
    ("prix fixe", "Le prix, fixe, ne bouge pas.", None),
    ("disque dur", "Ce disque", None),
]


@pytest.mark.parametrize(("term", "text", "found"), FOUND)
def test_a_term_is_found_as_its_word_only(term: str, text: str, found: str | None) -> None:
    terms = Terminology((Term(term, ("x",), TermKind.REQUIRED, 1),), FRENCH, ENGLISH)
    places = [text[one.start : one.end] for one in terms.find(text)]
    assert places == ([found] if found else [])


PLURAL = [
    ("cheval", "deux chevaux", True),
    ("œil", "les yeux", True),
    ("prix", "les prix", True),
    ("prix", "le prix", False),
    ("porte-parole", "Les porte-parole", True),
    ("données", "les données", False),
    ("envoyer", "nous enverrons", False),
]


@pytest.mark.parametrize(("term", "text", "is_plural"), PLURAL)
def test_a_term_is_in_the_plural_where_the_source_has_it_so(term: str, text: str, is_plural: bool) -> None:
    terms = Terminology((Term(term, ("x",), TermKind.REQUIRED, 1),), FRENCH, ENGLISH)
    assert [one.is_plural for one in terms.find(text)] == [is_plural]


def test_a_target_that_is_always_in_the_plural_gets_no_second_ending() -> None:
    term = Term("vacances", ("holidays",), TermKind.REQUIRED, 1)
    assert Terminology((term,), FRENCH, ENGLISH).target_of(Occurrence(term, 0, 8, is_plural=True)) == "holidays"


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("The children sleep", "child", "children"),
        ("They ran home", "run", "ran"),
        ("Two setting screws", "settings", "setting"),
        ("The organization", "organ", None),
        ("He sows oats", "sowing", None),
        ("Two heat pumps", "heat pump", "heat pumps"),
        ("The waters damaged it", "water damage", None),
        ("A countryside", "country", None),
    ],
)
def test_a_language_without_a_lexicon_has_its_rules(text: str, term: str, found: str | None) -> None:
    place = Phrases(ENGLISH).find(text, term)
    assert (text[slice(*place)] if place else None) == found


def test_a_language_that_nobody_knows_has_words_as_they_are() -> None:
    inflections = Inflections(find_language("xx"))
    assert inflections.are_one("Urbo", "urbo")
    assert not inflections.are_one("urboj", "urbo")
    assert not inflections.is_plural("urboj", "urbo")


def test_a_word_has_the_forms_of_all_that_it_may_be_a_form_of() -> None:
    forms = Inflections(FRENCH).forms_of
    assert forms("travaux") == {"travail", "travaux"}
    assert {"œil", "oeil", "yeux"} <= forms("œil") & forms("Yeux")
    assert {"porte", "portes", "porterons"} <= forms("portes")
    assert not forms("webhook")
    assert not Inflections(ENGLISH).forms_of("children")
