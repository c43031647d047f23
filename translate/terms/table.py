"""Terms of a table: lines of source and target as TSV or CSV, OmegaT's glossary, UTX.

UTX: Universal Terminology eXchange 1.20 (Asia-Pacific Association for Machine Translation, 2018).
"""

from __future__ import annotations

import csv
import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from translate.errors import GlossaryError
from translate.languages import base_code
from translate.languages.column_names import code_of_column, is_true, languages_beside, role_of_column
from translate.terms.term import Term, TermKind, make_term
from translate.text.late import late_plain

logger = logging.getLogger(__name__)

_Rows = Iterator[tuple[int, list[str]]]
_UTX_KINDS = {"forbidden": TermKind.FORBIDDEN, "rejected": None}
"""By status; what is provisional, approved, non-standard or without status is required, the best first."""
_UTX_ORDER = ("approved", "", "provisional", "non-standard")
_SEPARATOR = late_plain(r'"?sep=(.)"?', re.IGNORECASE)


def read_table(path: Path, source_language: str, target_language: str) -> Iterator[Term]:
    """Yield the terms of a table.

    A third column counts where it is exactly required, forbidden or keep; else it is a comment. Choices of a target
    are parted by `|`. Lines that are empty or begin with `#` are passed over, and so is one that names the columns.

    :raises GlossaryError: with the line, where it is no table of two columns.
    """
    lines = _text_of(path).split("\n")
    if lines[0].upper().startswith("#UTX"):
        yield from _read_utx(path, lines, source_language, target_language)
        return
    columns, forbidden, is_first, is_beside = (0, 1), None, True, False
    for number, cells in _rows(lines):
        if not any(cells) or cells[0].startswith("#"):
            continue
        beside = languages_beside(cells)
        if is_first:
            is_first, is_beside = False, beside is not None
            named = None if is_beside else _named(cells, source_language, target_language)
            if named is not None:
                columns = named
                forbidden = next((at for at, cell in enumerate(cells) if role_of_column(cell) == "forbidden"), None)
                continue
        if is_beside:
            found = _columns(beside or (), source_language, target_language)
            if found is None:
                continue
            columns = found
        if len(cells) <= max(columns):
            raise GlossaryError(
                f"has one column ('{cells[0][:40]}'); expected source TAB target, or source TAB target TAB kind.",
                path=path,
                line=number,
            )
        third = next((cell for at, cell in enumerate(cells) if at not in columns), "").lower()
        kind = TermKind(third) if third in list(TermKind) else TermKind.REQUIRED
        if forbidden is not None:
            kind = TermKind.FORBIDDEN if is_true(cells[forbidden]) else TermKind.REQUIRED
        targets = [target.strip() for target in cells[columns[1]].split("|")]
        yield make_term(path, number, cells[columns[0]], targets, kind)


def _text_of(path: Path) -> str:
    data = path.read_bytes()
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        fault = exc
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise GlossaryError(f"is not UTF-8 (byte {fault.start}); save it as UTF-8.", path=path) from fault
    if "\0" in text:
        raise GlossaryError(f"is not UTF-8 (byte {fault.start}); save it as UTF-8.", path=path) from fault
    logger.warning("%s: is not UTF-8; it is read as Windows-1252.", path)
    return text


def _rows(lines: Sequence[str]) -> _Rows:
    """Yield number and cells of each line: parted by tabs where there are any, else as CSV."""
    told = _SEPARATOR.fullmatch(lines[0].rstrip("\r"))
    start = 1 if told else 0
    if told is None and any("\t" in line for line in lines):
        for number, line in enumerate(lines, 1):
            yield number, [cell.strip() for cell in line.rstrip("\r").split("\t")]
        return
    content = [line for line in lines[start:] if line.strip() and not line.startswith("#")]
    outside = re.sub(r'"[^"]*"', "", content[0]) if content else ""
    delimiter = told[1] if told else max(";,", key=outside.count)
    reader = csv.reader((f"{line}\n" for line in lines[start:]), delimiter=delimiter, skipinitialspace=True)
    for cells in reader:
        yield start + reader.line_num, [cell.strip() for cell in cells] or [""]


def _named(cells: Sequence[str], source_language: str, target_language: str) -> tuple[int, int] | None:
    """Return the columns of source and target, where the line names them; None where it is a term."""
    named = _columns([code_of_column(cell) or "" for cell in cells], source_language, target_language)
    roles = [role_of_column(cell) for cell in cells]
    if named is None and "source" in roles and "target" in roles:
        return roles.index("source"), roles.index("target")
    return named


def _columns(codes: Sequence[str], source_language: str, target_language: str) -> tuple[int, int] | None:
    """Return the columns of both languages, by the language of each; None where one is not there."""
    one, two = _column(codes, source_language), _column(codes, target_language)
    return None if one is None or two is None or one == two else (one, two)


def _column(codes: Sequence[str], language: str) -> int | None:
    exact = (at for at, code in enumerate(codes) if code.lower() == language.lower())
    near = (at for at, code in enumerate(codes) if code and base_code(code) == base_code(language))
    return next(exact, next(near, None))


def _read_utx(path: Path, lines: Sequence[str], source_language: str, target_language: str) -> Iterator[Term]:
    head = [part.strip() for part in lines[0].split(";")]
    codes = [code.strip() for code in (head[1] if len(head) > 1 else "").split("/")]
    first = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    names = [name.strip().lower() for name in lines[first - 1].lstrip("#").rstrip("\r").split("\t")]
    columns = _utx_columns(names, codes, source_language, target_language)
    if columns is None:
        found = "/".join(codes) or "no languages"
        message = f"is a UTX glossary of {found}; expected {source_language}/{target_language}."
        raise GlossaryError(message, path=path, line=1)
    status_at = next((at for at, name in enumerate(names) if name in ("term status", "status")), None)
    waiting: list[tuple[int, Term]] = []
    for number, line in enumerate(lines[first:], first + 1):
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if not any(cells) or cells[0].startswith("#") or len(cells) <= max(columns):
            continue
        status = cells[status_at].lower() if status_at is not None and status_at < len(cells) else ""
        kind = _UTX_KINDS.get(status, TermKind.REQUIRED)
        if kind is not None and cells[columns[0]] and cells[columns[1]]:
            order = _UTX_ORDER.index(status) if status in _UTX_ORDER else len(_UTX_ORDER)
            waiting.append((order, make_term(path, number, cells[columns[0]], [cells[columns[1]]], kind)))
    yield from (term for _, term in sorted(waiting, key=lambda item: item[0]))


def _utx_columns(
    names: Sequence[str], codes: Sequence[str], source_language: str, target_language: str
) -> tuple[int, int] | None:
    """Return the columns of both languages: `src` and `tgt` by the languages of the head, or `term:fr` by their own."""
    own = [name.rpartition(":")[2] if name.startswith("term:") else "" for name in names]
    for at, name in enumerate(names):
        if name in ("src", "tgt") and len(codes) > 1:
            own[at] = codes[0 if name == "src" else 1]
    return _columns(own, source_language, target_language)
