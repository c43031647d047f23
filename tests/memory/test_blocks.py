"""Blocks are read when their texts may be alike, and of these the codes of the chunks that are asked for."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from tests.memory.stored import made, unit
from translate.memory import candidates, indexing, postings
from translate.memory.blocks import Blocks
from translate.memory.grains import codes_of, grains_of

TEXTS = ["un", "un deux", "deux un", "un deux trois"]


@pytest.fixture
def connection(tmp_path: Path) -> sqlite3.Connection:
    with made(tmp_path / "m.tmdb", [unit(text, "x") for text in TEXTS]):
        pass
    return sqlite3.connect(tmp_path / "m.tmdb")


@pytest.mark.parametrize(("window", "run"), [((1, 1), (0, 1)), ((3, 3), (1, 3)), ((2, 9), (1, 4)), ((1, 5), (0, 4))])
def test_texts_of_so_many_tokens_lie_side_by_side(
    connection: sqlite3.Connection, window: tuple[int, int], run: tuple[int, int]
) -> None:
    blocks = Blocks(connection, set())
    assert blocks.runs(*window) == [run]
    assert blocks.size_of(run) == int(blocks.counts[slice(*run)].sum()) == len(blocks.codes_of_run(run))


def test_no_texts_are_so_long(connection: sqlite3.Connection) -> None:
    assert Blocks(connection, set()).runs(7, 9) == []


def test_codes_of_texts_come_in_the_order_that_is_asked_for(connection: sqlite3.Connection) -> None:
    blocks = Blocks(connection, set())
    blocks.runs(1, 9)
    held, counts = blocks.codes_of(np.array([3, 0, 1]))
    asked = [TEXTS[place] for place in (3, 0, 1)]
    assert held.tolist() == codes_of(grains_of(asked).values).tolist()
    assert counts.tolist() == [3, 1, 2]


def test_codes_are_read_for_the_texts_that_may_be_alike_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_POSTED_TEXTS", 20)
    monkeypatch.setattr(candidates, "_SCANNED_CODES", 0)
    chunk, words = postings.CHUNK_TEXTS, ["rouge", "vert"]
    texts = [f"Le chat {words[number == 3]} numéro {number}" for number in range(3 * chunk)]
    with made(tmp_path / "m.tmdb", [unit(text, "x") for text in texts]) as memory:
        assert memory.connection.execute("SELECT count(*) FROM code").fetchone() == (3,)
        index = candidates.Index(memory.connection)
        (found,) = index.find(["Le chat vert numéro 9999"], 75)
        assert [one.text for one in found][:1] == [4]
        assert index._blocks._loaded[:3].tolist() == [True, False, False]


@pytest.mark.parametrize("damage", ["texts = x'00'", "lengths = x''", "codes = 'three'", "counts = x'0000'"])
def test_a_damaged_block_is_a_damaged_memory(connection: sqlite3.Connection, damage: str) -> None:
    connection.execute(f"UPDATE block SET {damage}")
    with pytest.raises(sqlite3.DatabaseError, match="no part"):
        Blocks(connection, set()).runs(1, 9)


def test_codes_that_are_gone_are_a_damaged_memory(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM code")
    blocks = Blocks(connection, set())
    with pytest.raises(sqlite3.DatabaseError, match="missing"):
        blocks.codes_of_run(blocks.runs(1, 9)[0])
