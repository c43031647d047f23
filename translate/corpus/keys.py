"""Units and texts as numbers of 64 bits, so that millions of them can be compared on the disk."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from hashlib import blake2b

_SPACE = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+(?:[.,’'\s]\d+)*")
_SIGNS = re.compile(r"[^\w\s]+")


def key_of(*texts: str) -> int:
    """Return a number for these texts, the same in every run: a signed one of 64 bits, as SQLite holds them.

    Two of ten million different texts meet by chance with a probability of 3 in a million.
    """
    digest = blake2b(digest_size=8)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return int.from_bytes(digest.digest(), "big", signed=True)


def loosen(text: str) -> str:
    """Return what near duplicates have in common: words in lower case, any number as 0, no punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _SPACE.sub(" ", _SIGNS.sub(" ", _DIGITS.sub("0", plain))).strip()


class Numbers:
    """Remembers a number for each key, on the disk."""

    def __init__(self, database: sqlite3.Connection, table: str) -> None:
        self._execute = database.execute
        self._select = f"SELECT number FROM {table} WHERE key = ?"
        self._insert = f"INSERT OR REPLACE INTO {table} VALUES (?, ?)"

    @staticmethod
    def table(name: str) -> str:
        """Return the statement that makes its table."""
        return f"CREATE TABLE {name} (key INTEGER PRIMARY KEY, number INTEGER)"

    def get(self, key: int, default: int) -> int:
        row = self._execute(self._select, (key,)).fetchone()
        return default if row is None else int(row[0])

    def put(self, key: int, number: int) -> None:
        self._execute(self._insert, (key, number))


class Seen:
    """Remembers keys on the disk."""

    def __init__(self, database: sqlite3.Connection, table: str) -> None:
        self._execute = database.execute
        self._insert = f"INSERT OR IGNORE INTO {table} VALUES (?)"

    @staticmethod
    def table(name: str) -> str:
        """Return the statement that makes its table."""
        return f"CREATE TABLE {name} (key INTEGER PRIMARY KEY)"

    def add(self, key: int) -> bool:
        """Remember `key`; return whether it is new."""
        return self._execute(self._insert, (key,)).rowcount == 1
