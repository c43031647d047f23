"""Tables of reStructuredText that are drawn with signs: their lines come in, the texts of their cells go out, and
the table again, with columns that are wide enough.

A column never becomes narrower, and a cell keeps its number of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.records import dataclass

_COLUMN = re.compile(r"=+|-+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell between characters [left, right) of lines [top, bottom) of a table; `lines` are what stands there.

    `indent` is how far its text stands from `left`.
    """

    top: int
    bottom: int
    left: int
    right: int
    lines: tuple[str, ...]
    indent: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def _cell(rows: Sequence[str], top: int, bottom: int, left: int, right: int, *, is_open: bool = False) -> Cell:
    lines = [row[left : None if is_open else right].rstrip() for row in rows[top:bottom]]
    indent = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    return Cell(top, bottom, left, right, tuple(line[indent:] for line in lines), indent)


def grid_cells(rows: Sequence[str]) -> list[Cell]:
    """Return the cells of a table with borders all around; none where its borders do not close.

    :param rows: its lines, all of one width.
    """
    cells: list[Cell] = []
    for top in range(len(rows) - 1):
        for left in range(len(rows[top]) - 1):
            if rows[top][left] == "+" and (found := _trace(rows, top, left)):
                cells.append(_cell(rows, top + 1, found[0], left + 1, found[1]))
    inside = sum((cell.bottom - cell.top + 1) * (cell.right - cell.left + 1) for cell in cells)
    return cells if inside == (len(rows) - 1) * (len(rows[0]) - 1) else []


def _trace(rows: Sequence[str], top: int, left: int) -> tuple[int, int] | None:
    """Return the line and the column of the corner opposite to one where a cell may begin."""
    for right in range(left + 1, len(rows[top])):
        if rows[top][right] not in "+-=":
            return None
        if rows[top][right] != "+":
            continue
        for bottom in range(top + 1, len(rows)):
            if rows[bottom][right] not in "+|" or rows[bottom][left] not in "+|":
                break
            if rows[bottom][right] == rows[bottom][left] == "+" and not rows[bottom][left:right].strip("+-="):
                return bottom, right
    return None


def draw_grid(rows: Sequence[str], cells: Sequence[Cell], texts: Sequence[str]) -> list[str]:
    """Return the lines of a grid with other texts in its cells."""
    edges = sorted({0, *(cell.left - 1 for cell in cells), *(cell.right for cell in cells)})
    places = _widened(
        edges, [(cell.left - 1, cell.right, _width(cell, text) + 1) for cell, text in _pairs(cells, texts)]
    )
    canvas = [[" "] * (places[edges[-1]] + 1) for _ in rows]
    for drawn, row in zip(canvas, rows, strict=True):
        for edge in edges:
            drawn[places[edge]] = "+" if row[edge] == "+" else " "
    for cell, text in _pairs(cells, texts):
        left, right = places[cell.left - 1], places[cell.right]
        for line in (cell.top - 1, cell.bottom):
            mark = rows[line][cell.left]
            canvas[line][left : right + 1] = [
                old if old == "+" else (mark if mark in "-=" else "-") for old in canvas[line][left : right + 1]
            ]
        for line in range(cell.top, cell.bottom):
            canvas[line][left] = canvas[line][right] = "|"
        for line in (cell.top - 1, cell.bottom):
            canvas[line][left] = canvas[line][right] = "+"
        for line, row in enumerate(text.split("\n")[: cell.bottom - cell.top], cell.top):
            start = left + 1 + cell.indent
            canvas[line][start : start + len(row)] = list(row)
    return ["".join(line) for line in canvas]


def simple_cells(rows: Sequence[str]) -> list[Cell]:
    """Return the cells of a table with borders above and below; its last column has no end."""
    columns = [match.span() for match in _COLUMN.finditer(rows[0])]
    cells: list[Cell] = []
    top = 1
    for number in range(1, len(rows)):
        following = rows[number + 1] if number + 1 < len(rows) else "="
        spans = [match.span() for match in _COLUMN.finditer(following)] if _is_line(following) else columns
        if is_border(rows[number]) or _is_line(rows[number]):
            top = number + 1
        elif is_border(following) or _is_line(following) or following[: columns[0][1]].strip():
            for left, right in spans:
                is_open = right == columns[-1][1]
                cells.append(_cell(rows, top, number + 1, left, right, is_open=is_open))
            top = number + 1
    return cells


def is_border(row: str) -> bool:
    """Tell whether a line is a border of a simple table."""
    return bool(row.strip()) and not row.strip("= ") and "=" in row


def _is_line(row: str) -> bool:
    """Tell whether a line stands under cells that span columns."""
    return bool(row.strip()) and not row.strip("- ")


def draw_simple(rows: Sequence[str], cells: Sequence[Cell], texts: Sequence[str]) -> list[str]:
    """Return the lines of a simple table with other texts in its cells."""
    columns = [match.span() for match in _COLUMN.finditer(rows[0])]
    edges = sorted({edge for column in columns for edge in column})
    places = _widened(edges, [(cell.left, cell.right, _width(cell, text)) for cell, text in _pairs(cells, texts)])
    drawn = []
    for row in rows:
        marks = [(left, right, row[left]) for left, right in columns if row[left : left + 1] in ("=", "-")]
        is_ruled = bool(row.strip()) and not row.strip("=- ")
        drawn.append(_ruled(row, columns, places) if is_ruled and marks else "")
    for cell, text in _pairs(cells, texts):
        for line, part in enumerate(text.split("\n")[: cell.bottom - cell.top], cell.top):
            if part:
                drawn[line] = drawn[line].ljust(places[cell.left] + cell.indent) + part
    return drawn


def _ruled(row: str, columns: Sequence[tuple[int, int]], places: dict[int, int]) -> str:
    """Return a border or a line under spans as wide as its columns are now."""
    drawn = ""
    for left, right in columns:
        mark, before = row[left], row[left - 1] if left else " "
        drawn = drawn.ljust(places[left], mark if before == mark else " ") + mark * (places[right] - places[left])
    return drawn


def _pairs(cells: Sequence[Cell], texts: Sequence[str]) -> Iterator[tuple[Cell, str]]:
    return zip(cells, texts, strict=True)


def _width(cell: Cell, text: str) -> int:
    """Return how wide a cell has to be for a text."""
    if text == cell.text:
        return 0
    return cell.indent + max(map(len, text.split("\n"))) + (1 if cell.indent else 0)


def _widened(edges: Sequence[int], needs: Sequence[tuple[int, int, int]]) -> dict[int, int]:
    """Return where each edge is once every stretch between two of them is as wide as it needs to be."""
    number_of = {edge: number for number, edge in enumerate(edges)}
    extra = [0] * len(edges)
    for left, right, need in sorted(needs, key=lambda one: one[1] - one[0]):
        first, last = number_of[left], number_of[right]
        extra[last] += max(0, need - (right - left) - sum(extra[first + 1 : last + 1]))
    moved = 0
    places: dict[int, int] = {}
    for edge, more in zip(edges, extra, strict=True):
        moved += more
        places[edge] = edge + moved
    return places
