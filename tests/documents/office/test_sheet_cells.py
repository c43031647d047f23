"""Cells of a worksheet: which strings a person sees, where they stand, and what formulas name, in one pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.workbooks import MAIN
from translate.documents.office.sheet_cells import Cell, Cells, read_cells
from translate.documents.xml.nodes import Xml
from translate.errors import DocumentError


def cells_of(body: str, cells: Cells | None = None, *, opening: str = f'<worksheet xmlns="{MAIN}">') -> Cells:
    cells = cells or Cells("Bilan", False)
    tag = opening[1:].partition(" ")[0]
    read_cells(Xml(f"{opening}{body}</{tag}>".encode(), "utf-8", Path("a.xlsx"), "sheet1.xml"), cells)
    return cells


@pytest.mark.parametrize(
    ("reference", "row", "column"),
    [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("$XFD$1048576", 1048576, 16384), ("b4:C9", 4, 2)],
)
def test_a_reference_names_a_row_and_a_column(reference: str, row: int, column: int) -> None:
    assert Cell.of(reference) == Cell(row, column)


@pytest.mark.parametrize("reference", ["", "1", "A", "#REF!"])
def test_what_is_no_reference_is_no_cell(reference: str) -> None:
    assert Cell.of(reference) is None


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_a_cell_is_written_as_it_is_read(row: int, column: int) -> None:
    assert Cell.of(str(Cell(row, column))) == Cell(row, column)


def test_the_first_visible_cell_of_each_string_is_known() -> None:
    row = '<row r="{0}"{1}><c r="A{0}" t="s"><v>7</v></c><c r="B{0}" t="s"><v>{0}</v></c></row>'
    rows = row.format(1, ' hidden="1"') + row.format(2, "") + row.format(3, "")
    found = cells_of(f"<sheetData>{rows}</sheetData>")
    assert found.strings == {7: Cell(2, 1), 2: Cell(2, 2), 3: Cell(3, 2)}
    assert found.kept == {"hidden rows": {1}, "hidden columns": set()}


def test_the_prefix_of_the_names_does_not_matter() -> None:
    first, second = (f'<q:c r="{place}" t="s"><q:v>{number}</q:v></q:c>' for number, place in enumerate(("A5", "B5")))
    body = f'<q:col min="2" max="2" hidden="true"/><q:row r="5">{first}{second}</q:row>'
    assert cells_of(body, opening=f'<q:worksheet xmlns:q="{MAIN}">').strings == {0: Cell(5, 1)}


def test_elements_of_other_namespaces_are_no_cells() -> None:
    assert cells_of('<sheetData><x:c xmlns:x="y" t="s"><x:v>0</x:v></x:c></sheetData>').strings == {}


def test_formulas_that_name_something_and_their_texts_are_known() -> None:
    formulas = ("Gens[Nom]", "Feuil2!A1", 'IF(A1="Payé, Dû","ou ""rien""",1)', "SUM(A1:A9)")
    found = cells_of("".join(f"<c><f>{formula}</f><v>1</v></c>" for formula in formulas))
    assert found.formulas == {"Gens[Nom]", "Feuil2!A1"}
    assert found.literals == {"payé", "dû", 'ou "rien"'}


def test_cells_that_somebody_asks_for_get_their_strings_even_if_hidden() -> None:
    cells = Cells("Bilan", True, wanted={Cell(1, 1): None, Cell(1, 2): None})
    found = cells_of('<row r="1"><c r="A1" t="s"><v>4</v></c><c r="C1" t="s"><v>5</v></c></row>', cells)
    assert found.wanted == {Cell(1, 1): 4, Cell(1, 2): None} and found.strings == {}


def test_inline_strings_are_told_in_order_with_whether_they_are_seen() -> None:
    cell = '<c r="{}" t="inlineStr"><is><t>x</t></is></c>'
    found = cells_of(f'<row r="1">{cell.format("A1")}</row><row r="2" hidden="1">{cell.format("A2")}</row>')
    assert found.inline == [(Cell(1, 1), True), (Cell(2, 1), False)]


def test_a_string_within_another_is_a_part_of_it() -> None:
    cell = '<is><c r="{}"><is><t>x</t></is></c></is>'
    assert len(cells_of(f'<c r="A1">{cell.format("A1") * 2}</c>').inline) == 2


def test_a_merged_cell_that_stands_there_twice_is_judged_twice() -> None:
    cells = Cells("Bilan", False, merged={Cell(1, 1): Cell(2, 1)})
    cell = '<c r="A1" t="inlineStr"><is><t>x</t></is></c>'
    assert cells_of(f'<row r="1" hidden="1">{cell * 2}</row>', cells).inline == [(Cell(1, 1), True)] * 2


@pytest.mark.parametrize(("body", "message"), [("<row>", "mismatched tag"), ("&nom;", "undefined entity")])
def test_a_part_that_is_not_well_formed_is_refused_with_its_line(body: str, message: str) -> None:
    with pytest.raises(DocumentError, match=f"sheet1.xml: not well-formed XML.*{message}"):
        cells_of(body)
