"""Surnames with an article are found behind what says that a name comes."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import find_language
from translate.text.proper_names.names import NameRules
from translate.text.proper_names.surnames import find_bound, find_particled, find_surnames, find_worded

FRENCH = find_language("fr")


def find(text: str) -> list[str]:
    def is_name(word: str) -> bool:
        return word in {"Ronan", "Maëlle"}

    return [text[start:end] for start, end in find_surnames(text, FRENCH.names, FRENCH.titles, is_name)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("M. Le Bihan est là.", ["Le Bihan"]),
        ("Ronan Le Bihan est là.", ["Le Bihan"]),
        ("Maëlle\u00a0La Rosa", ["La Rosa"]),
        ("R. Le Bihan", ["Le Bihan"]),
        ("La famille Le Bihan", ["Le Bihan"]),
        ("J.-R. Le Bihan", ["Le Bihan"]),
        ("LE BIHAN Claire", ["LE BIHAN"]),
        ("LE BIHAN Zorglube", []),  # in capitals a first name must be listed
        ("Hier Le Bihan est venu.", []),
        ("Le Bihan", []),
        ("Ronan le Bihan", []),
        ("Zorglub Le Bihan", []),
        ("Ronan Le B", []),
    ],
)
def test_a_surname_stands_behind_a_title_an_initial_or_a_first_name(text: str, names: list[str]) -> None:
    assert find(text) == names


def test_a_language_without_such_articles_has_no_such_surnames() -> None:
    assert list(find_surnames("M. Le Bihan", NameRules(), FRENCH.titles, lambda word: True)) == []


def test_without_titles_a_first_name_is_enough() -> None:
    text = "Ronan Le Bihan"
    assert list(find_surnames(text, FRENCH.names, None, lambda word: word == "Ronan")) == [(6, 14)]


@given(
    st.lists(st.sampled_from(["M.", "Ronan", "Le", "LE", "La", "Bihan", "BIHAN", "-", "’", "\ud800", "é"])).map(
        " ".join
    )
)
def test_surnames_lie_in_order_and_begin_with_an_article(text: str) -> None:
    spans = list(find_surnames(text, FRENCH.names, FRENCH.titles, lambda word: word == "Ronan"))
    assert spans == sorted(spans)
    assert all(text[start:end].lower().startswith(("le ", "la ")) for start, end in spans)
    assert all(end <= after for (_, end), (after, _) in pairwise(spans))


@pytest.mark.parametrize("bit", ["Le ", "LE B", "A.", "Aa-", "Le B", "M. Le "])
def test_a_long_text_is_searched_for_surnames_in_little_time(bit: str) -> None:
    started = process_time()
    text = bit * (20_000 // len(bit)) + " M. Le Bihan"
    assert find(text)[-1] == "Le Bihan"
    assert process_time() - started < 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anne de la Forêt est là.", ["de la Forêt"]),
        ("Hier, Anne-Marie du Pré a signé.", ["du Pré"]),
        ("Charles de la Tour d'Auvergne", ["de la Tour d'Auvergne"]),
        ("Mme Noël des Champs", ["des Champs"]),  # behind a title what is a surname too may be a first name
        ("Guillaume d’Ornano", ["d’Ornano"]),
        ("Claire de l'Espinay", ["de l'Espinay"]),
        ("Anne du Mans", []),  # a place
        ("Anne du Québec", []),
        ("Jeanne d'Arc", []),  # a person whom the dictionary has
        ("un cadeau de Noël du Parlement", []),
        ("le Manuel de l'Usager", []),
        ("Anne de Lyon", []),
        ("La carte du Pré", []),
        ("Anne-Sophie de La Tour", ["de La Tour"]),
        ("Yann L'Helgoualc'h", ["L'Helgoualc'h"]),
        ("Noël de l'UNICEF", []),
        ("Claire de la Comptabilité vous répondra.", []),  # who works there
        ("Marc du Service Client", []),
        ("Anne de l'Accueil", []),
        ("Claire de la Forêt-Noire", ["de la Forêt-Noire"]),
        ("Claire de l'Espinay-Service", []),
    ],
)
def test_a_surname_with_a_particle_stands_behind_a_first_name(text: str, names: list[str]) -> None:
    known = {"Jeanne d'Arc": "Joan of Arc", "le Québec": "Quebec"}
    found = find_particled(
        text,
        FRENCH.names,
        FRENCH.titles,
        lambda name: known.get(name, ""),
        lambda before, word: before.endswith("le "),
        lambda word: word not in ("Espinay", "Ornano", "Helgoualc'h"),
    )
    assert [text[start:end] for start, end in found] == names


def test_names_that_belong_together_by_their_marks_or_words_are_found_whole() -> None:
    text = (
        "Lefèvre (Anne-Sophie), Prix (Net), lycée Henri-IV, Louis XIV, Boulon-XI, M.-A. Rivière, 50 av. J.-C. Rome, "
        "chez Lefèvre et Fils, chez Le Goff et Fils, Boulanger (Anne)"
    )
    found = [
        text[start:end]
        for start, end in find_bound(text, FRENCH.names, MEANT.__contains__, "Rose".__eq__, "Virginie".__eq__)
    ]
    assert found == [
        "Lefèvre (Anne-Sophie)",
        "Henri-IV",
        "M.-A. Rivière",
        "Lefèvre et Fils",
        "Le Goff et Fils",
        "Boulanger (Anne)",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lefèvre et Cie", ["Lefèvre et Cie"]),
        ("Le cabinet Petit et Associés", ["Petit et Associés"]),
        ("Boulangerie Petit", ["Petit"]),
        ("La pharmacie Blanc est ouverte.", ["Blanc"]),
        ("Pharmacie Centrale", []),
        ("Librairie Martin", []),  # a model knows that it is one
        ("Menuiserie Petit Bois", []),
        ("Garage Petit", []),  # it may be a small one
        ("Petit, Anne, 12, rue des Lilas", ["Petit"]),
        ("FRANÇAIS Anne, 12 ans", ["FRANÇAIS"]),
        ("Petit, Rose, 12 ans", []),  # colours, or sizes
        ("Fromage, Anne, 12 ans", []),
        ("Hier, Petit, Anne, 12 ans", []),
        ("MOINE (Rose)", ["MOINE (Rose)"]),
        ("Moine (Rose)", []),
        ("FROMAGE (Anne)", ["FROMAGE (Anne)"]),
        ("FROMAGE (Rose)", []),
    ],
)
def test_owners_of_shops_and_persons_of_lists_have_surnames(text: str, names: list[str]) -> None:
    is_common = {"Petit", "Blanc", "Rose", "rose", "Moine"}.__contains__
    found = find_bound(
        text, FRENCH.names, {*MEANT, "MOINE", "FROMAGE", "Petit", "Moine"}.__contains__, is_common, "".__eq__
    )
    assert [text[start:end] for start, end in found] == names


MEANT = {"Fromage", "Pain", "Responsable", "Merci", "Câbles", "Père", "Boulangerie", "Rouge", "Boulanger", "Rivière"}


@pytest.mark.parametrize(
    "text",
    [
        "Fromage (Olive)",
        "Responsable (Marc)",
        "Rouge (Rose)",  # a surname that is a colour too, before what is one
        "l'anniversaire de Paul (Marie)",
        "P.-S. Merci de répondre.",
        "Bob Kowalski (Virginie)",  # a place
        "Câbles et Fils",
        "Père et Fils",
        "Boulangerie et Fils",
        "Lefèvre et fils",
        "Pain et Cie",
    ],
)
def test_words_that_mean_something_are_no_names_by_their_marks(text: str) -> None:
    assert list(find_bound(text, FRENCH.names, MEANT.__contains__, "Rose".__eq__, "Virginie".__eq__)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hier Jean Soleil est venu.", []),  # « Hier » may be a name before it
        ("Avec Jean Soleil, hier.", []),
        ("Il vient avec Jean Soleil.", ["Soleil"]),
        ("Jean Soleil est venu.", ["Soleil"]),
        ("Rose Soleil", []),  # a colour
        ("Noël Soleil", []),  # a feast
        ("Texte de Rose Soleil", ["Soleil"]),
        ("Il voit Jean Bart.", []),  # no word
        ("Il voit Jean Petit.", []),  # a surname, which others care for
        ("Il voit Charles Quint.", []),
        ("Il voit Jean Soleil Levant.", []),
        ("savon Olive Soleil", []),
        ("Il s'appelle Jean Soleil.", []),
        ("Il est Jean Soleil.", []),
        ("C'est Jean Soleil.", ["Soleil"]),
    ],
)
def test_a_surname_that_is_a_word_stands_behind_a_first_name(text: str, names: list[str]) -> None:
    known = {"Charles Quint": "Charles V"}
    words = {"Soleil", "Quint"}
    found = find_worded(
        text,
        FRENCH.names,
        lambda name: known.get(name, ""),
        lambda before, word: not before and word == "Rose",
        words.__contains__,
        "Olive".__eq__,
    )
    assert [text[start:end] for start, end in found] == names
