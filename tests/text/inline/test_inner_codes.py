"""Codes within a word are counted, run by run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import HYPHEN, LINE_BREAK, SOFT_HYPHEN, TAB, CodeKind, InlineCode
from translate.text.inline.inner_codes import WORDLIKE, count_inner


def at(place: int, length: int = 0, kind: CodeKind = CodeKind.ISOLATED, means: str = "") -> InlineCode:
    return InlineCode(place, place + length, kind, None, means)


@pytest.mark.parametrize(
    ("text", "codes", "count"),
    [
        ("", [], 0),
        ("word", [], 0),
        ("word", [at(2)], 1),
        ("word", [at(0)], 0),
        ("word", [at(4)], 0),
        ("two words", [at(3)], 0),
        ("wo<b>rd", [at(2, 3)], 1),
        ("wo<b></b>rd", [at(2, 3), at(5, 4)], 1),
        ("w<b>o<b>rd", [at(1, 3), at(5, 3)], 2),
        ("word", [at(2), at(2)], 1),
        ("wörd", [at(2)], 1),
        ("1<b>2", [at(1, 3)], 1),
        ("wo-<b>rd", [at(3, 3)], 0),
        ("wo\ud83drd", [at(3)], 0),
    ],
)
def test_a_run_counts_where_a_letter_stands_on_both_sides(text: str, codes: list[InlineCode], count: int) -> None:
    assert count_inner(text, codes) == count


@pytest.mark.parametrize("means", [*sorted(WORDLIKE), HYPHEN, SOFT_HYPHEN, LINE_BREAK, TAB])
def test_what_stands_for_a_word_or_parts_two_counts_not(means: str) -> None:
    assert count_inner("word", [at(2, means=means)]) == 0
    assert count_inner("word", [at(2, means=means), at(2)]) == 0  # one of them parts the run
    assert count_inner("word", [at(2, kind=CodeKind.START, means=means)]) == 1


@given(st.text(max_size=8), st.lists(st.integers(0, 8), max_size=6))
def test_there_are_no_more_runs_than_codes(text: str, places: list[int]) -> None:
    codes = [at(place) for place in sorted(places) if place <= len(text)]
    assert 0 <= count_inner(text, codes) <= len({code.start for code in codes})
