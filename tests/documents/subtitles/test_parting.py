"""Parting a text over cues and lines: at clauses, near the shares, never within names and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.subtitles.parting import MOST_CHARACTERS, part_cues, part_lines
from translate.languages import find_language

LINKING = find_language("en").linking_words


def cues(text: str, *shares: float) -> list[str]:
    return [text[start:end] for start, end in part_cues(text, (), shares, LINKING)]


@pytest.mark.parametrize(
    ("text", "shares", "parts"),
    [
        ("When we reached the top, the sun was down.", (0.5, 0.5), ["When we reached the top,", "the sun was down."]),
        ("He saw it and then he left the house.", (0.4, 0.6), ["He saw it", "and then he left the house."]),
        ("I met Mary Smith in the old town", (0.4, 0.6), ["I met Mary Smith", "in the old town"]),
        ("It costs 1 000 euros in the shop", (0.45, 0.55), ["It costs 1 000 euros", "in the shop"]),
        ("One.", (0.5, 0.5), ["One."]),
        ("One two", (0.3, 0.3, 0.4), ["One", "two"]),
        ("All of it", (1.0,), ["All of it"]),
    ],
)
def test_a_text_is_parted_at_a_clause_near_the_share_of_its_cue(
    text: str, shares: tuple[float, ...], parts: list[str]
) -> None:
    assert cues(text, *shares) == parts


WORDS = st.lists(st.sampled_from(("a", "house", "Mary", "12", "the,", "goes.", "wonderful")), min_size=1, max_size=20)


@given(WORDS, st.integers(1, 5))
def test_every_word_is_in_one_cue_and_no_cue_is_empty_where_words_suffice(words: list[str], count: int) -> None:
    parts = cues(" ".join(words), *[1 / count] * count)
    assert " ".join(parts).split() == words
    assert all(parts) and len(parts) == min(count, len(words))


@given(WORDS)
def test_a_line_is_parted_once_and_only_where_it_is_too_long(words: list[str]) -> None:
    text = " ".join(words)
    lines = [text[start:end] for start, end in part_lines(text, (), LINKING)]
    assert " ".join(lines) == text
    assert len(lines) == (1 if len(text) <= MOST_CHARACTERS else 2)


def test_two_lines_fit_where_they_can() -> None:
    text = "The digestion of ruminants takes place in four different stomachs"
    lines = [text[start:end] for start, end in part_lines(text, (), LINKING)]
    assert lines == ["The digestion of ruminants takes place", "in four different stomachs"]
