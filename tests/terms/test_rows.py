"""Rows of cells: which column is which, what a row says, and what of it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import GlossaryError
from translate.terms.entry import Entry, Status, Termbase
from translate.terms.rows import iter_rows, read_rows

PATH = Path("base.csv")


def read(*rows: str, source: str = "fr", target: str = "en") -> list[Entry]:
    return list(read_rows(PATH, ((n, row.split("\t")) for n, row in enumerate(rows, 1)), source, target))


@pytest.mark.parametrize(
    "names",
    [
        "fr\ten\tstatus",
        "French\tEnglish\tStatus",
        "Source\tTarget\tTerm status",
        "Terme source\tTerme cible\tStatut",
        "fr-CA\ten-US\tusage",
        "de\tfr\ten\tstatus",
    ],
)
def test_columns_are_named_in_many_ways(names: str) -> None:
    row = "Schraube\tvis\tscrew\tforbidden" if names.startswith("de") else "vis\tscrew\tforbidden"
    (entry,) = read(names, row)
    assert (entry.source, entry.target, entry.status, entry.line) == ("vis", "screw", Status.FORBIDDEN, 2)


@pytest.mark.parametrize(
    ("third", "status", "note"),
    [
        ("", Status.PREFERRED, ""),
        ("required", Status.PREFERRED, ""),
        ("Preferred", Status.PREFERRED, ""),
        ("admitted", Status.ADMITTED, ""),
        ("forbidden", Status.FORBIDDEN, ""),
        ("keep it short", Status.PREFERRED, "keep it short"),
        ("obsolete", Status.PREFERRED, "obsolete"),
    ],
)
def test_without_names_the_third_column_is_a_status_or_a_note(third: str, status: Status, note: str) -> None:
    (entry,) = read(f"vis\tscrew\t{third}")
    assert (entry.status, entry.note) == (status, note)


def test_without_names_the_fourth_column_is_a_definition() -> None:
    (entry,) = read("vis\tbolt\tforbidden\tTige filetée.")
    assert (entry.status, entry.definition) == (Status.FORBIDDEN, "Tige filetée.")


def test_choices_are_parted_and_the_first_is_preferred() -> None:
    found = read("vis\tscrew | bolt|screw|")
    assert [(one.target, one.status) for one in found] == [("screw", Status.PREFERRED), ("bolt", Status.ADMITTED)]
    both = read("vis\tpin|nail\tforbidden")
    assert {one.status for one in both} == {Status.FORBIDDEN}


def test_what_we_wrote_has_no_choices() -> None:
    base = Termbase("fr", "en", (Entry("ou", "a | b", Status.PREFERRED, concept="c1"),))
    rows = ["\t".join(row) for row in iter_rows(base)]
    assert [one.target for one in read(*rows)] == ["a | b"]


def test_remarks_are_passed_over_and_terms_that_begin_so_are_none_where_columns_are_named() -> None:
    assert [one.source for one in read("# a remark", "vis\tscrew", "#vis\tbolt")] == ["vis"]
    assert [one.source for one in read("fr\ten", "#1\tnumber one", "# a remark")] == ["#1"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["vis"], r"base\.csv:1: has one column \('vis'\)"),
        (["fr\ten", "vis\tscrew", "clou\t"], r"base\.csv:3: 'clou' has no target"),
        (["\tscrew"], r"base\.csv:1: the source is empty"),
    ],
)
def test_a_faulty_row_is_told_with_its_line(rows: list[str], message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        read(*rows)


def test_the_languages_may_stand_behind_each_row() -> None:
    found = read("vis\tscrew\tFR\tEN", "Schraube\tscrew\tDE\tEN", "nail\tclou\tEN\tFR")
    assert [(one.source, one.target) for one in found] == [("vis", "screw"), ("clou", "nail")]


def test_an_entry_is_one_row_whatever_it_says() -> None:
    base = Termbase("fr", "en", (Entry("vis", "screw", Status.PREFERRED, definition="Tige\nfiletée,\tlongue"),))
    names, row = iter_rows(base)
    assert names[:3] == ["fr", "en", "status"]
    assert "Tige filetée, longue" in row
    assert not any("\n" in cell or "\t" in cell for cell in row)
