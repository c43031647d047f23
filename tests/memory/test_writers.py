"""Who looks up while others write sees the memory whole: as it was when a batch began, and then as it is."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.memory.stored import made, taken, unit
from translate.data import TranslationUnit
from translate.errors import FormatError, LockedError, OutputError
from translate.memory import database, indexing, transactions
from translate.memory import file as module
from translate.memory.file import MemoryFile
from translate.memory.matches import LookupSettings, Match, Query
from translate.memory.transactions import reading

OLD = [unit(f"Le chat numéro {n} dort.", f"Cat {n} sleeps.") for n in range(40)]
NEW = [unit(f"Le chien numéro {n} mange.", f"Dog {n} eats.") for n in range(90)]
QUERIES = [Query("Le chat numéro 3 dort."), Query("Le chien numéro 3 mange."), Query("Le chat numéro 7 dort.")]


def targets(matches: tuple[Match, ...]) -> list[str]:
    return [match.unit.target.text for match in matches[:1]]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "_BATCH_QUERIES", 1)
    made(tmp_path / "m.tmdb", OLD).close()
    return tmp_path / "m.tmdb"


@pytest.mark.parametrize("posted", [1, 1 << 15])
def test_what_another_imports_between_two_batches_is_found_and_nothing_is_lost(
    path: Path, posted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_POSTED_TEXTS", posted)
    with MemoryFile.open(path) as reader, MemoryFile.open(path, writes=True) as writer:
        answers = reader.lookup(QUERIES, LookupSettings(count=1))
        assert targets(next(answers)) == ["Cat 3 sleeps."]
        taken(writer, NEW)  # which makes one segment of both
        assert targets(next(answers)) == ["Dog 3 eats."]
        assert targets(next(answers)) == ["Cat 7 sleeps."]


def test_what_another_deletes_between_two_batches_is_gone(path: Path) -> None:
    with MemoryFile.open(path) as reader, MemoryFile.open(path, writes=True) as writer:
        answers = reader.lookup([QUERIES[0], QUERIES[0], QUERIES[2]], LookupSettings(threshold=100))
        assert targets(next(answers)) == ["Cat 3 sleeps."]
        writer.delete([number.number for number in writer.stored("t.source = ?", (QUERIES[0].source,))])
        assert targets(next(answers)) == []
        assert targets(next(answers)) == ["Cat 7 sleeps."]


def test_between_two_batches_no_lock_is_held(path: Path) -> None:
    with MemoryFile.open(path) as reader:
        answers = reader.lookup(QUERIES)
        next(answers)
        other = sqlite3.connect(path, timeout=0)
        other.execute("BEGIN EXCLUSIVE")
        other.close()


def test_within_a_batch_no_change_is_seen(path: Path) -> None:
    with MemoryFile.open(path) as reader:
        other = sqlite3.connect(path, timeout=0, isolation_level=None)
        with reading(reader.connection, path, has_begun=False) as before:
            other.execute("BEGIN IMMEDIATE")
            other.execute("DELETE FROM unit")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("COMMIT")
            assert reader.connection.execute("SELECT count(*) FROM unit").fetchone() == (40,)
        other.execute("COMMIT")
        other.close()
        with reading(reader.connection, path, has_begun=False) as after:
            assert after != before


def test_a_run_that_has_begun_waits_for_who_writes_and_says_so(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    with MemoryFile.open(path) as reader:
        reader.connection.execute("PRAGMA busy_timeout = 20")
        answers = reader.lookup(QUERIES[:1] * 2)
        first = targets(next(answers))
        other.execute("BEGIN EXCLUSIVE")
        done = threading.Timer(0.3, other.execute, ["ROLLBACK"])
        done.start()
        assert targets(next(answers)) == first
        done.join()
    other.close()
    assert [record.getMessage().rpartition(": ")[2] for record in caplog.records] == [
        "waiting for another process, which is writing to the memory."
    ]


def test_a_run_that_begins_while_somebody_writes_is_told(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    with MemoryFile.open(path) as reader:
        reader.connection.execute("PRAGMA busy_timeout = 20")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedError, match="another process is using the memory"):
            next(reader.lookup(QUERIES))
        other.execute("ROLLBACK")
        assert targets(next(reader.lookup(QUERIES))) == ["Cat 3 sleeps."]
    other.close()


def test_an_import_larger_than_its_cache_waits_once_for_who_reads(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transactions, "WAIT_SECONDS", 0.25)
    monkeypatch.setattr(transactions, "PATIENCE_SECONDS", 0.5)
    with MemoryFile.open(path) as reader, MemoryFile.open(path, writes=True) as writer:
        writer.connection.execute("PRAGMA cache_size = 4")
        with reading(reader.connection, path, has_begun=False):
            begin = time.monotonic()
            with pytest.raises(LockedError, match="another process has been reading the memory"):
                taken(writer, [unit(f"{n} {'long ' * 200}", "x") for n in range(200)])
            assert time.monotonic() - begin < 4  # each of some twenty pages waited before
        taken(writer, NEW[:1])
        assert len(list(writer.units())) == len(OLD) + 1


def test_a_change_that_is_done_waits_for_who_reads_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(transactions, "WAIT_SECONDS", 0.02)
    reader = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM meta").fetchone()
    done = threading.Timer(0.2, lambda: reader.execute("ROLLBACK"))
    done.start()
    with MemoryFile.open(path, writes=True) as writer:
        assert taken(writer, NEW[:1]).added == 1
    done.join()
    reader.close()
    assert [record.getMessage() for record in caplog.records] == [
        f"{path}: waiting for another process, which is reading the memory."
    ]


def test_a_memory_that_another_process_makes_at_that_moment_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, make = tmp_path / "n.tmdb", database.create

    def make_second(*arguments: str) -> sqlite3.Connection:
        monkeypatch.setattr(module, "create", make)
        with made(path, OLD[:1]):
            return make(path, "fr", "en")

    monkeypatch.setattr(module, "create", make_second)
    with MemoryFile.open_or_create(path, "fr", "en") as memory:
        taken(memory, NEW[:1])
    with MemoryFile.open(path) as memory:
        assert [one.target.text for one in memory.units()] == ["Cat 0 sleeps.", "Dog 0 eats."]
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []


def test_a_link_to_nothing_is_no_memory_that_another_makes(tmp_path: Path) -> None:
    (tmp_path / "n.tmdb").symlink_to("nothing")
    with pytest.raises(OutputError, match="cannot make the memory: File exists"):
        MemoryFile.open_or_create(tmp_path / "n.tmdb", "fr", "en")


def failing() -> Iterator[TranslationUnit]:
    yield OLD[0]
    raise FormatError("cut short")


def test_a_memory_goes_again_where_its_first_import_fails(tmp_path: Path) -> None:
    path = tmp_path / "n.tmdb"
    with pytest.raises(FormatError), MemoryFile.open_or_create(path, "fr", "en") as memory:
        taken(memory, failing())
    assert list(tmp_path.iterdir()) == []
    made(path, OLD).close()
    with pytest.raises(FormatError), MemoryFile.open_or_create(path, "fr", "en") as memory:
        taken(memory, failing())
    assert path.exists()


def test_a_memory_stays_that_another_fills_though_the_import_that_made_it_fails(tmp_path: Path) -> None:
    path = tmp_path / "n.tmdb"
    with pytest.raises(FormatError), MemoryFile.open_or_create(path, "fr", "en"):
        with MemoryFile.open_or_create(path, "fr", "en") as other:
            taken(other, OLD)
        raise FormatError("cut short")
    with MemoryFile.open(path) as memory:
        assert len(list(memory.units())) == len(OLD)


def test_what_would_be_written_to_a_memory_that_is_gone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "n.tmdb"
    with MemoryFile.open_or_create(path, "fr", "en") as maker, MemoryFile.open_or_create(path, "fr", "en") as other:
        with pytest.raises(FormatError), maker:
            raise FormatError("cut short")
        assert not path.exists()
        with pytest.raises(OutputError, match="removed or replaced meanwhile; run this again"):
            taken(other, OLD)


def test_an_empty_file_is_no_memory_and_it_is_said_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "vide.tmdb").touch()
    with pytest.raises(OutputError, match=r"is empty, so it is no memory; .*Restore a copy, or delete it"):
        MemoryFile.open(tmp_path / "vide.tmdb")
