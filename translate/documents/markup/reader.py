"""The reader that all texts with marks share: a kind says what its paragraphs are, and where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from functools import partial
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document, InlineCode
from translate.documents.base import Rebuilder, verify_length
from translate.documents.encoded import encoded_text
from translate.documents.encoding import Encoding, find_encoding, mark_of
from translate.documents.left_out import LeftOut
from translate.documents.markup.source import LINE, CellBlock, Region, Source, drawn_anew
from translate.documents.rewriting import rewrite
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.errors import DocumentError
from translate.files import replace_file
from translate.records import dataclass
from translate.text.faults import FaultError

_TIE = "\u00a0"


def _no_marks(source: Source, language: str) -> Splice:
    return Splice()


@dataclass(frozen=True, slots=True)
class MarkupReader:
    """Reader of one kind.

    :param find: yields the blocks of a document; it raises :class:`FaultError` where that is none of its kind.
    :param language_marks: the changes that turn marks of the source language into those of the target.
    :param declared: the encoding that the first bytes of a document name; None where they name none.
    :param is_xml: whether a character that the encoding lacks becomes a reference.
    """

    kind: str
    find: Callable[[Source], Iterator[SplicedBlock]]
    language_marks: Callable[[Source, str], Splice] = _no_marks
    declared: Callable[[bytes], str | None] = lambda start: None
    is_xml: bool = False

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        encoding = find_encoding(path, config.encoding or self.declared(_start_of(path)))
        blocks = MarkupBlocks(path, self, encoding, config, language)
        return Document(name, path, self.kind, language, encoding.name, blocks, blocks.left_out)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        rebuilder = MarkupRebuilder()
        blocks = document.blocks
        if not isinstance(blocks, MarkupBlocks):
            raise TypeError(f"expected a document of this reader, not {type(blocks).__name__}")
        yield rebuilder
        if rebuilder.has_changed:
            self._write(blocks, rebuilder, path, language)
            return
        with replace_file(path) as file:
            file.write(blocks.read_bytes())

    def _write(self, blocks: MarkupBlocks, rebuilder: MarkupRebuilder, path: Path, language: str) -> None:
        source = blocks.source()
        data = rebuilder.applied(source.data)
        data = self.language_marks(source.within(data), language).apply(data)
        name, is_guess = blocks.encoding.name, blocks.encoding.notice is not None
        text = data.decode()
        if self.is_xml:
            text = text.encode(name, "xmlcharrefreplace").decode(name)
        with encoded_text(path, name, mark_of(blocks.path, name), blocks.left_out.remark) as sink:
            sink.write(text)
            if is_guess:
                sink.leave_encoding()


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(1 << 14)
    except OSError as exc:
        raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc


@dataclass(frozen=True, slots=True)
class MarkupBlocks:
    """Blocks of a document, which is read anew each time they are iterated."""

    path: Path
    reader: MarkupReader
    encoding: Encoding
    config: DocumentConfig
    language: str
    left_out: LeftOut = field(default_factory=LeftOut)

    def read_bytes(self) -> bytes:
        """Return all bytes of the file.

        :raises DocumentError: where it cannot be read.
        """
        try:
            return self.path.read_bytes()
        except OSError as exc:
            raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=self.path) from exc

    def source(self) -> Source:
        """Return the text, without its byte-order mark."""
        text = self.read_bytes()[self.encoding.skip :].decode(self.encoding.name)
        return Source.of(text.encode(), self.path, self.config, self.language, self.encoding.name, self.left_out)

    def __iter__(self) -> Iterator[Block]:
        self.left_out.clear()
        if self.encoding.notice:
            self.left_out.remark(self.encoding.notice)
        source = self.source()
        try:
            for block in self.reader.find(source):
                verify_length(block, self.path, self.config, partial(_line_at, source, block))
                yield block
        except FaultError as exc:
            line, column = exc.line_and_column(source.view)
            raise DocumentError(exc.message, path=self.path, line=line, column=column) from exc


def _line_at(source: Source, block: SplicedBlock) -> int | None:
    return None if isinstance(block, CellBlock) else source.data.count(b"\n", 0, block.items[0].start) + 1


class MarkupRebuilder:
    """Collects the changes of a document."""

    def __init__(self) -> None:
        self._changes = Splice()
        self._cells: dict[int, tuple[Region, dict[int, Splice]]] = {}

    @property
    def has_changed(self) -> bool:
        """Whether anything of the document changes."""
        return bool(self._changes or self._cells)

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        if not isinstance(block, SplicedBlock):
            raise TypeError(f"expected a block of a text with marks, not {type(block).__name__}")
        codes = codes if codes or text != block.text else block.codes
        text = tied(block, text, codes)
        shown = wrapped(block, text, codes)
        for one in (block, *block.twins):
            written = rewrite(one, shown if one is block else text, codes)
            if written is not None:
                self._changes_of(one).replace(*one.place, written)

    def _changes_of(self, block: SplicedBlock) -> Splice:
        if not isinstance(block, CellBlock) or block.region is None:
            return self._changes
        _, cells = self._cells.setdefault(block.region.start, (block.region, {}))
        return cells.setdefault(block.cell, Splice())

    def applied(self, data: bytes) -> bytes:
        """Return `data` with all changes."""
        for region, drawn in drawn_anew(self._cells):
            self._changes.replace(region.start, region.end, [drawn])
        return self._changes.apply(data)


def tied(block: SplicedBlock, text: str, codes: Sequence[InlineCode]) -> str:
    """Return a text with a no-break space before each code that has one in the document: `Figure~\\ref{plan}`."""
    ties = {(one.id, one.kind) for one in block.codes if one.id and block.text[one.start - 1 : one.start] == _TIE}
    signs = list(text)
    for code in codes:
        if (code.id, code.kind) in ties and text[code.start - 1 : code.start] == " ":
            signs[code.start - 1] = _TIE
    return "".join(signs)


def wrapped(block: SplicedBlock, text: str, codes: Sequence[InlineCode]) -> str:
    """Return a text with a line feed in place of a space near each place where the document ends a line of it.

    A text with its words where those of the block are has none, for it is written letter by letter.
    """
    places: list[int] = []
    length = 0
    for item in block.items:
        if item.type == LINE:
            places.append(length)
        length += len(item.text)
    if not places or (
        len(text) == len(block.text) and all(a.isspace() == b.isspace() for a, b in zip(text, block.text, strict=True))
    ):
        return text
    spaces = _spaces(text, codes)
    signs = list(text)
    first = 0
    for number, place in enumerate(places):
        choice = range(first, max(len(spaces) - (len(places) - number - 1), first + 1))
        if first >= len(spaces):
            break
        ideal = round(place * len(text) / length)
        at = bisect_left(spaces, ideal, choice.start, min(choice.stop, len(spaces)))
        near = min(
            range(max(at - 1, choice.start), min(at + 1, choice.stop, len(spaces))),
            key=lambda one: abs(spaces[one] - ideal),
        )
        signs[spaces[near]] = "\n"
        first = near + 1
    return "".join(signs)


def _spaces(text: str, codes: Sequence[InlineCode]) -> list[int]:
    """Return where a line may end: before a word that begins with two letters, and not within a code."""
    found: list[int] = []
    place = 0
    for start, end in (*((code.start, code.end) for code in codes if code.end > code.start), (len(text), len(text))):
        at = text.find(" ", place, start)
        while at >= 0:
            if at > 0 and text[at - 1] != " " and text[at + 1 : at + 3].isalpha() and len(text) > at + 2:
                found.append(at)
            at = text.find(" ", at + 1, start)
        place = max(place, end)
    return found
