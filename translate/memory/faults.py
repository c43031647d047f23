"""What SQLite raises comes in, and an error that says in words what to do goes out."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.errors import LockedError, OutputError, reason_of

WAIT_SECONDS = 10
"""How long somebody else's change to a memory is waited for."""
CANNOT_WRITE = ("SQLITE_READONLY", "SQLITE_CANTOPEN")
SOMEBODY = "another process"
_RESERVED_BYTE = 0x40000001
"""Where SQLite locks a file that is being written."""


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Say in words what SQLite raises."""
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as exc:  # the second, of damaged bytes in SQLite's own message
        name = getattr(exc, "sqlite_errorname", "")
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            holder = holder_of(path)
            found = f"{holder} is writing to" if holder else f"{SOMEBODY} is using"
            raise LockedError(
                f"{path}: {found} the memory, and was not done in {WAIT_SECONDS} seconds; "
                "wait for it, and run this again."
            ) from exc
        if name.startswith("SQLITE_FULL"):
            raise OutputError(f"{path}: the disk is full; the memory is as it was before. Make room.") from exc
        if name.startswith(CANNOT_WRITE):
            raise OutputError(f"{path}: cannot write to the memory or its folder: {exc}.") from exc
        if name.startswith("SQLITE_IOERR"):
            raise OutputError(f"{path}: the disk refuses: {exc}; the memory is as it was before.") from exc
        if not name and "of the index" in str(exc):  # what we say ourselves of the tables that only help to find texts
            raise OutputError(
                f"{path}: the index of the memory is damaged ({reason_of(exc)}); "
                f"make it anew with 'bitexte memory check --renew {path}'."
            ) from exc
        raise OutputError(
            f"{path}: the memory is damaged ({reason_of(exc)}); restore a copy, or import it again."
        ) from exc


def holder_of(path: Path) -> str:
    """Return who writes to a file; nothing where the system cannot say, or where others read it."""
    try:
        import fcntl  # not on Windows
        import struct

        layout = "hhqqi4x"
        asked = struct.pack(layout, fcntl.F_RDLCK, os.SEEK_SET, _RESERVED_BYTE, 1, 0)
        with path.open("rb") as file:
            kind, *_, process = struct.unpack(layout, fcntl.fcntl(file, fcntl.F_GETLK, asked))
        if kind != fcntl.F_UNLCK and process > 0:
            return f"process {process}"
    except (ImportError, OSError, ValueError, AttributeError):
        pass
    return ""
