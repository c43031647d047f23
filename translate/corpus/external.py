"""Sorting of records by number: runs that fit into memory on the disk, merged; records of one number stay in order."""

from __future__ import annotations

import heapq
import struct
import tempfile
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path

RUN_BYTES = 16_000_000
MAX_OPEN_RUNS = 64
_HEAD = struct.Struct("<qI")
_COST = 120
"""Bytes of a record in memory beside its data."""

Record = tuple[int, bytes]


def sort_records(records: Iterable[Record]) -> Iterator[Record]:
    """Yield records by their number, a signed one of 64 bits; memory holds one run."""
    with tempfile.TemporaryDirectory(prefix="bitexte-") as name:
        folder = Path(name)
        runs = [_write(run, folder / f"0-{number}") for number, run in enumerate(_iter_runs(records))]
        level = 0
        while len(runs) > MAX_OPEN_RUNS:
            level += 1
            groups = [runs[at : at + MAX_OPEN_RUNS] for at in range(0, len(runs), MAX_OPEN_RUNS)]
            runs = []
            for group in groups:
                runs.append(_write(_merge(group), folder / f"{level}-{len(runs)}"))
                for path in group:
                    path.unlink()
        yield from _merge(runs)


def _iter_runs(records: Iterable[Record]) -> Iterator[list[Record]]:
    run: list[Record] = []
    size = 0
    for record in records:
        run.append(record)
        size += len(record[1]) + _COST
        if size >= RUN_BYTES:
            run.sort(key=itemgetter(0))
            yield run
            run, size = [], 0
    if run:
        run.sort(key=itemgetter(0))
        yield run


def _write(records: Iterable[Record], path: Path) -> Path:
    with path.open("wb") as file:
        for number, data in records:
            file.write(_HEAD.pack(number, len(data)) + data)
    return path


def _merge(runs: list[Path]) -> Iterator[Record]:
    return heapq.merge(*map(_read, runs), key=itemgetter(0))


def _read(path: Path) -> Iterator[Record]:
    with path.open("rb") as file:
        while head := file.read(_HEAD.size):
            number, size = _HEAD.unpack(head)
            yield number, file.read(size)
