"""Closings of letters are told from sentences that are too short."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.text.usage.formulas import is_closing

CLOSINGS = find_language("fr").closings, find_language("en").closings

FRENCH = "Je vous prie d’agréer, Monsieur, l’expression de mes sentiments distingués."


@pytest.mark.parametrize(
    "english",
    [
        "Yours faithfully,",
        "Kind regards",
        "With best wishes.",
        "Sincerely yours,",
        " Best regards ",
        "Regards,",
        "I look forward to hearing from you. Yours faithfully,",
    ],
)
def test_an_english_formula_closes_a_french_letter_in_either_direction(english: str) -> None:
    assert is_closing(FRENCH, english, *CLOSINGS)
    assert is_closing(english, FRENCH, *reversed(CLOSINGS))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Le gouvernement a annoncé mardi des mesures.", "Yours faithfully,"),
        (FRENCH, "I am,"),
        (FRENCH, "Regards were sent."),
        (FRENCH, FRENCH),
        (FRENCH, "With the kindest regards of all who are in the house"),
        (FRENCH, "I look forward to hearing from you."),
        (FRENCH, "Thank you for what you have done. He sends his regards,"),
        ("", ""),
    ],
)
def test_other_texts_close_nothing(source: str, target: str) -> None:
    assert not is_closing(source, target, *CLOSINGS)
