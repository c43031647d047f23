"""Roman figures have the values that they are written for, and only where they stand for numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.numbers.roman import (
    bare_roman_values,
    hints_at_roman_ordinals,
    read_roman_ordinals,
    regnal_numbers,
    roman_value,
)

ENDINGS = ("e", "th", "ème")
PARTS = (("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10))
SMALL = (("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def written(value: int) -> str:
    """Return a number in Roman figures."""
    figures = ""
    for letters, worth in (*PARTS, *SMALL):
        figures += letters * (value // worth)
        value %= worth
    return figures


@given(st.integers(1, 3999))
def test_a_number_survives_its_roman_figures(value: int) -> None:
    assert roman_value(written(value)) == value
    assert value in bare_roman_values(f"the {written(value)} of it", ())


def test_no_figures_are_nought() -> None:
    assert roman_value("") == 0


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("le XIXe siècle", [19]),
        ("XXth", [20]),
        ("les XVIIe et XVIIIe", [17, 18]),
        ("IVèmes", [4]),
        ("Ve", []),
        ("Xth", []),
        ("XIX", []),
        ("MIXe", [1009]),
        ("IIIIe", []),
        ("", []),
        ("XIXemes", []),
    ],
)
def test_an_ordinal_has_several_figures_and_an_ending(text: str, values: list[int]) -> None:
    found = read_roman_ordinals(text, ENDINGS)
    assert [number.readings[0][0] for number in found] == values
    assert not found or hints_at_roman_ordinals(text, ENDINGS)


def test_without_endings_there_are_no_ordinals() -> None:
    assert read_roman_ordinals("XIXe", ()) == ()
    assert not hints_at_roman_ordinals("XIXe", ())


@pytest.mark.parametrize(
    ("text", "values"), [("XIV, IIII, MIX and CIVIL", {14, 1009}), ("x iv", set()), ("XIXe", {19}), ("A4", set())]
)
def test_bare_figures_are_well_formed_words(text: str, values: set[int]) -> None:
    assert bare_roman_values(text, ENDINGS) == values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Louis XIV", {14: "Louis XIV"}),
        ("Élisabeth II et Napoléon Ier", {2: "Élisabeth II", 1: "Napoléon Ier"}),
        ("Malcolm X.", {}),
        ("Henri IV-bis", {}),
        ("PAUL VI", {}),
        ("louis XIV", {}),
        ("Chapter VI", {6: "Chapter VI"}),
        ("", {}),
    ],
)
def test_a_number_behind_a_name_belongs_to_it(text: str, found: dict[int, str]) -> None:
    assert regnal_numbers(text) == found


@given(st.text(st.sampled_from("IVXLCDMethèLouis .-\ud800é"), max_size=60))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    assert all(number.text in text for number in read_roman_ordinals(text, ENDINGS))
    assert all(name in text for name in regnal_numbers(text).values())
    assert all(0 < value < 4000 for value in bare_roman_values(text, ENDINGS))


@pytest.mark.parametrize("bit", ["I", "IV ", "X", "Louis ", "MDCLXVI"])
def test_long_runs_of_figures_are_no_numbers(bit: str) -> None:
    text = bit * (100_000 // len(bit))
    assert regnal_numbers(text) == {}
    assert bare_roman_values(text, ENDINGS) <= {4}
    assert read_roman_ordinals(text, ENDINGS) == ()
