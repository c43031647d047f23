"""A process that works for hours keeps its memory: the load works, and growth is seen."""

from __future__ import annotations

import sys

import pytest

from audit.soak import MOST_GROWTH, Load, growth_of, soak


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what memory a process holds")
def test_each_round_does_work_of_all_kinds() -> None:
    told: list[tuple[int, int]] = []

    def tell(seconds: float, held: int, load: Load) -> None:
        told.append((load.done, load.refused))

    found = soak(0, tell)
    assert len(found) == len(told) == 2
    assert min(found) > 50_000_000, "a model is held"
    assert told[1][0] >= 2 * told[0][0] - 200 > 500
    assert told[1][1] > 0


def test_growth_is_seen_behind_the_warming_up_and_not_within_it() -> None:
    warming, flat = [100, 150, 190], [200, 202, 199, 201, 200, 203]
    assert growth_of([*warming, *flat]) < MOST_GROWTH
    leaking = [200 + 4 * number for number in range(6)]
    assert growth_of([*warming, *leaking]) > MOST_GROWTH
    assert growth_of([100, 100]) == 1
