"""Rows of postings give back the ranks that they were made of, in the blocks that are asked for."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.memory import postings
from translate.memory.posted import Bundles, Groups


def groups_of(counts: list[int], places: list[int], frequent: int) -> list[tuple[int, bytes]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "FREQUENT_TEXTS", frequent)
        return list(postings._groups(counts, np.array(places, "<u2").tobytes(), 0))


def ranks_of(groups: Groups, numbers: list[int], low: int, high: int) -> list[int]:
    edges = (np.full(len(numbers), edge, np.int64) for edge in (low, high))
    return [rank for ranks in groups.find(np.array(numbers, np.int64), *edges) for rank in ranks.tolist()]


@given(st.lists(st.integers(0, 6), max_size=20), st.integers(0, 25), st.integers(0, 25), st.integers(0, 3))
def test_groups_give_the_ranks_of_the_blocks_that_are_asked_for(
    counts: list[int], low: int, high: int, first: int
) -> None:
    frequent = 5
    places = [7 * place for count in counts for place in range(count)]
    rows = [(first + block, group) for block, group in groups_of(counts, places, frequent)]
    expected = [
        number << 16 | 7 * place
        for number, count in enumerate(counts, first)
        if low <= number <= high and count <= frequent
        for place in range(count)
    ]
    assert ranks_of(Groups(rows), [number for number, _ in rows], low, high) == expected


def test_a_row_is_found_as_often_as_it_is_asked_for_and_one_that_is_not_there_is_empty() -> None:
    ((_, group),) = groups_of([2], [3, 4], 5)
    keyed = [key << postings.KEY_BITS | postings.DENSE for key in (5, 9)]
    groups = Groups([(number, group) for number in keyed])
    asked = np.array([keyed[1], 7 << postings.KEY_BITS, keyed[0], keyed[1]])
    edges = np.array([0, 0, 1, 0]), np.array([0, 0, 7, 7])
    assert [ranks.tolist() for ranks in groups.find(asked, *edges)] == [[3, 4], [], [], [3, 4]]


def test_without_rows_nothing_has_ranks() -> None:
    assert [ranks.tolist() for ranks in Groups([]).find(np.arange(2), np.zeros(2, int), np.zeros(2, int))] == [[], []]


@pytest.mark.parametrize("group", [b"", b"\1\0", bytes(2 * postings.GROUP_BLOCKS) + b"\0\0", b"\0" * 17, None, "text"])
def test_what_is_no_group_is_a_damaged_memory(group: object) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="no part"):
        Groups([(0, group)])  # type: ignore[list-item]


def test_bundles_without_rows_know_no_key() -> None:
    assert list(Bundles([]).find(np.array([3], np.int64))) == []
