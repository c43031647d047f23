"""What stands elsewhere in the translation is found there; what has no counterpart is left alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alignment.test_aligner import ENGLISH, FRENCH, side
from translate.alignment import Alignment, align
from translate.alignment.found import FoundBead
from translate.alignment.moved import Look, find_moved, part_of

NOTES = (
    ("1. Archives de la ville, carton 214.", "1. Archives of the city, box 214."),
    ("2. Lettre du 9 juin à sa sœur.", "2. Letter of 9 June to his sister."),
)


def pairs_of(alignment: Alignment) -> dict[tuple[int, ...], tuple[int, ...]]:
    return {tuple(bead.source): tuple(bead.target) for bead in alignment.beads if bead.source and bead.target}


@pytest.mark.parametrize(("first", "end", "place"), [(2, 5, 9), (6, 10, 0), (0, 4, 8)])
def test_a_moved_paragraph_is_found_where_it_stands(first: int, end: int, place: int) -> None:
    order = [number for number in range(12) if not first <= number < end]
    order[place:place] = range(first, end)
    found = align(side("fr", FRENCH, (1,) * 12), side("en", tuple(ENGLISH[number] for number in order), (1,) * 12))
    assert pairs_of(found) == {(number,): (order.index(number),) for number in range(12)}
    assert 0 < sum(bead.is_moved for bead in found.beads) <= 6
    assert [bead.source.start for bead in found.beads if bead.source] == sorted(range(12))


def test_notes_at_the_end_of_the_translation_are_pairs() -> None:
    source = (*FRENCH[:4], NOTES[0][0], *FRENCH[4:8], NOTES[1][0], *FRENCH[8:])
    target = (*ENGLISH, "Sources", NOTES[0][1], NOTES[1][1])
    found = align(side("fr", source, (1,) * len(source)), side("en", target, (1,) * len(target)))
    pairs = pairs_of(found)
    assert (pairs[4,], pairs[9,]) == ((13,), (14,))
    assert [bead.is_moved for bead in found.beads if tuple(bead.source) in ((4,), (9,))] == [True, True]
    assert () in {tuple(bead.source) for bead in found.beads if tuple(bead.target) == (12,)}


def test_what_only_looks_alike_is_not_paired() -> None:
    source = (*FRENCH[:3], "Êtes-vous fatiguée ?", *FRENCH[3:])
    target = (*ENGLISH[:9], "Do you sell umbrellas?", *ENGLISH[9:])
    found = align(side("fr", source, (1,) * 13), side("en", target, (1,) * 13))
    assert not any(bead.is_moved for bead in found.beads)
    assert (3,) not in pairs_of(found)


def test_a_moved_bead_is_never_quite_sure() -> None:
    found = align(side("fr", FRENCH, (1,) * 12), side("en", (*ENGLISH[6:], *ENGLISH[:6]), (1,) * 12))
    moved = [bead.cost for bead in found.beads if bead.is_moved]
    usual = [bead.cost for bead in found.beads if not bead.is_moved]
    assert len(moved) == len(usual) == 6
    assert min(moved) > min(usual)


def bead(source: range, target: range, *, gain: float = 20.0) -> FoundBead:
    return FoundBead(source, target, 1.0, gain if source and target else 0.0, 4 * (len(source) + len(target)))


NOTHING = range(0)


def look_by(twins: dict[int, int]) -> Look:
    """Return a search that finds the twins of segments among those it is shown, in order."""

    def look(sources: Sequence[int], targets: Sequence[int]) -> list[FoundBead]:
        found, last = [], -1
        for place, number in enumerate(sources):
            if number in twins and twins[number] in targets and (at := list(targets).index(twins[number])) > last:
                found.append(FoundBead(range(place, place + 1), range(at, at + 1), 1.0, 30.0, 8, likeness=1.0))
                last = at
        return found

    return look


@settings(max_examples=60)
@given(st.permutations(range(9)))
def test_each_segment_is_in_exactly_one_bead_whatever_the_order(order: list[int]) -> None:
    lone = [bead(range(i, i + 1), NOTHING) for i in range(9)] + [bead(NOTHING, range(j, j + 1)) for j in range(9)]
    found = find_moved(lone, look_by({i: order.index(i) for i in range(9)}))
    assert [tuple(one.target) for one in found] == [(order.index(i),) for i in range(9)]
    path = [one.target.start for one in found if not one.is_moved]
    assert path == sorted(path)


def test_a_bead_that_explains_nothing_gives_its_segments_up() -> None:
    beads = [bead(range(1), range(1), gain=-3.0), bead(range(1, 2), range(1, 2)), bead(NOTHING, range(2, 3))]
    found = find_moved(beads, look_by({0: 2}))
    assert [(tuple(one.source), tuple(one.target)) for one in found if one.source] == [((0,), (2,)), ((1,), (1,))]
    assert ((), (0,)) in [(tuple(one.source), tuple(one.target)) for one in found]
    assert find_moved(beads, look_by({})) == beads


def test_segments_that_did_not_follow_one_another_begin_paragraphs() -> None:
    part = part_of(side("fr", ("a", "b", "c", "d"), (1, 0, 0, 2)), [0, 1, 3])
    assert (part.texts, part.marks) == (("a", "b", "d"), (1, 0, 2))
    assert part_of(side("fr", ("a", "b", "c"), (1, 0, 0)), [0, 2]).marks == (1, 1)
