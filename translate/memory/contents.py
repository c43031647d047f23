"""A memory comes in, and how many units it has of each state, origin, year and domain goes out.

SQLite counts by columns. Details are read only of units that may say more: of a million units that takes a second.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from translate.data import Origin, State
from translate.errors import reason_of
from translate.memory.people import authors_in, document_in, domain_in
from translate.records import dataclass

_KINDS = """
SELECT f.domain, k.standing, k.origin, k.year, k.units, k.details FROM
 (SELECT file, standing, origin, CAST(substr(changed, 1, 4) AS INTEGER) AS year,
  count(*) AS units, count(details) AS details FROM unit
  GROUP BY (CAST(substr(changed, 1, 4) AS INTEGER) << 32) | (file << 8) | (standing << 4) | origin) k
 JOIN file f ON f.number = k.file
"""
"""Grouped by one number: by four columns it takes half as long again."""
_DOMAINS = """
SELECT details FROM unit
 WHERE details LIKE '%domain"%' AND file IN (SELECT number FROM file WHERE domain = '')
"""
"""Details that may name the domain of a unit whose import named none: `LIKE` passes over capitals."""
_SOURCES = """
WITH shared AS (SELECT digest, count(*) AS texts FROM text GROUP BY digest HAVING texts > 1)
SELECT (SELECT count(*) FROM text) - coalesce((SELECT sum(texts) FROM shared), 0) +
 (SELECT count(DISTINCT source) FROM text WHERE digest IN (SELECT digest FROM shared))
"""
"""Texts that differ in their codes alone have one source; only those of one digest are compared."""
_DOCUMENTS = """
SELECT coalesce(d.name, ''), count(*) FROM unit u LEFT JOIN document d ON d.number = u.document
 WHERE u.document IS NOT NULL OR u.details IS NULL GROUP BY u.document
"""
_DETAILS = "SELECT document IS NULL, details FROM unit WHERE details IS NOT NULL"
_NONE, _UNKNOWN = "none", "unknown"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a memory holds."""

    units: int
    sources: int
    """Different source texts."""
    states: dict[str, int]
    """Units of each."""
    origins: dict[str, int]
    years: dict[str, int]
    """By when they were last changed; `unknown` where their file does not say."""
    domains: dict[str, int]


@dataclass(frozen=True, slots=True)
class People:
    """Whom a memory names."""

    documents: dict[str, int]
    authors: dict[str, int]


def count_contents(connection: sqlite3.Connection) -> Contents:
    """Count what a memory holds.

    :raises sqlite3.DatabaseError: where a row is of no unit, or the file is damaged.
    """
    states, origins, years, domains = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    with _units_as_stored():
        detailed = 0
        for domain, standing, origin, year, units, details in connection.execute(_KINDS):
            states[tuple(State)[standing]] += units
            origins[tuple(Origin)[origin]] += units
            years[f"{year:04}" if year else _UNKNOWN] += units
            domains[domain or _NONE] += units
            detailed += 0 if domain else details
        for (details,) in connection.execute(_DOMAINS) if detailed else ():
            if named := domain_in(details):
                domains[named] += 1
                domains[_NONE] -= 1
        (sources,) = connection.execute(_SOURCES).fetchone()
    return Contents(states.total(), sources, *map(_in_order, (states, origins, years, domains)))


def count_people(connection: sqlite3.Connection) -> People:
    """Count the units of each document and author, for which the details of all units are read.

    :raises sqlite3.DatabaseError: where a row is of no unit, or the file is damaged.
    """
    documents, authors = Counter[str](), Counter[str]()
    with _units_as_stored():
        for name, units in connection.execute(_DOCUMENTS):
            documents[name or _NONE] += units
        (bare,) = connection.execute("SELECT count(*) FROM unit WHERE details IS NULL").fetchone()
        authors[_UNKNOWN] += bare
        for has_none, details in connection.execute(_DETAILS):
            if has_none:
                documents[document_in(details) or _NONE] += 1
            authors.update(authors_in(details) or [_UNKNOWN])
    return People(_in_order(documents), _in_order(authors))


@contextmanager
def _units_as_stored() -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError) as exc:
        raise sqlite3.DatabaseError(f"what it holds of a unit cannot be read: {reason_of(exc)}") from exc


def _in_order(tally: Counter[str]) -> dict[str, int]:
    return {name: tally[name] for name in sorted(tally) if tally[name]}
