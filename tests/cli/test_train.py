"""`bitexte train` reads its options, trains, and refuses."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from tests.training.conftest import PAIRS, write_pairs
from translate.cli import main
from translate.cli.train import _Bar

RECIPE = """
name = "tiny"
[[data]]
path = "corpus.tsv"
[vocabulary]
pieces = 340
[shape]
d = 16
ffn = 32
heads = 2
encoder_layers = 1
decoder_layers = 1
[validation]
segments = 0
[machine]
threads = 1
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pairs(tmp_path / "corpus.tsv", PAIRS)
    (tmp_path / "recipe.toml").write_text(RECIPE, encoding="utf-8")
    return tmp_path


def test_a_recipe_is_trained_with_options_before_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate.training.run.convert_folder", lambda model: None)
    out = folder / "model"
    assert main(["train", str(folder / "recipe.toml"), "--out", str(out), "--updates", "2", "--name", "other"]) == 0
    printed = capsys.readouterr()
    assert "corpus" in printed.out and "kept" in printed.out
    assert "Weights: of the last update, 2" in printed.out
    assert "# other: a fr→en" in (out / "README.md").read_text(encoding="utf-8")
    assert (out / "curves.svg").is_file()


def test_prepare_shows_what_each_source_gives_and_training_goes_on_from_there(
    folder: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate.training.run.convert_folder", lambda model: None)
    prepared = run_in(folder, "train", "prepare", "recipe.toml", "--out", "model")
    assert prepared.code == 0
    head, row, *_ = prepared.output.splitlines()
    assert head.split()[:8] == ["source", "read", "kept", "copies", "subwords", "weight", "draws", "score"]
    assert row.split()[:2] == ["corpus", str(len(PAIRS))] and "100.0%" in row
    assert not (folder / "model" / "README.md").exists()
    made = (folder / "model" / "training" / "examples.npz").stat().st_mtime_ns
    assert run_in(folder, "train", "recipe.toml", "--updates", "1", "--out", "model").code == 0
    assert (folder / "model" / "training" / "examples.npz").stat().st_mtime_ns == made


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--updates", "1"], 2, "no training data"),
        (["recipe.toml"], 2, "no length given"),
        (["recipe.toml", "--updates", "1", "--hours", "1"], 2, "cannot be combined"),
        (["recipe.toml", "--updates", "1", "--data", "none.tsv"], 1, "none.tsv: not found"),
        (["recipe.toml", "--updates", "1", "--init", "fr-xx"], 1, "Unknown model 'fr-xx'"),
        (["recipe.toml", "--updates", "1", "--noisiest", "2"], 2, "must be from 0 to 1"),
        (["recipe.toml", "--updates", "1", "--keep-init", "1"], 2, "must be from 0 to 1"),
        (["none.toml", "--updates", "1"], 2, "cannot read the recipe"),
        (["prepare", "none.toml"], 2, "cannot read the recipe"),
        (["recipe.toml", "recipe.toml", "--updates", "1"], 2, "one recipe at a time, not 2"),
    ],
)
def test_what_cannot_be_trained_is_an_error(
    folder: Path, run_in: RunIn, arguments: list[str], code: int, message: str
) -> None:
    found = run_in(folder, "train", *arguments, "--out", "model")
    assert found.code == code
    assert message in found.error


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar_with_the_remaining_time(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with _Bar(quiet=False) as bar:
        bar.start(200, 50, "updates")
        bar.advance(100, "loss 2.000")
        bar.note("update 100: validation: BLEU 20.00")
    shown = terminal.getvalue()
    assert "50/200 updates" in shown
    assert re.search(r"\[\d\d:\d\d<[\d?:]+", shown)
    assert "validation: BLEU 20.00\n" in shown


def test_elsewhere_a_line_now_and_then_and_when_quiet_only_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    for quiet in (False, True):
        with _Bar(quiet=quiet) as bar:
            bar.start(200, 0, "updates")
            for done in range(1, 12):
                bar.advance(done, f"loss {done}.0")
            bar.note("a note")
            bar.note("warning: the disk is full")
    assert capsys.readouterr().err.splitlines() == [
        "1 of 200 updates: loss 1.0",
        "11 of 200 updates: loss 11.0",
        "a note",
        "warning: the disk is full",
        "warning: the disk is full",
    ]
