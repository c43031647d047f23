"""A text alone has the grains, keys and string that many texts have together."""

from __future__ import annotations

import pytest

from translate.memory import numbering
from translate.memory.numbering import WORD, grains_of_text, keys_of, string_of


def test_a_grain_says_whether_a_single_space_follows() -> None:
    assert [grain & WORD for grain in grains_of_text("le chat, noir")] == [1, 0, 1, 0]
    assert grains_of_text("chat")[0] == grains_of_text("chat noir")[0] & ~WORD


def test_an_empty_text_has_none() -> None:
    assert (len(grains_of_text("")), keys_of([]), string_of([])) == (0, [], "")


def test_words_are_odd_keys_and_pairs_even_ones() -> None:
    keys = keys_of(grains_of_text("le chat noir"))
    assert [key % 2 for key in keys] == [1, 1, 1, 0, 0, 0]
    assert len(set(keys)) == 6
    assert all(0 <= key < 1 << 32 for key in keys)


def test_a_pair_turned_round_is_another_one() -> None:
    assert keys_of([2, 4])[2:] != keys_of([4, 2])[2:]


def test_a_string_has_a_character_for_each_token_single_spaces_too() -> None:
    string = string_of([code % numbering.ALL_CODES for code in grains_of_text("le chat, noir le")])
    assert (len(string), string[1], string[0]) == (8, chr(numbering.SPACE_CODE), string[-1])


def test_tokens_that_were_forgotten_get_their_number_again(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"mot{number} chat" for number in range(50)]
    before = list(map(grains_of_text, texts))
    monkeypatch.setattr(numbering, "_KNOWN_PARTS", 3)
    assert list(map(grains_of_text, texts)) == before
