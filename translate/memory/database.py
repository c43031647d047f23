"""The file of a memory: an SQLite database that is made, opened, locked and told from other files here."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from translate.errors import OutputError, UsageError
from translate.languages.codes import base_code
from translate.memory.faults import CANNOT_WRITE, WAIT_SECONDS, sqlite_errors
from translate.memory.people import DOCUMENT_IN, HAS_AUTHOR, document_in, has_author

FORMAT = "1"
"""Of the tables. A memory of another format is not misread: its number says so."""
INDEX = "4"
"""Of digests, tokens, grains and postings. Where a memory has another, its index is made anew."""
_MAGIC = 0x62697478
"""`application_id` of a memory."""
_PAGE_BYTES = 16384
_CACHE_KIBIBYTES = 64 * 1024
_SQLITE_HEADER = b"SQLite format 3\0"
CODES = "CREATE TABLE IF NOT EXISTS code (number INTEGER PRIMARY KEY, codes BLOB NOT NULL)"
_SCHEMA = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE file (number INTEGER PRIMARY KEY, penalty INTEGER NOT NULL, domain TEXT NOT NULL,
 UNIQUE (penalty, domain));
CREATE TABLE text (number INTEGER PRIMARY KEY, digest INTEGER NOT NULL, source TEXT NOT NULL, tagged TEXT);
CREATE TABLE unit (number INTEGER PRIMARY KEY, text INTEGER NOT NULL, target TEXT NOT NULL, name NOT NULL,
 document INTEGER, file INTEGER NOT NULL, origin INTEGER NOT NULL, state INTEGER, standing INTEGER NOT NULL,
 changed TEXT NOT NULL, before TEXT, after TEXT, details TEXT);
CREATE TABLE block (number INTEGER PRIMARY KEY, texts BLOB NOT NULL, lengths BLOB NOT NULL, counts BLOB NOT NULL,
 codes INTEGER NOT NULL);
{CODES};
CREATE TABLE posting (number INTEGER PRIMARY KEY, ranks BLOB NOT NULL);
CREATE TABLE segment (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL,
 texts INTEGER NOT NULL, is_posted INTEGER NOT NULL);
CREATE INDEX text_digest ON text (digest);
CREATE INDEX unit_text ON unit (text, standing DESC, changed DESC)
"""


def is_memory(path: Path) -> bool:
    """Tell whether a file is named as a memory is."""
    return path.suffix.lower() == ".tmdb"


def create(path: Path, source_language: str, target_language: str) -> sqlite3.Connection:
    """Make an empty memory that its owner alone may read and write.

    :raises OutputError: where something is there already, or the disk refuses.
    """
    made = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with suppress(FileNotFoundError):
            made.unlink()
        os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            _fill(made, source_language, target_language)
            _put_in_place(made, path)
        finally:
            with suppress(FileNotFoundError):
                made.unlink()
    except OSError as exc:
        raise OutputError(f"{path}: cannot make the memory: {exc.strerror}.") from exc
    return open_existing(path, writes=True)


def _put_in_place(made: Path, path: Path) -> None:
    """Give a file its name, unless another process has made one of that name meanwhile."""
    try:
        path.hardlink_to(made)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a disk without hard links
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        made.rename(path)


def _fill(path: Path, source_language: str, target_language: str) -> None:
    meta = {
        "format": FORMAT,
        "index": INDEX,
        "source_language": source_language,
        "target_language": target_language,
    }
    with sqlite_errors(path), closing(_connect(path, "rw")) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
        connection.execute(f"PRAGMA application_id = {_MAGIC}")
        connection.execute("BEGIN EXCLUSIVE")
        for statement in _SCHEMA.strip().split(";\n"):
            connection.execute(statement)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        connection.execute("COMMIT")


