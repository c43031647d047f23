"""The parts of a `<tu>`: from text to attributes, props, notes and segments, in whatever shape a tool wrote them."""

from __future__ import annotations

from collections.abc import Iterator

from translate.data import InlineCode
from translate.formats.tmx.codes import read_segment
from translate.formats.units import Notes
from translate.formats.xmltext import Element, parse_element
from translate.records import dataclass


@dataclass(slots=True)
class Tuv:
    attributes: dict[str, str]
    props: list[tuple[str | None, str]]
    """Type and text; the type of a note is None."""
    text: str
    codes: tuple[InlineCode, ...] = ()


@dataclass(slots=True)
class Tu:
    attributes: dict[str, str]
    props: list[tuple[str | None, str]]
    """Type and text; the type of a note is None."""
    variants: list[Tuv]


def language_of(variant: Tuv) -> str | None:
    """Return the code as it stands, by the attribute of TMX 1.4 or that of the versions before."""
    return variant.attributes.get("xml:lang") or variant.attributes.get("lang")


def parse_tu(text: str, notes: Notes) -> Tu:
    """Parse a unit. Unknown elements are left out, and noted.

    :raises XmlFaultError: where it is not well-formed.
    :raises ValueError: where a variant has not exactly one segment.
    """
    return parse_parts(parse_element(text), notes)


def parse_parts(element: Element, notes: Notes) -> Tu:
    props: list[tuple[str | None, str]] = []
    variants: list[Tuv] = []
    for child in element.elements():
        if child.tag == "tuv":
            variants.append(_parse_tuv(child, notes))
        else:
            props += _parse_prop(child, "a unit", notes)
    return Tu(element.attributes, props, variants)


def _parse_tuv(element: Element, notes: Notes) -> Tuv:
    props: list[tuple[str | None, str]] = []
    segments = [child for child in element.elements() if child.tag == "seg"]
    if len(segments) != 1:
        raise ValueError(f"a <tuv> with {len(segments)} <seg>; expected one")
    for child in element.elements():
        if child.tag != "seg":
            props += _parse_prop(child, "a variant", notes)
    return Tuv(element.attributes, props, *read_segment(segments[0], notes))


def _parse_prop(element: Element, place: str, notes: Notes) -> Iterator[tuple[str | None, str]]:
    if element.tag == "note":
        yield None, element.text()
    elif element.tag != "prop":
        notes.lost(f"<{element.tag}> is not an element of {place}, and is dropped.", element.text())
    else:
        if "type" not in element.attributes:
            notes.fixed("a <prop> without type is kept as a property without name.", element.text())
        yield element.attributes.get("type", ""), element.text()
