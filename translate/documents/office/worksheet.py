"""One sheet of a workbook: its parts come in, the blocks of what stands around its cells go out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import field, replace
from html import unescape

from translate.documents.archives.packaged import Reading
from translate.documents.office.drawn_shapes import Drawings
from translate.documents.office.ooxml import value_block
from translate.documents.office.relationships import Relationship, parts_of, relationships
from translate.documents.office.sheet_cells import Cell, Cells, read_cells
from translate.documents.office.sheet_headers import HEADERS, header_blocks
from translate.documents.office.sheet_tables import CellText, Table, read_table
from translate.documents.office.sheet_texts import line_blocks, rich_blocks, without_edges
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Xml
from translate.records import dataclass

_BODY = re.compile(rb"<(?P<name>(?:[\w.-]+:)?sheetData)\b[^>]*>")
_FORMULAS = ("s:formula", "s:formula1", "s:formula2", "xm:f")
_VALIDATIONS = ("s:dataValidation", "x14:dataValidation")
_CONTROL = re.compile(rb"<v:shape\b.*?</v:shape>", re.DOTALL)
_OBJECT = re.compile(rb"<x:ClientData\b[^>]*\bObjectType\s*=\s*[\"'](?!Note)")
_TEXT_BOX = re.compile(rb"<v:textbox\b[^>]*>(.*?)</v:textbox>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
_MESSAGES = {"promptTitle": "title of a hint", "prompt": "hint", "errorTitle": "title of an error", "error": "error"}
_THREADED = "tc="
"""How authors are called of notes that hold a threaded comment for programs that know none."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: `around` is its part without the cells, `linked` texts of links that their cells show too."""

    cells: Cells
    part: str
    around: Xml
    related: dict[str, Relationship]
    tables: tuple[Table, ...]
    linked: tuple[CellText, ...]
    headers: dict[Cell, list[CellText]] = field(default_factory=dict)
    """What else says the text of a cell."""

    @property
    def place(self) -> str:
        """What messages call it."""
        return f"sheet {self.cells.name}"


def read_sheet(reading: Reading, part: str, name: str, *, is_hidden: bool) -> Sheet:
    """Read a sheet but for the texts of its cells.

    :raises DocumentError: where one of its parts is no XML.
    """
    xml = reading.xml(part)
    around = _without_body(xml)
    related = dict(relationships(reading, part))
    tables = tuple(table for one in parts_of(related, "table") if (table := read_table(reading.xml(one))))
    linked = tuple(_links(around))
    cells = Cells(name, is_hidden, sees_all=reading.wants("hidden"))
    texts: dict[Cell, list[CellText]] = {}
    for text in (*(text for table in tables for text in table.texts), *linked):
        texts.setdefault(text.cell, []).append(text)
    cells.wanted = dict.fromkeys(texts)
    cells.merged = dict(_merged(around))
    read_cells(xml, cells)
    for formula, _ in around.iter_nodes(_FORMULAS):
        cells.note_formula(formula.text)
    for one in parts_of(related, "table"):
        for formula, _ in reading.xml(one).iter_nodes(("s:calculatedColumnFormula", "s:totalsRowFormula")):
            cells.note_formula(formula.text)
    return Sheet(cells, part, around, related, tables, linked, texts)


def iter_inline(reading: Reading, sheet: Sheet, kept: Collection[Cell]) -> Iterator[tuple[Cell, list[SplicedBlock]]]:
    """Yield the blocks of cells with strings of their own, cell by cell.

    :param kept: cells that stay as they are.
    """
    if not any(is_seen for _, is_seen in sheet.cells.inline):
        return
    xml = reading.xml(sheet.part)
    for (cell, is_seen), (node, _) in zip(sheet.cells.inline, xml.iter_nodes(("s:is",)), strict=True):
        if is_seen and cell not in kept:
            yield cell, list(rich_blocks(xml, node, context=f"{sheet.place}, cell {cell}"))


def iter_around(reading: Reading, sheet: Sheet, drawings: Drawings) -> Iterator[SplicedBlock]:
    """Yield the blocks of what is around the cells of a sheet: hints, headers, links, comments, drawings."""
    for node, _ in sheet.around.iter_nodes((*_VALIDATIONS, "s:hyperlink", *HEADERS)):
        if node.name in _VALIDATIONS:
            for attribute, called in _MESSAGES.items():
                context = f"{sheet.place}, {called}"
                yield from value_block(sheet.around, node, attribute, part=sheet.part, context=context)
        elif node.name == "s:hyperlink":
            context = f"{sheet.place}, tip of a link"
            yield from value_block(sheet.around, node, "tooltip", part=sheet.part, context=context)
        elif reading.offers("headers"):
            yield from header_blocks(sheet.around, node, context=sheet.place)
        else:
            reading.left_out.add("headers and footers")
    yield from _comments(reading, sheet)
    for name in parts_of(sheet.related, "drawing"):
        yield from drawings.blocks(name, f"{sheet.place}, drawing")
    _count_captions(reading, sheet)


