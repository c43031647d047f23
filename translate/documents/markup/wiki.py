"""Pages of MediaWiki: paragraphs, headings, items, cells, captions and notes go out; templates and code stay.

*MediaWiki, Help:Formatting, Help:Tables, Help:Links.*
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from translate.documents.markup.lines import Line, lines_of
from translate.documents.markup.reader import MarkupReader
from translate.documents.markup.source import Source
from translate.documents.markup.wiki_inline import BRACE, KEPT, end_of, flow, next_bar
from translate.documents.spliced import SplicedBlock

_HEADING = re.compile(r"(?P<sign>={1,6})[ \t]*(?P<text>.*?)[ \t]*(?P=sign)\Z")
_ITEM = re.compile(r"[*#:;]+[ \t]*")
_ATTRIBUTES = re.compile(r"[^\[\]{}|]*=[^\[\]{}|]*\|(?!\|)")
_RULE = re.compile(r"-{4,}")
_WHOLE = re.compile(r"#[A-Z]{6,}|\{\{[^{}]*\}\}\Z|__[A-Z]+__\Z")
_PRE = re.compile(rf"<(?P<name>{KEPT})(?:\s[^<>]*)?>", re.IGNORECASE)
_GALLERY = re.compile(r"<gallery(?:\s[^<>]*)?>", re.IGNORECASE)


@dataclass(slots=True)
class _Page:
    """A page that is read."""

    source: Source
    lines: list[Line] = field(default_factory=list)
    at: int = 0
    _tables: int = 0

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
            yield from flow(self.source, line.start + heading.start("text"), line.start + heading.end("text"), "title")
        elif item:
            self.at += 1
            place = line.start + item.end()
            colon = self.source.view.find(" : ", place, line.end) if item[0].rstrip()[-1] == ";" else -1
            if colon > 0:
                yield from flow(self.source, place, colon)
                place = colon + 3
            yield from flow(self.source, place, self._end(line))
        else:
            yield from flow(self.source, line.start, self._end(line, is_wrapped=True))

    def _end(self, line: Line, *, is_wrapped: bool = False) -> int:
        """Return where a paragraph ends, with the lines that its templates and elements run over."""
        view, end = self.source.view, line.end
        self.at = max(self.at, self._number_of(line) + 1)
        while self.at < len(self.lines):
            following = self.lines[self.at]
            is_open = view.count("{{", line.start, end) > view.count("}}", line.start, end)
            is_open = is_open or view.count("<ref", line.start, end) > view.count(
                "</ref", line.start, end
            ) + view.count("/>", line.start, end)
            goes_on = is_wrapped and not following.is_blank and not following.indent
            begins = view[following.start : following.start + 1] in tuple("=*#:;{|!_") or _PRE.match(
                view, following.start
            )
            if not is_open and (not goes_on or begins or _GALLERY.match(view, following.start)):
                break
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
            end = end_of(view, line.start, len(view), BRACE)
            self.source.left_out.add("templates")
        else:
            end = line.end
        while self.at < len(self.lines) and self.lines[self.at].end <= end:
            self.at += 1
        if self.at < len(self.lines) and self.lines[self.at].start < end:
            yield from flow(self.source, end, self._end(self.lines[self.at], is_wrapped=True))

    def _gallery(self) -> Iterator[SplicedBlock]:
        """Yield the captions of a gallery, a line each, behind the name of a file."""
        self.at += 1
        while self.at < len(self.lines) and not self.source.view.startswith("</", self.lines[self.at].start):
            line = self.lines[self.at]
            bar = self.source.view.rfind("|", line.start, line.end)
            if bar >= 0:
                yield from flow(self.source, bar + 1, line.end, "caption")
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
                yield from flow(self.source, position, stop, "caption" if text.startswith("|+") else "")
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
        while (position := next_bar(self.source.view, position, end)) >= 0:
            if self.source.view.startswith("||", position):
                break
            position += 1
        heads = self.source.view.find("!!", start, end) if sign == "!" else -1
        return min((place for place in (position, heads) if place >= 0), default=end)


def find_texts(source: Source) -> Iterator[SplicedBlock]:
    """Yield the texts of a page of a wiki."""
    yield from _Page(source).blocks()


READER = MarkupReader("wiki", find_texts)
