"""A dry run writes nothing, and says what a run would do, how many words it has, and how long it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import RunIn


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("La séance est ouverte.\nLe rapport est adopté.\n", encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text("La séance est ouverte.\n", encoding="utf-8")
    (tmp_path / "m.tsv").write_text(
        "source\ttarget\nLe rapport est adopté.\tThe report is adopted.\n", encoding="utf-8"
    )
    return tmp_path


def test_nothing_is_written_and_words_matches_and_time_are_told(folder: Path, run_in: RunIn) -> None:
    before = sorted(folder.rglob("*"))
    found = run_in(folder, *"translate in --engine echo --memory m.tsv --out out --dry-run".split())
    assert found.code == 0
    assert sorted(folder.rglob("*")) == before
    rows = {line.split()[0]: line.split() for line in found.output.splitlines() if line}
    assert rows["a.txt"][1:] == ["translated", "out/a.en.txt"] or rows["a.txt"][1] == "segments"
    total = found.output.partition("total  ")[2] or found.output
    assert "repetition" in total
    assert "machine" in found.output or "seconds" in found.output


def test_documents_that_are_up_to_date_are_told_as_unchanged(folder: Path, run_in: RunIn) -> None:
    command = "translate in --engine echo --out out"
    assert run_in(folder, *command.split()).code == 0
    (folder / "in" / "b.txt").write_text("Le vote est clos.\n", encoding="utf-8")
    found = run_in(folder, *command.split(), "--dry-run")
    assert "a.txt     unchanged" in found.output
    assert "b.txt     translated" in found.output


def test_a_file_of_somebody_in_the_way_is_an_error_before_anything_is_done(folder: Path, run_in: RunIn) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "a.en.txt").write_text("Mine.\n", encoding="utf-8")
    found = run_in(folder, *"translate in --engine echo --out out --dry-run".split())
    assert found.code == 1
    assert "a.txt     failed" in found.output
    assert "a.en.txt: not written by bitexte" in found.error


def test_outputs_of_a_document_that_is_gone_are_listed_and_pruned_where_asked_for(folder: Path, run_in: RunIn) -> None:
    command = "translate in --engine echo --out out"
    run_in(folder, *command.split())
    (folder / "in" / "b.txt").unlink()
    assert "b.txt: its document is gone" in run_in(folder, *command.split(), "--dry-run").output
    found = run_in(folder, *command.split())
    assert "b.txt: the document is gone" in found.output
    assert "--prune removes them." in found.output
    assert (folder / "out" / "b.en.txt").exists()
    found = run_in(folder, *command.split(), "--prune")
    assert "outputs of 1 document removed." in found.output
    assert not list((folder / "out").glob("b.*"))
    assert "gone" not in run_in(folder, *command.split()).output
