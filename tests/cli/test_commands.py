"""The other commands, and what all of them share."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest

from translate import __version__
from translate.cli import COMMANDS, main

FORBIDDEN = {"torch", "transformers", "ray", "pyarrow", "fsspec", "ctranslate2", "lxml", "tqdm", "huggingface_hub"}

# The commands that have exit code 3.
REFUSING = {"translate", "align", "check", "convert", "corpus", "terms"}


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.tsv"
    rows = [("La séance est ouverte.", "The sitting is open."), ("Il y a 12 membres.", "There are 21 members.")]
    path.write_text("source\ttarget\n" + "".join(f"{s}\t{t}\n" for s, t in rows), encoding="utf-8")
    return path


def documented_codes(help_text: str) -> dict[int, str]:
    """Return what the end of a command's help says of its exit codes."""
    end = help_text.partition("exit codes:\n")[2]
    return {int(code): meaning for code, meaning in re.findall(r"^  (\d+) +(\S.*)$", end, re.MULTILINE)}


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
    assert f"bitexte {command}" in text.partition("usage:")[2].partition("options:")[2] + text.splitlines()[0]
    assert list(documented_codes(text)) == [0, 1, 2, *([3] if command in REFUSING else []), 130]


@pytest.mark.parametrize("command", list(COMMANDS))
def test_the_help_of_a_command_imports_nothing_heavy(command: str) -> None:
    assert not modules_of(command, "--help") & (FORBIDDEN - {"lxml"})


@pytest.mark.parametrize("step", ["merge", "filter", "dedup", "sort", "sample", "diff"])
def test_every_step_on_corpora_explains_its_exit_codes(step: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["corpus", step, "--help"])
    assert list(documented_codes(capsys.readouterr().out)) == [0, 1, 2, *([3] if step == "diff" else []), 130]


