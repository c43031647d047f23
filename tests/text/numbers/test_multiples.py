"""How often, which part and in which place are read from the words and figures of a language."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.text.numbers.multiples import NO_MULTIPLES, counts_with, parts_in, ranks_in, tells_multiples, times_in
from translate.text.numbers.number_words import NO_NUMBER_WORDS
from translate.text.words import split_lowered

FRENCH, ENGLISH = find_language("fr"), find_language("en")


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("on 3 floors", 3, "3 floors"),
        ("Three floors are closed.", 3, "Three floors"),
        ("floor 3 houses the library", 3, ""),
        ("phase 3 trials", 3, ""),
        ("on 3 of them", 3, ""),
        ("on 13 floors", 3, ""),
        ("at 3 % interest", 3, ""),
        ("in chapter 3.", 3, ""),
    ],
)
def test_a_number_that_counts_stands_before_a_noun_and_behind_none(text: str, value: int, expected: str) -> None:
    assert counts_with(text, value, ENGLISH.number_words, ENGLISH.function_words) == expected


def test_times_are_read_in_words_and_in_figures() -> None:
    text = "Sonnez deux fois, puis 4 fois."
    assert times_in(text, split_lowered(text), FRENCH.multiples, FRENCH.number_words) == {2, 4}


def test_parts_have_the_word_that_says_them() -> None:
    assert parts_in(split_lowered("three quarters and a half"), ENGLISH.multiples) == {4: "quarters", 2: "half"}


def test_ranks_have_what_says_them() -> None:
    ranks = ranks_in("le 3e et le vingt et unième", FRENCH.multiples, FRENCH.number_words)
    assert ranks == {3: "3e", 21: "vingt unième"}


def test_a_language_without_such_words_says_nothing() -> None:
    assert not tells_multiples(["twice", "half"], NO_MULTIPLES)
    assert times_in("3 times", ["times"], NO_MULTIPLES, NO_NUMBER_WORDS) == set()
    assert ranks_in("3rd", NO_MULTIPLES, NO_NUMBER_WORDS) == {}
