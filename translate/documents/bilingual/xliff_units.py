"""Units of XLIFF 1.2 and 2.x that wait for a translation: an element comes in, places to fill and their texts go out.

Which units wait is decided as in `formats/xliff`: those without target, whose target is empty, or is called new and
repeats the source. What is locked, approved, or not to be translated waits for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from translate.documents.ooxml import write_characters
from translate.documents.spliced import Item, Kind, SplicedBlock, make_blocks
from translate.documents.xml_nodes import Chars, Node, Xml

_PAIRS = frozenset(("g", "pc", "mrk"))
_NEW = ("new", "needs-translation", "initial")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Fill:
    """A target to write over bytes [start, end): `opening`, the bytes of `body` with their texts, `closing`.

    `marks` are further changes, places and what stands there then, that say that it was filled.
    """

    start: int
    end: int
    opening: bytes
    closing: bytes
    body: tuple[int, int]
    marks: tuple[tuple[int, int, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class FillBlock(SplicedBlock):
    """A source text that waits; what it is translated to goes to the target, in the place of its bytes of the body."""

    fill: Fill | None = None
    language: str = ""
    """Of the targets, as the file says."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How targets that are filled are marked: attributes of the target (1.2), or of its segment (2.x)."""

    target: Mapping[str, str] = field(default_factory=dict)
    segment: Mapping[str, str] = field(default_factory=dict)
    trados: Mapping[str, str] = field(default_factory=dict)


DRAFTS = Waiting(
    {"state": "needs-review-translation", "state-qualifier": "leveraged-mt"},
    {"state": "translated", "subState": "bitexte:mt"},
    {"conf": "Draft", "origin": "mt"},
)
APPROVED = Waiting({"state": "translated"}, {"state": "translated"}, {"conf": "Translated", "origin": "mt"})


def blocks_of_unit(
    xml: Xml, unit: Node, around: Sequence[Node], waiting: Waiting, language: str
) -> Iterator[FillBlock]:
    """Yield the texts of a `trans-unit` or `unit` that wait for a translation."""
    if any(one.attributes.get("translate") == "no" for one in (*around, unit)):
        return
    place = f"unit {unit.attributes.get('id', '')}".rstrip()
    if _local(unit) == "unit":
        for node in unit.walk(outside=("x2:notes", "x2:originalData")):
            if _local(node) == "segment" and node.attributes.get("state", "initial") == "initial":
                for fill, source in _fills_of_segment(xml, node, waiting):
                    yield from _blocks(xml, source, fill, language, place)
    elif not _is_settled(unit):
        for fill, source in _fills_of_unit(xml, unit, waiting):
            yield from _blocks(xml, source, fill, language, place)


def _blocks(xml: Xml, source: Node, fill: Fill, language: str, place: str) -> Iterator[FillBlock]:
    items = list(_items(source))
    for block in make_blocks(items, write_characters, part=xml.name, context=place):
        if any(map(str.isalpha, block.text)):
            known = {name: getattr(block, name) for name in SplicedBlock.__dataclass_fields__}
            yield FillBlock(**known, fill=fill, language=language)


def _is_settled(unit: Node) -> bool:
    """Tell whether a unit of XLIFF 1.2 is approved, or locked by a tool."""
    own = unit.attributes
    return (
        own.get("approved") == "yes"
        or own.get("mq:locked") not in (None, "", "false")
        or own.get("m:locked") == "true"
        or own.get("m:confirmed") == "1"
    )


def _fills_of_unit(xml: Xml, unit: Node, waiting: Waiting) -> Iterator[tuple[Fill, Node]]:
    """Yield what to fill of a unit of XLIFF 1.2, a segment at a time where it is segmented, with its source."""
    source, segmented, target = (_child(unit, name) for name in ("source", "seg-source", "target"))
    if source is None:
        return
    segments = [node for node in (segmented or source).walk() if _is_segment(node)]
    if target is not None and any(_is_segment(node) for node in target.walk()):
        locked = _locked(unit)
        found = {node.attributes.get("mid"): node for node in target.walk() if _is_segment(node)}
        for segment in segments:
            mine = found.get(segment.attributes.get("mid"))
            if mine is not None and not mine.text.strip() and segment.attributes.get("mid") not in locked:
                yield _over(xml, mine, segment, {}, _marks_of_trados(xml, unit, segment, waiting)), segment
        return
    body = segmented or source
    if target is None and not _locked(unit):
        marks = tuple(mark for one in segments for mark in _marks_of_trados(xml, unit, one, waiting))
        fill = replace(_behind(xml, source, body, {} if marks else waiting.target), marks=marks)
        yield from ((fill, one) for one in segments or [body])
    elif target is not None and _waits(target, source):
        fill = _over(xml, target, body, waiting.target)
        yield from ((fill, one) for one in segments or [body])


