"""A database on the disk that nobody sees: it holds what it is given, and is gone afterwards."""

from __future__ import annotations

import sqlite3
import tracemalloc
from pathlib import Path

import pytest

from translate.corpus.keys import Seen
from translate.text.scratch import temporary_database


def test_its_tables_are_there_and_hold_what_they_are_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with temporary_database(["CREATE TABLE a (x INTEGER)", "CREATE TABLE b (y TEXT)"]) as database:
        database.executemany("INSERT INTO a VALUES (?)", ((n,) for n in range(5)))
        database.execute("INSERT INTO b VALUES (?)", ("é",))
        assert database.execute("SELECT sum(x) FROM a").fetchone() == (10,)
        assert database.execute("SELECT y FROM b").fetchone() == ("é",)
    assert list(tmp_path.iterdir()) == []


def test_two_know_nothing_of_one_another() -> None:
    with temporary_database(["CREATE TABLE a (x)"]) as one, temporary_database([]) as other:
        one.execute("INSERT INTO a VALUES (1)")
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            other.execute("SELECT * FROM a")


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_it_is_closed_whatever_happens(error: type[BaseException]) -> None:
    with pytest.raises(error), temporary_database([]) as database:
        raise error
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        database.execute("SELECT 1")


def test_a_table_that_cannot_be_made_is_a_bug_and_leaves_nothing_open() -> None:
    with pytest.raises(sqlite3.OperationalError), temporary_database(["CREATE TABEL a"]):
        raise AssertionError("never reached")


def test_what_is_seen_is_new_once() -> None:
    with temporary_database([Seen.table("one"), Seen.table("two")]) as database:
        one, two = Seen(database, "one"), Seen(database, "two")
        assert [one.add(key) for key in (1, 2, 1, -(2**63), 2**63 - 1, -(2**63))] == [
            True,
            True,
            False,
            True,
            True,
            False,
        ]
        assert two.add(1)


def test_many_keys_take_no_memory_of_python() -> None:
    tracemalloc.start()
    with temporary_database([Seen.table("keys")], cache_kibibytes=256) as database:
        seen = Seen(database, "keys")
        assert sum(seen.add(number * 7_919) for number in range(20_000)) == 20_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200_000
