"""Inline codes of XLIFF 2, both ways.

    pc          a start and its end, where pairs lie within one another
    sc, ec      a start or an end alone, or pairs that cross
    ph          a code that stands alone
    mrk, sm, em annotations: their text is read, they are no codes
    cp          a character that XML cannot hold

How the document writes a code stands in `<originalData>`; `id` is the same for a code of the source and the target.
The numbers of pairs are made anew from it. What else the file says of a code is kept; a `pc` says some of it twice, of
its start and of its end.
"""

from __future__ import annotations

import re

from translate.data import CodeKind, InlineCode
from translate.formats.inline import OWN_ID, Collector, Part
from translate.formats.units import Notes
from translate.formats.xliff.codes import FORM, RID
from translate.formats.xmltext import Element, escape_attribute, escape_markup
from translate.text.inline.codes import is_nested
from translate.text.late import late_plain

# Meaning, as TMX names it, and `type` with `subType`, as XLIFF does.
_TYPES = {
    "bold": ("fmt", "xlf:b"), "italic": ("fmt", "xlf:i"), "underlined": ("fmt", "xlf:u"), "lb": ("fmt", "xlf:lb"),
    "pb": ("fmt", "xlf:pb"), "fmt": ("fmt", ""), "ui": ("ui", ""), "quote": ("quote", ""), "link": ("link", ""),
    "image": ("image", ""), "other": ("other", ""),
}  # fmt: skip
_MEANINGS = {types: meaning for meaning, types in _TYPES.items()}
_USER_DEFINED = late_plain(r"[^\s:]+:[^\s:]+")
_OURS = "bitexte:"
OUR_ANNOTATION = "its:any"
"""Type of the annotation that ties what the checks found to a target."""
_HEXADECIMAL = late_plain("[0-9A-Fa-f]{1,8}")
_NAME_TOKEN = late_plain(r"[A-Za-z0-9._:-]+")
_SAID = ("disp", "equiv", "subFlows")
_EDITING = ("canCopy", "canDelete", "canReorder", "copyOf")
_ALLOWED = {
    "ph": _EDITING, "pc": (*_EDITING, "canOverlap", "dir"), "sc": (*_EDITING, "canOverlap", "dir"),
    "ec": (*_EDITING, "canOverlap", "dir"),
}  # fmt: skip


PLACED = frozenset({FORM, RID, OWN_ID, *_SAID, *(name for held in _ALLOWED.values() for name in held)})
"""Attributes of a code that this version has a place for, or another way to say."""


def format_parts(parts: list[Part], ids: list[str], data: dict[str, str]) -> str:
    """Return the content of a `<source>` or `<target>`; `ids` are those of the codes.

    :param data: receives native codes, each with the `id` of its `<data>`.
    """
    nested = is_nested([part.code for part in parts if part.code is not None])
    ends = {p.code.pair: p for p in parts if p.code is not None and p.code.kind is CodeKind.END}
    return "".join(
        _format_part(part, own, ends if nested else None, data) for part, own in zip(parts, ids, strict=True)
    )


def is_id(text: str) -> bool:
    """Tell whether `text` can be the id of a code: XML's NMTOKEN, as far as ASCII goes."""
    return _NAME_TOKEN.fullmatch(text) is not None


def _format_part(part: Part, own: str, ends: dict[int | None, Part] | None, data: dict[str, str]) -> str:
    code = part.code
    if code is None:
        return escape_markup(part.text)
    reference, meaning = _reference("dataRef", part.text, data), _type(code.type)
    if code.kind is CodeKind.ISOLATED:
        return f'<ph id="{own}"{reference}{meaning}{_others("ph", code)}/>'
    if code.pair is None:
        tag = "sc" if code.kind is CodeKind.START else "ec"
        return f'<{tag} id="{own}" isolated="yes"{reference}{meaning}{_others(tag, code)}/>'
    if ends is None:
        start = f'<sc id="{own}"{reference}{meaning}{_others("sc", code)}/>'
        return start if code.kind is CodeKind.START else f'<ec startRef="{own}"{reference}{_others("ec", code)}/>'
    if code.kind is CodeKind.END:
        return "</pc>"
    end = ends[code.pair]
    start, other = (_reference(f"dataRef{at}", p.text, data) for at, p in (("Start", part), ("End", end)))
    said = _others("pc", code, "Start") + (_others("", end.code, "End") if end.code else "")
    return f'<pc id="{own}"{start}{other}{meaning}{said}>'


def _others(tag: str, code: InlineCode, half: str = "") -> str:
    """Return the other attributes of a code; those that a `pc` says of a half with its name behind theirs."""
    held = dict(code.attributes)
    said = [(name + half, held[name]) for name in _SAID if name in held]
    said += [(name, held[name]) for name in _ALLOWED.get(tag, ()) if name in held]
    return "".join(f' {name}="{escape_attribute(value)}"' for name, value in said)


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


def read_parts(element: Element, data: dict[str, str], notes: Notes) -> tuple[str, tuple[InlineCode, ...]]:
    """Return text and codes of a `<source>` or `<target>`; `data` holds the native codes by their `id`."""
    collector = Collector()
    _read_into(element, collector, data, notes)
    return collector.finish()


def character_of(element: Element, notes: Notes) -> str:
    """Return the character that a `<cp>` stands for; where there is none, U+FFFD, which is said."""
    digits = element.attributes.get("hex", "FFFD")
    code = int(digits, 16) if _HEXADECIMAL.fullmatch(digits) else -1
    if 0 <= code < 0x110000 and not 0xD800 <= code < 0xE000:
        return chr(code)
    notes.fixed(f'<cp hex="{digits}"> is no character; expected a code point such as 001F. It is read as U+FFFD.')
    return "\ufffd"


def _read_into(element: Element, collector: Collector, data: dict[str, str], notes: Notes) -> None:
    for child in element.children:
        if isinstance(child, str):
            collector.add_text(child)
            continue
        get, meaning = child.attributes.get, _meaning(child)
        native, own, said = data.get(get("dataRef", ""), ""), get("id", ""), _read_others(child)
        is_alone = get("isolated") == "yes"
        match child.tag:
            case "ph":
                collector.add_code(native, CodeKind.ISOLATED, meaning=meaning, identity=own, attributes=said)
            case "pc":
                for half, kind in (("Start", CodeKind.START), ("End", CodeKind.END)):
                    native, said = data.get(get(f"dataRef{half}", ""), ""), _read_others(child, half)
                    collector.add_code(native, kind, key=own, meaning=meaning, identity=own, attributes=said)
                    if kind is CodeKind.START:
                        _read_into(child, collector, data, notes)
            case "sc":
                key = None if is_alone else own
                collector.add_code(native, CodeKind.START, key=key, meaning=meaning, identity=own, attributes=said)
            case "ec":
                own = own if is_alone else get("startRef") or own
                key = None if is_alone else own
                collector.add_code(native, CodeKind.END, key=key, meaning=meaning, identity=own, attributes=said)
            case "cp":
                collector.add_text(character_of(child, notes))
            case _:
                if child.tag in ("mrk", "sm") and get("type") != OUR_ANNOTATION:
                    notes.lost(f"<{child.tag}>, an annotation, is left out; its text is kept.")
                _read_into(child, collector, data, notes)


def _read_others(element: Element, half: str = "") -> tuple[tuple[str, str], ...]:
    names = [(name, name + half) for name in _SAID]
    if half != "End":
        names += [(name, name) for name in _ALLOWED.get(element.tag, ())]
    return tuple((name, element.attributes[written]) for name, written in names if written in element.attributes)
