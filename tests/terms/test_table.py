"""A table of terms is parted by what parts most of it, and is written so that other tools read it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from translate.errors import GlossaryError
from translate.terms.entry import Entry, Status, Termbase
from translate.terms.table import format_csv, format_omegat, format_tsv, read_table

SCREW = Entry("vis", "screw", Status.PREFERRED)


def read(tmp_path: Path, text: str) -> list[tuple[str, str, Status, int]]:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8", newline="")
    found = read_table(tmp_path / "a.csv", "fr", "en")
    return [(entry.source, entry.target, entry.status, entry.line) for entry in found]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("vis\tscrew\n", 1),
        ("vis,screw\n", 1),
        ("vis;screw\n", 1),
        ('"vis";"screw"\n', 1),
        ("vis, screw\r\n", 1),
        ("sep=;\nvis;screw\n", 2),
        ("sep=|\r\nvis|screw\r\n", 2),
        ('"sep=;"\nvis;screw\n', 2),
        ("fr;en\nvis;screw\n", 2),
        ("# remarks; with; semicolons\nvis,screw\n", 2),
        ('"fr","en"\n"vis","screw"\n', 2),
        ("\n\nvis,screw", 3),
    ],
)
def test_what_parts_the_cells_is_seen_from_the_table(text: str, line: int, tmp_path: Path) -> None:
    assert read(tmp_path, text) == [("vis", "screw", Status.PREFERRED, line)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('fr,en\n"vis, longue",screw\n', ("vis, longue", "screw")),
        ('fr,en\n"dit ""vis""",screw\n', ('dit "vis"', "screw")),
        ("fr\ten\nvis, longue\tscrew; long\n", ("vis, longue", "screw; long")),
        ('fr\ten\nvis de 3"\t3" screw\n', ('vis de 3"', '3" screw')),
        ('"a;b;c","d"\n', ("a;b;c", "d")),
    ],
)
def test_what_parts_other_tables_may_stand_in_a_cell(text: str, found: tuple[str, str], tmp_path: Path) -> None:
    assert [row[:2] for row in read(tmp_path, text)] == [found]


def test_a_cell_of_several_lines_counts_them(tmp_path: Path) -> None:
    text = 'fr,en,definition\nvis,screw,"Tige\nfiletée"\nclou,nail,\n'
    assert [row[3] for row in read(tmp_path, text)] == [3, 4]


def test_a_fault_behind_the_separator_is_told_with_its_own_line(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"a\.csv:3: has one column \('clou'\); expected source TAB target"):
        read(tmp_path, "sep=;\nvis;screw\nclou\n")


def test_a_cell_without_an_end_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"a\.csv:3: cannot be read as CSV \(.*\); close its quotation marks"):
        read(tmp_path, 'vis,screw\nclou,nail\n"vis' + ",screw" * 3_000_000 + "\n")


@pytest.mark.parametrize(
    ("entry", "row"),
    [
        (SCREW, "vis\tscrew\n"),
        (Entry("vis", "screw", Status.PREFERRED, note="see bolt"), "vis\tscrew\tsee bolt\n"),
        (Entry("vis", "screw", Status.PREFERRED, definition="Tige.", note="see bolt"), "vis\tscrew\tTige.; see bolt\n"),
        (Entry("vis", "screw", Status.ADMITTED), "vis\tscrew\tadmitted\n"),
        (Entry("vis", "bolt", Status.FORBIDDEN, definition="Tige."), "vis\tbolt\tforbidden\tTige.\n"),
        (Entry("", "bolt", Status.FORBIDDEN), "\tbolt\tforbidden\n"),
        (Entry("Vis\nX", "Vis\tX", Status.KEEP), "Vis X\tVis X\tkeep\n"),
    ],
)
def test_omegat_has_a_status_of_what_is_not_preferred_as_the_comment(entry: Entry, row: str) -> None:
    assert format_omegat(Termbase("fr", "en", (entry,))) == row


def test_csv_quotes_what_parts_its_cells() -> None:
    text = format_csv(Termbase("fr", "en", (Entry('a,"b"', "c\nd", Status.PREFERRED),)))
    names, row = csv.reader(text.splitlines())
    assert names[:3] == ["fr", "en", "status"]
    assert row[:3] == ['a,"b"', "c d", "preferred"]


def test_a_table_of_ours_has_as_many_cells_in_each_row() -> None:
    entries = (SCREW, Entry("", "bolt", Status.FORBIDDEN, 3, "c1", "noun", "bricolage", "Tige.", "no"))
    rows = [line.split("\t") for line in format_tsv(Termbase("fr", "en", entries)).splitlines()]
    assert {len(row) for row in rows} == {8}
    assert rows[2] == ["", "bolt", "forbidden", "noun", "bricolage", "Tige.", "no", "c1"]
