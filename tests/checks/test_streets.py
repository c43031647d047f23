"""Streets keep their names and their numbers in any language."""

from __future__ import annotations

import pytest

from translate.checks.streets import iter_lost_streets
from translate.languages import find_language

FRENCH = find_language("fr")


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("Livrez au 8 bd de la Liberté, bât. C", "Deliver at 8 bd de la Liberty, building C", "8 bd de la Liberté"),
        ("au 3, allée des Tilleuls, esc. B", "on the 3rd, alley of the Tilleuls, staircase B", "3, allée des Tilleuls"),
        (
            "M. K., 5 impasse du Puits, 22000 Vannes",
            "Mr K., 5 deadlock on the Puits, 22000 Vannes",
            "5 impasse du Puits",
        ),
        ("C'est au 14, rue du Moulin, à gauche.", "It is on Mill Street, on the left.", "14, rue du Moulin"),
    ],
)
def test_a_street_that_was_translated_is_lost(source: str, target: str, lost: str) -> None:
    assert list(iter_lost_streets(source, target, FRENCH)) == [lost]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Livrez au 8 bd de la Liberté, bât. C", "Deliver to building C, 8 boulevard de la Liberte"),
        ("12, rue de Londres, 1000 Bruxelles", "12 rue de Londres, 1000 Brussels"),  # towns have names in English
        ("Au 12, rue du Moulin, 22000 Vannes", "At 12 du Moulin street, 22000 Vannes"),
        ("au 10, rue Downing", "at 10 Downing Street"),
        ("Le 14, il pleut.", "On the 14th it rains."),
    ],
)
def test_what_stays_is_not(source: str, target: str) -> None:
    assert list(iter_lost_streets(source, target, FRENCH)) == []
