"""Pieces: what a worker has of a shard while it works on it, so that another one goes on where it ended.

They lie beside the words that shards are done, and go when theirs is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, replace
from pathlib import Path

from translate.errors import DocumentError
from translate.files import from_json, remove_file
from translate.records import dataclass
from translate.shards.done import FOLDER
from translate.shards.records import Fault
from translate.shards.stores import Store

_ENDING = ".piece"


@dataclass(frozen=True, slots=True)
class Piece:
    """What was made of some records of a shard, from the record at `first` on, counted from 0.

    `lines` are those of the output; the other fields are as :class:`translate.shards.done.ShardDone` has them.
    """

    first: int
    records: int
    lines: tuple[bytes, ...]
    faults: tuple[Fault, ...] = ()
    units: int = 0
    refused: int = 0
    characters: int = 0
    kernel: str = ""

    def save(self, store: Store, shard: str) -> None:
        """Leave it for whoever does the shard again.

        :param shard: the name of its outputs.
        :raises OutputError: where the store refuses.
        """
        body = b"".join(self.lines)
        head = asdict(replace(self, lines=())) | {"sha256": hashlib.sha256(body).hexdigest()}
        with store.write(f"{FOLDER}/{shard}.{self.first:09}-{self.records}{_ENDING}", private=True) as file:
            file.write(json.dumps(head).encode() + b"\n" + body)


def read_pieces(store: Store, shard: str, kernel: str) -> Iterator[Piece]:
    """Yield the pieces of a shard from its beginning on, up to what is missing, or was made by another kernel."""
    reached = 0
    for first, _, name in _find(store, shard):
        piece = _read(store, name) if first == reached else None
        if piece is None or piece.kernel != kernel:
            return
        yield piece
        reached += piece.records


def count_standing(store: Store, shard: str) -> int:
    """Return how many records of a shard need not be done again, as far as names tell."""
    reached = 0
    for first, records, _ in _find(store, shard):
        if first == reached:
            reached += records
    return reached


def remove_pieces(store: Store, shard: str) -> None:
    """Remove the pieces of a shard."""
    for _, _, name in _find(store, shard):
        store.remove(name)


def remove_others(store: Store, shards: Collection[str]) -> None:
    """Remove the pieces of all shards but these: of those that are done, or were to be made otherwise."""
    for name in store.names(FOLDER):
        if name.endswith(_ENDING) and name.removeprefix(f"{FOLDER}/").partition(".")[0] not in shards:
            store.remove(name)


def forget_pieces(out: Path) -> list[tuple[Path, int]]:
    """Remove all pieces of a folder, which hold texts of shards that are not done; return them, with their bytes.

    :raises OutputError: where the disk refuses.
    """
    return [(path, remove_file(path)) for path in sorted(Path(out, FOLDER).glob(f"*{_ENDING}"))]


def _find(store: Store, shard: str) -> list[tuple[int, int, str]]:
    """Return where pieces begin, how many records they have, and their names, in order."""
    found = []
    for name in store.names(FOLDER):
        place = name.removeprefix(f"{FOLDER}/{shard}.").removesuffix(_ENDING)
        first, dash, records = place.partition("-")
        if name.endswith(_ENDING) and dash and first.isdecimal() and records.isdecimal():
            found.append((int(first), int(records), name))
    return sorted(found)


def _read(store: Store, name: str) -> Piece | None:
    """Return a piece; None where it is damaged, or gone."""
    try:
        with store.open(name) as file:
            head, _, body = file.read().partition(b"\n")
        value = from_json(head)
        if value.pop("sha256") != hashlib.sha256(body).hexdigest():
            return None
        value |= {"lines": tuple(body.splitlines(keepends=True)), "faults": tuple(Fault(**f) for f in value["faults"])}
        return Piece(**value)
    except (DocumentError, ValueError, TypeError, KeyError, AttributeError):
        return None
