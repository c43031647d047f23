"""Termbases that are tables of text: CSV, TSV with named columns or without, and OmegaT's glossary."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from pathlib import Path

from translate.errors import GlossaryError, reason_of
from translate.terms.entry import Entry, Status, Termbase
from translate.terms.lines import read_lines
from translate.terms.rows import iter_rows, read_rows
from translate.text.late import late_plain

_TAB = "\t"
_SEPARATOR = late_plain(r'"?sep=(.)"?', re.IGNORECASE)


def read_table(path: Path, source_language: str, target_language: str) -> Iterator[Entry]:
    """Yield the entries of a table, its cells parted by tabs where there are any, else by what parts most of them.

    :raises GlossaryError: with the line, where it is no table of two columns.
    """
    return read_rows(path, _rows(path, read_lines(path)), source_language, target_language)


def _rows(path: Path, lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield number and cells of each line: parted by tabs where there are any, else as CSV.

    :raises GlossaryError: where a cell has no end.
    """
    told, delimiter = _parted(lines)
    start = 1 if told else 0
    if not told and delimiter == _TAB:
        for number, line in enumerate(lines, 1):
            yield number, [cell.strip() for cell in line.rstrip("\r").split("\t")]
        return
    reader = csv.reader((f"{line}\n" for line in lines[start:]), delimiter=delimiter, skipinitialspace=True)
    try:
        for cells in reader:
            yield start + reader.line_num, [cell.strip() for cell in cells] or [""]
    except csv.Error as exc:
        at = start + reader.line_num
        raise GlossaryError(
            f"cannot be read as CSV ({reason_of(exc)}); close its quotation marks.", path=path, line=at
        ) from exc


def _parted(lines: Sequence[str]) -> tuple[bool, str]:
    """Return whether the first line says what parts the cells, as Excel has it, and what does."""
    told = _SEPARATOR.fullmatch(lines[0].rstrip("\r"))
    if told:
        return True, told[1]
    if any(_TAB in line for line in lines):
        return False, _TAB
    content = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    return False, max(";,", key=re.sub(r'"[^"]*"', "", content).count)


def format_as_in(termbase: Termbase, path: Path) -> bytes:
    """Return a table with named columns, its cells parted as in the table that is there, in UTF-8 as marked there."""
    told, delimiter = _parted(read_lines(path))
    with path.open("rb") as file:
        mark = BOM_UTF8 if file.read(len(BOM_UTF8)) == BOM_UTF8 else b""
    body = format_tsv(termbase) if delimiter == _TAB else format_csv(termbase, delimiter)
    return mark + (f"sep={delimiter}\n" if told else "").encode() + body.encode()


def format_tsv(termbase: Termbase) -> str:
    """Return a table with named columns, parted by tabs."""
    return "".join("\t".join(row) + "\n" for row in iter_rows(termbase))


def format_csv(termbase: Termbase, delimiter: str = ",") -> str:
    """Return a table with named columns, parted by commas (RFC 4180, with plain line ends)."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(iter_rows(termbase))
    return text.getvalue()


def format_omegat(termbase: Termbase) -> str:
    """Return OmegaT's glossary: source, target and comment, which is the status of what is not preferred.

    A definition stands as the comment, or behind the status, where OmegaT reads no more.
    """
    lines = []
    for entry in termbase.entries:
        texts = [text for text in (entry.definition, entry.note) if text]
        is_told = entry.status is not Status.PREFERRED
        cells = [entry.source, entry.target, str(entry.status) if is_told else "; ".join(texts)]
        cells += ["; ".join(texts)] if is_told and texts else []
        lines.append("\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t") + "\n")
    return "".join(lines)
