"""Attention says where a cut fits best, and which words render a range of the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.codes.grid import Grid, diagonal_links
from translate.engines.base import Links

TARGET = "the red cat."
LINKS = Links(
    (0, 3, 8, 13),
    (0, 4, 8, 11, 12),
    ((0.9, 0.1, 0.0), (0.0, 0.1, 0.9), (0.0, 0.9, 0.1), (0.0, 0.0, 0.0)),
)
"""`Le chat rouge`: the adjective and its noun change places."""
GRID = Grid(LINKS, TARGET)


def test_gaps_are_around_words_and_marks() -> None:
    assert GRID.gaps == [0, 4, 8, 11, 12]
    within = Grid(Links((0, 4), (0, 3, 7), ((1.0,), (1.0,))), "redness")
    assert within.gaps == [0, 7]
    assert within.shares.tolist() == [[2.0]]


@pytest.mark.parametrize(("offset", "count"), [(0, 0), (1, 1), (3, 1), (4, 2), (8, 2), (9, 3), (99, 3)])
def test_pieces_before_a_character_are_those_that_begin_there(offset: int, count: int) -> None:
    assert GRID.before(offset) == count


def test_a_word_goes_where_it_attends() -> None:
    assert GRID.best_word((2, 3), 0, 4) == (1, 2)
    assert GRID.best_word((1, 2), 0, 4) == (2, 3)
    assert GRID.best_word((2, 3), 2, 4) is None
    assert GRID.best_word((0, 3), 0, 0) is None
    assert GRID.best_range((1, 3), [(0, 4)]) == (1, 3)
    assert GRID.best_range((1, 3), [(2, 4)]) == (2, 3)
    assert GRID.best_range((1, 3), []) == (0, 0)
    assert GRID.best_range((1, 3), [(3, 3)]) == (3, 3)


def test_a_range_is_rendered_where_a_word_attends_to_it() -> None:
    assert GRID.renders((2, 3), 1, 2)
    assert not GRID.renders((2, 3), 0, 1)
    assert not GRID.renders((0, 1), 1, 1)
    assert GRID.share((2, 3), 0, 4) == pytest.approx(0.9)
    assert GRID.share((2, 3), 4, 4) == 0.0


def test_a_cut_stands_where_the_least_attention_crosses() -> None:
    assert GRID.best_gap(1, 0, 4) == 1
    assert GRID.best_gap(0, 0, 4) == 0
    assert GRID.best_gap(2, 2, 2) == 2


WORDS = st.text(st.sampled_from("aé. \u00a0\ud800漢"), max_size=30)


@given(WORDS, WORDS)
def test_links_by_position_are_one_word_to_one_in_order(source: str, target: str) -> None:
    links = diagonal_links(source, target)
    assert (links.source[-1], links.target[-1]) == (len(source), len(target))
    assert len(links.weights) == len(links.target) - 1
    places = [row.index(1.0) for row in links.weights if row]
    assert places == sorted(places)
    assert all(len(row) == len(links.source) - 1 and sum(row) in ({1.0} if row else {0}) for row in links.weights)


@given(WORDS, WORDS, st.integers(0, 30))
def test_the_best_gap_lies_within_its_limits(source: str, target: str, place: int) -> None:
    grid = Grid(diagonal_links(source, target), target)
    high = len(grid.shares)
    assert 0 <= grid.best_gap(min(place, grid.source_count), 0, high) <= high
    assert all(0 <= gap <= len(target) for gap in grid.gaps)
