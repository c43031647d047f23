"""Keys are known by how many texts have them, read once, and again where they were forgotten."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from tests.memory.stored import made, unit
from translate.memory import indexing, postings
from translate.memory import keys as module
from translate.memory.candidates import Index
from translate.memory.grains import grains_of

SOURCES = [*(f"chat {number}" for number in range(6)), "porte", "porte chat", *(f"mur {n} clos" for n in range(9))]


def key_of(word: str) -> int:
    return int(grains_of([word]).values[0]) | 1


def ranks_of(keys: module.Keys, words: list[str], span: tuple[int, int] = (0, 0)) -> list[int]:
    (found,) = keys.ranks([[key_of(word) for word in words]], [span])
    return sorted(found.tolist())


@pytest.fixture
def connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sqlite3.Connection:
    monkeypatch.setattr(indexing, "_POSTED_TEXTS", 1)
    monkeypatch.setattr(postings, "RARE_TEXTS", 3)
    monkeypatch.setattr(postings, "FREQUENT_TEXTS", 8)
    with made(tmp_path / "m.tmdb", [unit(source, "x") for source in SOURCES]):
        pass
    return sqlite3.connect(tmp_path / "m.tmdb")


def test_sizes_are_those_of_the_texts_in_the_order_of_the_keys(connection: sqlite3.Connection) -> None:
    asked = [key_of(word) for word in ("porte", "absent", "chat", "porte")]
    assert module.Keys(connection, [(0, 0)]).sizes(np.array(asked, np.uint32)).tolist() == [2, 0, 7, 2]


def test_what_nearly_all_texts_have_counts_as_in_all_and_leads_to_none(connection: sqlite3.Connection) -> None:
    keys = module.Keys(connection, [(0, 0)])
    assert keys.sizes(np.array([key_of("mur")], np.uint32)).tolist() == [postings.BLOCK_TEXTS]
    assert ranks_of(keys, ["mur"]) == []


def test_ranks_come_once_for_each_key_that_a_text_has(connection: sqlite3.Connection) -> None:
    asked = [key_of("chat"), key_of("porte")]
    keys = module.Keys(connection, [(0, 0)])
    keys.sizes(np.array(asked, np.uint32))
    found = ranks_of(keys, ["chat", "porte"])
    assert len(found) == 7 + 2
    assert len(set(found)) == 7 + 1
    assert ranks_of(keys, ["chat", "porte"], (1, 9)) == ranks_of(keys, ["porte"])


def test_each_of_several_queries_gets_the_ranks_of_its_own_keys(connection: sqlite3.Connection) -> None:
    keys = module.Keys(connection, [(0, 0)])
    asked = [["chat", "porte"], [], ["porte"], ["chat"], ["absent"]]
    found = keys.ranks([[key_of(word) for word in words] for words in asked], [(0, 0)] * len(asked))
    together = [sorted(ranks.tolist()) for ranks in found]
    assert together == [ranks_of(keys, words) for words in asked]
    assert list(map(len, together)) == [9, 0, 2, 7, 0]


def test_no_keys_have_no_ranks(connection: sqlite3.Connection) -> None:
    keys = module.Keys(connection, [(0, 0)])
    assert keys.sizes(np.zeros(0, np.uint32)).tolist() == []
    assert ranks_of(keys, []) == []
    assert list(keys.ranks([], [])) == []


def test_keys_that_were_forgotten_are_read_again(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = module.Keys(connection, [(0, 0)])
    chat, porte = key_of("chat"), key_of("porte")
    keys.sizes(np.array([chat, porte], np.uint32))
    before = ranks_of(keys, ["chat", "porte"])
    monkeypatch.setattr(module, "_KEPT_KEYS", 1)
    keys.sizes(np.array([key_of("mur")], np.uint32))
    assert ranks_of(keys, ["chat", "porte"]) == before


def test_a_memory_without_postings_has_no_keys(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [unit("chat", "cat")]) as memory:
        assert module.Keys(memory.connection, []).sizes(np.array([key_of("chat")], np.uint32)).tolist() == [0]
        assert len(next(iter(Index(memory.connection).find(["chat"], 75)))) == 1
