"""Numbers that both sides have and that changed their roles are told; those that kept them are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate.data import Issue, Severity

Find = Callable[..., tuple[Issue, ...]]

CHANGED = [
    ("Facture n° 512 de 48 €", "Invoice No 48 of €512"),
    ("Le lot A de 300 pièces vaut 45 €.", "Lot A of €300 is worth 45."),
    ("Le bon n° 77 vaut 20 €.", "Voucher no. 20 is worth 77."),
    ("Le dossier B-204 de 90 € est clos.", "The file €90 B-204 is closed."),
]
KEPT = [
    ("Facture n° 512 de 48 €", "Invoice No 512 of €48"),
    ("Entre 10 et 15 €.", "Between €10 and 15."),
    ("De 10 à 15 €.", "From €10 to €15."),
    ("Le bon n° 77 vaut 20 €.", "Voucher 77 is worth €20."),
    ("Le 3 mai, 40 personnes.", "40 people on 3 May."),
    ("2 lots de 30 €", "Two lots of €30"),
]
PARTS = [
    ("Page 4 sur 12", "Page 4 to 12", True),
    ("Étape 2 sur 5 terminée", "Step 2 on 5 completed", True),
    ("Il faut 4 à 12 heures.", "It takes 4 of 12 hours.", True),
    ("Une table de 80 sur 120 cm", "An 80 by 120 cm table", False),
    ("Il a eu 15 sur 20.", "He got 15 out of 20.", False),
    ("Page 4 sur 12", "Page 4 of 12", False),
    ("Entre 4 et 12 ans", "From 4 to 12 years", False),
]


@pytest.mark.parametrize(("source", "target", "is_told"), PARTS)
def test_a_part_of_a_whole_that_became_a_range_warns(find: Find, source: str, target: str, is_told: bool) -> None:
    assert [one.severity for one in find("numbers", source, target)] == ([Severity.WARNING] if is_told else [])


@pytest.mark.parametrize(("source", "target"), CHANGED)
def test_a_changed_role_refuses(find: Find, source: str, target: str) -> None:
    assert Severity.ERROR in {issue.severity for issue in find("numbers", source, target)}


@pytest.mark.parametrize(("source", "target"), KEPT)
def test_a_kept_role_is_right(find: Find, source: str, target: str) -> None:
    assert find("numbers", source, target) == ()
