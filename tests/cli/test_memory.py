"""`bitexte memory`: each step, what it prints, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn

UNITS = "fr\ten\nLe chat dort.\tThe cat is asleep.\nIl a 3 chats.\tHe has 3 cats.\nVide.\t\n"
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="OmegaT" creationtoolversion="6" segtype="sentence" o-tmf="OmegaT TMX"
 adminlang="EN-US" srclang="fr" datatype="plaintext"/><body>
<tu tuid="7" creationid="ANNE"><prop type="file">a.docx</prop><prop type="x-client">Dupont</prop>
<note>Check.</note><tuv xml:lang="fr"><seg>Bonjour <bpt i="1">&lt;b&gt;</bpt>vous<ept
 i="1">&lt;/b&gt;</ept>.</seg></tuv>
<tuv xml:lang="en" changeid="BEA" changedate="20240203T040506Z"><seg>Hello <bpt i="1">&lt;b&gt;</bpt>you<ept
 i="1">&lt;/b&gt;</ept>.</seg></tuv></tu></body></tmx>
"""


@pytest.fixture
def folder(tmp_path: Path, run_in: RunIn) -> Path:
    """Return a folder with a memory `m.tmdb` and the file that it was made of."""
    (tmp_path / "units.tsv").write_text(UNITS, encoding="utf-8")
    done = run_in(tmp_path, "memory", "import", "units.tsv", "--into", "m.tmdb")
    assert done.code == 0
    assert done.output == "units.tsv: 3 units read, 2 added, 0 updated, 0 unchanged, 1 rejected: m.tmdb\n"
    assert "units.tsv: rejected: unit '4-" in done.error
    return tmp_path


def test_importing_twice_changes_no_byte_of_an_export(folder: Path, run_in: RunIn) -> None:
    assert run_in(folder, "memory", "export", "m.tmdb", "-o", "a.tmx").output == "2 units exported: a.tmx\n"
    again = run_in(folder, "memory", "import", "units.tsv", "--into", "m.tmdb")
    assert "0 added, 0 updated, 2 unchanged" in again.output
    run_in(folder, "memory", "export", "m.tmdb", "-o", "b.tmx")
    assert (folder / "a.tmx").read_bytes() == (folder / "b.tmx").read_bytes()


def test_lookup_answers_lines_in_order(folder: Path, run_in: RunIn) -> None:
    (folder / "ask.txt").write_text("Il a 14 chats.\nRien de tel ici.\nLe chat dort.\n", encoding="utf-8")
    done = run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt")
    first, none, exact = map(json.loads, done.output.splitlines())
    assert [first["id"], none["id"], exact["id"]] == ["1", "2", "3"]
    match = first["matches"][0]
    assert (match["percentage"], match["kind"], match["words"], match["after_repair"]) == (87, "repaired", 100, 99)
    assert (match["target"], match["repaired"]) == ("He has 3 cats.", "He has 14 cats.")
    assert [(edit["old"], edit["new"]) for edit in match["edits"]] == [("3", "14")]
    assert none["matches"] == []
    assert (exact["matches"][0]["percentage"], exact["matches"][0]["repaired"]) == (100, "The cat is asleep.")
    plain = run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt", "--no-repair", "--json", "answers.jsonl")
    assert plain.output == ""
    assert json.loads((folder / "answers.jsonl").read_text().splitlines()[0])["matches"][0]["kind"] == "fuzzy"


def test_lookup_prints_tables(folder: Path, run_in: RunIn) -> None:
    (folder / "ask.txt").write_text("Le chat dort.\nAutre.\n", encoding="utf-8")
    table = run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt", "--format", "table").output
    assert "1: Le chat dort.\n" in table
    assert "2: Autre.\n  no match\n" in table
    rows = run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt", "--format", "tsv").output.splitlines()
    assert rows[0].split("\t")[:3] == ["id", "percentage", "kind"]
    assert rows[1].split("\t") == ["1", "100", "exact", "100", "100", *["Le chat dort."] * 2, "The cat is asleep."]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--fuzzy", "101"], "--fuzzy takes 1 to 100, not 101."),
        (["--fuzzy", "0"], "--fuzzy takes 1 to 100, not 0."),
        (["--matches", "0"], "--matches takes 1 or more, not 0."),
        (
            ["--penalty", "mood=3"],
            "--penalty takes NAME=N, such as mt=10, not 'mood=3'. Known: mt, draft, domain, age.",
        ),
    ],
)
def test_options_that_cannot_be_are_usage_errors(
    arguments: list[str], message: str, folder: Path, run_in: RunIn
) -> None:
    (folder / "ask.txt").write_text("Le chat dort.\n", encoding="utf-8")
    done = run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt", *arguments)
    assert (done.code, done.error) == (2, f"bitexte: {message}\n")


