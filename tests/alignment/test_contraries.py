"""A word is turned round where the target has a contrary of it that no other word of the source may mean."""

from __future__ import annotations

import pytest

from translate.alignment.contraries import Contraries, find_turned_words
from translate.languages import find_language
from translate.text.usage.opposites import Turned

FRENCH, ENGLISH = find_language("fr"), find_language("en")


def turned(source: str, target: str) -> list[Turned]:
    finder = find_turned_words(FRENCH, ENGLISH)
    assert finder
    return finder.find(source, target)


@pytest.mark.parametrize(
    ("source", "target", "word", "contrary"),
    [
        ("Le prix baisse cette année.", "The price is rising this year.", "baisse", "rising"),
        ("Les ventes ont chuté.", "Sales rose.", "chuté", "rose"),
        ("Allumez la lampe.", "Turn off the lamp.", "allumez", "turn off"),
        ("Éteignez le vieux four.", "Switch the old oven on.", "éteignez", "switch on"),
        ("Serrez la vis.", "Loosen the screw.", "serrez", "loosen"),
        ("L'employeur verse la prime.", "The employee pays the bonus.", "employeur", "employee"),
        ("Le champ est facultatif.", "The field is mandatory.", "facultatif", "mandatory"),
        ("Il marche derrière la barrière.", "He walks in front of the barrier.", "derrière", "in front of"),
        ("Il gèle rarement ici.", "It often freezes here.", "rarement", "often"),
    ],
)
def test_a_contrary_of_what_a_word_means_is_found(source: str, target: str, word: str, contrary: str) -> None:
    assert turned(source, target) == [Turned(word, contrary)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Le prix baisse.", "The price is falling."),
        ("La baisse des prix a fait monter les ventes.", "The fall in prices made sales rise."),
        ("Il n'est pas ouvert.", "It is closed."),
        ("La porte n'est pas fermée.", "The door is open."),
        ("Il est moins fort que lui.", "He is weaker than him."),
        ("Ce code est non sûr et peu fréquent.", "This code is often wrong."),
        ("Rien n'est facultatif ici.", "Everything is mandatory here."),
        ("Le vendeur livre le bien à l'acheteur.", "The seller delivers to the buyer."),
        ("Il est tombé de haut.", "He was badly disappointed."),
        ("Parlez plus bas.", "Lower your voice."),
        ("Il a augmenté les prix.", "He did not lower the prices."),
        ("", ""),
    ],
)
def test_other_words_are_no_contraries(source: str, target: str) -> None:
    assert turned(source, target) == []


def test_languages_without_a_list_have_none() -> None:
    assert find_turned_words(ENGLISH, FRENCH) is None
    assert find_turned_words(FRENCH, find_language("de")) is None


def test_a_whole_word_counts_before_its_stem() -> None:
    contraries = Contraries("\n    employer | employee\n", ("er", "ee"))
    assert contraries.bare("employer") == contraries.bare("employee")
    assert [one.meaning for one in contraries.find_said(["employer"])] == [0]
    assert [one.meaning for one in contraries.find_said(["employee"])] == [1]


def test_what_may_mean_the_contrary_too_says_nothing() -> None:
    contraries = Contraries("\n    open ; unlock | shut\n      closed ; near\n", ())
    assert [one.meaning for one in contraries.find_said(["open"])] == [0]
    assert [one.meaning for one in contraries.find_said(["closed"])] == [1]
    assert contraries.find_said(["open", "near"]) == contraries.find_said(["unlock"]) == []


def test_words_of_a_phrase_may_stand_apart() -> None:
    contraries = Contraries("\n    turn_on | go_out_of\n", ())
    assert [one.places for one in contraries.find_said("turn the old lamp on".split())] == [(0, 4)]
    assert [one.places for one in contraries.find_said("go away out of it".split())] == [(0, 2, 3)]
    assert contraries.find_said("go out and of it".split()) == contraries.find_said("on turn".split()) == []
