"""Lists of units: filters as the page asks for them come in, and the numbers of the units that pass go out, by page."""

from __future__ import annotations

import sqlite3
from array import array
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

import regex

from translate.errors import UsageError
from translate.serve.review.index import SEVERITIES, fold

FILTERS = {
    "all": "",
    "todo": "u.verdict IS NULL AND NOT u.carried",
    "issues": "u.severity >= 2",
    "refused": "u.refused",
    "edited": "u.verdict = 'edit'",
    "human": "u.human",
    "orphaned": "0",
    "changed": "u.changed",
}
"""Which units a filter lets pass, in SQL; orphans are no units of the folder any more, and are listed by themselves."""
SORTS = {"document": "u.id", "score": "u.score IS NULL, u.score, u.id", "issue": "-u.severity, u.id"}
_SIDES = {"source": ("source",), "target": ("target",), "both": ("source", "target")}
MOST = 200
"""Rows that are given at once."""
_LISTS_KEPT = 4


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of units: what passes, in SQL, and how it is sorted."""

    where: str = "1"
    values: tuple[object, ...] = ()
    sort: str = "document"
    joins: str = ""
    doc: int | None = None
    is_plain: bool = field(default=True)
    """Whether it has all units of the document, or of all."""


def listing_of(values: Mapping[str, str], *, prefix: str = "") -> Listing:
    """Return the list that the parameters of a request describe.

    :param prefix: of the names of the parameters, such as `list_`.
    :raises UsageError: for a parameter that means nothing.
    """
    given = {key.removeprefix(prefix): value for key, value in values.items() if key.startswith(prefix) and value}
    name, sort = given.get("filter", "all"), given.get("sort", "document")
    if name not in FILTERS:
        raise UsageError(f"unknown filter '{name}'. Known: {', '.join(FILTERS)}.")
    if sort not in SORTS:
        raise UsageError(f"unknown order '{sort}'. Known: {', '.join(SORTS)}.")
    conditions = [FILTERS[name]] if FILTERS[name] else []
    bound: list[object] = []
    doc = number_of(given, "doc")
    if doc is not None:
        conditions.append("u.doc = ?")
        bound.append(doc)
    if "check" in given or "severity" in given:
        known = [str(severity) for severity in SEVERITIES]
        if given.get("severity", known[0]) not in known:
            raise UsageError(f"unknown severity '{given['severity']}'. Known: {', '.join(known)}.")
        inner = ["i.unit = u.id"]
        if "check" in given:
            inner.append("i.name = ?")
            bound.append(given["check"])
        if "severity" in given:
            inner.append("i.severity = ?")
            bound.append(next(weight for name, weight in SEVERITIES.items() if name == given["severity"]))
        conditions.append(f"EXISTS (SELECT 1 FROM issue i WHERE {' AND '.join(inner)})")
    if "below" in given:
        conditions.append("u.score < ?")
        bound.append(_score(given["below"]))
    joins = ""
    if "q" in given:
        side = given.get("in", "both")
        if side not in _SIDES:
            raise UsageError(f"unknown side '{side}'. Known: {', '.join(_SIDES)}.")
        if given.get("regex") in ("1", "true"):
            joins, wanted = "JOIN plain t ON t.id = u.id", _pattern(given["q"])
            found = [f"matches(?, t.{column})" for column in _SIDES[side]]
        else:
            joins, wanted = "JOIN folded t ON t.id = u.id", fold(given["q"])
            found = [f"instr(t.{column}, ?)" for column in _SIDES[side]]
        conditions.append(f"({' OR '.join(found)})")
        bound += [wanted] * len(found)
    is_plain = sort == "document" and len(conditions) == (doc is not None)
    return Listing(" AND ".join(conditions) or "1", tuple(bound), sort, joins, doc, is_plain)


def number_of(values: Mapping[str, str], name: str) -> int | None:
    """Return a parameter that is a whole number; None where it is not given.

    :raises UsageError: where it is something else.
    """
    text = values.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise UsageError(f"'{name}' is '{text[:40]}'; expected a whole number.")
    return int(text)


def _score(text: str) -> float:
    try:
        return float(text)
    except ValueError as exc:
        raise UsageError(f"'below' is '{text[:40]}'; expected a score from 0 to 100.") from exc


def _pattern(text: str) -> str:
    try:
        regex.compile(text)
    except regex.error as exc:
        raise UsageError(f"not a regular expression: {exc}.") from exc
    return text


def count(connection: sqlite3.Connection, listing: Listing) -> int:
    """Return how many units pass."""
    if listing.is_plain:
        where = "" if listing.doc is None else "WHERE id = ?"
        query = f"SELECT coalesce(sum(units), 0) FROM document {where}"
        (number,) = connection.execute(query, listing.values).fetchone()
        return int(number)
    query = f"SELECT count(*) FROM unit u {listing.joins} WHERE {listing.where}"
    (number,) = connection.execute(query, listing.values).fetchone()
    return int(number)


def page(connection: sqlite3.Connection, listing: Listing, start: int, number: int) -> list[int]:
    """Return the numbers of the units from a row on."""
    number = min(number, MOST)
    if listing.is_plain:
        first = _first(connection, listing)
        where = f"u.id >= ? AND {listing.where}"
        query = f"SELECT u.id FROM unit u WHERE {where} ORDER BY u.id LIMIT ?"
        return [row[0] for row in connection.execute(query, (first + start, *listing.values, number))]
    order = SORTS[listing.sort]
    query = f"SELECT u.id FROM unit u {listing.joins} WHERE {listing.where} ORDER BY {order} LIMIT ? OFFSET ?"
    return [row[0] for row in connection.execute(query, (*listing.values, number, start))]


def _first(connection: sqlite3.Connection, listing: Listing) -> int:
    if listing.doc is None:
        return 1
    row = connection.execute("SELECT first FROM document WHERE id = ?", (listing.doc,)).fetchone()
    return int(row[0]) if row else 1


def row_of(connection: sqlite3.Connection, listing: Listing, number: int) -> int | None:
    """Return at which row of a list a unit stands; None where it does not pass."""
    passes = f"SELECT 1 FROM unit u {listing.joins} WHERE ({listing.where}) AND u.id = ?"
    if connection.execute(passes, (*listing.values, number)).fetchone() is None:
        return None
    before, values = _before(connection, listing, number)
    query = f"SELECT count(*) FROM unit u {listing.joins} WHERE ({listing.where}) AND {before}"
    (rows,) = connection.execute(query, (*listing.values, *values)).fetchone()
    return int(rows)


def next_to(connection: sqlite3.Connection, listing: Listing, number: int, *, backwards: bool = False) -> int | None:
    """Return the unit after, or before, another one, in a list that need not hold that one."""
    before, values = _before(connection, listing, number)
    if backwards:
        where, order = before, ", ".join(f"{key} DESC" for key in SORTS[listing.sort].split(", "))
    else:
        where, order = f"NOT {before} AND u.id != {int(number)}", SORTS[listing.sort]
    query = f"SELECT u.id FROM unit u {listing.joins} WHERE ({listing.where}) AND {where} ORDER BY {order} LIMIT 1"
    row = connection.execute(query, (*listing.values, *values)).fetchone()
    return int(row[0]) if row else None


def _before(connection: sqlite3.Connection, listing: Listing, number: int) -> tuple[str, tuple[object, ...]]:
    """Return what is true of the units that stand before another one, in SQL."""
    if listing.sort == "document":
        return "(u.id < ?)", (number,)
    query = "SELECT score IS NULL, coalesce(score, 0), -severity FROM unit WHERE id = ?"
    row = connection.execute(query, (number,)).fetchone() or (1, 0, 0)
    if listing.sort == "score":
        return "((u.score IS NULL, coalesce(u.score, 0), u.id) < (?, ?, ?))", (row[0], row[1], number)
    return "((-u.severity, u.id) < (?, ?))", (row[2], number)


class Lists:
    """The latest lists that were asked for, whole, so that another page of them is there at once."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[Listing, str], array[int]] = OrderedDict()

    def page(
        self, connection: sqlite3.Connection, version: str, listing: Listing, start: int, number: int
    ) -> tuple[int, list[int]]:
        """Return how many units a list has, and the numbers of those from a row on.

        :param version: changes with what the lists depend on.
        """
        if listing.is_plain:
            return count(connection, listing), page(connection, listing, start, number)
        found = self._known.pop((listing, version), None)
        if found is None:
            order = SORTS[listing.sort]
            query = f"SELECT u.id FROM unit u {listing.joins} WHERE {listing.where} ORDER BY {order}"
            found = array("I", (row[0] for row in connection.execute(query, listing.values)))
        self._known[listing, version] = found
        while len(self._known) > _LISTS_KEPT:
            self._known.popitem(last=False)
        return len(found), list(found[start : start + min(number, MOST)])
