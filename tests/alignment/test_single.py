"""The lexicon that ships says of single words whether it knows them, keeps them, or has an acronym for them."""

from __future__ import annotations

from translate.alignment.single import keeps_word, knows_word, translates_acronym


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


def test_an_acronym_has_one_of_as_many_letters_or_none() -> None:
    acronym = translates_acronym("fr", "en")
    words = ("OTAN", "SRAS", "PIB", "EEE", "ONU", "OMS", "IST", "ZQX", "UNESCO")
    assert [acronym(word) for word in words] == ["NATO", "SARS", "GDP", "EEA", None, None, None, None, None]
    assert translates_acronym("fr", "sw")("OTAN") is None
