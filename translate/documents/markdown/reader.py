"""Markdown: headings, paragraphs, list items and table cells are blocks; code, HTML and markup are carried over.

CommonMark structure (with tables and front matter) comes from markdown-it-py; its line numbers say which characters of
the file are text, so everything else is kept as it stands. A paragraph that is wrapped over several lines is one block
and comes back wrapped.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document, InlineCode
from translate.documents.base import COLUMN, GRID, Rebuilder
from translate.documents.block_writer import BlockWriter
from translate.documents.breaks import part
from translate.documents.lines import LineReader, Lines
from translate.documents.markdown.as_read import as_read
from translate.documents.markdown.contents import Content, iter_contents
from translate.documents.markdown.inlines import find_codes
from translate.documents.markdown.rebuilding import MarkdownRebuilder
from translate.documents.markdown.within import with_inner_texts
from translate.documents.spelling import Spelling
from translate.documents.values import read_value
from translate.records import dataclass

_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")


@dataclass(frozen=True, slots=True)
class MarkdownBlocks:
    """Blocks of a Markdown text, which is parsed anew each time they are iterated."""

    lines: Lines
    fields: tuple[str, ...] = ()
    """Names of the fields of front matter whose values are text."""

    def __iter__(self) -> Iterator[Block]:
        """Yield the blocks; emphasis, links, code, images, HTML, escapes and entities are codes of their text."""
        text = "".join(self.lines)
        position = 0
        for content in iter_contents(text, self.fields):
            if content.is_value:
                start, end = content.lines[0][0], content.lines[-1][1]
                native = text[start:end]
                read = read_value(content.manner, native)
                yield Block(text[position:start], read, "", native=native, manner=content.manner)
                position = end
                continue
            for place in _places_of(content):
                native = text[place.start : place.end]
                read, codes = as_read(place.text, place.codes)
                shown = native if native != read else None
                end = content.lines[-1][1] if content.manner in (COLUMN, GRID) else place.end
                yield from with_inner_texts(
                    Block(
                        text[position : place.start], read, text[place.end : end], codes, shown, manner=content.manner
                    )
                )
                position = end
        if position < len(text):
            yield Block(text[position:], "", "")


@dataclass(frozen=True, slots=True)
class _Place:
    """Characters [start, end) of the file that show `text`, which has `codes`."""

    start: int
    end: int
    text: str
    codes: tuple[InlineCode, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of an inline token: from `content` on in the token's content, from `start` on in the file."""

    content: int
    start: int
    text: str


def _places_of(content: Content) -> Iterator[_Place]:
    """Part a text at its line breaks, and find the codes of each part."""
    codes = find_codes(content.tokens, content.text)
    run: list[_Line] = []
    offset = 0
    for native, (start, _) in zip(content.text.split("\n"), content.lines, strict=True):
        at, offset = offset, offset + len(native) + 1
        shown = _HARD_BREAK.sub("", native)
        for piece in part(shown, at, _within(codes, at, offset)):
            if piece.text:
                run.append(_Line(at + piece.start, start + piece.start, piece.text))
            if piece.is_broken and run:
                yield _join(run, codes)
                run = []
        if shown != native and run:
            yield _join(run, codes)
            run = []
    if run:
        yield _join(run, codes)


def _within(codes: Sequence[InlineCode], start: int, end: int) -> Sequence[InlineCode]:
    """Return the codes that begin in [start, end)."""
    first = bisect_left(codes, start, key=attrgetter("start"))
    return codes[first : bisect_left(codes, end, first, key=attrgetter("start"))]


def _join(run: Sequence[_Line], codes: Sequence[InlineCode]) -> _Place:
    """Join the lines of a block by single spaces, and find the codes that lie within."""
    text = " ".join(line.text for line in run)
    starts: list[int] = []
    length = 0
    for line in run:
        starts.append(length)
        length += len(line.text) + 1

    def moved(place: int) -> int | None:
        number = bisect_right(run, place, key=lambda line: line.content) - 1
        line = run[max(number, 0)]
        if line.content <= place <= line.content + len(line.text):
            return starts[max(number, 0)] + place - line.content
        return None

    kept: list[InlineCode] = []
    for code in _within(codes, run[0].content, run[-1].content + len(run[-1].text)):
        start, end = moved(code.start), moved(code.end)
        if start is not None and end is not None and start < end:
            kept.append(replace(code, start=start, end=end))
    halves = Counter(code.pair for code in kept)
    alone = tuple(replace(code, pair=None) if halves[code.pair] == 1 else code for code in kept)
    return _Place(run[0].start, run[-1].start + len(run[-1].text), text, alone)


def _rebuilder(document: Document, writer: BlockWriter) -> Rebuilder:
    blocks = document.blocks
    text = "".join(blocks.lines) if isinstance(blocks, MarkdownBlocks) else ""
    return MarkdownRebuilder(writer, Spelling.of(text))


class MarkdownReader(LineReader):
    """Reader of Markdown, whose front matter has fields that the user names."""

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        document = super().read(path, name=name, language=language, config=config)
        blocks = document.blocks
        if isinstance(blocks, MarkdownBlocks):
            blocks = replace(blocks, fields=config.front_matter)
        return replace(document, blocks=blocks)


READER = MarkdownReader("markdown", MarkdownBlocks, rebuilder_of=_rebuilder)
