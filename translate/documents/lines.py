"""The lines of a text in any encoding, with their ends, in constant memory."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from translate.config import DocumentConfig
from translate.data import Block, Document, InlineCode
from translate.documents.base import Notices, Rebuilder
from translate.documents.block_writer import BlockWriter, Originals
from translate.documents.encoded import encoded_text
from translate.documents.encoding import Encoding, find_encoding, mark_of
from translate.errors import DocumentError, shown
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Lines:
    """Iterates the NFC lines of a text, each with its end (`\\n`, `\\r\\n` or `\\r`), as often as asked."""

    path: Path
    encoding: Encoding
    max_characters: int

    def __iter__(self) -> Generator[str]:
        """:raises DocumentError: where a line is longer than `max_characters`, or the file cannot be read."""
        try:
            with self.path.open(encoding=self.encoding.name, newline="") as text:
                if self.encoding.skip:
                    text.read(1)  # the byte-order mark
                yield from self._read(text)
        except OSError as exc:
            raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=self.path) from exc

    def _read(self, text: TextIO) -> Iterator[str]:
        for line in _iter_lines(text, self.path, self.max_characters):
            yield line if line.isascii() else unicodedata.normalize("NFC", line)


class NativeLines(Lines):
    """The same lines as the file has them, in normal form or not, whatever their length."""

    def _read(self, text: TextIO) -> Iterator[str]:
        return iter(text)


@dataclass(frozen=True, slots=True)
class StreamLines:
    """Iterates, once, the lines of a stream of bytes as they are; `path` names it in errors."""

    stream: BinaryIO
    path: Path
    encoding: str
    max_characters: int

    def __iter__(self) -> Iterator[str]:
        """:raises DocumentError: where a line is longer than `max_characters`, or cannot be decoded."""
        try:
            # What cannot be decoded becomes half a surrogate pair, so that the line where it stands is known.
            text = io.TextIOWrapper(self.stream, encoding=self.encoding, errors="surrogateescape", newline="")
        except (LookupError, ValueError) as exc:
            raise DocumentError(
                f"unknown encoding {shown(self.encoding)}; use a name such as utf-8 or windows-1252.", path=self.path
            ) from exc
        number = 0
        try:
            for line in _iter_lines(text, self.path, self.max_characters):
                if not line.isascii():
                    line.encode()
                number += 1
                yield line.removeprefix("\ufeff") if number == 1 else line
        except UnicodeError as exc:
            raise DocumentError(
                f"not valid {self.encoding}; give the right encoding with --encoding.", path=self.path, line=number + 1
            ) from exc
        finally:
            text.detach()


def _iter_lines(text: TextIO, path: Path, max_characters: int) -> Iterator[str]:
    number = 0
    while line := text.readline(max_characters + 2):
        number += 1
        if len(line) > max_characters and len(line.rstrip("\r\n")) > max_characters:
            raise DocumentError(
                f"the line is longer than {max_characters:,} characters, which is unusual for a text; "
                "split it into paragraphs, or raise max_paragraph_characters.",
                path=path,
                line=number,
            )
        if "\0" in line:
            raise DocumentError("has a NUL character, which is not allowed in text.", path=path, line=number)
        yield line


@dataclass(frozen=True, slots=True)
class LineReader:
    """Reader of a kind of document that is a text: `blocks_of` makes its blocks of its lines.

    `joined_blocks_of` does where the user asks for wrapped lines to be joined, and is told their language; None where
    the kind knows no other way.
    """

    kind: str
    blocks_of: Callable[[Lines], Iterable[Block]]
    joined_blocks_of: Callable[[Lines, str], Iterable[Block]] | None = None
    rebuilder_of: Callable[[Document, BlockWriter], Rebuilder] = lambda document, writer: TextRebuilder(writer)
    """Makes what spells the blocks of a document; as they are, where the kind has one spelling."""

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        encoding = find_encoding(path, config.encoding)
        notices = Notices(encoding.notice, is_guess=encoding.notice is not None)
        lines = Lines(path, encoding, config.max_paragraph_characters)
        joined = self.joined_blocks_of if config.join_lines else None
        blocks = joined(lines, language) if joined else self.blocks_of(lines)
        return Document(name, path, self.kind, language, encoding.name, blocks, notices)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        notices = document.notices if isinstance(document.notices, Notices) else Notices()
        mark = mark_of(document.path, document.encoding)
        lines = NativeLines(document.path, Encoding(document.encoding, len(mark)), 0)
        # The last block need not end the file, so the lines would keep it open for as long as anyone has the rebuilder.
        with encoded_text(path, document.encoding, mark, notices.add) as sink, closing(iter(lines)) as natives:
            writer = BlockWriter(sink, Originals(natives, document.path))
            yield self.rebuilder_of(document, writer)
            if writer.has_changed and notices.is_guess:
                sink.leave_encoding()


class TextRebuilder:
    """Writes each text as it is; one that did not change, as the document has it."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        self._writer.write(block, text if block.native is None or text != block.text else block.native)
