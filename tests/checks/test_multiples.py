"""Another *once*, *half* or *3rd* than the source has is told; the same in other words is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate.data import Issue

Find = Callable[..., tuple[Issue, ...]]

OTHER = [
    ("Frappez deux fois.", "Knock once."),
    ("Elle est venue une fois.", "She came twice."),
    ("Il rate le but 4 fois.", "He misses the goal three times."),
    ("La moitié du pain est rassise.", "A third of the bread is stale."),
    ("Un quart de l'eau s'évapore.", "Half of the water evaporates."),
    ("Le 5e étage est calme.", "The 5 floors are quiet."),
    ("Au sixième coup, ouvrez.", "On six strokes, open."),
]
SAME = [
    ("Frappez deux fois.", "Knock twice."),
    ("Frappez deux fois.", "Knock two times."),
    ("Une fois rentré, il dort.", "Once home, he sleeps."),
    ("Il a vu le film deux fois une fois adulte.", "He saw the film twice once he was grown up."),
    ("La moitié du pain.", "50% of the bread."),
    ("Un quart des voix.", "25% of the votes."),
    ("Un quart d'heure plus tard.", "Fifteen minutes later."),
    ("Le tiers payant.", "The third party pays."),
    ("Le 5e étage est calme.", "Floor 5 is quiet."),
    ("Le 5e étage est calme.", "The fifth floor is quiet."),
    ("Les deux tiers des voix.", "Two thirds of the votes."),
    ("Un essai de 3e phase.", "A phase 3 trial."),
]


@pytest.mark.parametrize(("source", "target"), OTHER)
def test_another_multiple_is_told(find: Find, source: str, target: str) -> None:
    assert find("numbers", source, target)


@pytest.mark.parametrize(("source", "target"), SAME)
def test_the_same_in_other_words_is_not(find: Find, source: str, target: str) -> None:
    assert find("numbers", source, target) == ()
