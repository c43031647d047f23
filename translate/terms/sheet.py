"""Termbases that are spreadsheets: the first sheet of an Excel workbook (ECMA-376), its rows as those of a table."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import escape
from pathlib import Path, PurePosixPath

from lxml import etree

from translate.errors import GlossaryError, reason_of
from translate.files import zip_faults
from translate.terms.entry import Entry, Termbase
from translate.terms.rows import iter_rows, read_rows

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LARGEST = 200_000_000
"""Bytes of a part of a workbook, unpacked."""
_MOST_COLUMNS = 1000
"""A cell may say that it stands far to the right, and all before it are made."""
_COLUMN = re.compile(r"[A-Z]+")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{_OFFICE}/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="r1" \
Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/workbook.xml": f"""<workbook xmlns="{_OFFICE}/spreadsheetml/2006/main" \
xmlns:r="{_OFFICE}/officeDocument/2006/relationships"><sheets><sheet name="terms" sheetId="1" r:id="r1"/></sheets>\
</workbook>""",
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{_OFFICE}/package/2006/relationships">\
<Relationship Id="r1" Type="{_OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
</Relationships>""",
}

_FAULT = "e"
"""The kind of a cell whose formula fails: `#REF!` is no term."""


def read_sheet(path: Path, source_language: str, target_language: str) -> Iterator[Entry]:
    """Yield the entries of a workbook's first sheet.

    :raises GlossaryError: with the row, where it is no workbook or no table of two columns.
    """
    try:
        with zip_faults(), zipfile.ZipFile(path) as archive:
            book = _parse(archive, "xl/workbook.xml")
            links = {link.get("Id"): link.get("Target") for link in _parse(archive, "xl/_rels/workbook.xml.rels")}
            first = next(book.iter(f"{_MAIN}sheet"), None)
            target = str(links.get(first.get(_ID)) if first is not None else "")
            name = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
            shared = _shared_texts(archive)
            rows = list(_rows(_parse(archive, name), shared))
    except OSError as exc:
        raise GlossaryError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as exc:
        raise GlossaryError(f"is no Excel workbook, or damaged ({reason_of(exc)}); save it again.", path=path) from exc
    yield from read_rows(path, rows, source_language, target_language)


def _parse(archive: zipfile.ZipFile, name: str) -> etree._Element:
    if archive.getinfo(name).file_size > _LARGEST:
        raise ValueError(f"{name} is over {_LARGEST // 1_000_000} MB")
    return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def _shared_texts(archive: zipfile.ZipFile) -> list[str]:
    name = "xl/sharedStrings.xml"
    return [_text_of(item) for item in _parse(archive, name)] if name in archive.namelist() else []


def _text_of(item: etree._Element) -> str:
    """Return the text of an item without what tells how it sounds."""
    return "".join(
        text.text or ""
        for text in item.iter(f"{_MAIN}t")
        if not any(parent.tag == f"{_MAIN}rPh" for parent in text.iterancestors())
    )


def _rows(sheet: etree._Element, shared: list[str]) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.iter(f"{_MAIN}row"), 1):
        cells: list[str] = []
        for cell in row.iter(f"{_MAIN}c"):
            letters = _COLUMN.match(cell.get("r") or "")
            at = _number_of(letters[0]) if letters else len(cells)
            if at >= _MOST_COLUMNS:
                raise ValueError(f"a row has more than {_MOST_COLUMNS:,} columns")
            cells += [""] * (at - len(cells))
            value = cell.findtext(f"{_MAIN}v") or ""
            kind = cell.get("t")
            text = shared[int(value)] if kind == "s" else _text_of(cell) if kind == "inlineStr" else value
            cells.append("" if kind == _FAULT else text.strip())
        yield int(row.get("r") or number), cells or [""]


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters[-3:]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def format_sheet(termbase: Termbase) -> bytes:
    """Return a workbook of one sheet; equal termbases are equal files."""
    rows = []
    for row in iter_rows(termbase):
        texts = (escape(cell, quote=False) for cell in row)
        cells = (f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' for text in texts)
        rows.append(f"<row>{''.join(cells)}</row>")
    sheet = f'<worksheet xmlns="{_OFFICE}/spreadsheetml/2006/main"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**_PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            archive.writestr(_dated(name), _HEAD + text)
    return packed.getvalue()


def _dated(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)  # of 1980, so that equal termbases are equal files
    member.compress_type = zipfile.ZIP_DEFLATED
    return member
