"""The items of a paragraph of WordprocessingML: its element comes in, what stands in it goes out, in order.

ECMA-376 part 1, sections 17.3 (paragraphs and runs), 17.5 (content controls), 17.13 (annotations), 17.16 (fields).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import field

from translate.data import HYPHEN, LINE_BREAK, TAB
from translate.documents.office.word_fields import INSTRUCTION, MARKS, fold, is_of_text
from translate.documents.spliced import Format, Item, Kind
from translate.documents.xml.nodes import Chars, Node
from translate.languages import base_code
from translate.records import dataclass

PAIRS = {
    "w:hyperlink": "link",
    "w:ins": "x-insertion",
    "w:moveTo": "x-insertion",
    "w:smartTag": "x-tag",
    "w:customXml": "x-tag",
    "w:dir": "x-direction",
    "w:bdo": "x-direction",
}
"""Elements around runs, and what they are as codes."""
_PROPERTIES = ("w:pPr", "w:smartTagPr", "w:customXmlPr", "w:fldData")
DELETED = ("w:del", "w:moveFrom")
_SILENT = ("w:proofErr", "w:lastRenderedPageBreak")
_NOTES = ("w:footnoteReference", "w:endnoteReference", "w:commentReference", "w:annotationRef", "w:footnoteRef")
_TYPES = dict.fromkeys(_NOTES, "x-note") | {
    "w:cr": LINE_BREAK,
    "w:tab": TAB,
    "w:ptab": TAB,
    "w:noBreakHyphen": HYPHEN,
    "w:softHyphen": "x-soft-hyphen",
    "w:drawing": "image",
    "w:pict": "image",
    "w:object": "image",
    "mc:AlternateContent": "image",
}
_LOOKS = {"w:b": "bold", "w:i": "italic", "w:u": "underlined", "w:vertAlign": "superscript", "w:strike": "x-strike"}
_UNSEEN = re.compile(rb"<[\w.]+:(?:lang|noProof|rsid\w*)\b[^>]*/>|\s[\w.]+:rsid\w*=\"\w*\"")
_SEEN = ("w:u", "w:strike", "w:dstrike", "w:highlight", "w:shd", "w:bdr")
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Runs:
    """Makes the items of paragraphs of one part.

    :param prefix: what the part writes before the names of its elements, `w:`.
    :param hidden_styles: names of styles whose text is hidden.
    :param offers_hidden: whether hidden text is text.
    """

    data: bytes
    prefix: bytes
    hidden_styles: Collection[str] = ()
    offers_hidden: bool = False
    formats: dict[bytes, Format] = field(default_factory=dict)
    """Those met, by how they are written."""

    def items(self, paragraph: Node) -> list[Item]:
        """Return the items of a paragraph, with its fields folded."""
        properties = paragraph.find("w:pPr")
        style = properties.find("w:pStyle") if properties else None
        is_hidden = style is not None and style.attributes.get("w:val") in self.hidden_styles
        return fold(list(self._content(paragraph, is_hidden=is_hidden)))

    def version_items(self, version: Node) -> list[Item]:
        """Return the items of one of two versions of a stretch of a paragraph."""
        return fold(list(self._content(version, is_hidden=False)))

    @property
    def tags(self) -> tuple[bytes, bytes]:
        """What stands around the text of a run."""
        return b'<%st xml:space="preserve">' % self.prefix, b"</%st>" % self.prefix

    def _content(self, parent: Node, *, is_hidden: bool) -> Iterator[Item]:
        for child in parent.nodes:
            match child.name:
                case name if name in _PROPERTIES:
                    continue  # it goes with what it is of
                case "w:r":
                    yield from self._run(child, is_hidden=is_hidden)
                case name if name in PAIRS and not child.is_empty:
                    first = next(child.nodes, child)
                    begins = first.end if first.name in _PROPERTIES else child.inner
                    yield Item(Kind.OPEN, child.start, begins, type=PAIRS[name])
                    yield from self._content(child, is_hidden=is_hidden)
                    yield Item(Kind.CLOSE, child.outer, child.end, type=PAIRS[name])
                case "w:fldSimple" if is_of_text(child.attributes.get("w:instr", "")) and not child.is_empty:
                    yield Item(Kind.OPEN, child.start, child.inner, type="x-field")
                    yield from self._content(child, is_hidden=is_hidden)
                    yield Item(Kind.CLOSE, child.outer, child.end, type="x-field")
                case "w:fldSimple":
                    yield Item(Kind.MARK, child.start, child.end, text=_shown(child), type="x-var")
                case "w:sdt" if (content := child.find("w:sdtContent")) is not None and not content.is_empty:
                    yield Item(Kind.OPEN, child.start, content.inner, type="x-control")
                    yield from self._content(content, is_hidden=is_hidden)
                    yield Item(Kind.CLOSE, content.outer, child.end, type="x-control")
                case "m:oMath" | "m:oMathPara":
                    yield Item(Kind.MARK, child.start, child.end, text=child.text.strip(), type="x-formula")
                case name if name in DELETED:
                    yield Item(Kind.MARK, child.start, child.end, type="x-deletion")
                case name:
                    is_silent = name in _SILENT or not name
                    yield Item(Kind.MARK, child.start, child.end, type=_TYPES.get(name, "x-mark"), is_silent=is_silent)

    def _run(self, run: Node, *, is_hidden: bool) -> Iterator[Item]:
        properties = run.find("w:rPr")
        if self._is_hidden(properties, is_hidden=is_hidden) and not self.offers_hidden:
            yield Item(Kind.MARK, run.start, run.end, type="x-hidden")
            return
        own = self._format(run, properties)
        content = [child for child in run.children if not (isinstance(child, Node) and child.name == "w:rPr")]
        found = [item for child in content if not isinstance(child, Chars) for item in self._part(child, own)]
        if not found:
            yield Item(Kind.MARK, run.start, run.end, is_silent=True)
            return
        for number, item in enumerate(found):
            item.begins_run = number == 0
            item.ends_run = number == len(found) - 1
        found[0].start, found[-1].end = run.start, run.end
        yield from found

    def _part(self, child: Node, own: Format) -> Iterator[Item]:
        """Yield the item of an element within a run."""
        place = (child.start, child.end)
        match child.name:
            case "w:t":
                inner = (child.inner, child.outer)
                yield Item(Kind.TEXT, *place, _collapsed(child), place, format=own, inner=inner)
            case "w:br":
                is_line = child.attributes.get("w:type", "textWrapping") == "textWrapping"
                shown = self._native(child) if is_line else ""
                code_type = LINE_BREAK if is_line else "x-break"
                yield Item(Kind.MARK, *place, shown, place, code_type, own)
            case "w:fldChar":
                yield Item(Kind.MARK, *place, "", place, MARKS.get(child.attributes.get("w:fldCharType", ""), ""), own)
            case "w:instrText":
                item = Item(Kind.MARK, *place, "", place, INSTRUCTION, own)
                item.instruction = child.text
                yield item
            case name:
                code_type = _TYPES.get(name, "x-mark")
                shown = "\u2011" if code_type == HYPHEN else ""
                shown = self._native(child) if code_type in (TAB, LINE_BREAK) else shown
                is_silent = name in _SILENT or not name
                yield Item(Kind.MARK, *place, shown, place, code_type, own, is_silent=is_silent)

    def _native(self, node: Node) -> str:
        return self.data[node.start : node.end].decode()

    def _format(self, run: Node, properties: Node | None) -> Format:
        """Return how a run looks."""
        opening, closing = b"<%sr>" % self.prefix, b"</%sr>" % self.prefix
        if properties is None or properties.is_empty:
            return Format(b"", opening, closing)
        native = self.data[properties.start : properties.end]
        known = self.formats.get(native)
        if known is None:
            known = self.formats[native] = self._new_format(native, properties, opening, closing)
        return known

    def _new_format(self, native: bytes, properties: Node, opening: bytes, closing: bytes) -> Format:
        names = [node.name for node in properties.nodes if node.attributes.get("w:val") not in _OFF]
        code_type = next((_LOOKS[name] for name in names if name in _LOOKS), "x-format")
        if any(node.attributes.get("w:val") == "subscript" for node in properties.nodes):
            code_type = "subscript"
        key = _UNSEEN.sub(b"", native)
        key = b"" if key == b"<%srPr></%srPr>" % (self.prefix, self.prefix) else key
        mark = properties.find("w:lang")
        language = base_code(mark.attributes.get("w:val", "")) if mark is not None else ""
        is_seen = any(name in _SEEN for name in names)
        return Format(key, opening + native, closing, code_type, is_seen, language)

    def _is_hidden(self, properties: Node | None, *, is_hidden: bool) -> bool:
        """Tell whether a run is hidden, in a paragraph that is or is not."""
        if properties is None:
            return is_hidden
        vanish, style = properties.find("w:vanish"), properties.find("w:rStyle")
        if vanish is not None:
            return vanish.attributes.get("w:val", "1") not in _OFF
        return is_hidden or (style is not None and style.attributes.get("w:val") in self.hidden_styles)


def _collapsed(node: Node) -> str:
    """Return the text of an element; a line end within is a space."""
    return re.sub(r"[ \t]*[\r\n]\s*", " ", node.text)


def _shown(node: Node) -> str:
    """Return the text that a reader sees of an element."""
    return "".join(child.text for child in node.walk() if child.name == "w:t")
