"""XML comes in as bytes, and out come the elements that somebody wants, one after the other, with their places.

`xml.parsers.expat` tells where in the bytes each event stands, so nothing is ever written by a serialiser. Names are
those of the namespaces, called by the prefixes of `PREFIXES` whatever the file calls them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from xml.parsers import expat

from translate.documents.namespaces import PREFIXES
from translate.errors import DocumentError

_T = TypeVar("_T")
_CHUNK_BYTES = 1 << 16
_MAX_DEPTH = 1000
_MAX_ATTRIBUTE = 4_000_000
_SEPARATOR = " "
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Chars:
    """Character data: bytes [start, end) of the part show `text`."""

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


@dataclass(frozen=True, slots=True)
class Xml:
    """A part of a document as UTF-8, whatever it was. `encoding` is what it was in, `name` is what messages call it."""

    data: bytes
    encoding: str
    path: Path
    name: str = ""
    has_doctype: bool = False
    """Whether parts of this kind may name a document type; never one with declarations of its own."""

    @classmethod
    def of(cls, data: bytes, path: Path, name: str = "", *, has_doctype: bool = False) -> Xml:
        """Decode a part by its mark or declaration.

        :raises DocumentError: where the encoding is unknown, or the bytes are not in it.
        """
        encoding = next((encoding for mark, encoding in _WIDE if data.startswith(mark)), None)
        declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf")[:200])
        encoding = encoding or (declared[1].decode().lower() if declared else "utf-8")
        if encoding in ("utf-8", "utf8", "us-ascii", "ascii"):
            return cls(data, "utf-8", path, name, has_doctype)
        try:
            return cls(data.decode(encoding).encode(), encoding, path, name, has_doctype)
        except (UnicodeDecodeError, LookupError) as exc:
            raise DocumentError(f"{_place(name)}not in the encoding {encoding} that it declares.", path=path) from exc

    def encoded(self, data: bytes) -> bytes:
        """Return a new content in the part's encoding; what that cannot write becomes a character reference."""
        if self.encoding == "utf-8":
            return data
        return data.decode().encode(self.encoding, "xmlcharrefreplace")

    def iter_nodes(self, wanted: Collection[str]) -> Iterator[tuple[Node, tuple[Node, ...]]]:
        """Yield the outermost elements of the names `wanted`, in order, each with those around it, outermost first.

        What is around is open yet: it has its attributes, and no children.

        :raises DocumentError: where the part is not well-formed, has a DOCTYPE, or is nested or large beyond all use.
        """
        builder = _Builder(self.data, frozenset(wanted), has_doctype=self.has_doctype)
        yield from self._read(builder, builder.take)

    def iter_tags(self) -> Iterator[Node]:
        """Yield each element as its start tag, without children."""
        builder = _Builder(self.data, frozenset(), has_doctype=self.has_doctype, tags=True)
        yield from self._read(builder, builder.take_tags)

    def _read(self, builder: _Builder, take: Callable[[], list[_T]]) -> Iterator[_T]:
        try:
            for position in range(0, len(self.data), _CHUNK_BYTES):
                builder.parser.Parse(self.data[position : position + _CHUNK_BYTES], False)
                yield from take()
            builder.parser.Parse(b"", True)
        except expat.ExpatError as exc:
            message = f"{_place(self.name)}not well-formed XML ({expat.ErrorString(exc.code)}); save it again."
            raise DocumentError(message, path=self.path, line=exc.lineno, column=exc.offset + 1) from exc
        except _RefusedError as exc:
            line = builder.parser.CurrentLineNumber
            raise DocumentError(f"{_place(self.name)}{exc}", path=self.path, line=line) from exc
        yield from take()


def _place(name: str) -> str:
    return f"{name}: " if name else ""


class _RefusedError(Exception):
    """A part that no program of good will writes."""


class _Builder:
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
            raise _RefusedError(f"elements are nested more than {_MAX_DEPTH:,} deep; expected a document.")
        if attributes and max(map(len, attributes)) > _MAX_ATTRIBUTE:
            raise _RefusedError(f"an attribute is longer than {_MAX_ATTRIBUTE:,} characters; expected a document.")
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
        self._open[-1].children.append(Chars(self._texts_start, self._texts_end, "".join(self._texts)))
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
        if has_declarations or not self._has_doctype:
            raise _RefusedError("has a DOCTYPE, which a document of this kind never has; it is not opened.")

    def _name(self, expanded: str) -> str:
        space, _, local = expanded.rpartition(_SEPARATOR)
        prefix = PREFIXES.get(space, space)
        name = f"{prefix}:{local}" if prefix else local
        self._names[expanded] = name
        return name
