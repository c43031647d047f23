"""`bitexte convert`: fixes, losses and rejects are listed and kept; parts and projects are made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.formats.samples import CODED, FULL, PLAIN, bitext
from translate.cli import main
from translate.formats import read_bitext, write_bitext
from translate.formats.fields import format_edit

BAD = """<?xml version="1.0"?>
<tmx version="1.4b">
<header creationtool="x" srclang="fr_FR"/>
<body><tu tuid="1"><tuv lang="fr_FR"><seg>Le chat & moi.</seg></tuv><tuv lang="en_GB"><seg>The cat\x0b.</seg></tuv></tu>
<tu tuid="2"><tuv lang="fr_FR"><seg>Seul.</seg></tuv></tu>
<tu tuid="3"><tuv lang="fr_FR"><seg>Non \udce9t\udce9.</seg></tuv><tuv lang="en_GB"><seg>x</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.tmx"
    path.write_bytes(BAD.encode("utf-8", "surrogateescape"))
    return path


@pytest.mark.parametrize(("name", "options"), [("a.tmx", []), ("a.xlf", []), ("a.xliff", ["--format", "xliff2"])])
def test_edits_become_notes_where_they_are_asked_for(
    name: str, options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_bitext(bitext([FULL]), tmp_path / "full", "json")
    made = tmp_path / name
    assert main(["convert", str(tmp_path / "full.json"), str(made), "--edits", *options]) == 0
    assert "'edits' is dropped" not in capsys.readouterr().err
    (unit,) = read_bitext(made).units
    assert len(FULL.edits) > 0
    assert [note.text for note in unit.notes if " → " in note.text] == [format_edit(edit) for edit in FULL.edits]


def test_edits_go_into_a_project_too(tmp_path: Path) -> None:
    write_bitext(bitext([FULL]), tmp_path / "full", "json")
    assert main(["convert", str(tmp_path / "full.json"), "--omegat", str(tmp_path / "p"), "--edits"]) == 0
    memories = [path.read_text(encoding="utf-8") for path in (tmp_path / "p").rglob("*.tmx")]
    assert sum(" → " in memory for memory in memories) == 1


def test_what_can_be_fixed_is_and_each_fix_is_listed(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = bad.with_name("good.tmx")
    assert main(["convert", str(bad), str(good)]) == 0
    out, err = capsys.readouterr()
    for word in (
        "bad.tmx:2: fixed: the version of TMX is '1.4b'; read as 1.4.",
        "bad.tmx:2: fixed: the header has no creationtoolversion, segtype, o-tmf, adminlang, datatype.",
        "bad.tmx:4: fixed: control characters removed, '&' written as '&amp;'.",
        "'fr_FR' is read as 'fr-FR'",
        "the attribute lang is read as xml:lang",
        "bad.tmx:5: rejected: unit '2': no variant in 'en",
        "bad.tmx:6: rejected: the unit is not well-formed at line 6",
    ):
        assert word in err
    assert "1 unit read, 6 fixed, 0 lost, 2 rejected" in out
    assert [unit.target.text for unit in read_bitext(good).units] == ["The cat."]
    rejects = [json.loads(line) for line in (bad.parent / "good.rejects.jsonl").read_text().splitlines()]
    assert [(reject["line"], reject["unit"], reject["reason"][:20]) for reject in rejects] == [
        (5, "2", "no variant in 'en-GB"),
        (6, None, "the unit is not well"),
    ]
    assert "Non \\udce9t\\udce9." in rejects[1]["content"]


def test_rejects_of_an_earlier_run_go_and_strict_counts_them(bad: Path, tmp_path: Path) -> None:
    assert main(["convert", str(bad), str(tmp_path / "x.tmx"), "--strict"]) == 3
    write_bitext(bitext([PLAIN]), tmp_path / "fine", "tmx")
    assert (tmp_path / "x.rejects.jsonl").exists()
    assert main(["convert", str(tmp_path / "fine.tmx"), str(tmp_path / "x.tmx"), "--strict"]) == 0
    assert not (tmp_path / "x.rejects.jsonl").exists()


def test_what_a_format_cannot_hold_is_announced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_bitext(bitext([FULL, CODED]), tmp_path / "x", "json")
    assert main(["convert", str(tmp_path / "x.json"), str(tmp_path / "y.csv")]) == 0
    lost = [line.split("'")[1] for line in capsys.readouterr().err.splitlines() if ": lost: " in line]
    assert sorted(lost) == [
        "codes",
        "context_after",
        "context_before",
        "edits",
        "notes",
        "properties",
        "spans",
        "suggestions",
    ]


def test_the_languages_can_be_chosen(tmp_path: Path) -> None:
    write_bitext(bitext([PLAIN]), tmp_path / "x", "tmx")
    arguments = ["--source-code", "fr-FR", "--target-code", "en-GB"]
    assert main(["convert", str(tmp_path / "x.tmx"), str(tmp_path / "y.tmx.gz"), *arguments]) == 0
    (unit,) = read_bitext(tmp_path / "y.tmx.gz").units
    assert (unit.source.language, unit.target.language) == ("fr-FR", "en-GB")


def test_parts_are_written_where_one_asks_for_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_bitext(bitext([FULL, CODED, PLAIN]), tmp_path / "x", "json")
    assert main(["convert", str(tmp_path / "x.json"), str(tmp_path / "y.tmx"), "--split", "2"]) == 0
    assert "2 parts of" in capsys.readouterr().out
    parts = [tmp_path / "y.001.tmx", tmp_path / "y.002.tmx"]
    assert [len(list(read_bitext(path).units)) for path in parts] == [2, 1]
    assert not (tmp_path / "y.tmx").exists()


def test_a_project_is_filled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_bitext(bitext([FULL, PLAIN]), tmp_path / "x", "tmx")
    assert main(["convert", str(tmp_path / "x.tmx"), "--omegat", str(tmp_path / "p")]) == 0
    out = capsys.readouterr().out
    assert "1 in " in out
    assert (tmp_path / "p" / "tm" / "auto" / "x.tmx").exists()
    assert (tmp_path / "p" / "tm" / "x.tmx").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give either OUTPUT or --omegat PROJECT"),
        (["y.tmx", "--omegat", "p"], "give either OUTPUT"),
        (["--omegat", "p", "--split", "3"], "leave out --format and --split"),
        (["y.tmx", "--omegat-auto", "3"], "--omegat-auto needs --omegat"),
        (["y.tmx", "--split", "lots"], "'lots' is not a size for --split"),
        (["x.tmx"], "is the input file"),
        (["y.docx"], "unknown file extension"),
        (["y.json.gz"], "only .tmx can be written compressed"),
    ],
)
def test_what_makes_no_sense_is_exit_code_2(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    write_bitext(bitext([PLAIN]), tmp_path / "x", "tmx")
    before = (tmp_path / "x.tmx").read_bytes()
    assert main(["convert", "x.tmx", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["x.tmx"]
    assert (tmp_path / "x.tmx").read_bytes() == before


def test_earlier_output_is_untouched_by_a_file_that_is_cut_off(tmp_path: Path) -> None:
    write_bitext(bitext([PLAIN] * 3), tmp_path / "x", "tmx")
    (tmp_path / "y.json").write_text("before")
    (tmp_path / "x.tmx").write_bytes((tmp_path / "x.tmx").read_bytes()[:-40])
    assert main(["convert", str(tmp_path / "x.tmx"), str(tmp_path / "y.json")]) == 1
    assert (tmp_path / "y.json").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.tmx", "y.json"]


def test_each_pair_of_languages_has_a_file_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def unit(**texts: str) -> str:
        return "<tu>" + "".join(f'<tuv xml:lang="{k}"><seg>{v}</seg></tuv>' for k, v in texts.items()) + "</tu>"

    (tmp_path / "m.tmx").write_text(
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        'adminlang="en" srclang="fr" datatype="x"/><body>'
        f"{unit(fr='Un lac.', en='A lake.', de='Ein See.')}{unit(fr='Un pré.', en='A meadow.')}</body></tmx>"
    )
    assert main(["convert", str(tmp_path / "m.tmx"), str(tmp_path / "out.tmx.gz"), "--all-pairs"]) == 0
    told = capsys.readouterr()
    assert "3 units read" in told.out
    assert told.err == ""
    made = sorted(path.name for path in tmp_path.glob("out*"))
    assert made == ["out.fr-de.tmx.gz", "out.fr-en.tmx.gz"]
    assert [u.target.text for u in read_bitext(tmp_path / made[0]).units] == ["Ein See."]
    assert [u.target.text for u in read_bitext(tmp_path / made[1]).units] == ["A lake.", "A meadow."]


def test_what_is_said_of_the_file_is_said_once_for_all_its_pairs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    variants = "".join(f'<tuv xml:lang="{code}"><seg>{code}!</seg></tuv>' for code in ("fr", "en", "de", "it"))
    head = '<header srclang="fr"><note>Draft of May</note></header>'
    (tmp_path / "m.tmx").write_text(f'<tmx version="1.4">{head}<body><tu>{variants}</tu></body></tmx>')
    assert main(["convert", str(tmp_path / "m.tmx"), str(tmp_path / "o.tsv"), "--all-pairs"]) == 0
    assert capsys.readouterr().err.count("<note> of the header") == 1


@pytest.mark.parametrize("more", [["--split", "5"], ["--source-language", "fr"]])
def test_all_pairs_are_neither_split_nor_picked(more: list[str], tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_text("fr\ten\tde\nUn lac.\tA lake.\tEin See.\n")
    assert main(["convert", str(tmp_path / "m.tsv"), str(tmp_path / "o.tmx"), "--all-pairs", *more]) == 2


def test_units_below_a_score_and_those_without_one_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "in.tsv"
    table.write_text("fr\ten\tscore\nUn\tOne\t79.9\nDeux\tTwo\t80\nTrois\tThree\t\n", encoding="utf-8")
    assert main(["convert", str(table), str(tmp_path / "out.tmx"), "--min-score", "80"]) == 0
    assert [unit.source.text for unit in read_bitext(tmp_path / "out.tmx").units] == ["Deux"]
    said = capsys.readouterr().out
    assert "3 units read" in said
    assert "2 below the score" in said
