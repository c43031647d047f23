"""Beads of five to eight segments of a side, where the path is in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from translate.alignment.band import full_band
from translate.alignment.evidence import MAX_SIZE
from translate.alignment.found import FoundBead, found_beads, with_gains
from translate.alignment.lattice import ALL_SHAPES, Lattice, Shape, find_best
from translate.alignment.layout import add_layout
from translate.alignment.search import SURE, Search
from translate.alignment.weights import LAYOUT

Floats = NDArray[np.float32]
MOST = 8
"""Segments that a bead may hold of one side, where the other side is one segment."""
_PER_SEGMENT = 0.7
"""Nats that each segment more than four costs, as the learnt weights go down from three to four."""
_LONG: tuple[Shape, ...] = tuple(shape for size in range(MAX_SIZE + 1, MOST + 1) for shape in ((1, size), (size, 1)))
SHAPES: tuple[Shape, ...] = (*ALL_SHAPES[:-2], *_LONG, *ALL_SHAPES[-2:])
_WIDEST = 24
"""Segments of a side of a place that is looked at again."""


def widen(found: Search, beads: Sequence[FoundBead]) -> list[FoundBead]:
    """Return beads with wider ones where these explain more."""
    result: list[FoundBead] = []
    last = 0
    for first, end in _doubtful(beads):
        again = _look_again(found, beads[first:end])
        if any(max(len(bead.source), len(bead.target)) > MAX_SIZE for bead in again):
            result += [*beads[last:first], *again]
            last = end
    return [*result, *beads[last:]]


def _doubtful(beads: Sequence[FoundBead]) -> Iterator[tuple[int, int]]:
    """Yield runs of beads, with a neighbour at each end, that may hide a bead wider than the search knows."""
    first: int | None = None
    for number in range(len(beads) + 1):
        is_doubtful = number < len(beads) and _may_be_wider(beads[number])
        if is_doubtful and first is None:
            first = number
        elif not is_doubtful and first is not None:
            run = beads[first:number]
            sizes = sum(len(bead.source) for bead in run), sum(len(bead.target) for bead in run)
            if max(sizes) > MAX_SIZE and abs(sizes[0] - sizes[1]) >= 3 and min(sizes) > 0 and max(sizes) <= _WIDEST:
                yield max(first - 1, 0), min(number + 1, len(beads))
            first = None


def _may_be_wider(bead: FoundBead) -> bool:
    return bead.probability < SURE or not bead.has_both or max(len(bead.source), len(bead.target)) == MAX_SIZE


def _look_again(found: Search, run: Sequence[FoundBead]) -> list[FoundBead]:
    """Return the best beads of a place, of all shapes."""
    rows = range(run[0].source.start, run[-1].source.stop)
    columns = range(run[0].target.start, run[-1].target.stop)
    band = full_band(len(rows), len(columns))
    measured = np.tensordot(found.weights.feature_vector(), found.evidence.measure(rows, columns, MOST), 1)
    scores: Floats = np.zeros((len(SHAPES), len(rows) + 1, len(columns) + 1), np.float32)
    usual = dict(found.weights.shapes)
    for number, (n, m) in enumerate(SHAPES):
        scores[number] = usual.get(
            (n, m), usual[min(n, MAX_SIZE), min(m, MAX_SIZE)] - _PER_SEGMENT * (max(n, m) - MAX_SIZE)
        )
        if n and m:
            scores[number, :-1, :-1] += measured[n - 1, m - 1]
    flat = scores.reshape(len(SHAPES), -1)
    add_layout(flat, band, found.layout.part(rows, columns), LAYOUT, SHAPES)
    lattice = Lattice(band, SHAPES, flat)
    beads = found_beads(lattice, find_best(lattice))
    moved = [
        replace(
            bead,
            source=range(bead.source.start + rows.start, bead.source.stop + rows.start),
            target=range(bead.target.start + columns.start, bead.target.stop + columns.start),
        )
        for bead in beads
    ]
    return with_gains(found.evidence, moved)
