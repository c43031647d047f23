"""Inline codes of XLIFF 1.2, both ways.

    bpt, ept    a start and its end, tied by `rid`; bx and ex where nobody says how they are written
    it          a start or an end alone, told by `pos`
    ph          a code that stands alone; x where nobody says how it is written
    g           a pair of codes that nobody says how to write, where pairs lie within one another
    mrk         an annotation: its text is read, it is no code
    sub         text within a code: read as part of the code, and written as it stood where that is unchanged

`id` is the same for a code of the source and that of the target; clones share it. `rid` ties a start and its end, whose
`id` may be another. Other attributes are kept as the file has them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from translate.data import CodeKind, InlineCode
from translate.formats.inline import OWN_ID, Collector, Part
from translate.formats.xliff.units import NAMESPACES
from translate.formats.xmltext import Element, escape_attribute, escape_markup, format_content, kept_content
from translate.text.inline.codes import is_nested

_DELIMITERS = ("bold", "italic", "underlined", "link")
_PLACEHOLDERS = ("image", "pb", "lb")
FORM = "form"
"""An attribute of ours: the element that a code without native text was, where more than one would do."""
CONTENT = "xliff:content"
"""An attribute of ours: how the file writes a code with text in it (`<sub>`)."""
RID = "rid"
_COMMON = ("equiv-text", "xid", "ts")
_ALLOWED = {
    "g": (*_COMMON, "clone"), "x": (*_COMMON, "clone"), "bx": (*_COMMON, "clone"), "ex": _COMMON,
    "ph": (*_COMMON, "assoc", "crc"), "bpt": (*_COMMON, "crc"), "ept": (*_COMMON, "crc"), "it": (*_COMMON, "crc"),
}  # fmt: skip
_NAMES = {"equiv-text": "equiv", "clone": "canCopy"}
"""What an attribute is called in a text: as XLIFF 2 names it, where both versions have it."""
NATIVE = ("bpt", "ept", "it", "ph")
"""Elements whose content is how the document writes the code."""
_KINDS = {"bpt": CodeKind.START, "bx": CodeKind.START, "ept": CodeKind.END, "ex": CodeKind.END}


PLACED = frozenset(
    {FORM, CONTENT, RID, OWN_ID, *(_NAMES.get(name, name) for held in _ALLOWED.values() for name in held)}
)
"""Attributes of a code that this version has a place for."""


def format_parts(parts: list[Part], ids: list[str]) -> str:
    """Return the content of a `<source>` or `<target>`; `ids` are those of the codes."""
    with_text = {part.code.pair for part in parts if part.code is not None and part.text}
    nested = is_nested([part.code for part in parts if part.code is not None])
    elements = {
        part.code.pair
        for part in parts
        if part.code is not None and nested and part.code.pair not in with_text and _form_of(part.code) == "g"
    }
    return "".join(_format_part(part, own, with_text, elements) for part, own in zip(parts, ids, strict=True))


def _format_part(part: Part, own: str, with_text: set[int | None], elements: set[int | None]) -> str:
    code = part.code
    if code is None:
        return escape_markup(part.text)
    held = dict(code.attributes)
    content, own = kept_content(held.get(CONTENT), part.text), held.get(OWN_ID, own)
    extra, is_start = f'id="{escape_attribute(own)}"', code.kind is CodeKind.START
    if code.kind is CodeKind.ISOLATED:
        tag = "ph" if content else "x"
        extra += _ctype(code.type, _PLACEHOLDERS) + _others(tag, code)
        return f"<ph {extra}>{content}</ph>" if content else f"<x {extra}/>"
    meaning = _ctype(code.type, _DELIMITERS)
    if code.pair is None:
        position = "open" if is_start else "close"
        return f'<it pos="{position}" {extra}{meaning}{_others("it", code)}>{content}</it>'
    if code.pair in elements:
        return f"<g {extra}{meaning}{_others('g', code)}>" if is_start else "</g>"
    extra += (meaning if is_start else "") + f' rid="{escape_attribute(held.get(RID, str(code.pair)))}"'
    if code.pair not in with_text:
        tag = "bx" if is_start else "ex"
        return f"<{tag} {extra}{_others(tag, code)}/>"
    tag = "bpt" if is_start else "ept"
    return f"<{tag} {extra}{_others(tag, code)}>{content}</{tag}>"


def _others(tag: str, code: InlineCode) -> str:
    held = dict(code.attributes)
    named = [(name, held[_NAMES.get(name, name)]) for name in _ALLOWED[tag] if _NAMES.get(name, name) in held]
    return "".join(f' {name}="{escape_attribute(value)}"' for name, value in named)


def _form_of(code: InlineCode) -> str:
    return dict(code.attributes).get(FORM, "")


def _ctype(meaning: str, known: tuple[str, ...]) -> str:
    if not meaning:
        return ""
    return f' ctype="{escape_attribute(meaning if meaning in known else "x-" + "_".join(meaning.split()))}"'


def read_parts(element: Element) -> tuple[str, tuple[InlineCode, ...]]:
    """Return text and codes of a `<source>`, a `<target>`, or a `<mrk>` in it."""
    collector = Collector()
    _read_into(element, collector)
    return collector.finish()


def tie_ids(source: Element, target: Element) -> None:
    """Give codes of the target the id of those of the source with their `rid`, where only their ids differ.

    Where both halves of a pair have one id, as in files of ours, another id is another code.
    """
    ids = [_by_id(source), _by_id(target)]
    waiting = {_half(code): identity for identity, code in ids[0].items() if identity not in ids[1]}
    for identity, code in ids[1].items():
        if identity not in ids[0] and (own := waiting.pop(_half(code), None)) is not None:
            code.attributes["id"] = own


def _by_id(side: Element) -> dict[str, Element]:
    halves = [(code.attributes.get("id", ""), code) for code in _iter_halves(side)]
    counts = Counter(identity for identity, _ in halves)
    return {identity: code for identity, code in halves if counts[identity] == 1}


def _half(code: Element) -> tuple[CodeKind, str]:
    return _KINDS[code.tag], code.attributes[RID]


def _iter_halves(element: Element) -> Iterator[Element]:
    for child in element.elements():
        if child.tag in _KINDS and RID in child.attributes:
            yield child
        yield from _iter_halves(child)


def _read_into(element: Element, collector: Collector) -> None:
    for number, child in enumerate(element.children):
        if isinstance(child, str):
            collector.add_text(child)
            continue
        get = child.attributes.get
        meaning, key = get("ctype", "").removeprefix("x-"), get("rid") or get("id")
        allowed = _ALLOWED.get(child.tag, ())
        others = tuple((_NAMES.get(name, name), text) for name, text in child.attributes.items() if name in allowed)
        own, rid = get("id", ""), get(RID, "")
        if child.tag in NATIVE and next(child.elements(), None) is not None:
            others = (*others, (CONTENT, format_content(child, NAMESPACES)))
        if child.tag in _KINDS and rid and not rid.isdecimal():
            others = (*others, (RID, rid))
        if child.tag in _KINDS:
            kind = _KINDS[child.tag]
            collector.add_code(child.text(), kind, key=key, meaning=meaning, identity=own, attributes=others)
        elif child.tag == "it":
            kind = CodeKind.START if get("pos") == "open" else CodeKind.END
            collector.add_code(child.text(), kind, meaning=meaning, identity=own, attributes=others)
        elif child.tag in ("ph", "x"):
            collector.add_code(child.text(), CodeKind.ISOLATED, meaning=meaning, identity=own, attributes=others)
        elif child.tag == "g":
            key = f"g {id(element)} {number}"  # No number, so that it cannot be the `rid` of another code.
            form = ((FORM, "g"), *others)
            collector.add_code("", CodeKind.START, key=key, meaning=meaning, identity=own, attributes=form)
            _read_into(child, collector)
            collector.add_code("", CodeKind.END, key=key, meaning=meaning, identity=own)
        else:
            _read_into(child, collector)
