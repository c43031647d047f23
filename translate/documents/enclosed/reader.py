"""The reader that documents with texts of other kinds share: a kind says where these stand, and how it writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document, InlineCode
from translate.documents.base import Rebuilder, verify_length
from translate.documents.enclosed.texts import Surroundings, Text, Writing
from translate.documents.encoding import refuse_known_binary
from translate.documents.left_out import LeftOut
from translate.errors import DocumentError
from translate.files import replace_file
from translate.records import dataclass
from translate.text.faults import FaultError

Change = tuple[int, int, str]
"""Characters [start, end) of a document, and what stands in their place."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A text within a document; `part` is what people call its place, of which a document has one."""

    part: str
    text: Text
    encode: Callable[[str], list[Change]]
    """Returns the changes of the document that put another text in its place."""


Find = Callable[[str, Surroundings], Iterator[Enclosure]]


@dataclass(frozen=True, slots=True)
class EnclosingReader:
    """Reader of one kind.

    :param find: yields the texts of a document; it raises :class:`FaultError` where that is none of its kind.
    :param encoding: what its files are in; `latin-1` gives each byte as a character.
    :param language_marks: returns the changes that name the language of the target, by the document and that.
    """

    kind: str
    find: Find
    encoding: str = "utf-8"
    language_marks: Callable[[str, str, str], list[Change]] = lambda text, language, target: []

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        blocks = EnclosedBlocks(path, self, config, language)
        blocks.decoded()
        return Document(name, path, self.kind, language, self.encoding, blocks, blocks.left_out)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        blocks = document.blocks
        if not isinstance(blocks, EnclosedBlocks):
            raise TypeError(f"expected a document of this reader, not {type(blocks).__name__}")
        rebuilder = _EnclosedRebuilder(blocks.enclosures())
        yield rebuilder
        native = blocks.decoded()
        changes = sorted(rebuilder.changes(language))
        if changes:
            changes = sorted([*changes, *self.language_marks(native, document.language, language)])
        parts: list[str] = []
        position = 0
        for start, end, written in changes:
            parts += native[position:start], written
            position = end
        with replace_file(path) as file:
            file.write("".join([*parts, native[position:]]).encode(self.encoding))


@dataclass(frozen=True, slots=True)
class EnclosedBlocks:
    """Blocks of the texts of a document, which is read anew each time they are iterated."""

    path: Path
    reader: EnclosingReader
    config: DocumentConfig
    language: str
    left_out: LeftOut = field(default_factory=LeftOut)

    def decoded(self) -> str:
        """Return the characters of the document.

        :raises DocumentError: where it cannot be read, or is larger than the limits allow.
        """
        most = self.config.max_member_mb * _MEGABYTE
        try:
            with self.path.open("rb") as file:
                data = file.read(most + 1)
        except OSError as exc:
            raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=self.path) from exc
        if len(data) > most:
            message = f"is larger than {self.config.max_member_mb} MB; if it is right, raise max_member_mb."
            raise DocumentError(message, path=self.path)
        refuse_known_binary(self.path, data)
        try:
            return data.decode(self.encoding)
        except UnicodeDecodeError as exc:
            message = f"not valid {self.encoding.upper()} at byte {exc.start}; save it again."
            raise DocumentError(message, path=self.path) from exc

    @property
    def encoding(self) -> str:
        """What files of the kind are in."""
        return self.reader.encoding

    def enclosures(self) -> Iterator[Enclosure]:
        """Yield the texts of the document.

        :raises DocumentError: where it is none of its kind.
        """
        native = self.decoded()
        try:
            yield from self.reader.find(native, Surroundings(self.path, self.config, self.language, self.left_out))
        except FaultError as exc:
            line, column = exc.line_and_column(native)
            raise DocumentError(exc.message, path=self.path, line=line, column=column) from exc

    def __iter__(self) -> Iterator[Block]:
        self.left_out.clear()
        for enclosure in self.enclosures():
            for block in enclosure.text.blocks():
                placed = replace(block, part=enclosure.part)
                verify_length(placed, self.path, self.config)
                yield placed


class _EnclosedRebuilder:
    """Hands each block to the text that it is of. Blocks come text after text."""

    def __init__(self, enclosures: Iterator[Enclosure]) -> None:
        self._enclosures = enclosures
        self._open: list[tuple[Enclosure, Writing, list[str]]] = []

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        while not self._open or self._open[-1][0].part != block.part:
            enclosure = next(self._enclosures, None)
            if enclosure is None:
                raise DocumentError("changed while it was being translated; run again.")
            self._open.append((enclosure, enclosure.text.writing(), []))
        _, writing, changed = self._open[-1]
        if not changed and (text != block.text or tuple(codes or block.codes) != block.codes):
            changed.append(block.part)
        writing.write(block, text, codes)

    def changes(self, language: str) -> Iterator[Change]:
        """Yield the changes of all texts that are others now."""
        for enclosure, writing, changed in self._open:
            if changed:
                yield from enclosure.encode(writing.result(language))
