"""A page comes in, whole and as characters, what a person reads of it goes out: blocks, and marks of the language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

import regex

from translate.config import DocumentConfig
from translate.documents.html.attributes import Attributes, attribute_block, read_attributes, texts_of
from translate.documents.html.blocks import HtmlBlock
from translate.documents.html.elements import INLINE, KEEPS_LINES, KEPT, KNOWN, VOID, WITHIN_PICTURES
from translate.documents.html.items import Item, Kind
from translate.documents.html.json_ld import iter_json_ld
from translate.documents.html.language import LanguageMark, is_believed, primary, says_other
from translate.documents.html.open_elements import Open, OpenElements
from translate.documents.html.runs import NOTE, make_blocks, type_of
from translate.documents.html.tokens import Token, Type, iter_tokens
from translate.documents.left_out import LeftOut
from translate.records import dataclass

_LINE_END = regex.compile(r"\r\n?|\n")
_BLOCK_TAG = r"|</?(?:p|div|h\d|li|ul|ol|dl|dt|dd|td|th|tr|table|blockquote|section|article|body)\b"
_SAMPLE = 4_000
_WHOLE_SAMPLE = 200_000
_LEFT_OUT = {
    "no": "passages marked as not to be translated",
    "language": "passages in other languages",
    "preformatted": "preformatted passages",
    "template": "templates",
}
_CODE_TYPES = {"no": "code", "language": "code", "script": "x-html", "preformatted": "x-html", "template": "x-html"}
_STANDS_ALONE = frozenset({"pre", "xmp", "listing", "plaintext"})
_NOTE_REFERENCES = frozenset({"noteref", "doc-noteref"})


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page is read. `texts` are the only elements whose text is read, where there are such; all, where none."""

    language: str
    config: DocumentConfig
    is_xml: bool = False
    part: str = ""
    texts: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    """Elements whose text names a language."""
    kept: frozenset[str] = frozenset()
    """Elements whose text nobody translates, besides those of HTML."""


@dataclass(slots=True)
class _Hole:
    """What is kept within a run of text, from `start` on; `run` goes on behind it."""

    element: Open
    start: int
    type: str
    run: list[Item] | None


