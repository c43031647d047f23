"""Word documents (docx, docm, dotx): every part that a person reads, in the order of reading; all else as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from translate.documents.archives.package import Package
from translate.documents.archives.packaged import PackageReader, Reading
from translate.documents.office.drawing import ALTERNATIVES, DRAWING_LANGUAGES, paragraph_blocks
from translate.documents.office.drawn_parts import iter_drawing_blocks
from translate.documents.office.foreign_runs import keep_foreign
from translate.documents.office.ooxml import content_types, language_marks, main_part, value_block, write_characters
from translate.documents.office.parts import announce, iter_properties
from translate.documents.office.twins import twinned
from translate.documents.office.word_index import entry_blocks
from translate.documents.office.word_runs import DELETED, Runs
from translate.documents.splice import Splice
from translate.documents.spliced import Item, Kind, SplicedBlock, make_blocks
from translate.documents.xml.nodes import Node, Xml

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ROLES: Mapping[str, tuple[str, str]] = {
    "header+xml": ("header", "headers"),
    "footer+xml": ("footer", "headers"),
    "footnotes+xml": ("footnote", "notes"),
    "endnotes+xml": ("endnote", "notes"),
    "comments+xml": ("comment", "comments"),
    "document.glossary+xml": ("building block", ""),
}
"""Parts with paragraphs, by the end of their content type: what they are called, and the switch that keeps them."""
_LANGUAGES = {"w:lang": "w:val", "w:themeFontLang": "w:val", **DRAWING_LANGUAGES}
_BOUND = "a content control is bound to data of the document: Word fills it in again when the document is opened"
_INNER = re.compile(rb"docPr|cNvPr|tooltip|sdtPr|AlternateContent|<[\w.-]*:?p[\s/>]")
"""What only a paragraph with more than its own text has."""
_INSTRUCTION = re.compile(rb"<[\w.-]*:?instrText\b")
_NOTES = ("w:footnote", "w:endnote", "w:comment")


class Word:
    """The family of Word documents."""

    def check(self, package: Package) -> None:
        main_part(package, "docx")

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        main = main_part(reading.package, "docx")
        types = content_types(reading.package)
        hidden = _hidden_styles(reading, types)
        yield from _part(reading, main, "paragraph", hidden)
        for ending, (context, switch) in _ROLES.items():
            for name in [name for name, one in types.items() if one == _WORD + ending]:
                if not switch or reading.offers(switch):
                    yield from _part(reading, name, context, hidden)
                else:
                    reading.left_out.add(f"{context}s")
        yield from iter_drawing_blocks(reading, types)
        yield from iter_properties(reading, types)
        announce(reading, types)

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        return language_marks(xml, language, target, _LANGUAGES)


def _hidden_styles(reading: Reading, types: Mapping[str, str]) -> frozenset[str]:
    """Return the names of styles whose text is hidden, and of those that are made of such."""
    found: set[str] = set()
    bases: dict[str, str] = {}
    for name in [name for name, one in types.items() if one == _WORD + "styles+xml"]:
        for style, _ in reading.xml(name).iter_nodes(("w:style",)):
            own = style.attributes.get("w:styleId", "")
            properties, base = style.find("w:rPr"), style.find("w:basedOn")
            vanish = properties.find("w:vanish") if properties else None
            if vanish is None and base is not None:
                bases[own] = base.attributes.get("w:val", "")
            elif vanish is not None and vanish.attributes.get("w:val", "1") not in ("0", "false", "off"):
                found.add(own)
    while more := {own for own, base in bases.items() if base in found} - found:
        found |= more
    return frozenset(found)


def _part(reading: Reading, name: str, context: str, hidden: frozenset[str]) -> Iterator[SplicedBlock]:
    """Yield the blocks of a part with paragraphs."""
    xml = reading.xml(name)
    runs: Runs | None = None
    number = 0
    for node, around in xml.iter_nodes(("w:p", "w:sdtPr")):
        if node.name == "w:sdtPr":
            yield from _list_items(xml, node, name)
            _note_binding(reading, node)
            continue
        runs = runs or Runs(xml.data, _prefix(xml, node), hidden, reading.wants("hidden"))
        number += 1
        note = next((one for one in around if one.name in _NOTES), None)
        place = f"{context} {note.attributes.get('w:id', '') if note else number}".rstrip()
        yield from _paragraph(reading, xml, runs, node, place)


def _prefix(xml: Xml, paragraph: Node) -> bytes:
    """Return what the part writes before the names of its elements."""
    tag = re.match(rb"<([\w.-]*:)?p\b", xml.data[paragraph.start : paragraph.inner])
    return (tag and tag[1]) or b""


def _paragraph(reading: Reading, xml: Xml, runs: Runs, paragraph: Node, place: str) -> Iterator[SplicedBlock]:
    """Yield the blocks of a paragraph, and those of what stands in it: text boxes, alternative texts."""
    items = keep_foreign(runs.items(paragraph), reading)
    _count(reading, items)
    yield from make_blocks(items, write_characters, part=xml.name, context=place, tags=runs.tags)
    if _INNER.search(xml.data, paragraph.inner, paragraph.outer):
        yield from _inner_blocks(reading, xml, runs, paragraph, place)
    if _INSTRUCTION.search(xml.data, paragraph.inner, paragraph.outer) and reading.offers("index"):
        yield from entry_blocks(reading, xml, paragraph, place)


def _inner_blocks(reading: Reading, xml: Xml, runs: Runs, paragraph: Node, place: str) -> Iterator[SplicedBlock]:
    """Yield the blocks of what stands in a paragraph."""
    for node in paragraph.walk(outside=("w:p",)):
        if node.name in ALTERNATIVES and reading.offers("alt"):
            for attribute in ("descr", "title"):
                yield from value_block(xml, node, attribute, part=xml.name, context=f"{place}, alternative text")
        elif node.name == "w:hyperlink":
            yield from value_block(xml, node, "tooltip", part=xml.name, context=f"{place}, tip of a link")
        elif node.name == "w:sdtPr":
            yield from _list_items(xml, node, xml.name)
            _note_binding(reading, node)
    for node in paragraph.walk(outside=("w:p", "a:p", "mc:AlternateContent", *DELETED)):
        if node.name == "mc:AlternateContent":
            yield from _alternatives(reading, xml, runs, node, place)
        elif node.name == "a:p":
            yield from paragraph_blocks(xml, node, context=f"{place}, drawing")
        elif node.name == "w:p" and node is not paragraph:
            yield from _paragraph(reading, xml, runs, node, f"{place}, text box")


def _alternatives(reading: Reading, xml: Xml, runs: Runs, node: Node, place: str) -> Iterator[SplicedBlock]:
    """Yield what stands in both versions of a drawing, once, and what stands in one."""
    versions: list[list[SplicedBlock]] = []
    for version in node.nodes:
        items = keep_foreign(runs.version_items(version), reading)
        versions.append(list(make_blocks(items, write_characters, part=xml.name, context=place, tags=runs.tags)))
        for box in version.walk(outside=("w:p",)):
            if box.name == "w:p":
                versions[-1] += _paragraph(reading, xml, runs, box, f"{place}, text box")
    yield from twinned(versions)


def _list_items(xml: Xml, properties: Node, part: str) -> Iterator[SplicedBlock]:
    """Yield what the list of a content control shows."""
    for node in properties.walk():
        if node.name == "w:listItem":
            name = "displayText" if "w:displayText" in node.attributes else "value"
            yield from value_block(xml, node, name, part=part, context="list of a content control")


def _note_binding(reading: Reading, properties: Node) -> None:
    if properties.find("w:dataBinding") is not None:
        reading.left_out.remark(_BOUND)


def _count(reading: Reading, items: Sequence[Item]) -> None:
    for item in items:
        if item.kind is Kind.MARK and item.type in ("x-hidden", "x-deletion"):
            reading.left_out.add("hidden passages" if item.type == "x-hidden" else "deleted passages")


READER = PackageReader("docx", Word())
