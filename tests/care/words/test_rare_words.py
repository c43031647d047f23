"""Rare words, fixed phrases, places and words of a sense that others tell are found where they stand."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Dictionary
from translate.care.base import Part, Request, Shielded
from translate.care.kept.protection import worded
from translate.care.measures import Measure
from translate.care.words.rare_words import RareWords, find_small_names, is_said
from translate.care.words.word_senses import key_of
from translate.data import Passage
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")


def find(dictionary: Dictionary, text: str) -> list[tuple[str, str]]:
    """Return what is found in a text, each with its best equivalent."""
    request = Request(Passage(text), shielded=Shielded(text), text=text)
    found = RareWords(dictionary, FR).find(request)
    return [(text[one.start : one.end], one.found[0].entry.english[0]) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il cherche une enclume.", [("enclume", "anvil")]),
        ("Il cherche des enclumes.", [("enclumes", "anvil")]),
        ("La carte mère est neuve.", [("carte mère", "motherboard")]),
        ("Les cartes mères sont neuves.", [("cartes mères", "motherboards")]),
        ("La carte, mère de tout.", []),
        ("Elle vit à Lyon.", [("Lyon", "Lyon")]),
        ("Le jardinier taille la haie.", [("taille", "prune")]),
        ("Elle est de petite taille.", []),
        ("Épluchez-les bien.", [("Épluchez", "peel")]),  # a pronoun behind an order is no part of it
        ("Le rendez-vous est pris.", []),
        ("Une vis et une queue-d'aronde.", [("queue-d'aronde", "dovetail")]),  # no order
        ("Un citoyen indonésien.", [("indonésien", "Indonesian")]),  # a model may take it for another people
        ("Un citoyen américain.", []),
        ("Un vers alexandrin.", [("alexandrin", "Alexandrian")]),
        ("Il a de la colle.", [("colle", "glue")]),  # no verb behind an article
        ("La fermière trait les vaches.", [("trait", "milk")]),
        ("Il voit les combles.", [("combles", "attic")]),  # no plural of « comble »
        ("Je n'arrivais pas à dormir.", []),  # a rare form of a verb that models know
        ("Arrivez à dormir.", [("Arrivez", "arrive")]),  # but for an order
        ("Je vomissais du sang.", [("vomissais", "vomit")]),
        ("Il est venu à plusieurs reprises.", []),  # a form of another verb than « repriser »
        ("Il va faire l'appel.", [("faire l'appel", "take the register")]),
        ("Il va faire l'appel ce matin.", [("faire l'appel", "take the register")]),
        ("Il va faire l'appel d'offres.", []),  # the noun has more behind
        ("Il va faire l'appel téléphonique.", []),
        ("Il a fait le nécessaire vite.", [("fait le nécessaire", "do what is necessary")]),  # an adverb
        ("Il a pris froid le dîner.", []),
    ],
)
def test_what_the_model_may_not_know_is_found(dictionary: Dictionary, text: str, found: list[tuple[str, str]]) -> None:
    assert [one for one in find(dictionary, text) if one[0] not in ("jardinier", "haie", "fermière")] == found


def test_a_name_is_said_to_the_letter_and_other_words_in_whatever_form(dictionary: Dictionary) -> None:
    text = "Elle vit à Lyon."
    request = Request(Passage(text), shielded=Shielded(text), text=text)
    (lyon,) = RareWords(dictionary, FR).find(request)
    assert is_said(lyon, "She lives in Lyon.", lambda said: False)
    assert not is_said(lyon, "She lives in Lyons.", lambda said: True)


def test_a_word_of_known_sense_is_said_where_the_phrase_around_it_is(dictionary: Dictionary) -> None:
    text = "Les frais de garde d'enfants augmentent."
    request = Request(Passage(text), shielded=Shielded(text), text=text)
    (care,) = RareWords(dictionary, FR).find(request)
    assert (text[care.start : care.end], care.phrase) == ("garde", ("child care",))
    assert is_said(care, "The costs of child care rise.", lambda said: said == "child care")
    assert not is_said(care, "The costs of watch rise.", lambda said: said == "watch")


def test_words_that_models_have_met_are_found_outside_of_what_is_taken(dictionary: Dictionary) -> None:
    text = "Le bailleur et la personne dorment."
    request = Request(Passage(text), shielded=Shielded(text), text=text)
    rare = RareWords(dictionary, FR)
    assert [text[one.start : one.end] for one in rare.find_met(request, [])] == ["bailleur", "dorment"]
    assert [text[one.start : one.end] for one in rare.find_met(request, [(3, 11)])] == ["dorment"]


def test_phrases_are_known_by_their_singular() -> None:
    assert [key_of(word, FR.plural_endings) for word in ("Cartes", "mères", "os", "eaux")] == [
        "carte",
        "mère",
        "os",
        "eau",
    ]


def test_each_sense_has_a_word_near_it_and_an_equivalent(dictionary: Dictionary) -> None:
    senses = [sense for some in dictionary.senses.values() for sense in some]
    assert len(senses) > 300
    assert all(all(sense.near) and all(sense.entry.english) and all(sense.begins) for sense in senses)
    assert {sense.entry.kind for sense in senses} == {"n", "v", "adj"}


def test_a_people_begins_with_a_capital(dictionary: Dictionary) -> None:
    text = "Elle aime la cuisine libérienne."
    request = Request(Passage(text), shielded=Shielded(text), text=text)
    found = list(RareWords(dictionary, FR).find(request))
    assert list(find_small_names(found, "She likes liberian cooking.")) == [(10, 18, "Liberian")]
    assert list(find_small_names(found, "She likes Liberian cooking.")) == []


def test_the_words_of_a_people_have_no_hyphen(dictionary: Dictionary) -> None:
    text = "Un plat saint-lucien."
    found = list(RareWords(dictionary, FR).find(Request(Passage(text), shielded=Shielded(text), text=text)))
    assert list(find_small_names(found, "A Saint-lucian dish.")) == [(2, 14, "Saint Lucian")]


def test_what_is_asked_in_other_words_tells_a_sense_too(dictionary: Dictionary) -> None:
    source, asked = "Fais cuire les pâtes", "Cook les pâtes"
    measure = Measure(0, 10, "Cook", "cook")
    parts = (Part(0, 10, 0, 4, worded(measure, 0, "measures", "")), Part(10, 20, 4, 14))
    request = Request(Passage(source), shielded=Shielded(asked, parts=parts), text=asked)
    found = list(RareWords(dictionary, FR).find(request))
    assert [(asked[one.start : one.end], one.found[0].entry.english[0]) for one in found] == [("pâtes", "pasta")]


def test_a_word_that_is_a_name_too_is_rare_where_it_is_small(dictionary: Dictionary) -> None:
    for text, rare in (("Elle a des anémones.", ["anémones"]), ("Avec Anémone.", [])):
        request = Request(Passage(text), shielded=Shielded(text), text=text)
        assert [text[one.start : one.end] for one in RareWords(dictionary, FR).find(request)] == rare


def test_a_people_is_said_where_its_place_is(dictionary: Dictionary) -> None:
    text = "Les Havrais sont là."
    request = Request(Passage(text), shielded=Shielded(text), text=text)
    (people,) = RareWords(dictionary, FR).find(request)
    assert is_said(people, "The people of Le Havre are here.", lambda said: False)
    assert not is_said(people, "The people are here.", lambda said: False)


def test_a_word_that_has_both_a_name_and_a_common_noun_keeps_its_small_letter(dictionary: Dictionary) -> None:
    for text, target, names in (
        ("Un panthéon est là.", "A pantheon is here.", []),
        ("Un pirate malgache.", "A malagasy pirate.", [(2, 10, "Malagasy")]),
    ):
        request = Request(Passage(text), shielded=Shielded(text), text=text)
        assert [*find_small_names(RareWords(dictionary, FR).find(request), target)] == names
