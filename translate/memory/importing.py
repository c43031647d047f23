"""Units of a bilingual file come in, and a memory holds them: each once, with all that its file says of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import islice
from pathlib import Path
from typing import Any

from translate.data import Origin, State, TranslationUnit
from translate.memory.dates import date_of
from translate.memory.inserting import Row, TextRow, make_row, write_texts, write_units
from translate.memory.people import domain_of
from translate.memory.rows import (
    Languages,
    columns_of,
    contexts_of,
    details_of,
    digests_of,
    is_half,
    name_column,
    tagged,
    texts_of,
)
from translate.records import dataclass
from translate.text.late import late_plain

_BATCH_UNITS = 2000
_LOOKUP = 500  # SQLite allows 999 parameters everywhere
_HALF = "it holds half a surrogate pair, which no text can; correct it in its file."
_CROWD = 100
"""Units of one text that are many: those of such a text are kept at hand from batch to batch."""

_MET_BITS = 27

MOST_PENALTY = 100
_PENALTY_FOLDER = late_plain(r"penalty-(\d{1,3})")

Reject = Callable[[TranslationUnit, str], None]
"""Receives a unit that is not taken, and why."""
_Key = tuple[int, str, str | None]
"""Of a text: its digest, the text, and with tags where it has codes."""


@dataclass(frozen=True, slots=True)
class ImportSettings:
    """What is said of all units of a file."""

    penalty: int = 0
    """Points taken off every match with them."""
    domain: str = ""
    origin: Origin | None = None
    """Where they come from, whatever the file says."""


def penalty_of_folder(path: Path) -> int:
    """Return what a folder of OmegaT takes off the matches of its files: 20 for `tm/penalty-20/old.tmx`."""
    found = (_PENALTY_FOLDER.fullmatch(part) for part in path.absolute().parts)
    return min(max((int(match[1]) for match in found if match), default=0), MOST_PENALTY)


@dataclass(slots=True)
class Imported:
    """What became of the units of a file."""

    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0

    def plus(self, other: Imported) -> Imported:
        """Return the sum."""
        return Imported(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))


class Importer:
    """Takes units into a memory; the transaction is the caller's, and so is the index.

    :param is_new: whether the memory is made of these files in one go, so that no unit is of before.
    """

    def __init__(
        self, connection: sqlite3.Connection, languages: Languages, settings: ImportSettings, *, is_new: bool = False
    ) -> None:
        self._connection, self._languages, self._settings = connection, languages, settings
        self._next_text, self._next_unit = _next_number(connection, "text"), _next_number(connection, "unit")
        self._first_unit = 1 if is_new else self._next_unit
        self._met = _Met() if self._next_text == 1 else None
        self._documents: dict[str, int] = dict(connection.execute("SELECT name, number FROM document"))
        self._files: dict[str, int] = {}  # by domain
        self._number_of_file(settings.domain)
        self._touched: set[int] = set()
        """Units of before that a unit of this import stands for."""
        self._held: dict[int, dict[tuple[str, int | None], list[Row]]] = {}
        """The units of the texts that are at hand, by target and document."""
        self._origin: Origin | None = None
        self._state: State | None = None
        self._columns: tuple[int, int | None, int] = (0, None, 0)
        """Of the unit that was taken last, as most have the origin and the state of that."""

    def take(self, units: Iterable[TranslationUnit], reject: Reject) -> Imported:
        """Put units into the memory.

        A unit takes the place of one with the same source, target and document, unless that is newer. Those of one
        file that have other neighbours have each a place of their own.
        """
        counts = Imported()
        stream = self._translated(units, reject, counts)
        while some := list(islice(stream, _BATCH_UNITS)):
            self._take(self._sound(some, reject, counts), counts)
        return counts

    def _translated(
        self, units: Iterable[TranslationUnit], reject: Reject, counts: Imported
    ) -> Iterator[TranslationUnit]:
        own = self._settings.origin
        for unit in units:
            counts.read += 1
            reason = _fault_of(unit)
            if reason:
                counts.rejected += 1
                reject(unit, reason)
            else:
                yield unit if own is None else replace(unit, origin=own)

    def _sound(self, units: list[TranslationUnit], reject: Reject, counts: Imported) -> list[TranslationUnit]:
        """Return the units that SQLite can hold: all, as a rule, so that all texts are looked at together."""
        if not is_half(*[text for unit in units for text in texts_of(unit)]):
            return units
        sound = list[TranslationUnit]()
        for unit in units:
            if is_half(*texts_of(unit)):
                counts.rejected += 1
                reject(unit, _HALF)
            else:
                sound.append(unit)
        return sound

    def _take(self, units: Sequence[TranslationUnit], counts: Imported) -> None:
        keys = _keys_of(units)
        digests = [digest for digest, _, _ in keys]
        texts = self._find_texts(self._met.meet(digests) if self._met else set(digests))
        self._hold(set(texts.values()))
        held = self._held
        new_texts = list[TextRow]()
        added: dict[int, Row] = {}
        updated: dict[int, Row] = {}
        for unit, key in zip(units, keys, strict=True):
            text = texts.get(key)
            if text is None:
                text = texts[key] = self._next_text
                self._next_text += 1
                new_texts.append((text, *key))
                held[text] = {}
            row = self._row(unit, text)
            alike = held[text].setdefault((row.target, row.document), [])
            place = self._place_of(row, alike) if alike else None
            if place is None:
                self._next_unit += 1
                alike.append(row)
                added[row.number] = row
                continue
            other = alike[place]
            if self._is_news(row, other):
                row = alike[place] = row._replace(number=other.number)
                (added if row.number in added else updated)[row.number] = row
            if other.number < self._first_unit:
                self._touched.add(other.number)
        counts.added += len(added)
        counts.updated += len(updated)
        counts.unchanged += len(units) - len(added) - len(updated)
        write_texts(self._connection, new_texts)
        write_units(self._connection, "INSERT", added.values())
        write_units(self._connection, "REPLACE", updated.values())

    def _place_of(self, row: Row, alike: Sequence[Row]) -> int | None:
        """Return which of the units with the same texts and document the row stands for; None for none."""
        free = None
        for place, other in enumerate(alike):
            if (other.before, other.after) == (row.before, row.after):
                return place
            if free is None and other.number < self._first_unit and other.number not in self._touched:
                free = place
        return free

    def _is_news(self, row: Row, held: Row) -> bool:
        """Tell whether a row takes the place of one: it is newer, or is the first of this import and differs.

        Of one import, what is more than a draft is better than what is not, whatever its date.
        """
        if held.number >= self._first_unit or held.number in self._touched:
            mine, theirs = row.standing >= State.TRANSLATED.rank, held.standing >= State.TRANSLATED.rank
            return (mine, row.changed) > (theirs, held.changed)
        return row.changed >= held.changed and row[1:] != held[1:]

    def _find_texts(self, digests: set[int]) -> dict[_Key, int]:
        """Return the numbers of the texts that have one of some digests."""
        found: dict[_Key, int] = {}
        query = "SELECT number, digest, source, tagged FROM text WHERE digest IN ({})"
        for number, digest, source, marked in _select(self._connection, query, digests):
            found[digest, source, marked] = number
        return found

    def _hold(self, texts: set[int]) -> None:
        """Have the units of some texts at hand."""
        self._held = {text: held for text, held in self._held.items() if len(held) > _CROWD}
        missing = texts - self._held.keys()
        self._held |= {text: {} for text in missing}
        for row in _select(self._connection, "SELECT * FROM unit WHERE text IN ({}) ORDER BY number", missing):
            unit = Row(*row)
            self._held[unit.text].setdefault((unit.target, unit.document), []).append(unit)

    def _row(self, unit: TranslationUnit, text: int) -> Row:
        """Return the row of a unit that is new."""
        if unit.origin is not self._origin or unit.state is not self._state:
            self._origin, self._state, self._columns = unit.origin, unit.state, columns_of(unit)
        origin, state, standing = self._columns
        details = details_of(unit, self._languages)
        if details is None:  # and so no properties, which say dates and neighbours
            changed, before, after = "", unit.context_before, unit.context_after
        else:
            changed, (before, after) = date_of(unit), contexts_of(unit)
        domain = self._settings.domain or (domain_of(unit.properties) if unit.properties else "")
        name, document = name_column(unit.name, unit.source.text), unit.document
        place = None if document is None else self._number_of_document(document)
        target, file = unit.target.text, self._files.get(domain) or self._number_of_file(domain)
        return make_row(
            (self._next_unit, text, target, name, place, file, origin, state, standing, changed, before, after, details)
        )

    def _number_of_document(self, name: str) -> int:
        number = self._documents.get(name)
        if number is None:
            cursor = self._connection.execute("INSERT INTO document (name) VALUES (?)", (name,))
            number = self._documents[name] = int(cursor.lastrowid or 0)
        return number

    def _number_of_file(self, domain: str) -> int:
        own = self._settings.penalty, domain
        self._connection.execute("INSERT OR IGNORE INTO file (penalty, domain) VALUES (?, ?)", own)
        row = self._connection.execute("SELECT number FROM file WHERE penalty = ? AND domain = ?", own).fetchone()
        self._files[domain] = int(row[0])
        return self._files[domain]


class _Met:
    """Digests of a memory that had none at first, by 27 bits of each: most that come are new, and need not be looked
    for in the file."""

    def __init__(self) -> None:
        self._bits = bytearray(1 << _MET_BITS - 3)

    def meet(self, digests: Iterable[int]) -> set[int]:
        """Return those that may have been met before, and remember all."""
        bits, found = self._bits, set[int]()
        for digest in digests:
            place = digest & (1 << _MET_BITS) - 1
            byte, bit = place >> 3, 1 << (place & 7)
            if bits[byte] & bit:
                found.add(digest)
            else:
                bits[byte] |= bit
        return found


def _select(connection: sqlite3.Connection, query: str, values: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query that asks for any number of values at `{}`."""
    ordered = sorted(values)
    for start in range(0, len(ordered), _LOOKUP):
        some = ordered[start : start + _LOOKUP]
        yield from connection.execute(query.format(",".join("?" * len(some))), some)


def _next_number(connection: sqlite3.Connection, table: str) -> int:
    (highest,) = connection.execute(f"SELECT max(number) FROM {table}").fetchone()
    return 1 if highest is None else int(highest) + 1


def _keys_of(units: Sequence[TranslationUnit]) -> list[_Key]:
    sources = [unit.source for unit in units]
    digests = digests_of([source.text for source in sources])
    return [
        (digest, source.text, tagged(source.text, source.codes) if source.codes else None)
        for digest, source in zip(digests, sources, strict=True)
    ]


def _fault_of(unit: TranslationUnit) -> str:
    """Return why a memory cannot take a unit, whatever it is made of; empty where it can."""
    source, target = unit.source.text, unit.target.text
    if not source or source.isspace():
        return "the source is empty."
    if not target or target.isspace() or unit.state is State.UNTRANSLATED:
        return "it is not translated."
    return ""
