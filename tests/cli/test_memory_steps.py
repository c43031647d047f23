"""`bitexte memory import`, `info`, `export`, `delete`, `check`, `merge` and `clean`: their options and refusals."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from translate.memory.file import MemoryFile

UNITS: list[dict[str, object]] = [
    {
        "name": "1",
        "document": "a.docx",
        "origin": "human",
        "state": "reviewed",
        "who": "ANNE",
        "date": "20240203T040506Z",
    },
    {"name": "2", "document": "a.docx", "origin": "machine"},
    {"name": "3", "document": "b.docx", "origin": "human", "date": "20200101T000000Z"},
]
TEXTS = [
    ("Le chat dort.", "The cat sleeps."),
    ("La porte est fermée.", "The door is closed."),
    ("Le chat dort.", "The cat is asleep."),
]


def line_of(one: dict[str, object], texts: tuple[str, str]) -> str:
    source, target = texts
    properties = [(name, one[key]) for name, key in (("tu@changeid", "who"), ("tu@changedate", "date")) if key in one]
    told = {name: one[name] for name in ("name", "document", "origin", "state") if name in one}
    return json.dumps(
        told
        | {"source": {"language": "fr", "text": source}, "target": {"language": "en", "text": target}}
        | {"score": None, "alignment": "1-1", "properties": properties}
    )


@pytest.fixture
def folder(tmp_path: Path, run_in: RunIn) -> Path:
    """Return a folder with a memory `m.tmdb` of three units and the file that it was made of."""
    (tmp_path / "u.jsonl").write_text("\n".join(map(line_of, UNITS, TEXTS)) + "\n", encoding="utf-8")
    done = run_in(tmp_path, "memory", "import", "u.jsonl", "--into", "m.tmdb", "--domain", "law")
    assert (done.code, done.error) == (0, "")
    return tmp_path


def info(folder: Path, run_in: RunIn, *options: str) -> dict[str, object]:
    told: dict[str, object] = json.loads(
        run_in(folder, "memory", "info", "m.tmdb", "--format", "json", *options).output
    )
    return told


def test_info_counts_each_unit_under_each_head(folder: Path, run_in: RunIn) -> None:
    told = info(folder, run_in)
    assert told == {
        "memory": "m.tmdb", "source_language": "fr", "target_language": "en",
        "bytes": (folder / "m.tmdb").stat().st_size, "units": 3, "sources": 2,
        "state": {"draft": 1, "reviewed": 1, "translated": 1}, "origin": {"human": 2, "machine": 1},
        "changed": {"2020": 1, "2024": 1, "unknown": 1}, "domain": {"law": 3},
    }  # fmt: skip
    people = info(folder, run_in, "--with-people")
    assert people["document"] == {"a.docx": 2, "b.docx": 1}
    assert people["author"] == {"ANNE": 1, "unknown": 2}


def test_info_as_text_has_a_line_for_each_head(folder: Path, run_in: RunIn) -> None:
    lines = dict(line.split(": ", 1) for line in run_in(folder, "memory", "info", "m.tmdb").output.splitlines())
    assert lines["units"] == "3"
    assert lines["origin"] == "human 2, machine 1"
    assert lines["source language"] == "fr"
    assert "author" not in lines


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        ("state=reviewed", 1),
        ("origin=human", 2),
        ("document=a*", 2),
        ("document=a* and origin=human", 1),
        ("changed>=2024", 1),
        ("source='Le chat dort.'", 2),
        ("target=nothing*", 0),
    ],
)
def test_a_condition_picks_what_is_exported_and_what_is_deleted(
    condition: str, count: int, folder: Path, run_in: RunIn
) -> None:
    noun = "unit" if count == 1 else "units"
    out = run_in(folder, "memory", "export", "m.tmdb", "-o", "o.jsonl", "--where", condition)
    assert out.output == f"{count} {noun} exported: o.jsonl\n"
    dry = run_in(folder, "memory", "delete", "m.tmdb", "--where", condition, "--dry-run")
    assert dry.output == f"{count} {noun} would be deleted: m.tmdb\n"
    assert info(folder, run_in)["units"] == 3
    done = run_in(folder, "memory", "delete", "m.tmdb", "--where", condition)
    assert done.output == f"{count} {noun} deleted: m.tmdb\n"
    assert info(folder, run_in)["units"] == 3 - count


def test_an_export_names_people_only_where_it_is_asked_to(folder: Path, run_in: RunIn) -> None:
    for name, options, is_there in (("a.tmx", (), False), ("b.tmx", ("--with-people",), True)):
        assert run_in(folder, "memory", "export", "m.tmdb", "-o", name, *options).code == 0
        content = (folder / name).read_text(encoding="utf-8")
        assert ("ANNE" in content) is is_there
        assert ("a.docx" in content) is is_there
        assert "20240203T040506Z" in content


def test_an_export_comes_back_as_the_memory_that_it_was_made_of(folder: Path, run_in: RunIn) -> None:
    run_in(folder, "memory", "export", "m.tmdb", "-o", "all.jsonl", "--with-people")
    again = run_in(folder, "memory", "import", "all.jsonl", "--into", "m.tmdb", "--domain", "law")
    assert "0 added, 0 updated, 3 unchanged, 0 rejected" in again.output
    new = run_in(folder, "memory", "import", "all.jsonl", "--into", "n.tmdb")
    assert "3 added, 0 updated, 0 unchanged, 0 rejected" in new.output


def test_an_export_replaces_no_file_of_somebody_else(folder: Path, run_in: RunIn) -> None:
    (folder / "o.tmx").write_text("of somebody else", encoding="utf-8")
    refused = run_in(folder, "memory", "export", "m.tmdb", "-o", "o.tmx")
    assert (refused.code, refused.error.count("\n")) == (1, 1)
    assert (folder / "o.tmx").read_text(encoding="utf-8") == "of somebody else"
    assert run_in(folder, "memory", "export", "m.tmdb", "-o", "o.tmx", "--overwrite").code == 0


def test_a_document_is_replaced_by_its_new_version(folder: Path, run_in: RunIn) -> None:
    new = line_of({"name": "9", "document": "a.docx", "origin": "human"}, ("Nouveau.", "New."))
    (folder / "new.jsonl").write_text(f"{new}\n", encoding="utf-8")
    done = run_in(folder, "memory", "import", "new.jsonl", "--into", "m.tmdb", "--replace", "a.docx")
    assert done.output == "new.jsonl: 1 unit read, 1 added, 0 updated, 0 unchanged, 0 rejected: m.tmdb\n"
    assert info(folder, run_in, "--with-people")["document"] == {"a.docx": 1, "b.docx": 1}
    assert b"porte" not in (folder / "m.tmdb").read_bytes()


def test_the_origin_may_be_stated(folder: Path, run_in: RunIn) -> None:
    run_in(folder, "memory", "import", "u.jsonl", "--into", "n.tmdb", "--origin", "human")
    told = json.loads(run_in(folder, "memory", "info", "n.tmdb", "--format", "json").output)
    assert told["origin"] == {"human": 3}


def test_the_format_and_the_languages_may_be_stated(folder: Path, run_in: RunIn) -> None:
    (folder / "words.lst").write_text("Katze\tcat\n", encoding="utf-8")
    stated = ("--from", "tsv", "--source-language", "de", "--target-language", "en")
    done = run_in(folder, "memory", "import", "words.lst", "--into", "de.tmdb", *stated)
    assert "1 added" in done.output
    told = json.loads(run_in(folder, "memory", "info", "de.tmdb", "--format", "json").output)
    assert (told["source_language"], told["target_language"]) == ("de", "en")
    refused = run_in(folder, "memory", "import", "words.lst", "--into", "m.tmdb", *stated)
    assert refused.code == 2
    assert "the memory is from fr to en, not from de to en; use another memory for them." in refused.error


def test_several_files_are_imported_one_after_the_other(folder: Path, run_in: RunIn) -> None:
    (folder / "x.tsv").write_text("fr\ten\nUn\tOne\n", encoding="utf-8")
    done = run_in(folder, "memory", "import", "x.tsv", "u.jsonl", "m.tmdb", "--into", "all.tmdb")
    assert [line.split(":")[0] for line in done.output.splitlines()] == ["x.tsv", "u.jsonl", "m.tmdb"]
    told = json.loads(run_in(folder, "memory", "info", "all.tmdb", "--format", "json").output)
    assert told["units"] == 4


@pytest.mark.parametrize(("given", "is_taken"), [("0", True), ("100", True), ("-1", False), ("101", False)])
def test_a_penalty_is_from_0_to_100(given: str, is_taken: bool, folder: Path, run_in: RunIn) -> None:
    done = run_in(folder, "memory", "import", "u.jsonl", "--into", "p.tmdb", f"--penalty={given}")
    assert done.code == (0 if is_taken else 2)
    assert (f"--penalty takes 0 to 100, not {given}." in done.error) is not is_taken
    assert (folder / "p.tmdb").exists() is is_taken


def test_a_stated_penalty_goes_before_that_of_the_folder(folder: Path, run_in: RunIn) -> None:
    (folder / "penalty-30").mkdir()
    (folder / "penalty-30" / "x.tsv").write_text("fr\ten\nUn\tOne\n", encoding="utf-8")
    (folder / "ask.txt").write_text("Un\n", encoding="utf-8")
    for options, percentage in (((), 70), (("--penalty", "5"), 95)):
        run_in(folder, "memory", "import", "penalty-30/x.tsv", "--into", "p.tmdb", *options)
        answer = json.loads(run_in(folder, "memory", "lookup", "p.tmdb", "ask.txt", "--fuzzy", "50").output)
        assert answer["matches"][0]["percentage"] == percentage


def test_an_empty_document_replaces_nothing(folder: Path, run_in: RunIn) -> None:
    held = (folder / "m.tmdb").read_bytes()
    refused = run_in(folder, "memory", "import", "u.jsonl", "--into", "m.tmdb", "--replace", "")
    assert (refused.code, (folder / "m.tmdb").read_bytes()) == (2, held)
    assert "--replace is empty" in refused.error


def test_a_folder_is_imported_with_the_penalties_of_its_folders(folder: Path, run_in: RunIn) -> None:
    for name, source in (("tm/a.tmx", "Un"), ("tm/penalty-30/b.tmx", "Deux"), ("tm/.hidden/c.tmx", "Trois")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        unit = f'<tu><tuv xml:lang="fr"><seg>{source}</seg></tuv><tuv xml:lang="en"><seg>One</seg></tuv></tu>'
        (folder / name).write_text(f'<tmx version="1.4"><header srclang="fr"/><body>{unit}</body></tmx>')
    done = run_in(folder, "memory", "import", "tm", "--into", "f.tmdb")
    assert [line.split(":")[0] for line in done.output.splitlines()] == ["tm/a.tmx", "tm/penalty-30/b.tmx"]
    with MemoryFile.open(folder / "f.tmdb") as memory:
        assert [(held.unit.source.text, held.penalty) for held in memory.stored()] == [("Un", 0), ("Deux", 30)]
    (folder / "none").mkdir()
    assert "none: a folder without .tmx" in run_in(folder, "memory", "import", "none", "--into", "f.tmdb").error


def test_a_damaged_index_is_said_and_made_anew_where_it_is_asked_for(folder: Path, run_in: RunIn) -> None:
    asked = folder / "asked.txt"
    asked.write_text("La séance est ouverte.\n", encoding="utf-8")
    found = run_in(folder, "memory", "lookup", "m.tmdb", "asked.txt").output
    with closing(sqlite3.connect(folder / "m.tmdb")) as damaged:
        damaged.execute("UPDATE block SET texts = x'ff', codes = x'ff'")
        damaged.commit()
    refused = run_in(folder, "memory", "lookup", "m.tmdb", "asked.txt")
    assert refused.code == 1
    assert "the index of the memory is damaged" in refused.error
    assert "make it anew with 'bitexte memory check --renew m.tmdb'" in refused.error
    checked = run_in(folder, "memory", "check", "m.tmdb")
    assert (checked.code, checked.output) == (1, "")
    assert "make it anew with 'bitexte memory check --renew m.tmdb'" in checked.error
    renewed = run_in(folder, "memory", "check", "--renew", "m.tmdb")
    assert renewed.output == "m.tmdb: sound; its index was made anew\n"
    assert run_in(folder, "memory", "lookup", "m.tmdb", "asked.txt").output == found


def test_an_index_out_of_date_is_made_anew_by_a_check(folder: Path, run_in: RunIn) -> None:
    assert run_in(folder, "memory", "check", "m.tmdb").output == "m.tmdb: sound\n"
    with closing(sqlite3.connect(folder / "m.tmdb")) as connection, connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'index'")
    (folder / "ask.txt").write_text("Le chat dort.\n", encoding="utf-8")
    refused = run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt")
    assert refused.code == 1
    assert "make it anew with 'bitexte memory check m.tmdb'" in refused.error
    assert run_in(folder, "memory", "check", "m.tmdb").output == "m.tmdb: sound; its index was made anew\n"
    assert run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt").code == 0


def test_only_memories_are_merged(folder: Path, run_in: RunIn) -> None:
    refused = run_in(folder, "memory", "merge", "u.jsonl", "--into", "n.tmdb")
    assert refused.code == 2
    assert "u.jsonl: a memory is a .tmdb file; expected a name such as u.tmdb." in refused.error
    assert not (folder / "n.tmdb").exists()
    assert "3 added" in run_in(folder, "memory", "merge", "m.tmdb", "--into", "n.tmdb").output
    assert "0 added, 0 updated, 3 unchanged" in run_in(folder, "memory", "merge", "m.tmdb", "--into", "n.tmdb").output


@pytest.mark.parametrize(
    ("only", "count", "kept"),
    [
        ((), 0, None),
        (("--only", "contradictory"), 1, "The cat is asleep."),
        (("--only", "duplicate", "--only", "machine"), 0, None),
    ],
)
def test_a_memory_is_cleaned_of_what_is_asked_for(
    only: tuple[str, ...], count: int, kept: str | None, folder: Path, run_in: RunIn
) -> None:
    dry = run_in(folder, "memory", "clean", "m.tmdb", *only, "--dry-run")
    assert f"{count} unit{'' if count == 1 else 's'} would be deleted" in dry.output.splitlines()[-1]
    assert info(folder, run_in)["units"] == 3
    run_in(folder, "memory", "clean", "m.tmdb", *only, "--removed", "gone.jsonl")
    assert info(folder, run_in)["units"] == 3 - count
    assert (folder / "gone.jsonl").exists() is (kept is not None)
    if kept:
        assert kept in (folder / "gone.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "step",
    [
        ("info", "m.tmdb"),
        ("check", "m.tmdb"),
        ("export", "m.tmdb", "-o", "o.tmx"),
        ("clean", "m.tmdb"),
        ("delete", "m.tmdb", "--where", "state=draft"),
        ("search", "m.tmdb", "chat"),
        ("lookup", "m.tmdb", "u.jsonl"),
    ],
    ids=lambda step: step[0],
)
def test_every_step_says_that_there_is_no_memory_or_that_it_is_none(
    step: tuple[str, ...], tmp_path: Path, run_in: RunIn
) -> None:
    absent = run_in(tmp_path, "memory", *step)
    assert (absent.code, absent.output) == (2, "")
    assert "m.tmdb: no such memory; make one with 'bitexte memory import FILE --into m.tmdb'." in absent.error
    (tmp_path / "m.tmdb").write_text("fr\ten\nUn\tOne\n", encoding="utf-8")
    other = run_in(tmp_path, "memory", *step)
    assert (other.code, other.error.count("\n")) == (1, 1)
    assert "so it is no memory; expected a .tmdb file" in other.error


@pytest.mark.parametrize("empty", ["", "   "])
@pytest.mark.parametrize(
    "step",
    [
        ("delete", "m.tmdb", "--where"),
        ("delete", "m.tmdb", "--dry-run", "--where"),
        ("export", "m.tmdb", "-o", "o.tmx", "--where"),
        ("search", "m.tmdb", "chat", "--document"),
        ("search", "m.tmdb", "chat", "--since"),
        ("search", "m.tmdb", "chat", "--state"),
    ],
)
def test_an_empty_filter_chooses_nothing_and_is_refused(
    step: tuple[str, ...], empty: str, folder: Path, run_in: RunIn
) -> None:
    before = (folder / "m.tmdb").read_bytes()
    refused = run_in(folder, "memory", *step, empty)
    assert (refused.code, refused.output, refused.error.count("\n")) == (2, "", 1)
    assert (folder / "m.tmdb").read_bytes() == before and not (folder / "o.tmx").exists()


OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="OmegaT" creationtoolversion="6" segtype="sentence" o-tmf="x" adminlang="EN"
 srclang="fr" datatype="plaintext"/><body>
<tu><note>Check.</note><prop type="file">contrat_dupont.docx</prop><prop type="domain">Law</prop>
<tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="en" changeid="anne"><seg>Yes.</seg></tuv></tu>
</body></tmx>
"""


