"""Words are runs of letters; folded, they know no accents and no capitals."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.words import fold, has_letters, iter_words, split_lowered, split_words, straighten


@given(st.text())
def test_folding_is_done_at_once_and_knows_no_capitals(word: str) -> None:
    assert fold(fold(word)) == fold(word)
    assert fold(word.upper().lower()) == fold(fold(word.upper()))


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Nébouy", "nebouy"), ("ÖTZTAL", "otztal"), ("straße", "strasse"), ("don", "don"), ("ﬁn", "fin")],
)
def test_accents_and_capitals_make_no_other_word(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_apostrophes_are_plain_in_lists_and_the_rest_stays() -> None:
    assert straighten("L’Été d'« Île » ‘à’") == "L'Été d'« Île » ‘à'"


def test_small_figures_are_no_letters() -> None:
    assert split_words("note¹ 5 km² ½tasse CO₂ ①") == ["note", "km", "tasse", "CO"]


def test_words_are_runs_of_letters() -> None:
    assert [word[0] for word in iter_words("Isn’t it 12km, Mr_X?")] == ["Isn", "t", "it", "km", "Mr", "X"]


@given(st.text(st.characters(codec="ascii")))
def test_a_plain_text_has_the_words_that_it_has_within_another(text: str) -> None:
    assert split_words(text) == split_words(f"{text} é")[:-1]


@given(st.text())
def test_words_are_found_where_they_stand(text: str) -> None:
    assert [text[word.start() : word.end()] for word in iter_words(text)] == split_words(text)


def test_small_letters_make_no_other_words() -> None:
    assert split_lowered("L’ÉTÉ 2024, D'Artagnan") == ("l", "été", "d", "artagnan")


@given(st.text())
def test_a_text_has_letters_where_a_character_is_one(text: str) -> None:
    assert has_letters(text) is any(unicodedata.category(character).startswith("L") for character in text)
