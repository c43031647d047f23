"""The report of the aligner tells a machine what became of each pair."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH
from tests.cli.conftest import RunIn
from tests.cli.test_align import write

OPTIONS = ("--segmented", "--engine", "none", "--scorer", "none")


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Two pairs, of which one is swapped, and a document without a partner."""
    for name, source, target in (("a", FRENCH, (*ENGLISH[:4], *ENGLISH[5:])), ("b", ENGLISH, FRENCH)):
        for folder, texts in (("fr", source), ("en", target)):
            path = tmp_path / folder / f"{name}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    (tmp_path / "en" / "c.txt").write_text("Nobody translated this page.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("place", ["-", "report.json"])
def test_each_pair_has_its_figures_or_its_reason(folders: Path, run_in: RunIn, place: str) -> None:
    found = run_in(folders, "align", "fr", "en", "--out", "out", "--json", place, *OPTIONS)
    text = found.output if place == "-" else (folders / place).read_text(encoding="utf-8")
    report = json.loads(text)
    assert found.code == 1  # one pair failed
    good, bad = report["pairs"]
    assert (good["name"], good["status"], good["message"]) == ("a", "aligned", None)
    assert (good["segments"], good["units"], good["refused"]) == ([12, 11], 12, 1)
    assert good["beads"] == {"1-0": 1, "1-1": 11}
    assert good["issues"]["unaligned"] == 1
    assert 0 < good["similarity"] <= 100
    assert (bad["name"], bad["status"], bad["units"]) == ("b", "failed", 0)
    assert "swapped" in bad["message"]
    assert report["unpaired"] == [str(Path("en") / "c.txt")]
    assert report["signature"].startswith("bitexte")
    assert ("Output: out" in found.output) is (place != "-")  # the end of the table
    assert not (folders / "-").exists()


def test_what_has_no_partner_and_what_failed_are_told_on_standard_error(folders: Path, run_in: RunIn) -> None:
    found = run_in(folders, "align", "fr", "en", "--out", "out", "--quiet", *OPTIONS)
    assert (found.code, found.output) == (1, "")
    assert [("swapped" in line, "c.txt" in line) for line in found.error.splitlines()] == [(True, False), (False, True)]


def test_an_evaluation_and_a_report_do_not_share_standard_output(tmp_path: Path, run_in: RunIn) -> None:
    write(tmp_path, "x", FRENCH, ENGLISH)
    (tmp_path / "gold").write_text("[0]:[0]\n", encoding="utf-8")
    found = run_in(tmp_path, "align", "x.fr.txt", "x.en.txt", "--evaluate", "gold", "--json", "-", *OPTIONS)
    assert (found.code, found.output) == (2, "")
    assert "--json a file" in found.error


@pytest.mark.parametrize(("option", "name"), [("--beads", "x.beads"), ("--evaluate", "gold")])
def test_what_is_for_one_pair_is_refused_for_several(folders: Path, run_in: RunIn, option: str, name: str) -> None:
    (folders / "gold").write_text("[0]:[0]\n", encoding="utf-8")
    found = run_in(folders, "align", "fr", "en", "--out", "out", option, name, *OPTIONS)
    assert found.code == 2
    assert f"{option} is for one pair of documents; 2 were found." in found.error


def test_several_pairs_have_a_view_each_and_one_has_it_where_it_is_named(folders: Path, run_in: RunIn) -> None:
    run_in(folders, "align", "fr", "en", "--out", "out", "--html", "views", *OPTIONS)
    assert [path.name for path in (folders / "views").glob("*.html")] == ["a.html"]
    run_in(folders, "align", "fr/a.txt", "en/a.txt", "--out", "a.tmx", "--html", "one.html", *OPTIONS)
    assert (folders / "one.html").is_file()


def test_strictness_is_a_code_of_its_own(folders: Path, run_in: RunIn) -> None:
    given = ("align", "fr/a.txt", "en/a.txt", "--out", "a.tmx", *OPTIONS)
    assert run_in(folders, *given).code == 0
    assert run_in(folders, *given, "--strict").code == 3
