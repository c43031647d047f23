"""Many texts are read at once as each would be by itself, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate.memory.grains import grains_of
from translate.memory.percentage import LONGEST, folded_tokens, lowered, tokens
from translate.memory.scanning import END, scan

SIGNS = "aabéœz019 .,'\"-_\u2019\u201c%\u2030\u00a2$\u20ac#<>/gx\u00a0\u202f\t\n\u00aa\u00b5\u00f7\u00d7~"
STRANGE = "&\u0130\u00b2\u00bd\u2192\u03b1\u03a3\u0301\u00ad\U0001f600\ud800\u6f22\x1f"
TEXTS = st.lists(st.text(SIGNS, max_size=12), min_size=1, max_size=40)
ANY_TEXTS = st.lists(st.text(SIGNS + STRANGE + END, max_size=8), min_size=32, max_size=48)


def scanned(*texts: str) -> list[str]:
    """Return the texts that are left to others."""
    return [texts[number] for number in scan(lowered(END.join((*texts, "")))).others]


@given(TEXTS)
@example(["a.b .5 1.5 a.5 #1a 5%a $.5 l'an l'1 1'000,5 a-1", "a\u00a0 b", " ", "", "<g1>a</g1><x2/> < 3 <g>"])
def test_simple_texts_have_a_number_for_each_folded_token(texts: list[str]) -> None:
    found = scan(lowered(END.join((*texts, ""))))
    assert found.others == []
    assert found.counts.tolist() == [len(folded_tokens(text)) for text in texts]
    assert found.lengths.tolist() == [len(tokens(text)) for text in texts]
    assert len(found.values) == found.counts.sum()


@given(ANY_TEXTS)
def test_many_texts_have_the_grains_that_each_has_by_itself(texts: list[str]) -> None:
    found = grains_of(texts)
    alone = [grains_of([text]) for text in texts]
    assert found.values.tolist() == [value for one in alone for value in one.values.tolist()]
    assert found.counts.tolist() == [one.counts[0] for one in alone]
    assert found.lengths.tolist() == [one.lengths[0] for one in alone]


@pytest.mark.parametrize(
    "odd", ["a & b", "10\u00b2", "e\u0323", "\U0001f600", "\ud800", "\u6f22\u5b57", "\u03a3", "mot " * 501]
)
def test_a_text_that_cannot_be_read_by_neighbours_is_named_and_harms_no_other(odd: str) -> None:
    assert scanned("avant", odd, "après") == [odd]
    assert (
        grains_of(["avant", odd, "après"] * 20).values.tolist()
        == grains_of(["avant", odd, "après"]).values.tolist() * 20
    )


@pytest.mark.parametrize("length", [1, 63, 64, 65, 200])
def test_a_long_token_has_the_number_of_the_whole_token(length: int) -> None:
    texts = ["é" * length, "mot"] * 16
    assert grains_of(texts).values.tolist() == grains_of(texts[:2]).values.tolist() * 16


def test_as_many_tokens_as_count_are_read_at_once() -> None:
    assert scanned(" ".join(["mot"] * (LONGEST // 2))) == []