@dataclass(slots=True)
class Page:
    """Reads one page."""

    source: str
    manner: Manner
    left_out: LeftOut = field(default_factory=LeftOut)
    marks: list[LanguageMark] = field(default_factory=list)
    """Names of the language of what is translated; all, once the blocks were iterated."""
    wants_texts: bool = True
    """Whether blocks are made of runs of text; without, only the marks are found."""
    _elements: OpenElements = field(default_factory=OpenElements)
    _holes: list[_Hole] = field(default_factory=list)
    _run: list[Item] | None = None
    _context: str = ""
    _made: list[HtmlBlock] = field(default_factory=list)

    def __iter__(self) -> Iterator[HtmlBlock]:
        self._elements.is_xml = self.manner.is_xml
        handlers = {Type.START: self._start, Type.END: self._end, Type.TEXT: self._text, Type.RAW: self._raw}
        for token in iter_tokens(self.source, is_xml=self.manner.is_xml):
            handlers.get(token.type, self._other)(token)
            if self._made:
                made, self._made = self._made, []
                yield from made
        self._close(self._elements.end_all(), len(self.source), len(self.source))
        self._end_run()
        yield from self._made

    def _text(self, token: Token) -> None:
        top = self._elements.top
        if top.kept:
            return
        if self.manner.languages and top.name in self.manner.languages:
            self._language_text(token)
        if self.manner.texts and top.name not in self.manner.texts:
            return
        self._context = top.name if self.manner.texts else ""
        if self._run is None:
            if self.source[token.start : token.end].isspace():
                return
            self._run = []
        position = token.start
        if top.keeps_lines:
            for match in _LINE_END.finditer(self.source, token.start, token.end):
                self._run.append(Item(Kind.TEXT, position, match.start()))
                self._run.append(Item(Kind.MARK, *match.span(), "lb"))
                position = match.end()
        self._run.append(Item(Kind.TEXT, position, token.end))

    def _language_text(self, token: Token) -> None:
        native = self.source[token.start : token.end]
        shown = native.strip()
        if primary(shown) == primary(self.manner.language):
            start = token.start + native.index(shown)
            self.marks.append(LanguageMark(start, start + len(shown)))

    def _raw(self, token: Token) -> None:
        top = self._elements.top
        if not top.kept and self.source.startswith("<![CDATA[", token.start):
            if not self.manner.texts or top.name in self.manner.texts:
                self._run = self._run if self._run is not None else []
                self._run.append(Item(Kind.RAW, token.start, token.end))
        elif top.kept == "json_ld":
            self._made += iter_json_ld(self.source, token.start, token.end, self.manner.part)

    def _other(self, token: Token) -> None:
        """A comment or an instruction stands in a run as a code."""
        if self._run is not None and not self._elements.top.kept:
            is_value = token.type is Type.INSTRUCTION and self.source[token.start + 1 : token.start + 3] in ("?=", "%=")
            self._run.append(Item(Kind.MARK, token.start, token.end, "x-var" if is_value else "x-comment"))

    def _start(self, token: Token) -> None:
        source, name = self.source, token.name.rpartition(":")[2]
        self._close(self._elements.start(name), token.start, token.start)
        attributes = read_attributes(source, token)
        parent = self._elements.top
        element = self._open(name, attributes, parent, token)
        is_alone = token.is_closed or name in VOID
        is_block = not self._is_inline(name)
        if is_block and not parent.kept and (name not in KEPT or name in _STANDS_ALONE):
            self._end_run()
        if attributes:
            self._attributes(name, attributes, element, parent)
        if element.kept and not parent.kept and is_alone:
            if self._run is not None:
                self._run.append(Item(Kind.MARK, token.start, token.end, _CODE_TYPES.get(element.kept, element.kept)))
            return
        if not element.kept and not is_block and not parent.kept:
            self._inline(token, name, attributes, is_alone=is_alone)
        if is_alone:
            return
        if element.begins and element.kept:
            is_whole = is_block and name not in KEPT
            run = None if is_whole else self._run if self._run is not None else []
            self._holes.append(_Hole(element, token.start, _CODE_TYPES.get(element.kept, element.kept), run))
            self._run = None
        self._elements.push(element)

    def _inline(self, token: Token, name: str, attributes: Attributes, *, is_alone: bool) -> None:
        if self._run is None:
            self._run = []
        kind = type_of(name)
        if is_alone or name in VOID:
            self._run.append(Item(Kind.MARK, token.start, token.end, kind if name in VOID else "x-html"))
            return
        if name == "a" and attributes:
            roles = {*attributes.words("epub:type"), *attributes.words("role")}
            kind = NOTE if roles & _NOTE_REFERENCES else kind
        self._run.append(Item(Kind.OPEN, token.start, token.end, kind, name))

    def _end(self, token: Token) -> None:
        name = token.name.rpartition(":")[2]
        ended = self._elements.end(name)
        is_inline = ended[-1].is_inline if ended else self._is_inline(name)
        was_kept = bool((ended[-1] if ended else self._elements.top).kept)
        self._close(ended, token.start, token.end)
        if name in VOID and not ended:
            if self._run is not None and not self._elements.top.kept:
                kind = "lb" if name == "br" and not self.manner.is_xml else "x-html"
                self._run.append(Item(Kind.MARK, token.start, token.end, kind))
        elif is_inline:
            if self._run is not None and not was_kept:
                self._run.append(Item(Kind.CLOSE, token.start, token.end, type_of(name), name))
        elif not self._elements.top.kept and not (ended and ended[-1].begins and ended[-1].kept and name in KEPT):
            self._end_run()

    def _is_inline(self, name: str) -> bool:
        if self.manner.texts:
            return False
        return name in INLINE or (name not in KNOWN and bool(self._run))

    def _close(self, ended: list[Open], start: int, end: int) -> None:
        """Elements end: what ended them is characters [start, end)."""
        for number, element in enumerate(ended, 1):
            if not element.begins:
                continue
            self._end_run()
            if element.kept and self._holes and self._holes[-1].element is element:
                hole = self._holes.pop()
                self._run = hole.run
                if self._run is not None:
                    last = end if number == len(ended) else start
                    self._run.append(Item(Kind.MARK, hole.start, last, hole.type))

    def _end_run(self) -> None:
        run, self._run = self._run, None
        if run and self.wants_texts:
            manner = self.manner
            run = _without_gaps(run)
            self._made += make_blocks(self.source, run, part=manner.part, context=self._context, is_xml=manner.is_xml)

    def _open(self, name: str, attributes: Attributes, parent: Open, token: Token) -> Open:
        """Return what an element is, after its name, its attributes and what it stands in."""
        kept = parent.kept
        if name in self.manner.kept:
            kept = "x-kept"
        elif not kept and name in KEPT:
            kept = self._kind_of_script(attributes) if name == "script" else KEPT[name]
        elif kept == "image" and name in WITHIN_PICTURES:
            kept = ""
        if attributes:
            tag = attributes.get("lang", attributes.get("xml:lang"))
            if tag is not None and kept in ("", "language"):
                kept = "language" if self._is_foreign(tag, name, token) else ""
            kept = _asked(attributes, kept)
            if kept not in ("no", "language"):
                self._note_languages(attributes, kept)
        if kept and not parent.kept and kept in _LEFT_OUT:
            self.left_out.add(_LEFT_OUT[kept])
        begins = bool(kept) != bool(parent.kept)
        keeps_lines = name in KEEPS_LINES or (parent.keeps_lines and name in INLINE)
        return Open(name, kept, begins=begins, keeps_lines=keeps_lines, is_inline=self._is_inline(name))

    def _kind_of_script(self, attributes: Attributes) -> str:
        if attributes.words("type") == ["application/ld+json"]:
            if "json_ld" in self.manner.config.include:
                return "json_ld"
            self.left_out.add("blocks of structured data (json_ld)")
        return "script"

    def _is_foreign(self, tag: str, name: str, token: Token) -> bool:
        if not says_other(tag, self.manner.language):
            return False
        is_whole = name in ("html", "body", "package", "ncx")
        limit = token.end + (_WHOLE_SAMPLE if is_whole else _SAMPLE)
        other = "" if is_whole else rf"|<{name}[\s>]" + (_BLOCK_TAG if self._is_inline(name) or name == "p" else "")
        match = regex.compile(rf"</{name}[\s>]{other}", regex.IGNORECASE).search(self.source, token.end, limit)
        return is_believed(tag, self.source[token.end : match.start() if match else limit], self.manner.language)

    def _note_languages(self, attributes: Attributes, kept: str) -> None:
        if kept:
            return
        for name in ("lang", "xml:lang"):
            place = attributes.place(name)
            if place and attributes[name].strip():
                self.marks.append(LanguageMark(*place))

    def _attributes(self, name: str, attributes: Attributes, element: Open, parent: Open) -> None:
        """Take the texts and languages of a tag's attributes."""
        if parent.kept or element.kept in ("no", "language", "script", "json_ld"):
            return
        if self.manner.texts:
            return
        self.marks += attributes.languages(name, self.manner.language)
        if "srcdoc" in attributes:
            self.left_out.add("pages within attributes (srcdoc)")
        for one in texts_of(name, attributes, self.manner.config.skip) if self.wants_texts else ():
            block = attribute_block(self.source, one, part=self.manner.part, is_xml=self.manner.is_xml)
            if block is not None:
                self._made.append(block)


def _without_gaps(run: list[Item]) -> list[Item]:
    """Return a run with a mark for whatever stands between its items."""
    done: list[Item] = []
    for item in run:
        if done and done[-1].end < item.start:
            done.append(Item(Kind.MARK, done[-1].end, item.start, "x-html"))
        done.append(item)
    return done


def _asked(attributes: Attributes, kept: str) -> str:
    """Return why an element is kept, after what its author asks for."""
    asked = (attributes.get("translate") or "").strip().lower() if "translate" in attributes else None
    if asked in ("yes", ""):
        return ""
    return "no" if asked == "no" or "notranslate" in attributes.words("class") else kept
