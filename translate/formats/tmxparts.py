"""The parts of a `<tu>`: from text to attributes, props, notes and segments, in whatever shape a tool wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate.formats.units import Notes
from translate.formats.xmltext import SPECIAL, Element, parse_element, unescape

_CODES = {"bpt", "ept", "it", "ph", "ut"}


@dataclass(slots=True)
class Tuv:
    attributes: dict[str, str]
    props: list[tuple[str | None, str]]
    """Type and text; the type of a note is None."""
    text: str


@dataclass(slots=True)
class Tu:
    attributes: dict[str, str]
    props: list[tuple[str | None, str]]
    """Type and text; the type of a note is None."""
    variants: list[Tuv]

    def languages(self) -> list[str | None]:
        return [language_of(variant) for variant in self.variants]


def language_of(variant: Tuv) -> str | None:
    """Return the code as it stands, by the attribute of TMX 1.4 or that of the versions before."""
    return variant.attributes.get("xml:lang") or variant.attributes.get("lang")


def parse_tu(text: str, notes: Notes) -> Tu:
    """Parse a unit. Inline codes and unknown elements are left out, and noted.

    :raises XmlFaultError: where it is not well-formed.
    :raises ValueError: where a variant has not exactly one segment.
    """
    return _parse_plain(text) or _parse_element(parse_element(text), notes)


# Two variants without inline codes, and nothing that needs a parser of XML: what most units of most files are.
_ATTRIBUTES = r'(?: (?:xml:)?[A-Za-z-]++="[^"<\t\n]*+")*+'
_PROPS = r'(?:\s*+<(?:prop type="[^"<\t\n]*+">[^<]*+</prop>|note>[^<]*+</note>))*+'
_TUV = rf"\s*+<tuv({_ATTRIBUTES})>({_PROPS})\s*+<seg>([^<]*+)</seg>\s*+</tuv>"
_PLAIN = re.compile(rf"<tu({_ATTRIBUTES})>({_PROPS}){_TUV}{_TUV}\s*+</tu>")
_ATTRIBUTE = re.compile(r' ([^=]++)="([^"]*+)"')
_PROP = re.compile(r'<(?:prop type="([^"]*+)"|(note))>([^<]*+)<')


def _parse_plain(text: str) -> Tu | None:
    """Parse a unit of the common shape in a fifth of the time; None where it may be of another, or has a fault."""
    match = _PLAIN.fullmatch(text)
    if match is None or "]]>" in text or SPECIAL.search(text):
        return None
    unit, props, first, first_props, source, second, second_props, target = match.groups()
    try:
        return Tu(
            _plain_attributes(unit),
            _plain_props(props),
            [
                Tuv(_plain_attributes(first), _plain_props(first_props), unescape(source)),
                Tuv(_plain_attributes(second), _plain_props(second_props), unescape(target)),
            ],
        )
    except KeyError:  # A reference that is rare or wrong, or an attribute given twice.
        return None


def _plain_attributes(text: str) -> dict[str, str]:
    pairs = _ATTRIBUTE.findall(text)
    attributes = {key: unescape(value) for key, value in pairs} if "&" in text else dict(pairs)
    if len(attributes) != len(pairs):
        raise KeyError(text)
    return attributes


def _plain_props(text: str) -> list[tuple[str | None, str]]:
    if not text:
        return []
    found = _PROP.findall(text)
    if "&" in text:
        return [(None if note else unescape(kind), unescape(value)) for kind, note, value in found]
    return [(None if note else kind, value) for kind, note, value in found]


def _parse_element(element: Element, notes: Notes) -> Tu:
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
    left_out: list[str] = []
    text = "".join(_visible(segments[0], left_out))
    if left_out:
        notes.lost("inline codes are left out.", " ".join(left_out))
    return Tuv(element.attributes, props, text)


def _parse_prop(element: Element, place: str, notes: Notes) -> Iterator[tuple[str | None, str]]:
    if element.tag == "note":
        yield None, element.text()
    elif element.tag != "prop":
        notes.lost(f"<{element.tag}> is no element of {place}, and is left out.", element.text())
    else:
        if "type" not in element.attributes:
            notes.mended("a <prop> without type is kept as a property without name.", element.text())
        yield element.attributes.get("type", ""), element.text()


def _visible(element: Element, left_out: list[str]) -> Iterator[str]:
    """Yield the text that a reader of the document sees: native codes are left out, highlighted text is kept."""
    for child in element.children:
        if isinstance(child, str):
            yield child
            continue
        attributes = "".join(f' {key}="{value}"' for key, value in child.attributes.items())
        if child.tag in _CODES:
            left_out.append(f"<{child.tag}{attributes}>{child.text()}</{child.tag}>")
        else:
            left_out.append(f"<{child.tag}{attributes}>")
            yield from _visible(child, left_out)
