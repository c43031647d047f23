"""EPUB 2 and 3: the pages of a book, its table of contents, and what its package document says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document
from translate.documents.archives.package import Package
from translate.documents.archives.repackage import write_package
from translate.documents.base import Rebuilder, verify_length
from translate.documents.html.encoding import decode_page
from translate.documents.html.epub_parts import CONTENTS, PACKAGE, PICTURE, Part, check_book, read_parts
from translate.documents.html.page import Manner, Page
from translate.documents.html.reader import rewritten_page
from translate.documents.html.writing import Change, HtmlRebuilder
from translate.documents.left_out import LeftOut
from translate.files import replace_file
from translate.records import dataclass

_TOLD = frozenset({"title", "description", "subject", "rights"})
"""What a package document says of its book in words."""
_LABELS = frozenset({"text"})
_AUTHORS = frozenset({"docauthor"})


@dataclass(frozen=True, slots=True)
class EpubBlocks:
    """Blocks of a book, which is opened anew each time they are iterated."""

    path: Path
    language: str
    config: DocumentConfig
    left_out: LeftOut = field(default_factory=LeftOut)

    def manner(self, part: Part) -> Manner:
        """Return how a part is read."""
        manner = Manner(self.language, self.config, is_xml=True, part=part.name)
        if part.kind == PACKAGE:
            return replace(manner, texts=_TOLD, languages=frozenset({"language"}))
        return replace(manner, texts=_LABELS, kept=_AUTHORS) if part.kind == CONTENTS else manner

    def __iter__(self) -> Iterator[Block]:
        self.left_out.clear()
        with Package(self.path, self.config) as package:
            for part in read_parts(package):
                data = package.read(part.name)
                if part.kind == PICTURE:
                    if b"<text" in data or b":text" in data:
                        self.left_out.add("pictures with text")
                elif part.kind != PACKAGE or "properties" not in self.config.skip:
                    decoded = decode_page(data, self.path, part=part.name)
                    for block in Page(decoded.text, self.manner(part), self.left_out):
                        verify_length(block, self.path, self.config)
                        yield block


class EpubReader:
    """Reader of books in EPUB."""

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        with Package(path, config) as package:
            check_book(package)
        blocks = EpubBlocks(path, language, config)
        return Document(name, path, "epub", language, "", blocks, blocks.left_out)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        rebuilder = HtmlRebuilder()
        with replace_file(path) as file:
            yield rebuilder
            blocks = document.blocks
            if not isinstance(blocks, EpubBlocks):
                raise TypeError(f"expected the blocks of a book, not {type(blocks).__name__}")
            changed = dict(_iter_changed(blocks, rebuilder.changes, language)) if rebuilder.changes else {}
            write_package(document.path, file, changed)


def _iter_changed(blocks: EpubBlocks, changes: dict[str, list[Change]], language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the parts that change, with their new contents: their texts, and the languages that they name."""
    none: Sequence[Change] = ()
    with Package(blocks.path, blocks.config) as package:
        for part in read_parts(package):
            if part.kind == PICTURE:
                continue
            data = package.read(part.name)
            decoded = decode_page(data, blocks.path, part=part.name)
            manner = blocks.manner(part)
            new = rewritten_page(data, decoded, changes.get(part.name, none), manner, language, blocks.path)
            if new != data:
                yield part.name, new


READER = EpubReader()
