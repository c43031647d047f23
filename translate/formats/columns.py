"""Which column of a table holds what, by the names in its first line: codes and names of languages, roles, our own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from translate.formats.base import Header
from translate.formats.codes import agree
from translate.formats.pairs import absent
from translate.languages.column_names import code_of_column, languages_beside, role_of_column, without_numbers
from translate.records import dataclass

COLUMNS = ("score", "origin", "state", "name", "document", "alignment", "checks")
"""What we write after the two texts, whose columns are named by their languages. `checks` holds one issue a line."""
_OURS = frozenset(COLUMNS) - {"state"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The languages of a table, and the number of the column of each field."""

    header: Header
    columns: dict[str, int]
    """`source` and `target` among them."""
    has_names: bool
    is_ours: bool = False
    """Whether we wrote the table: then a backslash begins an escape."""


def name_columns(cells: Sequence[str], header: Header | None, path: Path) -> Layout | None:
    """Return the layout that a line of column names gives; None where the line is no such thing.

    :raises FormatError: where it names languages alone, and not the ones that are stated.
    """
    lower = [cell.strip().lower() for cell in cells]
    known = {name: lower.index(name) for name in COLUMNS if name in lower}
    is_ours = known.keys() >= _OURS
    roles = [role_of_column(cell) for cell in lower]
    if "note" in roles:
        known["note"] = roles.index("note")
    if header is not None and _is_whole(header) and "source" in roles and "target" in roles:
        return Layout(
            header, {**known, "source": roles.index("source"), "target": roles.index("target")}, True, is_ours
        )
    asked = header or Header("", "")
    codes = _codes_of(cells, asked, is_long=bool(known))
    one = _column(codes, asked.source_language, asked.target_language)
    two = _column([item for item in codes if item != one], asked.target_language, "")
    if one is not None and two is not None:
        found = Header(asked.source_language or one[1], asked.target_language or two[1])
        return Layout(found, {**known, "source": one[0], "target": two[0]}, True, is_ours)
    if header is not None and len(codes) > 1 and len(codes) + len(known) == len(cells):
        raise absent(path, header, {tuple(code for _, code in codes): 0})
    return None


def told_beside(cells: Sequence[str], following: Sequence[str], header: Header | None) -> Layout | None:
    """Return the layout of a table with the two languages behind each pair of texts, as DeepL's glossaries have them.

    :param cells: the first row, which is a unit in such a table; `following` is the next, empty where there is none.
    """
    beside = languages_beside(cells)
    if beside is None or (following and list(following[2:4]) != list(cells[2:4])):
        return None
    found = header if header and _is_whole(header) else Header(*beside)
    return Layout(found, {"source": 0, "target": 1}, has_names=False)


def pairs_of_columns(cells: Sequence[str]) -> tuple[Header, ...]:
    """Return the pairs of languages in a line of column names: the first with each other."""
    is_long = any(cell.strip().lower() in COLUMNS for cell in cells)
    codes = [code for _, code in _codes_of(cells, Header("", ""), is_long=is_long)]
    if not codes:
        return ()
    return tuple(Header(codes[0], code) for code in dict.fromkeys(codes[1:]) if code != codes[0])


def languages_left(cells: Sequence[str], layout: Layout) -> list[str]:
    """Return the names of the columns in languages that are not read."""
    taken = layout.columns.values()
    codes = _codes_of(cells, layout.header, is_long=layout.is_ours)
    return [cells[number] for number, _ in codes if number not in taken]


def _codes_of(cells: Sequence[str], stated: Header, *, is_long: bool) -> list[tuple[int, str]]:
    """Return number and language of the columns that are named by one."""
    codes = [code_of_column(cell.strip(), is_long=is_long) or "" for cell in cells]
    sure = without_numbers(codes, (stated.source_language, stated.target_language))
    return [(number, code) for number, code in enumerate(sure) if code]


def _is_whole(header: Header) -> bool:
    return bool(header.source_language and header.target_language)


def _column(codes: list[tuple[int, str]], wanted: str, other: str) -> tuple[int, str] | None:
    """Return number and code of the column in a language, the exact region first.

    :param wanted: the code that is stated; where it is empty, the first that is not `other`.
    """
    exact = (item for item in codes if item[1] == wanted)
    near = (item for item in codes if (agree(item[1], wanted) if wanted else not other or not agree(item[1], other)))
    return next(chain(exact, near), None)
