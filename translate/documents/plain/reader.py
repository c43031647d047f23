"""Plain text: every line that is not blank is a paragraph or a row, unless wrapped lines are joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from translate.config import DocumentConfig
from translate.data import Block, Document
from translate.documents.base import Notices
from translate.documents.hyphens import Hyphens
from translate.documents.lines import LineReader, Lines, StreamLines
from translate.documents.plain.layout import lay_out
from translate.documents.plain.line_ends import is_cue
from translate.documents.plain.references import ReadReferences, make_rebuilder
from translate.documents.plain.wrapped import WrappedBlocks, runs_on
from translate.records import dataclass

_LEAST_WRAPPED, _SHARE_WRAPPED = 2, 0.1
"""Lines that go on in the next one, and their share of those that are not blank, from which on somebody is told."""


@dataclass(frozen=True, slots=True)
class TextBlocks:
    """One block a line; the white space around its text is lead and trail."""

    lines: Lines | StreamLines

    def __iter__(self) -> Iterator[Block]:
        for line in self.lines:
            body = line.lstrip()
            lead = line[: len(line) - len(body)]
            text = body.rstrip()
            yield Block(lead, text, body[len(text) :])


@dataclass(frozen=True, slots=True)
class LaidOutBlocks:
    """One block a line, or a cell of a line that is a row; a notice tells of lines that go on in the next one."""

    lines: Lines | StreamLines
    notices: Notices | None = None

    def __iter__(self) -> Iterator[Block]:
        in_cue = False
        before, current = "", None
        count = wrapped = 0
        for following in chain(self.lines, [None]):
            if current is not None:
                in_cue = bool(current.strip()) and (in_cue or is_cue(before))
                yield from lay_out(current, (before, following or ""), in_cue=in_cue)
                before = current
                count += bool(current.strip())
                wrapped += not in_cue and runs_on(current, following or "")
            current = following
        if self.notices and wrapped >= _LEAST_WRAPPED and wrapped >= _SHARE_WRAPPED * count:
            self.notices.add(
                f"{wrapped} lines seem to go on in the next one: use --join-lines to translate whole sentences"
            )


def read_stream(stream: BinaryIO, path: Path, config: DocumentConfig, *, language: str = "") -> Iterable[Block]:
    """Return the blocks of a stream of plain text, which can be iterated once; `path` names it in errors.

    :param language: in which words parted at the ends of lines are looked up; "" where nobody knows it.
    :raises DocumentError: while they are iterated, where a line is too long or cannot be decoded.
    """
    lines = StreamLines(stream, path, config.encoding or "utf-8", config.max_paragraph_characters)
    return _wrapped(lines, language) if config.join_lines else _laid_out(lines)


def _laid_out(lines: Lines | StreamLines) -> Iterable[Block]:
    return ReadReferences(LaidOutBlocks(lines))


def _wrapped(lines: Lines | StreamLines, language: str) -> Iterable[Block]:
    hyphens = Hyphens(language, lines if isinstance(lines, Lines) else None)
    return ReadReferences(WrappedBlocks(lines, hyphens))


class TextReader(LineReader):
    """Reader of plain text, which tells where its lines seem to be wrapped and are not joined."""

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        document = super().read(path, name=name, language=language, config=config)
        blocks, notices = document.blocks, document.notices
        if isinstance(blocks, ReadReferences) and isinstance(blocks.blocks, LaidOutBlocks):
            told = notices if isinstance(notices, Notices) else None
            return replace(document, blocks=ReadReferences(replace(blocks.blocks, notices=told)))
        return document


READER = TextReader("text", _laid_out, _wrapped, make_rebuilder)
