"""Units are read behind numbers, by symbol and by name, and compared within their kind."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.amounts.units import (
    NO_UNIT_WORDS,
    UnitWords,
    _named,
    is_converted,
    is_dropped,
    kind_of,
    unit_at,
    units_named,
)

WORDS = UnitWords({"metre": "m", "metres": "m", "square metres": "m²", "hours": "h", "days": "d", "tablets": "tablet"})


@pytest.mark.parametrize(
    ("behind", "unit", "length"),
    [
        (" km", "km", 3),
        ("km", "km", 2),
        ("-km", "km", 3),
        ("\u202fkm/h.", "km/h", 5),
        (" m2", "m²", 3),
        (" ko", "kB", 3),
        (" °\u00a0C", "°C", 4),
        (" % of", "%", 2),
        (" metres", "m", 7),
        (" Square-Metres", "m²", 14),
        (" square metres", "m²", 14),
        (" KWh", "kWh", 4),
        (" tablets", "tablet", 8),
    ],
)
def test_a_unit_stands_behind_its_number(behind: str, unit: str, length: int) -> None:
    text = "12" + behind
    assert unit_at(text, 2, WORDS) == (unit, 2 + length)


def test_the_expression_is_the_same_in_every_process_so_that_it_is_kept_once() -> None:
    code = "from translate.text.amounts import units; print(units._named(units.NO_UNIT_WORDS))"
    environment = {**os.environ, "PYTHONHASHSEED": "7" if os.environ.get("PYTHONHASHSEED") != "7" else "8"}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert run.stdout.decode().strip() == _named(NO_UNIT_WORDS)


@pytest.mark.parametrize(
    "behind", ["", " ", "  km", " kms2", " meter", " m'", " g2", " in", " A", " d", " hourses", ",km", "é"]
)
def test_what_is_no_unit_is_empty_and_takes_no_place(behind: str) -> None:
    assert unit_at("12" + behind, 2, WORDS) == ("", 2)


def test_units_are_named_in_order_and_whole() -> None:
    assert units_named("square metres in two hours: 5km, cmx, xcm", WORDS) == ("m²", "h", "km")
    assert units_named("two hours", NO_UNIT_WORDS) == ()
    assert units_named("", WORDS) == ()


UNITS = ["km", "mi", "m²", "ft²", "kg", "lb", "°C", "°F", "l", "cm³", "h", "min", "mph", "km/h", "kB", "MB"]


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_conversion_has_no_direction_and_one_kind(value: float, other: float) -> None:
    for one, unit in product(UNITS, UNITS):
        found = is_converted(value, one, other, unit)
        assert found == is_converted(other, unit, value, one)
        assert not found or (kind_of(one) == kind_of(unit) and one != unit)


@pytest.mark.parametrize(
    ("value", "unit", "other", "to", "same"),
    [
        (100, "km/h", 62, "mph", True),
        (100, "km/h", 100, "mph", False),
        (-40, "°C", -40, "°F", True),
        (0, "°C", 32, "°F", True),
        (0, "°C", 40, "°F", False),
        (1, "h", 60, "min", True),
        (1, "kg", 2.2, "lb", True),
        (1, "kg", 1, "km", False),
        (0, "km", 0, "mi", True),
    ],
)
def test_two_measures_may_be_one(value: float, unit: str, other: float, to: str, same: bool) -> None:
    assert is_converted(value, unit, other, to) is same


@pytest.mark.parametrize(
    ("unit", "dropped"), [("year", True), ("°", True), ("tablet", True), ("kg", False), ("%", False)]
)
def test_a_translator_may_leave_out_what_goes_without_saying(unit: str, dropped: bool) -> None:
    assert is_dropped(unit) is dropped


@given(st.lists(st.sampled_from(["12", " ", "km", "m", "²", "/h", "hours", "\ud800", "'", "°", "C", "é", "\u00a0"])))
def test_a_unit_ends_within_its_text(parts: list[str]) -> None:
    text = "".join(parts)
    for place in range(len(text) + 1):
        unit, end = unit_at(text, place, WORDS)
        assert place <= end <= len(text)
        assert bool(unit) == (end > place)
        assert not unit or kind_of(unit)


@pytest.mark.parametrize("bit", ["km", "m/", "square ", "°", "k"])
def test_a_long_text_is_searched_for_units_in_little_time(bit: str) -> None:
    assert units_named(bit * (50_000 // len(bit)) + " 5 kg", WORDS)[-1] == "kg"
