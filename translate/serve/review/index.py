"""The units of a folder in SQLite, so that any of a hundred thousand is found at once, however they are sorted."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
import regex

from translate.data import Issue, Severity, TranslationUnit
from translate.errors import OutputError
from translate.files import own_folder
from translate.formats.jsonunit import unit_of
from translate.records import dataclass
from translate.serve.review.finding import Corpus, digest_of_corpora, iter_values

INDEX = "review.sqlite"
"""The file beside the journal that holds the index; it is made anew whenever an output changes."""
SEVERITIES = {Severity.INFO: 1, Severity.WARNING: 2, Severity.ERROR: 3}
"""How much an issue weighs; 0 is none, or one that a reviewer let stand."""
_WEIGHTS = {str(severity): weight for severity, weight in SEVERITIES.items()}
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_MOST_NUMBER = 2**63 - 1
_SCHEMA = """
CREATE TABLE meta (digest TEXT NOT NULL);
CREATE TABLE document (id INTEGER PRIMARY KEY, name TEXT NOT NULL, first INTEGER NOT NULL, units INTEGER NOT NULL);
CREATE TABLE unit (id INTEGER PRIMARY KEY, doc INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
 score REAL, severity INTEGER NOT NULL, refused INTEGER NOT NULL, carried INTEGER NOT NULL, human INTEGER NOT NULL,
 verdict TEXT, changed INTEGER NOT NULL DEFAULT 0, touched INTEGER NOT NULL DEFAULT 0);
CREATE TABLE held (id INTEGER PRIMARY KEY, value BLOB NOT NULL, refused INTEGER NOT NULL);
CREATE TABLE folded (id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL);
CREATE TABLE plain (id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL);
CREATE TABLE issue (unit INTEGER NOT NULL, name TEXT NOT NULL, severity INTEGER NOT NULL);
"""
_INDEXES = """
CREATE INDEX unit_name ON unit (name);
CREATE INDEX unit_doc ON unit (doc, id);
CREATE INDEX unit_decided ON unit (doc) WHERE verdict > '';
CREATE INDEX unit_refused ON unit (doc) WHERE refused;
CREATE INDEX unit_score ON unit (score, id);
CREATE INDEX issue_unit ON issue (unit);
CREATE INDEX issue_name ON issue (name, unit)
"""
_VERSION = hashlib.sha256(f"{_SCHEMA}{_INDEXES}".encode()).hexdigest()[:8]
_BATCH = 2000
_SECONDS = 0.25
"""How long a regular expression may take for one text."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a unit stands now, as far as lists are sorted and filtered by it."""

    verdict: str | None
    severity: int
    issues: tuple[tuple[str, int], ...]
    target: str
    refused: bool
    human: bool
    changed: bool


def open_index(out: Path, corpora: tuple[Corpus, ...]) -> sqlite3.Connection:
    """Open the index of an output folder, and make it where it is not that of the corpora any more, or damaged.

    :raises OutputError: where the disk refuses.
    """
    path = own_folder(out) / INDEX
    digest = f"{_VERSION}\n{digest_of_corpora(corpora)}"
    connection = _connect(path)
    with suppress(sqlite3.DatabaseError):
        _set(connection, "TRUNCATE")
        is_of_these = connection.execute("SELECT digest FROM meta").fetchone() == (digest,)
        if is_of_these and connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",):
            return connection
    connection.close()
    for old in (path.with_name(f"{path.name}-journal"), path):  # in this order: a journal is believed of any file
        old.unlink(missing_ok=True)
    connection = _connect(path)
    try:
        _set(connection, "OFF")  # what is half built has no digest, and is made again
        _build(connection, corpora, digest)
        _set(connection, "TRUNCATE")
    except sqlite3.OperationalError as exc:
        connection.close()
        raise OutputError(f"{path}: cannot be written: {exc}. Free some space, or make the folder writable.") from exc
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    connection.create_function("matches", 2, _matches, deterministic=True)
    return connection


def _set(connection: sqlite3.Connection, journal: str) -> None:
    """:param journal: TRUNCATE, so that a kill leaves no half of a change, or OFF."""
    connection.execute(f"PRAGMA journal_mode={journal}")
    connection.execute("PRAGMA synchronous=OFF")  # what a power cut takes can be made again


def _matches(pattern: str, text: str) -> bool:
    return regex.search(pattern, text, timeout=_SECONDS) is not None


