"""Room on the disk for what would grow in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from translate.errors import OutputError

CACHE_KIBIBYTES = 32 * 1024


@contextmanager
def temporary_database(
    tables: Iterable[str], *, cache_kibibytes: int = CACHE_KIBIBYTES
) -> Iterator[sqlite3.Connection]:
    """Open a database on the disk that nobody sees and that goes when the context ends; memory is bounded.

    :param tables: the statements that make its tables.
    :param cache_kibibytes: how much of it stays in memory.
    :raises OutputError: where the disk of temporary files is full, or fails.
    """
    connection = sqlite3.connect("", isolation_level=None)
    try:
        for statement in (f"PRAGMA cache_size = -{cache_kibibytes}", "PRAGMA journal_mode = OFF", *tables, "BEGIN"):
            connection.execute(statement)
        yield connection
    except sqlite3.OperationalError as exc:
        if exc.sqlite_errorname == "SQLITE_ERROR":  # a statement that is wrong, no disk
            raise
        raise OutputError(
            f"the temporary database cannot be written: {exc}. Free some space, or set SQLITE_TMPDIR to another folder."
        ) from exc
    finally:
        connection.close()
