"""Which terms of two languages are known to mean the same, and which are one word in both."""

from __future__ import annotations

from functools import cache

import pytest

from translate.languages import find_language
from translate.terms.equivalents import Equivalents


@cache
def known(source: str = "fr", target: str = "en") -> Equivalents:
    """What is known of two languages, which takes its time to read."""
    return Equivalents(find_language(source), find_language(target))


@pytest.mark.parametrize(
    ("source", "target", "are_equivalent"),
    [
        ("maison", "house", True),
        ("Maison", "Houses", True),
        ("cheval", "horse", True),
        ("chevaux", "horses", True),
        ("administration", "administrations", True),
        ("compteur", "comma", False),
        ("compteur", "meter", True),
        ("compteur", "computer", False),
        ("maison", "horse", False),
        ("maison", "house boat", False),
        ("pompe", "heat pump", False),
        ("parallèle", "parallel", True),
    ],
)
def test_equivalents_are_in_the_dictionary_in_any_form_or_nearly_written_alike(
    source: str, target: str, are_equivalent: bool
) -> None:
    assert known().are_equivalent(source, target) is are_equivalent


@pytest.mark.parametrize(("source", "target", "is_one"), [("parallèle", "parallel", True), ("maison", "house", False)])
def test_without_a_dictionary_only_what_is_alike_is_known(source: str, target: str, is_one: bool) -> None:
    assert known("pt", "nl").are_equivalent(source, target) is is_one
    assert known("pt", "nl").entries(source) == []
    assert known("pt", "nl").parts_of_target(target) == frozenset()


@pytest.mark.parametrize(
    ("source", "target", "is_identifier"),
    [
        ("Hydrolux", "hydrolux", True),
        ("hydrolux", "hydroluxe", False),
        ("table", "table", False),
        ("hydrolux pro", "hydrolux pro", False),
    ],
)
def test_an_identifier_is_one_word_that_no_lexicon_has(source: str, target: str, is_identifier: bool) -> None:
    assert known().is_identifier(source, target) is is_identifier


@pytest.mark.parametrize(("word", "part"), [("house", "n"), ("horse", "n"), ("slow", "adj")])
def test_a_target_word_has_the_parts_of_speech_of_what_it_renders(word: str, part: str) -> None:
    assert part in known().parts_of_target(word)


@pytest.mark.parametrize("word", ["", "hydrolux", "heat pump"])
def test_a_target_that_nothing_renders_has_no_parts(word: str) -> None:
    assert known().parts_of_target(word) == frozenset()
