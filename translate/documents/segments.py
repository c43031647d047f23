"""Text that is segmented already, one segment a line: lines are kept as they are, blank ones too."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Document
from translate.documents.base import Rebuilder
from translate.documents.lines import rebuild_text
from translate.documents.text import READER as TEXT


class SegmentsReader:
    """Reads as plain text; the pipeline takes each block of this kind as one segment."""

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        return replace(TEXT.read(path, name=name, language=language, config=config), kind="segments")

    def rebuild(self, document: Document, path: Path) -> AbstractContextManager[Rebuilder]:
        return rebuild_text(document, path)


READER = SegmentsReader()
