"""`bitexte terms`: termbases are made, changed and put to use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from tests.terms.test_extraction import UNITS
from translate.terms.termbases import read_termbase

TERMS = "fr\ten\tstatus\tdefinition\nvanne\tvalve\tpreferred\tFerme un tuyau.\nvanne\ttap\tforbidden\t\n"
MEMORY = "source\ttarget\nLa vanne\tThe valve\nDeux vannes\tTwo taps\nRien\tNothing\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "terms.tsv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "memory.tsv").write_text(MEMORY, encoding="utf-8")
    return tmp_path


def test_check_names_what_is_missing_and_forbidden_with_its_place(folder: Path, run_in: RunIn) -> None:
    done = run_in(folder, "terms", "check", "memory.tsv", "--terms", "terms.tsv")
    assert done.code == 0
    assert done.output.splitlines() == [
        "memory.tsv:3: forbidden: 'tap' for 'vanne' (target 5–8): Two taps",
        "memory.tsv:3: missing: 'valve' for 'vanne' (source 6–11): Two taps",
        "3 pairs, 2 terms missing or forbidden.",
    ]
    assert run_in(folder, "terms", "check", "memory.tsv", "--terms", "terms.tsv", "--strict").code == 3


def test_check_writes_json_lines(folder: Path, run_in: RunIn) -> None:
    done = run_in(folder, "terms", "check", "memory.tsv", "--terms", "terms.tsv", "--json", "-")
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert [(row["kind"], row["line"], row["target_start"]) for row in rows] == [
        ("forbidden", 3, 4),
        ("missing", 3, None),
    ]


def test_lookup_answers_in_order(folder: Path, run_in: RunIn) -> None:
    (folder / "ask.jsonl").write_text('{"id": "a", "source": "Les vannes"}\n{"id": "b", "source": "Rien"}\n', "utf-8")
    done = run_in(folder, "terms", "lookup", "terms.tsv", "ask.jsonl")
    first, second = (json.loads(line) for line in done.output.splitlines())
    assert [(one["term"], one["start"], one["end"], one["kind"]) for one in first["terms"]] == [
        ("vanne", 4, 10, "required"),
        ("vanne", 4, 10, "forbidden"),
    ]
    assert second == {"id": "b", "terms": []}


@pytest.mark.parametrize("name", ["a.tbx", "a.utx", "a.csv", "a.xlsx", "a.txt"])
def test_a_termbase_goes_through_each_format_and_back(name: str, folder: Path, run_in: RunIn) -> None:
    assert run_in(folder, "terms", "export", "terms.tsv", "-o", name).output == f"2 terms written: {name}\n"
    assert run_in(folder, "terms", "import", name, "--into", "new.tsv").output.startswith("2 terms added, 0 updated")
    new = (folder / "new.tsv").read_text(encoding="utf-8")
    assert "vanne\ttap\tforbidden" in new
    assert "Ferme un tuyau." in new
    again = run_in(folder, "terms", "import", name, "--into", "new.tsv")
    assert again.output.startswith("0 terms added, 0 updated, 2 unchanged")
    assert (folder / "new.tsv").read_text(encoding="utf-8") == new


def test_the_format_may_be_named(folder: Path, run_in: RunIn) -> None:
    assert run_in(folder, "terms", "export", "terms.tsv", "-o", "b.tbx", "--as", "tbx2").code == 0
    assert b"<martif" in (folder / "b.tbx").read_bytes()
    refused = run_in(folder, "terms", "export", "terms.tsv", "-o", "b.pdf")
    assert (refused.code, refused.error.count("\n")) == (2, 1)


def test_what_somebody_else_wrote_is_not_replaced(folder: Path, run_in: RunIn) -> None:
    (folder / "other.tsv").write_text("vis\tscrew\n", encoding="utf-8")
    done = run_in(folder, "terms", "import", "terms.tsv", "--into", "other.tsv")
    assert (done.code, done.error.count("\n")) == (1, 1)
    assert "other.tsv: not written by bitexte" in done.error and "run this again with --overwrite" in done.error
    assert run_in(folder, "terms", "import", "terms.tsv", "--into", "other.tsv", "--overwrite").code == 0
    assert "screw" in (folder / "other.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "start", "parted"),
    [("s.csv", "fr;en", ";"), ("s.tsv", "fr;en", ";"), ("s.csv", "fr,en", ","), ("s.csv", "fr\ten", "\t"),
     ("s.csv", "\ufefffr;en", ";"), ("s.csv", "sep=|\nfr|en", "|")],
)  # fmt: skip
def test_a_termbase_by_hand_keeps_its_terms_and_what_parts_its_cells(
    name: str, start: str, parted: str, folder: Path, run_in: RunIn
) -> None:
    rows = [("clé, plate", "wrench; flat"), ("vis", "screw")]
    body = "".join(parted.join(f'"{cell}"' if parted != "\t" else cell for cell in row) + "\n" for row in rows)
    (folder / name).write_text(f"{start}\n{body}", encoding="utf-8")
    assert run_in(folder, "terms", "import", "terms.tsv", "--into", name, "--overwrite").code == 0
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    head = len(start.splitlines())
    assert lines[: head - 1] == start.splitlines()[:-1]
    assert lines[head - 1].split(parted)[:3] == [*start.splitlines()[-1].split(parted), "status"]
    kept = read_termbase(folder / name, "fr", "en").entries
    assert [(entry.source, entry.target) for entry in kept[:2]] == rows and len(kept) > len(rows)


def test_extract_lists_pairs_that_can_be_a_glossary(folder: Path, run_in: RunIn) -> None:
    rows = "".join(f"{source}\t{target}\n" for source, target in UNITS)
    (folder / "corpus.tsv").write_text(f"source\ttarget\n{rows}", encoding="utf-8")
    done = run_in(folder, "terms", "extract", "corpus.tsv", "-o", "found.tsv", "--count", "5")
    assert done.output == "20 units read, 5 pairs of terms: found.tsv\n"
    lines = [line.split("\t") for line in (folder / "found.tsv").read_text(encoding="utf-8").splitlines()]
    assert lines[0][:4] == ["source", "target", "units", "score"]
    assert len(lines) == 6
    assert run_in(folder, "terms", "extract", "corpus.tsv", "-o", "found.tbx").code == 0
    assert run_in(folder, "terms", "lookup", "found.tsv", "corpus.tsv").output.count("réservoir") >= 4
