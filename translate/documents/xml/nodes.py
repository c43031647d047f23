"""XML comes in as bytes, and out come the elements that somebody wants, one after the other, with their places.

`xml.parsers.expat` tells where in the bytes each event stands, so nothing is ever written by a serialiser. Names are
those of the namespaces, called by the prefixes of `PREFIXES` whatever the file calls them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TypeVar
from xml.parsers import expat

from translate.documents.xml.builder import Builder, Chars, Node, RefusedError
from translate.errors import DocumentError
from translate.records import dataclass

_T = TypeVar("_T")
_CHUNK_BYTES = 1 << 16
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))

__all__ = ["Chars", "Node", "Xml"]


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
        except (ValueError, LookupError) as exc:
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
        builder = Builder(self.data, frozenset(wanted), has_doctype=self.has_doctype)
        yield from self._read(builder, builder.take)

    def iter_tags(self) -> Iterator[Node]:
        """Yield each element as its start tag, without children."""
        builder = Builder(self.data, frozenset(), has_doctype=self.has_doctype, tags=True)
        yield from self._read(builder, builder.take_tags)

    def _read(self, builder: Builder, take: Callable[[], list[_T]]) -> Iterator[_T]:
        try:
            for position in range(0, len(self.data), _CHUNK_BYTES):
                builder.parser.Parse(self.data[position : position + _CHUNK_BYTES], False)
                yield from take()
            builder.parser.Parse(b"", True)
        except expat.ExpatError as exc:
            message = f"{_place(self.name)}not well-formed XML ({expat.ErrorString(exc.code)}); save it again."
            raise DocumentError(message, path=self.path, line=exc.lineno, column=exc.offset + 1) from exc
        except RefusedError as exc:
            line = builder.parser.CurrentLineNumber
            raise DocumentError(f"{_place(self.name)}{exc}", path=self.path, line=line) from exc
        yield from take()


def _place(name: str) -> str:
    return f"{name}: " if name else ""
