"""Cells of OpenDocument tables (ODF 1.3 part 3, section 9): a row comes in, its cells that show text go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape

from translate.documents.archives.packaged import Reading
from translate.documents.office.ooxml import text_block, value_place
from translate.documents.opendocument.scope import Scope
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.escaped_texts import write_value
from translate.documents.xml.nodes import Node, Xml

PARAGRAPHS = ("text:p", "text:h")
CELL = "table:table-cell"
_CELLS = (CELL, "table:covered-table-cell")
_HIDDEN = ("collapse", "filter")
_LINE_END = re.compile(rb"\n|&#(?:10|x0*[aA]);")
_ATTRIBUTE = re.compile(rb"""=\s*(?:"([^"]*)"|'([^']*)')""")


class Sheet:
    """Counts the rows and columns of a sheet, and knows which columns are hidden."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._row = self._column = 0
        self._hidden: list[range] = []
        self._announced: set[tuple[str, int]] = set()

    def add_column(self, node: Node) -> None:
        """Take a column, or several alike."""
        count = _count(node, "table:number-columns-repeated")
        if node.attributes.get("table:visibility") in _HIDDEN:
            self._hidden.append(range(self._column, self._column + count))
        self._column += count

    def cells(self, row: Node, scope: Scope) -> list[tuple[Node, Scope]]:
        """Return the cells of a row with their places."""
        self._row += 1
        found: list[tuple[Node, Scope]] = []
        column = 0
        for cell in row.nodes:
            if cell.name in _CELLS:
                place = scope.at(f"cell {_letters(column)}{self._row}")
                is_hidden = bool(cell.children) and not scope.is_kept and self._is_hidden(row, cell, column)
                found.append((cell, replace(place, is_kept=scope.is_kept or is_hidden)))
                column += _count(cell, "table:number-columns-repeated")
        self._row += _count(row, "table:number-rows-repeated") - 1
        return found

    def _is_hidden(self, row: Node, cell: Node, column: int) -> bool:
        """Tell whether a cell is hidden with its row or its columns, and announce these; one that spans more shows."""
        if self._reading.wants("hidden"):
            return False
        if row.attributes.get("table:visibility") in _HIDDEN and _count(cell, "table:number-rows-spanned") == 1:
            self._announce("hidden rows", self._row)
            return True
        end, shown = column + _count(cell, "table:number-columns-spanned"), column
        while shown < end:
            hidden = next((columns for columns in self._hidden if shown in columns), None)
            if hidden is None:
                return False
            shown = hidden.stop
        self._announce("hidden columns", column)
        return True

    def _announce(self, kind: str, number: int) -> None:
        if (kind, number) not in self._announced:
            self._announced.add((kind, number))
            self._reading.left_out.add(kind)


def is_text(cell: Node) -> bool:
    """Tell whether what a cell shows is its text, not a number, a date, or what a formula gives."""
    own = cell.attributes
    return not own.get("table:formula") and own.get("office:value-type", "string") == "string"


def with_value(xml: Xml, cell: Node, blocks: Sequence[Sequence[SplicedBlock]]) -> Iterator[SplicedBlock]:
    """Yield the blocks of the paragraphs of a cell, each tied to its line in the value that the cell has beside.

    :param blocks: those of each paragraph.
    """
    place = value_place(xml, cell, "string-value")
    lines = list(_iter_lines(xml.data[slice(*place)], place[0])) if place else []
    for number, of_paragraph in enumerate(blocks):
        for block in of_paragraph:
            is_whole = len(of_paragraph) == 1 and len(lines) == len(blocks) and lines[number][0] == block.text
            if is_whole and not any(code.start < code.end for code in block.codes):
                text, start, end = lines[number]
                twin = text_block(text, start, end, part=block.part, context=block.context, write_text=write_value)
                yield replace(block, twins=(twin,))
            else:
                yield block


def is_named(xml: Xml, name: str) -> bool:
    """Tell whether more than one attribute of a part holds the name of a sheet, as formulas and ranges do."""
    held = (unescape((match[1] or match[2] or b"").decode()) for match in _ATTRIBUTE.finditer(xml.data))
    return sum(name in value for value in held) > 1


def write_sheet_name(text: str) -> bytes:
    """Write the name of a sheet, without the characters that none may have."""
    return write_value(re.sub(r"[\[\]*?:/\\]", " ", text).strip("'"))


def _iter_lines(raw: bytes, start: int) -> Iterator[tuple[str, int, int]]:
    position = 0
    for match in _LINE_END.finditer(raw):
        yield unescape(raw[position : match.start()].decode()), start + position, start + match.start()
        position = match.end()
    yield unescape(raw[position:].decode()), start + position, start + len(raw)


def _count(node: Node, attribute: str) -> int:
    value = node.attributes.get(attribute, "1")
    return int(value) if value.isdecimal() and len(value) < 10 else 1


def _letters(column: int) -> str:
    """Return the name of a column, of which the first is 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
