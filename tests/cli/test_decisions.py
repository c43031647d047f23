"""`bitexte decisions`, `translate --learn` and what `forget` leaves: the work of reviewers without their page."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from translate.formats import read_bitext
from translate.memory.file import MemoryFile
from translate.memory.importing import ImportSettings

TEXT = "Le chat dort.\n\nIl pleut.\n\nOui.\n"


@pytest.fixture
def folder(tmp_path: Path, run_in: RunIn) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run_in(tmp_path, "translate", "a.txt", "--out", "out", "--engine", "echo").code == 0
    return tmp_path


def decide(folder: Path, run_in: RunIn, edits: dict[str, str]) -> None:
    assert run_in(folder, "decisions", "export", "out", "--out", "t.csv", "--overwrite").code == 0
    rows = list(csv.DictReader(io.StringIO((folder / "t.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert {row["source"] for row in rows} == {"Le chat dort.", "Il pleut.", "Oui."}
    for row in rows:
        row["verdict" if edits.get(row["source"]) == "reject" else "edited"] = edits.get(row["source"], "")
    with (folder / "t.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    done = run_in(folder, "decisions", "import", "out", "t.csv", "--author", "Zoé")
    assert (done.code, f"{len(edits)} decision" in done.output) == (0, True)


def test_decisions_are_listed_written_and_learned(folder: Path, run_in: RunIn) -> None:
    decide(folder, run_in, {"Il pleut.": "It rains."})
    listed = run_in(folder, "decisions", "list", "out")
    assert "Zoé" in listed.output
    assert "It rains." in listed.output
    (line,) = run_in(folder, "decisions", "list", "out", "--jsonl").output.splitlines()
    assert json.loads(line)["target"]["text"] == "It rains."
    done = run_in(folder, "translate", "a.txt", "--out", "out", "--engine", "rotate", "--learn", "m.tmdb")
    assert "1 approved unit added" in done.output
    assert "It rains." in (folder / "out" / "a.en.txt").read_text(encoding="utf-8")
    (folder / "b.txt").write_text("Il pleut.\n", encoding="utf-8")
    assert run_in(folder, "translate", "b.txt", "--out", "o2", "--engine", "echo", "--memory", "m.tmdb").code == 0
    assert (folder / "o2" / "b.en.txt").read_text(encoding="utf-8") == "It rains.\n"


def test_what_was_learned_and_is_decided_otherwise_since_leaves_the_memory(folder: Path, run_in: RunIn) -> None:
    def learn() -> str:
        return run_in(folder, "translate", "a.txt", "--out", "out", "--engine", "echo", "--learn", "m.tmdb").output

    decide(folder, run_in, {"Le chat dort.": "The cat sleeps.", "Il pleut.": "It rains.", "Oui.": "Yes."})
    assert "3 approved units added, 0 replaced, 0 withdrawn" in learn()
    with MemoryFile.open(folder / "m.tmdb", writes=True) as memory:
        (one,) = [unit for unit in memory.units() if unit.target.text == "It rains."]
        for document, changed in (("a.txt", "20200101T000000Z"), ("z.txt", "")):
            held = (*[pair for pair in one.properties if "date" not in pair[0]], ("target@changedate", changed))
            rival = replace(one, document=document, properties=held, target=replace(one.target, text="It's raining."))
            memory.take([rival], ImportSettings(), lambda unit, reason: None)
    decide(folder, run_in, {"Le chat dort.": "The cat is asleep.", "Il pleut.": "reject"})
    assert "0 approved units added, 1 replaced, 1 withdrawn" in learn()
    with MemoryFile.open(folder / "m.tmdb") as memory:
        targets = sorted(unit.target.text for unit in memory.units())
    assert targets == ["It's raining.", "It's raining.", "The cat is asleep.", "Yes."]
    assert "0 approved units added, 0 replaced, 0 withdrawn" in learn()


def test_a_table_that_somebody_filled_in_is_not_replaced_unless_told(folder: Path, run_in: RunIn) -> None:
    export = ("decisions", "export", "out", "--out", "t.csv")
    assert run_in(folder, *export).code == run_in(folder, *export).code == 0
    filled = (folder / "t.csv").read_bytes().replace(b"Oui.,Oui.,,", b"Oui.,Oui.,Yes.,")
    (folder / "t.csv").write_bytes(filled)
    refused = run_in(folder, *export)
    assert (refused.code, (folder / "t.csv").read_bytes()) == (1, filled)
    assert "t.csv: changed since bitexte wrote it" in refused.error
    assert run_in(folder, *export, "--overwrite").code == 0
    assert (folder / "t.csv").read_bytes() != filled


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"unit,source\n", b"unit;\xe9\n"])
def test_a_file_that_is_no_table_is_named(folder: Path, run_in: RunIn, data: bytes) -> None:
    for name in ("x.csv", "x.xlsx", "x.html"):
        (folder / name).write_bytes(data)
        done = run_in(folder, "decisions", "import", "out", name)
        assert (done.code, done.error.startswith(f"bitexte: {name}: ")) == (1, True)


@pytest.mark.parametrize("line", [("list",), ("export", "--out", "t.csv"), ("import", "t.csv")])
def test_nothing_is_left_in_a_folder_without_anything_to_review(
    tmp_path: Path, run_in: RunIn, line: tuple[str, ...]
) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "t.csv").write_text("unit,source,edited,verdict,comment\n", encoding="utf-8")
    done = run_in(tmp_path, "decisions", line[0], "none", *line[1:])
    assert (done.code != 0, "nothing to review" in done.error) == (True, True)
    assert not list((tmp_path / "none").iterdir())


def test_what_lost_its_unit_is_listed_alone(folder: Path, run_in: RunIn) -> None:
    decide(folder, run_in, {"Il pleut.": "It rains.", "Oui.": "Yes."})
    (folder / "a.txt").write_text(TEXT.replace("pleut", "neige"), encoding="utf-8")
    assert run_in(folder, "translate", "a.txt", "--out", "out", "--engine", "echo").code == 0
    orphaned = run_in(folder, "decisions", "list", "out", "--orphaned").output
    assert "It rains." in orphaned
    assert "Yes." not in orphaned
    assert len(run_in(folder, "decisions", "list", "out", "--all", "--jsonl").output.splitlines()) == 2


def test_logs_of_two_people_are_merged_once(folder: Path, run_in: RunIn) -> None:
    decide(folder, run_in, {"Il pleut.": "It rains."})
    log = folder / "out" / ".bitexte" / "decisions.jsonl"
    value = json.loads(log.read_text(encoding="utf-8"))
    value |= {"author": "Abel", "time": "2099-01-01T00:00:00.000000Z", "target": {"text": "It is raining."}}
    (folder / "abel.jsonl").write_text(json.dumps(value) + "\n", encoding="utf-8")
    merged = run_in(folder, "decisions", "merge", "out", "abel.jsonl")
    assert "1 decision added" in merged.output
    assert "a.txt: 'Il pleut.': Zoé decided 'It rains.'; 'It is raining.' of Abel stands" in merged.error
    assert "0 decisions added" in run_in(folder, "decisions", "merge", "out", "abel.jsonl").output
    assert "It is raining." in run_in(folder, "decisions", "list", "out").output


def test_of_two_tables_from_one_export_the_second_overrules_the_first_only_where_it_is_told_to(
    folder: Path, run_in: RunIn
) -> None:
    assert run_in(folder, "decisions", "export", "out", "--out", "t.csv").code == 0
    table = (folder / "t.csv").read_bytes()
    for name, text in (("anne.csv", b"Yes."), ("bo.csv", b"Yeah.")):
        (folder / name).write_bytes(table.replace(b"Oui.,Oui.,,", b"Oui.,Oui.,%b," % text))
    assert run_in(folder, "decisions", "import", "out", "anne.csv", "--author", "Anne").code == 0
    line = ("decisions", "import", "out", "bo.csv", "--author", "Bo")
    refused = run_in(folder, *line)
    assert (refused.code, "0 decisions taken, 2 rows without a decision, 1 left out" in refused.output) == (1, True)
    assert "bo.csv:4: left out: a.txt#" in refused.error
    assert "'Oui.': 'Yes.' of Anne stands, decided since the table was made, which says 'Yeah.'." in refused.error
    assert run_in(folder, *line, "--overwrite").code == 0
    assert run_in(folder, *line).code == 0
    assert "Yeah." in run_in(folder, "decisions", "list", "out").output


def test_a_rejected_unit_stands_in_the_language_of_the_source(folder: Path, run_in: RunIn) -> None:
    assert run_in(folder, "translate", "a.txt", "--out", "out", "--engine", "rotate").code == 0
    decide(folder, run_in, {"Il pleut.": "reject"})
    assert run_in(folder, "translate", "a.txt", "--out", "out", "--engine", "rotate").code == 0
    assert "\n\nIl pleut.\n\n" in (folder / "out" / "a.en.txt").read_text(encoding="utf-8")
    corpora = ("a.json", "a.tmx", "a.rejected.json")
    held = {name for name in corpora for one in read_bitext(folder / "out" / name).units if "pleut" in one.source.text}
    assert held == {"a.rejected.json"}


def test_forgetting_leaves_what_people_decided(folder: Path, run_in: RunIn) -> None:
    decide(folder, run_in, {"Il pleut.": "It rains."})
    assert run_in(folder, "forget", "out").code == 0
    assert {path.name for path in (folder / "out" / ".bitexte").iterdir()} == {"decisions.jsonl", "written.jsonl"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list", "none"), "no such folder"),
        (("export", "out", "--out", "x.doc"), "unknown kind"),
        (("export", "out", "--out", "x.csv", "--document", "b.txt"), "no document 'b.txt'"),
        (("import", "out", "none.csv"), "cannot be read"),
        (("merge", "out", "none"), "no decisions there"),
        (("merge", "ou", "out"), "ou: no such folder"),
    ],
)
def test_what_cannot_be_done_is_said(folder: Path, run_in: RunIn, arguments: tuple[str, ...], said: str) -> None:
    done = run_in(folder, "decisions", *arguments)
    assert done.code in (1, 2)
    assert said in done.error


def test_a_memory_that_cannot_learn_is_refused_before_any_work(folder: Path, run_in: RunIn) -> None:
    line = ("translate", "a.txt", "--out", "o3", "--engine", "echo")
    assert run_in(folder, *line, "--learn", "m.tmx").code == 2
    assert run_in(folder, *line, "--learn", "m.tmdb", "--format", "tsv").code == 2
    assert not (folder / "o3").exists()