def _build(connection: sqlite3.Connection, corpora: Sequence[Corpus], digest: str) -> None:
    connection.executescript(_SCHEMA)
    connection.execute("BEGIN")
    number = 1
    for doc, corpus in enumerate(corpora):
        first, name = number, corpus.name
        values = iter_values(corpus)
        while some := list(islice(values, _BATCH)):
            _add(connection, number, doc, number - first + 1, some)
            name = some[-1][0].get("document") or name
            number += len(some)
        connection.execute("INSERT INTO document VALUES (?, ?, ?, ?)", (doc, name, first, number - first))
    connection.execute("COMMIT")
    connection.executescript(_INDEXES)
    connection.execute("INSERT INTO meta VALUES (?)", (digest,))


def _add(
    connection: sqlite3.Connection, first: int, doc: int, place: int, values: Sequence[tuple[dict[str, Any], bool]]
) -> None:
    """Take down units that follow each other.

    :param first: the number of the first of them.
    :param place: its place in its document, from 1 on.
    """
    units, texts, folded, held, issues = [], [], [], [], []
    for number, (value, is_refused) in enumerate(values, first):
        found = [(number, one["check"], _WEIGHTS[one["severity"]]) for one in value.get("issues", ())]
        issues += found
        severity = max((weight for _, _, weight in found), default=0)
        origin, score = value.get("origin"), value.get("score")
        units.append(
            (number, doc, place + number - first, value["name"], score, severity, is_refused, origin == "carried",
             origin == "human")
        )  # fmt: skip
        one, other = value["source"]["text"], value["target"]["text"]
        texts.append((number, one, other))
        folded.append((number, fold(one), fold(other)))
        held.append((number, orjson.dumps(value), is_refused))
    connection.executemany("INSERT INTO held VALUES (?, ?, ?)", held)
    connection.executemany(
        "INSERT INTO unit (id, doc, number, name, score, severity, refused, carried, human) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        units,
    )
    connection.executemany("INSERT INTO plain VALUES (?, ?, ?)", texts)
    connection.executemany("INSERT INTO folded VALUES (?, ?, ?)", folded)
    connection.executemany("INSERT INTO issue VALUES (?, ?, ?)", issues)


def standing_of(unit: TranslationUnit, is_refused: bool) -> Standing:
    """Return how a unit stands as its file has it."""
    issues = weights_of(unit.issues)
    severity = max((weight for _, weight in issues), default=0)
    return Standing(None, severity, issues, unit.target.text, is_refused, unit.origin == "human", changed=False)


def weights_of(issues: Iterable[Issue], dismissed: Sequence[str] = ()) -> tuple[tuple[str, int], ...]:
    """Return the issues of a unit by name and weight, without those that a reviewer let stand."""
    return tuple((issue.check, SEVERITIES[issue.severity]) for issue in issues if issue.check not in dismissed)


def put_standing(connection: sqlite3.Connection, number: int, standing: Standing, *, is_touched: bool) -> None:
    """Take down how a unit stands now."""
    connection.execute(
        "UPDATE unit SET verdict = ?, severity = ?, refused = ?, human = ?, changed = ?, touched = ? WHERE id = ?",
        (standing.verdict, standing.severity, standing.refused, standing.human, standing.changed, is_touched, number),
    )
    connection.execute("UPDATE plain SET target = ? WHERE id = ?", (standing.target, number))
    connection.execute("UPDATE folded SET target = ? WHERE id = ?", (fold(standing.target), number))
    connection.execute("DELETE FROM issue WHERE unit = ?", (number,))
    rows = [(number, *issue) for issue in standing.issues]
    connection.executemany("INSERT INTO issue VALUES (?, ?, ?)", rows)


def read_unit(connection: sqlite3.Connection, number: int) -> tuple[TranslationUnit, bool] | None:
    """Return a unit as its file has it, and whether it was refused; None where there is none of this number."""
    if abs(number) > _MOST_NUMBER:
        return None
    row = connection.execute("SELECT value, refused FROM held WHERE id = ?", (number,)).fetchone()
    return (unit_of(orjson.loads(row[0])), bool(row[1])) if row else None


def iter_named(connection: sqlite3.Connection, doc: int, texts: Sequence[str]) -> Iterator[tuple[int, TranslationUnit]]:
    """Yield the units of a document that have one of these sources, with their numbers, in order."""
    for start in range(0, len(texts), 500):
        some = texts[start : start + 500]
        marks = ",".join("?" * len(some))
        query = (
            "SELECT h.id, h.value FROM unit u JOIN plain p ON p.id = u.id JOIN held h ON h.id = u.id "
            f"WHERE u.doc = ? AND p.source IN ({marks}) ORDER BY u.id"
        )
        for number, value in connection.execute(query, (doc, *some)):
            yield number, unit_of(orjson.loads(value))


def fold(text: str) -> str:
    """Return a text without capitals and accents, as it is searched."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
