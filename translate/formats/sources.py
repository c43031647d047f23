"""Files to read: bytes come in, packed or not, text goes out; what the disk or the encoding refuses has a place."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from translate.errors import FormatError, shown
from translate.formats.packing import FAULTS, name_within, names_within, open_member, trouble, unpack

CHUNK_CHARACTERS = 1 << 16
MAX_LINE_CHARACTERS = 1 << 24
_PEEK_BYTES = 1024
# The longer mark first: that of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORDFAST = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?%\d{8}~\d{6}\t")
_WRONG_BYTE, _OUTSIDE_ASCII = re.compile("[\udc80-\udcff]"), re.compile("[^\0-\x7f\ud800-\udfff]")
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


@contextmanager
def open_bytes(path: Path) -> Iterator[io.BufferedReader]:
    """Open a file, unpacked where its content is gzip, xz or zstandard.

    :raises FormatError: where it does not exist or cannot be read.
    """
    with ExitStack() as stack:
        try:
            file = stack.enter_context(_open(path, stack))
            reader = unpack(file)
        except FAULTS as exc:
            raise FormatError(trouble(exc), path=path) from exc
        with reader:
            yield reader


def _open(path: Path, stack: ExitStack) -> io.BufferedReader:
    """Open a file, also one in a package: `job.sdlppx/en-GB/letter.sdlxliff`."""
    try:
        return path.open("rb")
    except OSError:
        package = next((folder for folder in path.parents if folder.is_file()), None)
        if package is None:
            raise
        return open_member(stack.enter_context(package.open("rb")), path.relative_to(package).as_posix())


def names_in_package(path: Path) -> list[str]:
    """Return the names of the XLIFF files in a package.

    :raises FormatError: where it cannot be read, or has none.
    """
    try:
        with path.open("rb") as file:
            return names_within(file)
    except FAULTS as exc:
        raise FormatError(trouble(exc), path=path) from exc


def name_in_archive(path: Path) -> str:
    """Return the name of the one bilingual file in an archive.

    :raises FormatError: where it cannot be read, or holds none or several.
    """
    try:
        with path.open("rb") as file:
            return name_within(file)
    except FAULTS as exc:
        raise FormatError(trouble(exc), path=path) from exc


def read_lines(path: Path, limit: int) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each line, with its end; the mark of UTF-8 is left out.

    :param limit: bytes of the longest line that is read.
    :raises FormatError: where the file cannot be read, is in UTF-16 or UTF-32, or a line is longer.
    """
    with open_bytes(path) as file:
        marked = _marked(_peek(file, path))
        if marked not in (None, "utf-8-sig"):
            raise FormatError(f"is in {marked}; save it as UTF-8.", path=path, line=1, column=1)
        number = 0
        while True:
            number += 1
            try:
                line = file.readline(limit + 1)
            except FAULTS as exc:
                raise FormatError(trouble(exc), path=path, line=number, column=1) from exc
            if not line:
                return
            if len(line) > limit:
                raise FormatError(f"the line is longer than {limit:,} bytes.", path=path, line=number, column=limit + 1)
            yield number, line.removeprefix(codecs.BOM_UTF8) if number == 1 else line


class Text:
    """Text of a file in chunks. `line` and `column`, 1-based, are where the last chunk ends, for errors."""

    def __init__(self, file: BinaryIO, path: Path, encoding: str, *, errors: str, newline: str | None) -> None:
        self.path, self.encoding = path, encoding
        self.line, self.column = 1, 1
        self._text = io.TextIOWrapper(file, encoding=encoding, errors=errors, newline=newline)

    def read(self, characters: int = CHUNK_CHARACTERS) -> str:
        """Return the next chunk, empty at the end.

        :raises FormatError: where bytes are not of the encoding, or the packed file is damaged.
        """
        chunk = self._chunk(characters)
        breaks = chunk.count("\n")
        self.line += breaks
        self.column = len(chunk) - chunk.rfind("\n") if breaks else self.column + len(chunk)
        return chunk

    def lines(self, *, keep_ends: bool = False) -> Iterator[tuple[int, str]]:
        """Yield number and text of each line, without its end.

        :raises FormatError: like :meth:`read`, and for a line of more than :data:`MAX_LINE_CHARACTERS`.
        """
        begun: list[str] = []
        while chunk := self._chunk(CHUNK_CHARACTERS):
            *lines, rest = chunk.split("\n")
            if lines and begun:
                lines[0] = "".join((*begun, lines[0]))
                begun = []
            for line in lines:
                self._refuse_longer(len(line) + 1)
                yield self.line, f"{line}\n" if keep_ends else line.removesuffix("\r")
                self.line += 1
            begun.append(rest)
            self._refuse_longer(sum(map(len, begun)))
        if line := "".join(begun):
            yield self.line, line if keep_ends else line.removesuffix("\r")

    def _chunk(self, characters: int) -> str:
        with self._located():
            return self._text.read(characters)

    def _refuse_longer(self, size: int) -> None:
        if size > MAX_LINE_CHARACTERS:
            self.column = MAX_LINE_CHARACTERS + 1
            raise self._error(f"the line is longer than {MAX_LINE_CHARACTERS:,} characters; is this a text file?")

    def detach(self) -> None:
        self._text.detach()

    @contextmanager
    def _located(self) -> Iterator[None]:
        try:
            yield
        except UnicodeDecodeError as exc:
            self.line, self.column, found = _find_fault(self.path, self.encoding)
            raise self._error(f"byte 0x{found:02x} is not {self.encoding}; save the file as UTF-8.") from exc
        except FAULTS as exc:
            raise self._error(trouble(exc)) from exc

    def _error(self, message: str) -> FormatError:
        return FormatError(message, path=self.path, line=self.line, column=self.column)


