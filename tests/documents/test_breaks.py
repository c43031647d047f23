"""A break parts lines, but not in the middle of a sentence, and every word of a line is in one piece."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import LINE_BREAK, CodeKind, InlineCode
from translate.documents.breaks import is_in_sentence, part


@pytest.mark.parametrize(
    ("before", "after"),
    [("Il est ouvert", "le lundi"), ("Le musée du port", " est fermé"), ("Un, deux, trois,", "quatre")],
)
def test_a_sentence_runs_on_in_small_letters_behind_three_words(before: str, after: str) -> None:
    assert is_in_sentence(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Il est", "ouvert"),
        ("Il est ouvert.", "le lundi"),
        ("Il est ouvert :", "le lundi"),
        ("Il est ouvert", "Le lundi"),
        ("Il est ouvert", "12 jours"),
        ("Il est ouvert…", "le lundi"),
        ("Il est ouvert", ""),
        ("", "le lundi"),
    ],
)
def test_a_sentence_does_not_run_on_over_other_breaks(before: str, after: str) -> None:
    assert not is_in_sentence(before, after)


def breaks(text: str, offset: int = 0) -> list[InlineCode]:
    """A break for each bar of a text."""
    places = [place + offset for place, sign in enumerate(text) if sign == "|"]
    return [InlineCode(place, place + 1, CodeKind.ISOLATED, type=LINE_BREAK) for place in places]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Ouvert | Fermé", [("Ouvert", True), ("Fermé", False)]),
        ("Il est ouvert|le lundi", [("Il est ouvert|le lundi", False)]),
        ("Il est ouvert|le lundi.|Fermé", [("Il est ouvert|le lundi.", True), ("Fermé", False)]),
        ("Ouvert|", [("Ouvert", True)]),
        ("|Ouvert", [("", True), ("Ouvert", False)]),
        ("Ouvert", [("Ouvert", False)]),
        (" ", []),
    ],
)
def test_a_line_is_parted_at_its_breaks(line: str, pieces: list[tuple[str, bool]]) -> None:
    assert [(one.text, one.is_broken) for one in part(line, 0, breaks(line))] == pieces


@given(st.lists(st.sampled_from(["Un ", "deux", " trois", "|", ".", " "]), max_size=12).map("".join), st.integers(0, 9))
def test_each_piece_stands_where_it_says_and_no_word_is_lost(line: str, offset: int) -> None:
    pieces = list(part(line, offset, breaks(line, offset)))
    assert all(line[one.start : one.start + len(one.text)] == one.text == one.text.strip() for one in pieces)
    assert all(one.start + len(one.text) <= other.start for one, other in pairwise(pieces))
    assert "".join("".join(one.text for one in pieces).replace("|", "").split()) == "".join(
        line.replace("|", "").split()
    )
