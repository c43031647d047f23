"""What the shape of an expression says is true of every match it has."""

from __future__ import annotations

from functools import reduce

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.segmentation.test_matcher import patterns
from translate.segmentation.candidates import class_of
from translate.segmentation.patterns import translate_pattern
from translate.segmentation.shapes import NOTHING, Characters, of_letters, one_of


def allows(characters: Characters, text: str, place: int) -> bool:
    if characters is None:
        return True
    return 0 <= place < len(text) and regex.match(class_of(characters), text[place], regex.VERSION1) is not None


@settings(max_examples=500, deadline=None)
@given(source=patterns, text=st.text("ab.! \n", max_size=12))
def test_the_characters_at_the_ends_of_a_match_are_among_those_told(source: str, text: str) -> None:
    pattern = translate_pattern(source)
    behind = regex.compile(f"(?<={pattern.text})", regex.VERSION1)
    ahead = regex.compile(f"(?={pattern.text})", regex.VERSION1)
    for place in range(len(text) + 1):
        if behind.match(text, place):
            assert allows(pattern.shape.last.nearest, text, place - 1)
            assert allows(pattern.shape.last.second, text, place - 2)
            assert all(character in text for character in pattern.shape.needed)
        if ahead.match(text, place):
            assert allows(pattern.shape.first.nearest, text, place)
            assert allows(pattern.shape.first.second, text, place + 1)


@pytest.mark.parametrize(
    ("source", "needed"),
    [("«[^«]*»", "«»"), ("a|ab", "a"), ("a?b", "b"), ("(?!a)b", "b"), ("(?<=«.{0,9})b", "«b"), ("[a]", ""), ("", "")],
)
def test_the_characters_that_every_match_needs(source: str, needed: str) -> None:
    assert translate_pattern(source).shape.needed == frozenset(needed)


@pytest.mark.parametrize(
    ("source", "ways"),
    [("abc", 1), ("a|b", 2), ("(?:a|b){2}", 4), ("a{0,3}", 4), ("a{2,3}+", 1), ("(?>a|b)", 1), ("(?:a*)*", 10**12)],
)
def test_in_how_many_ways_an_expression_can_match(source: str, ways: int) -> None:
    assert translate_pattern(source).shape.ways == ways


def test_a_repetition_without_end_makes_steps_without_end() -> None:
    assert translate_pattern("a{5,2000000000}").shape.steps == 10**12


@given(source=patterns, letters=st.text("abcé1", min_size=1, max_size=5))
def test_letters_in_a_row_are_what_they_are_one_after_the_other(source: str, letters: str) -> None:
    for before in (NOTHING, translate_pattern(source).shape):
        one_by_one = [one_of(letter, needed=letter) for letter in letters]
        assert before.then(of_letters(letters)) == reduce(lambda done, one: done.then(one), one_by_one, before)


@pytest.mark.parametrize("source", ["abc*", "ab{2}c", "a+b?c", "(?x)a b  # c\n c", r"\Qab\Ec", "_a"])
def test_a_letter_that_is_repeated_is_none_of_those_in_a_row(source: str) -> None:
    pattern = translate_pattern(source)
    for text in ("abc", "abbc", "ab", "aabbcc", "abccc", "_a", "ac"):
        wanted = regex.fullmatch(source.replace(r"\Q", "").replace(r"\E", ""), text)
        assert bool(regex.fullmatch(pattern.text, text, regex.VERSION1)) == bool(wanted)
