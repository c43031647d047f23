"""What a machine refuses, whatever the file, is one line and exit code 1: full disks, closed streams, no folder."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from translate import cli

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows closes no stream and removes no open folder")


def run(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    command = f'"{sys.executable}" -m translate {line}'
    environment = {**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[2])}
    return subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Il dort. Elle lit.\n", encoding="utf-8")
    return tmp_path


def test_closed_streams_are_no_fault_and_no_file_takes_their_place(folder: Path) -> None:
    done = run(folder, "segment a.txt >&- <&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "a.txt").read_text(encoding="utf-8") == "Il dort. Elle lit.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
def test_a_standard_output_that_is_full_is_an_error(folder: Path) -> None:
    done = run(folder, "segment a.txt > /dev/full")
    assert (done.returncode, done.stderr) == (
        1,
        "bitexte: standard output, or a temporary file: cannot be written: the disk is full; free some space or choose "
        "another folder. Earlier output is untouched.\n",
    )


def test_a_folder_that_was_removed_is_told(folder: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> str:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    with monkeypatch.context() as removed:
        removed.setattr(os, "getcwd", refuse)
        code = cli.main(["segment", str(folder / "a.txt")])
    assert code == 2


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "x.bin: cannot be written: the disk is full"),
        (errno.EMFILE, "x.bin: cannot be written: too many files are open; allow more of them (ulimit -n)"),
        (errno.EIO, "x.bin: cannot be written: Input/output error"),
    ],
)
def test_what_no_place_awaited_is_told_with_its_file(
    folder: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    def fail(*given: object) -> int:
        raise OSError(number, os.strerror(number), "x.bin")

    monkeypatch.setattr(cli, "_run_keeping", fail)
    found = run_in(folder, "segment", "a.txt")
    assert (found.code, found.error.startswith(f"bitexte: {message}")) == (1, True)


def test_what_is_no_want_of_the_machine_stays_a_fault(
    folder: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(cli, "_run_keeping", fail)
    with pytest.raises(OSError, match="Invalid argument"):
        run_in(folder, "segment", "a.txt")
