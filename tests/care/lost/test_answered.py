"""Answered passages: what a target says word by word is not missing from it."""

from __future__ import annotations

import pytest

from translate.care.lost.answered import is_answered
from translate.languages import find_language

FRENCH, ENGLISH = find_language("fr"), find_language("en")


@pytest.mark.parametrize(
    ("passage", "target", "answered"),
    [
        ("de sécurité actuelle", "stating that the current security crisis is over", True),
        ("de sécurité actuelle", "stating that the current crisis is over", False),
        ("le train", "no trains leave", True),
        ("alors que les voisins mangent", "The cat sleeps", False),
        ("écurité actuelle", "the current security crisis", False),
        ("de la", "of the", False),
        ("", "anything", False),
        ("pomme de terre", "a potato", True),  # as the dictionary has the phrase
        ("pomme de terre", "an earth", False),
    ],
)
def test_a_passage_is_answered_where_each_of_its_content_words_is(passage: str, target: str, answered: bool) -> None:
    assert is_answered(passage, target, FRENCH, ENGLISH) is answered


def test_without_a_lexicon_nothing_is_answered() -> None:
    assert not is_answered("de sécurité actuelle", "the current security crisis", FRENCH, find_language("ja"))
