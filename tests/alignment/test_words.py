"""Terms of both languages meet where words are forms of one, and numbers where they are written otherwise."""

from __future__ import annotations

import pytest

from translate.alignment.words import terms_of


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", "mange manger mangez mangent"),
        ("fr", "chaise chaises"),
        ("fr", "Œuvre œuvres oeuvre"),
        ("en", "walked walking walks walk"),
        ("en", "country countries"),
        ("xx", "Éa éa ea"),
    ],
)
def test_forms_of_a_word_are_one_term(language: str, forms: str) -> None:
    assert len({terms_of(form, language)[0] for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("1 000,5 km", "1,000.5 km"), ("12\u202f000", "12,000"), ("CHAPITRE XIV", "CHAPITRE 14"), ("007", "7")],
)
def test_numbers_are_their_digits(one: str, other: str) -> None:
    assert terms_of(one, "fr") == terms_of(other, "fr")


def test_quotation_marks_and_dashes_are_alike_and_commas_are_nothing() -> None:
    assert terms_of("« Oui », — dit-il.", "fr") == ['"', "oui", '"', "—", "dit", "il"]
    assert terms_of("“Yes!”", "en") == ['"', "yes", "!", '"']


@pytest.mark.parametrize("text", ["", " \u202f", ",.", "\U0001f600"])
def test_a_text_may_have_no_terms(text: str) -> None:
    assert terms_of(text, "fr") == []
