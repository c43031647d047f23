"""The index grows in segments that join, and has every text exactly once, whatever the order of imports."""

from __future__ import annotations

import sqlite3
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.memory.stored import made, taken, unit
from translate.memory import indexing, postings
from translate.memory.file import MemoryFile
from translate.memory.grains import grains_of
from translate.memory.indexing import extend_index, is_whole, rebuild_index
from translate.memory.layout import DENSE, KEY_BITS
from translate.memory.matches import LookupSettings, Query
from translate.memory.posted import Held, read_bundles


def texts_in_blocks(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute("SELECT texts FROM block ORDER BY number")
    return [number for (texts,) in rows for number in np.frombuffer(texts, "<u4").tolist()]


def segments(memory: MemoryFile) -> list[tuple[int, int]]:
    return memory.connection.execute("SELECT low, high FROM segment ORDER BY first").fetchall()


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_segments_follow_one_another_without_gap_and_shrink(tmp_path: Path, sizes: list[int]) -> None:
    (tmp_path / "m.tmdb").unlink(missing_ok=True)
    numbers = iter(range(100))
    with made(tmp_path / "m.tmdb", []) as memory:
        for size in sizes:
            taken(memory, [unit(f"Phrase {next(numbers)}", "x") for _ in range(size)])
            assert is_whole(memory.connection)
        found = segments(memory)
        counts = [high - low + 1 for low, high in found]
        assert sorted(texts_in_blocks(memory.connection)) == list(range(1, sum(sizes) + 1))
    assert found[0][0] == 1
    assert all(high + 1 == low for (_, high), (low, _) in pairwise(found))
    assert all(one > other for one, other in pairwise(counts))


def test_within_a_block_texts_lie_by_their_length(tmp_path: Path) -> None:
    texts = ["un deux trois quatre", "un", "un deux", "un deux trois"]
    with made(tmp_path / "m.tmdb", [unit(text, "x") for text in texts]) as memory:
        (row,) = memory.connection.execute("SELECT texts, lengths, counts FROM block").fetchall()
    numbers, lengths, counts = row
    assert np.frombuffer(numbers, "<u4").tolist() == [2, 3, 4, 1]
    assert np.frombuffer(lengths, "<u2").tolist() == [1, 3, 5, 7]
    assert np.frombuffer(counts, "<u2").tolist() == [1, 2, 3, 4]


def test_an_index_that_lacks_texts_is_not_whole_until_it_is_extended(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [unit("Un", "One")]) as memory:
        memory.connection.execute("INSERT INTO text VALUES (2, 0, 'Deux', NULL)")
        assert not is_whole(memory.connection)
        extend_index(memory.connection)
        assert is_whole(memory.connection)
        before = texts_in_blocks(memory.connection)
        extend_index(memory.connection)
        assert texts_in_blocks(memory.connection) == before == [1, 2]


def test_an_index_made_anew_leaves_nothing_of_texts_that_are_gone(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [unit(f"Phrase {number}", "x") for number in range(9)]) as memory:
        memory.connection.execute("DELETE FROM text WHERE number IN (2, 5)")
        rebuild_index(memory.connection)
        assert sorted(texts_in_blocks(memory.connection)) == [1, 3, 4, 6, 7, 8, 9]
        memory.connection.execute("DELETE FROM text")
        rebuild_index(memory.connection)
        assert texts_in_blocks(memory.connection) == []
        assert segments(memory) == []
        assert memory.connection.execute("SELECT * FROM code").fetchall() == []


def test_a_memory_of_an_older_index_gets_the_table_that_it_lacks(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [unit("Le chat dort", "x")]) as memory:
        memory.connection.execute("DROP TABLE code")
        memory.connection.execute("UPDATE meta SET value = '3' WHERE key = 'index'")
    with MemoryFile.open(tmp_path / "m.tmdb", writes=True) as memory:
        assert not memory.has_index()
        memory.repair_index()
        ((match,),) = memory.lookup([Query("Le chat dort")], LookupSettings())
    assert match.percentage == 100


def test_only_a_large_segment_has_postings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_POSTED_TEXTS", 20)
    with made(tmp_path / "m.tmdb", [unit(f"Le chat numéro {number}", "x") for number in range(20)]) as memory:
        taken(memory, [unit("Autre chose", "x")])
        found = memory.connection.execute("SELECT texts, is_posted FROM segment ORDER BY first").fetchall()
        assert found == [(20, 1), (1, 0)]
        (blocks,) = memory.connection.execute("SELECT count(*) FROM posting WHERE number & 65535 != 0").fetchone()
        assert blocks == 0
        answers = memory.lookup([Query("Le chat numéro 7"), Query("Autre chose")], LookupSettings(count=1))
        assert [matches[0].percentage for matches in answers] == [100, 100]


def rows_of(texts: list[str]) -> dict[int, list[int]]:
    """Return by key the ranks that postings of one block give."""
    held = postings.Postings()
    list(postings.rank(grains_of(texts), np.arange(1, len(texts) + 1, dtype=np.uint32), 0, held))
    try:
        found: dict[int, list[int]] = {}
        rows = list(held.rows())
        assert [number for number, _ in rows] == sorted(number for number, _ in rows)
        for number, blob in rows:
            if number & DENSE:
                (ranks,) = Held([b""], [[number]], [(0, 0)], [(number, blob)]).ranks()
                found[number >> KEY_BITS] = np.frombuffer(ranks, "<u4").tolist()
        keys = np.unique(grains_of(texts).keys()[0]).tolist()
        for posting in read_bundles((row for row in rows if not row[0] & DENSE), keys):
            assert posting.texts > postings.RARE_TEXTS or posting.key not in found
            assert posting.texts >= len(found.setdefault(posting.key, np.frombuffer(posting.ranks, "<u4").tolist()))
        return found
    finally:
        held.close()


def test_a_word_leads_to_each_text_that_has_it_once_and_a_pair_of_one_text_to_none() -> None:
    texts = ["chat chat", "porte chat", "porte"]
    found = rows_of(texts)
    chat, porte = (int(grains_of([word]).values[0]) | 1 for word in ("chat", "porte"))
    assert found[chat] == [1, 2]
    assert found[porte] == [0, 2]
    assert all(key % 2 or len(ranks) > 1 for key, ranks in found.items())


def test_a_word_of_many_texts_has_a_row_of_its_own_and_one_of_most_texts_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postings, "RARE_TEXTS", 3)
    monkeypatch.setattr(postings, "FREQUENT_TEXTS", 6)
    texts = [*(f"rare{n}" for n in range(2)), *["commun"] * 5, *["partout"] * 9]
    found = rows_of(texts)
    sizes = {word: len(found[int(grains_of([word]).values[0]) | 1]) for word in ("rare0", "commun", "partout")}
    assert sizes == {"rare0": 1, "commun": 5, "partout": 0}


def test_postings_without_texts_have_no_rows() -> None:
    assert rows_of([]) == {}


@given(st.lists(st.lists(st.sampled_from("le la chat chien dort".split()), max_size=5).map(" ".join), max_size=12))
def test_the_postings_of_words_are_those_of_a_look_at_all_texts(texts: list[str]) -> None:
    found = rows_of(texts)
    ranked = sorted(texts, key=lambda text: int(grains_of([text]).lengths[0]))
    for word in "le la chat chien dort".split():
        key = int(grains_of([word]).values[0]) | 1
        assert found.get(key, []) == [rank for rank, text in enumerate(ranked) if word in text.split()]
