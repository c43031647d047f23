"""Measures that words tell by a part of their unit are read with their values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from translate.languages import find_language
from translate.text.amounts.measured_parts import read_measured_parts


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Une heure et quart plus tard", {(Decimal("1.25"), "h")}),
        ("fr", "trois quarts d'heure", {(Decimal("0.75"), "h")}),
        ("fr", "depuis un demi-siècle", {(Decimal("0.5"), "century")}),
        ("fr", "4 ans et demi", {(Decimal("4.5"), "year")}),
        ("en", "half a century ago", {(Decimal("0.5"), "century")}),
        ("en", "an hour and a half", {(1, "h"), (Decimal("1.5"), "h")}),
        ("en", "three quarters of an hour", {(Decimal("0.75"), "h"), (1, "h")}),
        ("en", "€37 a day", {(1, "d")}),
        ("fr", "Le quart, une heure", set()),
        ("fr", "la moitié des voix", set()),
        ("en", "and a half", set()),
        ("en", "half", set()),
    ],
)
def test_a_part_of_a_unit_is_a_value(language: str, text: str, expected: set[tuple[Decimal, str]]) -> None:
    own = find_language(language)
    found = read_measured_parts(text, own.units, own.number_words, own.multiples)
    assert set(found) >= expected
    assert bool(found) is bool(expected)
