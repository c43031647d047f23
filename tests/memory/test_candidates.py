"""Candidates are those that a look at every text would find, however many queries are asked for at a time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.stored import made, unit
from translate.memory import candidates, indexing
from translate.memory.candidates import Index, most_alike
from translate.memory.grains import Asked, codes_of, grains_of, strings_of
from translate.memory.percentage import percentage

WORDS = st.sampled_from("le chat dort, mange 12 <x1/> été l'an\u00a0! \t".split(" "))
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
FOUND = [f"Le {colour} chat numéro {number} dort ici" for colour in ("petit", "grand") for number in range(30)]


def asked_of(text: str) -> Asked:
    grains = grains_of([text])
    codes, keys = codes_of(grains.values), grains.keys()[0]
    (string,) = strings_of(codes, np.array([len(codes)]))
    return Asked(string, codes, keys, np.ones(len(keys), np.int64), int(grains.lengths[0]))


@given(TEXTS, st.lists(TEXTS.filter(bool), min_size=1, max_size=6))
def test_no_text_is_more_alike_than_its_tokens_let_it_be(text: str, others: list[str]) -> None:
    held = grains_of(others)
    counts, lengths = held.counts.astype(np.int64), held.lengths.astype(np.int64)

    def most(asked: Asked) -> list[int]:
        shared = np.add.reduceat(asked.are_shared(codes_of(held.values)), np.cumsum(counts) - counts, dtype=np.int64)
        bounds: list[int] = most_alike(shared, counts, lengths, asked.spaces, asked.length).tolist()
        return bounds

    assert all(percentage(text, other) <= bound for other, bound in zip(others, most(asked_of(text)), strict=True))
    assert most(asked_of(others[0]))[0] == 100


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    """Return one whose postings are asked, however small it is."""
    monkeypatch.setattr(indexing, "_POSTED_TEXTS", 1)
    monkeypatch.setattr(candidates, "_SCANNED_CODES", 0)
    memory = made(tmp_path / "m.tmdb", [unit(text, "x") for text in FOUND])
    return Index(memory.connection)


@pytest.mark.parametrize("together", [1, 2, 7, 1000])
def test_queries_asked_for_at_a_time_change_no_answer(
    index: Index, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    asked = ["", *FOUND[::7], "mot inconnu", "Le petit chat", "chat " * 40, FOUND[3].replace("dort", "mange")]
    alone = [next(iter(index.find([text], 60))) for text in asked]
    monkeypatch.setattr(candidates, "_TOGETHER", together)
    assert list(index.find(asked, 60)) == alone
    assert [bool(found) for found in alone][:3] == [False, True, True]


def test_words_that_no_text_has_lead_to_none(index: Index) -> None:
    asked = " ".join(f"zzyq{number}" for number in range(8))
    assert next(iter(index.find([asked, FOUND[0]], 75))) == []
