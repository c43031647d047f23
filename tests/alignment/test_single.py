"""The lexicon that ships says of single words whether it knows them or keeps them."""

from __future__ import annotations

from translate.alignment.single import keeps_word, knows_word, leaves_word


def test_a_word_is_known_in_any_form_and_a_strange_name_is_not() -> None:
    knows = knows_word("fr", "en")
    assert knows is not None
    assert [knows(word) for word in ("Île", "maïs", "Zapalinamé")] == [True, True, False]
    assert knows_word("fr", "sw") is None


def test_a_word_is_kept_that_the_lexicon_translates_by_itself_or_does_not_know() -> None:
    keeps = keeps_word("fr", "en")
    words = ("Martin", "Lyon", "Zapalinamé", "Semaine", "Londres", "Durée")
    assert [keeps(word) for word in words] == [True, True, True, False, False, False]
    assert keeps_word("fr", "sw")("Semaine")


def test_a_word_is_left_that_the_target_language_has_not_or_hardly() -> None:
    leaves = leaves_word("fr", "en")
    pairs = {"natation": "swimming", "caoutchouc": "rubber", "formation": "training", "menace": "threat"}
    assert [leaves(*pair) for pair in pairs.items()] == [True, True, False, False]
    assert not leaves("zapaliname", "rubber")
