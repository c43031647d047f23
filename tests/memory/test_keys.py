"""Keys are known by how many texts have them, read once, and again where they were forgotten."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.memory.stored import made, unit
from translate.memory import indexing, postings
from translate.memory import keys as module
from translate.memory.candidates import Index
from translate.memory.layout import BLOCK_TEXTS, numbers_in
from translate.memory.numbering import grains_of_text

SOURCES = [*(f"chat {number}" for number in range(6)), "porte", "porte chat", *(f"mur {n} clos" for n in range(9))]


def key_of(word: str) -> int:
    return grains_of_text(word)[0] | 1


def ranks_of(keys: module.Keys, words: list[str], span: tuple[int, int] = (0, 0)) -> list[int]:
    (found,) = ranks_together(keys, [words], span)
    return found


def ranks_together(keys: module.Keys, asked: list[list[str]], span: tuple[int, int] = (0, 0)) -> list[list[int]]:
    held = keys.read([[key_of(word) for word in words] for words in asked], [span] * len(asked))
    return [sorted(numbers_in(ranks, "I")) for ranks in held.ranks()]


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
    assert module.Keys(connection, [(0, 0)]).sizes([asked, asked[:1]]) == [[2, 0, 7, 2], [2]]


def test_what_nearly_all_texts_have_counts_as_in_all_and_leads_to_none(connection: sqlite3.Connection) -> None:
    keys = module.Keys(connection, [(0, 0)])
    assert keys.sizes([[key_of("mur")]]) == [[BLOCK_TEXTS]]
    assert ranks_of(keys, ["mur"]) == []


def test_ranks_come_once_for_each_key_that_a_text_has(connection: sqlite3.Connection) -> None:
    asked = [key_of("chat"), key_of("porte")]
    keys = module.Keys(connection, [(0, 0)])
    keys.sizes([asked])
    found = ranks_of(keys, ["chat", "porte"])
    assert len(found) == 7 + 2
    assert len(set(found)) == 7 + 1
    assert ranks_of(keys, ["chat", "porte"], (1, 9)) == ranks_of(keys, ["porte"])


def test_each_of_several_queries_gets_the_ranks_of_its_own_keys(connection: sqlite3.Connection) -> None:
    keys = module.Keys(connection, [(0, 0)])
    asked = [["chat", "porte"], [], ["porte"], ["chat"], ["absent"]]
    together = ranks_together(keys, asked)
    assert together == [ranks_of(keys, words) for words in asked]
    assert list(map(len, together)) == [9, 0, 2, 7, 0]


def test_no_keys_have_no_ranks(connection: sqlite3.Connection) -> None:
    keys = module.Keys(connection, [(0, 0)])
    assert keys.sizes([[], []]) == [[], []]
    assert ranks_of(keys, []) == []
    assert ranks_together(keys, []) == []


def test_keys_that_were_forgotten_are_read_again(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = module.Keys(connection, [(0, 0)])
    chat, porte = key_of("chat"), key_of("porte")
    keys.sizes([[chat, porte]])
    before = ranks_of(keys, ["chat", "porte"])
    monkeypatch.setattr(module, "_KEPT_KEYS", 1)
    keys.sizes([[key_of("mur")]])
    assert ranks_of(keys, ["chat", "porte"]) == before


def test_a_memory_without_postings_has_no_keys(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [unit("chat", "cat")]) as memory:
        assert module.Keys(memory.connection, []).sizes([[key_of("chat")]]) == [[0]]
        assert len(next(iter(Index(memory.connection).find(["chat"], 75)))) == 1