@pytest.mark.parametrize("step", ["extract", "import", "export", "check", "lookup"])
def test_every_step_on_terms_explains_its_exit_codes(step: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["terms", step, "--help"])
    assert list(documented_codes(capsys.readouterr().out)) == [0, 1, 2, *([3] if step == "check" else []), 130]


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, "translate letter.txt"),
        (0, "align letter.txt letter.en.txt --min-similarity 0 --engine none --scorer none"),
        (0, "segment letter.txt"),
        (0, "check memory.tsv"),
        (0, "convert memory.tsv out.tmx"),
        (0, "corpus sort memory.tsv -o out.tmx"),
        (0, "evaluate --reference letter.en.txt --hypotheses letter.en.txt --samples 0"),
        (0, "models"),
        (0, "terms extract memory.tsv -o found.tsv"),
        (0, "analyse letter.txt"),
        (0, "completion bash"),
        (0, "config"),
        (0, "corpus stats memory.tsv"),
        (0, "corpus split memory.tsv -o out.tmx --part a=1"),
        (0, "man translate"),
        (0, "memory import memory.tsv --into new.tmdb"),
        (1, "translate none.txt"),
        (1, "analyse none.txt"),
        (1, "corpus stats none.tsv"),
        (2, "decisions export none --out table.csv"),
        (2, "memory info none.tmdb"),
        (2, "shards check none"),
        (2, "analyse letter.txt --bands none"),
        (2, "completion none"),
        (2, "corpus split memory.tsv -o out.tmx --part a=0.5"),
        (2, "corpus merge empty -o out.tmx"),
        (2, "man none"),
        (2, "memory lookup memory.tsv --threshold none"),
        (2, "check memory.tsv --enable none"),
        (2, "doctor none"),
        (1, "align letter.txt none.txt"),
        (1, "segment none.txt"),
        (1, "check none.tmx"),
        (1, "convert none.tmx out.tmx"),
        (1, "corpus sort none.tmx -o out.tmx"),
        (1, "evaluate none.tmx --model fr-en"),
        (1, "terms export none.tbx -o found.tsv"),
        (1, "models info none --offline"),
        (1, "train --data none.tsv --updates 1 --out model"),
        (2, "translate letter.txt --quotes none"),
        (2, "align letter.txt"),
        (2, "segment --config none.toml"),
        (2, "check memory.tsv --baseline none.txt"),
        (2, "convert memory.tsv memory.tsv"),
        (2, "corpus sample memory.tsv --share 2 -o out.tmx"),
        (2, "evaluate"),
        (2, "models use"),
        (2, "terms export memory.tsv -o terms.pdf"),
        (2, "train --out model"),
        (3, "translate letter.txt --strict --config strict.toml"),
        (3, "align letter.txt letter.en.txt --min-similarity 0 --engine none --scorer none --min-score 100 --strict"),
        (3, "check memory.tsv --strict"),
        (3, "convert bad.tsv out.tmx --strict"),
        (3, "terms check memory.tsv --terms terms.tsv --strict"),
        (3, "corpus diff memory.tsv bad.tsv --strict"),
    ],
)
def test_the_exit_code_is_the_one_that_the_help_explains(
    code: int,
    arguments: str,
    memory: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").write_text("La séance est ouverte.\nIl y a 12 membres.\n", encoding="utf-8")
    Path("letter.en.txt").write_text("The sitting is open.\nThere are 12 members.\n", encoding="utf-8")
    Path("empty").mkdir()
    Path("terms.tsv").write_text("séance\tmeeting\n", encoding="utf-8")
    Path("bad.tsv").write_text("source\ttarget\n \tThe sitting.\n", encoding="utf-8")
    Path("strict.toml").write_text("[checks]\nscore_error = 100.0\n", encoding="utf-8")
    try:
        given = main(arguments.split())
    except SystemExit as exc:  # argparse's own
        given = int(exc.code or 0)
    assert given == code, capsys.readouterr()
    command, _, rest = arguments.partition(" ")
    names = [command, rest.partition(" ")[0]] if command in ("corpus", "decisions", "memory", "terms") else [command]
    with pytest.raises(SystemExit):
        main([*names, "--help"])
    assert code in documented_codes(capsys.readouterr().out)


@pytest.mark.parametrize("command", list(COMMANDS))
def test_an_interrupted_command_is_exit_code_130(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    module = import_module(f"translate.cli.{command}")
    needed = {
        "analyse": ["x.txt"],
        "check": ["x.tmx"],
        "completion": ["bash"],
        "convert": ["x.tmx"],
        "corpus": ["sort", "x.tmx", "-o", "y"],
        "decisions": ["list", "x"],
        "forget": ["x"],
        "memory": ["info", "x.tmdb"],
        "review": ["x"],
        "shards": ["check", "x"],
        "terms": ["export", "x.tsv", "-o", "y.tsv"],
        "train": ["--out", "m"],
    }
    monkeypatch.setattr(module, "run", interrupt)
    assert main([command, *needed.get(command, [])]) == 130
    assert "run the same command again to continue" in capsys.readouterr().err


def test_translating_imports_neither_torch_nor_transformers_nor_what_reaches_the_network(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("La séance est ouverte.\n", encoding="utf-8")
    modules = modules_of("translate", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"))
    assert "ctranslate2" in modules
    assert not modules & {"torch", "transformers", "huggingface_hub", "urllib.request", "http.client"}


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"bitexte {__version__}\n"


@pytest.mark.parametrize(("cause", "code"), [(KeyboardInterrupt, 130), (ValueError, None)])
def test_an_interrupt_while_a_library_is_loaded_is_one_too(
    cause: type[BaseException], code: int | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def load(_: object) -> int:
        raise ImportError("initialization failed") from cause()

    monkeypatch.setattr(import_module("translate.cli.completion"), "run", load)
    if code is None:
        with pytest.raises(ImportError):
            main(["completion", "bash"])
    else:
        assert main(["completion", "bash"]) == code
        assert "run the same command again" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["transalte"], ["segment", "--nonsense"]])
def test_a_wrong_command_line_is_exit_code_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_without_a_command_the_help_is_shown_and_the_exit_code_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert all(f"    {command}" in said.err for command in COMMANDS)


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
    assert main(["models", "convert", "fr-en", "--offline"]) == 0
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
