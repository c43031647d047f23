"""What a reader of documents can do: give the blocks, and write them again with other texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol, runtime_checkable

from translate.config import DocumentConfig
from translate.data import Block, Document, Hypothesis, InlineCode
from translate.errors import DocumentError

COLUMN = "column"
"""Manner of a cell that spaces set apart from the next one."""

GRID = "grid"
"""Manner of a cell that spaces fill up to the bar behind it."""

FIELD = "field"
"""Manner of a name and its value, whose colon or value stands below others."""


def trail_of(block: Block, text: str) -> str:
    """Return what follows a block that now shows `text`: of a column, so many spaces that the next one stays."""
    if block.manner not in (COLUMN, GRID):
        return block.trail
    width = len(block.text if block.native is None else block.native) + len(block.trail)
    return " " * max(min(2 if block.manner == COLUMN else 1, len(block.trail)), width - len(text))


def verify_length(
    block: Block, path: Path, config: DocumentConfig, line_of: Callable[[], int | None] = lambda: None
) -> None:
    """Refuse a block whose text is longer than a paragraph may be.

    :param line_of: tells the line of the document where it stands; None where that has no lines.
    :raises DocumentError: with the part of a package that it stands in.
    """
    most = config.max_paragraph_characters
    if len(block.text) > most:
        place = f"{block.part}: " if block.part else ""
        raise DocumentError(
            f"{place}a paragraph is longer than {most:,} characters; split it, or raise max_paragraph_characters.",
            path=path,
            line=line_of(),
        )


class Notices:
    """What the user should know about a document; more may come while it is read or written."""

    def __init__(self, *texts: str | None, is_guess: bool = False) -> None:
        self._texts = [text for text in texts if text]
        self.is_guess = is_guess
        """Whether nobody said which encoding the document is in."""

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def add(self, text: str) -> None:
        """Take a notice; one that is there already counts once."""
        if text not in self._texts:
            self._texts.append(text)


class Rebuilder(Protocol):
    """Takes the blocks of a document in order, each with the text to show in place of its own, and its codes.

    A text that did not change is written as the document wrote it.
    """

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None: ...


@runtime_checkable
class Informed(Protocol):
    """A rebuilder whose documents say where a translation comes from, and what else there is."""

    def explain(self, block: Block, hypotheses: Sequence[Hypothesis]) -> None:
        """Take what the text of a block is made of, which is written next."""
        ...


class Reader(Protocol):
    """One family of document formats."""

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        """Open a document; its blocks are read from the disk while they are iterated.

        :raises DocumentError: at once or while the blocks are read, with line or byte offset.
        """
        ...

    def rebuild(self, document: Document, path: Path, *, language: str) -> AbstractContextManager[Rebuilder]:
        """Write a document of the same layout to `path`, which appears whole when the context ends well.

        :param language: code of the language of the texts that are written, for formats that name it (`en-GB`).
        :raises DocumentError: where it cannot be written back whole.
        :raises OutputError: where the disk refuses.
        """
        ...
