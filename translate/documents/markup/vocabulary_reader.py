"""Documents of a vocabulary of XML, DocBook or DITA: bytes come in, what a person reads goes out, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import field
from html import escape, unescape
from xml.parsers import expat

from translate.data import LINE_BREAK
from translate.documents.markup.reader import MarkupReader
from translate.documents.markup.source import NOTE, TAG, WORD, Source
from translate.documents.markup.vocabularies import DITA, DOCBOOK, Vocabulary
from translate.documents.splice import Splice
from translate.documents.spliced import Item, Kind, SplicedBlock
from translate.languages import base_code
from translate.records import dataclass
from translate.text.faults import FaultError

_TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<\?.*?\?>"
    r"|<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*(?:\[.*?\]\s*)?>"
    r"|</(?P<end>[^\s>]+)\s*>"
    r"|<(?P<name>[^\s/>]+)(?P<attributes>(?:[^>\"'/]|\"[^\"]*\"|'[^']*'|/(?!>))*)(?P<alone>/?)>"
    r"|(?P<text>[^<]+)",
    re.ASCII | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"(?P<name>[^\s=]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.ASCII)
_LINES = re.compile(r"\r\n|\n|\r")
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_LISTS = ("keywords", "keywordset")
"""Elements in which each element has a text of its own."""
_LANGUAGES = ("xml:lang", "lang")
_MAX_DEPTH = 1000
_NO = "passages marked as not to be translated"
_FOREIGN = "passages in other languages"
_TYPES = {
    **dict.fromkeys(("b",), "bold"), **dict.fromkeys(("i", "emphasis", "firstterm"), "italic"), "u": "underlined",
    **dict.fromkeys(("sub", "subscript"), "subscript"), **dict.fromkeys(("sup", "superscript"), "superscript"),
    **dict.fromkeys(("link", "ulink", "xref", "olink"), "link"),
}  # fmt: skip


@dataclass(slots=True)
class _Open:
    """An element that is open, from byte `start` on. `kept` tells that nothing within is translated."""

    name: str
    start: int
    role: str
    kept: bool = False
    lines: bool = False
    run: list[Item] | None = None
    """Of a note and of a word, the text that it stands in."""


@dataclass(slots=True)
class _Page:
    """A document that is read."""

    source: Source
    words: Vocabulary
    _open: list[_Open] = field(default_factory=list)
    _run: list[Item] | None = None
    _made: list[SplicedBlock] = field(default_factory=list)
    _prefix: str = ""

    def blocks(self) -> Iterator[SplicedBlock]:
        view = self.source.view
        position = 0
        for match in _TOKEN.finditer(view):
            if match.start() != position:
                raise FaultError("not well-formed XML; save it again.", position)
            position = match.end()
            if match["name"]:
                self._start(match)
            elif match["end"]:
                self._end(match)
            elif match["text"] is not None:
                self._text(*match.span("text"))
            elif match["cdata"] is not None:
                self._cdata(match)
            elif self._run is not None and not self._is_kept:
                self._run.append(Item(Kind.MARK, *match.span(), type="x-comment"))
            if self._made:
                made, self._made = self._made, []
                yield from made

    @property
    def _is_kept(self) -> bool:
        return bool(self._open) and self._open[-1].kept

    def _text(self, start: int, end: int) -> None:
        if self._is_kept or not self._open:
            return
        if self._run is None:
            start += len(self.source.view[start:end]) - len(self.source.view[start:end].lstrip(" \t\r\n"))
            if start == end:
                return
            self._run = []
        if self._open[-1].lines:
            position = start
            for match in _LINES.finditer(self.source.view, start, end):
                self._run += self.source.referenced(position, match.start())
                self._run.append(Item(Kind.MARK, *match.span(), "", type=LINE_BREAK))
                position = match.end()
            start = position
        self._run += self.source.referenced(start, end)

    def _cdata(self, match: re.Match[str]) -> None:
        if not self._is_kept and match["cdata"].strip(" \t\r\n"):
            self._run = self._run if self._run is not None else []
            text = " ".join(self.source.text(*match.span("cdata")).split())
            self._run.append(Item(Kind.TEXT, *match.span(), text))

    def _start(self, match: re.Match[str]) -> None:
        attributes = self._attributes(match)
        element = self._element(match, attributes)
        if not self._is_kept and not element.kept:
            self._attribute_texts(match)
        is_alone = bool(match["alone"])
        if self._is_kept:
            element.kept = True
        elif element.role == "inline":
            self._run = self._run if self._run is not None else []
            kind = Kind.MARK if is_alone else Kind.OPEN
            self._run.append(Item(kind, *match.span(), type=_TYPES.get(element.name, TAG)))
        elif element.role in ("word", "note"):
            if is_alone:
                self._mark(element, match.end())
                return
            element.run, self._run = self._run, None
        else:
            self._flush()
        if not is_alone:
            if len(self._open) >= _MAX_DEPTH:
                raise FaultError(
                    f"elements are nested more than {_MAX_DEPTH:,} deep; expected a document.", match.start()
                )
            self._open.append(element)

    def _mark(self, element: _Open, end: int) -> None:
        """Put what stands in a sentence as one code into the text around it."""
        if element.role == "note":
            self._run = self._run if self._run is not None else []
            kind = "image" if element.name in ("image", "inlinemediaobject") else NOTE
            self._run.append(Item(Kind.MARK, element.start, end, type=kind))
        else:
            self._run = self._run if self._run is not None else []
            self._run.append(self.source.word(element.start, end, WORD))

    def _element(self, match: re.Match[str], attributes: dict[str, str]) -> _Open:
        prefix, _, name = match["name"].rpartition(":")
        words = self.words
        if not self._open:
            self._prefix = prefix
            if name not in words.roots:
                raise FaultError(f"begins with <{name}>; expected a document of this kind. Give it its own ending.", 0)
        element = _Open(name, match.start(), "block", lines=bool(self._open) and self._open[-1].lines)
        if prefix != self._prefix:
            element.role, element.kept = "word" if self._run else "block", True
        elif name in words.words:
            element.role, element.kept = "word", True
        elif name in words.kept:
            element.kept = True
        elif name in words.notes:
            element.role = "note"
        elif name in words.inline and not (self._open and self._open[-1].name in _LISTS):
            element.role = "inline"
        element.lines = element.lines or name in words.lines
        self._judge(element, attributes)
        return element

    def _judge(self, element: _Open, attributes: dict[str, str]) -> None:
        """Keep an element that its attributes say is not for translation, or is in another language."""
        code = next((attributes[name] for name in _LANGUAGES if attributes.get(name)), "")
        is_foreign = bool(code) and base_code(code) != base_code(self.source.language)
        is_marked = "no" in (attributes.get("translate"), attributes.get("its:translate"))
        if (is_foreign or is_marked) and not element.kept and not self._is_kept:
            self.source.left_out.add(_NO if is_marked else _FOREIGN)
        if is_foreign or is_marked or not self.words.references.isdisjoint(attributes):
            element.kept = True
        if element.kept and element.role in ("inline", "note"):
            element.role = "word"

    def _end(self, match: re.Match[str]) -> None:
        element = self._open.pop()
        if self._is_kept:
            return
        if element.role == "inline":
            if self._run is not None:
                self._run.append(Item(Kind.CLOSE, *match.span(), type=_TYPES.get(element.name, TAG)))
        elif element.role in ("word", "note"):
            self._flush()
            self._run = element.run
            self._mark(element, match.end())
        elif not element.kept:
            self._flush()

    def _flush(self) -> None:
        run, self._run = self._run, None
        if run:
            context = next((one.name for one in reversed(self._open) if one.role != "inline"), "")
            context = context if context in ("title", "footnote", "fn", "indexterm", "alt") else ""
            self._made += self.source.blocks(run, lambda text: escape(text, quote=False), context=context)

    def _attributes(self, match: re.Match[str]) -> dict[str, str]:
        found = _ATTRIBUTE.finditer(match["attributes"])
        return {one["name"]: one["double"] if one["single"] is None else one["single"] for one in found}

    def _attribute_texts(self, match: re.Match[str]) -> None:
        for one in _ATTRIBUTE.finditer(self.source.view, *match.span("attributes")):
            if one["name"] in self.words.attributes:
                start, end = self.source.trimmed(*one.span("double" if one["single"] is None else "single"))
                items = self.source.plain(start, end, unescape)
                self._made += self.source.blocks(items, _write_value, context=one["name"])


def _write_value(text: str) -> str:
    return escape(text).replace("&#x27;", "&apos;")


def _verify(source: Source) -> None:
    """Refuse what is not well-formed. No entity is looked up, none expanded."""
    parser = expat.ParserCreate("utf-8")
    parser.DefaultHandler = lambda data: None  # with which expat leaves entities alone
    try:
        parser.Parse(source.data, True)
    except expat.ExpatError as exc:
        starts = [0, *(one.end() for one in re.finditer("\n", source.view))]
        place = starts[min(exc.lineno, len(starts)) - 1] + exc.offset
        raise FaultError(f"not well-formed XML ({expat.ErrorString(exc.code)}); save it again.", place) from exc


def _finder(words: Vocabulary) -> Callable[[Source], Iterator[SplicedBlock]]:
    def find(source: Source) -> Iterator[SplicedBlock]:
        _verify(source)
        yield from _Page(source, words).blocks()

    return find


def _language_marks(source: Source, language: str) -> Splice:
    marks = Splice()
    for match in _TOKEN.finditer(source.view):
        for one in _ATTRIBUTE.finditer(source.view, *match.span("attributes")) if match["name"] else ():
            group = "double" if one["single"] is None else "single"
            if one["name"] in _LANGUAGES and base_code(one[group]) == base_code(source.language):
                marks.replace(*one.span(group), [language.encode()])
    return marks


def declared_encoding(start: bytes) -> str | None:
    """Return the encoding that the declaration of XML names; None where none does, or it is the usual one."""
    match = None if start.startswith((b"\xff\xfe", b"\xfe\xff")) else _DECLARED.match(start)
    return match[1].decode() if match and not match[1].lower().startswith(b"utf") else None


DOCBOOK_READER = MarkupReader("docbook", _finder(DOCBOOK), _language_marks, declared_encoding, is_xml=True)
DITA_READER = MarkupReader("dita", _finder(DITA), _language_marks, declared_encoding, is_xml=True)
