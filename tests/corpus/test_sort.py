"""Keys of bytes sort as what they are of, and a corpus is sorted by them, whatever its size."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.samples import PLAIN, bitext
from translate.corpus import external
from translate.corpus.sort import ORDERS, sort_units
from translate.data import Variant

TEXTS = st.text(st.sampled_from("aeAEéÉèœ\0\x01 -b\u0301\u3042\ud800\U0001f600"), max_size=5)


def collated(text: str) -> tuple[str, str]:
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)), text


@given(st.lists(TEXTS, max_size=9))
def test_texts_sort_by_letters_then_by_themselves(texts: list[str]) -> None:
    found = sort_units(bitext([replace(PLAIN, source=Variant("fr", text)) for text in texts]), "source")
    assert [unit.source.text for unit in found] == sorted(texts, key=collated)


@given(st.lists(st.none() | st.floats(-1e300, 1e300) | st.sampled_from([0.0, -0.0, 1, 100]), max_size=9))
def test_scores_sort_as_numbers_and_none_first(scores: list[float | None]) -> None:
    scores = [score for score in scores if score is None or score >= 0]
    found = [unit.score for unit in sort_units(bitext([replace(PLAIN, score=score) for score in scores]), "score")]
    assert found == sorted(scores, key=lambda score: -1.0 if score is None else score)


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_the_bytes_of_numbers_sort_as_the_numbers(one: float, other: float) -> None:
    keys = [ORDERS["score"](replace(PLAIN, score=number)) for number in (one, other)]
    assert (keys[0] < keys[1], keys[0] == keys[1]) == (one < other, one == other)


@pytest.mark.parametrize("by", ["length", "name", "document", "target"])
@pytest.mark.parametrize("is_reversed", [False, True])
def test_equal_units_keep_their_order(by: str, is_reversed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external, "RUN_BYTES", 1000)
    monkeypatch.setattr(external, "MAX_OPEN_RUNS", 2)
    values = [text for text in ("bb", "a", "ccc", "a", "bb") for _ in range(6)]
    units = [replace(PLAIN, alignment=str(place)) for place in range(len(values))]
    sides = {"length": "source", "target": "target"}
    units = [
        replace(unit, **({sides[by]: Variant("fr", text)} if by in sides else {by: text}))
        for unit, text in zip(units, values, strict=True)
    ]
    found = [int(unit.alignment) for unit in sort_units(bitext(units), by, is_reversed=is_reversed)]
    assert found == sorted(range(len(values)), key=lambda place: values[place], reverse=is_reversed)
