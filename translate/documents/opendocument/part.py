"""Parts of OpenDocument: a part comes in, the blocks that a person reads go out, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from translate.documents.archives.packaged import Reading
from translate.documents.office.foreign_runs import is_in, keep_foreign
from translate.documents.office.ooxml import element_block, text_block, value_block, value_place
from translate.documents.opendocument.cells import (
    CELL,
    PARAGRAPHS,
    Sheet,
    is_named,
    is_text,
    with_value,
    write_sheet_name,
)
from translate.documents.opendocument.items import STYLE, Paragraphs, prefix_of
from translate.documents.opendocument.scope import Scope, Scopes
from translate.documents.opendocument.styles import STYLES, Styles
from translate.documents.spliced import Kind, SplicedBlock, make_blocks
from translate.documents.xml.nodes import Node, Xml

_ALTERNATIVES = ("svg:title", "svg:desc", "table:title", "table:desc")
_PROPERTIES = ("dc:title", "dc:subject", "dc:description", "meta:keyword")
_TEXTS = {
    "text:index-title-template": "title of an index",
    "text:index-entry-span": "entry of an index",
    "text:note-continuation-notice-forward": "continuation of a note",
    "text:note-continuation-notice-backward": "continuation of a note",
    "presentation:header-decl": "header",
    "presentation:footer-decl": "footer",
    "presentation:date-time-decl": "date",
}
"""Elements that hold text without paragraphs, and what they are."""
_CONTROLS = tuple(
    f"form:{name}"
    for name in ("button", "checkbox", "radio", "fixed-text", "frame", "listbox", "combobox", "grid", "generic-control")
)
_LISTS = ("text:list-level-style-number", "text:outline-level-style")
_INDEX_MARKS = tuple(
    f"text:{name}-mark{end}" for name in ("toc", "user-index", "alphabetical-index") for end in ("", "-start")
)
_CHART_DATA = b"local-table."
"""What charts call cells of their own."""
_ROW, _COLUMN, _TABLE = "table:table-row", "table:table-column", "table:table"
_WANTED = (
    *PARAGRAPHS, *STYLES, *_ALTERNATIVES, *_PROPERTIES, *_TEXTS, *_CONTROLS, *_LISTS, _ROW, _COLUMN,
    "office:annotation",
)  # fmt: skip


class Part:
    """A part that is being read, from its beginning to its end.

    :param styles: those that other parts have for this one; its own come to them.
    :param scope: where the part stands.
    """

    def __init__(self, reading: Reading, xml: Xml, styles: Styles, scope: Scope = Scope()) -> None:  # noqa: B008
        self._reading, self._xml, self._styles, self._start = reading, xml, styles, scope
        self._scopes = Scopes(reading, styles, has_chart_data=_CHART_DATA in xml.data)
        self._paragraphs: Paragraphs | None = None
        self._path: list[tuple[Node, Scope]] = []
        """What is around the element at hand, outermost first, and what each is."""
        self._sheet = Sheet(reading)
        self._waiting: list[SplicedBlock] = []

    def blocks(self) -> Iterator[SplicedBlock]:
        """Yield the blocks of the part."""
        for node, around in self._xml.iter_nodes(_WANTED):
            if node.name in STYLES:
                self._styles.add(node, is_shared=all(one.name != "office:automatic-styles" for one in around))
                continue
            scope = self._scope(around)
            yield from self._waiting
            self._waiting.clear()
            yield from self._visit(node, scope)

    def _scope(self, around: tuple[Node, ...]) -> Scope:
        """Return where an element stands, by those around it."""
        same = 0
        while same < min(len(around), len(self._path)) and self._path[same][0] is around[same]:
            same += 1
        del self._path[same:]
        scope = self._path[-1][1] if self._path else self._start
        for node in around[same:]:
            scope = self._scopes.enter(scope, node)
            if node.name == _TABLE and scope.is_sheet:
                self._sheet = Sheet(self._reading)
                self._waiting += self._sheet_name(node, scope)
            self._path.append((node, scope))
        return scope

    def _sheet_name(self, node: Node, scope: Scope) -> Iterator[SplicedBlock]:
        name = node.attributes.get("table:name", "")
        place = value_place(self._xml, node, "name")
        if not self._reading.wants("sheet_names") or scope.is_kept or not place or not any(map(str.isalpha, name)):
            return
        if is_named(self._xml, name):
            self._reading.left_out.add("sheet names in formulas")
        else:
            context, part = f"name of {scope.place}", self._xml.name
            yield text_block(name, *place, part=part, context=context, write_text=write_sheet_name)

    def _visit(self, first: Node, around: Scope) -> Iterator[SplicedBlock]:
        """Yield the blocks of an element and of all within."""
        stack = [(first, around)]
        while stack:
            node, scope = stack.pop()
            scope = self._scopes.enter(scope, node)
            if node.name in PARAGRAPHS and not scope.place:
                scope = replace(scope, place=self._scopes.number("paragraph"))
            if not scope.is_kept:
                yield from self._own(node, scope)
            if not scope.is_kept or scope.is_embedded:
                stack += reversed(self._within(node, scope))

    def _own(self, node: Node, scope: Scope) -> Iterator[SplicedBlock]:
        """Yield the blocks of an element without those of what stands in it."""
        reading, part, place = self._reading, self._xml.name, scope.place
        match node.name:
            case "text:p" | "text:h":
                yield from self._paragraph(node, scope)
            case "table:table-cell" if "office:string-value" in node.attributes and is_text(node):
                blocks = [list(self._paragraph(child, scope)) for child in node.nodes if child.name in PARAGRAPHS]
                yield from with_value(self._xml, node, blocks)
            case "table:table-column":
                self._sheet.add_column(node)
            case name if name in _ALTERNATIVES and reading.offers("alt"):
                yield from element_block(node, part=part, context=scope.at("alternative text").place)
            case name if name in _PROPERTIES and reading.offers("properties"):
                yield from element_block(node, part=part, context=f"property {name.partition(':')[2]}")
            case name if name in _TEXTS:
                yield from element_block(node, part=part, context=scope.at(_TEXTS[name]).place)
            case name if name in _INDEX_MARKS and reading.offers("index"):
                yield from value_block(self._xml, node, "string-value", part=part, context=f"{place}, index entry")
            case name if name.startswith("form:"):
                yield from value_block(self._xml, node, "label", part=part, context=scope.at("form").place)
            case _:
                self._announce(node)

    def _within(self, node: Node, scope: Scope) -> list[tuple[Node, Scope]]:
        """Return the elements directly within one that hold blocks of their own, with the places where they stand."""
        if node.name == _ROW and scope.is_sheet:
            return self._sheet.cells(node, scope)
        if node.name == CELL and "office:string-value" in node.attributes and is_text(node):
            inner = [one for child in node.nodes for one in (child.nodes if child.name in PARAGRAPHS else (child,))]
            return [(one, scope) for one in inner]
        if node.name == CELL and not is_text(node):
            return [(child, scope) for child in node.nodes if child.name not in PARAGRAPHS]
        return [(child, scope) for child in node.nodes]

    def _paragraph(self, node: Node, scope: Scope) -> Iterator[SplicedBlock]:
        """Yield the blocks of a paragraph, without those of what stands in it."""
        reading, look = self._reading, self._styles.look(node.attributes.get(STYLE, ""), "paragraph")
        if not reading.wants("hidden") and (look.is_hidden or self._is_hidden(node)):
            reading.left_out.add("hidden paragraphs")
            return
        self._paragraphs = self._paragraphs or self._make(node)
        items = self._paragraphs.items(node)
        if look.language and look.language not in reading.own_languages:
            text = "".join(item.text for item in items if item.kind is Kind.TEXT)
            if is_in(look.language, text, reading.language):
                reading.left_out.add("passages in other languages")
                return
        hidden = sum(item.kind is Kind.MARK and item.type == "x-hidden" for item in items)
        if hidden:
            reading.left_out.add("hidden passages", hidden)
        items = keep_foreign(items, reading)
        yield from make_blocks(items, self._paragraphs.write_text, part=self._xml.name, context=scope.place)

    def _make(self, paragraph: Node) -> Paragraphs:
        """Return what makes the items of paragraphs, which are all written as this one is."""
        data = self._xml.data
        return Paragraphs(data, prefix_of(data, paragraph), self._styles, offers_hidden=self._reading.wants("hidden"))

    def _is_hidden(self, paragraph: Node) -> bool:
        return b"hidden-paragraph" in self._xml.data[paragraph.inner : paragraph.outer] and any(
            node.name == "text:hidden-paragraph" and node.attributes.get("text:is-hidden") == "true"
            for node in paragraph.walk(outside=PARAGRAPHS)
        )

    def _announce(self, node: Node) -> None:
        """Count what is kept although a person may see it."""
        own = node.attributes
        if node.name in _LISTS:
            shown = own.get("style:num-prefix", "") + own.get("style:num-suffix", "")
            if sum(map(str.isalpha, shown)) > 1:
                self._reading.left_out.add("list numberings")
        elif node.name == "text:a" and own.get("office:title"):
            self._reading.left_out.add("link tips")
        elif node.name == CELL and own.get("table:formula") and any(map(str.isalpha, _text_of(node))):
            self._reading.left_out.add("formula texts")


def _text_of(cell: Node) -> str:
    return "".join(child.text for child in cell.nodes if child.name in PARAGRAPHS)
