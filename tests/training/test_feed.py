"""A feed gives the batches of its order, whether it makes them ahead or when they are asked for."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from translate.training.batches import Batch, Order, collate
from translate.training.examples import Examples, Numbers
from translate.training.feed import Feed

LENGTHS = [1 + n % 30 for n in range(200)]


def examples() -> Examples:
    return Examples.of([(np.arange(2, 2 + n, dtype=np.int32), np.arange(3, 3 + n, dtype=np.int32)) for n in LENGTHS])


def feed_of(ahead: int, *, first: int = 1) -> Feed:
    data = examples()

    def batch_of(rows: Numbers) -> Batch:
        return collate(data, rows, end=0, pad=99, device="cpu")

    order = Order(data, random_seed=3, positions=64)
    return Feed(order, batch_of, lambda update: 8 if update <= 4 else None, first=first, ahead=ahead)


def test_batches_made_ahead_are_those_made_when_asked_for() -> None:
    now, ahead = feed_of(0), feed_of(2)
    try:
        for _ in range(60):
            (rows, batch), (other_rows, other) = now.next(), ahead.next()
            assert rows.tolist() == other_rows.tolist()
            assert batch.source.equal(other.source) and batch.after.equal(other.after)
            assert now.place == ahead.place
    finally:
        ahead.close()


def test_the_first_updates_get_short_pairs_alone() -> None:
    feed = feed_of(0)
    widths = [feed.next()[1].source.shape[1] for _ in range(40)]
    assert max(widths[:4]) <= 8 < max(widths[4:])
    assert feed_of(0, first=5).next()[1].source.shape[1] in {4, 8, 12, 16, 20, 24, 28, 32}


def test_what_goes_wrong_while_a_batch_is_made_reaches_whoever_asks_for_it() -> None:
    calls = 0

    def broken(rows: Numbers) -> Batch:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise MemoryError("no room for a batch")
        return collate(data, rows, end=0, pad=99, device="cpu")

    data = examples()
    feed = Feed(Order(data, random_seed=3, positions=64), broken, lambda update: None, first=1, ahead=2)
    feed.next(), feed.next()
    with pytest.raises(MemoryError, match="no room"):
        feed.next()
    feed.close()


def test_closing_ends_the_thread_although_nobody_takes_what_it_made() -> None:
    before = threading.active_count()
    feed = feed_of(2)
    feed.next()
    feed.close()
    assert threading.active_count() == before
