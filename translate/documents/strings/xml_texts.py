"""Values of files of strings that are XML: the elements somebody wants come in, with their places in characters.

What a file writes in place of a character, `&eacute;` or `CDATA`, is read, and what its encoding lacks is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape

from translate.documents.strings.tokens import Escaping, Token, token
from translate.documents.strings.values import StringsFile, Value
from translate.documents.xml.nodes import Chars, Node, Xml
from translate.formats.xmltext import escape_markup

CHARSET = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
"""Finds the encoding that a file of XML says."""
_IN_XML = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|&(?:#\w+|\w+);|\r\n|\w+(?: \w+)*|.", re.DOTALL)
_OPENING, _CLOSING = "<![CDATA[", "]]>"


class XmlText:
    """A file of XML as text, whose elements know where they stand in it."""

    def __init__(self, file: StringsFile) -> None:
        self._file = file
        self._data = file.text.encode()
        self._is_ascii = len(self._data) == len(file.text)
        self._bytes = self._characters = 0

    def iter_nodes(self, wanted: Collection[str], *, has_doctype: bool = False) -> Iterator[tuple[Node, list[Node]]]:
        """Yield the outermost elements of the names `wanted`, in order, each with those around it.

        :raises DocumentError: where the file is not well-formed, or has entities of its own.
        """
        xml = Xml(self._data, "utf-8", self._file.path, has_doctype=has_doctype)
        for node, around in xml.iter_nodes(wanted):
            yield node, list(around)

    def value(self, node: Node, path: str, held: re.Pattern[str] | None = None) -> Value | None:
        """Return what stands in an element as a value; None where that is more than text.

        Elements have to be asked for in the order of the file.
        """
        if node.is_empty or any(one.name for one in node.nodes):
            return None
        start, end = self._place(node.inner), self._place(node.outer)
        chars = [one for one in node.children if isinstance(one, Chars)]
        native = self._file.text[start:end]
        if len(chars) == len(node.children) == 1 and native.startswith(_OPENING) and native.endswith(_CLOSING):
            return Value(start + len(_OPENING), end - len(_CLOSING), path, Escaping(_split_cdata, _write_cdata, held))
        encoding = self._file.encoding
        return Value(start, end, path, Escaping(split_xml, lambda text: write_xml(text, encoding), held))

    def _place(self, at: int) -> int:
        """Return which character of the file begins at a byte, behind the one that was asked for before."""
        if self._is_ascii:
            return at
        if at < self._bytes:
            self._bytes = self._characters = 0
        self._characters += len(self._data[self._bytes : at].decode())
        self._bytes = at
        return self._characters


def split_xml(native: str) -> Iterator[Token]:
    """Part character data into tokens."""
    for match in _IN_XML.finditer(native):
        one = match[0]
        if one.startswith("<!--"):
            yield Token(one, "")
        elif one.startswith(_OPENING):
            yield Token(one, one[len(_OPENING) : -len(_CLOSING)])
        else:
            yield token(one, unescape(one) if one.startswith("&") and len(one) > 1 else one)


def write_xml(text: str, encoding: str) -> str:
    """Write a text as character data, in which references stand for what the encoding lacks."""
    text = escape_markup(text)
    return text if text.isascii() else text.encode(encoding, "xmlcharrefreplace").decode(encoding)


def _split_cdata(native: str) -> Iterator[Token]:
    return (token(sign, sign) for sign in re.findall(r"\r\n|\w+(?: \w+)*|.", native, re.DOTALL))


def _write_cdata(text: str) -> str:
    return text.replace(_CLOSING, "]]]]><![CDATA[>")
