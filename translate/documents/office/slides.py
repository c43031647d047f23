"""Presentations (pptx, pptm, potx, ppsx): what a person reads on their slides and beside them, slide after slide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translate.documents.archives.package import Package
from translate.documents.archives.packaged import PackageReader, Reading
from translate.documents.office.drawing import DRAWING_LANGUAGES, paragraph_blocks
from translate.documents.office.drawn_shapes import Drawings
from translate.documents.office.ooxml import content_types, language_marks, main_part, value_block
from translate.documents.office.parts import announce, iter_properties
from translate.documents.office.relationships import parts_of, relationships
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock, make_blocks
from translate.documents.xml.escaped_texts import text_items, write_text
from translate.documents.xml.nodes import Node, Xml
from translate.records import dataclass

_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml."
_MASTERS: Mapping[str, str] = {
    "slideMaster+xml": "master",
    "slideLayout+xml": "layout",
    "notesMaster+xml": "master of notes",
    "handoutMaster+xml": "master of handouts",
}
"""Parts whose placeholders are prompts, by the end of their content type."""
_OFF = ("0", "false")


class Slides:
    """The family of presentations."""

    def check(self, package: Package) -> None:
        main_part(package, "pptx")

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        yield from _Deck(reading, main_part(reading.package, "pptx"), Drawings(reading)).blocks()

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        return language_marks(xml, language, target, DRAWING_LANGUAGES)


@dataclass(frozen=True, slots=True)
class _Deck:
    """A presentation that is read."""

    reading: Reading
    main: str
    drawings: Drawings

    def blocks(self) -> Iterator[SplicedBlock]:
        types = content_types(self.reading.package)
        xml = self.reading.xml(self.main)
        related = relationships(self.reading, self.main)
        listed = [node for node, _ in xml.iter_nodes(("p:sldId", "p14:section"))]
        slides = [node.attributes.get("r:id", "") for node in listed if node.name == "p:sldId"]
        for number, name in enumerate(slides, 1):
            if name in related:
                yield from self._slide(related[name].part, f"slide {number}")
        for ending, called in _MASTERS.items():
            masters = [name for name, one in types.items() if one == _PRESENTATION + ending]
            for number, name in enumerate(masters, 1):
                yield from self.drawings.blocks(name, f"{called} {number}", has_prompts=True)
        for node in listed:
            if node.name == "p14:section":
                yield from value_block(xml, node, "name", part=self.main, context="name of a section")
        yield from iter_properties(self.reading, types)
        announce(self.reading, types)

    def _slide(self, name: str, place: str) -> Iterator[SplicedBlock]:
        """Yield the blocks of a slide, its notes and its comments."""
        if _is_hidden(self.reading.xml(name)) and not self.reading.wants("hidden"):
            self.reading.left_out.add("hidden slides")
            return
        yield from self.drawings.blocks(name, place)
        related = relationships(self.reading, name)
        for notes in parts_of(related, "notesSlide"):
            if self.reading.offers("notes"):
                yield from self.drawings.blocks(notes, f"{place}, notes")
            else:
                self.reading.left_out.add("speaker notes")
        for comments in parts_of(related, "comments"):
            yield from self._comments(comments, place)

    def _comments(self, name: str, place: str) -> Iterator[SplicedBlock]:
        """Yield comments: those of old have one text, those of today paragraphs and replies."""
        xml = self.reading.xml(name)
        for node, _ in xml.iter_nodes(("p:text", "a:p")):
            if not self.reading.offers("comments"):
                self.reading.left_out.add("comments")
            elif node.name == "a:p":
                yield from paragraph_blocks(xml, node, context=f"{place}, comment")
            else:
                yield from _lines(xml, node, f"{place}, comment")


def _is_hidden(xml: Xml) -> bool:
    return next(xml.iter_tags()).attributes.get("show", "1") in _OFF


def _lines(xml: Xml, node: Node, context: str) -> Iterator[SplicedBlock]:
    """Yield the lines of an element that holds nothing but text."""
    items = text_items(xml.data, node.inner, node.outer, node.text, has_lines=True)
    yield from make_blocks(items, write_text, part=xml.name, context=context)


READER = PackageReader("pptx", Slides())
