"""Elements of XML and their places in its bytes, as a parser of events builds them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from xml.parsers import expat

from translate.documents.xml.namespaces import PREFIXES
from translate.records import dataclass

_MAX_DEPTH = 1000
_MAX_ATTRIBUTE = 4_000_000
_SEPARATOR = " "
_CDATA = b"<![CDATA["


@dataclass(frozen=True, slots=True)
class Chars:
    """Character data: bytes [start, end) of the part show `text`; of CDATA, the marks around it are among them."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Node:
    """An element: its start tag is bytes [start, inner), its end tag [outer, end); those of `<a/>` are one.

    A comment and a processing instruction are elements of no name.
    """

    name: str
    attributes: Mapping[str, str]
    start: int
    inner: int = 0
    outer: int = 0
    end: int = 0
    children: list[Node | Chars] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether it is one tag, `<a/>`."""
        return self.outer == self.inner == self.end

    @property
    def nodes(self) -> Iterator[Node]:
        """The elements directly within."""
        return (child for child in self.children if isinstance(child, Node))

    def find(self, name: str) -> Node | None:
        """Return the first element of a name directly within."""
        return next((node for node in self.nodes if node.name == name), None)

    def walk(self, *, outside: Collection[str] = ()) -> Iterator[Node]:
        """Yield the element and all within, in document order, but nothing within those of the names `outside`."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            if node is self or node.name not in outside:
                stack += reversed(list(node.nodes))

    @property
    def text(self) -> str:
        """All character data within."""
        parts = []
        stack: list[Node | Chars] = [self]
        while stack:
            one = stack.pop()
            if isinstance(one, Chars):
                parts.append(one.text)
            else:
                stack += reversed(one.children)
        return "".join(parts)


class RefusedError(Exception):
    """A part that no program of good will writes."""


class Builder:
    """Turns the parser's events into elements."""

    def __init__(self, data: bytes, wanted: frozenset[str], *, has_doctype: bool, tags: bool = False) -> None:
        self._data, self._wanted, self._tags, self._has_doctype = data, wanted, tags, has_doctype
        self._around: list[Node] = []
        self._open: list[Node] = []
        """The wanted element that is open, and those open within."""
        self._done: list[tuple[Node, tuple[Node, ...]]] = []
        self._seen: list[Node] = []
        self._last: Node | Chars | None = None
        """What began at the event before, and ends where the next one begins."""
        self._texts: list[str] = []
        """Pieces of character data of the element that is open last, bytes [_texts_start, _texts_end) of the part."""
        self._texts_start = self._texts_end = 0
        self._names: dict[str, str] = {}
        self._is_literal = False
        """Whether the parser is within CDATA, where `&` is itself."""
        parser = expat.ParserCreate("utf-8", _SEPARATOR)
        parser.buffer_text = False
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._skipped
        parser.CharacterDataHandler = self._chars
        parser.StartCdataSectionHandler = self._start_cdata
        parser.EndCdataSectionHandler = self._end_cdata
        parser.CommentHandler = self._other
        parser.ProcessingInstructionHandler = self._other
        self.parser = parser

    def take(self) -> list[tuple[Node, tuple[Node, ...]]]:
        """Return what is whole, once."""
        done, self._done = self._done, []
        return done

    def take_tags(self) -> list[Node]:
        """Return the start tags that are whole, once."""
        seen, self._seen = self._seen, []
        if seen and seen[-1] is self._last:
            self._seen = [seen.pop()]
        return seen

    def _close_last(self, place: int, *, is_text: bool = False) -> None:
        if self._texts and not is_text:
            self._close_texts()
        last = self._last
        if isinstance(last, Node):
            last.inner = place
        self._last = None

    def _start(self, name: str, attributes: list[str]) -> None:
        place = self.parser.CurrentByteIndex
        self._close_last(place)
        if len(self._around) + len(self._open) >= _MAX_DEPTH:
            raise RefusedError(f"elements are nested more than {_MAX_DEPTH:,} deep; expected a document.")
        if attributes and max(map(len, attributes)) > _MAX_ATTRIBUTE:
            raise RefusedError(f"an attribute is longer than {_MAX_ATTRIBUTE:,} characters; expected a document.")
        known = self._names
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        node = Node(known.get(name) or self._name(name), {known.get(n) or self._name(n): v for n, v in pairs}, place)
        self._last = node
        if self._tags:
            self._seen.append(node)
            self._around.append(node)
        elif self._open:
            self._open[-1].children.append(node)
            self._open.append(node)
        elif node.name in self._wanted:
            self._open.append(node)
        else:
            self._around.append(node)

    def _end(self, name: str) -> None:
        place = self.parser.CurrentByteIndex
        if self._texts:
            self._close_texts()
        stack = self._open or self._around
        node = stack.pop()
        if self._last is node:
            node.inner = place  # of `<a/>` the end stands behind the tag, of `<a></a>` before the end tag
            self._last = None
        else:
            self._close_last(place)
        if not self._open and stack is self._around:
            return
        node.outer = place
        is_empty = self._data[node.inner - 2 : node.inner] == b"/>" and place == node.inner
        node.end = place if is_empty else self._data.index(b">", place) + 1
        if not self._open:
            self._done.append((node, tuple(self._around)))

    def _chars(self, text: str) -> None:
        place = self.parser.CurrentByteIndex
        self._close_last(place, is_text=True)
        if self._open:
            if self._texts and self._texts_end != place:
                self._close_texts()
            if not self._texts:
                self._texts_start = place
            self._texts.append(text)
            self._texts_end = self._end_of_chars(place, text)

    def _close_texts(self) -> None:
        """End the character data that is open, which the parser tells in pieces."""
        start, end = self._texts_start, self._texts_end
        if self._data[start - len(_CDATA) : start] == _CDATA:  # what is written in its place is escaped, and no CDATA
            start, end = start - len(_CDATA), self._data.index(b"]]>", end) + 3
        self._open[-1].children.append(Chars(start, end, "".join(self._texts)))
        self._texts.clear()

    def _end_of_chars(self, place: int, text: str) -> int:
        if self._data[place : place + 1] == b"&" and not self._is_literal:
            return self._data.index(b";", place) + 1
        if text == "\n" and self._data[place : place + 2] == b"\r\n":
            return place + 2
        return place + len(text.encode())

    def _start_cdata(self) -> None:
        self._close_last(self.parser.CurrentByteIndex)
        self._is_literal = True

    def _end_cdata(self) -> None:
        self._is_literal = False

    def _other(self, *_: str | None) -> None:
        place = self.parser.CurrentByteIndex
        self._close_last(place)
        if self._open:
            closing = b"-->" if self._data[place : place + 4] == b"<!--" else b"?>"
            end = self._data.index(closing, place) + len(closing)
            self._open[-1].children.append(Node("", {}, place, end, end, end))

    def _doctype(self, name: str, system: str | None, public: str | None, has_declarations: bool) -> None:
        if not self._has_doctype:
            raise RefusedError("has a DOCTYPE, which a document of this kind never has; it is not opened.")
        if has_declarations:
            raise RefusedError(
                "its DOCTYPE has declarations of its own, such as entities, which are not read; remove them."
            )

    def _skipped(self, name: str, is_parameter: bool) -> None:
        raise RefusedError(f"&{name}; is defined in a DTD, which is not read; write the character, or its number.")

    def _name(self, expanded: str) -> str:
        space, _, local = expanded.rpartition(_SEPARATOR)
        prefix = PREFIXES.get(space, space)
        name = f"{prefix}:{local}" if prefix else local
        self._names[expanded] = name
        return name
