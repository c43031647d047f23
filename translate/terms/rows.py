"""Rows of cells as entries of a termbase, and entries as rows: what tables and sheets share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path

from translate.errors import GlossaryError, shown
from translate.languages import base_code
from translate.languages.column_names import code_of_column, entry_column, is_true, languages_beside, role_of_column
from translate.records import dataclass
from translate.terms.entry import Entry, Status, Termbase, make_entries, parse_status

_OWN = ("status", "part of speech", "domain", "definition", "note", "concept")
"""What we call the columns behind the two terms."""
_FIELDS = ("status", "part", "domain", "definition", "note", "concept")
_HEADLESS = frozenset({"required", *Status})
"""What a third column says that has no name; anything else there is a note, as in OmegaT's glossary."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column is what; `named` are those beside the terms."""

    source: int = 0
    target: int = 1
    named: dict[str, int] = field(default_factory=dict)
    has_names: bool = False

    @property
    def are_ours(self) -> bool:
        """Whether we wrote the table: a row is one target then."""
        return self.named.keys() >= set(_FIELDS)

    def cell(self, cells: Sequence[str], name: str) -> str:
        at = self.named.get(name)
        return cells[at] if at is not None and at < len(cells) else ""


def read_rows(
    path: Path, rows: Iterable[tuple[int, list[str]]], source_language: str, target_language: str
) -> Iterator[Entry]:
    """Yield the entries of rows: number and cells of each.

    Where no row names the columns, the third is a status or a note, and the fourth a definition. Choices of a target
    are parted by `|`. Rows that are empty or begin with `#` are passed over.

    :raises GlossaryError: with the row, where it is no pair of terms.
    """
    columns, is_first, is_beside = _Columns(), True, False
    for number, cells in rows:
        is_remark = cells[0].startswith("#") and not (columns.has_names and any(cells[1:]))
        if not any(cells) or is_remark:
            continue
        beside = languages_beside(cells)
        if is_first:
            is_first, is_beside = False, beside is not None
            named = None if is_beside else _named(cells, source_language, target_language)
            if named is not None:
                columns = _Columns(*named, _beside_terms(cells, named), has_names=True)
                continue
        if is_beside:
            found = columns_of(beside or (), source_language, target_language)
            if found is None:
                continue
            columns = _Columns(*found)
        if len(cells) <= max(columns.source, columns.target):
            raise GlossaryError(
                f"has one column ({shown(cells[0])}); expected source TAB target, or source TAB target TAB status.",
                path=path,
                line=number,
            )
        entry = _entry_of(cells, number, columns, is_beside=is_beside)
        target = cells[columns.target]
        yield from make_entries(
            path, entry, [target] if columns.are_ours else [one.strip() for one in target.split("|")]
        )


def _entry_of(cells: Sequence[str], number: int, columns: _Columns, *, is_beside: bool) -> Entry:
    source = cells[columns.source]
    if columns.has_names:
        third = next((cell for at, cell in enumerate(cells) if at not in (columns.source, columns.target)), "")
        told = columns.cell(cells, "status") if "status" in columns.named else third if third in _HEADLESS else ""
        status = parse_status(told) or Status.PREFERRED
        if "forbidden" in columns.named:
            status = Status.FORBIDDEN if is_true(columns.cell(cells, "forbidden")) else status
        others = {name: columns.cell(cells, name) for name in ("concept", "part", "domain", "definition", "note")}
        return Entry(source, "", status, number, **others)
    if is_beside:
        return Entry(source, "", Status.PREFERRED, number)
    third, fourth = (*cells[2:4], "", "")[:2]
    is_status = third.lower() in _HEADLESS
    status = (parse_status(third) if is_status else None) or Status.PREFERRED
    return Entry(source, "", status, number, definition=fourth, note="" if is_status else third)


def _beside_terms(cells: Sequence[str], named: tuple[int, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        role = None if at in named else entry_column(cell) or role_of_column(cell)
        if role:
            found.setdefault(role, at)
    return found


def _named(cells: Sequence[str], source_language: str, target_language: str) -> tuple[int, int] | None:
    """Return the columns of source and target, where the line names them; None where it is a term."""
    named = columns_of([code_of_column(cell) or "" for cell in cells], source_language, target_language)
    roles = [role_of_column(cell) for cell in cells]
    if named is None and "source" in roles and "target" in roles:
        return roles.index("source"), roles.index("target")
    return named


def columns_of(codes: Sequence[str], source_language: str, target_language: str) -> tuple[int, int] | None:
    """Return the columns of both languages, by the language of each; None where one is not there."""
    one, two = _column(codes, source_language), _column(codes, target_language)
    return None if one is None or two is None or one == two else (one, two)


def _column(codes: Sequence[str], language: str) -> int | None:
    exact = (at for at, code in enumerate(codes) if code.lower() == language.lower())
    near = (at for at, code in enumerate(codes) if code and base_code(code) == base_code(language))
    return next(exact, next(near, None))


def iter_rows(termbase: Termbase) -> Iterator[list[str]]:
    """Yield the names of the columns, then a row an entry; no cell has a tab or a line end."""
    yield [termbase.source_language, termbase.target_language, *_OWN]
    for entry in termbase.entries:
        cells = (entry.source, entry.target, *(str(getattr(entry, name)) for name in _FIELDS))
        yield [" ".join(cell.split()) for cell in cells]
