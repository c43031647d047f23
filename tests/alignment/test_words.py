"""Terms of both languages meet where words are forms of one, and numbers where they are written otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.alignment.words import plain_form, terms_of
from translate.languages import find_language


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
    assert len({terms_of(form, find_language(language))[0] for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("1 000,5 km", "1,000.5 km"), ("12\u202f000", "12,000"), ("CHAPITRE XIV", "CHAPITRE 14"), ("007", "7")],
)
def test_numbers_are_their_digits(one: str, other: str) -> None:
    assert terms_of(one, find_language("fr")) == terms_of(other, find_language("fr"))


def test_quotation_marks_and_dashes_are_alike_and_commas_are_nothing() -> None:
    assert terms_of("« Oui », — dit-il.", find_language("fr")) == ['"', "oui", '"', "—", "dit", "il"]
    assert terms_of("“Yes!”", find_language("en")) == ['"', "yes", "!", '"']


@pytest.mark.parametrize("text", ["", " \u202f", ",.", "\U0001f600"])
def test_a_text_may_have_no_terms(text: str) -> None:
    assert terms_of(text, find_language("fr")) == []


def test_every_roman_numeral_in_capitals_is_its_number() -> None:
    tens, ones = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"), "0 I II III IV V VI VII VIII IX".split()
    for number in range(2, 100):
        numeral = tens[number // 10] + ones[number % 10].strip("0")
        if len(numeral) > 1:  # one letter alone may be anything
            assert terms_of(f"Livre {numeral}.", find_language("fr"))[1] == str(number)


@pytest.mark.parametrize("word", ["I", "V", "xiv", "IIII", "VX", "IC", "MIX", "LIVIDE"])
def test_what_is_no_roman_numeral_stays_a_word(word: str) -> None:
    (term,) = terms_of(word, find_language("xx"))
    assert term == word.lower()[:7]


@pytest.mark.parametrize(
    ("language", "word", "stem"),
    [
        ("fr", "ours", "ours"),
        ("fr", "cours", "cour"),
        ("fr", "chantaient", "chant"),
        ("fr", "extraordinairement", "extraor"),
        ("fr-CA", "maisons", "mais"),
        ("en", "ring", "ring"),
        ("en", "sparing", "spar"),
        ("en", "dress", "dres"),
        ("de", "straße", "strasse"),
        ("xx", "maisons", "maisons"),
    ],
)
def test_an_ending_is_cut_where_four_letters_are_left(language: str, word: str, stem: str) -> None:
    assert terms_of(word, find_language(language)) == [stem]


@given(st.text(max_size=20))
def test_case_and_accents_make_no_other_term(text: str) -> None:
    assert plain_form(plain_form(text)) == plain_form(text)
    assert plain_form("ÉTÉ, Œuf " + text) == "ete, oeuf " + plain_form(text)
