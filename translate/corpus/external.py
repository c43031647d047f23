"""Sorting of records of any number: runs that fit into memory on the disk, merged; what is equal stays in order.

External merge sort, Knuth, *The Art of Computer Programming*, volume 3, section 5.4.
"""

from __future__ import annotations

import heapq
import math
import pickle
import struct
import tempfile
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path

import orjson

from translate.data import TranslationUnit
from translate.files.parts import refusals
from translate.formats.jsonunit import unit_of, value_of

RUN_BYTES = 16_000_000
MAX_OPEN_RUNS = 200
"""Files that are merged at once: macOS lets a process have 256 open."""
_HEAD = struct.Struct("<II")
_COST = 150
"""Bytes of a record in memory beside its key and its data."""
_BUFFER_BYTES = 1 << 15
_PICKLED = b"\x80"

Record = tuple[bytes, bytes]
"""What a record is sorted by, and what it holds."""


def sort_records(records: Iterable[Record], *, is_reversed: bool = False) -> Iterator[Record]:
    """Yield records by the bytes of their keys; memory holds one run.

    What is more than :data:`MAX_OPEN_RUNS` runs is merged before, and no run more often than it must be.

    :raises OutputError: where the disk of temporary files refuses.
    """
    with tempfile.TemporaryDirectory(prefix="bitexte-") as name:
        folder = Path(name)
        runs = list(_write_runs(records, folder, is_reversed))
        level = 0
        while len(runs) > MAX_OPEN_RUNS:
            level += 1
            made: list[Path] = []
            while (surplus := len(made) + len(runs) - MAX_OPEN_RUNS) > 0 and len(runs) > 1:
                group, runs = runs[: min(MAX_OPEN_RUNS, surplus + 1)], runs[min(MAX_OPEN_RUNS, surplus + 1) :]
                made.append(_write(_merge(group, is_reversed), folder / f"{level}-{len(made)}"))
                for path in group:
                    path.unlink()
            runs = made + runs
        yield from _merge(runs, is_reversed)


def pack(unit: TranslationUnit) -> bytes:
    """Return a unit as bytes: JSON, which takes less time than Python's own way, but for what JSON cannot say."""
    numbers = (unit.score, *(issue.value for issue in unit.issues))
    if all(number is None or math.isfinite(number) for number in numbers):
        try:
            return orjson.dumps(value_of(unit)) + b"\n"  # a copy: what orjson gives keeps up to eight times its size
        except TypeError:  # a lone surrogate
            pass
    return pickle.dumps(unit, pickle.HIGHEST_PROTOCOL)


def unpack(data: bytes | memoryview) -> TranslationUnit:
    """Undo :func:`pack`."""
    if data[:1] != _PICKLED:
        return unit_of(orjson.loads(data))
    unit: TranslationUnit = pickle.loads(data)
    return unit


def _write_runs(records: Iterable[Record], folder: Path, is_reversed: bool) -> Iterator[Path]:
    for number, run in enumerate(_iter_runs(records)):
        run.sort(key=itemgetter(0), reverse=is_reversed)
        yield _write(run, folder / f"0-{number}")
        run.clear()  # before the next one is filled


def _iter_runs(records: Iterable[Record]) -> Iterator[list[Record]]:
    run: list[Record] = []
    size = 0
    for record in records:
        run.append(record)
        size += len(record[0]) + len(record[1]) + _COST
        if size >= RUN_BYTES:
            yield run
            size = 0
    if run:
        yield run


def _write(records: Iterable[Record], path: Path) -> Path:
    with refusals(path), path.open("wb", buffering=_BUFFER_BYTES) as file:
        for key, data in records:
            file.write(_HEAD.pack(len(key), len(data)) + key + data)
    return path


def _merge(runs: list[Path], is_reversed: bool) -> Iterator[Record]:
    return heapq.merge(*map(_read, runs), key=itemgetter(0), reverse=is_reversed)


def _read(path: Path) -> Iterator[Record]:
    with path.open("rb", buffering=_BUFFER_BYTES) as file:
        while head := file.read(_HEAD.size):
            width, size = _HEAD.unpack(head)
            record = file.read(width + size)
            yield record[:width], record[width:]
