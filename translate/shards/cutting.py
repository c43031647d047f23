"""Cutting: files become shards of a number of records, by their content alone, however many workers there are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from translate.errors import UsageError
from translate.records import dataclass
from translate.shards.records import Kind, is_packed, kind_of, parquet_faults, parquet_library, read_lines
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

    :raises UsageError: where there is none to read.
    """
    names = store.names()
    files = [name for name in names if kind_of(name)]
    if not files:
        found = f"{len(names)} others" if names else "nothing"
        raise UsageError(
            f"{store.address}: no shards to read: expected .jsonl, .txt, .tsv (also .gz, .xz, .zst) or .parquet, found "
            f"{found}."
        )
    return files, [name for name in names if not kind_of(name)]


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
    kind, packed = kind_of(name), is_packed(name)
    with store.open(name) as file:
        whole, count, size, first, offset = hashlib.sha256(f"{kind}\0".encode()), 0, 0, 1, 0
        for line in read_lines(file, name, offset=None):
            whole.update(line)
            count += 1
            size += len(line)
            if count == records:
                yield first, count, size, whole.hexdigest(), None if packed else offset
                first, offset = first + count, offset + size
                whole, count, size = hashlib.sha256(f"{kind}\0".encode()), 0, 0
        if count:
            yield first, count, size, whole.hexdigest(), None if packed else offset


def _iter_rows(store: Store, name: str, records: int) -> Iterator[_Part]:
    whole = digest_within(store, name)
    with store.open(name) as file, parquet_faults(name):
        rows = int(parquet_library().ParquetFile(file).metadata.num_rows)
    size = store.size(name) or 0
    for first in range(1, rows + 1, records):
        count = min(records, rows - first + 1)
        yield (
            first,
            count,
            size * count // rows,
            hashlib.sha256(f"{whole}\0{first}\0{count}".encode()).hexdigest(),
            None,
        )


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
