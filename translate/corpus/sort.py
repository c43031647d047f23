"""Sorting of a corpus of any size: sorted runs on the disk, merged. Equal units stay in their order.

External merge sort, Knuth, *The Art of Computer Programming*, volume 3, section 5.4.
"""

from __future__ import annotations

import heapq
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from translate.data import Bitext, TranslationUnit
from translate.files import apart
from translate.formats import Header, read_bitext, write_bitext

UNITS_IN_RUN = 10_000
MAX_RUN_CHARACTERS = 8_000_000
MAX_OPEN_RUNS = 64


def _collate(text: str) -> tuple[str, str]:
    """Return a key that sorts by letters first (`é` beside `e`), then by the text itself."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)), text


ORDERS: dict[str, Callable[[TranslationUnit], Any]] = {
    "source": lambda unit: _collate(unit.source.text),
    "target": lambda unit: _collate(unit.target.text),
    "name": lambda unit: unit.name,
    "document": lambda unit: unit.document or "",
    "score": lambda unit: -1.0 if unit.score is None else unit.score,
    "length": lambda unit: len(unit.source.text),
}
"""What units are sorted by, from small to large; those without a score come first."""


def sort_units(bitext: Bitext, by: str, *, is_reversed: bool = False) -> Iterator[TranslationUnit]:
    """Yield the units of `bitext` in order of :data:`ORDERS`. A run of units is in memory, all others on the disk."""
    key, header = ORDERS[by], Header.of(bitext)
    with tempfile.TemporaryDirectory(prefix="bitexte-") as name:
        folder = Path(name)
        runs: list[Path] = []
        for run in _iter_runs(bitext.units):
            run.sort(key=key, reverse=is_reversed)
            runs.append(_write(run, header, folder / f"0-{len(runs)}"))
        level = 0
        while len(runs) > MAX_OPEN_RUNS:
            level += 1
            groups = [runs[at : at + MAX_OPEN_RUNS] for at in range(0, len(runs), MAX_OPEN_RUNS)]
            runs = []
            for group in groups:
                merged = _merge(group, key, is_reversed)
                runs.append(_write(merged, header, folder / f"{level}-{len(runs)}"))
                for path in group:
                    path.unlink()
        yield from _merge(runs, key, is_reversed)


def _iter_runs(units: Iterable[TranslationUnit]) -> Iterator[list[TranslationUnit]]:
    """Yield units by so many, or so long, that a run fits into memory."""
    run: list[TranslationUnit] = []
    characters = 0
    for unit in units:
        run.append(unit)
        characters += len(unit.source.text) + len(unit.target.text)
        if len(run) >= UNITS_IN_RUN or characters >= MAX_RUN_CHARACTERS:
            yield run
            run, characters = [], 0
    if run:
        yield run


def _write(units: Iterable[TranslationUnit], header: Header, stem: Path) -> Path:
    bitext = Bitext(header.source_language, header.target_language, units, header.signature)
    with apart():
        return write_bitext(bitext, stem, "jsonl")[0]


def _merge(runs: list[Path], key: Callable[[TranslationUnit], Any], is_reversed: bool) -> Iterator[TranslationUnit]:
    yield from heapq.merge(*(read_bitext(path).units for path in runs), key=key, reverse=is_reversed)
