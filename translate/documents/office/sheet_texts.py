"""Texts of sheets with runs in them (ECMA-376 part 1, section 18.4): an element comes in, its blocks go out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from translate.documents.office.typed_notes import mark_notes
from translate.documents.spliced import Format, Item, Kind, SplicedBlock, make_blocks
from translate.documents.xml.escaped_texts import in_run, text_items, write_text
from translate.documents.xml.nodes import Node, Xml

_LOOKS = {"s:b": "bold", "s:i": "italic", "s:u": "underlined", "s:strike": "x-strike"}
_SEEN = ("s:u", "s:strike")
_OFF = ("0", "false", "none")
_PRESERVED = re.compile(rb"xml:space\s*=\s*[\"']preserve[\"']")
_PLAIN = re.compile(rb"<[\w.:-]+\s*(?:/>|>\s*</[\w.:-]+\s*>)")


def rich_blocks(xml: Xml, node: Node, *, context: str) -> Iterator[SplicedBlock]:
    """Yield the blocks of a shared or inline string, or of a comment."""
    yield from make_blocks(list(mark_notes(_items(xml.data, node))), write_text, part=xml.name, context=context)


def line_blocks(xml: Xml, node: Node, *, context: str) -> Iterator[SplicedBlock]:
    """Yield the lines of an element that holds nothing but text."""
    items = text_items(xml.data, node.inner, node.outer, node.text, has_lines=True)
    yield from make_blocks(items, write_text, part=xml.name, context=context)


def without_edges(block: SplicedBlock) -> SplicedBlock:
    """Return a block of one text without the white space around it."""
    item = block.items[0]
    text = block.text.strip()
    lead = len(block.text) - len(block.text.lstrip())
    if len(block.items) > 1 or item.format or item.end - item.start != len(item.text.encode()):
        return block
    start = item.start + len(item.text[:lead].encode())
    return replace(block, text=text, items=(Item(Kind.TEXT, start, start + len(text.encode()), text),))


def _items(data: bytes, node: Node) -> Iterator[Item]:
    for child in node.nodes:
        text = child.find("s:t") if child.name == "s:r" else child
        if text is None or child.name not in ("s:t", "s:r") or text.outer <= text.inner:
            yield Item(Kind.MARK, child.start, child.end, type="x-mark", is_silent=child.name in ("", "s:r"))
            continue
        found = text_items(data, text.inner, text.outer, text.text, has_lines=True)
        if child.name == "s:r":
            yield from in_run(found, child.start, child.end, _format(data, child, text))
        else:
            yield from found


def _format(data: bytes, run: Node, text: Node) -> Format:
    """Return how a run looks; its text keeps spaces at the edges, whatever it will be."""
    opening: bytes | tuple[int, int] = (run.start, text.inner)
    if not _PRESERVED.search(data[text.start : text.inner]):
        opening = data[run.start : text.inner - 1] + b' xml:space="preserve">'
    properties = run.find("s:rPr")
    if properties is None:
        return Format(b"", opening, (text.outer, run.end))
    native = data[properties.start : properties.end]
    key = b"" if _PLAIN.fullmatch(native) else native
    looks = {one.name: one.attributes.get("val", "") for one in properties.nodes}
    names = [name for name, value in looks.items() if value not in _OFF]
    code_type = looks.get("s:vertAlign", "")
    if code_type not in ("superscript", "subscript"):
        code_type = next((_LOOKS[name] for name in names if name in _LOOKS), "x-format")
    return Format(key, opening, (text.outer, run.end), code_type, any(name in _SEEN for name in names))
