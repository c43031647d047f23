r"""Tables, TSV and CSV: a line of column names, then one unit a row.

In TSV `\t`, `\n`, `\r` and `\\` stand for what breaks a table; in CSV such cells are quoted, as RFC 4180 has it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from translate.data import Bitext, Issue, Note, Origin, State, TranslationUnit, Variant
from translate.errors import FormatError, reason_of, shown
from translate.files import replace_file
from translate.formats.base import Format, Header, Remark, Report, UnnamedLanguagesError, Verdict, stem_of, strict
from translate.formats.columns import COLUMNS, Layout, languages_left, name_columns, pairs_of_columns, told_beside
from translate.formats.fields import (
    escape,
    format_issue,
    format_score,
    make_name,
    parse_issue,
    parse_score,
    unescape,
)
from translate.formats.packing import plain_name
from translate.formats.sources import encoding_of_table, open_text
from translate.formats.units import Dropped, Units
from translate.records import dataclass
from translate.text.late import late_plain

MAX_CELL_CHARACTERS = 1 << 24
_SEPARATOR = late_plain(r'\ufeff?"?sep=(.)"?', re.IGNORECASE)
_SAMPLE_LINES = 100
_SIDES = 2
"""By which the style of a table is told."""
_QUOTED = late_plain(r'(?:^|\t)"(?:[^"\t]|"")*""(?:[^"\t]|"")*"(?:\t|$)')
"""A cell of a tab-separated table that a spreadsheet has quoted: no one writes doubled quotation marks by hand."""
_NEEDS_QUOTES = late_plain(r'[",;\t\r\n]|^\ufeff|^ | $')
_FOREIGN = {"cp1252": "Windows-1252", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_SURROGATE = late_plain("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Tabular:
    name: str
    holds: frozenset[str] = frozenset(
        {"languages", "score", "origin", "state", "name", "document", "alignment", "issues"}
    )

    @property
    def ending(self) -> str:
        return f".{self.name}"

    def claims(self, path: Path) -> bool:
        return plain_name(path.name).endswith(self.ending)

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return (stem.with_name(stem.name + self.ending),)

    def place(self, path: Path) -> tuple[Format, Path]:
        return self, stem_of(path, self.ending)

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[TabularWriter]:
        path = self.paths(stem, header)[0]
        with replace_file(path) as file:
            yield TabularWriter(file, path, self, header, report)

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read a table. Without a line of column names it is two or more columns, source and target first, verbatim."""
        encoding = encoding_of_table(path)
        rows = partial(_read_tsv if self.name == "tsv" else _read_csv, encoding=encoding)
        layout = _read_layout(rows, path, header)
        if encoding in _FOREIGN:
            message = f"is in {_FOREIGN[encoding]}, and read as such; expected UTF-8."
            report(Remark(Verdict.FIXED, path, None, message))
        decode = _decoder(rows, path, layout) if self.name == "tsv" else str
        units = Units(lambda units: _read(rows(path), path, layout, report, units, decode))
        return Bitext(layout.header.source_language, layout.header.target_language, units, "")

    def pairs(self, path: Path) -> tuple[Header, ...]:
        """Return the first language that the columns name, with each other one."""
        rows = (_read_tsv if self.name == "tsv" else _read_csv)(path, encoding=encoding_of_table(path))
        return pairs_of_columns(next(rows, _Row(1, [], "")).cells)