def test_a_low_threshold_is_warned_of(folder: Path, run_in: RunIn) -> None:
    (folder / "ask.txt").write_text("Le chat mange.\n", encoding="utf-8")
    done = run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt", "--fuzzy", "30")
    assert done.code == 0
    assert "below 50 %" in done.error


def test_what_another_tool_wrote_comes_back_whole(folder: Path, run_in: RunIn) -> None:
    (folder / "tool.tmx").write_text(TMX, encoding="utf-8")
    run_in(folder, "memory", "import", "tool.tmx", "--into", "t.tmdb")
    run_in(folder, "memory", "export", "t.tmdb", "-o", "whole.tmx", "--with-people")
    whole = (folder / "whole.tmx").read_text(encoding="utf-8")
    for part in ('creationid="ANNE"', 'changeid="BEA"', 'changedate="20240203T040506Z"', ">Dupont<", ">a.docx<",
                 'tuid="7"', "<note>Check.</note>", '<bpt i="1"'):  # fmt: skip
        assert part in whole, part
    run_in(folder, "memory", "export", "t.tmdb", "-o", "plain.tmx")
    plain = (folder / "plain.tmx").read_text(encoding="utf-8")
    assert "ANNE" not in plain
    assert "BEA" not in plain
    assert ">Dupont<" in plain


def test_info_names_people_only_where_it_is_asked_to(folder: Path, run_in: RunIn) -> None:
    (folder / "tool.tmx").write_text(TMX, encoding="utf-8")
    run_in(folder, "memory", "import", "tool.tmx", "--into", "m.tmdb")
    told = json.loads(run_in(folder, "memory", "info", "m.tmdb", "--format", "json").output)
    assert (told["units"], told["source_language"], told["changed"]) == (3, "fr", {"2024": 1, "unknown": 2})
    assert "author" not in told
    shown = run_in(folder, "memory", "info", "m.tmdb", "--with-people").output
    assert "ANNE 1" in shown


def test_units_are_deleted_by_a_condition(folder: Path, run_in: RunIn) -> None:
    dry = run_in(folder, "memory", "delete", "m.tmdb", "--where", "source=*chats*", "--dry-run")
    assert dry.output == "1 unit would be deleted: m.tmdb\n"
    done = run_in(folder, "memory", "delete", "m.tmdb", "--where", "source=*chats*")
    assert done.output == "1 unit deleted: m.tmdb\n"
    assert b"3 chats" not in (folder / "m.tmdb").read_bytes()
    assert run_in(folder, "memory", "delete", "m.tmdb", "--where", "colour=red").code == 2


