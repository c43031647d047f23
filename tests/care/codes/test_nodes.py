"""What was cut out of a source is a tree, badly nested cuts and open ends too."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate.care.base import Cut
from translate.care.codes.grid import Grid
from translate.care.codes.nodes import Node, make_tree
from translate.engines.base import Links
from translate.text.protected.spans import Treatment

OPEN, CLOSE, CUT = Treatment.OPEN, Treatment.CLOSE, Treatment.CUT
GRID = Grid(Links((0, 4, 8, 12), (0, 1), ((1.0, 0.0, 0.0),)), "x")
"""Three source pieces of four characters each."""


def cut(offset: int, treatment: Treatment, pair: int | None = None) -> Cut:
    return Cut(offset, "<>", treatment, "", "", pair)


def flat(node: Node) -> list[Node]:
    return [node, *(below for child in node.children for below in flat(child))]


def test_no_cuts_are_a_root_over_everything() -> None:
    root = make_tree([], GRID)
    assert (root.children, root.source, root.is_range) == ([], (0, 3), True)


def test_pairs_hold_what_lies_between_them() -> None:
    root = make_tree([cut(0, OPEN, 1), cut(4, CUT), cut(4, OPEN, 2), cut(8, CLOSE, 2), cut(12, CLOSE, 1)], GRID)
    (outer,) = root.children
    sign, inner = outer.children
    assert (outer.source, sign.source, inner.source) == ((0, 3), (1, 1), (1, 2))
    assert (outer.is_range, sign.is_range, inner.is_range) == (True, False, True)


def test_an_open_end_reaches_to_the_end_and_a_lone_one_from_the_beginning() -> None:
    (opened,) = make_tree([cut(4, OPEN, 1)], GRID).children
    assert (opened.source, opened.last, opened.is_range) == ((1, 3), None, True)
    (closed,) = make_tree([cut(0, CUT), cut(8, CLOSE, 1)], GRID).children
    assert (closed.source, closed.first) == ((0, 2), None)
    assert [child.source for child in closed.children] == [(0, 0)]


def test_a_pair_is_empty_where_it_holds_no_characters() -> None:
    empty, full = make_tree([cut(4, OPEN, 1), cut(4, CLOSE, 1), cut(4, OPEN, 2), cut(5, CLOSE, 2)], GRID).children
    assert (empty.is_empty, full.is_empty) == (True, False)


def test_an_end_that_crosses_another_pair_is_a_sign() -> None:
    (outer,) = make_tree([cut(0, OPEN, 1), cut(4, OPEN, 2), cut(8, CLOSE, 1), cut(12, CLOSE, 2)], GRID).children
    (inner,) = outer.children
    (sign,) = inner.children
    assert sign.first is sign.last
    assert sign.first is not None
    assert (sign.first.treatment, sign.first.pair) == (CUT, 1)


@given(st.lists(st.tuples(st.integers(0, 12), st.sampled_from([OPEN, CLOSE, CUT]), st.integers(1, 3)), max_size=10))
def test_every_cut_is_in_the_tree_once_and_children_lie_within_their_node(
    parts: list[tuple[int, Treatment, int]],
) -> None:
    cuts = [cut(offset, treatment, pair) for offset, treatment, pair in sorted(parts, key=lambda part: part[0])]
    nodes = flat(make_tree(cuts, GRID))
    held = sum((one.first is not None) + (one.last is not None and one.last is not one.first) for one in nodes)
    assert held == len(cuts)
    for node in nodes:
        assert node.source[0] <= node.source[1]
        assert all(node.source[0] <= child.source[0] for child in node.children)
