"""The journal keeps what is finished, whole batches only, and one run at a time."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from translate.data import CodeKind, Hypothesis, InlineCode, Issue, Origin, Passage, Severity
from translate.errors import LockedError, OutputError
from translate.run.journal import Journal

ISSUE = Issue("parted", Severity.INFO, "in 2 parts", 2.0)


def test_what_was_added_is_found_after_reopening(tmp_path: Path) -> None:
    code = InlineCode(0, 2, CodeKind.START, 1, "bold")
    wanted = {
        Passage("Été"): Hypothesis("Summer", -0.1 / 3, codes=(code,), origin=Origin.CARRIED),
        Passage("Été", (code,)): Hypothesis("summer", -0.2),
        Passage("a"): Hypothesis("b", -1.5, (ISSUE,)),
    }
    with Journal(tmp_path) as journal:
        journal.add("engine", wanted)
    with Journal(tmp_path) as journal:
        assert journal.find("engine", [*wanted, Passage("c")]) == wanted


def test_another_engine_finds_nothing(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.add("engine", {Passage("a"): Hypothesis("b", 0.0)})
        assert journal.find("other", [Passage("a")]) == {}


def test_thousands_are_found_at_once(tmp_path: Path) -> None:
    wanted = {Passage(str(number)): Hypothesis(f"n{number}", -float(number)) for number in range(2500)}
    with Journal(tmp_path) as journal:
        journal.add("engine", wanted)
        assert journal.find("engine", list(wanted)) == wanted


def test_a_finished_document_is_found_by_name_and_digest(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.add_document("a.txt", "d1", {"units": 3})
        assert journal.find_document("a.txt", "d1") == {"units": 3}
        assert journal.find_document("a.txt", "d2") is None
        assert journal.find_document("b.txt", "d1") is None


def test_a_second_run_on_the_folder_is_refused(tmp_path: Path) -> None:
    with Journal(tmp_path), pytest.raises(LockedError, match="another run is writing to this folder"):
        Journal(tmp_path)


def test_a_run_of_another_process_is_refused_until_it_ends(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from translate.run.journal import Journal; Journal(Path(sys.argv[1])); "
    )
    code += "print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(LockedError):
            Journal(tmp_path)
        other.kill()
        other.wait()
    Journal(tmp_path).close()


def test_a_damaged_journal_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".bitexte").mkdir()
    (tmp_path / ".bitexte" / "journal.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(OutputError, match="damaged"):
        Journal(tmp_path)


def test_a_journal_of_another_version_is_an_error(tmp_path: Path) -> None:
    Journal(tmp_path).close()
    connection = sqlite3.connect(tmp_path / ".bitexte" / "journal.sqlite")
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(OutputError, match=r"another version of bitexte \(99\)"):
        Journal(tmp_path)


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        Journal(tmp_path / "out")
