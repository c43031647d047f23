"""A word whose contrary stands in the other text is turned round, unless that text says it too."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.text.usage.opposites import CONTRARY, NO_OPPOSITES, Opposites, Turned, find_lost_sides, find_turned
from translate.text.words import split_lowered

FRENCH, ENGLISH = find_language("fr").opposites, find_language("en").opposites


@pytest.mark.parametrize(
    ("source", "target", "turned"),
    [
        ("Le pain est sans sel.", "The bread is with salt.", [Turned("sans", "with")]),
        ("Tournez à gauche.", "Turn right.", [Turned("gauche", "right")]),
        ("Fermez avant midi.", "Close after noon.", [Turned("avant", "after")]),
        ("La hausse des loyers.", "The fall in rents.", [Turned("hausse", "fall")]),
        (
            "Sa mère arrive hier.",
            "His father arrives tomorrow.",
            [Turned("mère", "father"), Turned("hier", "tomorrow")],
        ),
        ("Le pain est sans sel.", "The bread has no salt, with a crust.", []),  # said otherwise
        ("Il y a plus de 50 places.", "There are fewer than 50 seats.", [Turned("plus de", "fewer than")]),
        ("Au moins 18 ans.", "At most 18 years.", [Turned("au moins", "at most")]),
        ("Pas plus de 3 jours.", "Not more than 3 days.", []),
        ("Avec ou sans sel.", "With salt.", []),  # the source has both
        ("Il est sans voiture.", "He has a car.", []),  # what is lost is told elsewhere
        ("Il a droit à une pause.", "He has a right to a break.", []),
        ("Une entrée et une sortie.", "An exit.", []),
        ("", "", []),
    ],
)
def test_what_is_turned_round_is_named(source: str, target: str, turned: list[Turned]) -> None:
    assert find_turned(split_lowered(source), FRENCH, split_lowered(target), ENGLISH) == turned


def test_a_language_without_such_words_turns_nothing_round() -> None:
    assert find_turned(["gauche"], FRENCH, ["right"], NO_OPPOSITES) == []
    assert find_turned(["gauche"], NO_OPPOSITES, ["right"], ENGLISH) == []


@pytest.mark.parametrize("opposites", [FRENCH, ENGLISH], ids=["French", "English"])
def test_each_meaning_has_words(opposites: Opposites) -> None:
    assert set(opposites.surely.values()) == set(CONTRARY)
    assert all(meaning in opposites.maybe[word] for word, meaning in opposites.surely.items())


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("Laissez à droite le chemin qui mène à la ferme.", "Leave the way to the farm.", ["à droite"]),
        ("Sur votre gauche, une tour.", "On your side, a tower.", ["votre gauche"]),
        ("Laissez à droite le chemin.", "Leave the path on the right.", []),
        ("La gauche a voté contre.", "The socialists voted against.", []),
    ],
)
def test_sides_that_are_left_out_are_named(source: str, target: str, lost: list[str]) -> None:
    assert find_lost_sides(split_lowered(source), FRENCH, split_lowered(target), ENGLISH) == lost
