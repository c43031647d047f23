"""Units in TXML, the files of Wordfast Pro, which are read as a kind of XLIFF and never written.

A `<segment>` of a `<translatable>` is a unit: `<source>` and `<target>` with `<ut x="1">` for inline codes, `gtmt`
where a machine translated it and `modified` where a person changed that, `score` where a memory proposed it,
`<comments>`.
What Wordfast keeps of earlier targets, `<revisions>`, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from translate.data import Note, Origin, State, TranslationUnit, Variant, usual_state
from translate.formats.base import Header
from translate.formats.units import Names, Notes, Units
from translate.formats.xliff.codes import read_parts
from translate.formats.xliff.languages import Found as Wanted
from translate.formats.xliff.states import Review
from translate.formats.xliff.units import events_of
from translate.formats.xmlstream import Opened, Whole
from translate.formats.xmltext import Element

_KEPT = ("source", "target", "comments", "ws")
_WHOLE_SCORE = 100


def read_units(path: Path, wanted: Wanted, notes: Notes, units: Units) -> Iterator[TranslationUnit]:
    """Yield the units of a file; a name is that of the block and of the segment."""
    names, block = Names(notes), ""
    for event in events_of(path):
        if isinstance(event, Opened) and event.element.tag == "translatable":
            block = event.element.attributes.get("blockId", "")
        elif isinstance(event, Whole) and event.element.tag == "segment":
            units.line = notes.line = event.line
            identity = event.element.attributes.get("segmentId", "")
            notes.unit = "-".join(part for part in (block, identity) if part) or None
            unit = _read_unit(event.element, notes.unit or "", wanted.header, notes)
            if unit is not None:
                yield replace(unit, name=names.unique(unit.name))


def _read_unit(segment: Element, name: str, header: Header, notes: Notes) -> TranslationUnit | None:
    children = {child.tag: child for child in segment.elements()}
    if "source" not in children:
        notes.rejected("a <segment> without <source>.")
        return None
    for tag in sorted(children.keys() - set(_KEPT)):
        notes.lost(f"<{tag}> of a <segment> is left out.")
    source, target = (_read_side(children.get(side)) for side in ("source", "target"))
    review = review_of(segment, children.get("target"))
    origin = review.origin or Origin.MEMORY
    attributes = {**segment.attributes, **(children["target"].attributes if "target" in children else {})}
    return TranslationUnit(
        name=name,
        source=Variant(header.source_language, source.text, None, source.codes),
        target=Variant(header.target_language, target.text, None, target.codes),
        origin=origin,
        state=None if review.state is usual_state(origin, target.text) else review.state,
        properties=tuple((f"txml:{key}", text) for key, text in attributes.items() if key != "segmentId"),
        notes=tuple(
            Note(comment.text(), comment.attributes.get("creationid", ""))
            for comment in (children["comments"].elements() if "comments" in children else ())
        ),
    )


def review_of(segment: Element, target: Element | None) -> Review:
    """Return what a segment says of its target: a draft where a machine made it, or a memory that knew no equal one."""
    if target is None or not target.text().strip():
        return Review(None, State.UNTRANSLATED)
    if segment.attributes.get("gtmt") == "true":
        is_changed = segment.attributes.get("modified") == "true"
        return Review(Origin.HUMAN, State.TRANSLATED) if is_changed else Review(Origin.MACHINE, State.DRAFT)
    score = target.attributes.get("score", "")
    is_fuzzy = score.isdecimal() and 0 < int(score) < _WHOLE_SCORE
    if segment.attributes.get("unconfirmed") == "true" or (is_fuzzy and segment.attributes.get("modified") != "true"):
        return Review(Origin.MEMORY, State.DRAFT)
    return Review()


def _read_side(element: Element | None) -> Variant:
    text, codes = read_parts(_with_placeholders(element)) if element is not None else ("", ())
    return Variant("", text, None, codes)


def _with_placeholders(element: Element) -> Element:
    """Return a side with its `<ut>` as the placeholders of XLIFF 1.2, which have an id, and text of their own."""
    children = [
        Element("ph", {"id": child.attributes.get("x", ""), "ctype": child.attributes.get("type", "")}, child.children)
        if not isinstance(child, str) and child.tag == "ut"
        else child
        for child in element.children
    ]
    return Element(element.tag, element.attributes, children)
