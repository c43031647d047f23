"""Quantities: numbers with what they count, read by the rules of a language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import find_language
from translate.text.amounts.currencies import agree, says_less
from translate.text.amounts.quantities import Quantity, read_quantities
from translate.text.amounts.units import is_converted
from translate.text.dates.clock import iter_times
from translate.text.numbers.roman import regnal_numbers
from translate.text.words import split_lowered


def read(text: str, code: str) -> tuple[Quantity, ...]:
    language = find_language(code)
    rules = language.numerals, language.currencies, language.units
    return read_quantities(text, split_lowered(text), *rules).found


@pytest.mark.parametrize(
    ("code", "text", "value", "currency", "unit"),
    [
        ("fr", "8,2 M€", 8_200_000, "EUR", ""),
        ("fr", "6 Mds d'euros", 6_000_000_000, "EUR", ""),
        ("fr", "9 kCHF", 9_000, "CHF", ""),
        ("fr", "4€20", 4.2, "EUR", ""),
        ("fr", "15 $ CA", 15, "CAD", ""),
        ("fr", "75 cl", 75, "", "cl"),
        ("fr", "3 mètres carrés", 3, "", "m²"),
        ("en", "US$8.25m", 8_250_000, "USD", ""),
        ("en", "a 12-mile walk", 12, "", "mi"),
        ("en", "2½ hours", 2.5, "", "h"),
        ("de", "6 Mrd. Euro", 6_000_000_000, "EUR", ""),
    ],
)
def test_a_quantity_has_value_currency_and_unit(code: str, text: str, value: float, currency: str, unit: str) -> None:
    (quantity,) = read(text, code)
    assert (float(quantity.values[0]), quantity.currency, quantity.unit) == (value, currency, unit)


def test_numbers_in_a_row_share_what_the_last_one_counts() -> None:
    first, second = read("de 5 à 10 k€", "fr")
    assert first.values == (5, 5_000)
    assert (first.currency, first.is_shared, second.is_shared) == ("EUR", True, False)


def test_a_letter_multiplies_for_sure_only_beside_a_currency() -> None:
    assert read("3m", "en")[0].values == (3, 3_000_000)
    assert read("$3m", "en")[0].values == (3_000_000,)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("$", "CAD", True), ("CAD", "USD", False), ("XOF", "FCFA", True), ("F", "CHF", True), ("EUR", "£", False)],
)
def test_a_shared_sign_agrees_with_each_of_its_currencies(one: str, other: str, expected: bool) -> None:
    assert agree(one, other) is agree(other, one) is expected


def test_a_sign_alone_says_less_than_a_region_but_for_the_one_it_is_taken_for() -> None:
    assert says_less("$", "CAD")
    assert not says_less("$", "USD")
    assert not says_less("CAD", "$")


def test_measures_of_two_units_are_compared_by_their_factors() -> None:
    assert is_converted(10, "km", 6.2, "mi")
    assert is_converted(37, "°C", 98.6, "°F")
    assert not is_converted(10, "km", 10, "mi")
    assert not is_converted(10, "km", 10.1, "km")


def test_a_number_behind_a_name_is_regnal() -> None:
    assert regnal_numbers("Charles X, Philippe IV et François Ier") == {4: "Philippe IV", 1: "François Ier"}
    assert regnal_numbers("Then I went to see him.") == {}


def test_a_time_of_half_a_day_may_be_two() -> None:
    english, french = find_language("en"), find_language("fr")
    (unsure,) = iter_times("at 8:30", english.numerals.hour, english.clock)
    (sure,) = iter_times("à 8 h 30", french.numerals.hour, french.clock)
    assert (unsure.minutes, sure.minutes) == ({510, 1230}, {510})


@given(st.text(st.sampled_from("0123456789.,-–/:½× €$£MkKCHFUSDmd'’gl²° ")), st.sampled_from(["fr", "en", "de", "sv"]))
def test_any_text_can_be_read(text: str, code: str) -> None:
    for quantity in read(text, code):
        assert 0 <= quantity.number.start < quantity.number.end <= len(text)
