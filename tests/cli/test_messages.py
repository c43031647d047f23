"""Every command has the options that say how much it says, and in what form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from translate.cli import COMMANDS, command_parser, main
from translate.cli.messages import JsonLines, print_error

STEPS = {
    "corpus": ("merge", "filter", "dedup", "sort", "sample", "expand", "join", "split", "stats", "anonymise", "diff"),
    "decisions": ("list", "merge", "export", "import"),
    "memory": ("import", "lookup", "search", "analyse", "info", "export", "check", "delete", "clean", "merge"),
    "models": ("list", "install", "use", "info", "remove", "convert"),
    "terms": ("extract", "import", "export", "check", "lookup"),
}
NAMES = [[name, step] for name, steps in STEPS.items() for step in steps]
NAMES += [[name] for name in COMMANDS if name not in STEPS]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "m.tsv").write_text("source\ttarget\nLe chat.\tThe cat.\nLe chien.\tThe dog.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("names", NAMES, ids=" ".join)
def test_every_command_has_the_common_options(names: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([*names, "--help"])
    text = capsys.readouterr().out
    for option in ("-q", "--quiet", "-v", "--verbose", "--no-color", "--log-format"):
        assert f"{option}," in text or f"{option} " in text or f", {option}" in text, option


def test_quiet_leaves_out_the_summary_and_keeps_the_files(folder: Path, run_in: RunIn) -> None:
    found = run_in(folder, "convert", "m.tsv", "m.jsonl", "-q")
    assert (found.code, found.output, found.error) == (0, "", "")
    assert (folder / "m.jsonl").exists()


def test_quiet_leaves_out_no_result_and_no_error(folder: Path, run_in: RunIn) -> None:
    (folder / "a.txt").write_text("Un. Deux.\n", encoding="utf-8")
    assert run_in(folder, "segment", "a.txt", "-q").output == "Un.\nDeux.\n"
    assert json.loads(run_in(folder, "check", "m.tsv", "-q", "--json", "-").output)
    assert "none.tsv" in run_in(folder, "convert", "none.tsv", "m.jsonl", "-q").error


def test_messages_are_json_lines_where_asked_for(folder: Path, run_in: RunIn) -> None:
    (folder / "bad.tsv").write_text("source\ttarget\nLe chat.\tThe cat.\n \tThe dog.\n", encoding="utf-8")
    found = run_in(folder, "convert", "bad.tsv", "m.tmx", "--log-format", "json")
    record, *_ = map(json.loads, found.error.splitlines())
    assert record["level"] == "warning"
    assert record["message"].partition(": ")[2].startswith("rejected")
    found = run_in(folder, "convert", "none.tsv", "m.jsonl", "--log-format", "json")
    (record,) = map(json.loads, found.error.splitlines())
    assert (record["level"], set(record)) == ("error", {"time", "level", "message"})
    assert record["message"].startswith("none.tsv: ")


class _Terminal:
    """Standard error that is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("arguments", "variable", "coloured"), [([], "", True), ([], "1", False), (["--no-color"], "", False)]
)
def test_errors_are_red_on_a_terminal_unless_colours_are_switched_off(
    arguments: list[str], variable: str, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("NO_COLOR", variable)
    given = ["segment", "-", *arguments]
    print_error("no such file.", command_parser(given).parse_args(given))
    assert terminal.text == ("\x1b[31mbitexte: \x1b[0m" if coloured else "bitexte: ") + "no such file.\n"


def test_a_line_that_is_written_in_parts_is_one_record() -> None:
    terminal = _Terminal()
    lines = JsonLines(terminal)  # type: ignore[arg-type]
    for part in ("a", " line", "\nand", " more\n"):
        lines.write(part)
    lines.flush()
    assert [json.loads(line)["message"] for line in terminal.text.splitlines()] == ["a line", "and more"]
