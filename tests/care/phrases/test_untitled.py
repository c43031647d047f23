"""Titles that nobody asked for: what a label has small is small in its translation, but for words with capitals."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Dictionary
from translate.care.phrases.untitled import Untitled
from translate.languages import find_language


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("Gants de jardin", "Garden Gloves", "Garden gloves"),
        ("Parlement européen", "European Parliament", "European Parliament"),  # a name
        ("Victoire libyenne", "Libyan Victory", "Libyan victory"),
        ("Routes sélectionnées :", "Selected Routes:", "Selected routes:"),
        ("Nombre de lits et de chambres", "Number of Beds and Rooms", "Number of beds and rooms"),
        ("Gants de Jardin", "Garden Gloves", "Garden Gloves"),  # a title in the source too
        ("Gants", "Garden Gloves", "Garden Gloves"),  # one word says nothing of the case
        ("Les gants sont là.", "Gloves There.", "Gloves There."),  # a sentence
        ("Gants de jardin", "Garden gloves", "Garden gloves"),
        ("Gants de jardin", "Garden GLOVES", "Garden GLOVES"),
        ("3 mois", "3 Months", "3 months"),  # behind a number too
        ("1 mois", "1 Month", "1 month"),
        ("4 mois", "4 Month", "4 months"),
        ("2 lundis", "2 Monday", "2 Mondays"),  # always with a capital
        ("3 Mois", "3 Months", "3 Months"),
        ("3 chats", "3 cats", "3 cats"),
        ("3 chats", "3 Xylops", "3 Xylops"),
        ("Gants de jardin", "Garden Xylops", "Garden Xylops"),  # perhaps a name
    ],
)
def test_a_label_has_no_more_capitals_than_its_source(
    dictionary: Dictionary, source: str, target: str, mended: str
) -> None:
    for start, end, new in Untitled(dictionary, find_language("en")).edits(source, target):
        target = target[:start] + new + target[end:]
    assert target == mended
