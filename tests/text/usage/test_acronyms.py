"""Acronyms are lost where a text has neither them, nor their letters in another order, nor words that begin so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.usage.acronyms import find_acronyms, find_lost_acronyms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La SNCF et l'URSSAF, la SNCF", ["SNCF", "URSSAF"]),
        ("Louis XVI et le chapitre III", []),
        ("AB-417-QX, A380, @SNCF, #SNCF, SNCF.fr, ARNm", []),
        ("L'UE est à PARAMARIBO", ["UE"]),  # many letters are a word
        ("Le COVID et l'ÉNA", ["COVID", "ÉNA"]),
    ],
)
def test_acronyms_are_a_few_capitals(text: str, found: list[str]) -> None:
    assert find_acronyms(text) == found


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("La SNCF a des retards.", "The company has delays.", ["SNCF"]),
        ("La SNCF a des retards.", "The Sncf has delays.", []),
        ("L'OTAN agit.", "NATO acts.", []),
        ("Le PDG agit.", "The CEO acts.", []),
        ("Le FMI agit.", "The International Monetary Fund acts.", []),
        ("Le FMI agit.", "The fund acts.", ["FMI"]),
        ("L'EM commence.", "The championship begins.", []),  # two letters
        ("LA SNCF AGIT.", "THE COMPANY ACTS.", []),
        ("Le PIB monte.", "Output rises.", []),  # it has a translation
    ],
)
def test_an_acronym_is_lost_without_anything_that_stands_for_it(source: str, target: str, lost: list[str]) -> None:
    assert find_lost_acronyms(source, target, lambda word: word != "pib") == lost


@given(st.text(), st.text())
def test_what_is_lost_is_an_acronym_of_the_source_and_not_in_the_target(source: str, target: str) -> None:
    lost = find_lost_acronyms(source, target, lambda word: True)
    assert set(lost) <= set(find_acronyms(source))
    assert not any(word in target for word in lost)
