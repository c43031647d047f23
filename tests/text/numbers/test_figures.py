"""Numbers in figures: what one language writes is read again, and is another language's after one step."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import find_language, known_languages
from translate.text.numbers.figures import Figures, digits_of, pattern_of_halves, value_of

KNOWN = [figures for code in known_languages() if (figures := find_language(code).figures)]
FRENCH, ENGLISH = (find_language(code).figures or Figures(",", ".", ".") for code in ("fr", "en"))
wholes = st.integers(0, 10**12).map(str)
parts = st.text(st.sampled_from("0123456789"), max_size=4)


@given(wholes, parts, st.sampled_from(KNOWN), st.sampled_from(KNOWN))
def test_a_number_survives_every_way_of_writing_it(whole: str, part: str, one: Figures, other: Figures) -> None:
    written = one.write(whole, part)
    assert value_of(written.removesuffix(part) if part else written, part) == value_of(whole, part)
    match = regex.fullmatch(one.pattern, written)
    if part or len(whole) > one.longest_plain:
        assert match is not None
        again = other.write(match["whole"], match["part"] or "")
        assert digits_of(again) == whole + part
        assert one is not other or again == written
    else:
        assert match is None and written == whole


@pytest.mark.parametrize(
    ("written", "whole", "part"),
    [
        ("1 280.50", "1280", "50"),
        ("1,280,50", "1280", "50"),
        ("1,280.50", "1280", "50"),
        ("12 345 678.9", "12345678", "9"),
    ],
)
def test_a_number_by_halves_is_read(written: str, whole: str, part: str) -> None:
    match = regex.fullmatch(pattern_of_halves(FRENCH, ENGLISH), written)
    assert match is not None and (digits_of(match["whole"]), match["part"]) == (whole, part)


@pytest.mark.parametrize("written", ["1 280", "1280.50", "12 80.5", "1 280,", "1.280,50"])
def test_other_numbers_are_not_by_halves(written: str) -> None:
    assert regex.fullmatch(pattern_of_halves(FRENCH, ENGLISH), written) is None


def test_only_a_longer_number_than_its_language_leaves_plain_is_grouped() -> None:
    assert ENGLISH.write("1234", "5") == "1234.5"
    assert ENGLISH.write("1 234", "5") == "1,234.5"
    assert ENGLISH.write("12345", "") == "12,345"
    assert FRENCH.write("12345", "") == "12\u202f345"


def test_noughts_behind_the_mark_are_worth_nothing() -> None:
    assert value_of("1 280", "500") == value_of("1,280", "5") == ("1280", "5")
    assert value_of("1280", "00") == value_of("1280", "") == ("1280", "")
