"""The other commands, and what all of them share."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest

from translate import __version__
from translate.cli import COMMANDS, main

FORBIDDEN = {"torch", "transformers", "ray", "ctranslate2", "lxml", "tqdm", "huggingface_hub"}


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.tsv"
    rows = [("La séance est ouverte.", "The sitting is open."), ("Il y a 12 membres.", "There are 21 members.")]
    path.write_text("source\ttarget\n" + "".join(f"{s}\t{t}\n" for s, t in rows), encoding="utf-8")
    return path


def modules_of(*arguments: str) -> set[str]:
    code = f"import sys; from translate.cli import main\ntry: main({list(arguments)!r})\nexcept SystemExit: pass\n"
    code += "print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


def test_help_imports_nothing_heavy() -> None:
    assert not modules_of("--help") & FORBIDDEN


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_explains_itself_and_its_exit_codes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    text = capsys.readouterr().out
    assert "Exit codes: 0 done, 1 failed, 2 usage" in text
    assert len(text.splitlines()) > 8


def test_translating_imports_neither_torch_nor_transformers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("La séance est ouverte.\n", encoding="utf-8")
    modules = modules_of("translate", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"))
    assert "ctranslate2" in modules
    assert not modules & {"torch", "transformers", "huggingface_hub"}


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"bitexte {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["transalte"], ["segment", "--nonsense"]])
def test_a_wrong_command_line_is_exit_code_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_standard_input_is_segmented_a_segment_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "M. Dupont est venu. Il est parti.\n\n« Viens ! » dit-il.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert main(["segment", "--language", "fr", "-"]) == 0
    assert capsys.readouterr().out == "M. Dupont est venu.\nIl est parti.\n« Viens ! » dit-il.\n"


def test_documents_are_segmented_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# Titre\n\nUn. Deux.\n", encoding="utf-8")
    assert main(["segment", str(tmp_path / "a.md")]) == 0
    assert capsys.readouterr().out == "Titre\nUn.\nDeux.\n"


def test_our_rules_can_be_exported_and_used_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("M. Dupont est venu. Il est parti.\n", encoding="utf-8")
    assert main(["segment", "--export-srx", str(tmp_path / "ours.srx")]) == 0
    assert main(["segment", str(tmp_path / "a.txt"), "--srx", str(tmp_path / "ours.srx")]) == 0
    assert capsys.readouterr().out == "M. Dupont est venu.\nIl est parti.\n"


def test_a_language_without_rules_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["segment", "--language", "sw", "-"]) in (1, 2)
    assert "sw" in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["tmx", "xlf", "xliff", "json", "jsonl", "tsv", "csv", "parquet"])
def test_convert_there_and_back_keeps_the_texts(
    memory: Path, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / f"made.{ending}"
    assert main(["convert", str(memory), str(made)]) == 0
    assert main(["convert", str(made), str(tmp_path / "back.fr"), "--format", "moses"]) == 0
    assert (tmp_path / "back.fr").read_text(encoding="utf-8") == "La séance est ouverte.\nIl y a 12 membres.\n"
    assert (tmp_path / "back.en").read_text(encoding="utf-8") == "The sitting is open.\nThere are 21 members.\n"
    assert "2 units" in capsys.readouterr().out


def test_convert_says_what_is_wrong_with_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.tmx").write_text("<tmx><body><tu>", encoding="utf-8")
    assert main(["convert", str(tmp_path / "bad.tmx"), str(tmp_path / "good.tsv")]) == 1
    assert "bad.tmx" in capsys.readouterr().err
    assert not (tmp_path / "good.tsv").exists()


def test_models_lists_the_embedded_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models"]) == 0
    assert "fr-en" in capsys.readouterr().out


def test_models_makes_one_ready(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "--model", "fr-en", "--offline"]) == 0
    assert "ctranslate2-int8" in capsys.readouterr().out


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Une phrase. " * 200 + "\n" + "Une autre phrase.\n" * 20_000, encoding="utf-8")
    command = f"{sys.executable} -m translate segment {tmp_path / 'a.txt'} | head -n 1"
    run = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("Une phrase.\n", "")


def test_help_takes_less_than_a_second_even_on_a_busy_machine() -> None:
    """The benchmark wants 0.2 s of a quiet one."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "translate", "--help"], check=True, capture_output=True)
    assert time.perf_counter() - started < 1
