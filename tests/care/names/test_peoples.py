"""Peoples are found behind articles, numbers and their adjectives, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.alignment.dictionary import find_dictionary
from translate.care.base import Request
from translate.care.names.peoples import Peoples
from translate.care.words.rare_words import WORD
from translate.data import Passage
from translate.languages import find_language

DICTIONARY = find_dictionary("fr", "en")
assert DICTIONARY is not None
PEOPLES = Peoples(DICTIONARY, find_language("fr"))
WORDS = ["trois", "jeunes", "une", "Mauriciens", "Corses", "Bretonnes", "le", "3", "Danois", "vit", "de"]


def find(text: str) -> list[tuple[str, str, bool]]:
    """Return the peoples of a text, the first of what they are called, and whether they are several."""
    request, words = Request(Passage(text), text=text), list(WORD.finditer(text))
    found = [one for number in range(len(words)) if (one := PEOPLES.people_at(words, number, request))]
    return [(text[one.start : one.end], one.found[0].entry.english[0], one.found[0].is_inflected) for one in found]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Trois Mauriciennes ont gagné.", ("Mauriciennes", "Mauritian", True)),
        ("Il y a 3 Mauriciens.", ("Mauriciens", "Mauritian", True)),
        ("Deux Corses sont là.", ("Corses", "Corsican", True)),
        ("Une jeune Mauricienne est là.", ("Mauricienne", "Mauritian", False)),
        ("Deux jeunes Mauriciens sont là.", ("Mauriciens", "Mauritian", True)),
        ("Les autres Mauriciens sont là.", ("Mauriciens", "Mauritian", True)),
    ],
)
def test_a_people_is_found_behind_a_number_or_its_adjective(text: str, people: tuple[str, str, bool]) -> None:
    assert find(text) == [people]


@pytest.mark.parametrize(
    "text",
    [
        "Jeunes Mauriciens recherchés",  # no determiner
        "Il y en a trois. Mauriciens et Corses sont là.",
        "Trois, Mauriciens compris",
        "Trois Pierre sont là.",
        "Deux Corses Durand sont là.",
        "Il mange trois pommes.",
    ],
)
def test_no_people_is_found_without_a_determiner_or_a_number(text: str) -> None:
    assert find(text) == []


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.sampled_from([" ", ", ", ". ", "-"]))
def test_a_people_begins_with_a_capital_and_stands_in_the_text(some: list[str], mark: str) -> None:
    text = mark.join(some)
    for name, said, _ in find(text):
        assert name in text and name[0].isupper() and said
