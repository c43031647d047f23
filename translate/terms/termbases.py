"""A file of terms comes in as a termbase, whatever its format, and a termbase goes out as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from translate.errors import GlossaryError, UnknownNameError
from translate.terms.entry import Entry, Termbase
from translate.terms.sheet import format_sheet, read_sheet
from translate.terms.table import format_as_in, format_csv, format_omegat, format_tsv, read_table
from translate.terms.tbx import format_tbx, read_tbx
from translate.terms.utx import format_utx, read_utx

_HEAD_BYTES = 64
_ARCHIVE = b"PK\x03\x04"
_Format = Callable[[Termbase], str | bytes]
FORMATS: dict[str, _Format] = {
    "tbx": format_tbx,
    "tbx-dct": partial(format_tbx, style="dct"),
    "tbx2": partial(format_tbx, style="2"),
    "utx": format_utx,
    "omegat": format_omegat,
    "csv": format_csv,
    "tsv": format_tsv,
    "xlsx": format_sheet,
}
"""By name, what writes a format: `tbx` is TBX 3 in DCA style, `tbx-dct` in DCT style, `tbx2` that of 2008."""
_EXTENSIONS = {
    ".tbx": "tbx", ".utx": "utx", ".txt": "omegat", ".utf8": "omegat", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv",
    ".xlsx": "xlsx",
}  # fmt: skip
_TABLES = ("csv", "tsv")


def format_of_termbase(path: Path) -> str:
    """Return the name of the format that a file is named after.

    :raises UnknownNameError: with the names that exist.
    """
    name = _EXTENSIONS.get(path.suffix.lower())
    if name is None:
        raise UnknownNameError("termbase extension", path.suffix, _EXTENSIONS)
    return name


def read_termbase(path: Path, source_language: str, target_language: str) -> Termbase:
    """Read a termbase, told by its content: TBX, UTX, an Excel workbook, or a table (CSV, TSV, OmegaT's glossary).

    :param source_language: with a region or without; terms in the exact region go before those of others.
    :raises GlossaryError: with the line, where it cannot be read, or has no terms in these languages.
    """
    try:
        with path.open("rb") as file:
            start = file.read(_HEAD_BYTES)
    except OSError as exc:
        raise GlossaryError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
    entries = tuple(_reader_of(path, start)(path, source_language, target_language))
    if not entries:
        raise GlossaryError(
            f"has no terms from '{source_language}' to '{target_language}'; expected lines of source TAB target, "
            "or a UTX, TBX or XLSX file with both languages.",
            path=path,
        )
    return Termbase(source_language, target_language, entries)


def _reader_of(path: Path, start: bytes) -> Callable[[Path, str, str], Iterator[Entry]]:
    if start.startswith(_ARCHIVE):
        return read_sheet
    plain = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if is_tbx(path, plain):
        return read_tbx
    return read_utx if plain.upper().startswith(b"#UTX") else read_table


def is_tbx(path: Path, start: bytes) -> bool:
    """Tell whether a file that begins so, white space apart, is TBX."""
    return start.startswith(b"<") or path.suffix.lower() == ".tbx"


def format_into(termbase: Termbase, path: Path) -> bytes:
    """Return a termbase as the file at `path`, be it there or not, is to hold it: a table stays parted as it is.

    :raises UnknownNameError: where the extension names no format.
    """
    name = format_of_termbase(path)
    if name in _TABLES and path.exists():
        with path.open("rb") as file:
            start = file.read(_HEAD_BYTES)
        if _reader_of(path, start) is read_table:
            return format_as_in(termbase, path)
    return format_termbase(termbase, name)


def format_termbase(termbase: Termbase, name: str) -> bytes:
    """Return a termbase in the format called so.

    :raises UnknownNameError: with the names that exist.
    """
    if name not in FORMATS:
        raise UnknownNameError("termbase format", name, FORMATS)
    made = FORMATS[name](termbase)
    return made if isinstance(made, bytes) else made.encode("utf-8")
