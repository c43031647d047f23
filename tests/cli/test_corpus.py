"""`bitexte corpus`: each step says what it dropped and why."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from tests.formats.samples import PLAIN, bitext
from translate.cli import main
from translate.data import Origin, TranslationUnit, Variant
from translate.formats import Header, read_bitext, write_bitext


def unit(name: str, source: str, target: str, **fields: object) -> TranslationUnit:
    made = replace(PLAIN, name=name, source=Variant("fr", source), target=Variant("en", target))
    return replace(made, **fields)


UNITS = (
    unit("1", "Un chat.", "A cat.", origin=Origin.MACHINE, score=90.0),
    unit("2", "Un chat.", "A cat."),
    unit("3", "UN CHAT !", "A cat!", origin=Origin.MACHINE, score=1.0),
    unit("4", "Il y a 12 membres.", "There are 21 members."),
    unit("5", "Élan", "Elk"),
)


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return write_bitext(bitext(UNITS), tmp_path / "m", "tmx")[0]


def corpus(*arguments: object) -> int:
    return main(["corpus", *map(str, arguments)])


def names(path: Path) -> list[str]:
    return [read.name for read in read_bitext(path).units]


def test_merging_keeps_names_unique(memory: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = write_bitext(bitext([UNITS[0], unit("2", "Deux.", "Two.")]), tmp_path / "n", "json")[0]
    assert corpus("merge", memory, other, "-o", tmp_path / "all.jsonl", "--dropped", tmp_path / "d.tsv") == 0
    assert names(tmp_path / "all.jsonl") == ["1", "2", "3", "4", "5", "2~2"]
    assert names(tmp_path / "d.tsv") == ["1"]
    printed = capsys.readouterr().out
    assert "7 units read, 6 kept, 1 dropped" in printed
    assert "same name and texts" in printed
    assert "renamed: another unit has the name" in printed


def test_corpora_of_other_languages_are_not_merged(memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    german = write_bitext(bitext([], Header("de", "en")), memory.with_name("de"), "json")[0]
    assert corpus("merge", memory, german, "-o", memory.with_name("all.tmx")) == 2
    assert "different languages: de to en; fr to en" in capsys.readouterr().err
    assert not memory.with_name("all.tmx").exists()


@pytest.mark.parametrize(
    ("arguments", "kept", "reason"),
    [
        ([], ["1", "2", "5"], "check: numbers"),
        (["--no-checks"], ["1", "2", "3", "4", "5"], ""),
        (["--no-checks", "--min-score", "50"], ["1"], "score: none"),
        (["--no-checks", "--origin", "machine"], ["1", "3"], "origin: human"),
        (["--no-checks", "--min-length", "6", "--max-length", "10"], ["1", "2", "3"], "length: above 10 characters"),
    ],
)
def test_filtering_says_why(
    arguments: list[str], kept: list[str], reason: str, memory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, dropped = memory.with_name("out.jsonl"), memory.with_name("dropped.jsonl")
    assert corpus("filter", memory, "-o", out, "--dropped", dropped, *arguments) == 0
    assert names(out) == kept
    assert sorted(names(out) + names(dropped)) == ["1", "2", "3", "4", "5"]
    assert reason in capsys.readouterr().out
    if not arguments:
        assert {issue.check for read in read_bitext(dropped).units for issue in read.issues} >= {"numbers", "score"}


@pytest.mark.parametrize(
    ("arguments", "kept"),
    [
        ([], ["1", "3", "4", "5"]),
        (["--keep", "last"], ["2", "3", "4", "5"]),
        (["--keep", "best"], ["2", "3", "4", "5"]),
        (["--by", "near"], ["1", "4", "5"]),
        (["--by", "near", "--keep", "best"], ["2", "4", "5"]),
        (["--by", "source"], ["1", "3", "4", "5"]),
        (["--by", "target"], ["1", "3", "4", "5"]),
    ],
)
def test_one_of_each_stays(
    arguments: list[str], kept: list[str], memory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert corpus("dedup", memory, "-o", memory.with_name("out.tmx"), *arguments) == 0
    assert names(memory.with_name("out.tmx")) == kept
    assert f"5 units read, {len(kept)} kept, {5 - len(kept)} dropped" in capsys.readouterr().out


def test_sorting(memory: Path) -> None:
    out = memory.with_name("out.csv")
    assert corpus("sort", memory, "-o", out) == 0
    assert names(out) == ["5", "4", "3", "1", "2"]
    assert corpus("sort", memory, "-o", out, "--by", "score", "--reverse") == 0
    assert names(out) == ["1", "3", "2", "4", "5"]


def test_a_sample_is_the_same_for_the_same_seed(memory: Path) -> None:
    drawn = {}
    for seed in (1, 1, 2, 3, 4):
        assert corpus("sample", memory, "-o", memory.with_name("o.tmx"), "--units", 3, "--random-seed", seed) == 0
        found = names(memory.with_name("o.tmx"))
        assert drawn.setdefault(seed, found) == found == sorted(found)
        assert len(found) == 3
    assert len({tuple(found) for found in drawn.values()}) > 1
    assert corpus("sample", memory, "-o", memory.with_name("o.tmx"), "--share", 0.4) == 0
    assert len(names(memory.with_name("o.tmx"))) == 2
    assert corpus("sample", memory, "-o", memory.with_name("o.tmx"), "--share", 4) == 2


def test_a_difference_is_shown_counted_and_written(memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = [UNITS[0], replace(UNITS[4], target=Variant("en", "Moose")), unit("6", "Six.", "Six.")]
    new = write_bitext(bitext(changed), memory.with_name("new"), "tmx")[0]
    out = memory.with_name("delta.tmx")
    assert corpus("diff", memory, new, "--strict", "-o", out) == 3
    printed = capsys.readouterr().out
    assert "1 unchanged, 1 added, 2 removed, 1 changed." in printed
    assert "~ 5\n  Élan\n  Moose\n+ 6\n  Six.\n  Six.\n- 3" in printed
    assert names(out) == ["5", "6"]
    assert corpus("diff", memory, memory, "--strict") == 0


def test_an_input_is_never_overwritten(memory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = memory.read_bytes()
    assert corpus("sort", memory, "-o", memory) == 2
    assert "is an input file" in capsys.readouterr().err
    assert memory.read_bytes() == before


def test_bad_units_are_said_once_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.tsv").write_text("fr\ten\tscore\nUn.\tOne.\nDeux.\tTwo.\thigh\n", encoding="utf-8")
    assert corpus("dedup", tmp_path / "m.tsv", "-o", tmp_path / "o.tsv", "--keep", "best") == 0
    out, err = capsys.readouterr()
    assert err.count("m.tsv:3: rejected") == 1
    assert "1 unit read, 1 unreadable, 1 kept, 0 dropped" in out


def test_units_without_a_target_in_the_pair_are_not_unreadable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("fr", "en"), ("fr", "de"), ("fr",)]
    units = "".join(
        "<tu>" + "".join(f'<tuv xml:lang="{code}"><seg>{code}!</seg></tuv>' for code in row) + "</tu>" for row in rows
    )
    (tmp_path / "m.tmx").write_text(f'<tmx version="1.4"><header srclang="fr"/><body>{units}</body></tmx>')
    assert corpus("sort", tmp_path / "m.tmx", "-o", tmp_path / "o.tmx") == 0
    assert "1 unit read, 2 without target, 1 kept, 0 dropped" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "m.tmx"), "--strict"]) == 0
    assert "1 pair, 0 would be refused, 0 unreadable, 2 untranslated and not checked." in capsys.readouterr().out


def table(folder: Path, name: str, head: str, *rows: str) -> None:
    (folder / name).write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")


def test_a_corpus_is_deduplicated_and_expanded_again(tmp_path: Path, run_in: RunIn) -> None:
    table(tmp_path, "all.tsv", "fr\ten", "Oui.\tYes.", "Non.\tNo.", "Oui.\tYes.", "Oui !\tYes!")
    assert run_in(tmp_path, "corpus", "dedup", "all.tsv", "-o", "lean.tsv", "--by", "source").code == 0
    made = run_in(tmp_path, "corpus", "expand", "all.tsv", "lean.tsv", "-o", "out.tsv")
    assert "4 units read, 4 kept, 0 dropped: out.tsv" in made.output
    out = (tmp_path / "out.tsv").read_text("utf-8").splitlines()[1:]
    assert [line.split("\t")[1] for line in out] == ["Yes.", "No.", "Yes.", "Yes!"]


def test_targets_of_one_source_are_paired(tmp_path: Path, run_in: RunIn) -> None:
    table(tmp_path, "one.tsv", "fr\ten", "Oui.\tYes.", "Non.\tNo.")
    table(tmp_path, "other.tsv", "fr\tde", "Non.\tNein.")
    arguments = ("corpus", "join", "one.tsv", "other.tsv", "-o", "out.jsonl", "--dropped", "left.jsonl")
    assert "no such source in the other corpus" in run_in(tmp_path, *arguments).output
    head, unit = map(json.loads, (tmp_path / "out.jsonl").read_text("utf-8").splitlines())
    assert (head["source_language"], head["target_language"]) == ("en", "de")
    assert (unit["source"]["text"], unit["target"]["text"]) == ("No.", "Nein.")
    assert "Yes." in (tmp_path / "left.jsonl").read_text("utf-8")


def test_a_corpus_is_split_into_parts(tmp_path: Path, run_in: RunIn) -> None:
    table(tmp_path, "all.tsv", "fr\ten", *(f"phrase {'x' * n}\ttext {'x' * n}" for n in range(40)))
    made = run_in(tmp_path, "corpus", "split", "all.tsv", "-o", "s.tsv", "--part", "train=0.75", "--part", "test=0.25")
    assert made.code == 0
    parts = [(tmp_path / f"s.{name}.tsv").read_text("utf-8").splitlines()[1:] for name in ("train", "test")]
    assert len(parts[0]) + len(parts[1]) == 40
    assert 0 < len(parts[1]) < 20
    assert f"test: {len(parts[1])} units: s.test.tsv" in made.output


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("a=0.5",), "the shares of --part must make 1 together; they make 0.5"),
        (("a=0.5", "a=0.5"), "--part takes NAME=SHARE, each name once, such as test=0.01; not 'a=0.5'"),
        (("a",), "--part takes NAME=SHARE"),
        (("a=1", "b=-1"), "not 'b=-1'"),
        (("a/b=1",), "not 'a/b=1'"),
    ],
)
def test_parts_that_are_none_are_refused(tmp_path: Path, run_in: RunIn, parts: tuple[str, ...], message: str) -> None:
    table(tmp_path, "all.tsv", "fr\ten", "Oui.\tYes.")
    options = [word for part in parts for word in ("--part", part)]
    made = run_in(tmp_path, "corpus", "split", "all.tsv", "-o", "s.tsv", *options)
    assert (made.code, message in made.error) == (2, True)


def test_the_memories_of_a_folder_become_one_which_is_not_its_own_input(tmp_path: Path, run_in: RunIn) -> None:
    table(tmp_path, "a.tsv", "fr\ten", "Oui.\tYes.")
    (tmp_path / "made" / "below").mkdir(parents=True)
    for name in ("made/b", "made/below/a"):
        assert run_in(tmp_path, "convert", "a.tsv", f"{name}.tmx").code == 0
    (tmp_path / "made" / ".bitexte").mkdir(exist_ok=True)
    (tmp_path / "made" / ".bitexte" / "x.tmx").write_text("no memory", encoding="utf-8")
    for _ in range(2):
        made = run_in(tmp_path, "corpus", "merge", "made", "-o", "made/all.tmx")
        assert (made.code, "2 units read, 1 kept, 1 dropped" in made.output) == (0, True)
    assert "2 " in run_in(tmp_path, "corpus", "stats", "made/below", "made/b.tmx").output
    assert run_in(tmp_path, "corpus", "sort", "made", "-o", "sorted.tmx").code == 2
    (tmp_path / "empty").mkdir()
    refused = run_in(tmp_path, "corpus", "merge", "empty", "-o", "all.tmx")
    assert (refused.code, "without .tmx files" in refused.error) == (2, True)
