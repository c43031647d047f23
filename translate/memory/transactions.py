"""Changes to a memory and looks into it: each whole, and beside others who do the same."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

from translate.errors import LockedError
from translate.executors.collecting import collecting_rarely
from translate.memory.faults import SOMEBODY, WAIT_SECONDS, holder_of, sqlite_errors

_log = logging.getLogger(__name__)
PATIENCE_SECONDS = 600
"""How long those who read are waited for when a change is done, so that it need not be done again."""


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Change a memory: all of it or nothing, and nobody else at the same time.

    :raises LockedError: where somebody else writes to it for longer than :data:`WAIT_SECONDS`, or reads it for longer
        than :data:`PATIENCE_SECONDS`.
    :raises OutputError: where the disk refuses.
    """
    with sqlite_errors(path), collecting_rarely():
        connection.execute("BEGIN IMMEDIATE")
        try:
            # pages that do not fit into the cache stay in memory while others read: each would wait for them
            _wait_at_most(connection, 0)
            yield
            _wait_at_most(connection, WAIT_SECONDS)
            _commit(connection, path)
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
        finally:
            _wait_at_most(connection, WAIT_SECONDS)


def _commit(connection: sqlite3.Connection, path: Path) -> None:
    """Make a change last, when those are done who have begun to read before."""
    begun = monotonic()
    is_told = False
    while True:
        try:
            connection.execute("COMMIT")
            return
        except sqlite3.OperationalError as exc:
            if not exc.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            if monotonic() - begun >= PATIENCE_SECONDS:
                said = f"{SOMEBODY} has been reading the memory for {PATIENCE_SECONDS} seconds, and nothing was changed"
                raise LockedError(f"{path}: {said}; wait for it, and run this again.") from exc
        if not is_told:
            _log.warning("%s: waiting for %s, which is reading the memory.", path, SOMEBODY)
            is_told = True


def _wait_at_most(connection: sqlite3.Connection, seconds: float) -> None:
    connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


@contextmanager
def reading(connection: sqlite3.Connection, path: Path, *, has_begun: bool) -> Iterator[int]:
    """Read a memory as it is now, whatever others write meanwhile, and give a number that is another after a change.

    :param has_begun: whether this goes on with what was begun: then it waits for who writes, however long that takes.
    :raises LockedError: where somebody writes to it for longer than :data:`WAIT_SECONDS`.
    """
    with sqlite_errors(path):
        if connection.in_transaction:  # of our own change
            yield 0
            return
        connection.execute("BEGIN")
        try:
            yield _version(connection, path, has_begun=has_begun)
        finally:
            connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection, path: Path, *, has_begun: bool) -> int:
    is_told = False
    while True:
        try:
            (version,) = connection.execute("PRAGMA data_version").fetchone()
            return int(version)
        except sqlite3.OperationalError as exc:
            if not has_begun or not exc.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
        if not is_told:
            _log.warning("%s: waiting for %s, which is writing to the memory.", path, holder_of(path) or SOMEBODY)
            is_told = True
