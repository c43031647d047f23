"""Markdown: headings, paragraphs, list items and table cells are blocks; code, HTML and markup are carried over.

CommonMark structure (with tables and front matter) comes from markdown-it-py; its line numbers say which characters of
the file are text, so everything else is kept as it stands. A paragraph that is wrapped over several lines is one block
and comes back on one line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import IO

from markdown_it import MarkdownIt
from markdown_it.token import Token

from translate.data import Block, Document, InlineCode
from translate.documents.base import Rebuilder
from translate.documents.breaks import part
from translate.documents.inlines import as_read, find_codes, place_rules
from translate.documents.lines import LineReader, Lines
from translate.documents.rebuilding import MarkdownRebuilder
from translate.documents.spelling import Spelling
from translate.documents.within import with_inner_texts

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")


@dataclass(frozen=True, slots=True)
class MarkdownBlocks:
    """Blocks of a Markdown text, which is parsed anew each time they are iterated."""

    lines: Lines

    def __iter__(self) -> Iterator[Block]:
        """Yield the blocks; emphasis, links, code, images, HTML, escapes and entities are codes of their text."""
        text = "".join(self.lines)
        front = _FRONT_MATTER.match(text)
        start = front.end() if front else 0
        position = 0
        for place in _iter_places(text, start):
            native = text[place.start : place.end]
            read, codes = as_read(place.text, place.codes)
            block = Block(text[position : place.start], read, "", codes, native if native != read else None)
            yield from with_inner_texts(block)
            position = place.end
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


def _iter_places(text: str, start: int) -> Iterator[_Place]:
    lines = (
        text[start:].splitlines(keepends=True) if "\f" not in text else re.findall(r"[^\n]*\n|[^\n]+$", text[start:])
    )
    offsets = [start]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    source = "".join(line.rstrip("\r\n") + "\n" for line in lines)
    cells: dict[int, int] = {}
    for token in place_rules(MarkdownIt("commonmark").enable("table")).parse(source):
        if token.type == "inline" and token.map and token.content.strip():
            yield from _places_of(token, lines, offsets, cells)


def _places_of(token: Token, lines: Sequence[str], offsets: Sequence[int], cells: dict[int, int]) -> Iterator[_Place]:
    """Find where the content of an inline token stands in the file; parts it at hard line breaks.

    :param cells: by line, where the search for the next table cell begins.
    """
    first_line = token.map[0] if token.map else 0
    codes = find_codes(token.children or (), token.content)
    run: list[_Line] = []
    offset = 0
    for number, content in enumerate(token.content.split("\n"), first_line):
        at, offset = offset, offset + len(content) + 1
        if number >= len(lines):
            break
        body = content.strip()
        column = lines[number].find(body, cells.get(number, 0))
        if column < 0 or not body:
            continue
        cells[number] = column + len(body)
        is_broken = bool(_HARD_BREAK.search(content))
        shown = _HARD_BREAK.sub(
            "", _CLOSING_HASHES.sub("", body) if token.level == 1 and _is_heading(lines[number]) else body
        )
        indent = at + content.index(body)
        for piece in part(shown, indent, codes):
            if piece.text:
                run.append(_Line(indent + piece.start, offsets[number] + column + piece.start, piece.text))
            if piece.is_broken and run:
                yield _join(run, codes)
                run = []
        if is_broken and run:
            yield _join(run, codes)
            run = []
    if run:
        yield _join(run, codes)


def _is_heading(line: str) -> bool:
    return line.lstrip().startswith("#")


def _join(run: Sequence[_Line], codes: Sequence[InlineCode]) -> _Place:
    """Join the lines of a block by single spaces, and find the codes that lie within."""
    text = " ".join(line.text for line in run)
    starts: list[int] = []
    length = 0
    for line in run:
        starts.append(length)
        length += len(line.text) + 1

    def moved(place: int) -> int | None:
        for start, line in zip(starts, run, strict=True):
            if line.content <= place <= line.content + len(line.text):
                return start + place - line.content
        return None

    kept: list[InlineCode] = []
    for code in codes:
        start, end = moved(code.start), moved(code.end)
        if start is not None and end is not None and start < end:
            kept.append(replace(code, start=start, end=end))
    halves = Counter(code.pair for code in kept)
    alone = tuple(replace(code, pair=None) if halves[code.pair] == 1 else code for code in kept)
    return _Place(run[0].start, run[-1].start + len(run[-1].text), text, alone)


def _rebuilder(document: Document, file: IO[str]) -> Rebuilder:
    blocks = document.blocks
    text = "".join(blocks.lines) if isinstance(blocks, MarkdownBlocks) else ""
    return MarkdownRebuilder(file, Spelling.of(text))


READER = LineReader("markdown", MarkdownBlocks, rebuilder_of=_rebuilder)
