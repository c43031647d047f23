"""What a memory does at its edges: odd texts, crowds, other files, a disk that may not be written to."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.memory.stored import made, taken, unit
from translate.data import TranslationUnit
from translate.errors import LockedError, OutputError, UsageError
from translate.memory import database, faults
from translate.memory.database import create, is_memory, meta_of, open_existing
from translate.memory.file import MemoryFile
from translate.memory.importing import Imported, ImportSettings
from translate.memory.matches import LookupSettings, Query
from translate.memory.transactions import writing

UNITS = [unit("Bonjour.", "Hello."), unit("Merci.", "Thanks.")]
ODD = [
    "a",
    "12",
    "<x1/>",
    "mot " * 5000,
    "…",
    "\u200b",
    "a\0b",
    "\N{CAT FACE}",
    "e\u0301",
    "\u0645\u0631\u062d\u0628\u0627",
]


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_is_held_and_found(text: str, tmp_path: Path) -> None:
    one = unit(text, "odd", name="n")
    with made(tmp_path / "m.tmdb", [*UNITS, one]) as memory:
        assert [held.target.text for held in memory.units()] == ["Hello.", "Thanks.", "odd"]
        assert next(iter(memory.units())) == UNITS[0]
        assert next(iter(memory.lookup([Query(text)])))[0].unit.source.text == text
        assert memory.find([text])[text][0].target == "odd"


@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0\u202f"])
def test_an_empty_text_is_neither_held_nor_found(text: str, tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        assert taken(memory, [unit(text, "empty", name="n")]) == Imported(1, 0, 0, 0, 1)
        assert next(iter(memory.lookup([Query(text)], LookupSettings(threshold=1)))) == ()
        assert memory.find([text]) == {}


def test_a_memory_without_units_finds_nothing(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", []) as memory:
        assert list(memory.lookup([Query("Un"), Query("Deux")])) == [(), ()]
        assert memory.find(["Un"]) == {}
        assert list(memory.stored()) == []
        assert memory.has_index()
        assert memory.faults() == []


def test_a_crowd_of_targets_of_one_source_is_answered_at_once(tmp_path: Path) -> None:
    crowd = [unit("Suite", f"Next {number}") for number in range(20_000)]
    with made(tmp_path / "m.tmdb", crowd) as memory:
        next(iter(memory.lookup([Query("Autre")])))
        start = time.process_time()
        matches = next(iter(memory.lookup([Query("Suite")])))
        assert time.process_time() - start < 0.5
    assert [match.unit.target.text for match in matches] == [f"Next {number}" for number in range(5)]


@pytest.mark.parametrize(
    ("name", "is_one"), [("m.tmdb", True), ("M.TMDB", True), ("m.tmx", False), ("tmdb", False), ("m.tmdb.gz", False)]
)
def test_a_memory_is_told_by_its_name(name: str, is_one: bool) -> None:
    assert is_memory(Path(name)) is is_one


def test_a_memory_says_its_languages_and_versions(tmp_path: Path) -> None:
    with closing(create(tmp_path / "m.tmdb", "fr-CA", "en")) as connection:
        assert meta_of(connection) == {
            "format": database.FORMAT,
            "index": database.INDEX,
            "source_language": "fr-CA",
            "target_language": "en",
        }


def test_making_a_memory_replaces_no_file(tmp_path: Path) -> None:
    (tmp_path / "m.tmdb").write_bytes(b"of somebody else")
    with pytest.raises(OutputError, match=r"m\.tmdb: cannot make the memory: File exists\."):
        create(tmp_path / "m.tmdb", "fr", "en")
    assert (tmp_path / "m.tmdb").read_bytes() == b"of somebody else"
    assert [path.name for path in tmp_path.iterdir()] == ["m.tmdb"]


def test_a_disk_without_hard_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        assert list(memory.units()) == UNITS
    with pytest.raises(OutputError, match="File exists"):
        create(tmp_path / "m.tmdb", "fr", "en")
    assert [path.name for path in tmp_path.iterdir()] == ["m.tmdb"]


def test_what_a_run_that_died_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / f".m.tmdb.{os.getpid()}.part").write_bytes(b"half")
    made(tmp_path / "m.tmdb", UNITS).close()
    assert [path.name for path in tmp_path.iterdir()] == ["m.tmdb"]


@pytest.mark.parametrize("name", ["a b.tmdb", "é?x=1.tmdb", "100%.tmdb", "a#b.tmdb"])
@pytest.mark.skipif(sys.platform == "win32", reason="no such names")
def test_a_memory_may_be_called_anything(name: str, tmp_path: Path) -> None:
    made(tmp_path / name, UNITS).close()
    with MemoryFile.open(tmp_path / name) as memory:
        assert list(memory.units()) == UNITS


@pytest.mark.skipif(sys.platform == "win32", reason="another reason is given there")
def test_a_folder_is_no_memory(tmp_path: Path) -> None:
    (tmp_path / "m.tmdb").mkdir()
    with pytest.raises(OutputError, match=r"m\.tmdb: cannot read the memory: Is a directory\."):
        MemoryFile.open(tmp_path / "m.tmdb")


def test_a_memory_that_is_read_only_refuses_every_change(tmp_path: Path) -> None:
    made(tmp_path / "m.tmdb", UNITS).close()
    before = (tmp_path / "m.tmdb").read_bytes()
    with MemoryFile.open(tmp_path / "m.tmdb") as memory:
        for change in (lambda: memory.delete([1]), lambda: taken(memory, UNITS), memory.repair_index):
            with pytest.raises(OutputError, match="cannot write to the memory or its folder"):
                change()
    assert (tmp_path / "m.tmdb").read_bytes() == before


def test_a_damaged_page_is_said_with_what_to_do(tmp_path: Path) -> None:
    made(tmp_path / "m.tmdb", [unit(f"Phrase {number}.", "Sentence " * 40) for number in range(300)]).close()
    content = (tmp_path / "m.tmdb").read_bytes()
    (tmp_path / "m.tmdb").write_bytes(content[:20_000] + b"\xff" * (len(content) - 20_000))
    message = r"m\.tmdb: the memory is damaged \(.*\); restore a copy, or import it again\."
    with pytest.raises(OutputError, match=message), MemoryFile.open(tmp_path / "m.tmdb") as memory:
        list(memory.units())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE unit SET details = '{\"source\": 1'",
        "UPDATE unit SET details = '{\"size\": 1}'",
        "UPDATE unit SET origin = 99",
    ],
)
def test_a_unit_whose_columns_are_damaged_is_said_as_a_damaged_page_is(change: str, tmp_path: Path) -> None:
    made(tmp_path / "m.tmdb", UNITS).close()
    with closing(sqlite3.connect(tmp_path / "m.tmdb")) as damaged:
        damaged.execute(change)
        damaged.commit()
    message = r"m\.tmdb: the memory is damaged \(what it holds of a unit cannot be read: .*\); restore a copy, or"
    with pytest.raises(OutputError, match=message), MemoryFile.open(tmp_path / "m.tmdb") as memory:
        list(memory.units())


def test_a_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    made(tmp_path / "m.tmdb", UNITS).close()
    began, done = threading.Event(), threading.Event()

    def hold() -> None:
        with closing(open_existing(tmp_path / "m.tmdb", writes=True)) as other, writing(other, tmp_path / "m.tmdb"):
            began.set()
            done.wait(0.3)

    first = threading.Thread(target=hold)
    first.start()
    assert began.wait(10)
    with MemoryFile.open(tmp_path / "m.tmdb", writes=True) as memory:
        assert taken(memory, [unit("Oui.", "Yes.")]).added == 1
    first.join()


def test_who_waits_too_long_is_told_for_how_long_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "m.tmdb", UNITS).close()
    for module in (database, faults):
        monkeypatch.setattr(module, "WAIT_SECONDS", 0.05)
    path = tmp_path / "m.tmdb"
    message = r"is using the memory, and was not done in 0\.05 seconds; wait for it, and run this again"
    with (
        closing(open_existing(path, writes=True)) as holder,
        writing(holder, path),
        MemoryFile.open(path, writes=True) as memory,
        pytest.raises(LockedError, match=message),
    ):
        memory.delete([1])
    with MemoryFile.open(path) as memory:
        assert list(memory.units()) == UNITS


def test_what_fails_within_a_change_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "m.tmdb"
    made(path, UNITS).close()
    with closing(open_existing(path, writes=True)) as connection:
        with pytest.raises(ZeroDivisionError), writing(connection, path):
            connection.execute("DELETE FROM unit")
            raise ZeroDivisionError
        assert connection.execute("SELECT count(*) FROM unit").fetchone() == (2,)


@pytest.mark.parametrize(
    ("pair", "is_refused"), [(("fr-CA", "en-GB"), False), (("fr", "de"), True), (("en", "fr"), True)]
)
def test_regions_do_not_count_and_a_turned_pair_is_another(
    pair: tuple[str, str], is_refused: bool, tmp_path: Path
) -> None:
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        if not is_refused:
            memory.check_languages(*pair)
            return
        with pytest.raises(UsageError, match=f"is from fr to en, not from {pair[0]} to {pair[1]}; use another memory"):
            memory.check_languages(*pair)


def test_deleting_units_that_are_not_there_changes_nothing(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        before = (tmp_path / "m.tmdb").read_bytes()
        assert memory.delete([]) == 0
        assert memory.delete([17, 18]) == 0
        assert (tmp_path / "m.tmdb").read_bytes() == before
        assert memory.delete([2, 17]) == 1
        assert list(memory.units()) == UNITS[:1]


def test_a_text_that_another_unit_has_stays_when_one_is_deleted(tmp_path: Path) -> None:
    units: list[TranslationUnit] = [
        unit("Oui.", "Yes.", document="a"),
        unit("Oui.", "Yes.", document="b"),
        unit("Non.", "No.", document="b", context=("Oui.", None)),
    ]
    with made(tmp_path / "m.tmdb", units) as memory:
        assert memory.delete([1]) == 1
        assert [one.context_before for one in memory.units()] == [None, "Oui."]
        assert memory.connection.execute("SELECT name FROM document").fetchall() == [("b",)]
        assert memory.delete([2]) == 1
        assert [one.context_before for one in memory.units()] == [None]
        assert [match.unit.target.text for match in next(iter(memory.lookup([Query("Non.")])))] == ["No."]


def test_a_penalty_that_no_unit_has_any_more_is_forgotten(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", UNITS[:1], ImportSettings(9, "law")) as memory:
        taken(memory, UNITS[1:])
        memory.delete([1])
        assert memory.connection.execute("SELECT penalty, domain FROM file").fetchall() == [(0, "")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("DELETE FROM meta WHERE key = 'target_language'", "its target_language is missing"),
        ("DELETE FROM text", "its index names what it does not hold"),
        ("DELETE FROM code", "a part of the index is missing"),
        ("UPDATE code SET codes = 7", "a part of the index is no part"),
        ("UPDATE code SET codes = x'0102030405'", "a part of the index is no part"),
        ("UPDATE block SET texts = x'0102030405060708090a'", "a part of the index is no part"),
        ("UPDATE block SET lengths = 'abcd'", "a part of the index is no part"),
    ],
)
def test_a_memory_that_lacks_what_it_needs_is_damaged(change: str, said: str, tmp_path: Path) -> None:
    made(tmp_path / "m.tmdb", UNITS).close()
    with closing(sqlite3.connect(tmp_path / "m.tmdb")) as damaged:
        damaged.execute(change)
        damaged.commit()
    message = rf"m\.tmdb: the memory is damaged \({said}\); restore a copy, or import it again\."
    if "of the index" in said:
        message = (
            rf"m\.tmdb: the index of the memory is damaged \({said}\); make it anew with 'bitexte memory check --renew"
        )
    with pytest.raises(OutputError, match=message), MemoryFile.open(tmp_path / "m.tmdb") as memory:
        list(memory.lookup([Query("Bonjour.")]))
