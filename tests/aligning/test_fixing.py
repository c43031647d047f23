"""What a person fixed stands; the rest is aligned between it, and only where that is needed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.aligning.fixing import Link, fix
from translate.data import Bead


def bead(source: tuple[int, int], target: tuple[int, int], *, is_moved: bool = False) -> Bead:
    return Bead(range(*source), range(*target), 0.5, is_moved)


def link(source: tuple[int, int], target: tuple[int, int]) -> Link:
    return Link(range(*source), range(*target))


def one_by_one(sources: Sequence[int], targets: Sequence[int]) -> list[Bead]:
    """Pair the segments in order; those left over stand alone."""
    both = min(len(sources), len(targets))
    beads = [Bead(range(n, n + 1), range(n, n + 1), 0.3) for n in range(both)]
    beads += [Bead(range(n, n + 1), range(both, both), 0.3) for n in range(both, len(sources))]
    return beads + [Bead(range(both, both), range(n, n + 1), 0.3) for n in range(both, len(targets))]


def shown(beads: Sequence[Bead]) -> list[str]:
    names = ["".join(map(str, one.source)) + "=" + "".join(map(str, one.target)) for one in beads]
    return [f"{name}*" if one.is_moved else name for name, one in zip(names, beads, strict=True)]


FOUND = [bead((n, n + 1), (n, n + 1)) for n in range(6)]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], ["0=0", "1=1", "2=2", "3=3", "4=4", "5=5"]),
        ([link((2, 4), (2, 3))], ["0=0", "1=1", "23=2", "4=3", "5=4", "=5"]),
        ([link((2, 4), (2, 4))], ["0=0", "1=1", "23=23", "4=4", "5=5"]),
        ([link((2, 3), (0, 0))], ["0=0", "1=1", "2=", "3=2", "4=3", "5=4", "=5"]),
        ([link((0, 0), (2, 3))], ["0=0", "1=1", "=2", "2=3", "3=4", "4=5", "5="]),
        (
            [link((0, 1), (5, 6)), link((1, 2), (0, 1)), link((2, 3), (1, 2))],
            ["0=5*", "1=0", "2=1", "3=2", "4=3", "5=4"],
        ),
        ([link((3, 3), (2, 2))], ["0=0", "1=1", "2=", "3=2", "4=3", "5=4", "=5"]),
        ([link((3, 3), (3, 3))], ["0=0", "1=1", "2=2", "3=3", "4=4", "5=5"]),
    ],
    ids=["none", "joined", "paired", "without target", "without source", "moved", "point", "point that is kept"],
)
def test_links_stand_and_the_rest_follows(links: list[Link], expected: list[str]) -> None:
    assert shown(fix(FOUND, links, (6, 6), one_by_one)) == expected


def test_what_no_link_contradicts_keeps_its_score() -> None:
    fixed = fix(FOUND, [link((1, 2), (1, 2)), link((4, 6), (4, 6))], (6, 6), one_by_one)
    assert [one.cost for one in fixed] == [0.5] * 4 + [0.0]


def test_links_that_say_what_was_found_change_nothing() -> None:
    found = [bead((0, 1), (2, 3), is_moved=True), bead((1, 2), (0, 1)), bead((2, 2), (1, 2)), bead((2, 3), (3, 3))]
    links = [Link(one.source, one.target) for one in found]
    assert fix(found, links, (3, 3), one_by_one) == found


def test_a_moved_bead_that_no_link_touches_stays() -> None:
    found = [bead((0, 1), (3, 4), is_moved=True), *(bead((n + 1, n + 2), (n, n + 1)) for n in range(3))]
    fixed = fix(found, [link((1, 3), (0, 2))], (4, 4), one_by_one)
    assert shown(fixed) == ["0=3*", "12=01", "3=2"]


RANGES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=8)


@given(RANGES, RANGES)
def test_every_segment_is_in_one_bead_whatever_is_fixed(
    sizes: list[tuple[int, int]], fixed: list[tuple[int, int]]
) -> None:
    found: list[Bead] = []
    place = [0, 0]
    for one, other in sizes:
        if one or other:
            found.append(bead((place[0], place[0] + one), (place[1], place[1] + other)))
        place = [place[0] + one, place[1] + other]
    links: list[Link] = []
    starts = [0, 0]
    for one, other in fixed:
        stops = [start + size for start, size in zip(starts, (one, other), strict=True)]
        if stops[0] <= place[0] and stops[1] <= place[1] and (one or other):
            links.append(link((starts[0], stops[0]), (starts[1], stops[1])))
        starts = [stops[0] + 1, stops[1]]
    result = fix(found, links, (place[0], place[1]), one_by_one)
    assert sorted(n for each in result for n in each.source) == list(range(place[0]))
    assert sorted(n for each in result for n in each.target) == list(range(place[1]))
    made = {(each.source, each.target) if each.source and each.target else None for each in result}
    assert {(each.source, each.target) for each in links if each.source and each.target} <= made
