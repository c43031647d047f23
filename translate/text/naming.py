"""Names of units: the same in every run, in memory that does not grow with the document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from translate.text.scratch import temporary_database

_CACHE_KIBIBYTES = 4096
_TABLE = "CREATE TABLE seen (digest BLOB PRIMARY KEY, number INTEGER) WITHOUT ROWID"
_COUNT = """
INSERT INTO seen VALUES (?, 1) ON CONFLICT (digest) DO UPDATE SET number = number + 1 RETURNING number
"""


@contextmanager
def unit_names(document: str) -> Iterator[Callable[[str], str]]:
    """Give a function that names the next unit of a document, by its source text and how many like it came before."""
    with temporary_database([_TABLE], cache_kibibytes=_CACHE_KIBIBYTES) as database:

        def name(text: str) -> str:
            digest = _digest(document, text)
            (number,) = database.execute(_COUNT, (digest,)).fetchone()
            return f"{digest.hex()}-{number}"

        yield name


def unit_name(document: str, text: str, number: int) -> str:
    """Return the name of the unit of a document whose source text `number - 1` units before it have too."""
    return f"{_digest(document, text).hex()}-{number}"


def _digest(document: str, text: str) -> bytes:
    return hashlib.blake2b(f"{document}\0{text}".encode(), digest_size=8).digest()
