"""Rivals: numbers stand for what units share, and of all places with one number one wins; which lose is a bit each.

Entries go to the disk, parted by their number, and one part after the other is sorted in memory. So memory and time
do not depend on how the numbers are spread, and time grows as the corpus does.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import numpy as np

from translate.files.parts import refusals

Keep = Literal["first", "last", "best"]
PARTS = 256
ENTRIES_HELD = 1 << 17
_ENTRY = np.dtype([("key", "<i8"), ("place", "<i8"), ("rank", "<f8")])
_Entries = np.ndarray[Any, Any]
_MOST_IN_PART = 1 << 22
"""Entries that are sorted at once; a larger part is parted again, by the bits after those that parted it."""


class Rivals:
    """Takes the numbers of each place, and tells which places lose. A place with several numbers loses by any.

    :param keep: which place of those with one number wins; `best` is the one of the highest rank, then the first.
    """

    def __init__(self, keep: Keep, folder: Path) -> None:
        self._keep, self._folder = keep, folder
        self._held = np.empty(ENTRIES_HELD, _ENTRY)
        self._count = self._places = 0

    @classmethod
    @contextmanager
    def open(cls, keep: Keep) -> Iterator[Rivals]:
        """Give rivals a folder, which goes when the context ends."""
        with tempfile.TemporaryDirectory(prefix="bitexte-") as name:
            yield cls(keep, Path(name))

    def add(self, place: int, key: int, rank: float = 0.0) -> None:
        """Take a number of 64 bits for a place; places come in order."""
        self._held[self._count] = (key, place, rank)
        self._advance(1, place)

    def add_all(self, place: int, keys: np.ndarray[Any, np.dtype[np.int64]], ranks: Sequence[float]) -> None:
        """Take several numbers of each of some places, a row a place, which follow one another from `place` on."""
        places, each = keys.shape
        if self._count + keys.size > ENTRIES_HELD:
            self._flush()
        held = self._held[self._count : self._count + keys.size]
        held["key"] = keys.ravel()
        held["place"], held["rank"] = np.repeat(np.arange(place, place + places), each), np.repeat(ranks, each)
        self._advance(keys.size, place + places - 1)

    def _advance(self, count: int, place: int) -> None:
        self._count += count
        self._places = place + 1
        if self._count == ENTRIES_HELD:
            self._flush()

    def _flush(self) -> None:
        _part(self._held[: self._count], self._folder, 56)
        self._count = 0

    def find_losers(self) -> Losers:
        """Return which places lose."""
        self._flush()
        losers = Losers(self._places)
        for path in sorted(self._folder.iterdir()):
            self._judge(path, 48, losers)
        return losers

    def _judge(self, path: Path, shift: int, losers: Losers) -> None:
        entries = np.fromfile(path, _ENTRY) if path.stat().st_size <= _MOST_IN_PART * _ENTRY.itemsize else None
        if entries is None and shift >= 0:
            inner = path.with_name(f"{path.name}.parts")
            inner.mkdir()
            with path.open("rb") as file:
                while len(some := np.fromfile(file, _ENTRY, ENTRIES_HELD)):
                    _part(some, inner, shift)
            path.unlink()
            for one in sorted(inner.iterdir()):
                self._judge(one, shift - 8, losers)
            return
        if entries is None:  # one number that so many places have
            self._judge_one(path, losers)
            return
        path.unlink()
        order = np.lexsort((*self._order(entries), entries["key"]))
        keys = entries["key"][order]
        losers.mark(entries["place"][order[1:][keys[1:] == keys[:-1]]])

    def _order(self, entries: _Entries) -> tuple[_Entries, _Entries]:
        """Return by what entries of one number are ranked, the weightier second."""
        better = -entries["rank"] if self._keep == "best" else np.zeros(len(entries))
        return -entries["place"] if self._keep == "last" else entries["place"], better

    def _judge_one(self, path: Path, losers: Losers) -> None:
        """Mark all places of a file that holds one number alone, but the one that wins."""
        winner = np.empty(0, _ENTRY)
        with path.open("rb") as file:
            while len(some := np.fromfile(file, _ENTRY, ENTRIES_HELD)):
                together = np.concatenate([winner, some])
                order = np.lexsort(self._order(together))
                winner = together[order[:1]]
                losers.mark(together["place"][order[1:]])
        path.unlink()


class Losers:
    """A bit for each place."""

    def __init__(self, places: int) -> None:
        self._bits = np.zeros(places // 8 + 1, np.uint8)
        self._places = places

    def mark(self, places: np.ndarray[Any, np.dtype[np.int64]]) -> None:
        np.bitwise_or.at(self._bits, places >> 3, (1 << (places & 7)).astype(np.uint8))

    def __contains__(self, place: int) -> bool:
        """Tell whether a place loses; one that was never taken does not."""
        return place < self._places and bool(self._bits[place >> 3] >> (place & 7) & 1)

    def __len__(self) -> int:
        return int(np.unpackbits(self._bits).sum())


def _part(entries: np.ndarray[Any, Any], folder: Path, shift: int) -> None:
    """Append entries to files by eight bits of their number.

    :raises OutputError: where the disk refuses.
    """
    parts = (entries["key"].view(np.uint64) >> np.uint64(shift)) & np.uint64(PARTS - 1)
    order = np.argsort(parts, kind="stable")
    bounds = np.searchsorted(parts[order], np.arange(PARTS + 1))
    for number in range(PARTS):
        some = entries[order[bounds[number] : bounds[number + 1]]]
        if len(some):
            path = folder / f"{number:03}"
            with refusals(path), path.open("ab") as file:
                file.write(some.tobytes())
