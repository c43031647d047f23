"""AsciiDoc, as Asciidoctor reads it: paragraphs, titles, items, cells and captions go out; listings and macros stay."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import field, replace
from functools import partial

from translate.documents.markup.asciidoc_inline import label_blocks, paragraph_blocks
from translate.documents.markup.lines import Line, lines_of
from translate.documents.markup.reader import MarkupReader
from translate.documents.markup.source import Source
from translate.documents.spliced import Item, Kind, SplicedBlock
from translate.documents.strings.values import is_prose
from translate.records import dataclass

_DELIMITER = re.compile(r"(?P<sign>[-.+/=*_])(?P=sign){3,}\Z|--\Z|```[\w-]*\Z", re.ASCII)
_KEPT_SIGNS = "-.+/`"
"""Signs of delimiters between which nothing is translated."""
_TITLE = re.compile(r"(?:={1,6}|#{1,6})[ \t]+(?=\S)", re.ASCII)
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])", re.ASCII)
_ATTRIBUTE = re.compile(r":!?(?P<name>\w[\w-]*)!?:(?:[ \t]+(?P<value>.*))?\Z", re.ASCII)
_STYLE = re.compile(r"\[(?P<style>\[[^\]]*\]|(?:[^\]\[\"]|\"[^\"]*\"|\[[^\]]*\])*)\]\Z")
_MACRO = re.compile(r"(?P<name>[a-z]+)::(?P<target>[^\s\[]*)\[(?P<attributes>.*)\]\Z", re.ASCII)
_ITEM = re.compile(
    r"(?:\*{1,6}|-|\.{1,6}|\d{1,9}\.|[A-Za-z]\.|[ivxIVX]{1,5}\)|<(?:\d+|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)",
    re.ASCII,
)
_ADMONITION = re.compile(r"[A-Z]{3,12}:[ \t]+(?=\S)", re.ASCII)
_TERM = re.compile(r"(?P<term>(?:[^\s:;]|:(?!:)|;(?!;)|[ \t]+(?=\S))+?)(?:::{1,3}|;;)(?:[ \t]+|\Z)", re.ASCII)
_CELL = re.compile(
    r"(?:(?<=\s)|^)?(?:\d+(?:\.\d+)?[+*]|\.\d+\+)?[<^>]?(?:\.[<^>])?[aehlmsdv]?(?<!\\)\|", re.ASCII | re.MULTILINE
)
_TABLE = re.compile(r"[|!]={3,}\Z")
_VALUES = re.compile(r"[,:]={3,}\Z")
_VALUE = re.compile(r'"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^",;:\s][^,;:\r\n]*)', re.ASCII)
_BLANK = re.compile(r"(?:\r?\n[ \t]*){2,}")
_KEPT_STYLES = frozenset(
    "source listing literal stem latexmath asciimath pass comment mermaid plantuml ditaa graphviz a2s blockdiag vega"
    " wavedrom ditaa-text".split()
)
_TEXT_ATTRIBUTES = frozenset(
    "description keywords doctitle title subject toc-title preface-title lead subtitle".split()
)
_TEXT_ENDINGS = ("-caption", "-label", "-title", "-signifier")
_UNDERLINES = "=-~^+"


@dataclass(slots=True)
class _Body:
    """A document that is read."""

    source: Source
    lines: list[Line] = field(default_factory=list)
    at: int = 0
    _is_kept: bool = False
    """Whether the next paragraph or block is in a style that is not translated."""
    _is_in_list: bool = False

    def blocks(self) -> Iterator[SplicedBlock]:
        self.lines = lines_of(self.source)
        self._skip_front_matter()
        yield from self.elements()

    def elements(self) -> Iterator[SplicedBlock]:
        """Yield the blocks of the lines that are left."""
        while self.at < len(self.lines):
            if self.lines[self.at].is_blank:
                self.at += 1
                self._is_in_list = self._is_in_list and self._goes_on()
            else:
                yield from self._element()

    def _text(self, number: int) -> str:
        return self.source.view[self.lines[number].start : self.lines[number].end] if number < len(self.lines) else ""

    def _goes_on(self) -> bool:
        """Tell whether a list goes on in the next line with text."""
        number = self.at
        while number < len(self.lines) and self.lines[number].is_blank:
            number += 1
        text = self._text(number)
        return bool(_ITEM.match(text) or _TERM.match(text)) or text == "+"

    def _skip_front_matter(self) -> None:
        if self._text(0) == "---":
            closing = next((n for n in range(1, len(self.lines)) if self._text(n) == "---"), 0)
            self.at = closing + 1

    def _flow(self, start: int, end: int, context: str = "") -> Iterator[SplicedBlock]:
        yield from paragraph_blocks(self.source, start, end, context)

    def _element(self) -> Iterator[SplicedBlock]:
        line, text = self.lines[self.at], self._text(self.at)
        attribute, style, macro = _ATTRIBUTE.match(text), _STYLE.match(text), _MACRO.match(text)
        if (text.startswith("//") and not text.startswith("///")) or text in ("'''", "<<<", "+"):
            self.at += 1
        elif _TABLE.match(text) or _VALUES.match(text):
            yield from self._table(text)
        elif _DELIMITER.match(text):
            self._delimited(text)
        elif attribute:
            yield from self._attribute(line, attribute)
        elif style:
            yield from self._style(line, style["style"])
        elif macro:
            self.at += 1
            if macro["name"] in ("image", "video", "audio"):
                start = line.start + macro.start("attributes")
                yield from label_blocks(self.source, start, line.start + macro.end("attributes"))
        else:
            yield from self._prose(line, text)

    def _prose(self, line: Line, text: str) -> Iterator[SplicedBlock]:
        """Yield the blocks of a title, or of a paragraph."""
        title = _TITLE.match(text) if line.indent == 0 or not line.is_whole else None
        if title:
            self.at += 1
            yield from self._flow(line.start + title.end(), line.end, "title")
            if text.startswith("= "):
                self._skip_authors()
        elif _BLOCK_TITLE.match(text) and not _ITEM.match(text):
            self.at += 1
            yield from self._flow(line.start + 1, line.end, "title")
        elif self._is_underlined(line):
            yield from self._underlined(line)
        else:
            yield from self._paragraph(line, text)

    def _skip_authors(self) -> None:
        """Pass over the authors and the revision below the title of a document."""
        while self._text(self.at) and not _ATTRIBUTE.match(self._text(self.at)):
            self.at += 1

    def _delimited(self, text: str) -> None:
        """Pass over what stands between delimiters, unless that is read as the rest is."""
        self.at += 1
        if (text[0] in _KEPT_SIGNS and text != "--") or self._is_kept:
            closing = "```" if text.startswith("```") else text
            while self.at < len(self.lines) and self._text(self.at) != closing:
                self.at += 1
            self.at += 1
        self._is_kept = False

    def _attribute(self, line: Line, match: re.Match[str]) -> Iterator[SplicedBlock]:
        name, self.at = match["name"].lower(), self.at + 1
        if match["value"] and (name in _TEXT_ATTRIBUTES or name.endswith(_TEXT_ENDINGS)):
            yield from self._flow(line.start + match.start("value"), line.end, name)
        if (match["value"] or "").endswith((" \\", " +")):
            while self._text(self.at).endswith((" \\", " +")):
                self.at += 1
            self.at += 1

    def _style(self, line: Line, style: str) -> Iterator[SplicedBlock]:
        self.at += 1
        name = re.split(r"[,#.%]", style, maxsplit=1)[0].strip()
        self._is_kept = name in _KEPT_STYLES or (style.startswith(",") and bool(style[1:].strip()))
        for match in re.finditer(r'(?:caption|title)="([^"]+)"', style):
            yield from self._flow(line.start + 1 + match.start(1), line.start + 1 + match.end(1), "title")

    def _is_underlined(self, line: Line) -> bool:
        rule = self._text(self.at + 1)
        width = len(self.source.text(line.start, line.end))
        is_rule = len(rule) > 3 and rule[0] in _UNDERLINES and not rule.strip(rule[0])
        return line.is_whole and line.indent == 0 and is_rule and abs(len(rule) - width) < 3 and width > 1

    def _underlined(self, line: Line) -> Iterator[SplicedBlock]:
        """Yield a title with the line under it, which is as long as the title."""
        own = self.lines[self.at + 1]
        self.at += 2
        for block in self._flow(line.start, line.end, "title"):
            more = len(self.source.text(line.start, line.end)) - len(block.text)
            item = Item(Kind.TEXT, own.start, own.end, block.text)
            draw = partial(_draw_rule, self.source.view[own.start], more)
            twin = SplicedBlock("", block.text, "", items=(item,), write_text=draw)
            yield block if block.context != "title" else replace(block, twins=(twin,))

    def _paragraph(self, line: Line, text: str) -> Iterator[SplicedBlock]:
        item, term = _ITEM.match(text), _TERM.match(text)
        if line.indent and line.is_whole and not item and not term and not self._is_in_list:
            self._skip_paragraph()
            return
        if item and line.is_whole:
            line.take(item.end())
            self._is_in_list = True
        elif term and line.is_whole:
            yield from self._flow(line.start, line.start + term.end("term"), "term")
            line.take(term.end())
            self._is_in_list = True
            if line.is_blank:
                self.at += 1
                return
        admonition = _ADMONITION.match(self.source.view, line.start, line.end)
        start = admonition.end() if admonition else line.start
        number = self.at + 1
        while self._text(number) and not self._ends(number):
            number += 1
        if self._is_kept:
            self._is_kept, self.at = False, number
            return
        self.at = number
        yield from self._flow(start, self.lines[number - 1].end)

    def _ends(self, number: int) -> bool:
        """Tell whether a line ends the paragraph before it."""
        text = self._text(number)
        if _DELIMITER.match(text) or _TABLE.match(text) or text == "+" or _STYLE.match(text):
            return True
        return self._is_in_list and bool(_ITEM.match(text) or _TERM.match(text))

    def _skip_paragraph(self) -> None:
        while self._text(self.at):
            self.at += 1
        self._is_kept = False

    def _table(self, text: str) -> Iterator[SplicedBlock]:
        first = self.at + 1
        last = next((n for n in range(first, len(self.lines)) if self._text(n) == text), len(self.lines))
        self.at = last + 1
        if last <= first:
            return
        start, end = self.lines[first].start, self.lines[last - 1].end
        if _VALUES.match(text):
            for match in _VALUE.finditer(self.source.view, start, end):
                place = self.source.trimmed(*match.span("bare" if match["quoted"] is None else "quoted"))
                if is_prose(self.source.text(*place)):
                    yield from self._flow(*place, "cell")
            return
        cells = list(_CELL.finditer(self.source.view, start, end))
        lines = self.lines[first:last]
        ends, starts = [line.end for line in lines], [line.start for line in lines]
        stops = [*(cell.start() for cell in cells), end]
        yield from self._cell(start, stops[0])  # without a bar before it, which Asciidoctor forgives
        for cell, stop in zip(cells, stops[1:], strict=True):
            if cell[0].endswith("a|"):
                mine = lines[bisect_left(ends, cell.end()) : bisect_right(starts, stop)]
                within = [Line(max(one.start, cell.end()), min(one.end, stop), one.indent) for one in mine]
                within[0].start, within[0].indent = self.source.trimmed(within[0].start, within[0].end)[0], 0
                yield from _Body(self.source, within).elements()
            elif not cell[0].endswith("l|"):
                yield from self._cell(cell.end(), stop)

    def _cell(self, start: int, end: int) -> Iterator[SplicedBlock]:
        position = start
        for gap in [*(match.span() for match in _BLANK.finditer(self.source.view, start, end)), (end, end)]:
            first, last = self.source.trimmed(position, gap[0])
            marked = _ITEM.match(self.source.view, first, last)
            if first < last:
                yield from self._flow(marked.end() if marked else first, last)
            position = gap[1]


def _draw_rule(sign: str, more: int, text: str) -> bytes:
    return (sign * max(len(text) + more, 4)).encode()


def find_texts(source: Source) -> Iterator[SplicedBlock]:
    """Yield the texts of a document in AsciiDoc."""
    yield from _Body(source).blocks()


READER = MarkupReader("asciidoc", find_texts)
