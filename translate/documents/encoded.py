"""Writes a text in the encoding of its document, or in UTF-8 where that has not all its characters, or was guessed.

A byte-order mark stays. Which encoding it will be is known at the end; until then the text waits in a temporary file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TextIO
from unicodedata import name as name_of

from translate.documents.block_writer import TextSink
from translate.documents.encoding import display_name
from translate.files import replace_file, text_layer
from translate.files.parts import refusal

_UNICODE = ("utf-8", "utf-16", "utf-32")
_IN_MEMORY = 1 << 24
_CHUNK_CHARACTERS = 1 << 20


@contextmanager
def encoded_text(path: Path, encoding: str, mark: bytes, report: Callable[[str], None]) -> Iterator[TextSink]:
    """Open a new content for `path`, which takes its place when the context ends without an error.

    :param encoding: name of that of the document.
    :param mark: its byte-order mark, which comes first.
    :param report: told where the text had to be written in UTF-8.
    :raises OutputError: where the disk refuses.
    """
    with replace_file(path) as file:
        if encoding.startswith(_UNICODE):
            file.write(mark)
            with text_layer(file, encoding) as text:
                yield _Direct(text)
            return
        with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as kept:
            spool = _Spool(kept, encoding, path)
            yield spool
            kept.seek(0)
            with text_layer(file, "utf-8" if spool.lacking or spool.is_left else encoding) as text:
                while chunk := kept.read(_CHUNK_CHARACTERS):
                    text.write(chunk)
        if spool.is_left:
            name = display_name(encoding)
            report(f"written in UTF-8, because {name} was a guess; give --encoding {name.lower()} to keep it")
        elif spool.lacking:
            shown = f"U+{ord(spool.lacking):04X} {name_of(spool.lacking, '')}".rstrip()
            report(f"written in UTF-8: {display_name(encoding)} does not have {spool.lacking} ({shown})")


class _Direct:
    """Writes a text as it comes, in an encoding that says itself which it is."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str, /) -> object:
        return self._file.write(text)

    def leave_encoding(self) -> None:
        """Change nothing: it is one of Unicode."""


class _Spool:
    """Keeps a text, and the first character of it that an encoding lacks."""

    def __init__(self, kept: SpooledTemporaryFile[str], encoding: str, path: Path) -> None:
        self._kept, self._encoding, self._path = kept, encoding, path
        self.lacking = ""
        self.is_left = False

    def leave_encoding(self) -> None:
        self.is_left = True

    def write(self, text: str, /) -> None:
        if not self.lacking and not text.isascii():
            try:
                text.encode(self._encoding)
            except UnicodeEncodeError as exc:
                self.lacking = text[exc.start]
        try:
            self._kept.write(text)
        except OSError as exc:
            raise refusal(self._path, exc) from exc
