"""`bitexte translate --split` and `--omegat`: the corpus goes where the user works."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.cli import main
from translate.formats import read_bitext

FRENCH = "La séance est ouverte.\nLe rapport est adopté.\nIl pleut.\n"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    (tmp_path / "in" / "old").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "in" / "old" / "b.txt").write_text("Un chat dort.\n", encoding="utf-8")
    return tmp_path


def translate(folder: Path, *arguments: object) -> int:
    return main(
        ["translate", str(folder / "in"), "--out", str(folder / "out"), "--engine", "echo", *map(str, arguments)]
    )


def test_parts_lie_beside_the_corpus(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert translate(letters, "--split", 2) == 0
    names = sorted(path.name for path in (letters / "out").glob("a.*"))
    assert {"a.001.tmx", "a.001.json", "a.json", "a.tmx"} <= set(names)
    assert "a.tmx: " in capsys.readouterr().out
    before = (letters / "out" / "a.001.tmx").read_bytes()
    assert translate(letters, "--split", 2) == 0
    assert (letters / "out" / "a.001.tmx").read_bytes() == before


def test_documents_and_memories_go_into_the_project(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert translate(letters, "--omegat", letters / "project", "--omegat-auto", 0) == 0
    assert sorted(path.name for path in (letters / "project" / "source").iterdir()) == ["a.txt", "b.txt"]
    memories = {path.name: path for path in (letters / "project" / "tm").rglob("*.tmx")}
    whole = {path.name: path for path in (letters / "out").rglob("*.tmx")}
    for name, memory in {"a.txt.tmx": "a.tmx", "old-b.txt.tmx": "b.tmx"}.items():
        units = [unit.name for unit in read_bitext(whole[memory]).units]
        assert [unit.name for unit in read_bitext(memories[name]).units] == units
    assert "old-b.txt.tmx: " in capsys.readouterr().out


def test_what_cannot_be_delivered_is_said_before_any_work(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert translate(letters, "--split", "lots") == 2
    assert translate(letters, "--omegat", letters / "p", "--format", "tsv") == 2
    assert translate(letters, "--omegat-auto", 5) == 2
    assert translate(letters, "--omegat", letters / "in") == 2
    assert "--omegat needs a format that keeps every field" in capsys.readouterr().err
    assert not (letters / "out").exists()


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2", "json", "jsonl", "parquet"])
def test_any_format_that_keeps_what_a_memory_holds_fills_a_project(name: str, letters: Path) -> None:
    assert translate(letters, "--omegat", letters / "project", "--omegat-auto", 0, "--format", name) == 0
    (memory,) = (letters / "project" / "tm").rglob("a.txt.tmx")
    assert [unit.source.text for unit in read_bitext(memory).units] == ["Il pleut."], "the others are only copies"
