"""What was made of a shard: its files, and the word beside them that it is done."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, BinaryIO

from translate.errors import DocumentError
from translate.files import from_json
from translate.records import dataclass
from translate.shards.stores import Store

FOLDER = ".done"
PART, REJECTED = ".jsonl.gz", ".rejected.jsonl.gz"
_LEVEL = 6
_NAME = re.compile(r"part-[0-9]{6,}-[0-9a-f]{12}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made of a shard."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ShardDone:
    """What became of a shard. `refused` units failed the checks; `rejected` records could not be read or written.

    `characters` are those of the texts; `kernel` is how the engine computed.
    """

    name: str
    file: str
    first: int
    records: int
    rejected: int
    units: int
    refused: int
    characters: int
    kernel: str
    made: tuple[Made, ...]
    seconds: float = 0.0
    host: str = ""

    def save(self, store: Store) -> None:
        """Say that the shard is done; from now on it is never done again.

        :raises OutputError: where the store refuses.
        """
        with store.write(f"{FOLDER}/{self.name}.json") as file:
            file.write(json.dumps(asdict(self), ensure_ascii=False, indent=1).encode() + b"\n")

    def is_there(self, store: Store) -> bool:
        """Tell whether all its files stand, with their sizes."""
        return all(store.size(made.name) == made.size for made in self.made)


def find_done(store: Store) -> dict[str, ShardDone]:
    """Return all that was made in a store, by the name of the shard; a word that cannot be read is none."""
    found = (read_done(store, name) for name in store.names(FOLDER) if name.endswith(".json"))
    return {one.name: one for one in found if one is not None}


def read_done(store: Store, name: str) -> ShardDone | None:
    """Return what a file says was made; None where it says nothing of the kind."""
    try:
        with store.open(name) as file:
            value = from_json(file.read())
        done = ShardDone(**{**value, "made": tuple(Made(**one) for one in value["made"])})
    except (DocumentError, ValueError, TypeError, KeyError):
        return None
    return done if name == f"{FOLDER}/{done.name}.json" and _is_sound(done) else None


def _is_sound(done: ShardDone) -> bool:
    """Tell whether a word says what ours do: anybody may have written it, and it must not name files of others."""
    counts = (done.first, done.records, done.rejected, done.units, done.refused, done.characters)
    names = [made.name for made in done.made]
    return (
        names in ([done.name + PART], [done.name + PART, done.name + REJECTED])
        and all(isinstance(count, int) and count >= 0 for count in (*counts, *(made.size for made in done.made)))
        and all(isinstance(text, str) for text in (done.file, done.kernel, done.host))
        and all(isinstance(made.sha256, str) and _DIGEST.fullmatch(made.sha256) for made in done.made)
        and isinstance(done.seconds, int | float)
    )


def shard_of(name: str) -> str | None:
    """Return the name of the shard that a file belongs to, by its own name; None for a file of somebody else."""
    inner = name.removeprefix(f"{FOLDER}/")
    ending = next((one for one in (REJECTED, PART) if inner.endswith(one)), ".json" if inner != name else "")
    shard = inner.removesuffix(ending)
    return shard if ending and _NAME.fullmatch(shard) else None


class Part:
    """A gzip file that says nothing of when and where it was made, and knows the digest of its bytes."""

    def __init__(self, file: BinaryIO) -> None:
        self._sink = _Sink(file)
        sink: Any = self._sink
        self._packer = gzip.GzipFile("", "wb", _LEVEL, sink, mtime=0)

    def write(self, data: bytes) -> None:
        self._packer.write(data)

    def close(self, name: str) -> Made:
        """End the file, and return what it is under its name."""
        self._packer.close()
        return Made(name, self._sink.size, self._sink.digest.hexdigest())


class _Sink:
    def __init__(self, file: BinaryIO) -> None:
        self._file, self.size, self.digest = file, 0, hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.size += len(data)
        self.digest.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def writing(store: Store, name: str, made: list[Made]) -> Iterator[Part]:
    """Open a packed file of a shard; what it is in the end goes into `made`.

    :raises OutputError: where the store refuses.
    """
    with store.write(name) as file:
        part = Part(file)
        yield part
        made.append(part.close(name))
