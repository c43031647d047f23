"""Plain text: every line that is not blank is a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translate.data import Block
from translate.documents.lines import LineReader, Lines


@dataclass(frozen=True, slots=True)
class TextBlocks:
    """One block a line; the white space around its text is lead and trail."""

    lines: Lines

    def __iter__(self) -> Iterator[Block]:
        for line in self.lines:
            body = line.lstrip()
            lead = line[: len(line) - len(body)]
            text = body.rstrip()
            yield Block(lead, text, body[len(text) :])


READER = LineReader("text", TextBlocks)
