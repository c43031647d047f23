"""What a memory proposes for texts that are filled in: units and suggestions come in, `alt-trans` and `match` go out.

Those of XLIFF 1.2 stand behind the target, those of XLIFF 2.x in the unit's `matches`. Trados and memoQ keep proposals
in ways of their own, so that their files get none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from translate.data import Suggestion
from translate.documents.bilingual.fills import FillBlock, Proposals, child_of, line_before, local, plain, raw_name
from translate.documents.filling import Filling
from translate.documents.xml.nodes import Node, Xml

_NAMESPACE = b"urn:oasis:names:tc:xliff:matches:2.0"
_MOST = 100


def place_in_unit(xml: Xml, unit: Node, end: int, segment: Node | None) -> Proposals | None:
    """Return where proposals for a text of XLIFF 1.2 go; None where its tool keeps them in another way.

    :param end: where what is filled ends, a target that is not there yet or a part of one that is.
    :param segment: the `mrk` that they are for; None where they are for the unit.
    """
    source, target = child_of(unit, "source"), child_of(unit, "target")
    is_of_tool = child_of(unit, "seg-defs") is not None or any(name.startswith("mq:") for name in unit.attributes)
    if source is None or is_of_tool:
        return None
    names = _names_of_sides(xml, unit)
    mid = segment.attributes.get("mid") if segment is not None else None
    return Proposals(
        target.end if target is not None else end,
        (names[0].removesuffix(b"source") + b"alt-trans", *names),
        f' mid="{escape(mid)}"' if mid else "",
        ("match-quality", "%"),
        line=line_before(xml.data, source.start),
        known=frozenset(_targets(one for one in unit.nodes if local(one) == "alt-trans")),
    )


def place_in_matches(xml: Xml, unit: Node, segment: Node) -> Proposals | None:
    """Return where proposals for a segment of XLIFF 2.x go; None where nothing names the segment."""
    name = segment.attributes.get("id")
    first = next(unit.nodes, None)
    if not name or first is None:
        return None
    attributes, quality = f' ref="#{escape(name)}"', ("matchQuality", "")
    line = line_before(xml.data, first.start)
    there = child_of(unit, "matches")
    if there is None:
        opening = line + b'<mtc:matches xmlns:mtc="' + _NAMESPACE + b'">'
        names = (b"mtc:match", *_names_of_sides(xml, unit))
        return Proposals(unit.inner, names, attributes, quality, opening, line + b"</mtc:matches>", line)
    if there.is_empty:
        return None
    prefix = raw_name(xml.data[there.start : there.inner]).removesuffix(b"matches")
    held = next(there.nodes, None)
    line = line if held is None else line_before(xml.data, held.start)
    known = frozenset(_targets(there.nodes))
    names = (prefix + b"match", *_names_of_sides(xml, unit))
    return Proposals(there.inner, names, attributes, quality, line=line, known=known)


def _names_of_sides(xml: Xml, unit: Node) -> tuple[bytes, bytes]:
    """Return the names of source and target as they are written in a unit."""
    source = next(node for node in unit.walk() if local(node) == "source")
    name = raw_name(xml.data[source.start : source.inner])
    return name, name.removesuffix(b"source") + b"target"


def _targets(proposals: Iterable[Node]) -> Iterator[str]:
    for one in proposals:
        target = child_of(one, "target")
        if target is not None:
            yield plain(target)


def written_proposals(fillings: Iterable[Filling]) -> dict[int, bytes]:
    """Return what is written at places of a part: what a memory has that is like the texts, each proposal once."""
    places: dict[int, dict[tuple[Proposals, Suggestion], None]] = {}
    for one in fillings:
        place = one.block.proposals if isinstance(one.block, FillBlock) else None
        for suggestion in (each for hypothesis in one.hypotheses for each in hypothesis.suggestions):
            if place and suggestion.target not in place.known:
                places.setdefault(place.at, {})[place, suggestion] = None
    written: dict[int, bytes] = {}
    for at, found in places.items():
        around = next(iter(found))[0]
        written[at] = b"".join((around.opening, *(_proposal(*one) for one in found), around.closing))
    return written


def _proposal(place: Proposals, one: Suggestion) -> bytes:
    name, sign = place.quality
    quality = f' {name}="{min(one.percentage, _MOST)}{sign}"' if one.percentage is not None else ""
    origin = f' origin="{escape(one.memory)}"' if one.memory else ""
    element, source, target = place.names
    sides = b"".join(
        b"<%s>%s</%s>" % (side, escape(text, quote=False).encode(), side)
        for side, text in ((source, one.source), (target, one.target))
    )
    return b"%s<%s%s>%s</%s>" % (place.line, element, f"{place.attributes}{quality}{origin}".encode(), sides, element)
