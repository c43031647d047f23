"""HTML or XHTML comes in as characters, its tags, texts and comments go out, each with its place.

The tokens are those of the HTML standard (section 13.2.5), which says what any tag soup means; nothing is repaired. The
time is linear in the length.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

import regex

from translate.records import dataclass

_SPACES = " \t\n\r\f"
_TAG = regex.compile(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)
    (?P<rest>(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)?+)?+)*+)>""",
    regex.VERBOSE,
)
_ATTRIBUTE = regex.compile(
    r"""(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?P<value>"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)?+)?+"""
)
_COMMENT_END = regex.compile(r"--!?>")
_SCRIPTED = ("<?=", "<?php", "<?xml")
"""What begins an instruction whose end is `?>`; any other ends, in HTML, at the first `>`."""
_RAW = frozenset({"script", "style", "xmp", "plaintext"})
_RAW_TEXT = frozenset({"title", "textarea"})


class Type(Enum):
    """What a token is."""

    TEXT = auto()
    RAW = auto()
    """Text in which `&` is nothing else than `&`."""
    START = auto()
    END = auto()
    COMMENT = auto()
    INSTRUCTION = auto()
    """`<?php … ?>`, `<%= … %>`."""
    DECLARATION = auto()
    """`<!DOCTYPE html>`, `<?xml version="1.0"?>`."""


class Token(NamedTuple):
    """Characters [start, end) of the source. `name` is that of a tag, in small letters."""

    type: Type
    start: int
    end: int
    name: str = ""
    is_closed: bool = False
    """Whether a start tag is all of its element, as `<br/>` is in XML."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a tag: `native` is its value with its quotation marks, characters [start, end) of the source."""

    name: str
    native: str
    start: int
    end: int


def iter_tokens(source: str, *, is_xml: bool = False) -> Iterator[Token]:
    """Yield the tokens of `source`, in order, without gap but for what the end of the source cuts off.

    :param is_xml: read as XML: `<a/>` is a whole element, and a section of CDATA is text anywhere.
    """
    scanner = _Scanner(source, is_xml=is_xml)
    position, length = 0, len(source)
    while position < length:
        place = scanner.find_markup(position)
        if place > position:
            yield Token(Type.TEXT, position, place)
        if place == length:
            return
        for token in scanner.markup(place):
            yield token
            position = token.end
        if position <= place:
            return  # the source ends within a tag


def iter_attributes(source: str, token: Token) -> Iterator[Attribute]:
    """Yield the attributes of a start tag; of two of one name, the first, which is the one that counts."""
    seen: set[str] = set()
    for match in _ATTRIBUTE.finditer(source, token.start + 1 + len(token.name), token.end - 1):
        name = match["name"].lower()
        if name not in seen:
            seen.add(name)
            start, end = match.span("value")
            yield Attribute(name, match["value"] or "", start, end)


class _Scanner:
    def __init__(self, source: str, *, is_xml: bool) -> None:
        self._source, self._is_xml = source, is_xml
        self._foreign = 0
        """How many elements of SVG or MathML are open."""
        self._last_server_end = source.rfind("%>")

    def find_markup(self, position: int) -> int:
        """Return where the next markup begins; the end of the source where there is none."""
        source = self._source
        while (place := source.find("<", position)) >= 0:
            following = source[place + 1 : place + 2]
            if (following.isalpha() and following.isascii()) or following in ("!", "?"):
                return place
            if following == "%" and place < self._last_server_end:
                return place
            if following == "/" and source[place + 2 : place + 3] not in ("", *_SPACES):
                return place
            position = place + 1
        return len(source)

    def markup(self, place: int) -> Iterator[Token]:
        """Yield the tokens of the markup that begins at `place`; more than one where its element holds text alone."""
        source = self._source
        match = _TAG.match(source, place)
        if match:
            yield from self._tag(match)
        elif source.startswith("<!--", place):
            yield Token(Type.COMMENT, place, self._end_of_comment(place))
        elif source.startswith("<![CDATA[", place) and (self._is_xml or self._foreign):
            yield Token(Type.RAW, place, self._behind("]]>", place))
        elif source.startswith("<%", place):
            yield Token(Type.INSTRUCTION, place, self._behind("%>", place))
        elif source.startswith("<?", place):
            is_scripted = self._is_xml or source[place : place + 5].lower().startswith(_SCRIPTED)
            kind = Type.DECLARATION if source.startswith("<?xml", place) else Type.INSTRUCTION
            yield Token(kind, place, self._behind("?>" if is_scripted else ">", place))
        elif source[place + 1] in "!/":
            yield Token(Type.DECLARATION, place, self._end_of_declaration(place))

    def _tag(self, match: regex.Match[str]) -> Iterator[Token]:
        start, end = match.span()
        name = match["name"].lower()
        local = name.rpartition(":")[2]
        is_closed = match["rest"].endswith("/") and (self._is_xml or self._foreign > 0 or local in ("svg", "math"))
        if match["close"]:
            self._foreign -= self._foreign > 0 and local in ("svg", "math")
            yield Token(Type.END, start, end, name)
            return
        yield Token(Type.START, start, end, name, is_closed)
        if is_closed:
            return
        self._foreign += local in ("svg", "math")
        is_raw = local in _RAW
        if is_raw or (local in _RAW_TEXT and not self._is_xml and not self._foreign):
            close = regex.compile(rf"</{regex.escape(name)}(?=[\s/>])", regex.IGNORECASE).search(self._source, end)
            limit = close.start() if close else len(self._source)
            if limit > end:
                yield Token(Type.RAW if is_raw else Type.TEXT, end, limit)

    def _behind(self, sign: str, place: int) -> int:
        found = self._source.find(sign, place)
        return found + len(sign) if found >= 0 else len(self._source)

    def _end_of_comment(self, place: int) -> int:
        for short in ("<!-->", "<!--->"):
            if self._source.startswith(short, place):
                return place + len(short)
        found = _COMMENT_END.search(self._source, place + 4)
        return found.end() if found else len(self._source)

    def _end_of_declaration(self, place: int) -> int:
        """Return the end of a declaration, with what it declares between brackets."""
        end = self._behind(">", place)
        bracket = self._source.find("[", place, end) if self._source[place : place + 9].upper() == "<!DOCTYPE" else -1
        if bracket >= 0:
            return self._behind(">", self._behind("]", bracket))
        return end
