"""The manual has a page a command and step, which troff prints without a warning."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from translate.cli import COMMANDS, main
from translate.cli.tree import iter_commands


def page(capsys: pytest.CaptureFixture[str], *names: str) -> str:
    assert main(["man", *names]) == 0
    return capsys.readouterr().out


def test_a_page_has_the_sections_of_the_manual(capsys: pytest.CaptureFixture[str]) -> None:
    text = page(capsys, "corpus", "dedup")
    for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS"):
        assert f".SH {section}\n" in text
    assert "bitexte\\-corpus\\-dedup \\- remove duplicates" in text
    assert "\\fB\\-\\-keep\\fR" in text
    assert "\\fB130\\fR\ninterrupted" in text


def test_the_first_page_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    seen = page(capsys).partition(".SH SEE ALSO\n")[2].replace("\\", "")
    assert seen == ", ".join(f"fBbitexte-{command}fR(1)" for command in COMMANDS) + "\n"


def test_all_pages_are_written_to_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["man", "--out", str(tmp_path)]) == 0
    names = {path.name for path in tmp_path.glob("*.1")}
    assert names == {"-".join(("bitexte", *command.path)) + ".1" for command in iter_commands()}
    assert "bitexte-memory-import.1" in names
    if shutil.which("groff"):
        done = subprocess.run(
            ["groff", "-k", "-man", "-Tutf8", "-ww", "-z", *map(str, sorted(tmp_path.glob("*.1")))],
            capture_output=True,
            text=True,
            check=False,
        )
        serious = [line for line in done.stderr.splitlines() if "adjust" not in line and "break" not in line]
        assert serious == []


def test_an_unknown_command_is_a_usage_error_that_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["man", "corpus", "nonsense"]) == 2
    said = capsys.readouterr().err
    assert "no command 'corpus nonsense'" in said
    assert "corpus dedup" in said
