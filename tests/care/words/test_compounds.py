"""Short texts without a verb are put together from the dictionary, and no text breaks what looks for rare words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.dictionary import Dictionary, find_dictionary
from translate.care.base import Request, Shielded
from translate.care.phrases.labels import Labels
from translate.care.standing import Standing, Wanted
from translate.care.words.compounds import Compounds
from translate.care.words.rare_words import RareWords
from translate.data import Passage
from translate.engines.base import Draft
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")
WORDS = (
    "le la une des enclume sécateurs râteau désherbez Alger Oulan-Bator carte mère grand livre moules frites bougie "
    "moteur de d' l' , . ( ) Montant : 12 TVA est"
).split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("rouge à lèvres", "lipstick"),
        ("serviette de bain", "bath towel"),
        ("huile moteur", "engine oil"),
        ("lit double", "double bed"),
        ("cave à vin", "wine cellar"),
        ("écran tactile", "touch screen"),
        ("lits doubles", "double beds"),
        ("nombre de râteaux", "number of rakes"),
        ("nombre de pots en terre cuite", "number of terracotta pots"),
        ("bouteille de vin rouge", "bottle of red wine"),
        ("lit double avec tiroir", "double bed with drawer"),
        ("bouteille de vin rouge sans étiquettes", "bottle of red wine without labels"),
        ("colis retourné", "returned parcel"),
        ("noix concassées", "crushed nuts"),
        ("colis égarés", "lost parcels"),
        ("noix non concassées", "nuts not crushed"),
        ("dents blanches", "white teeth"),
        ("ancien propriétaire", "former owner"),
        ("dernières maisons", "last houses"),
        ("bons plans", "good plans"),
        ("prochain", "neighbour"),
        ("travaux en cours", "works in progress"),
        ("réservations en ligne", "online reservations"),
        ("réparations en cours", "repairs in progress"),
        ("liste de réparations en cours", None),  # what stands behind it would be of the list
        ("réparation en cours d'année", None),
        ("le lit est double", None),
        ("séjour à Paris", None),  # a name
    ],
)
def test_nouns_and_what_belongs_to_them_are_turned_round(
    dictionary: Dictionary, source: str, right: str | None
) -> None:
    made = Compounds(dictionary, FR, EN).compose(source)
    assert (made.text if made else None) == right


def test_a_sentence_has_no_senses_of_labels(dictionary: Dictionary) -> None:
    compounds = Compounds(dictionary, FR, EN)
    made = [compounds.compose("avis annulé", is_sentence=is_sentence) for is_sentence in (False, True)]
    assert [one.text if one else None for one in made] == ["cancelled review", "cancelled notice"]


def test_a_unit_is_of_the_part_of_speech_that_it_was_read_as(dictionary: Dictionary) -> None:
    made = Compounds(dictionary, FR, EN).compose("lit double")
    assert made is not None
    assert [{found.entry.kind for found in unit.found} for unit in made.units] == [{"n"}, {"adj"}]


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_what_is_found_lies_in_the_text_in_order(text: str) -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    request = Request(Passage(text), shielded=Shielded(text), text=text)
    found = list(RareWords(dictionary, FR).find(request))
    assert all(0 <= one.start < one.end <= len(text) and one.found for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_what_stands_in_can_be_taken_out_again(text: str) -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    standing = Standing(dictionary, FR, EN)
    request = Request(Passage(text), shielded=Shielded(text), text=text)
    found = RareWords(dictionary, FR).find(request)
    wanted = [
        Wanted(one.start, one.end, one.found[0], one.found[0].entry.english[0], text[one.start : one.end])
        for one in found
    ]
    asked = standing.ask(text, wanted)
    if asked is None:
        return
    whole, stand_ins = asked
    for one in reversed(stand_ins):
        whole = whole[: one.first] + one.wanted.french + whole[one.last :]
    assert whole == text
    assert standing.answer(stand_ins, Draft("", 0.0)) is None


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_a_label_ends_within_both_texts(labels: Labels, text: str) -> None:
    made = labels.translate(text)
    assert made is None or (made[0] and made[1] <= len(text) and made[2] <= len(made[0]))
