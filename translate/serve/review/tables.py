"""Tables of units for people without the page: rows come in, XLSX, CSV or HTML goes out, and rows come back."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, fields
from html import escape

import lxml.html
from lxml import etree

from translate.errors import UsageError
from translate.formats.xmltext import FORBIDDEN
from translate.languages import ADMINISTRATION
from translate.records import dataclass
from translate.serve.review.workbooks import load_openpyxl, read_xlsx

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A unit in a table. The reader fills in `edited`, `verdict` and `comment`."""

    number: str
    unit: str
    digest: str
    source: str
    target: str
    edited: str = ""
    verdict: str = ""
    comment: str = ""
    issues: str = ""
    score: str = ""


COLUMNS = tuple(field.name for field in fields(TableRow))
_FILLED = ("edited", "verdict", "comment")
_WIDTHS = {"source": 60, "target": 60, "edited": 60, "comment": 30, "issues": 40, "unit": 24}
VERDICTS = ("accept", "edit", "reject")


def write_xlsx(rows: Iterable[TableRow]) -> bytes:
    """Return a workbook whose machine columns are locked."""
    openpyxl = load_openpyxl()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("review")
    sheet.freeze_panes = "A2"
    sheet.protection.sheet = True
    for place, name in enumerate(COLUMNS):
        column = sheet.column_dimensions[openpyxl.utils.get_column_letter(place + 1)]
        column.width = _WIDTHS.get(name, 12)
        column.hidden = name == "digest"
    validation = openpyxl.worksheet.datavalidation.DataValidation("list", formula1=f'"{",".join(VERDICTS)}"')
    letter = openpyxl.utils.get_column_letter(COLUMNS.index("verdict") + 1)
    validation.add(f"{letter}2:{letter}1048576")
    sheet.data_validations.append(validation)
    open_cell = openpyxl.styles.Protection(locked=False)
    wrapped = openpyxl.styles.Alignment(wrap_text=True, vertical="top")

    def cell(name: str, text: str) -> object:
        made = openpyxl.cell.WriteOnlyCell(sheet, FORBIDDEN.sub("\ufffd", text))
        made.data_type, made.alignment = "s", wrapped
        made.quotePrefix = text.startswith(_FORMULA)
        if name in _FILLED:
            made.protection = open_cell
        return made

    sheet.append(list(COLUMNS))
    for row in rows:
        sheet.append([cell(name, text) for name, text in zip(COLUMNS, astuple(row), strict=True)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def write_csv(rows: Iterable[TableRow]) -> bytes:
    """Return UTF-8 with a byte order mark, as Excel wants it. No cell begins as a formula does."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([f"'{text}" if text.startswith((*_FORMULA, "'")) else text for text in astuple(row)])
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def read_csv(data: bytes) -> Iterator[Sequence[str]]:
    """Yield the rows of a CSV file, with commas, semicolons or tabs between cells.

    :raises UsageError: for what is neither UTF-8 nor, with its mark, UTF-16, which Excel calls "Unicode text".
    """
    try:
        text = data.decode("utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError as exc:
        line = data.count(b"\n", 0, exc.start) + 1
        raise UsageError(
            f"not UTF-8: byte 0x{data[exc.start]:02x} in line {line}; save the table as 'CSV UTF-8'."
        ) from exc
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield [_bare(cell) for cell in row]
    except csv.Error as exc:
        raise UsageError(f"not a CSV table: {exc}.") from exc


def _bare(cell: str) -> str:
    """Take off the apostrophe that keeps a cell from being a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")) else cell


_STYLE = """
:root { color-scheme: light dark; } body { font: 15px/1.45 system-ui, sans-serif; margin: 1rem; }
table { border-collapse: collapse; } th, td { border: 1px solid #999; padding: .3rem .5rem; vertical-align: top;
  text-align: left; white-space: pre-wrap; } .digest, .unit { font-size: 60%; }
@media print { .digest { display: none; } }
""".strip()


def write_html(rows: Iterable[TableRow], title: str, languages: tuple[str, str]) -> bytes:
    """Return one page that can be read, printed, and filled in with any editor."""
    codes = {"source": languages[0], "target": languages[1], "edited": languages[1]}
    lines = [
        f'<!doctype html>\n<html lang="{ADMINISTRATION}">\n<head>\n<meta charset="utf-8">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n<table>",
        "<thead><tr>" + "".join(f'<th class="{name}">{name}</th>' for name in COLUMNS) + "</tr></thead>\n<tbody>",
    ]
    for row in rows:
        cells = zip(COLUMNS, astuple(row), strict=True)
        lines.append(
            "<tr>" + "".join(f"<td{_marked(name, codes)}>{_cell(text)}</td>" for name, text in cells) + "</tr>"
        )
    return "\n".join([*lines, "</tbody>\n</table>\n</body>\n</html>\n"]).encode()


def _marked(name: str, codes: Mapping[str, str]) -> str:
    language = f' lang="{escape(codes[name])}"' if name in codes else ""
    return f' class="{name}"{language}'


def _cell(text: str) -> str:
    return escape(FORBIDDEN.sub("\ufffd", text), quote=False).replace("\r", "&#13;")


def read_html(data: bytes) -> Iterator[Sequence[str]]:
    """Yield the rows of the first table of a page.

    :raises UsageError: for a page without a table.
    """
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True)
        page = lxml.html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError) as exc:
        raise UsageError(f"not a page: {exc}.") from exc
    table = page.find(".//table")
    if table is None:
        raise UsageError("the page has no table.")
    for row in table.iter("tr"):
        yield [_text_of(cell) for cell in row if cell.tag in ("td", "th")]


def _text_of(cell: lxml.html.HtmlElement) -> str:
    for line_break in cell.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return str(cell.text_content())


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of table."""

    ending: str
    type: str
    read: Callable[[bytes], Iterator[Sequence[str]]]


KINDS = {
    "xlsx": Kind(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", read_xlsx),
    "html": Kind(".html", "text/html; charset=utf-8", read_html),
    "csv": Kind(".csv", "text/csv; charset=utf-8", read_csv),
}


def kind_of(name: str, data: bytes) -> Kind:
    """Return the kind of a table by its name, or by what it holds.

    :raises UsageError: where it is none.
    """
    ending = "." + name.rpartition(".")[2].lower()
    for kind in KINDS.values():
        if ending in (kind.ending, ".htm" if kind.ending == ".html" else kind.ending):
            return kind
    if data.startswith(b"PK"):
        return KINDS["xlsx"]
    raise UsageError(
        f"unknown kind of table '{ending[-20:]}'. Known: {', '.join(kind.ending for kind in KINDS.values())}."
    )


def read_table(data: bytes, name: str) -> list[TableRow]:
    """Return the rows of a table; columns are found by their names, others are ignored.

    :raises UsageError: for what is no table of ours.
    """
    rows = iter(kind_of(name, data).read(data))
    head = [cell.strip().lower() for cell in next(rows, [])]
    missing = [column for column in ("unit", "source", *_FILLED) if column not in head]
    if missing:
        raise UsageError(f"the first row lacks the column '{missing[0]}'; keep the head of the exported table.")
    places = {column: head.index(column) for column in COLUMNS if column in head}

    def cell(row: Sequence[str], column: str) -> str:
        place = places.get(column, len(row))
        return row[place] if place < len(row) else ""

    return [TableRow(*(cell(row, column) for column in COLUMNS)) for row in rows if any(map(str.strip, row))]
