"""The items of a paragraph of OpenDocument: its element comes in, what stands in it goes out, in order.

ODF 1.3 part 3, sections 6 (paragraphs and what is in them) and 7 (fields). A span that only makes its text look
otherwise is a run; other elements around text are pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape

from translate.data import LINE_BREAK, TAB
from translate.documents.opendocument.styles import Look, Styles
from translate.documents.spliced import Format, Item, Kind
from translate.documents.xml.nodes import Chars, Node

STYLE = "text:style-name"
HIDDEN = ("text:hidden-text", "text:hidden-paragraph")
"""Elements whose text is shown on a condition."""
PAIRS = {
    "text:a": "link",
    "text:meta": "x-tag",
    "text:meta-field": "x-tag",
    "text:reference-mark": "x-tag",
    "loext:content-control": "x-control",
    "text:placeholder": "x-control",
    "text:text-input": "x-control",
}
"""Elements around text, and what they are as codes."""
_TEXT_FIELDS = frozenset(
    "text:title text:subject text:description text:keywords text:conditional-text text:chapter text:bookmark-ref"
    " text:reference-ref text:sequence-ref text:note-ref".split()
)
"""Fields whose results are texts of the document."""
_TYPES = {"text:note": "x-note", "office:annotation": "x-note", "office:annotation-end": "x-note"}
_IMAGE = re.compile(r"(?:draw|dr3d):")
_WITHOUT_TEXT = ("text:number", "text:ruby", "text:script", "text:tab", "text:line-break", *HIDDEN, *_TYPES)
_CDATA = b"<![CDATA["
_SPACE = re.compile(rb"[ \t\r\n]{2,}|[\t\r\n]|\xc2\xad")
"""White space that is shown as one space, and the soft hyphen."""
_SOFT_HYPHEN = "\u00ad".encode()
_SEVERAL_SPACES = re.compile("  +")
_MAX_SPACES = 1_000
_GAP = 4
"""From how many spaces on they part texts, as a tab does."""
_RANGE = re.compile(rb"""<[^\s>]*-(start|end)\s[^>]*?\b(?:name|change-id|id)\s*=\s*["']([^"']*)["']""")
_MAX_DEPTH = 100


class Paragraphs:
    """Makes the items of paragraphs of one part.

    :param prefix: what the part writes before the names of its elements, `text:`.
    :param offers_hidden: whether hidden text is text.
    """

    def __init__(self, data: bytes, prefix: bytes, styles: Styles, *, offers_hidden: bool) -> None:
        self._data, self._prefix, self._styles, self._offers_hidden = data, prefix, styles, offers_hidden
        self._plain = Format(b"", b"", b"")
        self._is_after_space = True

    def items(self, paragraph: Node) -> list[Item]:
        """Return the items of a paragraph."""
        self._is_after_space = True
        found = list(self._content(paragraph, self._plain, 0))
        self._pair_ranges(found)
        return found

    def _pair_ranges(self, items: Sequence[Item]) -> None:
        """Make pairs of the marks that begin and end ranges, such as bookmarks, where they nest and hold text."""
        opened: list[Item] = []
        for item in items:
            if item.kind is Kind.OPEN:
                opened.append(item)
            elif item.kind is Kind.CLOSE:
                while opened.pop().kind is not Kind.OPEN:
                    pass
            elif (found := self._range(item)) is not None:
                begins, name = found
                if begins:
                    opened.append(item)
                elif opened and self._range(opened[-1]) == (True, name) and opened[-1].end < item.start:
                    opened.pop().kind, item.kind = Kind.OPEN, Kind.CLOSE

    def _range(self, item: Item) -> tuple[bool, bytes] | None:
        """Return whether a mark between runs begins or ends a range, and which one; None where it is of none."""
        if item.kind is not Kind.MARK or item.format is not self._plain:
            return None
        match = _RANGE.match(self._data, item.start, item.end)
        return (match[1] == b"start", match[2]) if match else None

    def write_text(self, text: str) -> bytes:
        """Write text as the content of a paragraph."""
        return _SEVERAL_SPACES.sub(self._write_spaces, escape(text, quote=False)).encode()

    def _write_spaces(self, spaces: re.Match[str]) -> str:
        name, count = self._prefix.decode(), len(spaces[0]) - 1
        if name and count > 1:
            return f' <{name}s {name}c="{count}"/>'
        return " " + f"<{name}s/>" * count

    def _content(self, parent: Node, own: Format, depth: int) -> Iterator[Item]:
        position = parent.inner
        for child in parent.children:
            if isinstance(child, Chars):
                yield from self._texts(position, child.end, child.text, own)
            else:
                yield from self._node(child, own, depth)
            position = child.end

    def _texts(self, start: int, end: int, text: str, own: Format) -> Iterator[Item]:
        """Yield the items of character data: white space that shows as it stands is text, and what shows otherwise."""
        raw = self._data[start:end]
        if _CDATA in raw:
            shown = re.sub(r"[ \t\r\n]+", " ", text)
            yield from self._text(start, end, shown.lstrip(" ") if self._is_after_space else shown, own)
            return
        position = 0
        for match in _SPACE.finditer(raw):
            yield from self._words(start + position, start + match.start(), own)
            place = (start + match.start(), start + match.end())
            if match[0] == _SOFT_HYPHEN:
                yield Item(Kind.MARK, *place, "", place, "x-soft-hyphen", own)
            else:
                yield from self._text(*place, "" if self._is_after_space else " ", own)
            position = match.end()
        yield from self._words(start + position, end, own)

    def _words(self, start: int, end: int, own: Format) -> Iterator[Item]:
        """Yield the items of text with single spaces; one at its beginning is not shown behind another one."""
        if self._is_after_space and self._data[start:end].startswith(b" "):
            yield from self._text(start, start + 1, "", own)
            start += 1
        if start < end:
            yield from self._text(start, end, unescape(self._data[start:end].decode()), own)

    def _text(self, start: int, end: int, shown: str, own: Format) -> Iterator[Item]:
        if shown:
            self._is_after_space = shown.endswith(" ")
            yield Item(Kind.TEXT, start, end, shown, (start, end), format=own, inner=(start, end))
        else:
            yield Item(Kind.MARK, start, end, "", (start, end), "x-space", own, is_silent=True)

    def _node(self, node: Node, own: Format, depth: int) -> Iterator[Item]:
        match node.name:
            case "text:span" if not node.is_empty and depth < _MAX_DEPTH:
                yield from self._span(node, own, depth)
            case "text:ruby" if (base := node.find("text:ruby-base")) is not None and not base.is_empty:
                yield from self._pair(node, base, "x-ruby", own, depth)
            case name if name in PAIRS and not node.is_empty and depth < _MAX_DEPTH:
                yield from self._pair(node, node, PAIRS[name], own, depth)
            case name if name in _TEXT_FIELDS and any(map(str.isalpha, node.text)) and depth < _MAX_DEPTH:
                yield from self._pair(node, node, "x-field", own, depth)
            case "text:hidden-text" if self._offers_hidden and not node.is_empty:
                yield from self._pair(node, node, "x-hidden", own, depth)
            case "text:s":
                yield self._spaces(node, own)
            case _:
                yield self._mark(node, own)

    def _pair(self, node: Node, content: Node, code_type: str, own: Format, depth: int) -> Iterator[Item]:
        """Yield an element around text. It ends and begins runs, so those that hold one are pairs themselves."""
        is_silent = code_type == "x-silent"
        yield Item(Kind.OPEN, node.start, content.inner, type=code_type, is_silent=is_silent)
        yield from self._content(content, own, depth + 1)
        yield Item(Kind.CLOSE, content.outer, node.end, type=code_type, is_silent=is_silent)

    def _span(self, node: Node, own: Format, depth: int) -> Iterator[Item]:
        look = self._styles.look(node.attributes.get(STYLE, ""))
        is_bare = set(node.attributes) <= {STYLE}
        if look.is_hidden and not self._offers_hidden:
            yield Item(Kind.MARK, node.start, node.end, type="x-hidden")
        elif not node.children:
            yield Item(Kind.MARK, node.start, node.end, type="x-mark", is_silent=True)
        elif own is self._plain and is_bare and not any(_is_around_text(child) for child in node.nodes):
            yield from self._run(node, look)
        else:
            code_type = "x-silent" if is_bare and not look.key else look.type
            yield from self._pair(node, node, code_type, own, depth)

    def _run(self, node: Node, look: Look) -> Iterator[Item]:
        native, closing = self._data[node.start : node.inner], self._data[node.outer : node.end]
        own = Format(look.key, native, closing, look.type, look.is_seen, look.language)
        found = list(self._content(node, own, _MAX_DEPTH))
        for number, item in enumerate(found):
            item.begins_run, item.ends_run = number == 0, number == len(found) - 1
        found[0].start, found[-1].end = node.start, node.end
        yield from found

    def _spaces(self, node: Node, own: Format) -> Item:
        place = (node.start, node.end)
        count = next((value for name, value in node.attributes.items() if name == "text:c"), "1")
        if not count.isdecimal() or not 0 < int(count) <= _MAX_SPACES:
            return Item(Kind.MARK, *place, "", place, "x-mark", own)
        self._is_after_space = False
        if int(count) >= _GAP:
            return Item(Kind.MARK, *place, self._data[node.start : node.end].decode(), place, TAB, own)
        return Item(Kind.TEXT, *place, " " * int(count), place, format=own)

    def _mark(self, node: Node, own: Format) -> Item:
        place = (node.start, node.end)
        name, shown = node.name, ""
        code_type = "image" if _IMAGE.match(name) else _TYPES.get(name, "x-mark")
        if name in ("text:tab", "text:line-break"):
            code_type = TAB if name == "text:tab" else LINE_BREAK
            shown = self._data[node.start : node.end].decode()
        elif name in HIDDEN:
            code_type = "x-hidden"
        elif code_type == "x-mark" and name not in _WITHOUT_TEXT and name.startswith(("text:", "presentation:")):
            shown = " ".join(node.text.split())
            code_type = "x-var" if shown else code_type
        if shown or code_type == "image":
            self._is_after_space = False
        return Item(Kind.MARK, *place, shown, place, code_type, own, is_silent=name in ("", "text:soft-page-break"))


def _is_around_text(node: Node) -> bool:
    return (
        node.name in PAIRS or node.name in _TEXT_FIELDS or node.name in ("text:span", "text:ruby", "text:hidden-text")
    )


def prefix_of(data: bytes, paragraph: Node) -> bytes:
    """Return what a part writes before the names of elements of its text, with its colon."""
    tag = re.match(rb"<([\w.-]*:)?[ph]\b", data[paragraph.start : paragraph.inner])
    return (tag and tag[1]) or b""
