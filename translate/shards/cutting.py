"""Cutting: files become shards of a number of records, by their content alone, however many workers there are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from translate.errors import DocumentError, UsageError
from translate.records import dataclass
from translate.shards.records import Kind, is_packed, kind_of, mark_bytes, parquet_faults, parquet_library, read_lines
from translate.shards.stores import Store, digest_within

WINDOW = 2_048
"""Records that are translated together; what is held does not grow with the shard."""
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of one file. `first` is its first line, or row, from 1; `offset` where that begins, in bytes.

    `digest` is the SHA-256 of what is in the part, and of its kind.
    """

    number: int
    file: str
    kind: Kind
    first: int
    records: int
    size: int
    digest: str
    offset: int | None = None
    """None where the file is packed, or has no lines."""
    window: int = WINDOW
    """Records that are translated together at first."""
    standing: int = 0
    """Records that need not be done again where a worker ended, when one was last given the shard."""

    def name(self, recipe: str) -> str:
        """Return what its outputs are called: its number, and a digest of what it holds and how it is translated.

        :param recipe: all that decides what is made of a shard.
        """
        whole = hashlib.sha256(f"{self.digest}\0{recipe}".encode()).hexdigest()
        return f"part-{self.number:06}-{whole[:_DIGITS]}"


def find_files(store: Store) -> tuple[list[str], list[str]]:
    """Return the names of the files of a corpus, and of those that hold no records.

    :raises UsageError: where there is none to read, or a name is not in UTF-8, so that no manifest could name it.
    """
    names = store.names()
    files = [name for name in names if kind_of(name)]
    strange = next((name for name in files if not _is_text(name)), None)
    if strange is not None:
        raise UsageError(f"{store.address}: the name of the file {strange!a} is not in UTF-8; rename it.")
    if not files:
        found = f"{len(names)} others" if names else "nothing"
        raise UsageError(
            f"{store.address}: no shards to read: expected .jsonl, .txt, .tsv (also .gz, .xz, .zst) or .parquet, found "
            f"{found}."
        )
    return files, [name for name in names if not kind_of(name)]


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes that are none, as Python has them
        return False
    return True


def iter_shards(store: Store, names: Iterable[str], records: int) -> Iterator[Shard]:
    """Yield the shards of all files, in order; a shard has `records` records, the last one of a file fewer.

    :raises DocumentError: where a file cannot be read.
    """
    number = 0
    for name in names:
        kind = kind_of(name) or "text"
        parts = _iter_rows(store, name, records) if kind == "parquet" else _iter_lines(store, name, records)
        for first, count, size, digest, offset in parts:
            yield Shard(number, name, kind, first, count, size, digest, offset)
            number += 1


_Part = tuple[int, int, int, str, int | None]
"""First line, records, bytes, digest and offset of a part."""


def _iter_lines(store: Store, name: str, records: int) -> Iterator[_Part]:
    kind, packed = kind_of(name) or "text", is_packed(name)
    with store.open(name) as file:
        offset = mark_bytes(file)
    with store.open(name) as file:
        content, first = Content(kind), 1
        for line in read_lines(file, name, offset=None):
            content.add(line)
            if content.records == records:
                yield first, records, content.size, content.digest, None if packed else offset
                first, offset = first + records, offset + content.size
                content = Content(kind)
        if content.records:
            yield first, content.records, content.size, content.digest, None if packed else offset


class Content:
    """The lines of a part, as they tell it from every other one."""

    def __init__(self, kind: Kind) -> None:
        self._whole = hashlib.sha256(f"{kind}\0".encode())
        self.records, self.size = 0, 0

    def add(self, line: bytes) -> None:
        self._whole.update(line)
        self.records += 1
        self.size += len(line)

    @property
    def digest(self) -> str:
        return self._whole.hexdigest()

    def refuse_changed(self, shard: Shard) -> None:
        """:raises ChangedError: where these are not the lines that the shard had when it was cut."""
        if self.digest != shard.digest:
            raise _changed(shard.file)


class ChangedError(DocumentError):
    """A file is not the one any more that was cut into shards."""


def _changed(file: str) -> ChangedError:
    message = "has changed since the run began, so that shards would mix two contents; run the same command again."
    return ChangedError(message, path=file)


def refuse_changed_rows(store: Store, shard: Shard, file: BinaryIO) -> None:
    """Compare the rows and bytes of a Parquet file with those that it had; to read all of it again takes too long.

    :raises ChangedError: where they differ.
    """
    with parquet_faults(shard.file):
        rows = int(parquet_library().ParquetFile(file).metadata.num_rows)
    if shard.size != _share(store, shard.file, shard.records, rows):
        raise _changed(shard.file)
    file.seek(0)


def _share(store: Store, name: str, count: int, rows: int) -> int:
    """Return the bytes of some rows, as if all were of one size; none where there are no rows."""
    return (store.size(name) or 0) * count // rows if rows else 0


def _iter_rows(store: Store, name: str, records: int) -> Iterator[_Part]:
    whole = digest_within(store, name)
    with store.open(name) as file, parquet_faults(name):
        rows = int(parquet_library().ParquetFile(file).metadata.num_rows)
    for first in range(1, rows + 1, records):
        count = min(records, rows - first + 1)
        digest = hashlib.sha256(f"{whole}\0{first}\0{count}".encode()).hexdigest()
        yield first, count, _share(store, name, count, rows), digest, None


@dataclass(frozen=True, slots=True)
class Take:
    """Every `of`-th shard, beginning with the `number`-th, from 1: what one job of a queue does."""

    number: int = 1
    of: int = 1

    @classmethod
    def parse(cls, text: str) -> Take:
        """Read `17/64`.

        :raises UsageError: where that is no such share.
        """
        number, slash, of = text.partition("/")
        if slash and number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
            return cls(int(number), int(of))
        raise UsageError(f"--take must be a number and a total, such as 17/64, with 1 to the total; not '{text}'.")

    def has(self, shard: Shard) -> bool:
        return shard.number % self.of == self.number - 1
