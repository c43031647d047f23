"""Inline codes of XLIFF 1.2, both ways.

    bpt, ept    a start and its end, tied by `rid`; bx and ex where nobody says how they are written
    it          a start or an end alone, told by `pos`
    ph          a code that stands alone; x where nobody says how it is written
    g           read as a pair of codes that nobody says how to write
    mrk         an annotation: its text is read, it is no code
    sub         text within a code: read as part of the code

`id` is the same for a code of the source and that of the target.
"""

from __future__ import annotations

from translate.data import CodeKind, InlineCode
from translate.formats.inline import Collector, Part
from translate.formats.xmltext import Element, escape_attribute, escape_markup

_DELIMITERS = ("bold", "italic", "underlined", "link")
_PLACEHOLDERS = ("image", "pb", "lb")
_KINDS = {"bpt": CodeKind.START, "bx": CodeKind.START, "ept": CodeKind.END, "ex": CodeKind.END}


def number_codes(
    sides: tuple[list[Part], list[Part]], ties: tuple[list[int | None], list[int | None]]
) -> list[list[int]]:
    """Return a number for each part of both sides: the same for codes that are tied, and for a start and its end."""
    free = max((tie for side in ties for tie in side if tie is not None), default=0)
    numbers: list[list[int]] = []
    for parts, tied in zip(sides, ties, strict=True):
        row: list[int] = []
        starts: dict[int, int] = {}
        for part, tie in zip(parts, tied, strict=True):
            number = tie or 0
            if part.code is not None and not number:
                if part.code.kind is CodeKind.END and part.code.pair in starts:
                    number = starts[part.code.pair]
                else:
                    number = free = free + 1
            if part.code is not None and part.code.kind is CodeKind.START and part.code.pair is not None:
                starts[part.code.pair] = number
            row.append(number)
        numbers.append(row)
    return numbers


def format_parts(parts: list[Part], numbers: list[int]) -> str:
    """Return the content of a `<source>` or `<target>`."""
    bare = {
        part.code.pair for part in parts if part.code is not None and part.code.pair is not None and not part.text
    } - {part.code.pair for part in parts if part.code is not None and part.code.pair is not None and part.text}
    return "".join(_format_part(part, number, bare) for part, number in zip(parts, numbers, strict=True))


def _format_part(part: Part, number: int, bare: set[int]) -> str:
    content, code = escape_markup(part.text), part.code
    if code is None:
        return content
    if code.kind is CodeKind.ISOLATED:
        extra = f'id="{number}"{_ctype(code.type, _PLACEHOLDERS)}'
        return f"<ph {extra}>{content}</ph>" if content else f"<x {extra}/>"
    extra = f'id="{number}"' + (_ctype(code.type, _DELIMITERS) if code.kind is CodeKind.START else "")
    if code.pair is None:
        extra = f'id="{number}"{_ctype(code.type, _DELIMITERS)}'
        return f'<it pos="{"open" if code.kind is CodeKind.START else "close"}" {extra}>{content}</it>'
    extra += f' rid="{code.pair}"'
    if code.pair in bare:
        return f"<{'bx' if code.kind is CodeKind.START else 'ex'} {extra}/>"
    tag = "bpt" if code.kind is CodeKind.START else "ept"
    return f"<{tag} {extra}>{content}</{tag}>"


def _ctype(meaning: str, known: tuple[str, ...]) -> str:
    if not meaning:
        return ""
    return f' ctype="{escape_attribute(meaning if meaning in known else "x-" + "_".join(meaning.split()))}"'


def read_parts(element: Element) -> tuple[str, tuple[InlineCode, ...]]:
    """Return text and codes of a `<source>`, a `<target>`, or a `<mrk>` in it."""
    collector = Collector()
    _read_into(element, collector)
    return collector.finish()


def _read_into(element: Element, collector: Collector) -> None:
    for number, child in enumerate(element.children):
        if isinstance(child, str):
            collector.add_text(child)
            continue
        meaning = child.attributes.get("ctype", "").removeprefix("x-")
        key = child.attributes.get("rid") or child.attributes.get("id")
        if child.tag in _KINDS:
            collector.add_code(child.text(), _KINDS[child.tag], key=key, meaning=meaning)
        elif child.tag == "it":
            kind = CodeKind.START if child.attributes.get("pos") == "open" else CodeKind.END
            collector.add_code(child.text(), kind, meaning=meaning)
        elif child.tag in ("ph", "x"):
            collector.add_code(child.text(), CodeKind.ISOLATED, meaning=meaning)
        elif child.tag == "g":
            own = f"g {id(element)} {number}"  # No number, so that it cannot be the `rid` of another code.
            collector.add_code("", CodeKind.START, key=own, meaning=meaning)
            _read_into(child, collector)
            collector.add_code("", CodeKind.END, key=own, meaning=meaning)
        else:
            _read_into(child, collector)
