"""Words that a dictionary renders others with."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.alignment.said import is_said
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")


@pytest.mark.parametrize("word", ["value", "revenue", "stencils", "range", "lease"])
def test_words_of_the_target_are_said_and_their_plurals(word: str) -> None:
    assert is_said(word, FR, EN)


@pytest.mark.parametrize("word", ["jointe", "volets", "complet", "coming back", "london", "sortie"])
def test_words_of_the_source_phrases_and_names_are_not(word: str) -> None:
    assert not is_said(word, FR, EN)


def test_without_a_dictionary_no_word_is_said() -> None:
    assert not is_said("value", EN, FR)


def test_a_part_of_an_equivalent_is_not_said() -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary
    assert dictionary.says("heads or tails")
    assert not dictionary.says("heads or")
    assert not dictionary.says("or tails")
