"""Words that the dictionary has in another form or spelling are found, and others are not taken for them."""

from __future__ import annotations

import pytest

from translate.alignment.forms import Lemma
from translate.alignment.unlisted import Candidate, UnlistedWords
from translate.languages import find_language

LEMMAS = {"divergentes": [Lemma("divergent", "adj")], "transatlantiques": [Lemma("transatlantique", "n")]}


def candidates_of(form: str) -> list[Candidate]:
    words = UnlistedWords(find_language("fr"), lambda word: LEMMAS.get(word, []))
    return list(words.iter_candidates(form))


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("pelleteuses", "pelleteuse"),
        ("périnataux", "périnatal"),
        ("assermentée", "assermenté"),
        ("belles-mères", "belle-mère"),
        ("micro-entreprises", "microentreprise"),
        ("tout-à-coup", "tout à coup"),
    ],
)
def test_other_endings_and_hyphens_are_tried(form: str, word: str) -> None:
    assert word in {one.text for one in candidates_of(form)}


@pytest.mark.parametrize("form", ["serrez-les", "donne-le", "dit-il", "v-if", "souviens-t", "maison"])
def test_pronouns_behind_verbs_and_letters_are_no_parts_of_compounds(form: str) -> None:
    assert [one for one in candidates_of(form) if "-" not in one.text] == []


def test_a_feminine_form_is_an_adjective_alone() -> None:
    assert candidates_of("divergentes")[0] == Candidate("divergent", frozenset({"adj"}))
    assert candidates_of("transatlantiques")[0].kinds == {"n", "adj"}


def test_a_form_may_be_of_a_regular_verb_and_is_nothing_else_then() -> None:
    assert Candidate("surmotiver", frozenset({"v"})) in candidates_of("surmotivez")
    assert not [one for one in candidates_of("carafon") if one.kinds == {"v"}]


def test_a_compound_of_many_parts_is_not_tried() -> None:
    assert not [one for one in candidates_of("un-deux-trois-quatre-cinq") if "-" not in one.text]


def test_a_language_without_rules_has_only_other_hyphens() -> None:
    words = UnlistedWords(find_language("de"), lambda word: [])
    assert [one.text for one in words.iter_candidates("Haus-tür")] == ["Haus-tür", "Haus tür", "Haustür"]
