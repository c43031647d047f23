"""Names of units: the same in every run, in memory that does not grow with the document."""

from __future__ import annotations

import hashlib
import sqlite3
from types import TracebackType

_CACHE_KIB = 4096
_COUNT = """
INSERT INTO seen VALUES (?, 1) ON CONFLICT (digest) DO UPDATE SET number = number + 1 RETURNING number
"""


class UnitNames:
    """Names the units of one document, in order, each by its text and how many like it came before.

    The counts lie in a private database of SQLite's, which keeps what is over a few megabytes in a temporary file.
    """

    def __init__(self, document: str) -> None:
        self._document = document
        self._seen = sqlite3.connect("", isolation_level=None)
        self._seen.execute("PRAGMA journal_mode = OFF")
        self._seen.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._seen.execute("CREATE TABLE seen (digest BLOB PRIMARY KEY, number INTEGER) WITHOUT ROWID")
        self._seen.execute("BEGIN")

    def __enter__(self) -> UnitNames:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._seen.close()

    def name(self, text: str) -> str:
        """Return the name of the next unit of this source text."""
        digest = hashlib.blake2b(f"{self._document}\0{text}".encode(), digest_size=8)
        (number,) = self._seen.execute(_COUNT, (digest.digest(),)).fetchone()
        return f"{digest.hexdigest()}-{number}"
