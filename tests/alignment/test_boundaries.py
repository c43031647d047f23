"""Paragraphs and parts are anchors where both documents agree on them, and nothing where they do not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.alignment.test_aligner import ENGLISH, FRENCH, side
from translate.alignment import align
from translate.alignment.band import full_band
from translate.alignment.boundaries import mark_cells, weigh

DIAGONAL = [(i, i) for i in range(40)]


def test_boundaries_that_agree_attract_and_those_that_differ_repel() -> None:
    marks = np.array(([1] + [0] * 3) * 10)
    weights = weigh(DIAGONAL, marks, marks)
    assert weights[1, 1] > 0.2
    assert weights[1, 0] < -0.2
    assert weights[0, 1] < -0.2


def test_boundaries_that_have_nothing_to_do_with_each_other_weigh_nothing() -> None:
    random = np.random.default_rng(3)
    points = [(i, i) for i in range(4000)]
    weights = weigh(points, random.integers(0, 2, 4000), random.integers(0, 2, 4000))
    assert np.abs(weights).max() < 0.05


def test_where_every_segment_is_a_paragraph_nothing_is_learnt() -> None:
    ones = np.ones(40, np.int64)
    assert abs(weigh(DIAGONAL, ones, ones)[1, 1]) < 1e-6
    assert not weigh([], ones, ones).any()


def test_cells_have_the_weight_of_what_begins_there_and_none_at_the_end() -> None:
    weights = np.arange(9, dtype=np.float32).reshape(3, 3)
    cells = mark_cells(full_band(2, 2), weights, np.array([1, 2]), np.array([0, 1]))
    assert cells.reshape(3, 3).tolist() == [[3, 4, 0], [6, 7, 0], [0, 0, 0]]


def test_delimiters_on_both_sides_part_what_words_do_not() -> None:
    source = (*FRENCH[:6], "Xa ba.", "Xe be.", *FRENCH[6:])
    target = (*ENGLISH[:6], "Ki lo.", *ENGLISH[6:])
    marks = [0] * 14, [0] * 13
    for places in ((0, 0), (3, 3), (7, 6), (11, 10)):
        for side_marks, place in zip(marks, places, strict=True):
            side_marks[place] = 2
    found = align(side("fr", source * 4, tuple(marks[0] * 4)), side("en", target * 4, tuple(marks[1] * 4))).beads
    # The fourth delimiter stands before "Xe be." and before "Ki lo.".
    assert sum(bead.source.stop % 14 == 7 and bead.target.stop % 13 == 6 for bead in found) >= 3


MARKS = st.lists(st.integers(0, 2), min_size=1, max_size=30)


@given(MARKS, MARKS, st.data())
def test_boundaries_weigh_the_same_whichever_document_is_the_source(
    source: list[int], target: list[int], data: st.DataObject
) -> None:
    ends = len(source), len(target)
    points = data.draw(st.lists(st.tuples(st.integers(0, ends[0]), st.integers(0, ends[1])), max_size=40))
    weights = weigh(points, np.array(source), np.array(target))
    swapped = weigh([(j, i) for i, j in points], np.array(target), np.array(source))
    assert np.allclose(weights, swapped.T)
    assert np.abs(weights).max() <= 4.0


def test_a_paragraph_is_trusted_a_quarter_as_much_as_a_part() -> None:
    parts, paragraphs = (np.array(([mark] + [0] * 3) * 10) for mark in (2, 1))
    weights = weigh(DIAGONAL, parts, parts), weigh(DIAGONAL, paragraphs, paragraphs)
    assert weights[1][1, 1] == pytest.approx(weights[0][2, 2] / 4)
