"""A segment of TMX, `<seg>`, with its inline codes, both ways.

    bpt, ept    a start and its end within the segment, tied by `i`
    it          a start or an end alone, told by `pos`
    ph          a code that stands alone
    hi          highlighted text: read as a pair of codes that nobody says how to write
    ut          unknown: read as a code that stands alone; TMX 1.4 advises against it
    sub         text within a code, such as a foot note: read as part of the code, and written as it stood where that is
                unchanged

`x` ties a code of the source to that of the target, and is the number that it has, or else one of ours.
"""

from __future__ import annotations

import re

from translate.data import CodeKind, InlineCode, Variant
from translate.formats.inline import Collector, Part, cut, identify, normal
from translate.formats.units import Notes
from translate.formats.xmltext import Element, escape_attribute, escape_markup, format_content, kept_content

_CODES = ("bpt", "ept", "it", "ph", "ut")
CONTENT, ASSOC = "tmx:content", "assoc"
"""Attributes of a code that it is written with: how its file writes text in it (`<sub>`), and what it belongs to."""
_NUMBER = re.compile("[0-9]{1,9}")
_POSITIONS = {"begin": CodeKind.START, "end": CodeKind.END}


def format_segments(source: Variant, target: Variant, notes: Notes) -> tuple[str, str]:
    """Return the contents of both `<seg>`.

    :raises ValueError: where codes overlap, or lie outside of the text.
    """
    sides = [cut(source), cut(target)]
    if any(not _is_visible(parts) for parts in sides):
        # A tool that shows no codes would see an empty segment, and insert an empty translation.
        notes.fixed_once("segments with nothing but inline codes: the codes are written as text, here and below.")
        return escape_markup(normal(source.text)), escape_markup(normal(target.text))
    ids = identify(sides, _NUMBER.fullmatch, repeats="kind")
    tied = {own for own in ids[0] if own} & {own for own in ids[1] if own}
    one, other = (
        "".join(_format_part(part, own if own in tied else "") for part, own in zip(parts, row, strict=True))
        for parts, row in zip(sides, ids, strict=True)
    )
    return one, other


def _is_visible(parts: list[Part]) -> bool:
    return any(part.code is None and not part.text.isspace() for part in parts)


def _format_part(part: Part, tie: str) -> str:
    code = part.code
    if code is None:
        return escape_markup(part.text)
    held = dict(code.attributes)
    content = kept_content(held.get(CONTENT), part.text)
    extra = f' x="{tie}"' if tie else ""
    if code.type:
        extra += f' type="{escape_attribute(code.type)}"'
    if code.kind is CodeKind.ISOLATED:
        association = f' assoc="{escape_attribute(held[ASSOC])}"' if ASSOC in held else ""
        return f"<ph{extra}{association}>{content}</ph>"
    if code.pair is None:
        position = "begin" if code.kind is CodeKind.START else "end"
        return f'<it pos="{position}"{extra}>{content}</it>'
    if code.kind is CodeKind.START:
        return f'<bpt i="{code.pair}"{extra}>{content}</bpt>'
    return f'<ept i="{code.pair}">{content}</ept>'


def read_segment(segment: Element, notes: Notes) -> tuple[str, tuple[InlineCode, ...]]:
    """Return text and codes of a `<seg>`."""
    collector = Collector()
    _read_into(segment, collector, notes)
    return collector.finish()


def _read_into(element: Element, collector: Collector, notes: Notes) -> None:
    for number, child in enumerate(element.children):
        if isinstance(child, str):
            collector.add_text(child)
        elif child.tag in _CODES:
            _read_code(child, collector)
        elif child.tag == "hi":
            notes.fixed_once("<hi> is read as a pair of inline codes, here and below.")
            # No number, so that it cannot be the `i` of a code of the file.
            key, meaning = f"hi {id(element)} {number}", child.attributes.get("type", "")
            own = child.attributes.get("x", "")
            collector.add_code("", CodeKind.START, key=key, meaning=meaning, identity=own)
            _read_into(child, collector, notes)
            collector.add_code("", CodeKind.END, key=key, meaning=meaning, identity=own)
        else:
            notes.fixed_once(f"<{child.tag}> is not an inline code of TMX; its text is kept, here and below.")
            _read_into(child, collector, notes)


def _read_code(element: Element, collector: Collector) -> None:
    attributes, text = element.attributes, element.text()
    meaning, own = attributes.get("type", ""), attributes.get("x", "")
    others: tuple[tuple[str, str], ...] = ((ASSOC, attributes[ASSOC]),) if ASSOC in attributes else ()
    if any(element.elements()):
        others = (*others, (CONTENT, format_content(element)))
    if element.tag in ("bpt", "ept"):
        kind = CodeKind.START if element.tag == "bpt" else CodeKind.END
        collector.add_code(text, kind, key=attributes.get("i"), meaning=meaning, identity=own, attributes=others)
    elif element.tag == "it":
        kind = _POSITIONS.get(attributes.get("pos", "").lower(), CodeKind.ISOLATED)
        collector.add_code(text, kind, meaning=meaning, identity=own, attributes=others)
    else:
        collector.add_code(text, CodeKind.ISOLATED, meaning=meaning, identity=own, attributes=others)
