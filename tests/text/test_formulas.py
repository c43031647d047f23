"""Closings of letters are told from sentences that are too short."""

from __future__ import annotations

import pytest

from translate.text.formulas import is_closing, is_signature

FRENCH = "Je vous prie d’agréer, Monsieur, l’expression de mes sentiments distingués."


@pytest.mark.parametrize(
    "english",
    ["Yours faithfully,", "Kind regards", "With best wishes.", "Sincerely yours,", " Best regards ", "Regards,"],
)
def test_an_english_formula_closes_a_french_letter_in_either_direction(english: str) -> None:
    assert is_closing(FRENCH, english)
    assert is_closing(english, FRENCH)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Le gouvernement a annoncé mardi des mesures.", "Yours faithfully,"),
        (FRENCH, "I am,"),
        (FRENCH, "Regards were sent."),
        (FRENCH, FRENCH),
        ("", ""),
    ],
)
def test_other_texts_close_nothing(source: str, target: str) -> None:
    assert not is_closing(source, target)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P. Moreau", True),
        ("J.-B. Clément", True),  # a word too, « clément », but who has two initials is a person
        ("A. de Moreau", True),
        ("M. Moreau", False),  # « monsieur »
        ("B. Conclusion", False),
        ("P. Moreau est absent", False),
        ("P. 12", False),
        ("Moreau", False),
    ],
)
def test_initials_and_a_surname_are_no_words(text: str, expected: bool) -> None:
    assert is_signature(text, lambda word: word == "Moreau") is expected
