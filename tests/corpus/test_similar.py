"""Units that share most of their letters share a number, and others do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.formats.samples import PLAIN
from translate.corpus import Tally, deduplicate
from translate.corpus.similar import similar_keys
from translate.data import TranslationUnit, Variant

SOURCE = "Le comité des finances se réunit chaque premier lundi du mois dans la grande salle de la mairie de Rouen."
TARGET = "The finance committee meets every first Monday of the month in the great hall of the town hall of Rouen."


def unit(source: str, target: str = TARGET, name: str = "a") -> TranslationUnit:
    return replace(PLAIN, name=name, source=Variant("fr", source), target=Variant("en", target))


def are_alike(one: TranslationUnit, other: TranslationUnit) -> bool:
    return bool(set(similar_keys(one).tolist()) & set(similar_keys(other).tolist()))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (SOURCE, TARGET),
        (SOURCE.upper(), TARGET.replace(".", " !")),
        (SOURCE.replace("premier", "dernier"), TARGET.replace("first", "last")),
        (f"{SOURCE} (suite)", TARGET),
        (SOURCE.replace("Rouen", "Dieppe"), TARGET.replace("Rouen", "Dieppe")),
    ],
)
def test_a_word_more_less_or_other_leaves_units_alike(source: str, target: str) -> None:
    assert are_alike(unit(SOURCE), unit(source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Le port est fermé.", "The port is closed."),
        (TARGET, SOURCE),
        ("", ""),
        (SOURCE[:30], TARGET[:30]),
    ],
)
def test_other_units_are_not_alike(source: str, target: str) -> None:
    assert not are_alike(unit(SOURCE), unit(source, target))


def test_numbers_are_the_same_in_every_run() -> None:
    assert similar_keys(unit("a", "b")).tolist()[:2] == similar_keys(unit("A.", "b!")).tolist()[:2]
    assert len(similar_keys(unit(SOURCE))) == 14
    assert similar_keys(unit("\ud800", "")).dtype == "int64"


def test_similar_units_are_dropped_and_the_first_of_them_stays() -> None:
    units = [
        unit(SOURCE, name="a"),
        unit("Autre chose.", "Something else.", name="b"),
        unit(SOURCE.replace("premier", "dernier"), TARGET.replace("first", "last"), name="c"),
    ]
    tally, dropped = Tally(), list[TranslationUnit]()
    assert [one.name for one in deduplicate(units, "similar", "first", tally, dropped.append)] == ["a", "b"]
    assert [one.name for one in deduplicate(units, "similar", "last", Tally())] == ["b", "c"]
    assert tally.dropped == {"similar pair": 1}
    assert [one.name for one in dropped] == ["c"]
