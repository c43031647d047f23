"""Months are told by name, and dated by the figures beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.dates.months import NO_MONTHS, Months, iter_dated_months, months_in, number_months

NUMBERS = number_months("una dua tre qua cin ses sep ott nov dec und dod", "un . tr . . . . . . . . .")
MONTHS = Months(NUMBERS, day_endings=("st", "th"), joints=("of",))


def dated(text: str) -> list[tuple[int, int, str]]:
    return [(one.month, one.beside, one.text) for one in iter_dated_months(text, MONTHS)]


def test_twelve_names_are_numbered_and_short_ones_beside_them() -> None:
    assert [NUMBERS[name] for name in ("una", "dod", "un", "tr")] == [1, 12, 1, 3]
    assert "." not in NUMBERS


@pytest.mark.parametrize(
    ("text", "months"),
    [("", set()), ("Una, DUA and tre", {1, 2, 3}), ("unas", set()), ("un-tr", {1, 3}), ("x2una", {1})],
)
def test_months_are_whole_words_in_any_case(text: str, months: set[int]) -> None:
    assert months_in(text, MONTHS) == months
    assert months_in(text, NO_MONTHS) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14 una", [(1, 14, "14 una")]),
        ("1st of Dua", [(2, 1, "1st of Dua")]),
        ("14th dod 2024", [(12, 14, "14th dod")]),
        ("3. tre", [(3, 3, "3. tre")]),
        ("dod 14th, 2024", [(12, 14, "dod 14th")]),
        ("tr. 5", [(3, 5, "tr. 5")]),
        ("qua 2024", [(4, 2024, "qua 2024")]),
        ("qua 1999.", [(4, 1999, "qua 1999")]),
        ("31\u00a0una", [(1, 31, "31\u00a0una")]),
        ("1 una, 2 dua", [(1, 1, "1 una"), (2, 2, "2 dua")]),
    ],
)
def test_a_month_is_dated_by_a_day_or_a_year(text: str, found: list[tuple[int, int, str]]) -> None:
    assert dated(text) == found


@pytest.mark.parametrize(
    "text", ["", "una", "32 una", "0 una", "1,4 una", "14 unas", "una 3,5", "una 3/4", "una 2124", "x1 una"]
)
def test_other_figures_date_no_month(text: str) -> None:
    assert dated(text) == []


def test_a_language_without_months_dates_none() -> None:
    assert list(iter_dated_months("14 una", NO_MONTHS)) == []


@given(st.text(st.sampled_from("1234 .,/unadtresth\u00a0\ud800é"), max_size=40))
def test_a_dated_month_is_named_and_stands_in_the_text(text: str) -> None:
    for month, beside, written in dated(text):
        assert written in text
        assert month in months_in(written, MONTHS)
        assert 1 <= beside <= 31 or 1900 <= beside < 2100


@pytest.mark.parametrize("bit", ["14 ", "una ", "1st of ", "una. "])
def test_a_long_text_is_dated_in_little_time(bit: str) -> None:
    assert dated(bit * (60_000 // len(bit)) + "\n9th of tre") == [(3, 9, "9th of tre")]