class TabularWriter:
    def __init__(self, file: BinaryIO, path: Path, plugin: Tabular, header: Header, report: Report) -> None:
        self._file, self._path, self._report = file, path, report
        self._join = _join_tsv if plugin.name == "tsv" else _join_csv
        self._dropped = Dropped(path, plugin, report)
        self._line = 1
        self.size = 0
        """Bytes written."""
        self.put(self._join([header.source_language, header.target_language, *COLUMNS]).encode())

    def write(self, unit: TranslationUnit) -> None:
        self.put(self.format(unit))

    def format(self, unit: TranslationUnit) -> bytes:
        """Return the row of `unit`; nothing where it is rejected."""
        self._line += 1
        self._dropped.note(unit)
        try:
            score = "" if unit.score is None else format_score(unit.score)
            checks = "\n".join(format_issue(issue) for issue in unit.issues)
        except ValueError as exc:
            self._report(Remark(Verdict.REJECTED, self._path, self._line, f"{exc}.", unit.name))
            return b""
        texts, ends = (unit.source.text, unit.target.text), (unit.name, unit.document or "", unit.alignment, checks)
        row = self._join([*texts, score, unit.origin, unit.state or "", *ends])
        clean = _SURROGATE.sub("", row)
        if clean != row:
            message = "lone surrogates were removed: they are not characters, and UTF-8 does not allow them."
            self._report(Remark(Verdict.FIXED, self._path, self._line, message, unit.name, ascii(row)))
        return clean.encode()

    def put(self, data: bytes) -> None:
        self._file.write(data)
        self.size += len(data)


class _Row(NamedTuple):
    """A row of a table: where it begins, its cells, and how it is written."""

    line: int
    cells: list[str]
    content: str


_make_row = partial(tuple.__new__, _Row)
"""Make a row of a tuple of its values, in half the time."""
_Rows = Callable[[Path], Iterator[_Row]]


def _join_tsv(cells: list[str]) -> str:
    return "\t".join([escape(cell) for cell in cells]) + "\n"


def _read_tsv(path: Path, *, encoding: str) -> Iterator[_Row]:
    with open_text(path, encoding=encoding) as text:
        for line, content in text.lines():
            if line > 1 or not _SEPARATOR.fullmatch(content):
                yield _make_row((line, content.split("\t"), content))


