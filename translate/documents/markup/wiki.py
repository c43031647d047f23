"""Pages of MediaWiki: paragraphs, headings, items, cells, captions and notes go out; templates and code stay.

*MediaWiki, Help:Formatting, Help:Tables, Help:Links.*
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from translate.documents.markup.lines import Line, lines_of
from translate.documents.markup.reader import MarkupReader
from translate.documents.markup.source import Source
from translate.documents.markup.wiki_inline import KEPT, Wiki, flow
from translate.documents.spliced import SplicedBlock
from translate.records import dataclass

_HEADING = re.compile(r"(?P<sign>={1,6})[ \t]*(?P<text>.*?)[ \t]*(?P=sign)\Z")
_ITEM = re.compile(r"[*#:;]+[ \t]*")
_ATTRIBUTES = re.compile(r"[^\[\]{}|]*=[^\[\]{}|]*\|(?!\|)")
_RULE = re.compile(r"-{4,}")
_WHOLE = re.compile(r"#[A-Z]{6,}|\{\{[^{}]*\}\}\Z|__[A-Z]+__\Z")
_PRE = re.compile(rf"<(?P<name>{KEPT})(?:\s[^<>]*)?>", re.ASCII | re.IGNORECASE)
_NOTE = re.compile(r"<ref(?:\s[^<>]*[^<>/])?>", re.ASCII)
_GALLERY = re.compile(r"<gallery(?:\s[^<>]*)?>", re.ASCII | re.IGNORECASE)


@dataclass(slots=True)
class _Page:
    """A page that is read."""

    page: Wiki
    lines: list[Line] = field(default_factory=list)
    at: int = 0
    _tables: int = 0

    @property
    def source(self) -> Source:
        return self.page.source

    def blocks(self) -> Iterator[SplicedBlock]:
        self.lines = lines_of(self.source)
        while self.at < len(self.lines):
            line = self.lines[self.at]
            text = self.source.view[line.start : line.end]
            if line.is_blank or _RULE.match(text) or (line.indent and not self._tables):
                self.at += 1
            elif text.startswith("{|"):
                self._tables, self.at = self._tables + 1, self.at + 1
            elif self._tables and text[0] in "|!":
                yield from self._cells(line, text)
            else:
                yield from self._paragraph(line, text)

    def _paragraph(self, line: Line, text: str) -> Iterator[SplicedBlock]:
        heading, item = _HEADING.match(text), _ITEM.match(text)
        if _PRE.match(text) or text.startswith("{{") or _WHOLE.match(text):
            yield from self._kept(line)
        elif _GALLERY.match(text):
            yield from self._gallery()
        elif heading and heading["text"]:
            self.at += 1
            yield from flow(self.page, line.start + heading.start("text"), line.start + heading.end("text"), "title")
        elif item:
            self.at += 1
            place = line.start + item.end()
            colon = self.source.view.find(" : ", place, line.end) if item[0].rstrip()[-1] == ";" else -1
            if colon > 0:
                yield from flow(self.page, place, colon)
                place = colon + 3
            yield from flow(self.page, place, self._end(line))
        else:
            yield from flow(self.page, line.start, self._end(line, is_wrapped=True))

    def _end(self, line: Line, *, is_wrapped: bool = False) -> int:
        """Return where a paragraph ends, with the lines that its templates and elements run over."""
        view, end = self.source.view, line.end
        self.at = max(self.at, self._number_of(line) + 1)
        depth = _depth(view, line.start, end)
        while self.at < len(self.lines):
            following = self.lines[self.at]
            goes_on = is_wrapped and not following.is_blank and not following.indent
            begins = view[following.start : following.start + 1] in tuple("=*#:;{|!_") or _PRE.match(
                view, following.start
            )
            if depth <= 0 and (not goes_on or begins or _GALLERY.match(view, following.start)):
                break
            depth += _depth(view, following.start, following.end)
            end = max(end, following.end)
            self.at += 1
        return end

    def _number_of(self, line: Line) -> int:
        return self.at if self.at < len(self.lines) and self.lines[self.at] is line else self.at - 1

    def _kept(self, line: Line) -> Iterator[SplicedBlock]:
        """Pass over what is kept and stands at the beginning of a line; what follows it on its last line is text."""
        view = self.source.view
        named = _PRE.match(view, line.start, line.end)
        if named:
            closing = re.compile(rf"</{named['name']}\s*>", re.IGNORECASE).search(view, line.start)
            end = closing.end() if closing else len(view)
        elif view.startswith("{{", line.start):
            end = self.page.end_of(line.start, len(view))
            self.source.left_out.add("templates")
        else:
            end = line.end
        while self.at < len(self.lines) and self.lines[self.at].end <= end:
            self.at += 1
        if self.at < len(self.lines) and self.lines[self.at].start < end:
            yield from flow(self.page, end, self._end(self.lines[self.at], is_wrapped=True))

    def _gallery(self) -> Iterator[SplicedBlock]:
        """Yield the captions of a gallery, a line each, behind the name of a file."""
        self.at += 1
        while self.at < len(self.lines) and not self.source.view.startswith("</", self.lines[self.at].start):
            line = self.lines[self.at]
            bar = self.source.view.rfind("|", line.start, line.end)
            if bar >= 0:
                yield from flow(self.page, bar + 1, line.end, "caption")
            self.at += 1
        self.at += 1

    def _cells(self, line: Line, text: str) -> Iterator[SplicedBlock]:
        view = self.source.view
        self.at += 1
        if text.startswith("|}"):
            self._tables -= 1
        elif not text.startswith("|-"):
            position = line.start + (2 if text.startswith("|+") else 1)
            end = self._end_of_cell(line)
            while position < end:
                attributes = _ATTRIBUTES.match(view, position, end)
                position = attributes.end() if attributes else position
                stop = self._next_cell(position, end, text[0])
                yield from flow(self.page, position, stop, "caption" if text.startswith("|+") else "")
                position = stop + 2

    def _end_of_cell(self, line: Line) -> int:
        """Return where the cells of a line end: a last one goes on in lines that begin none and no list."""
        end = line.end
        while self.at < len(self.lines):
            following = self.lines[self.at]
            if following.is_blank or self.source.view[following.start] in "|!{*#:;=":
                break
            end = following.end
            self.at += 1
        return end

    def _next_cell(self, start: int, end: int, sign: str) -> int:
        position = start
        while (position := self.page.next_bar(position, end)) >= 0:
            if self.source.view.startswith("||", position):
                break
            position += 1
        heads = self.source.view.find("!!", start, end) if sign == "!" else -1
        return min((place for place in (position, heads) if place >= 0), default=end)


def _depth(view: str, start: int, end: int) -> int:
    """Return how many more templates and notes a line opens than it closes."""
    notes = len(_NOTE.findall(view, start, end)) - view.count("</ref", start, end)
    return view.count("{{", start, end) - view.count("}}", start, end) + notes


def find_texts(source: Source) -> Iterator[SplicedBlock]:
    """Yield the texts of a page of a wiki."""
    yield from _Page(Wiki.of(source)).blocks()


READER = MarkupReader("wiki", find_texts)
