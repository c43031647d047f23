"""Marks and conjunctions, and how many lie between two places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.alignment.marks import any_within, find_separators, separator

WORDS = ("a", "mais", "mia", "ou")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("un, deux; trois", [2, 8]),
        ("pain ou vin", [5]),
        ("ouvrir, mais oui", [6, 8]),
        ("il a dit « non »", [3]),
        ("", []),
    ],
)
def test_marks_and_words_are_found_where_they_begin(text: str, places: list[int]) -> None:
    assert [match.start() for match in separator(WORDS).finditer(text)] == places


@given(st.text(alphabet="aimous ,.—é2_", max_size=40))
def test_they_are_those_of_the_plain_expression(text: str) -> None:
    plain = re.compile(rf"[,;:()–—.!?…]|\b(?:{'|'.join(WORDS)})\b")
    expected = [match.span() for match in plain.finditer(text)]
    assert [match.span() for match in separator(WORDS).finditer(text)] == expected


def test_without_words_there_are_marks_alone() -> None:
    assert [match[0] for match in separator(()).finditer("a, b ou c.")] == [",", "."]


@given(st.lists(st.integers(0, 30)).map(sorted), st.integers(0, 30), st.integers(0, 30))
def test_places_lie_within_from_the_first_character_to_before_the_last(places: list[int], start: int, end: int) -> None:
    assert any_within(places, start, end) == any(start <= place < end for place in places)


def test_marks_are_told_from_conjunctions_and_those_within_a_sentence_from_its_end() -> None:
    found = find_separators(separator(WORDS), "pain, vin ou lait. Mais non (mais oui) !")
    assert found.places == [4, 10, 17, 28, 29, 37, 39]
    assert found.marks == [4, 17, 28, 37, 39]
    assert (found.within, found.conjunctions) == (3, 2)
