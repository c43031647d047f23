"""Given names: whoever is mentioned keeps theirs, saints and kings do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import UNDETERMINED, find_language
from translate.text.proper_names.given_names import find_renamed, find_saints, is_saints

FR, EN = find_language("fr").given_names, find_language("en").given_names
NAMES = st.lists(st.sampled_from([*map(str.title, FR.keys), *map(str.title, EN.keys), "et", "saint", "II"]), max_size=6)


def mended(source: str, target: str) -> str:
    for start, end, name in sorted(find_renamed(source, FR, target, EN), reverse=True):
        target = target[:start] + name + target[end:]
    return target


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("Jean est là.", "John is here.", "Jean is here."),
        ("Le livre de Pierre", "Peter's book", "Pierre's book"),
        ("Marie et Luc", "Mary and Luke", "Marie and Luc"),
        ("L'évangile selon Luc", "The Gospel of Luke", "The Gospel of Luke"),
        ("Saint Pierre", "Saint Peter", "Saint Peter"),
        ("Henri IV est mort.", "Henry IV is dead.", "Henry IV is dead."),
        ("Jean et John", "Jean and John", "Jean and John"),  # both are the source's
        ("Jean-Paul", "John-Paul", "John-Paul"),  # names of two parts are looked at elsewhere
        ("Une pierre, marc de café", "A stone, Peter", "A stone, Peter"),  # no names
        ("Anne", "John", "John"),  # somebody else
    ],
)
def test_whoever_is_mentioned_keeps_their_name(source: str, target: str, said: str) -> None:
    assert mended(source, target) == said


@given(NAMES, NAMES)
def test_what_changes_is_a_name_of_the_target_and_becomes_one_of_the_source(own: list[str], other: list[str]) -> None:
    source, target = " ".join(own), " ".join(other)
    for start, end, name in find_renamed(source, FR, target, EN):
        assert target[start:end] in other
        assert name in own
        assert target[start:end] not in own


def test_of_a_language_without_such_names_nothing_is_known() -> None:
    none = UNDETERMINED.given_names
    assert list(find_renamed("Jean", FR, "John", none)) == list(find_renamed("Jean", none, "John", EN)) == []


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("Sainte Cécile chante.", "Saint Cécile sings.", "Saint Cecilia sings."),
        ("Le pape Léon XIII", "Pope Leon XIII", "Pope Leo XIII"),  # its accents are gone
        ("Saint Pierre", "Saint Pierre", "Saint Peter"),
        ("Saint Denis", "Saint Denis", "Saint Denis"),  # who is called so in both
        ("La rue Saint Gilles", "Rue Saint Gilles", "Rue Saint Gilles"),
        ("Cécile chante.", "Cécile sings.", "Cécile sings."),
        ("Saint Nicolas et Nicolas", "Saint Nicolas and Nicolas", "Saint Nicolas and Nicolas"),  # which is which
    ],
)
def test_saints_and_popes_are_called_as_the_target_does(source: str, target: str, said: str) -> None:
    for start, end, name in sorted(find_saints(source, FR, target, EN), reverse=True):
        target = target[:start] + name + target[end:]
    assert target == said
    assert not list(find_saints(source, FR, target, UNDETERMINED.given_names))


def test_a_name_is_a_saints_by_what_stands_before_it() -> None:
    assert is_saints("Le jour de sainte ", FR)
    assert not is_saints("La rue saint ", FR)
