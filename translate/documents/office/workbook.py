"""A workbook: its package comes in, the blocks of its strings, sheets and names go out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from translate.documents.archives.packaged import Reading
from translate.documents.names import Name, Names
from translate.documents.office.drawn_shapes import Drawings
from translate.documents.office.ooxml import content_types, value_block
from translate.documents.office.parts import announce, iter_properties
from translate.documents.office.relationships import parts_of, relationships
from translate.documents.office.sheet_cells import Cell
from translate.documents.office.sheet_tables import CellText, twinned_with
from translate.documents.office.sheet_texts import rich_blocks
from translate.documents.office.worksheet import Sheet, iter_around, iter_inline, read_sheet
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Node, Xml
from translate.records import dataclass

_SHEETS = ("worksheet", "chartsheet", "dialogsheet")
_VISIBLE = "visible"
_LONGEST_NAME = 31
_FORBIDDEN = "[]:*?/\\'"
_PIVOT = "a pivot table reads its fields from cells that may have changed: look at it after its next refresh"
_COMPARED = "formulas or lists of choices hold texts that cells have too, and keep them: look whether they still agree"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that is read: `listed` are its sheets as it lists them, `sheets` those that can be read."""

    reading: Reading
    xml: Xml
    listed: tuple[Node, ...]
    sheets: tuple[Sheet, ...]
    strings: tuple[str, ...]
    """Parts with shared strings: one, or none."""
    formulas: frozenset[str]

    def blocks(self) -> Iterator[SplicedBlock]:
        """Yield all blocks: shared strings, then what each sheet has of its own, then names and properties."""
        kept = self._kept_cells()
        for name in self.strings:
            yield from self._shared(name, kept)
        drawings = Drawings(self.reading)
        for sheet in self.sheets:
            if sheet.cells.is_hidden:
                self.reading.left_out.add("hidden sheets")
                continue
            for called, numbers in sheet.cells.kept.items():
                if numbers:
                    self.reading.left_out.add(called, len(numbers))
            if sheet.cells.given:
                self.reading.left_out.add("formula texts", sheet.cells.given)
            for cell, blocks in iter_inline(self.reading, sheet, kept[sheet.part]):
                self._compare(blocks)
                yield from twinned_with(blocks, sheet.headers.get(cell, ()))
            yield from iter_around(self.reading, sheet, drawings)
        if self.reading.wants("sheet_names"):
            yield from self._names()
        types = content_types(self.reading.package)
        yield from iter_properties(self.reading, types)
        if any(one.endswith("pivotTable+xml") for one in types.values()):
            self.reading.left_out.remark(_PIVOT)
        announce(self.reading, types)

    def _kept_cells(self) -> dict[str, set[Cell]]:
        """Return the cells of each sheet that head a column which something names."""
        kept: dict[str, set[Cell]] = {sheet.part: set() for sheet in self.sheets}
        for sheet in self.sheets:
            for table in sheet.tables:
                if table.is_linked or table.is_named(self.formulas):
                    headed = [text.cell for text in table.texts if text.name]
                    kept[sheet.part].update(headed)
                    self.reading.left_out.add("column names", len(headed))
        return kept

    def _shared(self, name: str, kept: dict[str, set[Cell]]) -> Iterator[SplicedBlock]:
        """Yield the blocks of shared strings that a visible cell shows."""
        texts: dict[int, list[CellText]] = {}
        named: set[int] = set()
        for sheet in self.sheets:
            for cell, number in sheet.cells.wanted.items():
                if number is not None:
                    texts.setdefault(number, []).extend(sheet.headers[cell])
                    if cell in kept[sheet.part]:
                        named.add(number)
        xml = self.reading.xml(name)
        for number, (node, _) in enumerate(xml.iter_nodes(("s:si",))):
            place = self._place(number)
            if place and number not in named:
                blocks = list(rich_blocks(xml, node, context=place))
                self._compare(blocks)
                yield from twinned_with(blocks, texts[number]) if number in texts else blocks

    def _compare(self, blocks: Sequence[SplicedBlock]) -> None:
        """Remark on the text of a cell that a formula or a list of choices has too."""
        if len(blocks) == 1 and any(blocks[0].text.casefold() in sheet.cells.literals for sheet in self.sheets):
            self.reading.left_out.remark(_COMPARED)

    def _place(self, number: int) -> str:
        """Return which cell shows a shared string first; empty where a person sees none that does."""
        for sheet in self.sheets:
            cell = sheet.cells.strings.get(number)
            if cell:
                return f"{sheet.place}, cell {cell}"
        return ""

    def _names(self) -> Iterator[SplicedBlock]:
        """Yield the names of visible sheets that no formula names."""
        present = tuple(node.attributes.get("name", "") for node in self.listed)
        names = Names("sheet names", present, _LONGEST_NAME, _FORBIDDEN)
        for number, node in enumerate(self.listed):
            if node.attributes.get("state", _VISIBLE) != _VISIBLE and not self.reading.wants("hidden"):
                continue
            if _names_sheet(self.formulas, present[number]):
                self.reading.left_out.add(names.kind)
                continue
            blocks = value_block(self.xml, node, "name", part=self.xml.name, context="name of a sheet")
            yield from (replace(block, names=(Name(names, number),)) for block in blocks)