def test_memories_are_merged_and_checked(folder: Path, run_in: RunIn) -> None:
    (folder / "more.tsv").write_text("fr\ten\nOui.\tYes.\n", encoding="utf-8")
    run_in(folder, "memory", "import", "more.tsv", "--into", "more.tmdb", "--penalty", "7")
    done = run_in(folder, "memory", "merge", "more.tmdb", "--into", "m.tmdb")
    assert done.output == "more.tmdb: 1 unit read, 1 added, 0 updated, 0 unchanged, 0 rejected: m.tmdb\n"
    assert run_in(folder, "memory", "check", "m.tmdb").output == "m.tmdb: sound\n"
    assert run_in(folder, "memory", "merge", "m.tmdb", "--into", "m.tmdb").code == 2
    (folder / "ask.txt").write_text("Oui.\n", encoding="utf-8")
    (match,) = json.loads(run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt").output)["matches"]
    assert (match["percentage"], match["penalties"]) == (93, [{"name": "file", "points": 7}])


def test_a_folder_of_omegat_states_a_penalty(folder: Path, run_in: RunIn) -> None:
    (folder / "penalty-15").mkdir()
    (folder / "penalty-15" / "old.tsv").write_text("fr\ten\nOui.\tYes.\n", encoding="utf-8")
    run_in(folder, "memory", "import", "penalty-15/old.tsv", "--into", "m.tmdb")
    (folder / "ask.txt").write_text("Oui.\n", encoding="utf-8")
    (match,) = json.loads(run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt").output)["matches"]
    assert match["percentage"] == 85


def test_what_is_cleaned_away_can_be_imported_again(tmp_path: Path, run_in: RunIn) -> None:
    for number, document in enumerate(("a", "b")):
        unit: dict[str, object] = {
            "name": "n",
            "document": document,
            "origin": "human",
            "source": {"language": "fr", "text": "Oui."},
        }
        unit |= {"target": {"language": "en", "text": "Yes."}, "score": None, "alignment": "1-1"}
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(unit) + "\n", encoding="utf-8")
        run_in(tmp_path, "memory", "import", f"{number}.jsonl", "--into", "m.tmdb")
    dry = run_in(tmp_path, "memory", "clean", "m.tmdb", "--dry-run")
    assert dry.output.splitlines()[-1] == "1 unit would be deleted (1 duplicate): m.tmdb"
    done = run_in(tmp_path, "memory", "clean", "m.tmdb")
    assert done.output == "1 unit deleted (1 duplicate); kept in m.removed.jsonl: m.tmdb\n"
    lines = (tmp_path / "m.removed.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line).get("document") for line in lines[1:]] == ["b"]
    assert run_in(tmp_path, "memory", "clean", "m.tmdb").output == "0 units deleted: m.tmdb\n"
    again = run_in(tmp_path, "memory", "import", "m.removed.jsonl", "--into", "m.tmdb")
    assert "1 added" in again.output
    assert "kept in m.removed-2.jsonl" in run_in(tmp_path, "memory", "clean", "m.tmdb").output


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["lookup", "absent.tmdb", "units.tsv"], 2, "no such memory; make one with 'bitexte memory import FILE"),
        (["lookup", "units.tsv", "units.tsv"], 1, "so it is no memory; expected a .tmdb file"),
        (["import", "units.tsv", "--into", "m.tmx"], 2, "a memory is a .tmdb file; expected a name such as m.tmdb"),
        (["import", "absent.tmx", "--into", "m.tmdb"], 1, "absent.tmx: cannot be read"),
        (["import", "units.tsv", "--into", "m.tmdb", "--penalty", "101"], 2, "--penalty takes 0 to 100, not 101"),
        (["export", "m.tmdb", "-o", "m.pdf"], 2, "unknown file extension"),
    ],
)
def test_errors_are_one_line(arguments: list[str], code: int, message: str, folder: Path, run_in: RunIn) -> None:
    done = run_in(folder, "memory", *arguments)
    assert done.code == code
    assert message in done.error
    assert done.error.count("\n") == 1


def test_names_are_refused_before_the_first_file_is_imported(folder: Path, run_in: RunIn) -> None:
    (folder / "ask.txt").write_text("Il a 14 chats.\n", encoding="utf-8")
    for last in ("ask.txt", "none.docx"):
        done = run_in(folder, "memory", "import", "units.tsv", "--into", "new.tmdb", last)
        assert (done.code, done.output) == (2, "")
    assert not (folder / "new.tmdb").exists()
    done = run_in(folder, "memory", "import", "units.tsv", "m.tmdb", "--into", "m.tmdb")
    assert (done.code, done.output) == (2, "")
    assert "m.tmdb is the memory to merge into" in done.error


def test_words_that_are_none_are_refused_before_the_search_is_prepared(folder: Path, run_in: RunIn) -> None:
    before = (folder / "m.tmdb").read_bytes()
    done = run_in(folder, "memory", "search", "m.tmdb", "(chat", "--regex")
    assert (done.code, done.error.count("\n")) == (2, 1)
    assert (folder / "m.tmdb").read_bytes() == before
