"""A memory as a file: bilingual files go in, matches and units come out, and what is to be forgotten goes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from translate.data import MemoryMatch, TranslationUnit
from translate.errors import OutputError, UsageError
from translate.memory.database import (
    INDEX,
    check_languages,
    create,
    meta_of,
    open_existing,
    remove_empty,
)
from translate.memory.exact import find_exact, newest_first
from translate.memory.faults import sqlite_errors
from translate.memory.indexing import extend_index, is_whole, rebuild_index, renew_digests
from translate.memory.lookup import Finder
from translate.memory.matches import LookupSettings, Match, Query
from translate.memory.people import DOCUMENT_SQL
from translate.memory.rows import UNIT_COLUMNS, Languages, unit_of_row
from translate.memory.transactions import reading, writing
from translate.records import dataclass
from translate.text.late import late_module

if TYPE_CHECKING:
    from translate.memory import contents as counted
    from translate.memory import importing, proving, removing
    from translate.memory.contents import Contents, People
    from translate.memory.importing import Imported, ImportSettings, Reject
else:  # of which a look-up needs nothing
    importing, removing = map(late_module, ("translate.memory.importing", "translate.memory.removing"))
    counted, proving = map(late_module, ("translate.memory.contents", "translate.memory.proving"))

_BATCH_QUERIES = 256
_UNITS = f"""
SELECT t.source, f.penalty, f.domain, {UNIT_COLUMNS} FROM unit u JOIN text t ON t.number = u.text
 JOIN file f ON f.number = u.file LEFT JOIN document d ON d.number = u.document