def open_existing(path: Path, *, writes: bool = False) -> sqlite3.Connection:
    """Open a memory.

    :param writes: whether anything is to be changed; without, a memory in a folder that is read-only will do.
    :raises UsageError: where there is none.
    :raises OutputError: where it is no memory, of a newer format, or damaged.
    """
    _check_header(path)
    with sqlite_errors(path):
        connection = _connect(path, "rw") if writes else _connect_to_read(path)
        try:
            _check_format(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_HEADER))
    except FileNotFoundError:
        raise UsageError(f"{path}: no such memory; make one with 'bitexte memory import FILE --into {path}'.") from None
    except OSError as exc:
        raise OutputError(f"{path}: cannot read the memory: {exc.strerror}.") from exc
    if head != _SQLITE_HEADER and is_memory(path):
        found = f"begins with {head[:12]!r}" if head else "is empty"
        raise OutputError(
            f"{path}: {found}, so it is no memory; expected a .tmdb file that bitexte made. Restore a copy, or "
            f"delete it and make it anew: 'bitexte memory import FILE --into {path}'."
        )
    if head != _SQLITE_HEADER:
        raise OutputError(
            f"{path}: begins with {head[:12]!r}, so it is no memory; expected a .tmdb file, which "
            f"'bitexte memory import {path} --into memory.tmdb' makes of a bilingual file."
        )


def _check_format(connection: sqlite3.Connection, path: Path) -> None:
    (magic,) = connection.execute("PRAGMA application_id").fetchone()
    if magic != _MAGIC:
        raise OutputError(f"{path}: a database of another program; expected a memory that bitexte made.")
    found = _stated(connection).get("format", "")
    if found != FORMAT:
        raise OutputError(
            f"{path}: a memory of format {found or 'unknown'}; expected format {FORMAT}. "
            "Read it with the version of bitexte that made it, and export it to TMX."
        )


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Connect without writing, unless a process died while it wrote: what it left is taken back first."""
    try:
        return _connect(path, "ro")
    except sqlite3.OperationalError as exc:
        if not exc.sqlite_errorname.startswith(CANNOT_WRITE):
            raise
    try:
        _connect(path, "rw").close()
    except sqlite3.OperationalError as exc:
        if not exc.sqlite_errorname.startswith(CANNOT_WRITE):
            raise
        raise OutputError(
            f"{path}: a change to the memory was interrupted, and {path.name}-journal says how to take it back, which "
            "needs to write; make the memory and its folder writable, and run this again."
        ) from exc
    return _connect(path, "ro")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    place = path.absolute().as_uri()
    connection = sqlite3.connect(f"{place}?mode={mode}", uri=True, isolation_level=None, timeout=WAIT_SECONDS)
    try:
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
        connection.create_function(HAS_AUTHOR, 2, has_author, deterministic=True)
        connection.create_function(DOCUMENT_IN, 1, document_in, deterministic=True)
        if mode == "rw":
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA temp_store = MEMORY")  # what is to be forgotten must not go to another file
            connection.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        connection.close()
        raise
    return connection


def meta_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what a memory says of itself: at least its languages.

    :raises sqlite3.DatabaseError: where one of them is missing.
    """
    found = _stated(connection)
    if missing := [key for key in ("source_language", "target_language") if not isinstance(found.get(key), str)]:
        raise sqlite3.DatabaseError(f"its {missing[0]} is missing")
    return found


def _stated(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT key, value FROM meta"))


def row_of(connection: sqlite3.Connection, query: str, number: int) -> tuple[Any, ...]:
    """Return the row of a number that another part of the memory names.

    :raises sqlite3.DatabaseError: where there is none.
    """
    row: tuple[Any, ...] | None = connection.execute(query, (number,)).fetchone()
    if row is None:
        raise sqlite3.DatabaseError("its index names what it does not hold")
    return row


def check_languages(connection: sqlite3.Connection, path: Path, source_language: str, target_language: str) -> None:
    """Refuse other languages than those of a memory; regions do not count.

    :raises UsageError: with both pairs.
    """
    meta = meta_of(connection)
    source, target = meta["source_language"], meta["target_language"]
    if (base_code(source), base_code(target)) != (base_code(source_language), base_code(target_language)):
        raise UsageError(
            f"{path}: the memory is from {source} to {target}, not from {source_language} to "
            f"{target_language}; use another memory for them."
        )


def remove_empty(connection: sqlite3.Connection, path: Path) -> None:
    """Remove a memory that holds nothing, unless another process is using it."""
    with suppress(sqlite3.Error, OSError):
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("BEGIN EXCLUSIVE")
        if connection.execute("SELECT NOT EXISTS (SELECT 1 FROM unit)").fetchone()[0]:
            path.unlink()
    # the lock goes with the connection, which the caller closes: nobody writes into the file before it has no name
