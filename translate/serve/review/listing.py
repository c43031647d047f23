"""Lists of units: filters as the page asks for them come in, and the numbers of the units that pass go out, by page."""

from __future__ import annotations

import sqlite3
from array import array
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import field

import regex

from translate.errors import UsageError
from translate.records import dataclass
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
_LISTS_KEPT = 8
WANTED = {"todo": FILTERS["todo"], "issues": FILTERS["issues"], "any": "1"}
"""What the next unit shall be."""


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
    """Return at which row of all units, or of all of a document, a unit stands; None where it is not there."""
    row = connection.execute("SELECT doc FROM unit WHERE id = ?", (number,)).fetchone()
    if row is None or listing.doc not in (None, row[0]):
        return None
    return number - _first(connection, listing)


class Lists:
    """The latest lists that were asked for, whole: another page is there at once, and no row moves meanwhile."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[Listing, str], array[int]] = OrderedDict()

    def ids(self, connection: sqlite3.Connection, listing: Listing, key: str) -> array[int]:
        """Return the numbers of the units of a list, in order.

        :param key: as long as it is the same, so is the list, though units may have left it since.
        """
        found = self._known.pop((listing, key), None)
        if found is None:
            order = SORTS[listing.sort]
            query = f"SELECT u.id FROM unit u {listing.joins} WHERE {listing.where} ORDER BY {order}"
            found = array("I", (row[0] for row in connection.execute(query, listing.values)))
        self._known[listing, key] = found
        while len(self._known) > _LISTS_KEPT:
            self._known.popitem(last=False)
        return found

    def page(
        self, connection: sqlite3.Connection, listing: Listing, key: str, start: int, number: int
    ) -> tuple[int, list[int]]:
        """Return how many units a list has, and the numbers of those from a row on."""
        if listing.is_plain:
            return count(connection, listing), page(connection, listing, start, number)
        found = self.ids(connection, listing, key)
        return len(found), list(found[start : start + min(number, MOST)])

    def row_of(self, connection: sqlite3.Connection, listing: Listing, key: str, number: int) -> int | None:
        """Return at which row of a list a unit stands; None where it is not in it."""
        if listing.is_plain:
            return row_of(connection, listing, number)
        found = self.ids(connection, listing, key)
        return found.index(number) if number in found else None

    def next(
        self, connection: sqlite3.Connection, listing: Listing, key: str, row: int | None, want: str, *, backwards: bool
    ) -> tuple[int, int] | None:
        """Return the first unit after a row, or before it, that is now as wanted, and its own row; None without any.

        :param row: None begins outside of the list.
        """
        ids = self.ids(connection, listing, key)
        if backwards:
            places = range((len(ids) if row is None else row) - 1, -1, -1)
        else:
            places = range(0 if row is None else row + 1, len(ids))
        for start in range(0, len(places), MOST):
            some = places[start : start + MOST]
            marks = ",".join(str(ids[place]) for place in some)
            query = f"SELECT u.id FROM unit u WHERE u.id IN ({marks}) AND {WANTED[want]}"
            fitting = {found for (found,) in connection.execute(query)}
            for place in some:
                if ids[place] in fitting:
                    return ids[place], place
        return None
