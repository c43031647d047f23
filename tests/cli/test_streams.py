"""`-` is standard input and output wherever a file goes in or out, and nothing but results is printed there."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, RunIn

TSV = "source\ttarget\nLe chat dort.\tThe cat sleeps.\nLe chien de 3 ans.\tThe dog of 4 years.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "m.tsv").write_text(TSV, encoding="utf-8")
    (tmp_path / "a.fr.txt").write_text("La séance est ouverte.\nLe rapport est adopté.\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("The sitting is open.\nThe report is adopted.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch, run_in: RunIn) -> RunIn:
    """Return a function that runs a command line in a folder with a text as its standard input."""

    def run(folder: Path, command: str, text: str) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return run_in(folder, *command.split())

    return run


def test_a_piped_conversion_gives_the_bytes_of_one_from_file_to_file(folder: Path, pipe: RunIn) -> None:
    assert pipe(folder, "convert m.tsv m.jsonl", "").code == 0
    before = sorted(folder.iterdir())
    found = pipe(folder, "convert - - --from tsv --to jsonl", TSV)
    assert (found.code, found.output) == (0, (folder / "m.jsonl").read_text(encoding="utf-8"))
    assert found.error == "2 units read, 0 fixed, 0 lost, 0 rejected: stdout.jsonl\n"
    assert sorted(folder.iterdir()) == before


def test_what_a_piped_conversion_rejects_is_said_with_its_place(folder: Path, pipe: RunIn) -> None:
    found = pipe(folder, "convert - - --from tsv --to tmx --strict", TSV + " \tNothing.\n")
    assert found.code == 3
    assert found.output.count("<tu ") == 2
    assert "rejected: " in found.error
    assert "stdout.rejects.jsonl, with what was refused, is not kept" in found.error


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("convert - -", "--from"),
        ("convert - - --from tsv", "--to"),
        ("convert - - --from tsv --to moses", "2 files"),
        ("convert - - --from tsv --to docx", "docx"),
        ("check -", "--from"),
        ("corpus sort - -o - --from tsv", "--to"),
        ("translate - --to tmx,json", "one format"),
        ("align a.fr.txt a.en.txt --out - --to tsv --to jsonl", "one format"),
        ("align a.fr.txt a.en.txt --out - --to tsv --out -", "more than once"),
        ("translate - --to moses", "2 files"),
        ("translate - --json -", "--json"),
        ("translate a.fr.txt a.en.txt --out -", "one document"),
    ],
)
def test_what_cannot_be_piped_is_a_usage_error_that_names_what_to_give(
    folder: Path, pipe: RunIn, command: str, message: str
) -> None:
    found = pipe(folder, command, TSV)
    assert (found.code, found.output) == (2, "")
    (line,) = found.error.splitlines()
    assert line.startswith("bitexte: ")
    assert message in line


def test_a_document_from_standard_input_is_translated_to_standard_output(folder: Path, pipe: RunIn) -> None:
    found = pipe(folder, "translate - --from markdown --engine echo --any-language", "# Un titre\n\n- *un*\n- deux\n")
    assert (found.code, found.output, found.error) == (0, "# Un titre\n\n- *un*\n- deux\n", "")
    assert not (folder / "aligned").exists()


def test_a_named_document_goes_to_standard_output_too(folder: Path, run_in: RunIn) -> None:
    found = run_in(folder, *"translate a.fr.txt --engine echo --out -".split())
    assert found.output == (folder / "a.fr.txt").read_text(encoding="utf-8")
    assert not (folder / "-").exists()


def test_standard_input_still_goes_to_a_folder_that_is_named(folder: Path, pipe: RunIn) -> None:
    found = pipe(folder, "translate - --engine echo --out made --any-language", "Le chat dort.\n")
    assert found.code == 0
    assert (folder / "made" / "stdin.en.txt").read_text(encoding="utf-8") == "Le chat dort.\n"


def test_the_corpus_of_a_document_goes_to_standard_output_in_one_format(folder: Path, pipe: RunIn) -> None:
    found = pipe(folder, "translate - --engine echo --any-language --to jsonl", "Le chat dort.\nLe chien dort.\n")
    head, *units = map(json.loads, found.output.splitlines())
    assert head["source_language"] == "fr"
    assert [unit["source"]["text"] for unit in units] == ["Le chat dort.", "Le chien dort."]


def test_units_that_a_piped_translation_refuses_are_counted_on_standard_error(folder: Path, pipe: RunIn) -> None:
    (folder / "strict.toml").write_text("[checks]\nscore_error = 100.0\n", encoding="utf-8")
    found = pipe(folder, "translate - --strict --config strict.toml", "La séance est ouverte.\n")
    assert found.code == 3
    assert found.output.count("\n") == 1
    assert "1 of 1 units refused" in found.error


def test_two_texts_are_aligned_to_standard_output_one_of_them_from_standard_input(folder: Path, pipe: RunIn) -> None:
    command = "align - a.en.txt --out - --to tsv --engine none --scorer none --min-similarity 0"
    found = pipe(folder, command, (folder / "a.fr.txt").read_text(encoding="utf-8"))
    assert found.code == 0
    assert "La séance est ouverte.\tThe sitting is open." in found.output
    assert "similarity" in found.error and "similarity" not in found.output


def test_a_corpus_is_checked_from_standard_input_under_the_name_stdin(folder: Path, pipe: RunIn) -> None:
    found = pipe(folder, "check - --from tsv --tsv -", TSV)
    assert "stdin" in found.output
    assert "bitexte-" not in found.output


def test_a_step_on_corpora_reads_and_writes_pipes(folder: Path, pipe: RunIn) -> None:
    found = pipe(folder, "corpus sort - -o - --from tsv --to tsv --reverse", TSV)
    rows = [line.split("\t")[0] for line in found.output.splitlines() if not line.startswith(("#", "source"))]
    assert found.code == 0
    assert any("Le chien" in row for row in rows[:2])
    assert "2 units read, 2 kept" in found.error


def test_a_memory_is_filled_from_standard_input_and_exported_to_standard_output(folder: Path, pipe: RunIn) -> None:
    filled = pipe(folder, "memory import - --into m.tmdb --from tsv", TSV)
    assert (filled.code, filled.output[:6]) == (0, "stdin:")
    found = pipe(folder, "memory export m.tmdb -o - --to tsv", "")
    assert found.code == 0
    assert "Le chat dort.\tThe cat sleeps." in found.output


def test_terms_go_to_standard_output_as_a_table_and_nothing_else_does(folder: Path, pipe: RunIn) -> None:
    found = pipe(folder, "terms extract - -o - --from tsv --source-language fr --target-language en", TSV)
    assert found.code == 0
    assert found.output.startswith("source\ttarget\tunits\t")
    assert found.error.startswith("2 units read, ")
    (folder / "t.tsv").write_text("chat\tcat\n", encoding="utf-8")
    exported = pipe(folder, "terms export t.tsv -o -", "")
    assert (exported.code, exported.error) == (0, "1 term written.\n")
    assert "chat\tcat" in exported.output
