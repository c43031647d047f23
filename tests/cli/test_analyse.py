"""`bitexte analyse` counts words by the matches of a memory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Le bateau quitte le port ce soir.\n\nOuvrez le sac.\n\nOuvrez le sac.", "utf-8")
    (tmp_path / "b.txt").write_text("Ouvrez le sac.\n\nLe bateau quitte le quai ce soir.", "utf-8")
    (tmp_path / "m.tsv").write_text("Le bateau quitte le quai ce soir.\tThe boat leaves the quay tonight.\n", "utf-8")
    return tmp_path


def test_a_table_for_each_document_and_the_total(project: Path, run_in: RunIn) -> None:
    ran = run_in(project, "analyse", "a.txt", "b.txt", "--memory", "m.tsv", "--rates", "100=0,85-94=50")
    assert ran.code == 0 and not ran.error
    heads = [line.split()[0] for line in ran.output.splitlines() if line.endswith("with spaces")]
    assert heads == ["a.txt", "b.txt", "total"]
    total = ran.output.partition("total       segments")[2]
    rows = {line.split()[0]: line.split()[1:3] for line in total.splitlines() if line and line[0] != " "}
    assert rows["repetition"] == ["2", "6"] and rows["85-94"] == ["1", "7"] and rows["new"] == ["1", "3"]
    assert "1 of the repetitions repeats another document." in total
    assert "Weighted words: 12.5" in total


def test_json_has_the_files_and_their_total(project: Path, run_in: RunIn) -> None:
    ran = run_in(project, "analyse", "a.txt", "b.txt", "--memory", "m.tsv", "--format", "json")
    found = json.loads(ran.output)
    assert list(found) == ["a.txt", "b.txt", "total"]
    assert found["b.txt"]["100"]["words"] == 7


def test_without_a_memory_words_and_repetitions_are_counted(project: Path, run_in: RunIn) -> None:
    ran = run_in(project, "analyse", "a.txt", "b.txt", "--format", "csv", "-o", "out.csv")
    assert ran.code == 0 and not ran.output
    rows = [line.split(",")[:4] for line in (project / "out.csv").read_text("utf-8").splitlines()]
    assert ["total", "repetition", "2", "6"] in rows and ["total", "new", "3", "17"] in rows


def test_near_copies_within_the_project_count_if_asked_for(project: Path, run_in: RunIn) -> None:
    ran = run_in(project, "analyse", "a.txt", "b.txt", "--homogeneity", "--format", "json")
    assert json.loads(ran.output)["b.txt"]["internal 85-94"]["segments"] == 1


def test_the_sources_of_a_bilingual_file_are_counted(project: Path, run_in: RunIn) -> None:
    assert run_in(project, "convert", "m.tsv", "m.tmx").code == 0
    ran = run_in(project, "analyse", "m.tmx", "--format", "json")
    assert json.loads(ran.output)["m.tmx"]["new"]["words"] == 7


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--bands", "95,x", "--bands takes whole per cent"),
        ("--bands", "50,95", "are not whole per cent from 99 to 1 that fall"),
        ("--rates", "95-99:30", "--rates takes BAND=PER CENT"),
        ("--rates", "90=30", "'90' is no band; known: context, repetition, 100"),
    ],
)
def test_what_cannot_be_counted_is_refused(project: Path, run_in: RunIn, option: str, value: str, message: str) -> None:
    ran = run_in(project, "analyse", "a.txt", option, value)
    assert ran.code == 2 and message in ran.error


def test_how_long_the_machine_takes_is_measured_if_asked_for(project: Path, run_in: RunIn) -> None:
    (project / "rotate.toml").write_text('[engine]\nname = "rotate"\n', "utf-8")
    ran = run_in(project, "analyse", "a.txt", "--time", "--config", "rotate.toml", "--words-per-hour", "10")
    assert ran.code == 0, ran.error
    assert "At 10 words an hour: 1.3 hours\nbitexte translate on this machine: about 1 s\n" in ran.output
