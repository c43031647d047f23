"""Headers and footers of sheets: what prints at the top and the bottom of a page comes in, its blocks go out.

Codes begin with `&`: sections, fonts, colours, numbers of pages (ECMA-376 part 1, section 18.3.1.46).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.documents.spliced import Item, Kind, SplicedBlock, make_blocks
from translate.documents.xml.escaped_texts import text_items, write_text
from translate.documents.xml.nodes import Node, Xml

HEADERS = tuple(f"s:{page}{place}" for page in ("odd", "even", "first") for place in ("Header", "Footer"))
"""Elements that hold a header or a footer."""
_AND = rb"(?:&amp;|&#38;|&#[xX]26;)"
_CODE = re.compile(
    _AND + rb"(?:(?P<literal>" + _AND + rb")|(?P<section>[LCR])|(?P<field>[PNDTAFZG](?:[+-]\d+)?)"
    rb"|(?P<look>\d+|\"[^\"]*\"|&quot;.*?&quot;|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|[BIUESXYOH]))",
    re.DOTALL,
)


def header_blocks(xml: Xml, node: Node, *, context: str) -> Iterator[SplicedBlock]:
    """Yield the blocks of a header or a footer, section by section."""
    called = "footer" if node.name.endswith("Footer") else "header"
    for section in _sections(xml.data, node):
        yield from make_blocks(section, _write, part=xml.name, context=f"{context}, {called}")


def _sections(data: bytes, node: Node) -> list[list[Item]]:
    sections: list[list[Item]] = [[]]
    position = node.inner
    if b"<" in data[node.inner : node.outer]:
        return []
    for match in _CODE.finditer(data, node.inner, node.outer):
        if match.lastgroup == "literal":
            continue
        sections[-1] += _texts(data, position, match.start())
        position = match.end()
        if match.lastgroup == "section":
            sections.append([])
        else:
            shown = match[0].decode().replace("&amp;", "&") if match.lastgroup == "field" else ""
            code_type = "x-var" if shown else "x-format"
            sections[-1].append(Item(Kind.MARK, match.start(), match.end(), shown, type=code_type))
    sections[-1] += _texts(data, position, node.outer)
    return sections


def _texts(data: bytes, start: int, end: int) -> list[Item]:
    items = text_items(data, start, end, "", has_lines=True)
    for item in items:
        if item.kind is Kind.TEXT:
            item.text = item.text.replace("&&", "&")
    return items


def _write(text: str) -> bytes:
    return write_text(text.replace("&", "&&"))
