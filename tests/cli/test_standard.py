"""Standard output is for results and standard error for the rest; a result for machines is nothing but that."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from translate.cli import main

FRENCH = "La séance est ouverte.\nLe rapport est adopté.\n"
ENGLISH = "The sitting is open.\nThe report is adopted.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.fr.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(ENGLISH, encoding="utf-8")
    rows = "".join(f"{s}\t{t}\n" for s, t in zip(FRENCH.splitlines(), ENGLISH.splitlines(), strict=True))
    (tmp_path / "m.tsv").write_text(f"source\ttarget\n{rows}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        ("translate a.fr.txt --engine echo --any-language --out out --json -", "documents"),
        ("check m.tsv --json -", "results"),
        ("evaluate --reference a.en.txt --hypotheses a.en.txt --samples 0 --json -", "systems"),
    ],
)
def test_json_on_standard_output_stands_alone(folder: Path, run_in: RunIn, arguments: str, key: str) -> None:
    found = run_in(folder, *arguments.split())
    assert found.code == 0
    assert key in json.loads(found.output)


def test_quiet_commands_print_nothing(folder: Path, run_in: RunIn) -> None:
    for arguments in (
        "translate a.fr.txt --engine echo --out out --quiet",
        "align a.fr.txt a.en.txt --engine none --scorer none --out m.tmx --quiet --min-similarity 0",
    ):
        found = run_in(folder, *arguments.split())
        assert (found.code, found.output, found.error) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ("translate none.txt", 1, "none.txt"),
        ("translate a.fr.txt --format docx", 2, "docx"),
        ("translate a.fr.txt --engine babel", 2, "babel"),
        ("translate a.fr.txt --glossary none.tsv", 1, "none.tsv"),
        ("translate a.fr.txt --config none.toml", 2, "none.toml"),
        ("translate a.fr.txt --without nonsense", 2, "nonsense"),
        ("translate a.fr.txt --split many", 2, "many"),
        ("translate a.fr.txt --omegat-auto 50", 2, "--omegat"),
        ("translate a.fr.txt --srx none.srx", 1, "none.srx"),
        ("translate", 2, "nothing to translate"),
        ("align a.fr.txt", 2, "not 1"),
        ("align a.fr.txt a.en.txt --list m.tsv", 2, "--list"),
        ("align a.fr.txt a.en.txt --evaluate m.tsv", 2, "--segmented"),
        ("align a.fr.txt a.en.txt --out x --out y", 2, "--out"),
        ("align a.fr.txt a.en.txt --out x.tmx --out y.tsv", 2, "x.tmx"),
        ("align a.fr.txt a.fr.txt --out x.tmx", 1, "same document"),
        ("align --list none.tsv", 1, "none.tsv"),
        ("segment none.txt", 1, "none.txt"),
        ("segment a.fr.txt --language sw", 2, "sw"),
        ("check none.tmx", 1, "none.tmx"),
        ("check a.docx", 2, "a.docx"),
        ("check m.tsv --baseline none", 2, "none"),
        ("convert m.tsv m.docx", 2, "m.docx"),
        ("convert m.tsv", 2, "OUTPUT"),
        ("convert m.tsv x.json.gz", 2, "x.json.gz"),
        ("corpus merge m.tsv -o m.tsv", 2, "m.tsv"),
        ("corpus sample m.tsv --share 2 -o x.tmx", 2, "--share"),
        ("corpus sort none.tmx -o x.tmx", 1, "none.tmx"),
        ("evaluate", 2, "--reference"),
        ("evaluate m.tsv", 2, "--hypotheses"),
        ("evaluate m.tsv --reference a.en.txt", 2, "--reference"),
        ("evaluate --reference a.en.txt --model fr-en", 2, "--source"),
        ("models info nowhere", 1, "nowhere"),
        ("corpus sort ../out/none.tmx -o x.tmx", 1, "../out/none.tmx"),
        ("train --out model", 2, "data"),
        ("train none.toml --out model", 2, "none.toml"),
        ("train --data m.tsv:0 --out model", 2, "m.tsv:0"),
    ],
)
def test_what_goes_wrong_is_one_line_that_names_it(
    folder: Path, run_in: RunIn, arguments: str, code: int, message: str
) -> None:
    before = sorted(path.name for path in folder.iterdir())
    found = run_in(folder, *arguments.split())
    assert found.code == code
    assert found.output == ""
    (line,) = found.error.splitlines()
    assert line.startswith("bitexte: ") and line.endswith(".")
    assert message in line
    assert not [path.name for path in folder.iterdir() if path.is_file() and path.name not in before]


def test_standard_input_and_a_file_are_segmented_in_the_order_they_are_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Un. Deux.\n")))
    assert main(["segment", str(folder / "a.fr.txt"), "-"]) == 0
    assert capsys.readouterr().out == FRENCH + "Un.\nDeux.\n"


def bitexte(folder: Path, *arguments: str, **settings: str) -> list[str]:
    """Return the command line of a process of its own, and what it needs of its surroundings."""
    return ["env", "-C", str(folder), *(f"{name}={value}" for name, value in settings.items()), sys.executable, "-m",
            "translate", *arguments]  # fmt: skip


@pytest.mark.parametrize(
    "settings", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}, {"PYTHONUTF8": "0", "LANG": ""}]
)
def test_a_pipe_gets_utf_8_whatever_the_system_is_set_to(folder: Path, settings: dict[str, str]) -> None:
    (folder / "a.txt").write_text("L’été… « oui ». Œuf\u202f!\n", encoding="utf-8")
    done = subprocess.run(bitexte(folder, "segment", "a.txt", **settings), capture_output=True, check=True)
    assert done.stdout == "L’été… « oui ».\nŒuf\u202f!\n".encode()
    assert done.stderr == b""


def test_a_reader_that_is_gone_at_once_is_no_error(folder: Path) -> None:
    (folder / "long.txt").write_text("Une phrase. " * 60_000, encoding="utf-8")
    ours = subprocess.Popen(
        bitexte(folder, "segment", "long.txt"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert ours.stdout is not None and ours.stderr is not None
    ours.stdout.close()
    assert ours.stderr.read() == ""
    ours.stderr.close()
    assert ours.wait(30) == 0


def test_an_interruption_is_one_line_and_its_own_code(folder: Path) -> None:
    """The command waits for its standard input when the signal comes."""
    ours = subprocess.Popen(
        bitexte(folder, "segment", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert ours.stdin is not None and ours.stdout is not None
    ours.stdin.write(b"Un. Deux.\n" * 3_000)
    ours.stdin.flush()
    assert ours.stdout.read(4) == b"Un.\n"  # it is at work
    os.kill(ours.pid, signal.SIGINT)
    _, said = ours.communicate(timeout=30)
    assert ours.returncode == 130
    assert said.decode().splitlines() == ["bitexte: interrupted; run the same command again to continue."]
