"""Tables of a workbook (ECMA-376 part 1, section 18.5): their cells and their columns have to say the same.

The columns come in, and go out as twins of the cells that show them, or as names that have to stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from translate.documents.names import Name, Names
from translate.documents.office.ooxml import value_place
from translate.documents.office.sheet_cells import Cell
from translate.documents.spliced import SplicedBlock, make_blocks
from translate.documents.xml.escaped_texts import decoded, text_items, write_value
from translate.documents.xml.nodes import Node, Xml
from translate.records import dataclass

_LONGEST = 255
_REFERENCE = re.compile(r"(?P<table>[^\W\d][\w.]*)?\[")
_WITHIN = re.compile(r"\[((?:'.|[^\[\]'])*)\]")


@dataclass(frozen=True, slots=True)
class CellText:
    """A text of a part that is also in a cell: the value of an attribute of `node`, and the name that it is."""

    xml: Xml
    node: Node
    attribute: str
    cell: Cell
    name: Name | None = None

    @property
    def text(self) -> str:
        """What it shows."""
        return decoded(self.node.attributes.get(self.attribute, ""))

    def blocks(self) -> Iterator[SplicedBlock]:
        """Yield its lines."""
        place = value_place(self.xml, self.node, self.attribute)
        if place:
            items = text_items(self.xml.data, *place, self.text, has_lines=False)
            yield from make_blocks(items, write_value, part=self.xml.name)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what formulas call it, and its texts that are in cells too."""

    called: frozenset[str]
    texts: tuple[CellText, ...]
    is_linked: bool
    """Whether its columns are those of a query or of XML data, which names them again."""

    def is_named(self, formulas: Collection[str]) -> bool:
        """Tell whether a formula names one of its columns."""
        columns = {text.text.casefold() for text in self.texts if text.name}
        return any(
            name in columns and (not table or table in self.called)
            for formula in formulas
            for table, name in _iter_columns(formula.casefold())
        )


def _iter_columns(formula: str) -> Iterator[tuple[str, str]]:
    """Yield the columns that a formula names, each with its table, which is empty within the table itself."""
    position = 0
    while match := _REFERENCE.search(formula, position):
        depth, end = 1, match.end()
        while end < len(formula) and depth:
            depth += {"[": 1, "]": -1}.get(formula[end], 0)
            end += 2 if formula[end] == "'" else 1
        position, inner = end, formula[match.end() : end - 1]
        is_nested = "[" in re.sub(r"'.", "", inner)
        for name in _WITHIN.findall(inner) if is_nested else [inner.lstrip("@")]:
            if not name.startswith("#"):
                yield match["table"] or "", re.sub(r"'(.)", r"\1", name)


def read_table(xml: Xml) -> Table | None:
    """Return the table that a part describes; None where the part has none with cells.

    :raises DocumentError: where the part is no XML.
    """
    node = next((node for node, _ in xml.iter_nodes(("s:table",))), None)
    first, last = _corners(node.attributes.get("ref", "")) if node else (None, None)
    listed = node.find("s:tableColumns") if node else None
    if node is None or listed is None or first is None or last is None:
        return None
    columns = list(listed.nodes)
    names = Names("column names", tuple(decoded(one.attributes.get("name", "")) for one in columns), _LONGEST)
    texts = []
    for number, column in enumerate(columns):
        if node.attributes.get("headerRowCount", "1") != "0":
            cell = Cell(first.row, first.column + number)
            texts.append(CellText(xml, column, "name", cell, Name(names, number)))
        if node.attributes.get("totalsRowCount", "0") != "0":
            texts.append(CellText(xml, column, "totalsRowLabel", Cell(last.row, first.column + number)))
    called = frozenset(node.attributes.get(one, "").casefold() for one in ("name", "displayName"))
    return Table(called, tuple(texts), node.attributes.get("tableType", "worksheet") != "worksheet")


def twinned_with(blocks: Sequence[SplicedBlock], texts: Collection[CellText]) -> Iterator[SplicedBlock]:
    """Yield the blocks of a cell with the texts elsewhere that say the same as their twins."""
    twins: list[list[SplicedBlock]] = [[] for _ in blocks]
    names = []
    for text in texts:
        others = list(text.blocks())
        if [one.text for one in others] == [one.text for one in blocks]:
            for found, other in zip(twins, others, strict=True):
                found.append(other)
            names += [text.name] if text.name else []
    for block, found in zip(blocks, twins, strict=True):
        yield replace(block, twins=(*block.twins, *found), names=tuple(names))


def _corners(reference: str) -> tuple[Cell | None, Cell | None]:
    first, _, last = reference.partition(":")
    return Cell.of(first), Cell.of(last or first)
