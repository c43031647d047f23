"""What lasts in the source is no time of the day in the target."""

from __future__ import annotations

import pytest

from translate.checks import check_unit, load_checks
from translate.config import CheckConfig
from translate.data import Origin, Severity, TranslationUnit, Variant

CONFIG = CheckConfig()
CHECKS = [one for one in load_checks(CONFIG) if one.name == "numbers"]


def durations(source: str, target: str) -> list[str]:
    unit = TranslationUnit("unit", Variant("fr", source), Variant("en", target), Origin.MACHINE)
    found = [one for one in check_unit(unit, CHECKS, CONFIG) if "time of the day" in one.message]
    assert all(one.severity is Severity.WARNING for one in found)
    return [one.message.split('"')[1] for one in found]


@pytest.mark.parametrize(
    ("source", "target", "written"),
    [
        ("Laissez mijoter de 1 h à 1 h 30.", "Let it simmer from 1:00 to 1:30.", "1:00"),
        ("Laissez mijoter 45 min à 1 h.", "Let it simmer 45 min to 1:00.", "1:00"),
        ("Cuisson : 1 h 30", "Cooking: 1:30", "1:30"),
        ("La séance dure 1 h 45.", "The sitting lasts at 1.45 a.m.", "1.45"),
        ("Le voyage dure 02 h 05.", "The trip lasts 2:05.", "2:05"),
    ],
)
def test_a_duration_as_a_time_of_the_day_is_told(source: str, target: str, written: str) -> None:
    assert durations(source, target) == [written]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Laissez mijoter de 1 h à 1 h 30.", "Let it simmer for 1 hour to 1 hour 30 minutes."),
        ("Le magasin ouvre de 9 h à 12 h 30.", "The shop is open from 9:00 to 12:30."),
        ("À 2 h, attendez 2 h.", "At 2:00, wait for 2:00."),  # nobody can tell which
        ("Cuisson 1 h 30 (1:30)", "Cooking 1 hour 30 minutes (1:30)"),
        ("Il court en 3 h 12 min 45 s.", "He runs in 3:12:45."),
        ("Durée : 3 h", "Duration: 3 hours"),
    ],
)
def test_what_is_a_time_of_the_day_or_none_is_let_be(source: str, target: str) -> None:
    assert durations(source, target) == []
