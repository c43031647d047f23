"""Number words are added up as far as they make one number."""

from __future__ import annotations

from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import find_language
from translate.text.numbers.number_words import (
    NO_NUMBER_WORDS,
    ends_with_number,
    may_spell_numbers,
    read_spelled_numbers,
    spelled_values,
    tells_numbers,
)
from translate.text.words import split_lowered

ENGLISH, FRENCH = find_language("en").number_words, find_language("fr").number_words


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", []),
        ("twenty-one", [21]),
        ("Two Hundred and Five", [205]),
        ("one thousand two hundred", [1200]),
        ("three million four hundred thousand and six", [3_400_006]),
        ("two, three", [2, 3]),
        ("ten twenty", [10, 20]),
        ("five six", [5, 6]),
        ("the twenty-first of them", [21]),
        ("half a million", [500_000]),
        ("two and a half", [Decimal("2.5")]),
        ("a thousand million", [1_000_000_000]),
        ("5 million", []),
    ],
)
def test_english_words_make_numbers(text: str, values: list[int | Decimal]) -> None:
    assert [number.value for number in read_spelled_numbers(text, ENGLISH)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("vingt et un", [21]),
        ("soixante-dix-sept", [77]),
        ("quatre-vingt-dix-neuf", [99]),
        ("quatre-vingts", [80]),
        ("deux cent cinquante mille", [250_000]),
        ("un million et demi", [1_500_000]),
        ("mille neuf cent quatre-vingt-quatre", [1984]),
        ("le troisième", [3]),
    ],
)
def test_french_words_make_numbers(text: str, values: list[int]) -> None:
    assert [number.value for number in read_spelled_numbers(text, FRENCH)] == values


def test_a_percentage_is_no_hundred() -> None:
    assert [number.value for number in read_spelled_numbers("dix pour cent", FRENCH)] == [10]


def test_a_year_in_two_halves_may_be_one_number() -> None:
    assert spelled_values("nineteen eighty-four", ENGLISH) >= {19, 84, 1984}


def test_an_ordinal_ends_a_number_and_says_so() -> None:
    first, second = read_spelled_numbers("the third two", ENGLISH)
    assert (first.is_ordinal, second.is_ordinal, first.text) == (True, False, "third")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("three", True),
        ("three million", True),
        ("three of", False),
        ("a million of", True),
        ("threes it", False),
        ("", False),
        ("one", False),
        ("three.", True),
    ],
)
def test_a_text_may_end_with_a_number(text: str, ends: bool) -> None:
    assert ends_with_number(text, ENGLISH) is ends


def test_one_alone_tells_no_number_that_counts() -> None:
    assert may_spell_numbers(["one"], ENGLISH)
    assert not tells_numbers(["one"], ENGLISH)
    assert tells_numbers(["two"], ENGLISH)
    assert tells_numbers(["third"], ENGLISH)
    assert not may_spell_numbers(["nobody"], ENGLISH)


@given(st.lists(st.sampled_from(["two", "hundred", "and", "million", "half", "a", "third", ",", "x", "-", "5", "é"])))
def test_words_without_rules_are_no_numbers_and_those_with_are_in_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    lowered = split_lowered(text)
    found = read_spelled_numbers(text, ENGLISH)
    assert all(set(number.words) <= set(lowered) for number in found)
    assert bool(found) <= may_spell_numbers(lowered, ENGLISH)
    assert read_spelled_numbers(text, NO_NUMBER_WORDS) == ()


@pytest.mark.parametrize("bit", ["two ", "two hundred ", "and ", "half a ", "million ", "two-"])
def test_many_number_words_are_read_in_linear_time(bit: str) -> None:
    started = process_time()
    read_spelled_numbers(bit * (60_000 // len(bit)), ENGLISH)
    assert process_time() - started < 3
