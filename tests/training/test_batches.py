"""Batches come from the random seed and two counters alone; a pass draws each example by its weight."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.training.batches import Order, collate, padded_width
from translate.training.examples import ExampleBuilder, Examples

PIECES = st.lists(st.integers(1, 98), max_size=40)


def examples_of(lengths: list[int], weight: float = 1.0) -> Examples:
    builder = ExampleBuilder()
    for number, length in enumerate(lengths):
        pieces = np.arange(2, 2 + length, dtype=np.int32)
        builder.add(pieces, pieces[:1], weight, number)
    return builder.build([], "key", {})


def rows_of_pass(order: Order) -> list[int]:
    return [int(row) for _ in range(len(order)) for row in order.next()]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=80), st.integers(0, 3), st.integers(16, 300))
def test_a_pass_holds_every_example_once(lengths: list[int], random_seed: int, positions: int) -> None:
    order = Order(examples_of(lengths), random_seed=random_seed, positions=positions)
    assert sorted(rows_of_pass(order)) == list(range(len(lengths)))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=5, max_size=60), st.integers(0, 30))
def test_an_order_goes_on_where_another_one_was(lengths: list[int], taken: int) -> None:
    first, second = (Order(examples_of(lengths), random_seed=7, positions=64) for _ in range(2))
    for _ in range(taken):
        first.next()
    second.seek(first.passed, first.position)
    assert [first.next().tolist() for _ in range(20)] == [second.next().tolist() for _ in range(20)]


def test_each_pass_has_an_order_of_its_own() -> None:
    order = Order(examples_of([3] * 50), random_seed=1, positions=40)
    assert rows_of_pass(order) != rows_of_pass(order)


@pytest.mark.parametrize(("weight", "least", "most"), [(0.25, 400, 600), (2.0, 4000, 4000), (1.5, 2850, 3150)])
def test_an_example_is_drawn_as_often_as_its_weight_says(weight: float, least: int, most: int) -> None:
    order = Order(examples_of([3] * 2000, weight), random_seed=1, positions=4000)
    drawn = Counter(rows_of_pass(order))
    assert least <= drawn.total() <= most


def test_a_batch_is_of_one_width_and_within_its_positions() -> None:
    lengths = [1 + n % 50 for n in range(300)]
    examples = examples_of(lengths)
    order = Order(examples, random_seed=1, positions=200)
    for _ in range(len(order)):
        rows = order.next()
        widths = set(padded_width(examples.lengths()[rows] + 1).tolist())
        assert len(widths) == 1
        assert len(rows) * widths.pop() <= 200 or len(rows) == 1


def test_short_pairs_come_alone_at_first() -> None:
    order = Order(examples_of([3, 40] * 50), random_seed=1, positions=100)
    lengths = {len(examples_of([3, 40] * 50).pair(int(row))[0]) for _ in range(30) for row in order.next(longest=8)}
    assert lengths == {3}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(PIECES, PIECES), min_size=1, max_size=12), st.data())
def test_a_batch_holds_the_pieces_of_its_rows_in_their_order(
    pairs: list[tuple[list[int], list[int]]], data: st.DataObject
) -> None:
    examples = Examples.of([(np.asarray(s, np.int32), np.asarray(t, np.int32)) for s, t in pairs])
    rows = data.draw(st.lists(st.integers(0, len(pairs) - 1), min_size=1, max_size=20))
    batch = collate(examples, np.asarray(rows), end=0, pad=99, device="cpu")
    for place, row in enumerate(rows):
        source, target = pairs[row]
        assert [n for n in batch.source[place].tolist() if n != 99] == [*source, 0]
        assert [n for n in batch.after[place].tolist() if n != 99] == [*target, 0]
        assert [n for n in batch.before[place].tolist() if n != 99] == target
        assert batch.before[place, 0] == 99
    assert batch.pieces == sum(len(pairs[row][1]) + 1 for row in rows)


def test_a_batch_begins_with_padding_and_ends_with_the_end_piece() -> None:
    one = (np.asarray([5, 6, 7], np.int32), np.asarray([8], np.int32))
    two = (np.asarray([5], np.int32), np.asarray([9, 10], np.int32))
    batch = collate(Examples.of([one, two]), np.arange(2), end=0, pad=99, device="cpu")
    assert batch.source.tolist() == [[5, 6, 7, 0], [5, 0, 99, 99]]
    assert batch.before.tolist() == [[99, 8, 99, 99], [99, 9, 10, 99]]
    assert batch.after.tolist() == [[8, 0, 99, 99], [9, 10, 0, 99]]
    assert batch.pieces == 5


def test_places_are_those_of_the_pieces_that_can_be_said() -> None:
    one, two = (np.asarray(pieces, np.int32) for pieces in ([5, 6, 7], [8]))
    said = np.ones(100, np.bool_)
    said[6] = False
    batch = collate(Examples.of([(one, one), (one, two)]), np.arange(2), end=0, pad=99, device="cpu", said=said)
    assert batch.after.flatten()[batch.places].tolist() == [5, 7, 0, 8, 0]
    assert batch.pieces == 6


def test_an_even_order_fills_the_last_batch_of_a_width_up_with_its_first() -> None:
    order = Order(examples_of([3] * 50 + [20] * 3), random_seed=1, positions=40, even=True)
    batches = [order.next().tolist() for _ in range(len(order))]
    assert {len(rows) for rows in batches if rows[0] < 50} == {10}
    assert sorted({row for rows in batches for row in rows}) == list(range(53))
    order = Order(examples_of([3] * 46), random_seed=1, positions=40, even=True)
    assert [len(order.next()) for _ in range(len(order))] == [10] * 5
