"""Shapes on slides, sheets and charts: a part comes in, blocks for their texts, alternatives and tips go out."""

from __future__ import annotations

from collections.abc import Iterator

from translate.documents.archives.packaged import Reading
from translate.documents.office.drawing import ALTERNATIVES, paragraph_blocks
from translate.documents.office.ooxml import value_block
from translate.documents.office.twins import twinned
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Node, Xml
from translate.records import dataclass

_KINDS = ("sp", "pic", "cxnSp", "graphicFrame", "grpSp", "contentPart")
_SHAPES = frozenset(f"{prefix}:{kind}" for prefix in ("p", "xdr", "cdr") for kind in _KINDS)
_VERSIONS = "mc:AlternateContent"
_STOPS = (*_SHAPES, _VERSIONS, "a:p")
_LINKS = ("a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver")


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of one part.

    :param place: what messages call the part: `slide 3`.
    :param has_prompts: whether placeholders in it are prompts, which nobody sees, as on masters and layouts.
    """

    reading: Reading
    xml: Xml
    place: str
    has_prompts: bool = False

    def blocks(self) -> Iterator[SplicedBlock]:
        """Yield the blocks of all shapes, in the order of the part."""
        for node, _ in self.xml.iter_nodes((*_SHAPES, _VERSIONS)):
            yield from self._one(node)

    def _one(self, node: Node) -> Iterator[SplicedBlock]:
        """Yield the blocks of a shape, or of the versions of one."""
        if node.name == _VERSIONS:
            yield from twinned([list(self._within(version, self.place)) for version in node.nodes])
            return
        properties = next((one for one in node.walk(outside=_STOPS) if one.name in ALTERNATIVES), None)
        if properties and properties.attributes.get("hidden") in ("1", "true") and not self.reading.wants("hidden"):
            self.reading.left_out.add("hidden shapes")
        elif not (self.has_prompts and any(one.name == "p:ph" for one in node.walk(outside=_STOPS))):
            is_table = any(one.name == "a:tbl" for one in node.walk(outside=_STOPS))
            yield from self._within(node, f"{self.place}, table" if is_table else self.place)

    def _within(self, node: Node, place: str) -> Iterator[SplicedBlock]:
        for one in node.walk(outside=_STOPS):
            if one.name in ALTERNATIVES and self.reading.offers("alt"):
                for attribute in ("descr", "title"):
                    context = f"{place}, alternative text"
                    yield from value_block(self.xml, one, attribute, part=self.xml.name, context=context)
            elif one.name in _LINKS:
                yield from self._tip(one, place)
            elif one.name == "a:p":
                yield from paragraph_blocks(self.xml, one, context=place, reading=self.reading)
                for link in one.walk():
                    if link.name in _LINKS:
                        yield from self._tip(link, place)
            elif one is not node and one.name in _STOPS:
                yield from self._one(one)

    def _tip(self, link: Node, place: str) -> Iterator[SplicedBlock]:
        yield from value_block(self.xml, link, "tooltip", part=self.xml.name, context=f"{place}, tip of a link")
