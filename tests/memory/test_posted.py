"""Rows of postings give back the ranks that they were made of, in the blocks that are asked for."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.memory import postings
from translate.memory.grouped import ranks_held
from translate.memory.layout import DENSE, GROUP_BLOCKS, KEY_BITS
from translate.memory.posted import Held, Posting, read_bundles


def groups_of(counts: list[int], places: list[int], frequent: int) -> list[tuple[int, bytes]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "FREQUENT_TEXTS", frequent)
        return list(postings._groups(counts, np.array(places, "<u2").tobytes(), 0))


def ranks_of(held: Held) -> list[list[int]]:
    """Return the ranks of each query, which are the same read one by one and together."""
    found = [np.frombuffer(ranks, "<u4").tolist() for ranks in held.ranks()]
    assert [ranks.tolist() for ranks in ranks_held(held)] == found
    return found


@given(st.lists(st.integers(0, 6), max_size=20), st.integers(0, 25), st.integers(0, 25), st.sampled_from([0, 3, 255]))
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
    assert ranks_of(Held([b""], [[number for number, _ in rows]], [(low, high)], rows)) == [expected]


def test_a_row_is_found_as_often_as_it_is_asked_for_and_one_that_is_not_there_is_empty() -> None:
    ((_, group),) = groups_of([2], [3, 4], 5)
    one, other, absent = (key << KEY_BITS | DENSE for key in (5, 9, 7))
    rare = np.array([70_000], "<u4").tobytes()
    held = Held(
        [b"", rare, b""], [[other, absent], [one], [other]], [(0, 0), (1, 7), (0, 7)], [(one, group), (other, group)]
    )
    assert ranks_of(held) == [[3, 4], [70_000], [3, 4]]


def test_without_rows_nothing_has_ranks() -> None:
    assert ranks_of(Held([b"", b""], [[0, 1], []], [(0, 0)] * 2, [])) == [[], []]
    assert ranks_of(Held([], [], [], [])) == []


@pytest.mark.parametrize("group", [b"", b"\1\0", bytes(2 * GROUP_BLOCKS) + b"\0\0", b"\0" * 17, None, "text"])
def test_what_is_no_group_is_a_damaged_memory(group: object) -> None:
    held = Held([b""], [[DENSE]], [(0, 0)], [(DENSE, group)])  # type: ignore[list-item]
    for read in (Held.ranks, ranks_held):
        with pytest.raises(sqlite3.DatabaseError, match="no part"):
            list(read(held))


KEYS = {0x0001_0100: [7], 0x0001_0001: [1, 70_000], 0x0001_0200: None, 0x0002_0001: [9]}
"""Keys of two bundles; the halves of the first begin and end alike. None: in all texts of three blocks."""


def bundles() -> list[tuple[int, bytes]]:
    keys = np.array(sorted(KEYS), np.uint32)
    held = [KEYS[key] for key in keys.tolist()]
    counts = np.array([len(ranks or ()) for ranks in held])
    return postings._bundles(keys, counts, np.concatenate([np.array(r or [3 << 16], np.uint32) for r in held]), 0)


def test_a_bundle_says_of_its_keys_how_many_texts_have_them_and_of_rare_ones_which() -> None:
    found = {posting.key: posting for posting in read_bundles(bundles(), [*KEYS, 0x0001_0002, 0x0002_0100])}
    assert found.keys() == KEYS.keys()
    assert found[0x0001_0200] == Posting(0x0001_0200, 3 << 16, b"")
    ranks = {key: np.frombuffer(one.ranks, "<u4").tolist() for key, one in found.items() if one.ranks}
    assert ranks == {key: ranks for key, ranks in KEYS.items() if ranks}


def test_bundles_without_rows_know_no_key() -> None:
    assert list(read_bundles([], [3])) == []


@pytest.mark.parametrize("cut", [slice(0), slice(-1), slice(2)])
def test_what_is_no_bundle_is_a_damaged_memory(cut: slice) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="no part"):
        list(read_bundles([(number, row[cut]) for number, row in bundles()], KEYS))
