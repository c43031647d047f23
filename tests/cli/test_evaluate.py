"""`bitexte evaluate` prints, writes and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from translate.cli import main

SOURCES = "La séance est ouverte.\nLe rapport est adopté.\nMerci beaucoup.\n"
REFERENCES = "The sitting is open.\nThe report is adopted.\nThank you very much.\n"


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    (tmp_path / "t.fr").write_text(SOURCES, encoding="utf-8")
    (tmp_path / "t.en").write_text(REFERENCES, encoding="utf-8")
    (tmp_path / "h.en").write_text("The sitting is open.\nThe report.\nMany thanks.\n", encoding="utf-8")
    return tmp_path / "t.fr"


def test_a_model_is_run_on_a_moses_pair_and_compared_with_a_file(
    pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = pair.parent
    files = ["--html", str(folder / "e.html"), "--json", str(folder / "e.json"), "--output", str(folder / "out.en")]
    given = ["evaluate", str(pair), "--hypotheses", str(folder / "h.en"), "--model", "fr-en", "--samples", "20"]
    assert main([*given, *files]) == 0
    printed = capsys.readouterr().out
    assert "t.fr: 3 segments" in printed
    assert "nrefs:1|bs:20|seed:12345|case:mixed" in printed
    assert "source words in" in printed
    record = json.loads((folder / "e.json").read_text(encoding="utf-8"))
    assert [system["name"].split("@")[0] for system in record["systems"]] == ["h.en", "fr-en"]
    assert [score["metric"] for score in record["systems"][1]["scores"]] == ["BLEU", "chrF2++"]
    assert record["systems"][1]["run"]["source_words"] == 10
    assert len(record["segments"]) == 3
    assert (folder / "e.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert len((folder / "out.en").read_text(encoding="utf-8").splitlines()) == 3


def test_json_can_go_to_standard_output(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--reference", str(pair.with_suffix(".en")), "--hypotheses", str(pair.with_name("h.en"))]
    assert main(["evaluate", *given, "--metric", "bleu", "--samples", "0", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["systems"][0]["scores"][0]["metric"] == "BLEU"


def test_the_echo_engine_serves_as_the_system_that_translates_nothing(
    pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(pair), "--engine", "echo", "--metric", "ter", "--samples", "0"]) == 0
    assert "echo beam 4" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "no references"),
        (["t.fr"], 2, "nothing to evaluate: give --hypotheses FILE or --model MODEL"),
        (["t.fr", "--reference", "t.en"], 2, "not both"),
        (["--reference", "t.en", "--model", "fr-en"], 2, "needs sources"),
        (["t.fr", "--hypotheses", "none.en"], 1, "none.en: cannot be read: No such file"),
        (["t.fr", "--model", "fr-en", "--compute-type", "int3"], 1, "Unknown compute type 'int3'"),
        (["t.fr", "--model", "fr-xx"], 1, "Unknown model 'fr-xx'"),
    ],
)
def test_what_cannot_be_judged_is_an_error(
    pair: Path, run_in: RunIn, arguments: list[str], code: int, message: str
) -> None:
    found = run_in(pair.parent, "evaluate", *arguments)
    assert (found.code, message in found.error) == (code, True), found.error
