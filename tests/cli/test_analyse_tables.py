"""`bitexte analyse` prints a table whose rows agree with what it writes as JSON, and takes bands and rates as asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn


@pytest.fixture
def project(tmp_path: Path, run_in: RunIn) -> Path:
    """Return a folder with two documents and a memory."""
    (tmp_path / "a.txt").write_text("Le facteur apporte une lettre ce matin.\n\nFermez la grille.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Fermez la grille.\n\nLe facteur apporte un colis ce matin.\n", encoding="utf-8")
    (tmp_path / "m.tsv").write_text("fr\ten\nLe facteur apporte une lettre ce matin.\tThe letter.\n", encoding="utf-8")
    assert run_in(tmp_path, "memory", "import", "m.tsv", "--into", "m.tmdb").code == 0
    return tmp_path


def rows(text: str) -> dict[str, list[int]]:
    """Return the figures of one table by band."""
    found = {}
    for line in text.splitlines()[1:]:
        *name, segments, words, characters, spaces = line.split()
        found[" ".join(name)] = [int(figure) for figure in (segments, words, characters, spaces)]
    return found


@pytest.mark.parametrize("options", [(), ("--homogeneity",), ("--bands", "80,60"), ("--repetitions-first",)])
def test_the_table_agrees_with_json_and_its_rows_sum_up(options: tuple[str, ...], project: Path, run_in: RunIn) -> None:
    ask = ("analyse", "a.txt", "--memory", "m.tmdb", *options)
    table = rows(run_in(project, *ask).output)
    total = json.loads(run_in(project, *ask, "--format", "json").output)["total"]
    names = ("segments", "words", "characters", "characters_with_spaces")
    assert {name: figures for name, figures in table.items() if name != "total"} == {
        band: [counts[name] for name in names] for band, counts in total.items()
    }
    bands = [figures for name, figures in table.items() if name != "total"]
    assert table["total"] == [sum(column) for column in zip(*bands, strict=True)]


def test_the_memory_command_and_the_option_give_the_same(project: Path, run_in: RunIn) -> None:
    one = run_in(project, "analyse", "a.txt", "b.txt", "--memory", "m.tmdb", "--format", "csv").output
    assert run_in(project, "memory", "analyse", "m.tmdb", "a.txt", "b.txt", "--format", "csv").output == one
    assert run_in(project, "analyse", "a.txt", "b.txt", "--memory", "m.tsv", "--format", "csv").output == one


def test_bands_are_those_that_are_asked_for(project: Path, run_in: RunIn) -> None:
    total = json.loads(
        run_in(project, "analyse", "b.txt", "--memory", "m.tmdb", "--bands", "80,60", "--format", "json").output
    )["total"]
    assert list(total) == ["context", "repetition", "100", "80-99", "60-79", "new"]
    assert {name: counts["segments"] for name, counts in total.items() if counts["segments"]} == {"80-99": 1, "new": 1}


@pytest.mark.parametrize(
    ("rates", "words", "hours"),
    [((), None, "At 5 words an hour: 2.0 hours"), (("--rates", "100=0"), "3.0", "At 5 words an hour: 0.6 hours"),
     (("--rates", "100=50, new=200"), "9.5", "At 5 words an hour: 1.9 hours")],
)  # fmt: skip
def test_hours_are_those_of_the_weighted_words(
    rates: tuple[str, ...], words: str | None, hours: str, project: Path, run_in: RunIn
) -> None:
    said = run_in(project, "analyse", "a.txt", "--memory", "m.tmdb", *rates, "--words-per-hour", "5").output
    assert said.splitlines()[-1] == hours
    assert ("Weighted words:" in said) is (words is not None)
    assert words is None or f"Weighted words: {words}\n" in said


@pytest.mark.parametrize("name", ["csv", "html", "json", "trados-csv", "memoq-csv"])
def test_a_file_holds_what_would_be_printed(name: str, project: Path, run_in: RunIn) -> None:
    ask = ("analyse", "a.txt", "b.txt", "--memory", "m.tmdb", "--format", name)
    printed = run_in(project, *ask).output
    assert run_in(project, *ask, "-o", "quote").output == ""
    assert (project / "quote").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("absent.txt",), 1, "absent.txt"),
        (("a.txt", "--memory", "absent.tmdb"), 2, "absent.tmdb"),
        (("a.txt", "--bands", ""), 2, "--bands takes whole per cent, such as 95,85,75,50, not ''."),
        (("a.txt", "--bands", "95,,50"), 2, "--bands takes whole per cent"),
        (("a.txt", "--bands", "²"), 2, "--bands takes whole per cent"),
        (("a.txt", "--words-per-hour", "0"), 2, "--words-per-hour takes 1 or more, not 0."),
        (("a.txt", "--words-per-hour=-5"), 2, "--words-per-hour takes 1 or more, not -5."),
        (("a.txt", "--rates", "100=x"), 2, "--rates takes BAND=PER CENT, such as 95-99=30, not '100=x'."),
        (("a.txt", "--rates", "100=-5"), 2, "--rates takes BAND=PER CENT"),
        (("a.txt", "--rates", "100=5,"), 2, "--rates takes BAND=PER CENT, such as 95-99=30, not ''."),
    ],
)
def test_what_cannot_be_counted_is_said_in_one_line(
    arguments: tuple[str, ...], code: int, message: str, project: Path, run_in: RunIn
) -> None:
    done = run_in(project, "analyse", *arguments)
    assert (done.code, done.output) == (code, "")
    assert message in done.error
    assert done.error.count("\n") == 1
