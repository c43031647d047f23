"""Dates in figures: which are found, and what a model may make of them."""

from __future__ import annotations

import re

import pytest

from translate.text.dates.digit_dates import find_digit_dates


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Né le 07/08/1954.", ["07.08.1954"]),
        ("du 3/2/21 au 15.06.2024", ["3.2.21", "15.06.2024"]),
        ("le 03-02-2021, à midi", ["03.02.2021"]),
        ("le 12/31/2020", ["12.31.2020"]),
        ("40-50-2020", []),
        ("00/08/1954", []),
        ("04-90-00", []),
        ("06.12.34.56.78", []),
        ("version 1.2.3", []),
        ("https://site.fr/07/08/1954", []),
        ("2021-02-03", []),
        ("7/8", []),
        ("le 22/03 à 14:30", ["22-03"]),
        ("le 4/02 entre 8 h et midi", ["4-02"]),
        ("le 22/03", []),
        ("12/20 à 14 h, 3/4 de 8 h, 1/03/4 à 8 h", []),
        ("", []),
    ],
)
def test_dates_are_found_and_asked_for_as_a_model_copies_them(text: str, asked: list[str]) -> None:
    assert [one.asked for one in find_digit_dates(text)] == asked


@pytest.mark.parametrize("made", ["07.08.1954", "7.8.1954", "07/08/1954", "1954-08-07", "1954-07-08", "1954/8/7"])
def test_what_a_model_makes_of_a_date_is_known(made: str) -> None:
    (found,) = find_digit_dates("Né le 07/08/1954")
    assert re.fullmatch(found.made, made)
    assert not re.fullmatch(found.made, "09.08.1954")
