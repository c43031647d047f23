"""The lines of a text in any encoding, with their ends, in constant memory."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TextIO

from translate.config import DocumentConfig
from translate.data import Block, Document
from translate.documents.base import Rebuilder
from translate.documents.encoding import Encoding, find_encoding
from translate.errors import DocumentError
from translate.files import replace_text


@dataclass(frozen=True, slots=True)
class Lines:
    """Iterates the NFC lines of a text, each with its end (`\\n`, `\\r\\n` or `\\r`), as often as asked."""

    path: Path
    encoding: Encoding
    max_characters: int

    def __iter__(self) -> Iterator[str]:
        """:raises DocumentError: where a line is longer than `max_characters`, or the file cannot be read."""
        try:
            with self.path.open(encoding=self.encoding.name, newline="") as text:
                if self.encoding.skip:
                    text.read(1)  # the byte-order mark
                yield from self._lines(text)
        except OSError as exc:
            raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=self.path) from exc

    def _lines(self, text: TextIO) -> Iterator[str]:
        number = 0
        while line := text.readline(self.max_characters + 2):
            number += 1
            if len(line) > self.max_characters and len(line.rstrip("\r\n")) > self.max_characters:
                raise DocumentError(
                    f"the line is longer than {self.max_characters:,} characters, so this is hardly a text for people; "
                    "break it into paragraphs, or raise max_paragraph_characters.",
                    path=self.path,
                    line=number,
                )
            if "\0" in line:
                raise DocumentError("holds a NUL character; no text does.", path=self.path, line=number)
            yield line if line.isascii() else unicodedata.normalize("NFC", line)


@dataclass(frozen=True, slots=True)
class LineReader:
    """Reader of a kind of document that is a text: `blocks_of` makes its blocks of its lines."""

    kind: str
    blocks_of: Callable[[Lines], Iterable[Block]]

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        encoding = find_encoding(path, config.encoding)
        notices = (encoding.notice,) if encoding.notice else ()
        blocks = self.blocks_of(Lines(path, encoding, config.max_paragraph_characters))
        return Document(name, path, self.kind, language, encoding.name, blocks, notices)

    @contextmanager
    def rebuild(self, document: Document, path: Path) -> Iterator[Rebuilder]:
        with replace_text(path) as file:
            yield TextRebuilder(file)


class TextRebuilder:
    """Writes lead, text and trail one after the other, in UTF-8."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, block: Block, text: str) -> None:
        self._file.write(block.lead + text + block.trail)
