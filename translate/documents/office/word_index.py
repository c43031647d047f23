"""Entries of indexes and tables of contents in WordprocessingML, `{ XE "Contrat:résiliation" }` (ECMA-376 part 1,
sections 17.16.5.67 and 17.16.5.75): a paragraph comes in, a block for each level of an entry goes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from translate.documents.archives.packaged import Reading
from translate.documents.office.ooxml import text_block, write_characters
from translate.documents.office.word_fields import BEGIN, END, MARKS
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Node, Xml

_ENTRY = re.compile(r'\s*(?:XE|TC)\s+["\u201c\u201d](?P<text>[^"\u201c\u201d]*)["\u201c\u201d]', re.IGNORECASE)
_LEVELS = re.compile(r"[^:]+")
_UNSURE = re.compile(r"[\\;&]")
"""Escapes, keys to sort by, and references to characters."""
_FOR_FIELDS = str.maketrans({'"': "'", "\u201c": "'", "\u201d": "'", ":": ",", ";": ",", "\\": "/"})
"""What a field would take for its own."""


def entry_blocks(reading: Reading, xml: Xml, paragraph: Node, place: str) -> Iterator[SplicedBlock]:
    """Yield the texts of the entries that a paragraph makes; those that cannot be changed safely are counted."""
    opened: list[list[Node]] = []
    for node in paragraph.walk(outside=("w:p",)):
        if node.name == "w:instrText" and opened:
            opened[-1].append(node)
        elif node.name == "w:fldChar":
            mark = MARKS.get(node.attributes.get("w:fldCharType", ""))
            if mark == BEGIN:
                opened.append([])
            elif mark and opened:
                yield from _entry(reading, xml, opened[-1], place)
                opened[-1] = []
                if mark == END:
                    opened.pop()


def _entry(reading: Reading, xml: Xml, nodes: Sequence[Node], place: str) -> Iterator[SplicedBlock]:
    match = _ENTRY.match("".join(node.text for node in nodes))
    if match is None or not any(map(str.isalpha, match["text"])):
        return
    start, end = match.span("text")
    for node in nodes:
        if start >= 0 and end <= len(node.text):
            native = xml.data[node.inner : node.outer].decode()
            first = max((at for at in range(len(native)) if len(unescape(native[:at])) == start), default=0)
            if _UNSURE.search(match["text"]) or not native.startswith(match["text"], first):
                break
            for level in _LEVELS.finditer(match["text"]):
                text = level[0].strip()
                if any(map(str.isalpha, text)):
                    at = node.inner + len(native[: first + level.start() + level[0].index(text)].encode())
                    called = f"{place}, index entry"
                    size = len(text.encode())
                    yield text_block(text, at, at + size, part=xml.name, context=called, write_text=_write_entry)
            return
        start, end = start - len(node.text), end - len(node.text)
    reading.left_out.add("index terms")


def _write_entry(text: str) -> bytes:
    return write_characters(text.translate(_FOR_FIELDS))
