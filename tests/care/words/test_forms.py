"""Equivalents take the form of the word of the source, or of what a model wrote in its place."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Entry, Found
from translate.care.words.forms import inflected
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")


@pytest.mark.parametrize(
    ("before", "right"), [("Remplacez les ", "water heaters"), ("Remplacez le ", "water heater"), ("", "water heater")]
)
def test_an_article_tells_the_plural_of_a_word_that_has_none(before: str, right: str) -> None:
    found = Found(Entry("chauffe-eau", "nm", ("water heater",)), is_inflected=False)
    assert inflected("water heater", found, "chauffe-eau", "heaters", "Replace the ", before, FR, EN) == right


@pytest.mark.parametrize(
    ("there", "before", "own_before", "right"),
    [
        ("betook", "The butcher ", "Le boucher a ", "pared"),  # what the model made up tells no form
        ("betook", "The butcher ", "Le boucher a souvent ", "pared"),
        ("betook", "The butcher has ", "Le boucher a ", "pared"),
        ("hollow", "The meat is ", "La viande est ", "pared"),
        ("betook", "He did not ", "Il n'a pas ", "pare"),
        ("cuts", "The butcher ", "Le boucher ", "pares"),
        ("way", "The butcher wants to ", "Le boucher veut ", "pare"),
        ("way", "The butcher ", "Le boucher a la ", "pare"),  # no auxiliary, for an article stands between
    ],
)
def test_an_auxiliary_of_the_source_tells_the_past_where_the_target_tells_no_form(
    there: str, before: str, own_before: str, right: str
) -> None:
    found = Found(Entry("parer", "v", ("pare",)), is_inflected=True)
    assert inflected("pare", found, "paré", there, before, own_before, FR, EN) == right
