"""Text of DrawingML (ECMA-376 part 1, section 21.1.2): slides, charts, diagrams, shapes. A paragraph comes in, its
items and blocks go out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from translate.data import LINE_BREAK
from translate.documents.packaged import Reading
from translate.documents.spliced import Format, Item, Kind, SplicedBlock, make_blocks
from translate.documents.xml_nodes import Node, Xml
from translate.languages import base_code

ALTERNATIVES = ("wp:docPr", "p:cNvPr", "pic:cNvPr", "xdr:cNvPr", "wps:cNvPr", "cdr:cNvPr", "dsp:cNvPr", "a:cNvPr")
"""Elements whose `descr` and `title` are the alternative text of a picture; their `name` is none."""
DRAWING_LANGUAGES = dict.fromkeys(("a:rPr", "a:endParaRPr", "a:defRPr"), "lang")
"""Elements whose attribute names the language of text."""
_DRAWN = {
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml": "chart",
    "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml": "chart",
    "application/vnd.ms-office.chartex+xml": "chart",
    "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml": "diagram",
    "application/vnd.ms-office.drawingml.diagramDrawing+xml": "diagram",
}
_UNSEEN = re.compile(rb"""\s(?:lang|altLang|dirty|err|smtClean|noProof|bmk)\s*=\s*(?:"[^"]*"|'[^']*')""")
_OFF = ("0", "false", "none", "noStrike")


@dataclass(frozen=True, slots=True)
class DrawingRuns:
    """Makes the items of paragraphs of one part.

    :param prefix: what the part writes before the names of its elements, `a:`.
    """

    data: bytes
    prefix: bytes

    @classmethod
    def of(cls, data: bytes, paragraph: Node) -> DrawingRuns:
        """Return what makes the items of the paragraphs of a part, of which one is `paragraph`."""
        tag = re.match(rb"<([\w.-]*:)?p\b", data[paragraph.start : paragraph.inner])
        return cls(data, (tag and tag[1]) or b"")

    def write_text(self, text: str) -> bytes:
        """Write text as the content of a run."""
        return b"<%st>%s</%st>" % (self.prefix, escape(text, quote=False).encode(), self.prefix)

    def items(self, paragraph: Node) -> Iterator[Item]:
        """Yield the items of a paragraph."""
        for child in paragraph.nodes:
            text = child.find("a:t")
            if child.name == "a:r" and text is not None:
                shown = re.sub(r"[ \t]*[\r\n]\s*", " ", text.text)
                place = (text.start, text.end)
                yield Item(Kind.TEXT, child.start, child.end, shown, place, format=self._format(child))
            elif child.name == "a:br":
                native = self.data[child.start : child.end].decode()
                yield Item(Kind.MARK, child.start, child.end, native, type=LINE_BREAK)
            elif child.name == "a:fld":
                yield Item(Kind.MARK, child.start, child.end, text.text if text else "", type="x-var")
            elif child.name != "a:pPr":
                is_silent = child.name in ("", "a:r")
                yield Item(Kind.MARK, child.start, child.end, type="x-mark", is_silent=is_silent)

    def _format(self, run: Node) -> Format:
        opening, closing = b"<%sr>" % self.prefix, b"</%sr>" % self.prefix
        properties = run.find("a:rPr")
        if properties is None:
            return Format(b"", opening, closing)
        native = self.data[properties.start : properties.end]
        key = _UNSEEN.sub(b"", native)
        is_plain = key in (b"<%srPr/>" % self.prefix, b"<%srPr></%srPr>" % (self.prefix, self.prefix))
        own = properties.attributes
        is_seen = any(own.get(name, "0") not in _OFF for name in ("u", "strike")) or b"highlight" in native
        language = base_code(own.get("lang", ""))
        return Format(b"" if is_plain else key, opening + native, closing, _type(own, properties), is_seen, language)


def _type(own: Mapping[str, str], properties: Node) -> str:
    for name, code_type in (("b", "bold"), ("i", "italic"), ("u", "underlined"), ("strike", "x-strike")):
        if own.get(name, "0") not in _OFF:
            return code_type
    if own.get("baseline", "0") not in ("0", "0%"):
        return "subscript" if own["baseline"].startswith("-") else "superscript"
    return "link" if properties.find("a:hlinkClick") is not None else "x-format"


def paragraph_blocks(xml: Xml, paragraph: Node, *, context: str) -> Iterator[SplicedBlock]:
    """Yield the blocks of a paragraph of DrawingML."""
    runs = DrawingRuns.of(xml.data, paragraph)
    yield from make_blocks(list(runs.items(paragraph)), runs.write_text, part=xml.name, context=context)


def iter_drawing_blocks(reading: Reading, types: Mapping[str, str]) -> Iterator[SplicedBlock]:
    """Yield the blocks of charts and diagrams; what a chart keeps of its workbook comes from there again."""
    for name, content_type in types.items():
        context = _DRAWN.get(content_type)
        if context:
            xml = reading.xml(name)
            for number, (paragraph, _) in enumerate(xml.iter_nodes(("a:p",)), 1):
                yield from paragraph_blocks(xml, paragraph, context=f"{context}, text {number}")
