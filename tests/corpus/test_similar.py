"""Units that share most of their letters share a number, and others do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.formats.samples import PLAIN
from translate.corpus import Tally, dedup, deduplicate
from translate.corpus.similar import similar_keys
from translate.data import TranslationUnit, Variant

SOURCE = "Le comité des finances se réunit chaque premier lundi du mois dans la grande salle de la mairie de Rouen."
PORT = [-2_514_459_470_567_938_723, -8_844_679_758_252_319_900]
"""The first numbers of a unit whose sides are « Le port. » and "The port."."""
WORDS = [f"{one}{other}" for one in "abcdef" for other in "xyzuvw"] * 2
TARGET = "The finance committee meets every first Monday of the month in the great hall of the town hall of Rouen."


def unit(source: str, target: str = TARGET, name: str = "a") -> TranslationUnit:
    return replace(PLAIN, name=name, source=Variant("fr", source), target=Variant("en", target))


def keys_of(*units: TranslationUnit) -> list[list[int]]:
    rows: list[list[int]] = similar_keys([(one.source.text, one.target.text) for one in units]).tolist()
    return rows


def are_alike(one: TranslationUnit, other: TranslationUnit) -> bool:
    return bool(set(keys_of(one)[0]) & set(keys_of(other)[0]))


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
    assert keys_of(unit("a", "b")) == keys_of(unit("A.", "b!"))
    assert [len(row) for row in keys_of(unit(SOURCE))] == [14]
    assert keys_of(unit("Le port.", "The port."))[0][:2] == PORT


def test_a_unit_has_the_numbers_beside_others_that_it_has_alone() -> None:
    units = [unit(SOURCE), unit("", ""), unit("ab", "\ud800"), unit(TARGET, SOURCE), unit("abcde"), unit("", TARGET)]
    assert keys_of(*units) == [row for one in units for row in keys_of(one)]


def test_units_that_are_looked_at_apart_are_found_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    units = [unit(f"{SOURCE} {word * 9}" if place % 7 else SOURCE, word * 30) for place, word in enumerate(WORDS)]
    whole = list(deduplicate(units, "similar", "first", Tally()))
    monkeypatch.setattr(dedup, "_TOGETHER", 3)
    monkeypatch.setattr(dedup, "_MOST_CHARACTERS", 300)
    assert list(deduplicate(units, "similar", "first", Tally())) == whole
    assert 0 < len(whole) < len(units)


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
