"""Columns of a table stand below each other in any script, numbers to the right."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.cli.tables import format_table

CELLS = st.text(st.sampled_from("ab 1漢字e\u0301é.-"), max_size=6)


def width(text: str) -> int:
    """Return how many places a terminal gives to a text."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(bool(unicodedata.combining(character)) for character in text)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_every_column_begins_at_one_place(rows: list[tuple[str, str]]) -> None:
    lines = format_table(("|one", "|two"), [(f"|{one}", f"|{two}") for one, two in rows]).split("\n")
    assert len(lines) == len(rows) + 1
    places = {width(line[: line.index("|", 1)]) for line in lines}
    assert len(places) == 1
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("a", "1"), ("bb", "100")], "name  units\na         1\nbb      100"),
        ([("a", "1.5"), ("b", "x")], "name  units\na       1.5\nb     x"),
        ([("new", "1"), ("100", "2")], "name  units\nnew       1\n100       2"),
        ([("12", "-1")], "name  units\n  12  -1"),
        ([], "name  units"),
        ([("漢字", "7")], "name  units\n漢字      7"),
        ([("a", "1.2.3")], "name  units\na     1.2.3"),
    ],
)
def test_numbers_stand_to_the_right_and_words_to_the_left(rows: list[tuple[str, str]], expected: str) -> None:
    assert format_table(("name", "units"), rows) == expected


def test_a_head_that_is_a_number_stays_to_the_left() -> None:
    assert format_table(("2024", "x"), [("12345", "a")]) == "2024   x\n12345  a"
