"""Counts of pages keep their order, with figures and with fields in place of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translate.care.base import Request
from translate.care.composing import compose
from translate.care.paging import draft_pages
from translate.care.placing import Placing
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
    ],
)
def test_a_count_of_pages_is_written_as_english_counts_them(source: str, target: str | None) -> None:
    request = Request(Passage(source))
    draft = draft_pages(replace(request, shielded=compose(request, "X_#"), text=source), FRENCH, ENGLISH)
    assert (draft and draft.text) == target


def test_fields_keep_their_places_in_a_count() -> None:
    codes = (
        InlineCode(5, 6, CodeKind.ISOLATED, None, "x-var", "1"),
        InlineCode(11, 13, CodeKind.ISOLATED, None, "x-var", "2"),
    )
    request = Placing("X_#").before(Request(Passage("Page 1 sur 12", codes)))
    draft = draft_pages(request, FRENCH, ENGLISH)
    assert draft is not None
    assert draft.text == "Page X_1 of X_2"
