"""Inline markup of AsciiDoc: a paragraph comes in as its bytes, its items and the texts within them go out.

*AsciiDoc Language, Text Formatting and Inline Macros* (Asciidoctor).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from translate.data import LINE_BREAK
from translate.documents.markup.source import FORMULA, NOTE, WORD, Source, unchanged
from translate.documents.spliced import Item, Kind, SplicedBlock

_OPEN, _CLOSE = r"(?<![\w\\}:;\x80-\xff])", r"(?![\w\x80-\xff])"
_INSIDE = r"(?:\\.|[^\\\]]){0,800}?"
_ROLE = r"(?:\[[^\]\n]{1,80}\])?"
_INLINE = re.compile(
    rf"(?P<escape>\\(?=[*_`#^~{{<\[:]|https?:|[a-z]+:))"
    rf"|(?P<pass>\+\+\+.{{0,500}}?\+\+\+|\$\$.{{0,500}}?\$\$"
    rf"|pass:[a-z,]*\[{_INSIDE}\]|{_OPEN}\+(?=\S)[^\n+]+?(?<=\S)\+{_CLOSE})"
    rf"|(?P<formula>(?:stem|latexmath|asciimath):\[{_INSIDE}\])"
    r"|(?P<mono>``.{1,500}?``|(?<![\w\\\"'`])`(?=[^\s`])[^`]*?(?<=\S)`(?![\w`\"']))"
    r"|(?P<quote>\"`(?=\S)|(?<=\S)`\"|'`(?=\S)|(?<=\S)`')"
    rf"|(?P<note>footnote(?:ref)?:[\w-]*\[(?P<noted>{_INSIDE})\])"
    rf"|(?P<image>image:(?!:)[^\s\[]+\[(?P<alt>{_INSIDE})\])"
    r"|(?P<link>(?:https?|ftp|irc)://[^\s\[\]<>]*[^\s\[\]<>.,;:!?)]|(?:link|mailto|xref):(?!:)[^\s\[]*)"
    rf"\[(?P<label>{_INSIDE})\]"
    r"|<<(?P<target>[^<>,\n]+)(?:,\s*(?P<shown>[^<>]+?))?>>"
    rf"|btn:\[(?P<button>{_INSIDE})\]"
    rf"|(?P<word>(?:kbd|icon|menu|indexterm2?):[^\s\[]*\[{_INSIDE}\]|\{{[\w-]+(?::[^{{}}\n]*)?\}}"
    r"|(?:https?|ftp)://[^\s\[\]<>]+[^\s\[\]<>.,;:!?)])"
    r"|(?P<index>\(\(\([^()]*\)\)\)|\[\[[^\[\]\n]*\]\]|anchor:[\w-]+\[[^\]]*\])"
    r"|\(\((?P<shownindex>[^()\n]+)\)\)"
    r"|(?P<break>[ \t]\+(?=\r?\n))"
    rf"|{_ROLE}(?P<double>\*\*|__|\#\#)(?=\S)(?P<unbound>(?:(?!(?P=double)).){{1,500}}?)(?P=double)"
    rf"|{_OPEN}{_ROLE}(?P<single>[*_\#])(?=[^\s*_\#])"
    rf"(?P<bound>(?:(?!(?P=single)).|(?P=single)(?=\w)){{0,500}}?)(?<=\S)(?P=single){_CLOSE}"
    r"|(?P<raised>[\^~])(?=\S)(?P<small>[^\s^~]+)(?P=raised)",
    re.ASCII | re.DOTALL,
)
_TYPES = {"*": "bold", "_": "italic", "#": "x-mark", "^": "superscript", "~": "subscript"}
_QUOTES = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’"}
_NAMED = re.compile(r"""(?P<name>[\w-]+)=(?:"(?P<value>(?:[^"\\]|\\.)*)"|[^,]*)""", re.ASCII)
_QUOTED = re.compile(r'\s*"(?P<value>(?:[^"\\]|\\.)*)"\s*(?=,|\Z)', re.ASCII | re.DOTALL)
_ESCAPED = re.compile(r'\\(["\]])')
_SPECIAL = re.compile(r'["\]]')
_PARTING = ',="'
"""What parts attributes, or names and quotes one."""
_OWN_WINDOW = re.compile(r"\^\Z|,\s*(?:window|role|opts|options)=.*\Z", re.ASCII | re.DOTALL)
_MAX_DEPTH = 20


