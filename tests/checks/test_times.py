"""The minutes of a time stay with its hour."""

from __future__ import annotations

import pytest

from translate.checks import check_unit, load_checks
from translate.config import CheckConfig
from translate.data import Origin, Severity, TranslationUnit, Variant

CONFIG = CheckConfig()
CHECKS = [one for one in load_checks(CONFIG) if one.name == "numbers"]


def found(source: str, target: str) -> list[str]:
    unit = TranslationUnit("unit", Variant("fr", source), Variant("en", target), Origin.MACHINE)
    return [one.message for one in check_unit(unit, CHECKS, CONFIG) if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("source", "target", "written"),
    [
        ("De 8 h à 17 h 30", "From 8:30 to 17:00", "8:30, 17:00"),
        ("De 8h à 17h30", "From 8:30 to 5:30 pm", "8:30"),
        ("De 8 heures à 12:15", "From 8:15 to 12:15", "8:15"),
        ("Ouvert à 9 h 15, fermé à 18 h 45", "Open at 9:45, closed at 6:15 pm", "9:45, 6:15"),
    ],
)
def test_minutes_that_went_to_another_hour_are_told(source: str, target: str, written: str) -> None:
    (message,) = found(source, target)
    assert message == f"The minutes of {written} of the target are not those of that hour in the source."


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("De 8 h à 17 h 30", "From 8:00 to 17:30"),
        ("De 8 h à 17 h 30", "From 8:00 a.m. to 5:30 p.m."),
        ("De 8 h à 17 h 30", "From 8 to 5:30 pm"),
        ("De minuit à 0 h 30", "From 0:00 to 12:30 am"),
        ("À huit heures et demie, à 9 h", "At 8:30, at 9:00"),
        ("À 10 h moins 20, à 9 h", "At 9:40, at 9:00"),
        ("Il a couru en 2 h 10 min 5 s.", "He ran in 2:10:05."),
    ],
)
def test_the_same_times_in_other_ways_are_right(source: str, target: str) -> None:
    assert found(source, target) == []


@pytest.mark.parametrize("target", ["From 9:00 to 18:30", "From 9:00 to 6:30 pm"])
def test_an_hour_reads_as_none_beyond_a_day(target: str) -> None:
    """The other half of the day of 18 h is 6 h, never 30."""
    assert found("De 9 h à 18 h", target)
