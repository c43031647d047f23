"""Tokens become numbers: equal tokens equal ones, as many as there are tokens, and few others the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from translate.memory.grains import Spill, codes_of, grains_of, strings_of
from translate.memory.numbering import grains_of_text, keys_of, string_of
from translate.memory.percentage import LONGEST, folded_tokens, is_space, tokens

WORDS = st.sampled_from("le chat dort, mange 12 <x1/> été l'an\u00a0! \t".split(" "))
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@given(st.lists(TEXTS, max_size=6))
def test_a_text_has_a_grain_for_each_folded_token_and_the_length_of_its_tokens(texts: list[str]) -> None:
    found = grains_of(texts)
    assert found.counts.tolist() == [len(folded_tokens(text)) for text in texts]
    assert found.lengths.tolist() == [len(tokens(text)) for text in texts]
    assert len(found.values) == found.counts.sum()


@given(TEXTS, TEXTS)
def test_the_distance_of_strings_is_that_of_tokens(one: str, other: str) -> None:
    found = grains_of([one, other])
    strings = strings_of(codes_of(found.values), np.cumsum(found.counts, dtype=np.int64))
    assert [len(string) for string in strings] == [len(tokens(one)), len(tokens(other))]
    assert Levenshtein.distance(*strings) == Levenshtein.distance(tokens(one), tokens(other))


@given(TEXTS, TEXTS)
def test_a_grain_is_the_same_whatever_the_text_it_stands_in(one: str, other: str) -> None:
    both, alone = grains_of([one, other]), grains_of([other])
    assert both.values[both.counts[0] :].tolist() == alone.values.tolist()


def test_capitals_and_normal_form_make_no_other_grain() -> None:
    assert grains_of(["L'ÉTÉ"]).values.tolist() == grains_of(["l'e\u0301te\u0301"]).values.tolist()
    assert grains_of(["été"]).values.tolist() != grains_of(["ete"]).values.tolist()


@given(TEXTS)
def test_keys_and_strings_of_a_text_are_the_same_alone_and_among_others(text: str) -> None:
    both = grains_of([text, "un autre"])
    keys, owners = both.keys()
    alone = grains_of_text(text)
    assert keys_of(alone) == keys[owners == 0].tolist()
    codes = codes_of(np.array(alone, np.uint32))
    assert string_of(codes.tolist()) == strings_of(codes, np.array([len(codes)]))[0]


@given(TEXTS)
def test_parts_between_spaces_give_the_grains_of_the_whole_text(text: str) -> None:
    wanted = []
    for token in folded_tokens(text):
        is_followed = len(token) > 1 and token.endswith(" ") and not is_space(token)
        (number,) = grains_of([token[:-1] if is_followed else token]).values.tolist()
        wanted.append(number | is_followed)
    assert grains_of([text]).values.tolist() == wanted


def test_the_first_thousand_tokens_of_a_text_count() -> None:
    found = grains_of(["mot " * 2000, "mot " * 500])
    assert found.lengths.tolist() == [LONGEST, LONGEST]
    assert found.counts.tolist() == [LONGEST // 2, LONGEST // 2]


def test_no_texts_have_no_grains() -> None:
    found = grains_of([])
    assert (len(found.values), len(found.counts), len(found.lengths)) == (0, 0, 0)
    assert strings_of(codes_of(found.values), np.zeros(0, np.int64)) == []


@pytest.mark.parametrize(
    ("text", "words", "others"),
    [("chat", 1, 0), ("chat noir", 2, 1), ("le chat noir", 3, 3), (" ".join(f"m{n}" for n in range(20)), 20, 19)],
)
def test_short_texts_are_found_by_pairs_with_a_word_between_too(text: str, words: int, others: int) -> None:
    keys, owners = grains_of([text]).keys()
    assert (int((keys & 1).sum()), int((keys & 1 == 0).sum())) == (words, others)
    assert set(owners.tolist()) == {0}


def test_no_pair_of_words_goes_from_one_text_to_the_next() -> None:
    keys, owners = grains_of(["chat noir", "porte bleue"]).keys()
    pairs = {(int(key), int(owner)) for key, owner in zip(keys, owners, strict=True) if key % 2 == 0}
    alone = [grains_of([text]).keys()[0] for text in ("chat noir", "porte bleue")]
    assert pairs == {(int(key), owner) for owner, some in enumerate(alone) for key in some if key % 2 == 0}


def test_a_pair_turned_round_is_another_one() -> None:
    def pairs(text: str) -> set[int]:
        return {int(key) for key in grains_of([text]).keys()[0] if key % 2 == 0}

    assert pairs("chat noir") != pairs("noir chat")


@given(st.lists(TEXTS, max_size=9), st.integers(1, 4))
def test_grains_spilled_in_parts_are_those_of_all(texts: list[str], size: int) -> None:
    whole = grains_of(texts)
    with Spill() as spill:
        for start in range(0, len(texts), size):
            spill.add(texts[start : start + size])
        loaded = spill.load()
        assert loaded.values.tolist() == whole.values.tolist()
        assert loaded.counts.tolist() == whole.counts.tolist()
        assert loaded.lengths.tolist() == whole.lengths.tolist()
