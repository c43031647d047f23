"""Units of XLIFF 1.2 and 2.x that wait for a translation: an element comes in, places to fill and their texts go out.

Which units wait is decided as in `formats/xliff`: those without target, whose target is empty, or is called new and
repeats the source. What is locked, approved, or not to be translated waits for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from translate.documents.bilingual.fills import (
    Fill,
    FillBlock,
    Marks,
    behind,
    blocks_of,
    child_of,
    is_empty,
    local,
    over,
    plain,
    with_attributes,
)
from translate.documents.bilingual.proposals import place_in_matches, place_in_unit
from translate.documents.bilingual.states import Standing
from translate.documents.strings.apostrophes import PLAIN, Habit
from translate.documents.xml.nodes import Node, Xml

_CHARACTERS = ("char", "glyph")
_NEW = ("new", "needs-translation", "initial")


def blocks_of_unit(
    xml: Xml, unit: Node, around: Sequence[Node], standing: Standing, language: str, habit: Habit
) -> Iterator[FillBlock]:
    """Yield the texts of a `trans-unit` or `unit` that wait for a translation.

    :param habit: whether the file doubles its apostrophes.
    """
    if any(one.attributes.get("translate") == "no" for one in (*around, unit)):
        return
    place = f"unit {unit.attributes.get('id', '')}".rstrip() + _limit_of(unit)
    blocks, elision_of = partial(blocks_of, xml, language=language, place=place), partial(habit.elision_of, PLAIN)
    if local(unit) == "unit":
        for node in unit.walk(outside=("x2:notes", "x2:originalData")):
            if local(node) == "segment" and node.attributes.get("state", "initial") == "initial":
                for fill, source in _fills_of_segment(xml, node, standing):
                    proposals = place_in_matches(xml, unit, node)
                    yield from blocks(source, fill, proposals=proposals, elision=elision_of(source.text))
    elif not _is_settled(unit):
        for fill, source in _fills_of_unit(xml, unit, standing):
            proposals = place_in_unit(xml, unit, fill.end, source if _is_segment(source) else None)
            yield from blocks(source, fill, proposals=proposals, elision=elision_of(source.text))


def _limit_of(unit: Node) -> str:
    """Return how long the unit says that a translation may be, as a note of a developer would."""
    own = unit.attributes
    said = own.get("maxwidth", "") if own.get("size-unit") in _CHARACTERS else ""
    said = said or next((value for name, value in own.items() if name.endswith(":sizeRestriction")), "")
    most = said.rpartition(",")[2].strip()
    return f", max. {most} characters" if most.isdecimal() else ""


def _is_settled(unit: Node) -> bool:
    """Tell whether a unit of XLIFF 1.2 is approved, or locked by a tool."""
    own = unit.attributes
    return (
        own.get("approved") == "yes"
        or own.get("mq:locked") not in (None, "", "false")
        or own.get("m:locked") == "true"
        or own.get("m:confirmed") == "1"
    )


def _fills_of_unit(xml: Xml, unit: Node, standing: Standing) -> Iterator[tuple[Fill, Node]]:
    """Yield what to fill of a unit of XLIFF 1.2, a segment at a time where it is segmented, with its source."""
    source, segmented, target = (child_of(unit, name) for name in ("source", "seg-source", "target"))
    if source is None:
        return
    segments = [node for node in (segmented or source).walk() if _is_segment(node)]
    if target is not None and any(_is_segment(node) for node in target.walk()):
        locked = _locked(unit)
        found = {node.attributes.get("mid"): node for node in target.walk() if _is_segment(node)}
        for segment in segments:
            mine = found.get(segment.attributes.get("mid"))
            if mine is not None and not mine.text.strip() and segment.attributes.get("mid") not in locked:
                fill = over(xml, mine, segment, {}, _marks_of_trados(xml, unit, segment, standing))
                yield fill, segment
        return
    body = segmented or source
    if target is None and not _locked(unit):
        marks = tuple(mark for one in segments for mark in _marks_of_trados(xml, unit, one, standing))
        fill = behind(xml, source, body, {} if marks else standing.target, marks)
    elif target is not None and _waits(target, source):
        fill = over(xml, target, body, standing.target)
    else:
        return
    yield from ((fill, one) for one in segments or [body])


def _fills_of_segment(xml: Xml, segment: Node, standing: Standing) -> Iterator[tuple[Fill, Node]]:
    source, target = child_of(segment, "source"), child_of(segment, "target")
    if source is None:
        return
    tag = with_attributes(xml.data[segment.start : segment.inner], standing.segment)
    marks = ((segment.start, segment.inner, tag),)
    if target is None:
        yield behind(xml, source, source, {}, marks), source
    elif is_empty(target) or (plain(target) == plain(source) and "state" in segment.attributes):
        yield over(xml, target, source, {}, marks), source


def _waits(target: Node, source: Node) -> bool:
    is_new = target.attributes.get("state") in _NEW
    return is_empty(target) or (is_new and plain(target) == plain(source))


def _marks_of_trados(xml: Xml, unit: Node, segment: Node, standing: Standing) -> Marks:
    """Return the change of what Trados says of a segment: a draft by a machine."""
    for node in unit.walk():
        if node.name == "sdl:seg" and node.attributes.get("id") == segment.attributes.get("mid"):
            if node.attributes.get("conf", "Unspecified") != "Unspecified":
                return ()
            tag = with_attributes(xml.data[node.start : node.inner], standing.trados)
            return ((node.start, node.inner, tag),)
    return ()


def _locked(unit: Node) -> frozenset[str]:
    return frozenset(
        node.attributes.get("id", "")
        for node in unit.walk()
        if node.name == "sdl:seg" and node.attributes.get("locked") == "true"
    )


def _is_segment(node: Node) -> bool:
    return local(node) == "mrk" and node.attributes.get("mtype") == "seg"
