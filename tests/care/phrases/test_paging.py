"""Counts of pages keep their order, with figures and with fields in place of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translate.care.base import Request
from translate.care.codes.placing import Placing
from translate.care.composing import compose
from translate.care.phrases.paging import draft_pages
from translate.data import CodeKind, InlineCode, Passage
from translate.languages import find_language

FRENCH, ENGLISH = find_language("fr"), find_language("en")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Page 3 sur 12", "Page 3 of 12"),
        ("page 3 de 12", "page 3 of 12"),
        ("PAGE 3 SUR 12", "PAGE 3 OF 12"),
        ("– Page 3 sur 12 –", "– Page 3 of 12 –"),
        ("Page 3/12", "Page 3/12"),
        ("Page 3 / 12.", "Page 3 / 12."),
        ("Page 3", "Page 3"),
        ("Page 3 sur la droite", None),
        ("Page blanche", None),
        ("La page 3 sur 12", None),
        ("Page 3 par 12", None),
        ("Étape 2 sur 5", "Step 2 of 5"),
        ("ÉTAPE 2 SUR 5.", "STEP 2 OF 5."),
        ("semaine 2/8", "week 2/8"),
        ("Exercice 3 sur 8", "Exercise 3 of 8"),
        ("Étape 2 of 5", "Step 2 of 5"),  # as a measure asks it
        ("Étape 2", None),  # no count: a label
        ("Lot 2 de 5", None),
        ("Soirée 2 sur 5", None),
    ],
)
def test_a_count_of_pages_is_written_as_english_counts_them(source: str, target: str | None) -> None:
    request = Request(Passage(source))
    draft = draft_pages(replace(request, shielded=compose(request, "X_#"), text=source), FRENCH, ENGLISH)
    assert (draft and draft.text) == target


def test_each_part_of_a_whole_that_is_counted_is_known_in_the_other_language() -> None:
    assert FRENCH.paging.counted.keys() == ENGLISH.paging.counted.keys()


def test_fields_keep_their_places_in_a_count() -> None:
    codes = (
        InlineCode(5, 6, CodeKind.ISOLATED, None, "x-var", "1"),
        InlineCode(11, 13, CodeKind.ISOLATED, None, "x-var", "2"),
    )
    request = Placing("X_#").before(Request(Passage("Page 1 sur 12", codes)))
    draft = draft_pages(request, FRENCH, ENGLISH)
    assert draft is not None
    assert draft.text == "Page X_1 of X_2"
