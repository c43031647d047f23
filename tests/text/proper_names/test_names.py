"""Names have capitals that are no sentence's; initials and a surname are the same in every language."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import UNDETERMINED, find_language
from translate.text.proper_names.names import NameRules, ending_in, is_signature, iter_names
from translate.text.words import split_words

FRENCH = find_language("fr").names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Hier, à Lyon, Mme Durand a vu M. Petit.", ["Lyon", "Mme", "Durand", "Petit"]),
        ("Le TGV. Paris dort. « Nantes aussi ? »", ["TGV"]),
        ("Jean Valjean dort. Cosette-Marie aussi.", ["Jean", "Valjean", "Cosette", "Marie"]),
        ("- Oui, dit Emma.", ["Emma"]),
        ("Il vient. MM. Roux et Petit aussi.", ["Roux", "Petit"]),
        ("", []),
    ],
)
def test_names_have_capitals_that_are_no_sentences(source: str, names: list[str]) -> None:
    assert list(iter_names(source, FRENCH)) == names


def test_a_title_is_one_of_its_language() -> None:
    assert list(iter_names("Il a vu Mlle. Roux", FRENCH)) == ["Mlle", "Roux"]
    assert list(iter_names("Il a vu Mlle. Roux", NameRules())) == ["Mlle"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P. Moreau", True),
        ("J.-B. Clément", True),  # a word too, « clément », but who has two initials is a person
        ("A. de Moreau", True),
        ("A. d’Moreau", True),
        ("M. Moreau", False),  # « monsieur »
        ("B. Conclusion", False),
        ("P. Moreau est absent", False),
        ("P. 12", False),
        ("Moreau", False),
    ],
)
def test_initials_and_a_surname_are_no_words(text: str, expected: bool) -> None:
    assert is_signature(text, lambda word: word == "Moreau", FRENCH) is expected


def test_a_single_letter_is_a_title_in_french_alone() -> None:
    assert is_signature("M. van Moreau", lambda word: True, UNDETERMINED.names)
    assert not is_signature("M. van Moreau", lambda word: True, NameRules(particles=("de",)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("près de ", True), ("vers ", True), ("envers ", False), ("vers  ", False), ("Vers ", False)],
)
def test_what_stands_before_a_place_is_looked_for_at_the_end(text: str, expected: bool) -> None:
    assert bool(ending_in("près de |vers ").search(text)) is expected


def test_a_pattern_of_ends_is_made_once_and_may_know_no_capitals() -> None:
    assert ending_in("vers ", regex.I) is ending_in("vers ", regex.I)
    assert ending_in("vers ", regex.I).search("Vers ")


@given(st.text(alphabet="aébAÉMr.  -'²1\n«", max_size=40))
def test_names_are_whole_words_that_begin_with_a_capital(text: str) -> None:
    names = list(iter_names(text, FRENCH))
    words = [word for word in split_words(text) if len(word) > 2 and word[0].isupper()]
    assert all(name in words for name in names)
    assert [word for word in words if word.isupper()] == [name for name in names if name.isupper()]
