"""Every command writes to a file with -o, takes the same words for it, and spares files of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from translate.cli.tree import Command, iter_commands

# Their output is a folder or file that is an argument, or they serve until they are told to stop.
WITHOUT = {"convert", "review", "shards", "memory import", "memory merge", "terms import"}
LEAVES = [one for one in iter_commands() if one.path and not one.steps]


@pytest.mark.parametrize("command", LEAVES, ids=lambda one: " ".join(one.path))
def test_the_common_options_have_the_same_names(command: Command) -> None:
    known = {name for option in command.options for name in option.names}
    assert {"-q", "--quiet", "-v", "--verbose", "--no-color", "--log-format"} <= known
    assert "130" in command.epilog
    assert ({"-o", "--out"} <= known) is (" ".join(command.path) not in WITHOUT)


@pytest.mark.parametrize("command", ["segment a.txt", "completion bash", "config", "corpus stats m.tsv", "check m.tsv"])
def test_what_is_printed_goes_to_a_file_instead(command: str, tmp_path: Path, run_in: RunIn) -> None:
    (tmp_path / "a.txt").write_text("Il dort. Elle lit.\n", encoding="utf-8")
    (tmp_path / "m.tsv").write_text("fr\ten\nIl dort.\tHe sleeps.\n", encoding="utf-8")
    printed = run_in(tmp_path, *command.split())
    for _ in range(2):  # its own file is replaced
        written = run_in(tmp_path, *command.split(), "-o", "said.txt")
        assert (written.code, written.output) == (printed.code, "")
        assert (tmp_path / "said.txt").read_text(encoding="utf-8") == printed.output
    assert printed.output


def test_a_file_of_others_is_left_as_it_is(tmp_path: Path, run_in: RunIn) -> None:
    (tmp_path / "a.txt").write_text("Il dort.\n", encoding="utf-8")
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    refused = run_in(tmp_path, "segment", "a.txt", "-o", "mine.txt")
    assert (refused.code, (tmp_path / "mine.txt").read_text(encoding="utf-8")) == (1, "mine")
    assert "not written by bitexte" in refused.error
    assert run_in(tmp_path, "segment", "a.txt", "-o", "mine.txt", "--overwrite").code == 0
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "Il dort.\n"


READ_AND_WRITTEN = [
    "segment a.txt -o a.txt",
    "analyse a.txt -o a.txt",
    "check m.tsv -o m.tsv",
    "check m.tsv --sarif m.tsv",
    "corpus stats m.tsv -o m.tsv",
    "corpus dedup m.tsv -o m.tsv",
    "convert m.tsv m.tsv",
    "memory lookup m.tmdb a.txt --json m.tmdb",
    "memory lookup m.tmdb a.txt -o a.txt",
    "memory export m.tmdb -o m.tmdb",
    "memory info m.tmdb -o m.tmdb",
    "terms lookup m.tsv a.txt -o m.tsv",
    "terms export m.tsv -o link.tsv",
    "translate a.txt --engine echo --out new --json a.txt",
    "align a.txt b.txt --scorer none --out new.tmx --beads a.txt",
    "align a.txt b.txt --scorer none --out a.txt",
]


@pytest.mark.parametrize("command", READ_AND_WRITTEN)
def test_a_file_that_is_read_is_never_written(command: str, tmp_path: Path, run_in: RunIn) -> None:
    (tmp_path / "a.txt").write_text("Il dort. Elle lit.\n", encoding="utf-8")
    (tmp_path / "m.tsv").write_text("fr\ten\nIl dort.\tHe sleeps.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("He sleeps. She reads.\n", encoding="utf-8")
    (tmp_path / "link.tsv").hardlink_to(tmp_path / "m.tsv")
    assert run_in(tmp_path, "memory", "import", "m.tsv", "--into", "m.tmdb").code == 0
    held = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    refused = run_in(tmp_path, *command.split(), "--overwrite")
    assert refused.code in (1, 2)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == held


def test_a_baseline_may_be_read_and_written_at_once(tmp_path: Path, run_in: RunIn) -> None:
    (tmp_path / "m.tsv").write_text("fr\ten\nIl a 2 ans.\tHe is 3.\n", encoding="utf-8")
    assert run_in(tmp_path, "check", "m.tsv", "--write-baseline", "known.txt").code == 0
    assert run_in(tmp_path, "check", "m.tsv", "--baseline", "known.txt", "--write-baseline", "known.txt").code == 0


def test_nothing_is_written_by_a_command_that_fails(tmp_path: Path, run_in: RunIn) -> None:
    assert run_in(tmp_path, "segment", "none.txt", "-o", "said.txt").code == 1
    assert not (tmp_path / "said.txt").exists()
