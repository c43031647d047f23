"""The days of the week are told by their names, and by their short names where these are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.dates.weekdays import (
    NO_WEEKDAYS,
    Weekdays,
    may_be_next_day,
    number_weekdays,
    tells_weekdays,
    weekdays_in,
)

NAMES = "primo secundo tertio quarto quinto sexto septimo"
DAYS = Weekdays(number_weekdays(NAMES), {"sec": 1, "sun": 6}, frozenset({"nox"}))


def test_seven_names_are_numbered_from_monday() -> None:
    assert list(number_weekdays(NAMES).values()) == list(range(7))


@pytest.mark.parametrize(
    ("words", "days", "with_short"),
    [
        ([], set(), set()),
        (["primo"], {0}, {0}),
        (["primos", "septimos"], {0, 6}, {0, 6}),
        (["sec"], set(), {1}),
        (["sun", "secundo"], {1}, {1, 6}),
        (["secs", "suns"], set(), set()),
        (["primoss", "Primo", "prim"], set(), set()),
    ],
)
def test_plurals_count_and_short_names_where_asked_for(words: list[str], days: set[int], with_short: set[int]) -> None:
    assert weekdays_in(words, DAYS) == days
    assert weekdays_in(words, DAYS, short=True) == with_short
    assert tells_weekdays(words, DAYS) is bool(days)


@given(st.lists(st.sampled_from(["primo", "sec", "sun", "x", ""])))
def test_short_names_only_add_days(words: list[str]) -> None:
    assert weekdays_in(words, DAYS) <= weekdays_in(words, DAYS, short=True)
    assert not weekdays_in(words, NO_WEEKDAYS, short=True)


def test_a_night_may_be_named_by_the_day_beside_it() -> None:
    assert may_be_next_day(["nox", "primo"], DAYS)
    assert not may_be_next_day(["primo"], DAYS)
    assert not may_be_next_day(["nox"], NO_WEEKDAYS)
