"""Inline codes of XLIFF 2, both ways.

    pc          a start and its end, where pairs lie within one another
    sc, ec      a start or an end alone, or pairs that cross
    ph          a code that stands alone
    mrk, sm, em annotations: their text is read, they are no codes
    cp          a character that XML cannot hold

How the document writes a code stands in `<originalData>`; `id` is the same for a code of the source and the target.
The numbers of pairs are made anew from it.
"""

from __future__ import annotations

import re

from translate.data import CodeKind, InlineCode
from translate.formats.inline import Collector, Part, is_nested
from translate.formats.xmltext import Element, escape_attribute, escape_markup

# Meaning, as TMX names it, and `type` with `subType`, as XLIFF does.
_TYPES = {
    "bold": ("fmt", "xlf:b"), "italic": ("fmt", "xlf:i"), "underlined": ("fmt", "xlf:u"), "lb": ("fmt", "xlf:lb"),
    "pb": ("fmt", "xlf:pb"), "fmt": ("fmt", ""), "ui": ("ui", ""), "quote": ("quote", ""), "link": ("link", ""),
    "image": ("image", ""), "other": ("other", ""),
}  # fmt: skip
_MEANINGS = {types: meaning for meaning, types in _TYPES.items()}
_USER_DEFINED = re.compile(r"[^\s:]+:[^\s:]+")
_OURS = "bitexte:"


def format_parts(parts: list[Part], numbers: list[int], data: dict[str, str]) -> str:
    """Return the content of a `<source>` or `<target>`.

    :param data: receives native codes, each with the `id` of its `<data>`.
    """
    nested = is_nested([part.code for part in parts if part.code is not None])
    ends = {p.code.pair: p for p in parts if p.code is not None and p.code.kind is CodeKind.END}
    return "".join(
        _format_part(part, number, ends if nested else None, data) for part, number in zip(parts, numbers, strict=True)
    )


def _format_part(part: Part, number: int, ends: dict[int | None, Part] | None, data: dict[str, str]) -> str:
    code = part.code
    if code is None:
        return escape_markup(part.text)
    reference, meaning = _reference("dataRef", part.text, data), _type(code.type)
    if code.kind is CodeKind.ISOLATED:
        return f'<ph id="{number}"{reference}{meaning}/>'
    if code.pair is None:
        tag = "sc" if code.kind is CodeKind.START else "ec"
        return f'<{tag} id="{number}" isolated="yes"{reference}{meaning}/>'
    if ends is None:
        own = f'<sc id="{number}"{reference}{meaning}/>'
        return own if code.kind is CodeKind.START else f'<ec startRef="{number}"{reference}/>'
    if code.kind is CodeKind.END:
        return "</pc>"
    start, end = (_reference(f"dataRef{at}", p.text, data) for at, p in (("Start", part), ("End", ends[code.pair])))
    return f'<pc id="{number}"{start}{end}{meaning}>'


def _reference(name: str, native: str, data: dict[str, str]) -> str:
    return f' {name}="{data.setdefault(native, f"d{len(data) + 1}")}"' if native else ""


def _type(meaning: str) -> str:
    if not meaning:
        return ""
    kind, detail = _TYPES.get(meaning, ("other", meaning))
    if detail and not _USER_DEFINED.fullmatch(detail):
        detail = _OURS + re.sub(r"[\s:]", "_", detail)
    return f' type="{kind}"' + (f' subType="{escape_attribute(detail)}"' if detail else "")


def _meaning(element: Element) -> str:
    kind, detail = element.attributes.get("type", ""), element.attributes.get("subType", "")
    known = _MEANINGS.get((kind, detail))
    return known if known is not None else detail.removeprefix(_OURS) or kind


def read_parts(element: Element, data: dict[str, str]) -> tuple[str, tuple[InlineCode, ...]]:
    """Return text and codes of a `<source>` or `<target>`; `data` holds the native codes by their `id`.

    :raises ValueError: where a `<cp>` stands for no character.
    """
    collector = Collector()
    _read_into(element, collector, data)
    return collector.finish()


def character_of(element: Element) -> str:
    """Return the character that a `<cp>` stands for.

    :raises ValueError: where there is none.
    """
    digits = element.attributes.get("hex", "FFFD")
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError) as exc:
        raise ValueError(f'<cp hex="{digits}"> is no character; expected a code point such as 001F') from exc


def _read_into(element: Element, collector: Collector, data: dict[str, str]) -> None:
    for child in element.children:
        if isinstance(child, str):
            collector.add_text(child)
            continue
        get, meaning = child.attributes.get, _meaning(child)
        native = data.get(get("dataRef", ""), "")
        is_alone = get("isolated") == "yes"
        match child.tag:
            case "ph":
                collector.add_code(native, CodeKind.ISOLATED, meaning=meaning)
            case "pc":
                key = get("id")
                collector.add_code(data.get(get("dataRefStart", ""), ""), CodeKind.START, key=key, meaning=meaning)
                _read_into(child, collector, data)
                collector.add_code(data.get(get("dataRefEnd", ""), ""), CodeKind.END, key=key, meaning=meaning)
            case "sc":
                collector.add_code(native, CodeKind.START, key=None if is_alone else get("id"), meaning=meaning)
            case "ec":
                key = None if is_alone else get("startRef") or get("id")
                collector.add_code(native, CodeKind.END, key=key, meaning=meaning)
            case "cp":
                collector.add_text(character_of(child))
            case _:
                _read_into(child, collector, data)
