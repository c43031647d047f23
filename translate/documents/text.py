"""Plain text: every line that is not blank is a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document
from translate.documents.base import Rebuilder
from translate.documents.encoding import find_encoding
from translate.documents.lines import Lines, lines_of, rebuild_text


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


class TextReader:
    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        encoding = find_encoding(path, config.encoding)
        notices = (encoding.notice,) if encoding.notice else ()
        blocks = TextBlocks(lines_of(path, encoding, config))
        return Document(name, path, "text", language, encoding.name, blocks, notices)

    def rebuild(self, document: Document, path: Path) -> AbstractContextManager[Rebuilder]:
        return rebuild_text(document, path)


READER = TextReader()
