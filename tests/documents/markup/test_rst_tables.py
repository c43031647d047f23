"""Tables of signs: cells that span rows and columns are found, and drawn again."""

from __future__ import annotations

import pytest

from translate.documents.markup.rst_tables import draw_grid, draw_simple, grid_cells, is_border, simple_cells

SPANS = [
    "+-----+-----+",
    "| a   | b   |",
    "|     +-----+",
    "|     | c   |",
    "+-----+-----+",
    "| d         |",
    "+-----------+",
]
SIMPLE = [
    "=====  =====  ====",
    "   un         x",
    "------------  ----",
    " a      b     c",
    "=====  =====  ====",
    "un     deux   trois",
    "=====  =====  ====",
]


def test_cells_may_span_rows_and_columns() -> None:
    assert [cell.text.strip() for cell in grid_cells(SPANS)] == ["a", "b", "c", "d"]
    assert [cell.text.strip() for cell in simple_cells(SIMPLE)] == ["un", "x", "a", "b", "c", "un", "deux", "trois"]


def test_what_does_not_change_is_drawn_as_it_was() -> None:
    cells = grid_cells(SPANS)
    assert draw_grid(SPANS, cells, [cell.text for cell in cells]) == SPANS
    others = simple_cells(SIMPLE)
    assert draw_simple(SIMPLE, others, [cell.text for cell in others]) == SIMPLE


def test_a_longer_text_widens_its_column() -> None:
    cells = grid_cells(SPANS)
    drawn = draw_grid(SPANS, cells, ["a", "b", "a longer c", "d"])
    assert drawn[3] == "|     | a longer c |"
    assert {len(line) for line in drawn} == {20}
    assert [cell.text.strip() for cell in grid_cells(drawn)] == ["a", "b", "a longer c", "d"]


def test_borders_that_do_not_close_hold_no_cells() -> None:
    assert grid_cells(["+---+", "| a |", "+---|"]) == []


@pytest.mark.parametrize(("row", "is_one"), [("=== ===", True), ("---", False), ("", False), ("= a", False)])
def test_borders_of_simple_tables_are_known(row: str, is_one: bool) -> None:
    assert is_border(row) is is_one
