"""Blocks are read when their texts may be alike, and of these the codes of the chunks that are asked for."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from tests.memory.stored import made, unit
from translate.memory import candidates, indexing, layout
from translate.memory.blocks import Block, Blocks
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
    codes = sum(blocks.open(0).counts[slice(*run)])
    assert blocks.runs(*window) == [(*run, codes)]
    assert blocks.runs(*window) is blocks.runs(*window)


def test_no_texts_are_so_long(connection: sqlite3.Connection) -> None:
    assert Blocks(connection, set()).runs(7, 9) == []


def test_a_chunk_has_the_codes_of_its_texts(connection: sqlite3.Connection) -> None:
    blocks = Blocks(connection, set())
    ((number, codes),) = blocks.chunks([0])
    assert (number, codes.tolist()) == (0, codes_of(grains_of(TEXTS).values).tolist())
    assert list(blocks.chunks([])) == []


def test_codes_before_a_text_are_those_of_all_texts_before_it() -> None:
    counts = np.arange(3 * layout.CHUNK_TEXTS + 5) % 50
    block = Block((bytes(4 * len(counts)), bytes(2 * len(counts)), counts.astype("<u2").tobytes()), len(counts))
    for place in (0, 1, 511, 512, 513, 1024, 1540, 1541):
        assert block.codes_before(place) == counts[:place].sum()
        assert block.codes_in_chunk_before(place) == counts[place // 512 * 512 : place].sum()


def test_codes_are_read_for_the_texts_that_may_be_alike_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_POSTED_TEXTS", 20)
    monkeypatch.setattr(candidates, "_SCANNED_CODES", 0)
    chunk, words = layout.CHUNK_TEXTS, ["rouge", "vert"]
    texts = [f"Le chat {words[number == 3]} numéro {number}" for number in range(3 * chunk)]
    with made(tmp_path / "m.tmdb", [unit(text, "x") for text in texts]) as memory:
        assert memory.connection.execute("SELECT count(*) FROM code").fetchone() == (3,)
        index = candidates.Index(memory.connection)
        (found,) = index.find(["Le chat vert numéro 9999"], 75)
        assert [one.text for one in found][:1] == [4]
        assert getattr(index._counter, "_chunks", {}).keys() == {0}


@pytest.mark.parametrize("damage", ["texts = x'00'", "lengths = x''", "codes = 'three'", "counts = x'0000'"])
def test_a_damaged_block_is_a_damaged_memory(connection: sqlite3.Connection, damage: str) -> None:
    connection.execute(f"UPDATE block SET {damage}")
    with pytest.raises(sqlite3.DatabaseError, match="no part"):
        Blocks(connection, set()).runs(1, 9)


def test_codes_that_are_gone_are_a_damaged_memory(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="missing"):
        list(Blocks(connection, set()).chunks([0, 1]))
    connection.execute("UPDATE code SET codes = 'text'")
    with pytest.raises(sqlite3.DatabaseError, match="no part"):
        list(Blocks(connection, set()).chunks([0]))
