"""Of all places with one number one wins, whatever goes to the disk and however it is parted there."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.corpus import rivals as module
from translate.corpus.rivals import Keep, Rivals

ENTRIES = st.lists(
    st.tuples(st.integers(-(1 << 63), (1 << 63) - 1) | st.integers(-2, 2), st.floats(-3, 3)), max_size=40
)


def losers_of(entries: list[tuple[int, float]], keep: Keep) -> list[int]:
    with Rivals.open(keep) as rivals:
        for place, (key, rank) in enumerate(entries):
            rivals.add(place, key, rank)
        losers = rivals.find_losers()
    found = [place for place in range(len(entries)) if place in losers]
    assert len(losers) == len(found)
    return found


def expected(entries: list[tuple[int, float]], keep: Keep) -> list[int]:
    winners: dict[int, tuple[float, int]] = {}
    for place, (key, rank) in enumerate(entries):
        value = (rank if keep == "best" else 0.0, place if keep == "last" else -place)
        if key not in winners or value > winners[key]:
            winners[key] = value
    kept = {abs(place) for _, place in winners.values()}
    return [place for place in range(len(entries)) if place not in kept]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=ENTRIES, keep=st.sampled_from(["first", "last", "best"]), most=st.sampled_from([1, 3, 1 << 22]))
def test_all_but_the_winner_lose(
    entries: list[tuple[int, float]], keep: Keep, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ENTRIES_HELD", 5)
    monkeypatch.setattr(module, "_MOST_IN_PART", most)
    assert losers_of(entries, keep) == expected(entries, keep)


def test_one_number_of_all_places_is_judged_bit_by_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ENTRIES_HELD", 10)
    monkeypatch.setattr(module, "_MOST_IN_PART", 20)
    entries = [(7, float(place % 50)) for place in range(100)]
    assert losers_of(entries, "best") == [place for place in range(100) if place != 49]
    assert losers_of(entries, "last") == list(range(99))


def test_a_place_with_several_numbers_loses_by_any(tmp_path: Path) -> None:
    with Rivals.open("first") as rivals:
        rivals.add_all(0, np.array([[1, 2], [3, 4], [2, 9]], np.int64), [0.0] * 3)
        rivals.add_all(3, np.array([[9, 10]], np.int64), [0.0])
        losers = rivals.find_losers()
    assert [place in losers for place in range(4)] == [False, False, True, True]


def test_memory_does_not_grow_with_the_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ENTRIES_HELD", 5_000)
    peaks = []
    for count in (20_000, 60_000):
        tracemalloc.start()
        with Rivals.open("first") as rivals:
            for place in range(count):
                rivals.add(place, place * 0x9E3779B97F4A7C15 % (1 << 63))
            assert len(rivals.find_losers()) == 0
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 200_000, "the entries alone are 1 MB"