"""
_OF_DOCUMENT = f"SELECT u.number FROM unit u LEFT JOIN document d ON d.number = u.document WHERE {DOCUMENT_SQL} = ?"


@dataclass(frozen=True, slots=True)
class StoredUnit:
    """A unit, and what the memory alone knows of it."""

    number: int
    unit: TranslationUnit
    changed: str
    """When it was last changed, `20260131T235959Z`; empty where its file does not say."""
    penalty: int
    domain: str


class MemoryFile:
    """A memory that is open."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection, self.path = connection, path
        meta = meta_of(connection)
        self.languages = Languages(meta["source_language"], meta["target_language"])
        self._has_own_index = meta.get("index") == INDEX
        self._finder: Finder | None = None
        self._version = 0
        """Of what others wrote, when the finder began."""
        self._is_new = False
        """Whether this process made the file, and nothing was put into it yet."""
        self._place = _place_of(path)

    @classmethod
    def open(cls, path: Path, *, writes: bool = False) -> MemoryFile:
        """Open a memory.

        :raises UsageError: where there is none.
        :raises OutputError: where it is no memory, of another format, or damaged.
        """
        connection = open_existing(path, writes=writes)
        with sqlite_errors(path):
            return cls(connection, path)

    @classmethod
    def open_or_create(cls, path: Path, source_language: str, target_language: str) -> MemoryFile:
        """Open a memory to write to, or make one in these languages, which goes again where nothing is put into it.

        :raises UsageError: where it is in other languages.
        """
        if not path.exists():
            try:
                memory = cls(create(path, source_language, target_language), path)
            except OutputError as exc:
                if not (isinstance(exc.__cause__, FileExistsError) and path.exists()):
                    raise  # else another process has just made it
            else:
                memory._is_new = True
                return memory
        memory = cls.open(path, writes=True)
        try:
            memory.check_languages(source_language, target_language)
        except UsageError:
            memory.close()
            raise
        return memory

    def __enter__(self) -> MemoryFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and self._is_new:
            remove_empty(self.connection, self.path)
        self.close()

    def close(self) -> None:
        self.connection.close()

    def check_languages(self, source_language: str, target_language: str) -> None:
        """Refuse other languages than those of the memory; regions do not count.

        :raises UsageError: with both pairs.
        """
        check_languages(self.connection, self.path, source_language, target_language)

    def take(
        self, units: Iterable[TranslationUnit], settings: ImportSettings, reject: Reject, *, replaced: str | None = None
    ) -> Imported:
        """Put the units of a file into the memory: all of them, or none where anything goes wrong.

        :param reject: receives each unit that is not taken, and why.
        :param replaced: a document whose units of before are deleted.
        """
        with self._writing():
            if replaced is not None:
                found = self.connection.execute(_OF_DOCUMENT, (replaced,))
                removing.forget_units(self.connection, [number for (number,) in found])
            counts = importing.Importer(self.connection, self.languages, settings).take(units, reject)
            if replaced is not None:
                removing.remove_unused(self.connection)
            else:
                self._index()
        self._is_new = False
        return counts

    def merge(self, other: MemoryFile) -> Imported:
        """Put the units of another memory into this one, with their penalties and domains."""
        self.check_languages(other.languages.source, other.languages.target)
        counts = importing.Imported()
        with self._writing():
            kinds = "SELECT number, penalty, domain FROM file ORDER BY number"
            for file, penalty, domain in other.connection.execute(kinds).fetchall():
                units = (held.unit for held in other.stored("u.file = ?", (file,)))
                importer = importing.Importer(
                    self.connection, self.languages, importing.ImportSettings(penalty, domain)
                )
                counts = counts.plus(importer.take(units, lambda unit, reason: None))
            self._index()
        self._is_new = False
        return counts

    def delete(self, numbers: Sequence[int]) -> int:
        """Delete units; nothing of their texts stays in the file.

        :raises OutputError: where the disk refuses.
        """
        with self._writing():
            deleted = removing.forget_units(self.connection, numbers)
            if deleted:
                removing.remove_unused(self.connection)
        if deleted:
            with sqlite_errors(self.path):
                self.connection.execute("VACUUM")
        return deleted

    def lookup(self, queries: Sequence[Query], settings: LookupSettings | None = None) -> Iterator[tuple[Match, ...]]:
        """Yield the matches of each query, the best first; 256 queries at a time are fastest.

        Each such batch sees the memory as it is when the batch begins: others may write to it meanwhile.
        """
        for start in range(0, len(queries), _BATCH_QUERIES):
            with reading(self.connection, self.path, has_begun=self._finder is not None) as version:
                some = queries[start : start + _BATCH_QUERIES]
                answers = list(self._finder_of(version).lookup(some, settings or LookupSettings()))
            yield from answers

    def _finder_of(self, version: int) -> Finder:
        """Return what looks up the memory as it is: what others changed is read anew."""
        if self._finder is None or self._version != version:
            self._has_own_index = meta_of(self.connection).get("index") == INDEX
            self.check_index()
            self._finder, self._version = Finder(self.connection, self.languages), version
        return self._finder

    def find(self, texts: Sequence[str]) -> dict[str, tuple[MemoryMatch, ...]]:
        """Return the exact matches of each text that has any; apostrophes and kinds of space do not count."""
        with sqlite_errors(self.path):
            return {text: newest_first([found]) for text, found in find_exact(self.connection, texts).items()}

    def units(self) -> Iterator[TranslationUnit]:
        """Yield all units, in the order of their import."""
        yield from (held.unit for held in self.stored())

    def stored(
        self, condition: str = "", values: Sequence[object] = (), *, by_source: bool = False
    ) -> Iterator[StoredUnit]:
        """Yield units with what the memory alone knows of them, in the order of their import.

        :param condition: on the tables `unit u`, `text t`, `file f` and `document d`.
        :param by_source: whether those with one source come one after the other instead.
        """
        order = "t.digest, t.source, u.number" if by_source else "u.number"
        where = f"WHERE {condition}" if condition else ""
        with sqlite_errors(self.path):
            for source, penalty, domain, *row in self.connection.execute(f"{_UNITS} {where} ORDER BY {order}", values):
                yield StoredUnit(row[0], unit_of_row(row, source, self.languages), row[6], penalty, domain)

    def contents(self) -> Contents:
        """Count the units, and those of each state, origin, year and domain."""
        with sqlite_errors(self.path):
            return counted.count_contents(self.connection)

    def people(self) -> People:
        """Count the units of each document and author."""
        with sqlite_errors(self.path):
            return counted.count_people(self.connection)

    def has_index(self) -> bool:
        """Tell whether the index is of this version, and has all texts."""
        with sqlite_errors(self.path):
            return self._has_own_index and is_whole(self.connection)

    def check_index(self) -> None:
        """Refuse a memory that cannot be looked up.

        :raises OutputError: with what to do.
        """
        if not self.has_index():
            raise OutputError(
                f"{self.path}: the index was made by another version of bitexte; "
                f"make it anew with 'bitexte memory check {self.path}'."
            )

    def prove_index(self) -> None:
        """Look at the whole index, and compare it with a sample of the texts.

        :raises OutputError: where it is damaged, with what to do.
        """
        with reading(self.connection, self.path, has_begun=False):
            proving.prove_index(self.connection)

    def repair_index(self) -> None:
        """Make the index anew, and the digests by which texts are found."""
        self._has_own_index = False
        with self._writing():
            self._index()

    def faults(self) -> list[str]:
        """Return what is wrong with the file; nothing where it is sound."""
        with sqlite_errors(self.path):
            found = [text for (text,) in self.connection.execute("PRAGMA integrity_check") if text != "ok"]
            return found or proving.lost_rows(self.connection)

    def _index(self) -> None:
        if self._has_own_index:
            extend_index(self.connection)
            return
        rebuild_index(self.connection)
        self.connection.execute("REPLACE INTO meta VALUES ('index', ?)", (INDEX,))
        self._has_own_index = True

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._finder = None
        with writing(self.connection, self.path):
            if _place_of(self.path) != self._place:  # what is written to a file without a name is lost
                raise OutputError(f"{self.path}: the memory was removed or replaced meanwhile; run this again.")
            if not self._has_own_index:
                renew_digests(self.connection)
            yield


def _place_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one that gets its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
