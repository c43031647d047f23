"""The preposition before a town."""

from __future__ import annotations

from translate.languages import find_language
from translate.text.proper_names.towns import NO_TOWNS


def test_the_town_is_told() -> None:
    found = find_language("en").towns.at.search("He works at Saint-Denis.")
    assert found and (found[0], found["town"]) == ("at", "Saint-Denis")


def test_a_language_without_such_forms_finds_none() -> None:
    assert NO_TOWNS.at.search("He works at Ghent.") is None
