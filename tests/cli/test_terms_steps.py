"""`bitexte terms`: the options of each step, its counts, and what it refuses."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn

TERMS = "fr\ten\tstatus\nvanne\tvalve\tpreferred\nvanne\ttap\tforbidden\nHydrolux\t\tkeep\n\tutilize\tforbidden\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "terms.tsv").write_text(TERMS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("La vanne", "The valve", []),
        (
            "La vanne",
            "The tap",
            ["forbidden: 'tap' for 'vanne' (target 5–7)", "missing: 'valve' for 'vanne' (source 4–8)"],
        ),
        ("Hydrolux dort", "Hydro sleeps", ["missing: 'Hydrolux' for 'Hydrolux' (source 1–8)"]),
        ("On s'en sert", "We utilize it", ["forbidden: 'utilize' (target 4–10)"]),
        ("Rien", "We use it", []),
    ],
)
def test_a_breach_is_one_line_with_its_place(
    source: str, target: str, said: list[str], folder: Path, run_in: RunIn
) -> None:
    (folder / "m.tsv").write_text(f"source\ttarget\n{source}\t{target}\n", encoding="utf-8")
    done = run_in(folder, "terms", "check", "m.tsv", "--terms", "terms.tsv")
    *lines, last = done.output.splitlines()
    assert lines == [f"m.tsv:2: {one}: {target}" for one in said]
    noun = "term" if len(said) == 1 else "terms"
    assert last == f"1 pair, {len(said)} {noun} missing or forbidden."
    assert run_in(folder, "terms", "check", "m.tsv", "--terms", "terms.tsv", "--strict").code == (3 if said else 0)


def test_a_long_target_is_cut_in_what_is_said_of_it(folder: Path, run_in: RunIn) -> None:
    (folder / "m.tsv").write_text(f"source\ttarget\nLa vanne\t{'word ' * 30}\n", encoding="utf-8")
    line = run_in(folder, "terms", "check", "m.tsv", "--terms", "terms.tsv").output.splitlines()[0]
    assert line.endswith(("word word…", "word …"))
    assert len(line) < 130


def test_the_breaches_of_several_files_are_counted_together(folder: Path, run_in: RunIn) -> None:
    for name in ("a", "b"):
        (folder / f"{name}.tsv").write_text("source\ttarget\nLa vanne\tIt\nRien\t\n", encoding="utf-8")
    done = run_in(folder, "terms", "check", "a.tsv", "b.tsv", "--terms", "terms.tsv", "--json", "found.jsonl")
    assert done.output.splitlines()[-1] == "2 pairs, 2 terms missing or forbidden."
    found = [json.loads(line) for line in (folder / "found.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(one["file"], one["line"], one["term"], one["targets"]) for one in found] == [
        ("a.tsv", 2, "vanne", ["valve"]),
        ("b.tsv", 2, "vanne", ["valve"]),
    ]


def test_on_standard_output_are_json_lines_alone(folder: Path, run_in: RunIn) -> None:
    (folder / "m.tsv").write_text("source\ttarget\nLa vanne\tIt\n", encoding="utf-8")
    done = run_in(folder, "terms", "check", "m.tsv", "--terms", "terms.tsv", "--json", "-", "--strict")
    (found,) = map(json.loads, done.output.splitlines())
    assert done.code == 3
    assert (found["source_start"], found["source_end"], found["target_start"]) == (3, 8, None)


def test_a_lookup_reads_standard_input_where_no_file_is_named(
    folder: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Les vannes\n\nRien\n"))
    done = run_in(folder, "terms", "lookup", "terms.tsv")
    first, second = map(json.loads, done.output.splitlines())
    assert (first["id"], second["id"]) == (1, 3)
    assert {one["kind"] for one in first["terms"]} == {"required", "forbidden"}
    assert {one["text"] for one in first["terms"]} == {"vannes"}
    assert second["terms"] == []


def test_importing_counts_what_is_new_changed_and_the_same(folder: Path, run_in: RunIn) -> None:
    assert run_in(folder, "terms", "import", "terms.tsv", "--into", "all.tsv").output == (
        "4 terms added, 0 updated, 0 unchanged: all.tsv\n"
    )
    before = (folder / "all.tsv").stat().st_mtime_ns
    (folder / "more.csv").write_text("fr,en,status\nvanne,valve,forbidden\nclou,nail,preferred\n", encoding="utf-8")
    assert run_in(folder, "terms", "import", "terms.tsv", "--into", "all.tsv").output.startswith("0 terms added, 0 up")
    assert (folder / "all.tsv").stat().st_mtime_ns == before
    done = run_in(folder, "terms", "import", "more.csv", "terms.tsv", "--into", "all.tsv")
    assert done.output == "1 term added, 2 updated, 3 unchanged: all.tsv\n"


@pytest.mark.parametrize(
    ("form", "start"),
    [("tbx", b"<?xml"), ("tbx-dct", b"<?xml"), ("tbx2", b"<?xml"), ("utx", b"#UTX 1.20;  fr/en"), ("csv", b"fr,en"),
     ("tsv", b"fr\ten"), ("omegat", b"vanne\tvalve\n"), ("xlsx", b"PK\x03\x04")],
)  # fmt: skip
def test_a_format_may_be_named_whatever_the_file_is_called(
    form: str, start: bytes, folder: Path, run_in: RunIn
) -> None:
    assert run_in(folder, "terms", "export", "terms.tsv", "-o", "out.any", "--as", form).code == 0
    assert (folder / "out.any").read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("export", "terms.tsv", "-o", "out.doc"), 2, "Unknown termbase extension '.doc'. Known: "),
        (("export", "absent.tsv", "-o", "out.tbx"), 1, "absent.tsv: cannot be read: No such file or directory."),
        (("import", "absent.tsv", "--into", "new.tsv"), 1, "absent.tsv: cannot be read: No such file or directory."),
        (("import", "terms.tsv", "--into", "new.pdf"), 2, "Unknown termbase extension '.pdf'. Known: "),
        (("lookup", "absent.tsv", "terms.tsv"), 1, "absent.tsv: cannot be read: No such file or directory."),
        (("lookup", "terms.tsv", "absent.txt"), 1, "absent.txt: cannot be read"),
        (("check", "absent.tmx", "--terms", "terms.tsv"), 1, "absent.tmx: cannot be read"),
        (("extract", "absent.tmx", "-o", "out.tsv"), 1, "absent.tmx: cannot be read"),
        (("extract", "terms.tsv", "-o", "out.tsv", "--count=-1"), 2, "--count takes 1 or more, not -1."),
        (("extract", "terms.tsv", "-o", "out.tsv", "--count", "0"), 2, "--count takes 1 or more, not 0."),
        (("extract", "terms.tsv", "-o", "out.doc"), 2, "Unknown termbase extension '.doc'. Known: "),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_is_written(
    arguments: tuple[str, ...], code: int, message: str, folder: Path, run_in: RunIn
) -> None:
    done = run_in(folder, "terms", *arguments)
    assert done.code == code
    assert message in done.error
    assert done.error.count("\n") == 1
    assert [path.name for path in folder.iterdir()] == ["terms.tsv"]


def test_terms_of_other_languages_are_read_where_these_are_stated(folder: Path, run_in: RunIn) -> None:
    (folder / "de.csv").write_text("de,en\nSchraube,screw\n", encoding="utf-8")
    pair = ("--source-language", "de", "--target-language", "en")
    assert run_in(folder, "terms", "export", "de.csv", "-o", "de.utx", *pair).output == "1 term written: de.utx\n"
    assert "de/en" in (folder / "de.utx").read_text(encoding="utf-8")
    refused = run_in(folder, "terms", "export", "de.utx", "-o", "fr.csv")
    assert refused.code == 1
    assert "is a UTX glossary of de/en; expected fr/en." in refused.error


def test_nothing_found_is_an_empty_table(folder: Path, run_in: RunIn) -> None:
    (folder / "m.tsv").write_text("source\ttarget\nBonjour\tHello\n", encoding="utf-8")
    done = run_in(folder, "terms", "extract", "m.tsv", "-o", "found.tsv")
    assert (done.code, done.output) == (0, "1 unit read, 0 pairs of terms: found.tsv\n")
    assert (folder / "found.tsv").read_text(encoding="utf-8").count("\n") == 1
