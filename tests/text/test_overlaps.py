"""Of what overlaps the earlier stays, then the longer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from translate.text.overlaps import set_apart


@dataclass(frozen=True)
class Place:
    start: int
    end: int


PLACES = st.builds(lambda start, length: Place(start, start + length), st.integers(0, 30), st.integers(1, 9))


def test_of_two_that_overlap_the_earlier_stays() -> None:
    assert set_apart([Place(2, 9), Place(0, 3)]) == [Place(0, 3)]


def test_of_two_that_begin_together_the_longer_stays() -> None:
    assert set_apart([Place(0, 3), Place(0, 5)]) == [Place(0, 5)]


def test_what_only_something_that_went_overlapped_stays() -> None:
    assert set_apart([Place(0, 5), Place(3, 9), Place(6, 8)]) == [Place(0, 5), Place(6, 8)]


def test_what_meets_without_overlap_stays() -> None:
    assert set_apart(iter([Place(3, 4), Place(0, 3)])) == [Place(0, 3), Place(3, 4)]


@given(st.lists(PLACES))
def test_what_stays_lies_apart_and_what_went_overlaps_it(found: list[Place]) -> None:
    kept = set_apart(found)
    assert all(one.end <= two.start for one, two in pairwise(kept))
    assert all(any(one.start < two.end and two.start < one.end for two in kept) for one in found)
