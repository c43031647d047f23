"""The text of a Markdown file comes in, the places of all that a person reads in it go out, in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from translate.documents.markdown.front_matter import find_front_matter
from translate.documents.markdown.html_places import find_places
from translate.documents.markdown.parser import HTML, make_inline_parser, make_parser
from translate.documents.markdown.placed_inline import Ranges, manner_of, ranges_of
from translate.documents.values import MANNERS
from translate.records import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
"""Markdown knows no other ends of lines."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a person reads as one text: characters [start, end) of the file, a pair for each line, without line ends.

    `text` is what the file has there, its lines joined by a line feed. `manner` says how the file writes it: `""` for
    Markdown, `cell` in a table, `html` in a block of HTML, or else one of :data:`~translate.documents.values.MANNERS`.
    """

    lines: tuple[tuple[int, int], ...]
    text: str
    manner: str = ""
    tokens: Sequence[Token] = ()
    """Inline tokens of `text`, which know their places in it; a value has none."""

    @property
    def is_value(self) -> bool:
        return self.manner in MANNERS


def iter_contents(text: str, fields: Collection[str]) -> Iterator[Content]:
    """Yield all that a person reads in a Markdown file, in order, without overlap.

    :param fields: names of the fields of front matter whose values are text.
    """
    front = find_front_matter(text, fields)
    for value in front.values:
        yield _content(text, value.lines, value.manner)
    source = _Source.of(text, front.end)
    env: dict[str, Any] = {}
    found: list[Content] = []
    for token in _parser().parse(source.text, env):
        lines = tuple(source.place(start, end) for start, end in ranges_of(token))
        if lines and manner_of(token) == HTML:
            found += _html_contents(text, lines)
        elif lines:
            found.append(_content(text, lines, manner_of(token)))
    end = front.end
    for content in sorted(found, key=lambda content: content.lines[0]):
        if content.lines[0][0] >= end:
            end = content.lines[-1][1]
            yield replace(content, tokens=[] if content.is_value else inline_tokens(content.text, env))


def inline_tokens(text: str, env: dict[str, Any]) -> list[Token]:
    """Return the inline tokens of a text, which know their places in it.

    :param env: the definitions of the document that it stands in.
    """
    tokens: list[Token] = []
    _inline_parser().inline.parse(text, _inline_parser(), env, tokens)
    return tokens


@cache
def _parser() -> MarkdownIt:
    return make_parser()


@cache
def _inline_parser() -> MarkdownIt:
    return make_inline_parser()


def _content(text: str, lines: tuple[tuple[int, int], ...], manner: str) -> Content:
    return Content(lines, "\n".join(text[start:end] for start, end in lines), manner)


def _html_contents(text: str, lines: Ranges) -> Iterator[Content]:
    """Yield the runs of text and the attributes of a block of HTML."""
    starts = [0]
    for start, end in lines:
        starts.append(starts[-1] + end - start + 1)
    html = "\n".join(text[start:end] for start, end in lines)
    for place in find_places(html):
        found = []
        for number in range(bisect_right(starts, place.start) - 1, len(lines)):
            if starts[number] >= place.end:
                break
            by = lines[number][0] - starts[number]
            start, end = max(place.start, starts[number]) + by, min(place.end + by, lines[number][1])
            lead = len(text[start:end]) - len(text[start:end].lstrip())
            if start + lead < end:
                found.append((start + lead, end))
        yield _content(text, tuple(found), "html attribute" if place.context else "html")


@dataclass(frozen=True, slots=True)
class _Source:
    """A text as markdown-it reads it, with `\\n` at the end of each line, and where its lines begin, here and there."""

    text: str
    starts: Sequence[int]
    native_starts: Sequence[int]

    @classmethod
    def of(cls, text: str, start: int) -> _Source:
        if "\r" not in text:
            return cls(text[start:], (0,), (start,))
        lines: list[str] = []
        starts, native_starts = [0], [start]
        while start < len(text) and (match := _LINE.match(text, start)):
            lines.append(match[0].rstrip("\r\n") + "\n")
            start = match.end()
            starts.append(starts[-1] + len(lines[-1]))
            native_starts.append(start)
        return cls("".join(lines), starts, native_starts)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where characters of one line stand in the file."""
        line = bisect_right(self.starts, start) - 1
        by = self.native_starts[line] - self.starts[line]
        return start + by, end + by
