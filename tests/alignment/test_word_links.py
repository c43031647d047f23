"""Links of words with counts: of sure units of one segment for one, by stem, the most frequent first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translate.alignment.word_links import WordLink, is_sure, iter_word_links
from translate.data import Origin, TranslationUnit, Variant
from translate.languages import find_language

FRENCH, ENGLISH = find_language("fr"), find_language("en")
UNIT = TranslationUnit("unit", Variant("fr", "La pompe fuit."), Variant("en", "The pump leaks."), Origin.HUMAN)
PAIRS = [
    ("La pompe est dans la cave.", "The pump is in the cellar."),
    ("Les pompes sont réparées.", "The pumps are repaired."),
    ("La cave a une porte.", "The cellar has a door."),
    ("La pompe, la pompe !", "The pump, the pump!"),
]


def counts_of(pairs: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    return {(one.source, one.target): one.count for one in iter_word_links(pairs, FRENCH, ENGLISH)}


@pytest.mark.parametrize(
    ("changes", "sure"),
    [
        ({}, True),
        ({"score": 80.0}, True),
        ({"score": 79.9}, False),
        ({"alignment": "2-1"}, False),
        ({"alignment": "1-2", "score": 99.0}, False),
        ({"target": Variant("en", "")}, False),
    ],
)
def test_a_unit_is_sure_that_is_one_segment_for_one_and_scores_80(changes: dict[str, object], sure: bool) -> None:
    assert is_sure(replace(UNIT, **changes)) is sure  # type: ignore[arg-type]


def test_each_link_is_counted_once_a_unit_whatever_the_inflection() -> None:
    counts = counts_of(PAIRS)
    assert counts["pomp", "pump"] == 3
    assert counts["cave", "cellar"] == 2
    assert counts["port", "door"] == 1
    assert ("pomp", "cellar") not in counts
    assert not {"la", "est"} & {source for source, _ in counts}


def test_the_most_frequent_links_come_first_and_the_order_is_that_of_no_hash() -> None:
    links = list(iter_word_links(PAIRS, FRENCH, ENGLISH))
    assert links[0] == WordLink("pomp", "pump", 3)
    assert links == sorted(links, key=lambda one: (-one.count, one.source, one.target))
    assert list(iter_word_links(PAIRS[::-1], FRENCH, ENGLISH)) == links


def test_texts_without_words_and_languages_without_a_lexicon_have_no_links() -> None:
    assert counts_of([]) == {}
    assert counts_of([("12", "…"), ("", "")]) == {}
    assert counts_of([("pompe " * 400, "pump " * 500)]) == {}
    assert list(iter_word_links(PAIRS, find_language("nl"), ENGLISH)) == []
