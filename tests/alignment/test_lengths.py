"""The length of a translation as evidence of an omission."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate.alignment.lengths import gain_of_length, most_gain


def test_a_short_target_gains_by_a_run_that_it_has_not() -> None:
    assert gain_of_length(200, 120, 80, 1.0) > 1.0
    assert gain_of_length(200, 200, 80, 1.0) < 0.0


def test_without_a_run_nothing_is_gained() -> None:
    assert gain_of_length(200, 120, 0, 1.0) == 0.0


@given(st.integers(1, 2000), st.integers(1, 2000), st.floats(0.0, 1.0), st.floats(0.5, 2.0))
def test_no_run_gains_more_than_the_most(source: int, target: int, share: float, ratio: float) -> None:
    run = round(share * source)
    assert gain_of_length(source, target, run, ratio) <= most_gain(source, target, ratio) + 1e-9
