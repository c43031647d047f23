"""reStructuredText, of docutils and Sphinx: what a person reads goes out; directives, literal blocks and targets stay.

Lines of titles become as long as the titles, tables of signs are drawn anew (*Docutils, reStructuredText Markup
Specification*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace
from functools import partial

from translate.documents.markup import rst_inline, rst_names
from translate.documents.markup.lines import Line, lines_of
from translate.documents.markup.reader import MarkupReader
from translate.documents.markup.rst_tables import draw_grid, draw_simple, grid_cells, is_border, simple_cells
from translate.documents.markup.source import Region, Source, in_cell
from translate.documents.spliced import Item, Kind, SplicedBlock
from translate.documents.strings.values import is_prose
from translate.records import dataclass

_BULLET = re.compile(r"(?:[-*+]|\xe2\x80[\xa2\xa3]|\xe2\x81\x83)[ \t]+(?=\S)", re.ASCII)
_NUMBER = re.compile(r"\(?(?:\d{1,9}|[A-Za-z]|#|[ivxlcdm]{1,9}|[IVXLCDM]{1,9})[.)][ \t]+(?=\S)", re.ASCII)
_FIELD = re.compile(r":(?P<name>(?:\\.|[^:\\\s`])(?:\\.|[^:\\`]|:(?!\s|\Z))*):(?:[ \t]+|\Z)", re.ASCII)
_OPTION = re.compile(r"(?:(?:--?|/)[A-Za-z][\w-]*(?:[ =][A-Za-z<][\w<>-]*)?(?:, )?)+(?:[ \t]{2,}|\Z)", re.ASCII)
_LINE_BLOCK = re.compile(r"\|[ \t]+(?=\S)", re.ASCII)
_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{1,}\Z")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]+|\Z)")
_DIRECTIVE = re.compile(r"(?:\|[^|]+\|[ \t]+)?(?P<name>[A-Za-z][\w:+.-]*)[ \t]?::(?:[ \t]+|\Z)", re.ASCII)
_NOTE = re.compile(r"\[(?:\d+|#[\w.-]*|\*|[A-Za-z][\w.-]*)\](?:[ \t]+|\Z)", re.ASCII)
_CLASSIFIER = re.compile(r"[ \t]+:[ \t]+")
_SIMPLE = re.compile(r"=+(?:[ ]+=+)+\Z")
_ENTRY = re.compile(r"(?P<title>[^<]+?)[ \t]*<[^<>]+>\Z")
_QUOTED = re.compile(r'"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^",\s][^,\r\n]*)', re.ASCII)


@dataclass(slots=True)
class _Body:
    """A document, or a cell of one, that is read."""

    source: Source
    names: frozenset[str] = frozenset()
    """What links are found by, section or not."""
    lines: list[Line] = field(default_factory=list)
    at: int = 0

    def blocks(self) -> Iterator[SplicedBlock]:
        self.lines = lines_of(self.source)
        while self.at < len(self.lines):
            if self.lines[self.at].is_blank:
                self.at += 1
            else:
                yield from self._element()

    def _text(self, number: int) -> str:
        """Return the bytes of a line as characters; empty behind the last."""
        return self.source.view[self.lines[number].start : self.lines[number].end] if number < len(self.lines) else ""

    def _skip_deeper(self, indent: int) -> None:
        """Pass over the lines that stand deeper than `indent`."""
        while self.at < len(self.lines) and (self.lines[self.at].is_blank or self.lines[self.at].indent > indent):
            self.at += 1

    def _element(self) -> Iterator[SplicedBlock]:
        line, text = self.lines[self.at], self._text(self.at)
        begins = _BULLET.match(text) or self._number(text) or _OPTION.match(text) or _LINE_BLOCK.match(text)
        named = _FIELD.match(text)
        if explicit := _EXPLICIT.match(text):
            yield from self._explicit(line, text, explicit.end())
        elif text.startswith(">>> ") or text.startswith("__ "):
            while self._text(self.at):
                self.at += 1
        elif text.startswith("+-") or _SIMPLE.match(text):
            yield from self._table(line, is_grid=text.startswith("+"))
        elif heading := self._heading(text):
            yield from heading
        elif begins:
            line.take(begins.end())
            if line.is_blank or text.startswith("|"):
                yield from self._paragraph(line, self.at + 1)
        elif named and named["name"].split()[0].lower() in rst_names.UNTRANSLATED:
            self.at += 1
            self._skip_deeper(line.indent)
        elif named:
            line.start, line.indent, line.is_whole = line.start + named.end(), line.indent + 1, False
            if line.is_blank:
                self.at += 1
        else:
            yield from self._paragraph(line, self._end_of_paragraph(line))

    def _number(self, text: str) -> re.Match[str] | None:
        """Match the number of an item; a paragraph that begins with a letter and a point goes on below it."""
        match, following = _NUMBER.match(text), self._text(self.at + 1)
        is_item = not following or _NUMBER.match(following)
        is_deeper = bool(following) and self.lines[self.at + 1].indent > self.lines[self.at].indent
        return match if match and (is_item or is_deeper) else None

    def _end_of_paragraph(self, line: Line) -> int:
        """Return the number of the line behind a paragraph: it goes on in lines that begin as its second does."""
        number = self.at + 1
        if not self._text(number):
            return number
        indent = self.lines[number].indent
        if indent > line.indent and line.is_whole:
            return number  # a term, whose definition follows
        while self._text(number) and self.lines[number].indent == indent and indent >= line.indent:
            number += 1
        return max(number, self.at + 1)

    def _paragraph(self, line: Line, end: int) -> Iterator[SplicedBlock]:
        first, last = line.start, self.lines[end - 1].end
        number, self.at = self.at, end
        is_literal = self.source.view.endswith("::", first, last)
        if is_literal:
            last -= 2
        is_term = end == number + 1 and bool(self._text(end)) and self.lines[end].indent > line.indent
        for start, stop in self._classes(first, last) if is_term else [(first, last)]:
            yield from self._flow(start, stop)
        if is_literal:
            self._skip_literal(line.indent)

    def _classes(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Part a term from what it says of itself behind ` : `."""
        for match in _CLASSIFIER.finditer(self.source.view, start, end):
            yield start, match.start()
            start = match.end()
        yield start, end

    def _flow(self, start: int, end: int, context: str = "") -> Iterator[SplicedBlock]:
        start, end = self.source.trimmed(start, end)
        yield from self.source.blocks(rst_inline.items(self.source, start, end), rst_inline.write, context=context)

    def _skip_literal(self, indent: int) -> None:
        while self.at < len(self.lines) and self.lines[self.at].is_blank:
            self.at += 1
        if self.at < len(self.lines) and self.lines[self.at].indent <= indent:
            sign = self._text(self.at)[0]
            while not sign.isalnum() and self._text(self.at).startswith(sign):
                self.at += 1
        else:
            self._skip_deeper(indent)

    def _heading(self, text: str) -> Iterator[SplicedBlock] | None:
        """Return the blocks of a heading with the lines under and over it, or of a line between paragraphs, none."""
        number = self.at
        if _RULE.match(text):
            title = self._text(number + 1)
            if title and self._text(number + 2) == text and not _RULE.match(title):
                self.at = number + 3
                return self._titled(number + 1, [number, number + 2])
            if len(text) > 3 and not title:
                self.at = number + 1
                return iter(())
            return None
        rule = self._text(number + 1)
        if _RULE.match(rule) and self.lines[number].indent == self.lines[number + 1].indent and rule != "::":
            self.at = number + 2
            return self._titled(number, [number + 1])
        return None

    def _titled(self, number: int, rules: list[int]) -> Iterator[SplicedBlock]:
        line = self.lines[number]
        native = self.source.text(line.start, line.end)
        for block in self._flow(line.start, line.end, "title"):
            twins = []
            for rule in rules:
                own = self.lines[rule]
                width = own.end - own.start
                more = len(native) - len(block.text) + 2 * (line.indent > own.indent)
                draw = partial(
                    _draw_rule, self.source.view[own.start], more, width if width > len(native) + more else 0
                )
                item = Item(Kind.TEXT, own.start, own.end, block.text)
                twins.append(SplicedBlock("", block.text, "", items=(item,), write_text=draw))
            twins += self._kept_name(block.text, min(number, *rules))
            yield replace(block, twins=tuple(twins))

    def _kept_name(self, text: str, number: int) -> Iterator[SplicedBlock]:
        """Yield what gives a section its old name as well, where links are found by that."""
        if rst_inline.name_of(text) in self.names and number > 1 and self.lines[number - 1].is_blank:
            place = self.source.view.rfind("\n", 0, self.lines[number - 1].start) + 1
            end = "\r\n" if self.source.view.endswith("\r\n", 0, place) else "\n"
            target = f"{end}.. _`{text}`:{end}".encode()
            item = Item(Kind.TEXT, place, place, text)
            yield SplicedBlock("", text, "", items=(item,), write_text=lambda _: target)

    def _explicit(self, line: Line, text: str, length: int) -> Iterator[SplicedBlock]:
        rest = text[length:]
        directive, note = _DIRECTIVE.match(rest), _NOTE.match(rest)
        if directive:
            yield from self._directive(line, directive, line.start + length + directive.end())
        elif note:
            line.start, line.indent, line.is_whole = line.start + length + note.end(), line.indent + 1, False
            if line.is_blank:
                self.at += 1
        else:
            self.at += 1
            if rest or self._text(self.at):
                self._skip_deeper(line.indent)

    def _directive(self, line: Line, match: re.Match[str], start: int) -> Iterator[SplicedBlock]:
        name = match["name"].rpartition(":")[2]
        number = self.at
        self.at += 1
        if name in rst_names.PLAIN and start < line.end:
            line.start, line.indent, line.is_whole = start, line.indent + 1, False
            self.at = number
            return
        if name in rst_names.TITLED and start < line.end:
            yield from self._flow(start, line.end, "title")
        while self._text(self.at) and self.lines[self.at].indent > line.indent:
            option = _FIELD.match(self._text(self.at))
            if option is None:
                break
            own = self.lines[self.at]
            if option["name"] in rst_names.TEXT_OPTIONS:
                yield from self._flow(own.start + option.end(), own.end, option["name"])
            elif name == "csv-table" and option["name"] == "header":
                yield from self._values(own.start + option.end(), own.end)
            self.at += 1
        if name in rst_names.KEPT:
            self._skip_deeper(line.indent)
        elif name in ("toctree", "csv-table"):
            yield from self._listed(line.indent, is_table=name == "csv-table")

    def _listed(self, indent: int, *, is_table: bool) -> Iterator[SplicedBlock]:
        """Yield the texts of a directive whose content is a list of files, or the rows of a table."""
        while self.at < len(self.lines) and (self.lines[self.at].is_blank or self.lines[self.at].indent > indent):
            own = self.lines[self.at]
            entry = _ENTRY.match(self._text(self.at))
            if is_table:
                yield from self._values(own.start, own.end)
            elif entry:
                yield from self._flow(own.start, own.start + entry.end("title"))
            self.at += 1

    def _values(self, start: int, end: int) -> Iterator[SplicedBlock]:
        for match in _QUOTED.finditer(self.source.view, start, end):
            first, last = self.source.trimmed(*match.span("bare" if match["quoted"] is None else "quoted"))
            if is_prose(self.source.text(first, last)):
                yield from self._flow(first, last, "cell")

    def _table(self, line: Line, *, is_grid: bool) -> Iterator[SplicedBlock]:
        first, last = self.at, self.at
        while self._text(last) if is_grid else last < len(self.lines):
            last += 1
            if not is_grid and last - first > 1 and is_border(self._text(last - 1)) and not self._text(last):
                break
        self.at = last
        place = self.lines[first].start, self.lines[last - 1].end
        begin = self.source.view.rfind("\n", 0, place[0]) + 1
        rows = [row.rstrip()[place[0] - begin :] for row in self.source.text(*place).splitlines()]
        rows[0] = self.source.text(*place).splitlines()[0].rstrip()
        width = max(map(len, rows))
        rows = [row.ljust(width) if is_grid else row for row in rows]
        cells = grid_cells(rows) if is_grid else simple_cells(rows)
        gap = "\r\n" if "\r\n" in self.source.view[place[0] : place[1]] else "\n"
        gap += self.source.view[begin : place[0]]
        if not cells:
            self.source.left_out.add("tables whose borders do not close")

        def draw(contents: list[bytes]) -> bytes:
            drawn = (draw_grid if is_grid else draw_simple)(rows, cells, [one.decode() for one in contents])
            return gap.join(row.rstrip() for row in drawn).encode()

        region = Region(*place, tuple(cell.text.encode() for cell in cells), draw)
        for number, one in enumerate(region.cells):
            yield from in_cell(_Body(self.source.within(one)).blocks(), region, number)


def _draw_rule(sign: str, more: int, least: int, text: str) -> bytes:
    return (sign * max(len(text) + more, least)).encode()


def find_texts(source: Source) -> Iterator[SplicedBlock]:
    """Yield the texts of a document in reStructuredText."""
    yield from _Body(source, rst_inline.referenced(source.text(0, len(source.data)))).blocks()


READER = MarkupReader("rst", find_texts)