def open_workbook(reading: Reading, main: str) -> Workbook:
    """Read the sheets of a workbook.

    :raises DocumentError: where one of its parts is no XML.
    """
    xml = reading.xml(main)
    related = relationships(reading, main)
    listed = [node for node, _ in xml.iter_nodes(("s:sheet",))]
    sheets = []
    for node in listed:
        own = related.get(node.attributes.get("r:id", ""))
        if own and own.kind in _SHEETS:
            is_hidden = node.attributes.get("state", _VISIBLE) != _VISIBLE and not reading.wants("hidden")
            sheets.append(read_sheet(reading, own.part, node.attributes.get("name", ""), is_hidden=is_hidden))
    formulas = {node.text for node, _ in xml.iter_nodes(("s:definedName",))}
    formulas.update(*(sheet.cells.formulas for sheet in sheets))
    for name in reading.package.names:
        if "/slicerCaches/" in name and name.endswith(".xml"):
            formulas.add(f"[{next(reading.xml(name).iter_tags()).attributes.get('sourceName', '')}]")
    if reading.wants("sheet_names"):
        formulas.update(_iter_names(reading, sheets))
    strings = tuple(parts_of(related, "sharedStrings"))
    return Workbook(reading, xml, tuple(listed), tuple(sheets), strings, frozenset(formulas))


def _iter_names(reading: Reading, sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield what names sheets beside formulas: links, charts, pivot tables; with macros, anything may."""
    for sheet in sheets:
        for node, _ in sheet.around.iter_nodes(("s:hyperlink",)):
            yield node.attributes.get("location", "")
    for name in reading.package.names:
        if "/charts/" in name and name.endswith(".xml"):
            for node, _ in reading.xml(name).iter_nodes(("c:f", "cx:f")):
                yield node.text
        elif "/pivotCache/" in name and name.endswith(".xml"):
            for node in reading.xml(name).iter_tags():
                if node.name == "s:worksheetSource":
                    yield f"'{node.attributes.get('sheet', '')}'!"
        elif name.endswith("vbaProject.bin"):
            yield from (f"'{sheet.cells.name}'!" for sheet in sheets)


def _names_sheet(formulas: Collection[str], name: str) -> bool:
    """Tell whether a formula names a sheet, alone or at an end of several: `Jan!A1`, `'Jan:Mar'!A1`."""
    pattern = re.compile(rf"(?<!\w){re.escape(name.casefold())}(?:'?!|:[^!(),;]*!)|:{re.escape(name.casefold())}'?!")
    return any(pattern.search(formula.casefold().replace("''", "'")) for formula in formulas)
