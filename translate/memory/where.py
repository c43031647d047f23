"""Which units somebody means: `state=reviewed and changed>=2024` comes in, a condition in SQL goes out."""

from __future__ import annotations

import re

from translate.data import Origin, State
from translate.errors import UsageError
from translate.memory.people import DOCUMENT_SQL, HAS_AUTHOR
from translate.memory.rows import is_half
from translate.records import dataclass
from translate.text.late import late_plain

_TERM = late_plain(r"\s*(\w+)\s*(<=|>=|!=|=|<|>)\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'](?:.*\S)?))\s*", re.DOTALL)
_OR = late_plain(r"\sor\s+\w+\s*[<>=!]")
_GLOB_SIGN = late_plain(r"[\[?]")
_AND = late_plain(r"\s+and\s+(?=\w+\s*[<>=!])")
_COLUMNS = {
    "document": DOCUMENT_SQL,
    "state": "u.standing",
    "origin": "u.origin",
    "changed": "substr(u.changed, 1, 8)",
    "source": "t.source",
    "target": "u.target",
    "author": "u.details",
}
_PATTERNS = ("document", "source", "target", "author")
"""Texts, of which `*` stands for any part."""
_DAY_FIGURES = 8
_MOST_TERMS, _MOST_CHARACTERS = 100, 10_000
"""SQLite takes no deeper expression than of 1,000 parts, and no pattern of more than 50,000 bytes."""
_DATE = late_plain(r"(\d{4})(?:-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Condition:
    """In SQL, over the tables unit `u`, text `t` and document `d`; `values` are those of its `?`."""

    sql: str = "1"
    values: tuple[object, ...] = ()


def parse_condition(text: str) -> Condition:
    """Return the condition that a text states: comparisons joined by `and`. A unit without a date agrees with none.

    :raises UsageError: where it is none.
    """
    parts, values = list[str](), list[object]()
    terms = _AND.split(text.strip())
    if len(terms) > _MOST_TERMS or len(text) > _MOST_CHARACTERS:
        raise UsageError(f"a condition of {len(terms):,} comparisons and {len(text):,} characters is too long; "
                         f"give {_MOST_TERMS} and {_MOST_CHARACTERS:,} at most.")  # fmt: skip
    if not text.isascii() and is_half(text):
        raise UsageError("the condition holds bytes that are no UTF-8; expected text.")
    for term in terms:
        match = _TERM.fullmatch(term)
        if match is None or (match[5] and _OR.search(match[5])):
            raise UsageError(f"'{term}' is no condition; expected such as state=reviewed, or several joined by 'and'.")
        name, operator = match[1], match[2]
        value = next(found for found in match.groups()[2:] if found is not None)
        if name not in _COLUMNS:
            raise UsageError(f"'{name}' is no field; known: {', '.join(_COLUMNS)}.")
        if name == "author" and operator not in ("=", "!="):
            raise UsageError(f"'{term}': authors are compared with = and !=.")
        if name in _PATTERNS and operator in ("=", "!="):
            agrees = f"{HAS_AUTHOR}({_COLUMNS[name]}, ?)" if name == "author" else f"{_COLUMNS[name]} GLOB ?"
            parts.append(f"NOT {agrees}" if operator == "!=" else agrees)
            values.append(glob_of(value))
        else:
            column = _COLUMNS[name]
            if name == "changed":
                value = figures_of(value) or value
                column = f"substr(u.changed, 1, {min(len(value), _DAY_FIGURES)})"
            parts.append(
                f"{column} {operator} ?" if name != "changed" else f"(u.changed != '' AND {column} {operator} ?)"
            )
            values.append(_value_of(name, value))
    return Condition(" AND ".join(parts), tuple(values))


def figures_of(date: str) -> str:
    """Return the figures of a year, a month or a day: `20240131` for `2024-01-31`; nothing for what is none of them."""
    found = _DATE.fullmatch(date)
    return "".join(filter(None, found.groups())) if found else ""


def glob_of(text: str) -> str:
    """Return a text as SQLite's `GLOB` takes it, and Python's `fnmatch`: `*` alone stands for anything else."""
    return _GLOB_SIGN.sub(r"[\g<0>]", text)


def _value_of(name: str, value: str) -> object:
    try:
        if name == "state":
            return State(value).rank
        if name == "origin":
            return tuple(Origin).index(Origin(value))
    except ValueError:
        known = ", ".join(State if name == "state" else Origin)
        raise UsageError(f"'{value}' is no {name}; known: {known}.") from None
    if name == "changed" and not figures_of(value):
        raise UsageError(f"'{value}' is no date; expected such as 2024 or 2024-01-31.")
    return value
