"""Differences by words give back both texts, and take little time of long ones too."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.serve.review.difference import difference_of

TEXTS = st.lists(st.sampled_from(["a", "b", "the", " ", " ", ".", "\n", "é"]), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("", "", []),
        ("the port", "the port", [["=", "the port"]]),
        ("the old port", "the port", [["=", "the "], ["-", "old "], ["=", "port"]]),
        ("calm", "quiet", [["-", "calm"], ["+", "quiet"]]),
        ("a a", "a a a", [["=", "a a"], ["+", " a"]]),
    ],
)
def test_what_is_equal_gone_and_new_stands_in_order(one: str, other: str, found: list[list[str]]) -> None:
    assert difference_of(one, other) == found


@given(TEXTS, TEXTS)
def test_both_texts_come_back(one: str, other: str) -> None:
    found = difference_of(one, other)
    assert "".join(text for kind, text in found if kind != "+") == one
    assert "".join(text for kind, text in found if kind != "-") == other


def test_a_long_text_that_repeats_itself_takes_no_minutes() -> None:
    one = " ".join(["the sea is calm and the port is old"] * 2000)
    other = f"A {one.replace('calm', 'quiet', 3)} B".replace("old", "new", 7)
    started = time.process_time()
    found = difference_of(one, other)
    assert time.process_time() - started < 5
    assert "".join(text for kind, text in found if kind != "-") == other