class Paragraph:
    """A paragraph that is read; `inner` are the texts within its codes, once its items were iterated."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.inner: list[SplicedBlock] = []

    def items(self, start: int, end: int, depth: int = 0) -> Iterator[Item]:
        """Yield the items of bytes [start, end)."""
        source, position = self._source, start
        for match in _INLINE.finditer(source.view, start, end) if depth < _MAX_DEPTH else ():
            yield from source.plain(position, match.start())
            position = match.end()
            yield from self._item(match, depth)
        yield from source.plain(position, end)

    def _item(self, match: re.Match[str], depth: int) -> Iterator[Item]:
        start, end = match.span()
        kind = _kind_of(match)
        if kind == "escape":
            yield Item(Kind.MARK, start, end, type="x-escape")
        elif kind == "quote":
            yield Item(Kind.TEXT, start, end, _QUOTES[match[0]])
        elif kind == "break":
            yield Item(Kind.MARK, start, end, type=LINE_BREAK)
        elif kind == "index":
            yield Item(Kind.MARK, start, end)
        elif kind in ("note", "image"):
            self._within(match, "noted" if kind == "note" else "alt", NOTE if kind == "note" else "alt")
            yield Item(Kind.MARK, start, end, type=NOTE if kind == "note" else "image")
        elif kind in _PAIRS:
            inner = match.span(kind)
            shown = _OWN_WINDOW.search(match[kind]) if kind == "label" else None
            inner = (inner[0], inner[0] + shown.start()) if shown else inner
            sign = match["double"] or match["single"] or match["raised"] or ""
            code_type = _TYPES.get(sign[:1], "link")
            yield Item(Kind.OPEN, start, inner[0], type=code_type)
            yield from self.items(*inner, depth + 1)
            yield Item(Kind.CLOSE, inner[1], end, type=code_type)
        else:
            yield self._source.word(start, end, {"formula": FORMULA, "mono": "code"}.get(kind, WORD))

    def _within(self, match: re.Match[str], group: str, context: str) -> None:
        start, end = match.span(group)
        if group == "alt":
            self.inner += label_blocks(self._source, start, end)
            return
        other = Paragraph(self._source)
        self.inner += self._source.blocks(other.items(start, end), unchanged, context="note")
        self.inner += other.inner


_PAIRS = ("label", "shown", "button", "shownindex", "unbound", "bound", "small")
"""Groups that are words of the sentence."""


def _kind_of(match: re.Match[str]) -> str:
    """Return the group that says what a match is; of a link without words, that it is one word."""
    for name in ("note", "image", *_PAIRS):
        if match[name]:
            return name
    return match.lastgroup or ""


def label_blocks(source: Source, start: int, end: int) -> Iterator[SplicedBlock]:
    """Yield the texts among the attributes of an image: the first, and those of some names."""
    quoted = _QUOTED.match(source.view, start, end)
    comma = source.view.find(",", start, end)
    first = end if comma < 0 else comma
    if quoted:
        yield from _attribute(source, *quoted.span("value"), _within_quotes, "alt")
    elif "=" not in source.view[start:first]:
        yield from _attribute(source, *source.trimmed(start, first), _first, "alt")
    for match in _NAMED.finditer(source.view, start, end):
        if match["name"] in ("alt", "title", "caption") and match["value"]:
            yield from _attribute(source, *match.span("value"), _within_quotes, match["name"])


def _attribute(
    source: Source, start: int, end: int, write: Callable[[str], str], context: str
) -> Iterator[SplicedBlock]:
    text = " ".join(_ESCAPED.sub(r"\1", source.text(start, end)).split())
    if text:
        yield from source.blocks([Item(Kind.TEXT, start, end, text)], write, context=context)


def _within_quotes(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _first(text: str) -> str:
    """Return the first of a list of attributes: in quotation marks where its signs would make two of it."""
    written = _within_quotes(text)
    return f'"{written}"' if set(text) & set(_PARTING) else written


def paragraph_blocks(source: Source, start: int, end: int, context: str = "") -> Iterator[SplicedBlock]:
    """Yield the blocks of a paragraph, those within its codes first."""
    start, end = source.trimmed(start, end)
    paragraph = Paragraph(source)
    items = list(paragraph.items(start, end))
    yield from paragraph.inner
    yield from source.blocks(items, unchanged, context=context)