def _fills_of_segment(xml: Xml, segment: Node, waiting: Waiting) -> Iterator[tuple[Fill, Node]]:
    source, target = _child(segment, "source"), _child(segment, "target")
    if source is None:
        return
    tag = with_attributes(xml.data[segment.start : segment.inner], waiting.segment)
    marks = ((segment.start, segment.inner, tag),)
    if target is None:
        yield replace(_behind(xml, source, source, {}), marks=marks), source
    elif not _has_content(target) or (_plain(target) == _plain(source) and "state" in segment.attributes):
        yield replace(_over(xml, target, source, {}), marks=marks), source


def _waits(target: Node, source: Node) -> bool:
    is_new = target.attributes.get("state") in _NEW
    return not _has_content(target) or (is_new and _plain(target) == _plain(source))


def _has_content(target: Node) -> bool:
    return bool(target.text.strip()) or any(True for _ in target.nodes)


def _plain(node: Node) -> str:
    return _SPACE.sub(" ", node.text).strip()


def _over(
    xml: Xml, old: Node, body: Node, attributes: Mapping[str, str], marks: tuple[tuple[int, int, bytes], ...] = ()
) -> Fill:
    """Return how an element is filled that is there."""
    tag = xml.data[old.start : old.inner]
    tag = re.sub(rb"\s*/>\Z", b">", tag) if old.is_empty else tag
    closing = b"</" + _raw_name(tag) + b">"
    return Fill(old.start, old.end, with_attributes(tag, attributes), closing, (body.inner, body.outer), marks)


def _behind(xml: Xml, source: Node, body: Node, attributes: Mapping[str, str]) -> Fill:
    """Return how a target is written that is not there: behind the source, as far in as that stands."""
    name = _raw_name(xml.data[source.start : source.inner]).replace(b"source", b"target")
    space = _line_before(xml.data, source.start)
    tag = with_attributes(b"<" + name + b">", attributes)
    return Fill(body.end, body.end, space + tag, b"</" + name + b">", (body.inner, body.outer))


def _line_before(data: bytes, end: int) -> bytes:
    """Return the line end and the white space that stand before a place; nothing where more stands on its line."""
    start = end
    while data[start - 1 : start] in (b" ", b"\t"):
        start -= 1
    if data[start - 1 : start] != b"\n":
        return b""
    return data[start - (2 if data[start - 2 : start] == b"\r\n" else 1) : end]


def with_attributes(tag: bytes, attributes: Mapping[str, str]) -> bytes:
    """Return a start tag with other values of attributes; those that it has not come last."""
    for name, value in attributes.items():
        written = f' {name}="{value}"'.encode()
        old = re.search(rb"""\s%s\s*=\s*(?:"[^"]*"|'[^']*')|(?=\s*/?>\Z)""" % name.encode(), tag)
        assert old
        tag = tag[: old.start()] + written + tag[old.end() :]
    return tag


def _raw_name(tag: bytes) -> bytes:
    match = re.match(rb"<([^\s/>]+)", tag)
    assert match
    return match[1]


def _marks_of_trados(xml: Xml, unit: Node, segment: Node, waiting: Waiting) -> tuple[tuple[int, int, bytes], ...]:
    """Return the change of what Trados says of a segment: a draft by a machine."""
    for node in unit.walk():
        if node.name == "sdl:seg" and node.attributes.get("id") == segment.attributes.get("mid"):
            if node.attributes.get("conf", "Unspecified") != "Unspecified":
                return ()
            tag = with_attributes(xml.data[node.start : node.inner], waiting.trados)
            return ((node.start, node.inner, tag),)
    return ()


def _locked(unit: Node) -> frozenset[str]:
    return frozenset(
        node.attributes.get("id", "")
        for node in unit.walk()
        if node.name == "sdl:seg" and node.attributes.get("locked") == "true"
    )


def _items(source: Node) -> Iterator[Item]:
    """Yield what stands in a source: text, pairs around it, and codes that stand alone, whatever is in them."""
    for child in source.children:
        if isinstance(child, Chars):
            yield Item(Kind.TEXT, child.start, child.end, _SPACE.sub(" ", child.text))
        elif _local(child) in _PAIRS and not child.is_empty:
            yield Item(Kind.OPEN, child.start, child.inner, type=f"x-{_local(child)}")
            yield from _items(child)
            yield Item(Kind.CLOSE, child.outer, child.end, type=f"x-{_local(child)}")
        else:
            yield Item(Kind.MARK, child.start, child.end, type=f"x-{_local(child) or 'comment'}")


def _is_segment(node: Node) -> bool:
    return _local(node) == "mrk" and node.attributes.get("mtype") == "seg"


def _child(node: Node, name: str) -> Node | None:
    return next((one for one in node.nodes if _local(one) == name), None)


def _local(node: Node) -> str:
    return node.name.rpartition(":")[2]
