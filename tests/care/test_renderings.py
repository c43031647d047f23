"""Whether words of a target render a word of its source: by the dictionary, by human translations, or not at all."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.renderings import Renderings
from translate.care.wording import Wording
from translate.languages import find_language

KNOWN = frozenset({"the", "child", "had", "measles", "train", "disease", "house", "home"})


@pytest.fixture(scope="module")
def renderings() -> Renderings:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    return Renderings(dictionary, find_language("fr"), find_language("en"), Wording(lambda: KNOWN, "test"))


def test_an_equivalent_stands_in_whatever_form(renderings: Renderings) -> None:
    assert renderings.stands("strange child", {"strange", "children"})
    assert not renderings.stands("strange child", {"children"})
    assert not renderings.stands("of the", {"of", "the"})  # nothing to go by


@pytest.mark.parametrize(
    ("there", "french", "said", "is_right"),
    [
        ("train", "rougeole", "measles", False),
        ("rougola", "rougeole", "measles", False),  # no word at all
        ("child", "rougeole", "measles", True),  # of « enfant »
        ("home", "maison", "house", True),  # human translations have it
    ],
)
def test_what_may_be_right_stays(renderings: Renderings, there: str, french: str, said: str, *, is_right: bool) -> None:
    assert renderings.may_be_right(there, french, said, "L'enfant de la maison a eu la rougeole.") == is_right


def test_an_answer_of_another_word_is_none(renderings: Renderings) -> None:
    assert renderings.is_answered("maison", "home", "La maison brûle.")
    assert not renderings.is_answered("maison", "child", "La maison de l'enfant brûle.")
