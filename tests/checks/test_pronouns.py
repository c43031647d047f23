"""Orders about things have no *him*; those that name a person may."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate.data import Issue

Find = Callable[..., tuple[Issue, ...]]


@pytest.mark.parametrize(
    ("source", "target", "is_told"),
    [
        ("Laissez-le sécher 24 heures.", "Let him dry for 24 hours.", True),
        ("Tapotez le filtre, puis rincez-la.", "Tap the filter, then rinse her.", True),
        ("Laissez-le sécher 24 heures.", "Let it dry for 24 hours.", False),
        ("Si vous voyez Paul, prévenez-le.", "If you see Paul, tell him.", False),
        ("Voici M. Roux : suivez-le.", "Here is Mr Roux: follow him.", False),
        ("Appelez-le demain.", "Call him tomorrow.", False),
        ("Regardez-la dormir.", "Watch her sleep.", False),
        ("Laissez-le parler.", "Let him speak.", False),
        ("Laissez-la dormir.", "Let her sleep.", False),
        ("Il cherche son sac : posez-le devant lui.", "He looks for his bag: put it in front of him.", False),
        ("Il le laisse sécher.", "He lets it dry.", False),
        ("Parlez-lui.", "Talk to him.", False),
    ],
)
def test_a_person_where_the_source_orders_about_a_thing_warns(
    find: Find, source: str, target: str, is_told: bool
) -> None:
    assert [issue.severity for issue in find("pronouns", source, target)] == (["warning"] if is_told else [])
