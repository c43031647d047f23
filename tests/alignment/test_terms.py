"""A document as numbers says, for any segments of it, which terms they hold and how often."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.alignment.terms import collect_terms
from translate.alignment.words import terms_of
from translate.languages import find_language

TEXTS = st.lists(st.text(st.sampled_from("ab1 é!«\u202f,"), max_size=12), max_size=8)


@given(TEXTS)
def test_every_segment_keeps_its_terms_in_their_order(texts: list[str]) -> None:
    terms = collect_terms(texts, "xx")
    assert len(terms) == len(texts)
    for number, text in enumerate(texts):
        own = terms.numbers[terms.starts[number] : terms.starts[number + 1]]
        assert [terms.vocabulary[n] for n in own] == terms_of(text, find_language("xx"))
    assert terms.characters.tolist() == [len(text) for text in texts]


@given(TEXTS)
def test_terms_are_numbered_once_in_order_of_their_first_occurrence(texts: list[str]) -> None:
    expected = dict.fromkeys(term for text in texts for term in terms_of(text, find_language("xx")))
    assert collect_terms(texts, "xx").vocabulary == tuple(expected)


@given(TEXTS, st.data())
def test_the_counts_of_a_stretch_are_those_of_its_segments(texts: list[str], data: st.DataObject) -> None:
    terms = collect_terms(texts, "xx")
    start = data.draw(st.integers(0, len(texts)))
    stretch = range(start, data.draw(st.integers(start, len(texts))))
    present, counts = terms.count(stretch)
    for row, number in enumerate(stretch):
        own = {terms.vocabulary[n]: int(count) for n, count in zip(present, counts[row], strict=True) if count}
        assert own == Counter(terms_of(texts[number], find_language("xx")))
    assert len(present) == 0 or counts.sum(0).all()  # no term that none of them holds


def test_the_share_of_a_term_is_damped_by_unseen_ones() -> None:
    terms = collect_terms(["mot mot mot autre"], "xx")
    assert terms.shares().tolist() == pytest.approx([3 / 3004, 1 / 3004])
    assert collect_terms([], "fr").shares().tolist() == []
