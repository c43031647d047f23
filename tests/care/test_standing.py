"""Frequent words stand for rare ones on the way to the model, and on the way back the dictionary's for theirs."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Dictionary, Entry, Found
from translate.care.base import Request, Revision, Shielded
from translate.care.composing import Restored
from translate.care.repair import FIRST, Candidate, wants_stand_ins
from translate.care.standing import Standing, Wanted
from translate.data import Issue, Passage, Severity
from translate.engines.base import Draft, Links
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")


def wanted(dictionary: Dictionary, text: str, *words: str) -> list[Wanted]:
    made = []
    for word in words:
        found = (dictionary.find(word.lower()) or dictionary.phrase(word.lower().split()))[0]
        start = text.index(word)
        made.append(Wanted(start, start + len(word), found, found.entry.english[0], word))
    return made


@pytest.mark.parametrize(
    ("text", "words", "asked"),
    [
        ("Il cherche une enclume.", ["enclume"], "Il cherche une église."),
        ("Il cherche une bêche.", ["bêche"], "Il cherche une chaise."),
        ("Il a deux sécateurs.", ["sécateurs"], "Il a deux chapeaux."),
        ("Il cherche l'écrou.", ["écrou"], "Il cherche l'arbre."),
        ("Désherbez le jardin.", ["Désherbez"], "Trouvez le jardin."),
        ("Ils vernissent la table.", ["vernissent"], "Ils choisissent la table."),
        ("Un chapeau et un sécateur.", ["sécateur"], "Un chapeau et un couteau."),
        ("Enduisez la cloison.", ["Enduisez"], "Utilisez la cloison."),
        ("Ils moulent le café.", ["moulent"], "Ils trouvent le café."),
        ("Faites fondre le beurre.", ["Faites fondre"], "Trouvez le beurre."),
        ("Il faut laisser mijoter la soupe.", ["laisser mijoter"], "Il faut trouver la soupe."),
        ("Il cuit à feu doux.", ["à feu doux"], "Il cuit lentement."),
        ("Coupez le courant au tableau.", ["Coupez le courant"], "Travaillez au tableau."),  # it has its object
    ],
)
def test_a_frequent_word_stands_in_the_form_of_the_rare_one(
    dictionary: Dictionary, text: str, words: list[str], asked: str
) -> None:
    found = Standing(dictionary, FR, EN).ask(text, wanted(dictionary, text, *words))
    assert found is not None and found[0] == asked


def test_nothing_stands_for_too_many_words(dictionary: Dictionary) -> None:
    text = "Enclume, bêche, sécateur, écrou, râteau."
    words = wanted(dictionary, text, "bêche", "sécateur", "écrou", "râteau", "Enclume")
    assert Standing(dictionary, FR, EN).ask(text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "made", "right"),
    [
        ("Il cherche une enclume.", ["enclume"], "He is looking for a church.", "He is looking for an anvil."),
        ("Il a deux sécateurs.", ["sécateurs"], "He has two hats.", "He has two secateurs."),
        ("Il désherbait le jardin.", ["désherbait"], "He found the garden.", "He weeded the garden."),
        ("Désherbez avec une bêche.", ["Désherbez", "bêche"], "Find with a chair.", "Weed with a spade."),
        ("Il a deux sécateurs.", ["sécateurs"], "He has two.", None),
        ("Il a deux sécateurs.", ["sécateurs"], "He has a hat and hats.", None),
    ],
)
def test_the_equivalent_takes_the_place_of_the_translation(
    dictionary: Dictionary, text: str, words: list[str], made: str, right: str | None
) -> None:
    standing = Standing(dictionary, FR, EN)
    asked = standing.ask(text, wanted(dictionary, text, *words))
    assert asked is not None
    answer = standing.answer(asked[1], Draft(made, -0.5))
    assert (answer.text if answer else None) == right


def test_links_count_in_the_texts_that_come_out(dictionary: Dictionary) -> None:
    text = "Deux sécateurs ici."
    standing = Standing(dictionary, FR, EN)
    asked = standing.ask(text, wanted(dictionary, text, "sécateurs"))
    assert asked is not None and asked[0] == "Deux chapeaux ici."
    links = Links((0, 5, 14, 18), (0, 4, 9, 14), ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)))
    answer = standing.answer(asked[1], Draft("Two hats here.", -0.5, link=lambda whole=True: links))
    assert answer is not None and answer.link is not None
    assert answer.text == "Two secateurs here."
    moved = answer.link()
    assert moved is not None and moved.source == (0, 5, 15, 19) and moved.target == (0, 4, 14, 19)


@pytest.mark.parametrize(
    ("check", "words", "asks"),
    [("rare_words", 6, True), ("rare_words", 40, False), ("terms", 40, True), ("numbers", 6, False)],
)
def test_a_long_text_is_asked_again_for_terms_alone(check: str, words: int, asks: bool) -> None:
    text = " ".join(["bêche"] * words)
    draft = Draft("spade", -0.5)
    revision = Revision(Request(Passage(text), shielded=Shielded(text), text=text), draft, [], draft.text)
    issues = (Issue(check, Severity.WARNING, "", 1.0),)
    assert wants_stand_ins(Candidate(draft, Restored(draft.text, ()), issues, FIRST, revision)) is asks


@pytest.mark.parametrize(
    ("term", "said", "text", "asked"),
    [
        ("porte-fenêtre", "French window", "La porte-fenêtre ferme.", "La chaise ferme."),
        ("pack Sérénité", "Peace of Mind bundle", "Le pack Sérénité coûte 3 €.", "Le chapeau coûte 3 €."),
        ("danois", "Danish", "Il parle danois.", "Il parle italien."),
        ("espéranto", "Esperanto", "Il parle espéranto.", "Il parle italien."),
        ("Trésor public", "Public Treasury", "Le Trésor public paie.", "Le Italien paie."),  # a name
    ],
)
def test_only_a_people_or_a_name_is_asked_as_a_people(
    dictionary: Dictionary, term: str, said: str, text: str, asked: str
) -> None:
    part = "nf" if "fenêtre" in term else "nm"
    start = text.index(term)
    found = Found(Entry(term, part, (said,)), is_inflected=False)
    made = Standing(dictionary, FR, EN).ask(text, [Wanted(start, start + len(term), found, said, term)])
    assert made is not None and made[0] == asked


@pytest.mark.parametrize(
    ("text", "made", "right"),
    [
        ("État des lieux de sortie", "Exit Tree", "Exit inventory"),
        ("État des lieux de sortie", "Tree of exit", "Inventory of exit"),
        ("Signez l'État des lieux", "Sign the Tree", "Sign the Inventory"),  # whose source has its capital there
        ("L'état des lieux", "The tree", "The inventory"),
    ],
)
def test_a_capital_of_the_first_word_is_none_within_the_target(
    dictionary: Dictionary, text: str, made: str, right: str
) -> None:
    standing, start = Standing(dictionary, FR, EN), text.lower().index("état des lieux")
    found = Found(Entry("état des lieux", "nm", ("inventory",)), is_inflected=False)
    asked = standing.ask(text, [Wanted(start, start + 14, found, "inventory", text[start : start + 14])])
    assert asked is not None and asked[1][0].word == "arbre"
    draft = standing.answer(asked[1], Draft(made, -0.5))
    assert draft is not None and draft.text == right