def test_the_document_and_the_subject_that_another_tool_names_are_known(tmp_path: Path, run_in: RunIn) -> None:
    (tmp_path / "o.tmx").write_text(OMEGAT, encoding="utf-8")
    assert run_in(tmp_path, "memory", "import", "o.tmx", "--into", "m.tmdb").code == 0
    assert run_in(tmp_path, "memory", "export", "m.tmdb", "-o", "x.tmx").code == 0
    written = (tmp_path / "x.tmx").read_text(encoding="utf-8")
    assert "dupont" not in written and "anne" not in written and "Law" in written
    assert run_in(tmp_path, "memory", "export", "m.tmdb", "-o", "y.tmx", "--with-people").code == 0
    assert "contrat_dupont.docx" in (tmp_path / "y.tmx").read_text(encoding="utf-8")
    assert info(tmp_path, run_in, "--with-people")["document"] == {"contrat_dupont.docx": 1}
    assert info(tmp_path, run_in)["domain"] == {"Law": 1}
    found = run_in(tmp_path, "memory", "search", "m.tmdb", "oui", "--document", "contrat*", "--format", "jsonl")
    assert "Yes." in found.output
    for condition in ("author=anne", "document=contrat_dupont.docx"):
        deleted = run_in(tmp_path, "memory", "delete", "m.tmdb", "--where", condition, "--dry-run")
        assert deleted.output == "1 unit would be deleted: m.tmdb\n"
    again = run_in(tmp_path, "memory", "import", "o.tmx", "--into", "m.tmdb", "--replace", "contrat_dupont.docx")
    assert "1 added" in again.output and info(tmp_path, run_in)["units"] == 1
