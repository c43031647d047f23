"""Numbers that only number are nothing to compare in aligned pairs; all others are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks import load_checks
from translate.checks.numbering import without_numbering
from translate.config import CheckConfig
from translate.data import Issue, Origin, TranslationUnit, Variant

RENUMBERED = [
    ("3. Rincez le filtre.", "4. Rinse the filter."),
    ("(3) Rincez le filtre.", "(4) Rinse the filter."),
    ("3) Rincez le filtre.", "4) Rinse the filter."),
    ("3° Rincez le filtre.", "4. Rinse the filter."),
    ("3 – Rincez le filtre.", "4 – Rinse the filter."),
    ("2.1 Le filtre", "3.1 The filter"),
    ("§ 7 Le filtre", "§ 8 The filter"),
    ("§ 7. Le filtre est rincé.", "§ 8. The filter is rinsed."),
    ("§§ 7 – Le filtre est rincé.", "§ 8: The filter is rinsed."),
    ("Article 5 – Le filtre est rincé.", "Section 6 – The filter is rinsed."),
    ("Art. 5. Le filtre est rincé.", "Section 6. The filter is rinsed."),
    ("3. Rincez le filtre.", "Rinse the filter."),
    ("[3] Rincez le filtre.", "[4] Rinse the filter."),
    ("3 · Rincez le filtre.", "4 · Rinse the filter."),
    ("N° 3 – Le filtre", "No. 4 – The filter"),
    ("Chapitre III – Le filtre", "Chapter IV – The filter"),
    ("Article 5\nLe filtre est rincé.", "Section 6\nThe filter is rinsed."),
    ("**3.** Rincez le filtre.", "**4.** Rinse the filter."),
    ("Le filtre ........ 17", "The filter ........ 21"),
    ("Le filtre . . . . . 17", "The filter . . . . . 21"),
    ("Le filtre\t17", "The filter\t21"),
    ("Avant-propos ........ iv", "Foreword ........ 9"),
    ("2. Rincez 12 fois.", "3. Rinse 12 times."),
]
WRONG = [
    ("2. Rincez 12 fois.", "3. Rinse 13 times."),
    ("Rincez 12 fois.", "Rinse 13 times."),
    ("12 filtres ont été rincés.", "13 filters were rinsed."),
    ("Article 5", "Section 6"),
    ("Louis XIV règne.", "Louis XV reigns."),
    ("3 Français sur 4", "4 Frenchmen out of 4"),
    ("A380 : un avion", "A320: a plane"),
    ("3.", "4."),
    ("Le filtre coûte 17", "The filter costs 21"),
    ("1987 – Le filtre est rincé.", "1988 – The filter is rinsed."),
    ("2. Le filtre 4 ........ 17", "3. The filter 5 ........ 21"),
]


def _check(source: str, target: str, *, aligned: bool = True) -> tuple[Issue, ...]:
    unit = TranslationUnit("unit", Variant("fr", source), Variant("en", target), Origin.HUMAN)
    config = CheckConfig()
    (check,) = [check for check in load_checks(config, aligned=aligned) if check.name == "numbers"]
    return tuple(check.check(unit, config))


@pytest.mark.parametrize(("source", "target"), RENUMBERED)
def test_numbering_may_differ_between_aligned_texts(source: str, target: str) -> None:
    assert not _check(source, target)


@pytest.mark.parametrize(("source", "target"), WRONG)
def test_all_other_numbers_may_not(source: str, target: str) -> None:
    assert _check(source, target)


def test_a_machine_keeps_numbering() -> None:
    assert _check(*RENUMBERED[0], aligned=False)


@given(st.text())
def test_what_is_left_is_a_part_of_the_text(text: str) -> None:
    assert without_numbering(text) in text