@contextmanager
def open_text(path: Path, *, newline: str | None = "\n", encoding: str | None = None) -> Iterator[Text]:
    """Open a text in UTF-8, or in UTF-16 or UTF-32 with their mark.

    :param newline: `"\\n"` splits lines there alone; None turns every line end into it.
    :param encoding: what it is in, where somebody knows.
    :raises FormatError: where the file cannot be read.
    """
    with open_bytes(path) as file:
        yield from _layer(file, path, encoding or _marked(_peek(file, path)) or "utf-8", "strict", newline)


def is_wordfast(path: Path) -> bool:
    """Tell whether a text begins as a memory of Wordfast does, in whatever encoding.

    :raises FormatError: where it cannot be read.
    """
    with open_bytes(path) as file:
        return _WORDFAST.match(_peek(file, path).replace(b"\0", b"")) is not None


def encoding_of_table(path: Path) -> str:
    """Return what a table is in: UTF-8, UTF-16 or UTF-32 by their mark, UTF-16 by its zeros, or else Windows-1252.

    Spreadsheets save the last. A text in UTF-8 with a few wrong bytes stays one, and is an error where it is read.

    :raises FormatError: where the file cannot be read.
    """
    with open_bytes(path) as file:
        head = _peek(file, path)
        marked = _marked(head)
        if marked is not None:
            return marked
        evens, odds = head[::2].count(0), head[1::2].count(0)
        if max(evens, odds) * 4 > len(head) and not min(evens, odds):
            return "utf-16-be" if evens else "utf-16-le"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := file.read(CHUNK_CHARACTERS):
                decoder.decode(chunk)
        except UnicodeDecodeError:
            pass
        except FAULTS as exc:
            raise FormatError(trouble(exc), path=path) from exc
        else:
            return "utf-8"
    return _likelier_encoding(path)


def _likelier_encoding(path: Path) -> str:
    """Return what a table is in that has wrong bytes for UTF-8: that, or Windows-1252 where most of them are wrong."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    wrong = right = 0
    with open_bytes(path) as file:
        try:
            while chunk := file.read(CHUNK_CHARACTERS):
                text = decoder.decode(chunk)
                wrong += len(_WRONG_BYTE.findall(text))
                right += len(_OUTSIDE_ASCII.findall(text))
        except FAULTS as exc:
            raise FormatError(trouble(exc), path=path) from exc
    return "cp1252" if wrong > right else "utf-8"


@contextmanager
def open_xml(path: Path) -> Iterator[Text]:
    """Open an XML file as text, in the encoding that it declares; line ends become line feeds, as XML demands.

    Bytes that are not of the encoding come as lone surrogates, so that only the unit they stand in is lost.

    :raises FormatError: where the file cannot be read, or declares an encoding that nobody knows.
    """
    with open_bytes(path) as file:
        head = _peek(file, path)
        encoding = _marked(head) or _unmarked_wide(head) or _declared(head, path)
        yield from _layer(file, path, encoding, "surrogateescape", None)


def _find_fault(path: Path, encoding: str) -> tuple[int, int, int]:
    """Return line, column and value of the first byte that is not of the encoding; buffers hide them at first."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line = column = 1
    with open_bytes(path) as file:
        while chunk := file.read(1):  # Byte by byte, so that all text before the fault has been counted.
            try:
                text = decoder.decode(chunk)
            except UnicodeDecodeError as exc:
                return line, column, exc.object[exc.start]
            line, column = (line + 1, 1) if text == "\n" else (line, column + len(text))
    cut_off = decoder.getstate()[0]
    return line, column, cut_off[0] if cut_off else 0


def _layer(file: BinaryIO, path: Path, encoding: str, errors: str, newline: str | None) -> Iterator[Text]:
    text = Text(file, path, encoding, errors=errors, newline=newline)
    try:
        yield text
    finally:
        text.detach()


def _peek(file: io.BufferedReader, path: Path) -> bytes:
    try:
        return file.peek(_PEEK_BYTES)[:_PEEK_BYTES]
    except FAULTS as exc:
        raise FormatError(trouble(exc), path=path) from exc


def _marked(head: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)


def _unmarked_wide(head: bytes) -> str | None:
    return {b"<\0?\0": "utf-16-le", b"\0<\0?": "utf-16-be", b"<\0t\0": "utf-16-le"}.get(head[:4])


def _declared(head: bytes, path: Path) -> str:
    match = _DECLARED.match(head.lstrip())
    if match is None:
        return "utf-8"
    name = match[1].decode("ascii")
    if name.lower().replace("_", "-").startswith(("utf-16", "utf-32", "ucs-")):  # The declaration was read: it is not.
        return "utf-8"
    try:
        "a".encode(name, "surrogateescape")  # Not every codec is one of texts.
    except (LookupError, ValueError) as exc:
        message = f"the encoding {shown(name)} is unknown; expected one such as UTF-8, UTF-16 or ISO-8859-1."
        raise FormatError(message, path=path, line=1, column=1) from exc
    return name