def _join_csv(cells: list[str]) -> str:
    """Return a row as RFC 4180 has it; each cell stands for itself."""
    quoted = ['"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell for cell in cells]
    return ",".join(quoted) + "\r\n"


def _read_csv(path: Path, *, encoding: str) -> Iterator[_Row]:
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    with open_text(path, encoding=encoding) as text:
        lines = text.lines(keep_ends=True)
        line, first = next(lines, (1, ""))
        told = _SEPARATOR.fullmatch(first.rstrip("\r\n"))  # Excel's own line, which is no row.
        if told is not None:
            line, first = next(lines, (2, ""))
        if not first:
            return
        # A table of a French spreadsheet is parted by semicolons.
        outside = re.sub(r'"[^"]*"', "", first)
        delimiter = told[1] if told is not None else max(",;\t", key=outside.count)
        sample = [first, *(content for _, content in islice(lines, _SAMPLE_LINES))]
        has_blanks = _has_blanks(sample, delimiter)
        rest = chain(sample, (content for _, content in lines))
        reader = csv.reader(rest, delimiter=delimiter, strict=True, skipinitialspace=has_blanks)
        skipped = line - 1
        try:
            for cells in reader:
                yield _Row(line, cells, delimiter.join(cells))
                line = skipped + reader.line_num + 1
        except csv.Error as exc:
            raise FormatError(
                f"not a table separated by '{delimiter}': {reason_of(exc)}.", path=path, line=line
            ) from exc


def _has_blanks(sample: Sequence[str], delimiter: str) -> bool:
    """Tell whether blanks stand behind the delimiters: before a quoted cell, or before each cell."""
    texts = [re.sub(r'"[^"]*"', '"', line) for line in sample]
    if any(f'{delimiter} "' in re.sub(" +", " ", text) for text in texts):
        return True
    rest = [text.split(delimiter)[1:] for text in texts]
    return any(rest) and all(cell.startswith(" ") and cell.strip() for cells in rest for cell in cells)


def _read_layout(rows: _Rows, path: Path, header: Header | None) -> Layout:
    first = rows(path)
    row = next(first, _Row(1, [""], ""))
    if row.content.lstrip().startswith(("<", "{", "PK")) and len(row.cells) < 2:
        message = f"begins with {shown(row.content.lstrip()[:12])}, which is not a table; is the extension wrong?"
        raise FormatError(message, path=path, line=1, column=1)
    named = told_beside(row.cells, next(first, _Row(2, [], "")).cells, header) or name_columns(row.cells, header, path)
    if named is not None:
        return named
    if header is None or not (header.source_language and header.target_language):
        message = (
            f"begins with {shown(row.content)}; expected column names such as fr, en, score. "
            "Add them as the first line, or give the languages."
        )
        raise UnnamedLanguagesError(message, path=path, line=1, column=1)
    return Layout(header, {"source": 0, "target": 1}, has_names=False)


def _read(
    rows: Iterator[_Row], path: Path, layout: Layout, report: Report, units: Units, decode: Callable[[str], str]
) -> Iterator[TranslationUnit]:
    is_first = True
    for row in rows:
        if is_first and layout.has_names:
            is_first = False
            _report_unknown(row, layout, path, report)
            continue
        is_first = False
        if not row.content:
            continue
        units.line = row.line
        try:
            yield _unit(row, layout, decode)
        except ValueError as exc:
            report(Remark(Verdict.REJECTED, path, row.line, f"{exc}.", content=row.content))


def _decoder(rows: _Rows, path: Path, layout: Layout) -> Callable[[str], str]:
    """Return what a cell of a tab-separated table stands for: with escapes where we wrote it, with quotes where a
    spreadsheet did, or for itself."""
    if layout.is_ours:
        return unescape
    is_quoted = any(_QUOTED.search(row.content) for row in islice(rows(path), _SAMPLE_LINES))
    return _unquote if is_quoted else str


def _unquote(cell: str) -> str:
    is_quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', "")
    return cell[1:-1].replace('""', '"') if is_quoted else cell


def _report_unknown(row: _Row, layout: Layout, path: Path, report: Report) -> None:
    taken = set(layout.columns.values())
    left = languages_left(row.cells, layout)
    if left:
        message = f"the columns in other languages are left out: {', '.join(left)}."
        report(Remark(Verdict.LOST, path, row.line, message, is_of_pair=True))
    unknown = [shown(name) for number, name in enumerate(row.cells) if number not in taken and name not in left]
    if unknown:
        message = f"the columns {', '.join(unknown)} are dropped; known: {', '.join(COLUMNS)}."
        report(Remark(Verdict.LOST, path, 1, message))


def _unit(row: _Row, layout: Layout, decode: Callable[[str], str]) -> TranslationUnit:
    cells = row.cells if decode is str else [*map(decode, row.cells)]
    needed = max(layout.columns["source"], layout.columns["target"]) + 1
    if layout.has_names and len(cells) > layout.columns["source"]:
        cells = cells + [""] * (needed - len(cells))  # Editors cut blanks, a tab among them, from the end of a line.
    if len(cells) < needed:
        raise ValueError(f"{len(cells)} {'column' if len(cells) == 1 else 'columns'}; expected at least {needed}")
    if len(layout.columns) == _SIDES:
        source, target = cells[layout.columns["source"]], cells[layout.columns["target"]]
        sides = Variant(layout.header.source_language, source), Variant(layout.header.target_language, target)
        return TranslationUnit(make_name(row.line, source), *sides, Origin.MEMORY)
    values = {name: cells[n] for name, n in layout.columns.items() if n < len(cells) and cells[n]}
    source, target = (cells[layout.columns[side]] for side in ("source", "target"))
    return TranslationUnit(
        name=values.get("name") or make_name(row.line, source),
        source=Variant(layout.header.source_language, source),
        target=Variant(layout.header.target_language, target),
        origin=Origin(values["origin"]) if "origin" in values else Origin.MEMORY,
        score=parse_score(values["score"]) if "score" in values else None,
        issues=_issues(values.get("checks", "")),
        document=values.get("document"),
        alignment=values.get("alignment", "1-1"),
        state=State(values["state"]) if "state" in values else None,
        notes=(Note(values["note"]),) if "note" in values else (),
    )


def _issues(text: str) -> tuple[Issue, ...]:
    return tuple(parse_issue(line) for line in text.split("\n")) if text else ()


TSV, CSV = Tabular("tsv"), Tabular("csv")
