"""Words whose capitals are their own keep them in a text in capitals, and in a title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.casing import Case, is_shouting, lower, own_words, put_in

SHOUTING, TITLED, PLAIN = Case.SHOUTING, Case.TITLED, Case.PLAIN


@pytest.mark.parametrize(
    ("case", "text", "words"),
    [
        (SHOUTING, "VERSEZ LE NaCl PUIS 20 mg DE H2O", ["NaCl", "mg", "H2O"]),
        (SHOUTING, "LIMITE : 50 km/h SUR LA D12", ["km/h", "D12"]),
        (SHOUTING, "LA SNCF EST EN RETARD, 12", []),
        (SHOUTING, "L'APPLI POUR iPad", ["iPad"]),
        (TITLED, "Les Trains De La SNCF Et L'iPad", ["SNCF", "iPad"]),
        (PLAIN, "Le NaCl de la SNCF", []),
    ],
)
def test_words_with_capitals_of_their_own(case: Case, text: str, words: list[str]) -> None:
    assert own_words(case, text) == words


@pytest.mark.parametrize(
    ("text", "shouts"),
    [
        ("APPLI iPhone ET iPad", True),
        ("VITESSE DE 50 km/h", True),
        ("GANTS ET NaOH", True),
        ("Code BIC", False),
        ("iPhone", False),
        ("La SNCF", False),
        ("50 km/h", False),
    ],
)
def test_such_words_do_not_tell_whether_a_text_is_in_capitals(text: str, shouts: bool) -> None:
    assert is_shouting(text) is shouts


def test_they_go_to_the_model_and_come_back_as_they_are() -> None:
    source = "NE MÉLANGEZ PAS HCl ET NaOH"
    words = own_words(SHOUTING, source)
    assert lower(source, words) == "Ne mélangez pas HCl et NaOH"
    assert put_in(SHOUTING, "Never mix NaOH and HCl, NaOH", words) == "NEVER MIX NaOH AND HCl, NaOH"


@pytest.mark.parametrize(
    ("case", "target", "words", "cased"),
    [
        (SHOUTING, "two iPads and an iPad", ["iPad"], "TWO iPads AND AN iPad"),
        (SHOUTING, "NaOHX and naoh", ["NaOH"], "NAOHX AND NaOH"),
        (SHOUTING, "see X_1 now", ["X_1"], "SEE X_1 NOW"),
        (SHOUTING, "the ph and the PH", ["pH"], "THE pH AND THE pH"),
        (TITLED, "cases for iPad and SNCF", ["iPad", "SNCF"], "Cases for iPad and SNCF"),
        (PLAIN, "as it is", ["iPad"], "as it is"),
    ],
)
def test_a_target_gets_the_case_of_its_source_but_for_them(
    case: Case, target: str, words: list[str], cased: str
) -> None:
    assert put_in(case, target, words) == cased


@given(
    st.lists(st.sampled_from(["LA", "NAVETTE", "PARTIRA", "DEMAIN", "MATIN", "petite", "Gare", "NaOH"]), max_size=12)
)
def test_small_words_among_capitals_count_by_their_letters(words: list[str]) -> None:
    letters = [letter for word in words if word != "NaOH" for letter in word]
    shouts = len(letters) >= 6 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)
    longest = max((len(word) for word in words if word != "NaOH"), default=0)
    assert is_shouting(" ".join(words)) is (shouts and longest >= 4)
