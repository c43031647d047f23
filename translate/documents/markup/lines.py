"""The lines of a text with marks: a source comes in, its lines with their places go out."""

from __future__ import annotations

import re

from translate.documents.markup.source import Source
from translate.records import dataclass

_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<text>[^\r\n]*?)[ \t]*(?:\r\n|\n|\r|\Z)")
_TAB_WIDTH = 8


@dataclass(slots=True)
class Line:
    """A line: bytes [start, end) of the source without white space around; `indent` is the column where it begins."""

    start: int
    end: int
    indent: int
    is_whole: bool = True
    """Whether nothing was taken off its beginning, such as the mark of an item."""

    @property
    def is_blank(self) -> bool:
        return self.start == self.end

    def take(self, length: int) -> None:
        """Take a mark off the beginning."""
        self.start += length
        self.indent += length
        self.is_whole = False


def lines_of(source: Source) -> list[Line]:
    """Return all lines of a source."""
    lines: list[Line] = []
    position = 0
    while position < len(source.view) and (match := _LINE.match(source.view, position)):
        lines.append(Line(*match.span("text"), len(match["indent"].expandtabs(_TAB_WIDTH))))
        position = match.end()
    return lines
