"""The text of a story of IDML (*IDML File Format Specification*, chapter 8): its element comes in, blocks go out.

A paragraph ends where a `Br` stands, wherever that is in the range of characters that look alike. So a block may begin
and end within a range, in whose `Content` the text is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from translate.data import LINE_BREAK, TAB
from translate.documents.archives.packaged import Reading
from translate.documents.spliced import Format, Item, Kind, SplicedBlock, make_blocks
from translate.documents.xml.escaped_texts import text_items, write_text
from translate.documents.xml.nodes import Chars, Node, Xml
from translate.records import dataclass

_RANGE, _PARAGRAPH = "CharacterStyleRange", "ParagraphStyleRange"
_WITHIN = frozenset(("HyperlinkTextSource", "CrossReferenceSource", "XMLElement", "Change"))
"""Elements around text of a sentence."""
_FLOWS = {"Footnote": "notes", "Endnote": "notes", "Note": "comments"}
"""Elements with paragraphs of their own, and what they are called in `--skip`."""
_HIDDEN = "HiddenText"
_GONE = ("DeletedText",)
_BREAK = re.compile(rb"(?P<line>\xe2\x80\xa8|&#[xX]2028;|&#8232;)|(?P<end>\xe2\x80\xa9|&#[xX]2029;|&#8233;)")
_SHOWN = "&#x2028;"


@dataclass(slots=True)
class Story:
    """A story, or a flow within one, that is read.

    :param context: what a person finds it by.
    """

    xml: Xml
    reading: Reading
    context: str
    _items: list[Item] = field(default_factory=list)
    """Of the paragraph that is open."""
    _inner: list[SplicedBlock] = field(default_factory=list)
    """Blocks of the flows within it."""

    def blocks(self, flow: Node) -> Iterator[SplicedBlock]:
        """Yield the blocks of a flow, those of the notes and tables of a paragraph behind it."""
        for node in flow.nodes:
            if node.name == _PARAGRAPH:
                yield from self._paragraphs(node)
            elif node.name == _HIDDEN and not self.reading.wants("hidden"):
                self._count(node)
            elif not (node.name == "Change" and node.attributes.get("ChangeType") in _GONE):
                yield from self.blocks(node)

    def _paragraphs(self, node: Node) -> Iterator[SplicedBlock]:
        for ended in self._walk(node, None):
            if ended:
                yield from self._end()
        yield from self._end()

    def _walk(self, node: Node, own: _Range | None) -> Iterator[bool]:
        """Collect the items of an element, and yield wherever a paragraph ends.

        :param own: the range of characters that is open; None outside of all.
        """
        for child in node.nodes:
            if child.name == "Br":
                if own:
                    own.is_begun = True
                    own.last = None
                yield True
            elif child.name == "Properties":
                continue
            elif child.name == _RANGE:
                inner = _Range.of(self.xml, child)
                yield from self._walk(child, inner)
                inner.close()
            elif child.name == "Content" and own:
                for item in self._content(child, own):
                    yield from (True,) if item is None else ()
            elif self._is_around(child):
                code = f"x-{child.name}" if child.name != "HyperlinkTextSource" else "link"
                self._add(Item(Kind.OPEN, child.start, child.inner, type=code), own, None)
                yield from self._walk(child, own)
                self._add(Item(Kind.CLOSE, child.outer, child.end, type=code), own, None)
            else:
                self._mark(child, own)

    def _is_around(self, node: Node) -> bool:
        is_gone = node.attributes.get("ChangeType") in _GONE
        return (
            node.name in _WITHIN
            and not node.is_empty
            and not is_gone
            and any(one.name in ("Content", _RANGE) for one in node.walk())
            and all(one.name not in ("Br", _PARAGRAPH) for one in node.walk())
        )

    def _mark(self, node: Node, own: _Range | None) -> None:
        """Add what stands alone in a sentence, and keep the paragraphs in it."""
        shown = node.attributes.get("ResultText", "") if node.name == "TextVariableInstance" else ""
        code = "note" if node.name in _FLOWS else "x-var" if shown else "image" if node.name in _FRAMES else "x-mark"
        item = Item(Kind.MARK, node.start, node.end, shown, type=code, is_silent=node.name == "")
        self._add(item, own, own.outer if own else None)
        if node.name == _HIDDEN and not self.reading.wants("hidden"):
            self._count(node)
        elif node.attributes.get("ChangeType") not in _GONE and self.reading.offers(_FLOWS.get(node.name, "")):
            where = {"notes": "footnote", "comments": "note"}.get(_FLOWS.get(node.name, ""), self.context)
            cells = [one for one in node.walk(outside=("Cell",)) if one.name == "Cell"] if node.name == "Table" else []
            for flow in cells or [node]:
                place = f"{self.context}, cell {flow.attributes.get('Name', '')}" if cells else where
                self._inner += Story(self.xml, self.reading, place).blocks(flow)

    def _count(self, node: Node) -> None:
        if any(map(str.isalpha, node.text)):
            self.reading.left_out.add("hidden texts")

    def _content(self, content: Node, own: _Range) -> Iterator[Item | None]:
        """Add the items of a `Content`; yield None where a paragraph ends in it."""
        for child in content.children:
            if isinstance(child, Node):  # <?ACE 18?>, a sign of the program's own
                self._add(Item(Kind.MARK, child.start, child.end, type="x-mark"), own, own.inner)
                continue
            yield from self._chars(child, own)

    def _chars(self, chars: Chars, own: _Range) -> Iterator[None]:
        position = chars.start
        for match in _BREAK.finditer(self.xml.data, chars.start, chars.end):
            self._texts(position, match.start(), chars.text, own)
            if match["line"]:
                self._add(Item(Kind.MARK, *match.span(), _SHOWN, type=LINE_BREAK), own, own.inner)
            else:
                self._add(Item(Kind.MARK, *match.span(), type=TAB), own, own.inner)
                own.last = None
                yield None
            position = match.end()
        self._texts(position, chars.end, chars.text, own)

    def _texts(self, start: int, end: int, text: str, own: _Range) -> None:
        for item in text_items(self.xml.data, start, end, text, has_lines=False) if end > start else ():
            item.inner = (item.start, item.end)
            self._add(item, own, own.inner)

    def _add(self, item: Item, own: _Range | None, wanted: Format | None) -> None:
        """Add an item, which is written in a run of the format `wanted`; None is outside of runs."""
        item.format = wanted
        if own:
            item.native = (item.start, item.end)
            item.around = own.outer
            item.begins_run, item.ends_run = not own.is_begun, False
            item.start = item.start if own.is_begun else own.start
            own.is_begun, own.last = True, item
        self._items.append(item)

    def _end(self) -> Iterator[SplicedBlock]:
        items, inner = self._items, self._inner
        self._items, self._inner = [], []
        yield from make_blocks(items, write_text, part=self.xml.name, context=self.context)
        yield from inner


_FRAMES = frozenset(("Rectangle", "Oval", "Polygon", "GraphicLine", "Group", "TextFrame", "Table", "Button"))


@dataclass(slots=True)
class _Range:
    """A range of characters that look alike, and how far its items are told."""

    start: int
    end: int
    inner: Format
    """Of what stands in its `Content`."""
    outer: Format
    """Of what stands beside that."""
    is_begun: bool = False
    last: Item | None = None

    @classmethod
    def of(cls, xml: Xml, node: Node) -> _Range:
        """Return the range of an element."""
        properties = node.find("Properties")
        opening = xml.data[node.start : node.inner]
        opening += xml.data[properties.start : properties.end] if properties else b""
        closing = b"</CharacterStyleRange>"
        look = _look(node)
        inner = Format(opening, opening + b"<Content>", b"</Content>" + closing, look, _is_seen(node))
        return cls(node.start, node.end, inner, Format(b"\0" + opening, opening, closing, look))

    def close(self) -> None:
        """Have its last item, if the paragraph goes on behind it, end with the range."""
        if self.last:
            self.last.end, self.last.ends_run = self.end, True


def _look(node: Node) -> str:
    style = node.attributes.get("FontStyle", "").lower()
    position = node.attributes.get("Position", "")
    for sign, code in (("bold", "bold"), ("italic", "italic")):
        if sign in style:
            return code
    return {"Superscript": "superscript", "Subscript": "subscript"}.get(position, "x-format")


def _is_seen(node: Node) -> bool:
    return any(node.attributes.get(name) == "true" for name in ("Underline", "StrikeThru"))
