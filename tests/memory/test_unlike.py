"""Sources whose small words differ are told at once; what a repair may replace is not taken for that."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.languages import find_language
from translate.memory import unlike as module
from translate.memory.repair import repair
from translate.memory.unlike import UNLIKE, are_unlike, find_spared_words, plain_form, spared_words

FRENCH, ENGLISH = find_language("fr"), find_language("en")
SPARED = spared_words(FRENCH)
UNLIKES = [
    ("Le chat dort.", "Le chien dort."),
    ("La séance est ouverte.", "La séance est levée."),
    ("La séance est ouverte à tous.", "La séance est ouverte."),
]
ALIKE = [
    ("Le prix est de 12 euros.", "Le prix est de 15 euros."),
    ("Le 3 mai, Anne part.", "Le 4 juin, Marie part."),
    ("Il habite à Lyon.", "Il habite à Paris."),
    ("L'été revient.", "L\u2019été revient."),
    ("Écrivez à anne@exemple.fr vite.", "Écrivez à paul@ailleurs.fr vite."),
    ("Le lait de Anne.", "Le lait d'Anne."),
    ("Il y a 2 m.", "Il y a 3 cm."),
]


@pytest.mark.parametrize(("one", "other"), UNLIKES)
def test_a_small_word_that_differs_is_no_matter_of_repair(one: str, other: str) -> None:
    assert are_unlike(one, other, SPARED) and are_unlike(other, one, SPARED)
    assert repair(one, "as it was", other, (FRENCH, ENGLISH)).left == UNLIKE


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_numbers_names_months_addresses_and_short_words_may_be_replaced(one: str, other: str) -> None:
    assert not are_unlike(one, other, SPARED)


def test_a_text_is_like_itself_whatever_its_apostrophes_and_spaces() -> None:
    assert not are_unlike("Lʼété  revient\u00a0!", "L'été revient !", SPARED)
    assert plain_form(" Lʼété \u202f revient\t! ") == "L'été revient !"


def test_spared_words_are_kept_from_one_process_to_the_next(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path))
    first = find_spared_words.__wrapped__("fr-CA")
    assert first == SPARED
    assert {"mai", "de"} < first
    monkeypatch.setattr(module, "find_language", None)
    assert find_spared_words.__wrapped__("fr") == first


def test_a_language_without_a_folder_spares_no_words() -> None:
    assert find_spared_words("xx") == frozenset()
