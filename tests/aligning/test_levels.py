"""Beads of paragraphs hold whole paragraphs of both sides, and no more than they must."""

from __future__ import annotations

import pytest

from translate.aligning.levels import join_paragraphs
from translate.alignment import Side
from translate.data import Bead

B, N = 1, 0  # begins a paragraph, or not


def side(*marks: int) -> Side:
    return Side("fr", tuple(f"{n}" for n in range(len(marks))), marks)


def bead(source: tuple[int, int], target: tuple[int, int], cost: float = 0.2, *, is_moved: bool = False) -> Bead:
    return Bead(range(*source), range(*target), cost, is_moved)


ONE_BY_ONE = [bead((n, n + 1), (n, n + 1), 0.1 * (n + 1)) for n in range(4)]


@pytest.mark.parametrize(
    ("sides", "shapes"),
    [
        ((side(B, N, B, N), side(B, N, B, N)), ["2-2", "2-2"]),
        ((side(B, N, N, N), side(B, N, N, N)), ["4-4"]),
        ((side(B, B, B, B), side(B, B, B, B)), ["1-1"] * 4),
        ((side(B, N, B, N), side(B, N, N, N)), ["4-4"]),
        ((side(B, B, B, N), side(B, N, B, B)), ["2-2", "2-2"]),
    ],
)
def test_beads_are_joined_up_to_where_a_paragraph_begins_on_both_sides(
    sides: tuple[Side, Side], shapes: list[str]
) -> None:
    joined = join_paragraphs(ONE_BY_ONE, sides)
    assert [f"{len(one.source)}-{len(one.target)}" for one in joined] == shapes
    assert [place for one in joined for place in one.source] == [0, 1, 2, 3]


def test_the_cost_is_the_mean() -> None:
    (joined,) = join_paragraphs(ONE_BY_ONE, (side(B, N, N, N), side(B, N, N, N)))
    assert joined.cost == pytest.approx(0.25)


def test_a_deletion_stays_with_its_paragraph_and_a_lost_paragraph_stands_alone() -> None:
    beads = [bead((0, 1), (0, 1)), bead((1, 2), (1, 1)), bead((2, 3), (1, 1)), bead((3, 4), (1, 2))]
    joined = join_paragraphs(beads, (side(B, N, B, B), side(B, B)))
    assert [(one.source, one.target) for one in joined] == [
        (range(2), range(1)),
        (range(2, 3), range(1, 1)),
        (range(3, 4), range(1, 2)),
    ]


def test_moved_parts_are_joined_only_among_themselves() -> None:
    beads = [bead((0, 1), (1, 2), is_moved=True), bead((1, 2), (2, 3), is_moved=True), bead((2, 3), (0, 1))]
    joined = join_paragraphs(beads, (side(B, N, N), side(B, B, N)))
    assert [(one.source, one.target, one.is_moved) for one in joined] == [
        (range(2), range(1, 3), True),
        (range(2, 3), range(1), False),
    ]
