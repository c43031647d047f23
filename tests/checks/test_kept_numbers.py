"""Numbers that the target writes as the source's language does are told."""

from __future__ import annotations

import pytest

from translate.checks import check_unit, load_checks
from translate.config import CheckConfig
from translate.data import Origin, Severity, TranslationUnit, Variant

CONFIG = CheckConfig()
CHECKS = [one for one in load_checks(CONFIG) if one.name in ("numbers", "capitals", "dropped_marks")]


def warned(source: str, target: str) -> list[str]:
    unit = TranslationUnit("unit", Variant("fr", source), Variant("en", target), Origin.MACHINE)
    return [one.check for one in check_unit(unit, CHECKS, CONFIG) if one.severity is Severity.WARNING]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il y a 12 500 000 habitants.", "There are 12 500 000 inhabitants."),
        ("Superficie : 1 200 km²", "Area: 1 200 km²"),
        ("Longueur : 1 234,5 m", "Length: 1 234,5 m"),
        ("Poids : 45,00 kg", "Weight: 45,00 kg"),
    ],
)
def test_signs_of_thousands_and_decimals_that_were_kept_are_told(source: str, target: str) -> None:
    assert warned(source, target) == ["numbers"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il y a 12 500 habitants.", "There are 12,500 inhabitants."),
        ("SIREN 552 100 554", "SIREN 552 100 554"),
        ("N° TVA : FR 40 123 456 824", "VAT number: FR 40 123 456 824"),
        ("DOI : 10.1016/j.cell.2020", "DOI: 10.1016/j.cell.2020"),
        ("Matricule : 123 456", "Service number: 123 456"),
        ("Dossier n° 45 678", "File No. 45 678"),
        ("Les salles 3, 12 et 100", "Rooms 3, 12 and 100"),
        ("Tél. 01 22 33 44 55", "Tel. 01 22 33 44 55"),
    ],
)
def test_codes_and_numbers_as_english_has_them_are_not(source: str, target: str) -> None:
    assert warned(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "check"),
    [
        ("NE PAS OUVRIR LA PORTE", "Do not open the door", "capitals"),
        ("— Tu viens ?", "Are you coming?", "dropped_marks"),
    ],
)
def test_lost_capitals_and_dashes_of_speech_are_told(source: str, target: str, check: str) -> None:
    assert warned(source, target) == [check]
