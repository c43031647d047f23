"""Bilingual files as a memory of their own: made in a folder once, and anew where the files are others.

It is the same file that `memory import` makes, so that one look-up serves both. What was interrupted leaves none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path

from translate.data import TranslationUnit
from translate.errors import FormatError, OutputError, UsageError
from translate.memory.database import INDEX, create, meta_of, open_existing
from translate.memory.faults import sqlite_errors
from translate.memory.importing import Importer, ImportSettings
from translate.memory.rows import Languages, is_half
from translate.memory.transactions import writing

_MADE_OF = "made_of"
"""Of `meta`: the digest of the files that a memory was made of."""

Read = Callable[[], Iterable[tuple[ImportSettings, Iterable[TranslationUnit]]]]
"""Reads the files, each with what is said of all its units."""


def make_store(path: Path, digest: str, languages: Languages, read: Read, *, has_index: bool = False) -> None:
    """Have the memory at `path` hold the units of some files; where it was made of `digest`, it does.

    :param has_index: whether it is to be ready for fuzzy matches too.
    :raises OutputError: where the disk refuses.
    :raises FormatError: for a unit that no text can hold.
    """
    if not _is_made_of(path, digest):
        _make(path, digest, languages, read)
    if has_index:
        from translate.memory.indexing import extend_index, is_whole  # slow to load, and exact matches need none

        with closing(open_existing(path, writes=True)) as connection, writing(connection, path):
            if not is_whole(connection):
                extend_index(connection)


def _is_made_of(path: Path, digest: str) -> bool:
    """Tell whether a memory is whole and of these files; one that is damaged or of another version is made anew."""
    try:
        with sqlite_errors(path), closing(open_existing(path)) as connection:
            meta = meta_of(connection)
            return meta.get(_MADE_OF) == digest and meta.get("index") == INDEX
    except (OutputError, UsageError):
        return False


def _make(path: Path, digest: str, languages: Languages, read: Read) -> None:
    part = path.with_name(f"{path.stem}.part{path.suffix}")
    try:
        part.unlink(missing_ok=True)
        with closing(create(part, languages.source, languages.target)) as connection, writing(connection, part):
            _fill(connection, languages, read)
            connection.execute("INSERT INTO meta VALUES (?, ?)", (_MADE_OF, digest))
        part.replace(path)
    except OSError as exc:
        raise OutputError(f"{path}: cannot make the memory: {exc.strerror}.") from exc
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, languages: Languages, read: Read) -> None:
    for settings, units in read():
        Importer(connection, languages, settings, is_new=True).take(units, _refuse)


def _refuse(unit: TranslationUnit, reason: str) -> None:
    """Pass over what matches no text, and say what cannot be written."""
    if unit.source.text.strip() and is_half(unit.target.text, unit.context_before, unit.context_after):
        raise FormatError(f"the memory's unit {unit.name!a}: {reason}")
