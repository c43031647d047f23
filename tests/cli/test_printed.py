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


def test_nothing_is_written_by_a_command_that_fails(tmp_path: Path, run_in: RunIn) -> None:
    assert run_in(tmp_path, "segment", "none.txt", "-o", "said.txt").code == 1
    assert not (tmp_path / "said.txt").exists()
