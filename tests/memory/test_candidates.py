"""Candidates are those that a look at every text would find, however many queries are asked for at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.memory.stored import made, unit
from translate.memory import candidates, indexing
from translate.memory.candidates import Index
from translate.memory.few_counter import FewCounter
from translate.memory.many_counter import ManyCounter

FOUND = [f"Le {colour} chat numéro {number} dort ici" for colour in ("petit", "grand") for number in range(30)]


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


def test_few_queries_of_a_memory_are_answered_one_by_one_and_more_together(index: Index) -> None:
    first = list(index.find(FOUND[:30], 60))
    few = index._counter
    assert list(index.find(FOUND[:30], 60)) == first
    assert (type(few), type(index._counter)) == (FewCounter, ManyCounter)
    assert list(index.find(FOUND[:1], 60)) == first[:1]


def test_words_that_no_text_has_lead_to_none(index: Index) -> None:
    asked = " ".join(f"zzyq{number}" for number in range(8))
    assert next(iter(index.find([asked, FOUND[0]], 75))) == []
