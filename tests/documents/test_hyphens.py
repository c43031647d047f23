"""A hyphen at the end of a line goes where it only parted a word, and stays where it is the word's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.hyphens import Hyphens, is_hyphenated

PARTED = [
    ("La fu-", "mée monte", "La fumée monte"),
    ("Il a exa-", "miné", "Il a examiné"),
    ("L'in-", "connu", "L'inconnu"),
    ("les mal-", "heureux", "les malheureux"),
    ("long-", "temps", "longtemps"),
    ("sur-", "tout ici", "surtout ici"),
    ("des fe-", "nêtres", "des fenêtres"),
    ("Ils man-", "geaient", "Ils mangeaient"),
    ("Com-", "ment ?", "Comment ?"),
    ("la tech-", "nique-même", "la technique-même"),
    ("la brin-", "quezingue", "la brinquezingue"),
    ("Mar-", "seille", "Marseille"),
    ("un ani-", "mal", "un animal"),
    ("la ta-", "ble", "la table"),
    ("im-", "portant", "important"),
]
OWN = [
    ("Peut-", "être", "Peut-être"),
    ("Où est-", "il ?", "Où est-il ?"),
    ("Où sont-", "elles ?", "Où sont-elles ?"),
    ("A-t-", "elle fini", "A-t-elle fini"),
    ("Va-", "t-il venir", "Va-t-il venir"),
    ("dix-", "sept", "dix-sept"),
    ("quatre-vingt-", "deux", "quatre-vingt-deux"),
    ("vis-à-", "vis", "vis-à-vis"),
    ("vis-", "à-vis", "vis-à-vis"),
    ("un porte-", "monnaie", "un porte-monnaie"),
    ("sa grand-", "mère", "sa grand-mère"),
    ("celui-", "ci", "celui-ci"),
    ("moi-", "même", "moi-même"),
    ("après-", "midi", "après-midi"),
    ("Vas-", "y", "Vas-y"),
    ("dit-", "on", "dit-on"),
    ("est-", "elle", "est-elle"),
    ("Est-", "elle", "Est-elle"),
    ("néo-", "gothique", "néo-gothique"),
    ("Jean-", "Pierre", "Jean-Pierre"),
    ("un rouge-", "brun", "un rouge-brun"),
]
ENGLISH = [
    ("the know-", "ledge of", "the knowledge of"),
    ("a well-", "known man", "a well-known man"),
    ("in-", "formation", "information"),
    ("twenty-", "three", "twenty-three"),
]


@pytest.mark.parametrize(("text", "following", "whole"), [*PARTED, *OWN])
def test_the_words_of_the_language_decide(text: str, following: str, whole: str) -> None:
    assert Hyphens("fr").join(text, following) == whole


@pytest.mark.parametrize(("text", "following", "whole"), ENGLISH)
def test_without_a_dictionary_the_stems_of_a_lexicon_do(text: str, following: str, whole: str) -> None:
    assert Hyphens("en").join(text, following) == whole


def test_what_the_document_has_elsewhere_decides_on_unknown_words() -> None:
    lines = ["Le grand zarbiloup dort.", "Le petit zarbi-loup-garou dort."]
    assert Hyphens("", lines[:1]).join("un zarbi-", "loup") == "un zarbiloup"
    assert Hyphens("fr", ["Le vert-lune est pâle."]).join("un vert-", "lune") == "un vert-lune"
    assert Hyphens("fr", ["Le vertlune est pâle."]).join("un vert-", "lune") == "un vertlune"


@pytest.mark.parametrize(
    ("text", "following", "whole"),
    [
        ("fin", "de ligne", "fin de ligne"),
        ("Paris -", "Lyon", "Paris - Lyon"),
        ("de 10-", "12", "de 10- 12"),
        ("une vir\u00ad", "gule", "une virgule"),
        ("-", "un", "- un"),
    ],
)
def test_other_lines_are_joined_as_words(text: str, following: str, whole: str) -> None:
    assert Hyphens("fr").join(text, following) == whole


@given(st.text(), st.text(min_size=1))
def test_nothing_but_a_hyphen_is_lost(text: str, following: str) -> None:
    joined = Hyphens("fr", [text]).join(text, following)
    assert joined in (f"{text} {following}", f"{text}{following}", f"{text[:-1]}{following}")
    assert is_hyphenated(text, following) or text.endswith("\u00ad") or joined == f"{text} {following}"