def _count_captions(reading: Reading, sheet: Sheet) -> None:
    """Count the captions of buttons, boxes and slicers, which stay: Excel draws them from parts of an older kind."""
    for name in parts_of(sheet.related, "vmlDrawing"):
        for shape in _CONTROL.findall(reading.package.read(name)):
            text = _TAG.sub(b"", b"".join(_TEXT_BOX.findall(shape)))
            if _OBJECT.search(shape) and any(map(str.isalpha, unescape(text.decode("utf-8", "replace")))):
                reading.left_out.add("captions of form controls")
    for name in parts_of(sheet.related, "slicer"):
        for node in reading.xml(name).iter_tags():
            if any(map(str.isalpha, node.attributes.get("caption", ""))):
                reading.left_out.add("captions of slicers")


def _without_body(xml: Xml) -> Xml:
    """Return the part of a sheet without its cells, everything else in its place."""
    opening = _BODY.search(xml.data)
    if opening is None:
        return xml
    end = xml.data.rfind(b"</" + opening["name"], opening.end())
    if end < 0:
        return xml
    blank = b" " * (end - opening.end())
    return replace(xml, data=xml.data[: opening.end()] + blank + xml.data[end:])


def _links(around: Xml) -> Iterator[CellText]:
    """Yield the texts that links keep of their cells."""
    for node, _ in around.iter_nodes(("s:hyperlink",)):
        cell = Cell.of(node.attributes.get("ref", ""))
        if cell and "display" in node.attributes:
            yield CellText(around, node, "display", cell)


def _merged(around: Xml) -> Iterator[tuple[Cell, Cell]]:
    """Yield the first and the last cell of those that are merged."""
    for node, _ in around.iter_nodes(("s:mergeCell",)):
        first, _, last = node.attributes.get("ref", "").partition(":")
        corners = Cell.of(first), Cell.of(last or first)
        if corners[0] and corners[1]:
            yield corners[0], corners[1]


def _comments(reading: Reading, sheet: Sheet) -> Iterator[SplicedBlock]:
    """Yield the blocks of comments, those of threads with the notes that repeat them."""
    threads: dict[Cell | None, list[SplicedBlock]] = {}
    for name in parts_of(sheet.related, "threadedComment"):
        xml = reading.xml(name)
        for node, _ in xml.iter_nodes(("tc:threadedComment",)):
            cell, text = Cell.of(node.attributes.get("ref", "")), node.find("tc:text")
            if text is None or not _offers(reading, sheet, cell):
                continue
            if node.find("tc:mentions") is not None:
                reading.left_out.add("comments that mention somebody")
                continue
            threads.setdefault(cell, []).extend(line_blocks(xml, text, context=f"{sheet.place}, comment on {cell}"))
    for name in parts_of(sheet.related, "comments"):
        xml = reading.xml(name)
        authors = [node.text for node, _ in xml.iter_nodes(("s:author",))]
        for node, _ in xml.iter_nodes(("s:comment",)):
            cell, text = Cell.of(node.attributes.get("ref", "")), node.find("s:text")
            number = node.attributes.get("authorId", "")
            author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
            if text is None or (not author.startswith(_THREADED) and not _offers(reading, sheet, cell)):
                continue
            blocks = list(rich_blocks(xml, text, context=f"{sheet.place}, comment on {cell}"))
            if author.startswith(_THREADED):
                threads[cell] = _repeated(threads.get(cell, []), blocks)
            else:
                yield from blocks[blocks[:1] != [] and blocks[0].text.strip() == f"{author}:" :]
    for blocks in threads.values():
        yield from blocks


def _offers(reading: Reading, sheet: Sheet, cell: Cell | None) -> bool:
    """Tell whether a comment on a cell is offered, and count it where the user said no."""
    if cell and not sheet.cells.is_seen(cell):
        return False
    if not reading.offers("comments"):
        reading.left_out.add("comments")
        return False
    return True


def _repeated(thread: list[SplicedBlock], note: list[SplicedBlock]) -> list[SplicedBlock]:
    """Return the blocks of a thread with those of a note that say the same as their twins."""
    left = [without_edges(block) for block in note]
    done = []
    for block in thread:
        twins = [one for one in left if one.text == block.text and not one.codes][:1]
        left = [one for one in left if one not in twins]
        done.append(replace(block, twins=(*block.twins, *twins)))
    return done
