"""The reader that all kinds of strings share: a kind says what its values are, and where they stand."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document
from translate.documents.base import Rebuilder
from translate.documents.lines import LineReader, Lines
from translate.documents.strings.apostrophes import read_singly
from translate.documents.strings.values import Keys, StringsFile, Value, ValueBlocks, ValueRebuilder
from translate.errors import DocumentError
from translate.records import dataclass
from translate.text.faults import FaultError

Find = Callable[[StringsFile], Iterable[Value]]
"""Yields the values of a file, in order.

It raises :class:`FaultError` where the text is none of its kind."""


@dataclass(frozen=True, slots=True)
class StringsReader:
    """Reader of one kind of file with values.

    :param encoding: the encoding of such a file where it is no UTF-8; None guesses.
    :param charset: finds the encoding that such a file says; None where it says none.
    """

    kind: str
    find: Find
    encoding: str | None = None
    charset: re.Pattern[bytes] | None = None

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        lines = self._lines()
        if self.charset and not config.encoding:
            config = replace(config, encoding=said_encoding(path, self.charset))
        elif self.encoding and not config.encoding and not is_unicode(path):
            config = replace(config, encoding=self.encoding)
        document = lines.read(path, name=name, language=language, config=config)
        assert isinstance(document.blocks, ValueBlocks)
        keys = Keys(config.keys, config.not_keys)
        return replace(document, blocks=_Blocks(replace(document.blocks, keys=keys), path))

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        with self._lines().rebuild(document, path, language=language) as rebuilder:
            yield rebuilder

    def _lines(self) -> LineReader:
        def blocks_of(lines: Lines) -> Iterable[Block]:
            return ValueBlocks(lines, lambda file: read_singly(file.text, self.find(file)))

        return LineReader(self.kind, blocks_of, rebuilder_of=lambda document, writer: ValueRebuilder(writer))


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Blocks of a file; a fault of it is told with the line where it stands."""

    blocks: ValueBlocks
    path: Path

    def __iter__(self) -> Iterator[Block]:
        try:
            yield from self.blocks
        except FaultError as exc:
            line, column = exc.line_and_column("".join(self.blocks.lines))
            raise DocumentError(exc.message, path=self.path, line=line, column=column) from exc


_SAID_BYTES = 4096


def said_encoding(path: Path, charset: re.Pattern[bytes]) -> str | None:
    """Return the encoding that a file says; None where it says none that is known, or is UTF-8 all the same."""
    if is_unicode(path) and not path.read_bytes().isascii():
        return None
    with path.open("rb") as file:
        said = charset.search(file.read(_SAID_BYTES))
    try:
        return codecs.lookup(said[1].decode()).name if said else None
    except LookupError:
        return None


def is_unicode(path: Path) -> bool:
    """Tell whether a file is UTF-8, or says by a mark that it is of Unicode."""
    try:
        data = path.read_bytes()
        if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data.decode()
    except UnicodeDecodeError:
        return False
    except OSError as exc:
        raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
    return True
