"""The command: two documents, two folders or a list in, a memory out; what is wrong is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.aligning.test_furniture import ENGLISH as GUIDED
from tests.aligning.test_furniture import FRENCH as GUIDE
from tests.alignment.test_aligner import ENGLISH, FRENCH
from translate.cli import main
from translate.formats import read_bitext


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return write(tmp_path, "letter", FRENCH, (*ENGLISH[:3], f"{ENGLISH[3]} {ENGLISH[4]}", *ENGLISH[5:11]))


def write(folder: Path, name: str, source: tuple[str, ...], target: tuple[str, ...]) -> tuple[Path, Path]:
    paths = folder / f"{name}.fr.txt", folder / f"{name}.en.txt"
    for path, texts in zip(paths, (source, target), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return paths


def align(*arguments: object) -> int:
    return main(["align", *map(str, arguments), "--engine", "none"])


def test_two_documents_make_a_memory_and_a_list_of_what_has_no_counterpart(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out" / "letter.tmx"
    assert align(*pair, "--segmented", "--out", out) == 0
    units = list(read_bitext(out).units)
    assert (units[0].source.text, units[0].target.text) == (FRENCH[0], ENGLISH[0])
    assert [unit.alignment for unit in units] == ["1-1"] * 3 + ["2-1"] + ["1-1"] * 6
    assert all(unit.origin == "human" and unit.score is not None for unit in units)
    refused = json.loads((tmp_path / "out" / "letter.rejected.json").read_text(encoding="utf-8"))
    assert FRENCH[11] in json.dumps(refused, ensure_ascii=False)


def test_evaluation_prints_all_beads_and_each_shape(
    pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.beads"
    links = [([i], [i]) for i in range(3)] + [([3, 4], [3])] + [([i], [i - 1]) for i in range(5, 11)] + [([11], [])]
    gold.write_text("".join(f"{one}:{other}\n" for one, other in links), encoding="utf-8")
    beads = tmp_path / "found.beads"
    options = ("--segmented", "--evaluate", gold, "--out", tmp_path / "x.tmx", "--beads", beads, "--quiet")
    assert align(*pair, *options) == 0
    names = ("strict", "lax", "1-1, strict", "1-1, lax", "n-m, strict", "n-m, lax", "deletions")
    expected = "".join(f"{name} 1.0000 1.0000 1.0000\n" for name in names)
    assert capsys.readouterr().out == f"{expected}false 0\n"
    assert beads.read_text(encoding="utf-8") == gold.read_text(encoding="utf-8")


def test_folders_make_a_corpus_a_pair_and_what_has_no_partner_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "in", "one", FRENCH[:6], ENGLISH[:6])
    write(tmp_path / "in", "two", FRENCH[6:], ENGLISH[6:])
    (tmp_path / "in" / "three.fr.txt").write_text("Il est seul.\n", encoding="utf-8")
    out = tmp_path / "out"
    assert align(tmp_path / "in", tmp_path / "in", "--out", out, "--format", "tmx,tsv") == 1
    assert sorted(path.name for path in out.iterdir()) == [".bitexte", "one.tmx", "one.tsv", "two.tmx", "two.tsv"]
    printed = capsys.readouterr()
    assert "three.fr.txt: no matching document" in printed.err
    assert "1-1 6" in printed.out


def test_a_list_fills_one_corpus_in_several_formats_and_names_are_unique(tmp_path: Path) -> None:
    write(tmp_path, "one", FRENCH[:6], ENGLISH[:6])
    write(tmp_path, "two", FRENCH[:6], ENGLISH[:6])
    (tmp_path / "pairs.tsv").write_text("one.fr.txt\tone.en.txt\ntwo.fr.txt\ttwo.en.txt\n", encoding="utf-8")
    outs = tmp_path / "all.tmx", tmp_path / "all.json"
    assert align("--list", tmp_path / "pairs.tsv", "--out", outs[0], "--out", outs[1]) == 0
    units = list(read_bitext(outs[0]).units)
    assert len({unit.name for unit in units}) == len(units) == 12
    assert {unit.document for unit in units} == {"one", "two"}
    assert [unit.name for unit in read_bitext(outs[1]).units] == [unit.name for unit in units]


def test_two_runs_write_the_same_bytes(pair: tuple[Path, Path], tmp_path: Path) -> None:
    outs = tmp_path / "a" / "x.json", tmp_path / "b" / "x.json"
    for out in outs:
        assert align(*pair, "--out", out) == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_units_under_the_least_score_are_refused_with_the_reason_and_counted(
    pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "x.tmx"
    assert align(*pair, "--out", out, "--min-score", "100", "--strict") == 3
    assert {unit.score for unit in read_bitext(out).units} <= {100.0}
    refused = (tmp_path / "x.rejected.json").read_text(encoding="utf-8")
    count = refused.count("expected at least 100")
    assert count > 1
    assert f"In the rejected file for a score below 100: {count} units" in capsys.readouterr().out


def test_a_delimiter_is_no_segment(tmp_path: Path) -> None:
    paths = write(tmp_path, "x", (*FRENCH[:6], ".EOA", *FRENCH[6:]), (*ENGLISH[:6], ".EOA", *ENGLISH[6:]))
    assert align(*paths, "--segmented", "--out", tmp_path / "x.tmx", "--beads", tmp_path / "x.beads") == 0
    beads = (tmp_path / "x.beads").read_text(encoding="utf-8").splitlines()
    assert beads == [f"[{n}]:[{n}]" for n in range(13) if n != 6]


def fail(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert align(*arguments) in (1, 2)
    return capsys.readouterr().err


def test_swapped_documents_are_an_error(
    pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "swapped" in fail(capsys, pair[1], pair[0], "--out", tmp_path / "x.tmx")
    assert not (tmp_path / "x.tmx").exists()


def test_one_document_twice_is_an_error(
    pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(pair[0].read_bytes())
    assert "the same document" in fail(capsys, pair[0], copy, "--out", tmp_path / "x.tmx")
    copy.write_text("\n\n".join(FRENCH), encoding="utf-8")
    options = ("--any-language", "--out", tmp_path / "x.tmx")
    assert "has the same text as" in fail(capsys, pair[0], copy, *options)
    assert "seems to be in 'fr', not 'en'" in fail(capsys, pair[0], copy, "--out", tmp_path / "x.tmx")


def test_unrelated_documents_are_an_error_with_the_similarity(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tuple(f"The parser number {n} of this compiler builds its own syntax tree in memory." for n in range(12))
    paths = write(tmp_path, "x", FRENCH, other)
    printed = fail(capsys, *paths, "--out", tmp_path / "x.tmx")
    assert "similarity 0.0 of 100, expected at least 5" in printed
    assert not (tmp_path / "x.tmx").exists()
    assert align(*paths, "--min-similarity", "0", "--out", tmp_path / "x.tmx") == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"  \n\n", "has no text"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"\x00\x01\x02" * 50, "binary"),
        (b".EOA\n.EOA\n", "has no segments"),
    ],
)
def test_a_document_that_is_no_text_is_an_error(
    pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, message: str
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    printed = fail(capsys, pair[0], bad, "--segmented", "--out", tmp_path / "x.tmx")
    assert message in printed
    assert "bad.txt" in printed


def test_one_side_ten_times_longer_leaves_deletions_and_loses_nothing(tmp_path: Path) -> None:
    filler = tuple(f"Page {n} of the annual report was left blank on purpose by the printer." for n in range(110))
    paths = write(tmp_path, "x", FRENCH, (*ENGLISH[:6], *filler, *ENGLISH[6:]))
    beads = tmp_path / "x.beads"
    assert align(*paths, "--segmented", "--out", tmp_path / "x.tmx", "--beads", beads) == 0
    lines = beads.read_text(encoding="utf-8").splitlines()
    assert lines[:5] == [f"[{n}]:[{n}]" for n in range(5)]
    assert lines[-5:] == [f"[{n}]:[{n + 110}]" for n in range(7, 12)]
    assert sum(line.startswith("[]:") for line in lines) >= 105


def test_a_segment_of_a_megabyte_is_aligned_or_refused_by_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = " ".join(["Le chat dort sur la chaise."] * 35_000)
    paths = write(tmp_path, "x", (*FRENCH[:5], long, *FRENCH[5:]), ENGLISH)
    assert align(*paths, "--segmented", "--out", tmp_path / "x.tmx", "--beads", tmp_path / "x.beads") == 0
    assert "[5]:[]" in (tmp_path / "x.beads").read_text(encoding="utf-8").splitlines()
    paths[0].write_text(paths[0].read_text(encoding="utf-8").replace(long, long + long), encoding="utf-8")
    assert "x.fr.txt:6: the line is longer than" in fail(capsys, *paths, "--segmented", "--out", tmp_path / "x.tmx")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["one.txt"], "two files or two folders, not 1"),
        (["x.fr.txt", "none.txt"], "none.txt: no such file"),
        (["x.fr.txt", "x.en.txt", "--evaluate", "gold.beads"], "give --segmented"),
        (["x.fr.txt", "x.en.txt", "--scorer", "laser"], "Known: labse, model"),
        (["x.fr.txt", "x.en.txt", "--out", "a.tmx", "--out", "b.tsv"], "differ only in their extension"),
        (["--list", "pairs.tsv", "x.fr.txt"], "give no others"),
    ],
)
def test_a_wrong_command_line_is_explained(
    pair: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "x", FRENCH, ENGLISH)
    (tmp_path / "gold.beads").write_text("[0]:[0]\n", encoding="utf-8")
    assert message in fail(capsys, *arguments)


def test_the_model_translates_each_segment_once_and_a_second_run_nothing(
    pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from translate.engines.marian import MarianDrafting

    asked: list[str] = []
    original = MarianDrafting.ask

    def count(self: MarianDrafting, texts: list[str], *way: object) -> object:
        asked.extend(texts)
        return original(self, texts, *way)

    monkeypatch.setattr(MarianDrafting, "ask", count)
    command = ["align", *map(str, pair), "--out", str(tmp_path / "o" / "x.json"), "--hypotheses"]
    assert main(command) == 0
    assert sorted(asked) == sorted(FRENCH)
    first = (tmp_path / "o" / "x.json").read_bytes()
    asked.clear()
    assert main(command) == 0
    assert asked == []
    assert (tmp_path / "o" / "x.json").read_bytes() == first


def test_where_names_agree_and_contents_do_not_content_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder, texts in (("fr", (GUIDE, FRENCH)), ("en", (ENGLISH, GUIDED))):
        (tmp_path / folder).mkdir()
        for name, text in zip(("un.txt", "deux.txt"), texts, strict=True):
            (tmp_path / folder / name).write_text("\n\n".join(text), encoding="utf-8")
    report = tmp_path / "report.json"
    assert align(tmp_path / "fr", tmp_path / "en", "--out", tmp_path / "out", "--json", report) == 1
    said = capsys.readouterr()
    assert said.err.count("The names agree, the contents do not.") == 2
    assert said.out.count("Paired by content: ") == 2
    assert "(similarity 100.0)" in said.out
    statuses = {pair["name"]: pair["status"] for pair in json.loads(report.read_text(encoding="utf-8"))["pairs"]}
    assert statuses == {"un": "failed", "deux": "failed", "un-2": "aligned", "deux-2": "aligned"}
