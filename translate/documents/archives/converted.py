"""Kinds of documents that are read by way of another kind: a copy is made in it, and that is translated and written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document
from translate.documents.archives.copies import CopyFolder
from translate.documents.base import Rebuilder
from translate.documents.kinds import KINDS_BY_SUFFIX, READERS
from translate.errors import DocumentError
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class ConvertedBlocks:
    """Blocks of a copy in another kind, which stays on the disk as long as they are needed."""

    path: Path
    """The document itself."""
    copy: Document
    folder: CopyFolder
    remarks: tuple[str, ...]

    def __iter__(self) -> Iterator[Block]:
        with _called(self.path):
            yield from self.copy.blocks


@dataclass(frozen=True, slots=True)
class _Notices:
    """What is to be known of the conversion, and of the copy."""

    blocks: ConvertedBlocks

    def __iter__(self) -> Iterator[str]:
        yield from self.blocks.remarks
        yield from self.blocks.copy.notices


class ConvertedReader:
    """Reader of a kind that is read by way of another one."""

    kind: str

    def convert(self, path: Path, folder: Path, language: str, config: DocumentConfig) -> tuple[Path, tuple[str, ...]]:
        """Write a copy to `folder`; return its path, and what the user should know.

        :raises DocumentError: where the document cannot be converted.
        """
        raise NotImplementedError

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        folder = CopyFolder()
        made, remarks = self.convert(path, folder.path, language, config)
        with _called(path):
            reader = READERS.load(KINDS_BY_SUFFIX[made.suffix])
            copy = reader.read(made, name=name, language=language, config=config)
        blocks = ConvertedBlocks(path, copy, folder, remarks)
        return Document(name, path, self.kind, language, copy.encoding, blocks, _Notices(blocks))

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        blocks = document.blocks
        if not isinstance(blocks, ConvertedBlocks):
            raise TypeError(f"expected blocks of a copy, not {type(blocks).__name__}")
        with (
            _called(document.path),
            READERS.load(blocks.copy.kind).rebuild(blocks.copy, path, language=language) as rebuilder,
        ):
            yield rebuilder


@contextmanager
def _called(path: Path) -> Iterator[None]:
    """Have what is wrong with a copy said of the document."""
    try:
        yield
    except DocumentError as exc:
        if exc.path is None or Path(exc.path) == path:
            raise
        raise DocumentError(str(exc).partition(": ")[2], path=path) from exc
