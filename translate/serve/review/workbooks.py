"""Workbooks of people are read: XLSX comes in, rows of texts go out, of each formula what it shows."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from translate.errors import UsageError

MOST_UNPACKED = 400 << 20
"""Bytes that an XLSX file may hold, unpacked."""
_MOST_COLUMNS = 100
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,  # of lxml and expat: markup that is none
    KeyError,
    IndexError,
    AttributeError,
    ValueError,
    TypeError,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
)
"""What openpyxl and the modules below it raise at a damaged workbook; it judges nothing itself."""


class Uncomputed(str):
    """A formula that has no value: its program did not save one, or it failed."""

    __slots__ = ()


def read_xlsx(data: bytes) -> Iterator[Sequence[str]]:
    """Yield the rows of the first sheet of a workbook, as texts.

    :raises UsageError: for what is no workbook, or unpacks to more than is sensible.
    """
    openpyxl = load_openpyxl()
    try:
        _check_archive(data)
        formulas = list(_iter_cells(openpyxl, data, has_values=False))
        if not any(cell.data_type == "f" for row in formulas for cell in row):
            yield from ([_shown(cell.value) for cell in row] for row in formulas)
            return
        for row, values in zip(formulas, _iter_cells(openpyxl, data, has_values=True), strict=True):
            yield [_computed(*pair) for pair in zip(row, values, strict=True)]
    except _DAMAGES as exc:
        raise UsageError(f"not a workbook that can be read: {exc or type(exc).__name__}.") from exc


def _iter_cells(openpyxl: Any, data: bytes, *, has_values: bool) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the first sheet, with the formulas of cells or with their values."""
    with warnings.catch_warnings(action="ignore"):  # of styles, which are not read here
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False, data_only=has_values)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    yield from sheet.iter_rows(max_col=_MOST_COLUMNS)


def _computed(cell: Any, valued: Any) -> str:
    """Return what a cell shows, as its program saved it."""
    if cell.data_type != "f" or (valued.value is not None and valued.data_type != "e"):
        return _shown(valued.value)
    return Uncomputed(getattr(cell.value, "text", None) or cell.value)


def _check_archive(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(item.file_size for item in archive.infolist()) > MOST_UNPACKED:
            raise UsageError(f"the workbook unpacks to more than {MOST_UNPACKED >> 20} MiB.")
        for item in archive.infolist():
            with archive.open(item) as part:
                if b"<!DOCTYPE" in part.read(1024):
                    raise UsageError("the workbook declares a document type, which no workbook needs.")


def _shown(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def load_openpyxl() -> Any:
    try:
        import openpyxl
        import openpyxl.cell
        import openpyxl.styles
        import openpyxl.utils
        import openpyxl.worksheet.datavalidation
    except ImportError as exc:
        raise UsageError("XLSX needs openpyxl: pip install 'bitexte[review]'; or use CSV or HTML.") from exc
    return openpyxl
