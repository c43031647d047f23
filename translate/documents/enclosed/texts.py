"""A text of some kind within a document of another: it comes in as it means, its blocks go out, and it comes back."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from translate.config import DocumentConfig
from translate.data import Block, InlineCode
from translate.documents.base import Rebuilder
from translate.documents.block_writer import BlockWriter, Originals
from translate.documents.encoding import Encoding
from translate.documents.html.page import Manner, Page
from translate.documents.html.writing import HtmlRebuilder, rewritten
from translate.documents.hyphens import Hyphens
from translate.documents.left_out import LeftOut
from translate.documents.lines import Lines
from translate.documents.markdown.reader import MarkdownBlocks
from translate.documents.markdown.rebuilding import MarkdownRebuilder
from translate.documents.plain.reader import TextBlocks
from translate.documents.plain.rewrapping import Wrapping
from translate.documents.plain.wrapped import WrappedBlocks
from translate.documents.spelling import Spelling
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of what document a text is, and how that is read."""

    path: Path
    config: DocumentConfig
    language: str
    left_out: LeftOut


class Writing(Protocol):
    """A text that is written anew."""

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None: ...

    def result(self, language: str) -> str:
        """Return the text with all that was written, whose language has this code."""
        ...


class Text(Protocol):
    """A text within a document."""

    def blocks(self) -> Iterable[Block]:
        """Return its blocks, which can be iterated once."""
        ...

    def writing(self) -> Writing: ...


@dataclass(frozen=True, slots=True)
class GivenLines(Lines):
    """The lines of a text that is at hand."""

    text: str = ""

    def __iter__(self) -> Generator[str]:
        for line in io.StringIO(self.text, newline=""):
            yield unicodedata.normalize("NFC", line)


@dataclass(frozen=True, slots=True)
class LinesText:
    """Markdown or plain text."""

    native: str
    around: Surroundings
    blocks_of: Callable[[GivenLines, str], Iterable[Block]]
    rebuilder_of: Callable[[BlockWriter, str], Rebuilder]

    def blocks(self) -> Iterable[Block]:
        most = self.around.config.max_paragraph_characters
        return self.blocks_of(GivenLines(self.around.path, Encoding("utf-8"), most, self.native), self.around.language)

    def writing(self) -> Writing:
        return _LinesWriting(self)


class _LinesWriting:
    def __init__(self, text: LinesText) -> None:
        self._parts: list[str] = []
        writer = BlockWriter(self, Originals(io.StringIO(text.native, newline=""), text.around.path))
        self._rebuilder = text.rebuilder_of(writer, text.native)

    def write(self, block: Block | str, text: str = "", codes: Sequence[InlineCode] = ()) -> None:
        if isinstance(block, str):
            self._parts.append(block)
        else:
            self._rebuilder.write(block, text, codes)

    def leave_encoding(self) -> None:
        """Change nothing: the text has none of its own."""

    def result(self, language: str) -> str:
        return "".join(self._parts)


def markdown_text(native: str, around: Surroundings) -> LinesText:
    """Return a text in Markdown."""
    return LinesText(
        native, around, lambda lines, _: MarkdownBlocks(lines),
        lambda writer, text: MarkdownRebuilder(writer, Spelling.of(text)),
    )  # fmt: skip


def mail_text(native: str, around: Surroundings) -> LinesText:
    """Return a plain text whose paragraphs may be wrapped, with marks of quotation."""
    return LinesText(
        native, around, lambda lines, language: WrappedBlocks(lines, Hyphens(language, lines)),
        lambda writer, _: _WrappedRebuilder(writer),
    )  # fmt: skip


def line_text(native: str, around: Surroundings) -> LinesText:
    """Return a text of one line."""
    return LinesText(native, around, lambda lines, _: TextBlocks(lines), lambda writer, _: _WrappedRebuilder(writer))


class _WrappedRebuilder:
    """Writes paragraphs of plain text over as many lines as they had."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        native = block.text if block.native is None else block.native
        if text != block.text:
            wrapping = Wrapping.of(block.native, block.text)
            native = wrapping.fill(wrapping.break_up(text, codes))
        self._writer.write(block, native)


@dataclass(frozen=True, slots=True)
class PageText:
    """A page of HTML."""

    native: str
    around: Surroundings
    part: str

    def page(self, *, wants_texts: bool = True) -> Page:
        """Return the page, to be read."""
        manner = Manner(self.around.language, self.around.config, part=self.part)
        return Page(self.native, manner, self.around.left_out if wants_texts else LeftOut(), wants_texts=wants_texts)

    def blocks(self) -> Iterable[Block]:
        return self.page()

    def writing(self) -> Writing:
        return _PageWriting(self)


class _PageWriting:
    def __init__(self, text: PageText) -> None:
        self._text, self._rebuilder = text, HtmlRebuilder()

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        self._rebuilder.write(block, text, codes)

    def result(self, language: str) -> str:
        changes = self._rebuilder.changes.get(self._text.part, ())
        if not changes:
            return self._text.native
        page = self._text.page(wants_texts=False)
        for _ in page:
            pass  # marks are whole once the page was read
        return rewritten(self._text.native, changes, page.marks, language)
