"""Batches hold one length each, within the budget, and every segment once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate.engines.batches import iter_batches


@given(lengths=st.lists(st.integers(1, 50), max_size=80), budget=st.integers(1, 200))
def test_batches_hold_every_index_once_one_length_each_within_the_budget(lengths: list[int], budget: int) -> None:
    batches = list(iter_batches(lengths, budget))
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len({lengths[index] for index in batch}) == 1
        assert len(batch) == 1 or sum(lengths[index] for index in batch) <= budget


def test_long_segments_come_first() -> None:
    assert list(iter_batches([1, 5, 5, 3], 10)) == [[1, 2], [3], [0]]


def test_a_full_batch_is_closed() -> None:
    assert list(iter_batches([4, 4, 4], 8)) == [[0, 1], [2]]
