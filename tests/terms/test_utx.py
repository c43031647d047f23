"""UTX files: which columns are which languages, and what a status means."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import GlossaryError
from translate.terms.entry import Entry, Status, Termbase
from translate.terms.utx import format_utx, read_utx

HEAD = "#UTX 1.20;  fr/en;  2026-01-01\n"


def read(folder: Path, text: str, source: str = "fr", target: str = "en") -> list[Entry]:
    path = folder / "base.utx"
    path.write_text(text, encoding="utf-8")
    return list(read_utx(path, source, target))


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("approved", [Status.PREFERRED]),
        ("Approved", [Status.PREFERRED]),
        ("", [Status.PREFERRED]),
        ("provisional", [Status.ADMITTED]),
        ("non-standard", [Status.ADMITTED]),
        ("forbidden", [Status.FORBIDDEN]),
        ("keep", [Status.KEEP]),
        ("rejected", []),
    ],
)
def test_a_status_has_its_meaning(status: str, expected: list[Status], tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}#src\ttgt\tterm status\nvis\tscrew\t{status}\n")
    assert [entry.status for entry in found] == expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("term status:en", Status.FORBIDDEN),
        ("status:en-US", Status.FORBIDDEN),
        ("term status:fr\tterm status:en", Status.PREFERRED),
        ("term status:fr", Status.PREFERRED),
    ],
)
def test_a_status_may_be_that_of_one_language(columns: str, expected: Status, tmp_path: Path) -> None:
    cells = "forbidden\tapproved" if "\t" in columns else "forbidden"
    (entry,) = read(tmp_path, f"{HEAD}#term:fr\tterm:en\t{columns}\nvis\tscrew\t{cells}\n")
    assert entry.status is expected


def test_beside_an_approved_term_one_without_status_is_admitted(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}#src\ttgt\tterm status\nvis\tbolt\t\nVis\tscrew\tapproved\nclou\tnail\t\n")
    assert [(one.target, one.status) for one in found] == [
        ("bolt", Status.ADMITTED),
        ("screw", Status.PREFERRED),
        ("nail", Status.PREFERRED),
    ]


def test_other_columns_are_kept_in_any_order(tmp_path: Path) -> None:
    names = "#tgt\tcomment\tsrc\tconcept ID\tsrc:pos\n"
    (entry,) = read(tmp_path, f"{HEAD}{names}screw\tsee bolt\tvis\tC4\tnoun\n")
    assert (entry.source, entry.target, entry.note, entry.concept, entry.part) == (
        "vis", "screw", "see bolt", "C4", "noun",
    )  # fmt: skip
    assert entry.line == 3


def test_lines_that_lack_a_side_and_remarks_are_passed_over(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}#src\ttgt\n\nvis\n# clou\tnail\nvis\tscrew\nclou\t\n")
    assert [(one.source, one.line) for one in found] == [("vis", 6)]


@pytest.mark.parametrize(
    ("head", "names", "source", "target"),
    [
        ("#UTX 1.20; fr-FR/en-US", "#src\ttgt", "fr", "en"),
        ("#UTX 1.11; en/fr", "#tgt\tsrc", "fr", "en"),
        ("#UTX 1.20; multi", "#term:fr\tterm:en", "fr", "en-GB"),
    ],
)
def test_languages_are_named_by_the_head_or_the_columns(
    head: str, names: str, source: str, target: str, tmp_path: Path
) -> None:
    (entry,) = read(tmp_path, f"{head}\n{names}\nvis\tscrew\n", source, target)
    assert (entry.source, entry.target) == ("vis", "screw")


def test_a_glossary_of_other_languages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"base\.utx:1: is a UTX glossary of de/it; expected fr/en"):
        read(tmp_path, "#UTX 1.20; de/it\n#src\ttgt\nVis\tvite\n")


def test_without_a_line_of_names_the_columns_are_source_and_target(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, f"{HEAD}vis\tscrew\n")
    assert (entry.source, entry.target) == ("vis", "screw")


def test_a_line_of_other_names_is_refused_with_what_is_expected(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"base\.utx:2: begins its names of columns with 'a'; expected a line such"):
        read(tmp_path, f"{HEAD}#a\tb\nvis\tscrew\n")


def test_it_is_written_with_its_languages_and_without_a_date() -> None:
    base = Termbase("fr-CA", "en", (Entry("vis", "screw\tor bolt", Status.FORBIDDEN, note="two\nlines"),))
    head, names, row = format_utx(base).splitlines()
    assert head == "#UTX 1.20;  fr-CA/en"
    assert names.startswith("#src\ttgt\tterm status\tsrc:pos")
    assert row.split("\t")[:3] == ["vis", "screw or bolt", "forbidden"]
    assert "two lines" in row
