"""Text of DrawingML (ECMA-376 part 1, section 21.1.2): slides, charts, diagrams, shapes. A paragraph comes in, its
items and blocks go out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from translate.data import LINE_BREAK
from translate.documents.archives.packaged import Reading
from translate.documents.office.foreign_runs import keep_foreign
from translate.documents.office.typed_notes import mark_notes
from translate.documents.spliced import Format, Item, Kind, SplicedBlock, make_blocks
from translate.documents.xml.escaped_texts import in_run, text_items, write_text
from translate.documents.xml.nodes import Node, Xml
from translate.languages import base_code
from translate.records import dataclass

ALTERNATIVES = ("wp:docPr", "p:cNvPr", "pic:cNvPr", "xdr:cNvPr", "wps:cNvPr", "cdr:cNvPr", "dsp:cNvPr", "a:cNvPr")
"""Elements whose `descr` and `title` are the alternative text of a picture; their `name` is none."""
DRAWING_LANGUAGES = dict.fromkeys(("a:rPr", "a:endParaRPr", "a:defRPr"), "lang")
"""Elements whose attribute names the language of text."""
_UNSEEN = re.compile(rb"""\s(?:lang|altLang|dirty|err|smtClean|noProof|bmk)\s*=\s*(?:"[^"]*"|'[^']*')""")
_PLAIN = re.compile(rb"<[\w.:-]+\s*(?:/>|>\s*</[\w.:-]+\s*>)")
_OFF = ("0", "false", "none", "noStrike")


@dataclass(frozen=True, slots=True)
class DrawingRuns:
    """Makes the items of paragraphs of one part."""

    data: bytes

    def items(self, paragraph: Node) -> Iterator[Item]:
        """Yield the items of a paragraph."""
        for child in paragraph.nodes:
            text = child.find("a:t")
            if child.name == "a:r" and text is not None and text.outer > text.inner:
                found = text_items(self.data, text.inner, text.outer, text.text, has_lines=False)
                yield from in_run(found, child.start, child.end, self._format(child, text))
            elif child.name == "a:br":
                native = self.data[child.start : child.end].decode()
                yield Item(Kind.MARK, child.start, child.end, native, type=LINE_BREAK)
            elif child.name == "a:fld":
                yield Item(Kind.MARK, child.start, child.end, text.text if text else "", type="x-var")
            elif child.name == "a14:m":
                yield Item(Kind.MARK, child.start, child.end, child.text.strip(), type="x-formula")
            elif child.name != "a:pPr":
                is_silent = child.name in ("", "a:r")
                yield Item(Kind.MARK, child.start, child.end, type="x-mark", is_silent=is_silent)

    def _format(self, run: Node, text: Node) -> Format:
        opening, closing = (run.start, text.inner), (text.outer, run.end)
        properties = run.find("a:rPr")
        if properties is None:
            return Format(b"", opening, closing)
        key = _UNSEEN.sub(b"", self.data[properties.start : properties.end])
        own = properties.attributes
        is_seen = any(own.get(name, "0") not in _OFF for name in ("u", "strike")) or b"highlight" in key
        language = base_code(own.get("lang", ""))
        key = b"" if _PLAIN.fullmatch(key) else key
        return Format(key, opening, closing, _type(own, properties), is_seen, language)


def _type(own: Mapping[str, str], properties: Node) -> str:
    for name, code_type in (("b", "bold"), ("i", "italic"), ("u", "underlined"), ("strike", "x-strike")):
        if own.get(name, "0") not in _OFF:
            return code_type
    if own.get("baseline", "0") not in ("0", "0%"):
        return "subscript" if own["baseline"].startswith("-") else "superscript"
    return "link" if properties.find("a:hlinkClick") is not None else "x-format"


def paragraph_blocks(
    xml: Xml, paragraph: Node, *, context: str, reading: Reading | None = None
) -> Iterator[SplicedBlock]:
    """Yield the blocks of a paragraph of DrawingML.

    :param reading: keep what is in another language than it.
    """
    items = list(mark_notes(DrawingRuns(xml.data).items(paragraph)))
    if reading:
        items = keep_foreign(items, reading)
    yield from make_blocks(items, write_text, part=xml.name, context=context)
