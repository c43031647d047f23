"""`bitexte forget` and `--no-journal`: no text stays beside the outputs."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn

SECRET = "Le contrat de madame Quénot est signé."
MEMORY = (
    '<?xml version="1.0"?><tmx version="1.4"><header srclang="fr" datatype="plaintext" segtype="sentence" '
    'adminlang="en" o-tmf="x" creationtool="x" creationtoolversion="1"/><body><tu><tuv xml:lang="fr"><seg>Un avenant '
    'secret.</seg></tuv><tuv xml:lang="en"><seg>A secret amendment.</seg></tuv></tu></body></tmx>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(f"{SECRET}\nUn avenant secret.\n", encoding="utf-8")
    (tmp_path / "m.tmx").write_text(MEMORY, encoding="utf-8")
    return tmp_path


def kept(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in (folder / "out" / ".bitexte").iterdir())


def translate(run_in: RunIn, folder: Path, *more: str) -> None:
    line = ("translate", "a.txt", "--engine", "echo", "--memory", "m.tmx", "--out", "out", *more)
    assert run_in(folder, *line).code == 0


def test_what_is_kept_of_texts_goes_and_the_outputs_stay(folder: Path, run_in: RunIn) -> None:
    translate(run_in, folder)
    assert "Quénot".encode() in kept(folder) and b"amendment" in kept(folder)
    outputs = {path: path.read_bytes() for path in (folder / "out").iterdir() if path.is_file()}
    done = run_in(folder, "forget", "out")
    assert done.code == 0
    assert done.output.startswith("out: 3 files removed, ")
    assert "Quénot".encode() not in kept(folder) and b"amendment" not in kept(folder)
    assert {path: path.read_bytes() for path in (folder / "out").iterdir() if path.is_file()} == outputs
    translate(run_in, folder)  # and what bitexte wrote is still known to be its own


def test_without_a_journal_nothing_is_kept_of_texts(folder: Path, run_in: RunIn) -> None:
    translate(run_in, folder, "--no-journal")
    assert [path.name for path in (folder / "out" / ".bitexte").iterdir()] == ["written.jsonl"]
    assert "Quénot".encode() not in kept(folder)
    whole = {path.name: path.read_bytes() for path in (folder / "out").iterdir() if path.is_file()}
    translate(run_in, folder)
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir() if path.is_file()} == whole


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_is_kept_can_be_read_by_its_owner_alone(folder: Path, run_in: RunIn) -> None:
    translate(run_in, folder)
    assert (folder / "out" / ".bitexte").stat().st_mode & 0o777 == 0o700


def test_a_folder_with_documents_and_shards_keeps_nothing_of_either(folder: Path, run_in: RunIn) -> None:
    translate(run_in, folder)
    (folder / "out" / ".done").mkdir()
    (folder / "out" / ".done" / "part-000000-000000000000.000000000-2.piece").write_text(SECRET, encoding="utf-8")
    assert run_in(folder, "forget", "out").output.startswith("out: 4 files removed, ")
    assert not list((folder / "out").rglob("*.piece")) and "Quénot".encode() not in kept(folder)


def test_what_a_killed_run_had_begun_to_write_goes_too(folder: Path, run_in: RunIn) -> None:
    translate(run_in, folder)
    (folder / "out" / "deep").mkdir()
    (folder / "out" / "deep" / ".bitexte-0123456789abcdef-0.part").write_text(SECRET, encoding="utf-8")
    assert run_in(folder, "forget", "out").output.startswith("out: 4 files removed, ")
    assert not list((folder / "out").rglob("*.part"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for a privilege to make links")
def test_a_link_in_the_place_of_what_is_kept_removes_nothing_elsewhere(folder: Path, run_in: RunIn) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "letter.txt").write_text("mine", encoding="utf-8")
    (folder / "out").mkdir()
    (folder / "out" / ".bitexte").symlink_to(folder / "mine")
    found = run_in(folder, "forget", "out")
    assert found.code == 2
    assert "is a link to another folder, which is left as it is" in found.error
    assert (folder / "mine" / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_a_folder_without_a_journal_says_so(folder: Path, run_in: RunIn) -> None:
    found = run_in(folder, "forget", ".")
    assert found.code == 2
    assert ".: nothing to forget: no .bitexte in it" in found.error


def test_a_folder_that_a_run_works_on_is_left_as_it_is(folder: Path, run_in: RunIn) -> None:
    translate(run_in, folder)
    connection = sqlite3.connect(folder / "out" / ".bitexte" / "journal.sqlite", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    found = run_in(folder, "forget", "out")
    connection.close()
    assert found.code == 1
    assert "another run" in found.error
    assert "Quénot".encode() in kept(folder)
