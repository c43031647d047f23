"""Character data and attribute values of Office files: their bytes come in, items of a paragraph go out, and back.

A line end or a tab in them is a mark. What XML cannot hold is spelt `_x000D_` (ECMA-376 part 1, section 22.9.2.19).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape

from translate.data import LINE_BREAK, TAB
from translate.documents.spliced import Format, Item, Kind

_BREAK = rb"_x000[dD]_(?:\r?\n|&#10;|&#[xX]0*[aA];|_x000[aA]_)?|_x000[abAB]_|&#13;(?:&#10;)?|&#10;|&#[xX]0*[aAdD];"
_REST = rb"|(?P<tab>\t|&#9;|&#[xX]0*9;|_x0009_)|(?P<control>_x00(?:[01][0-9a-fA-F]|7[fF])_)"
_KEPT = rb"(?P<kept>_x005[fF]_x[0-9a-fA-F]{4}_)|"
"""An escape of an escape, which is text."""
_LINES = re.compile(_KEPT + rb"(?P<lb>\r\n|\n|\r|" + _BREAK + rb")" + _REST)
_FLOWING = re.compile(_KEPT + rb"(?P<space>[ \t]*[\r\n][ \t\r\n]*)|(?P<lb>" + _BREAK + rb")" + _REST)
_ESCAPE = re.compile(r"_x([0-9a-fA-F]{4})_")
_SPACE = re.compile(r"[ \t]*[\r\n]\s*")
_MARKS = {"lb": (LINE_BREAK, "&#10;"), "tab": (TAB, "&#9;"), "control": ("x-mark", "")}


def text_items(data: bytes, start: int, end: int, text: str, *, has_lines: bool) -> list[Item]:
    """Return the items of bytes [start, end) of a part, which no run is around.

    :param text: what they show, which is taken where they are spelt as sections of character data.
    :param has_lines: whether a line end in them is one for readers as well; elsewhere it is a space.
    """
    raw = data[start:end]
    if b"<" in raw:
        return [Item(Kind.TEXT, start, end, text if has_lines else _SPACE.sub(" ", text))]
    items: list[Item] = []
    position = start
    for match in (_LINES if has_lines else _FLOWING).finditer(data, start, end):
        if match.lastgroup in ("kept", "space"):
            continue
        if match.start() > position:
            items.append(_text(data, position, match.start()))
        code_type, shown = _MARKS[match.lastgroup or ""]
        items.append(Item(Kind.MARK, match.start(), match.end(), shown, type=code_type))
        position = match.end()
    if end > position:
        items.append(_text(data, position, end))
    return items


def in_run(items: Sequence[Item], start: int, end: int, own: Format) -> Sequence[Item]:
    """Say that items are all of one run, which is bytes [start, end) of the part."""
    for number, item in enumerate(items):
        item.format = own
        item.native = item.inner = (item.start, item.end)
        item.begins_run = number == 0
        item.ends_run = number == len(items) - 1
    items[0].start, items[-1].end = start, end
    return items


def write_text(text: str) -> bytes:
    """Write text as character data."""
    return escape(_escaped(text), quote=False).encode()


def write_value(text: str) -> bytes:
    """Write text as the value of an attribute, whatever its quotation marks."""
    return escape(_escaped(text)).replace("&#x27;", "&apos;").replace("\n", "&#10;").replace("\t", "&#9;").encode()


def decoded(text: str) -> str:
    """Return the text that `_x000D_` and the like spell."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _text(data: bytes, start: int, end: int) -> Item:
    shown = unescape(data[start:end].decode())
    return Item(Kind.TEXT, start, end, decoded(_SPACE.sub(" ", shown)))


def _escaped(text: str) -> str:
    return _ESCAPE.sub(r"_x005F_x\1_", text)
