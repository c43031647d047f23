"""Dynamic programming over a band: scores of beads come in, the best beads and their probabilities go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.alignment.band import Band

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Shape = tuple[int, int]
"""Numbers of source and of target segments in a bead."""

ALL_SHAPES: tuple[Shape, ...] = (*((n, m) for n in range(1, 5) for m in range(1, 5)), (1, 0), (0, 1))
COARSE_SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1))


@dataclass(frozen=True, slots=True)
class Lattice:
    """Scores of all beads of some shapes that begin in a band: `scores[shape, cell]`, in nats, higher is better.

    The last shape must be (0, 1): it alone stays in its row. A bead that would leave the band is never taken.
    """

    band: Band
    shapes: tuple[Shape, ...]
    scores: Floats


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of a path: where it begins, and the number of its shape."""

    source: int
    target: int
    shape: int


@dataclass(frozen=True, slots=True)
class _Move:
    """The cells from which a shape leads from one row into another, and those it leads to."""

    shape: int
    begin: slice
    end: slice


def find_best(lattice: Lattice) -> list[Step]:
    """Return the beads of the path with the highest score, in order (Viterbi)."""
    band = lattice.band
    best: Doubles = np.full(band.cells, -np.inf)
    taken: NDArray[np.uint8] = np.zeros(band.cells, np.uint8)
    across = len(lattice.shapes) - 1
    best[0] = 0.0
    for row in range(band.source_count + 1):
        here = slice(band.offsets[row], band.offsets[row + 1])
        for move in _moves_into(lattice, row):
            reached = best[move.begin] + lattice.scores[move.shape, move.begin]
            better = reached > best[move.end]
            best[move.end][better] = reached[better]
            taken[move.end][better] = move.shape
        before = best[here].copy()
        walked = _walked(lattice, here)
        best[here] = np.maximum.accumulate(before - walked) + walked
        # Equal up to rounding means that the row was entered here.
        taken[here][best[here] > before + 1e-9] = across
    return _trace(lattice, taken)


def find_posteriors(lattice: Lattice) -> Floats:
    """Return the probability of each bead, `[shape, cell]`, when paths weigh as the exponential of their scores.

    Forward–backward. What is far from the best path has probability 0.
    """
    forward, backward = _forward(lattice), _backward(lattice)
    total = forward[-1]
    posteriors: Floats = np.zeros(lattice.scores.shape, np.float32)
    for row in range(lattice.band.source_count + 1):
        for move in _moves_into(lattice, row):
            summed = forward[move.begin] + lattice.scores[move.shape, move.begin] + backward[move.end] - total
            posteriors[move.shape, move.begin] = np.exp(summed)
        start, end = lattice.band.offsets[row], lattice.band.offsets[row + 1]
        summed = forward[start : end - 1] + lattice.scores[-1, start : end - 1] + backward[start + 1 : end] - total
        posteriors[-1, start : end - 1] = np.exp(summed)
    return posteriors


def _forward(lattice: Lattice) -> Doubles:
    """Return the logarithm of the summed weight of all paths from the start to each cell."""
    band = lattice.band
    forward: Doubles = np.full(band.cells, -np.inf)
    forward[0] = 0.0
    for row in range(band.source_count + 1):
        here = slice(band.offsets[row], band.offsets[row + 1])
        for move in _moves_into(lattice, row):
            reached = forward[move.begin] + lattice.scores[move.shape, move.begin]
            forward[move.end] = np.logaddexp(forward[move.end], reached)
        walked = _walked(lattice, here)
        forward[here] = np.logaddexp.accumulate(forward[here] - walked) + walked
    return forward


def _backward(lattice: Lattice) -> Doubles:
    """Return the logarithm of the summed weight of all paths from each cell to the end."""
    band = lattice.band
    backward: Doubles = np.full(band.cells, -np.inf)
    backward[-1] = 0.0
    for row in range(band.source_count, -1, -1):
        here = slice(band.offsets[row], band.offsets[row + 1])
        walked = _walked(lattice, here)
        backward[here] = np.logaddexp.accumulate((backward[here] + walked)[::-1])[::-1] - walked
        for move in _moves_into(lattice, row):
            reached = backward[move.end] + lattice.scores[move.shape, move.begin]
            backward[move.begin] = np.logaddexp(backward[move.begin], reached)
    return backward


def _walked(lattice: Lattice, here: slice) -> Doubles:
    """Return the score of walking along a row from its first cell to each, by 0–1 beads."""
    steps = lattice.scores[-1, here][:-1].astype(np.float64)
    return np.concatenate([[0.0], np.cumsum(steps)])


def _moves_into(lattice: Lattice, row: int) -> list[_Move]:
    """Return the moves of all shapes but the last that end in `row`."""
    band = lattice.band
    low, high, offset = band.low.item(row), band.high.item(row), band.offsets.item(row)
    moves: list[_Move] = []
    for number, (n, m) in enumerate(lattice.shapes[:-1]):
        start = row - n
        if start < 0:
            continue
        from_low, from_offset = band.low.item(start), band.offsets.item(start)
        first, last = max(from_low, low - m), min(band.high.item(start), high - m)
        if first < last:
            begin = slice(from_offset + first - from_low, from_offset + last - from_low)
            moves.append(_Move(number, begin, slice(offset + first + m - low, offset + last + m - low)))
    return moves


def _trace(lattice: Lattice, taken: NDArray[np.uint8]) -> list[Step]:
    band, steps = lattice.band, []
    row, column = band.source_count, band.target_count
    while row or column:
        shape = int(taken[band.offsets[row] + column - band.low[row]])
        n, m = lattice.shapes[shape]
        row, column = row - n, column - m
        steps.append(Step(row, column, shape))
    return steps[::-1]


def points_of(steps: Sequence[Step], shapes: Sequence[Shape]) -> list[tuple[int, int]]:
    """Return the lattice points where beads begin, and the end."""
    if not steps:
        return [(0, 0)]
    n, m = shapes[steps[-1].shape]
    return [*((step.source, step.target) for step in steps), (steps[-1].source + n, steps[-1].target + m)]
