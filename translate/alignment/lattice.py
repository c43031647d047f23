"""Dynamic programming over a band: scores of beads come in, the best beads and their probabilities go out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from translate.alignment.band import Band
from translate.records import dataclass

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

    def cell(self, step: Step) -> int:
        """Return the number of the cell where a bead begins."""
        return int(self.band.offsets[step.source] + step.target - self.band.low[step.source])


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of a path: where it begins, and the number of its shape."""

    source: int
    target: int
    shape: int


def find_best(lattice: Lattice) -> list[Step]:
    """Return the beads of the path with the highest score, in order (Viterbi)."""
    band, moves = lattice.band, _Moves(lattice)
    best: Doubles = np.full(band.cells, -np.inf)
    taken: NDArray[np.uint8] = np.zeros(band.cells, np.uint8)
    across = len(lattice.shapes) - 1
    best[0] = 0.0
    for row in range(band.source_count + 1):
        here = moves.row(row)
        if row:
            reached = moves.into(row, best)
            choice = reached.argmax(0)
            taken[here] = choice
            best[here] = reached[choice, np.arange(len(choice))]
        before = best[here].copy()
        walked = _walked(lattice, here)
        best[here] = np.maximum.accumulate(before - walked) + walked
        # Equal up to rounding means that the row was entered here.
        taken[here][best[here] > before + 1e-9] = across
    return _trace(lattice, taken)


def find_posteriors(lattice: Lattice) -> Floats:
    """Return the probability of each bead, `[shape, cell]`, when paths weigh as the exponential of their scores.

    Forward–backward. What leaves the band has probability 0.
    """
    moves = _Moves(lattice)
    forward, backward = _sum_paths(lattice, moves, 1), _sum_paths(lattice, moves, -1)
    total = forward[-1]
    posteriors: Floats = np.zeros(lattice.scores.shape, np.float32)
    for shape in range(len(lattice.shapes)):
        begins, ends = moves.cells(shape)
        summed = forward[begins] + lattice.scores[shape, begins] + backward[ends] - total
        posteriors[shape, begins] = np.exp(summed)
    return posteriors


def _sum_paths(lattice: Lattice, moves: _Moves, step: int) -> Doubles:
    """Return the logarithm of the summed weight of all paths that lie before each cell.

    :param step: 1 where paths come from the start; -1 where they come from the end.
    """
    summed: Doubles = np.full(lattice.band.cells, -np.inf)
    summed[0 if step > 0 else -1] = 0.0
    rows = range(lattice.band.source_count + 1)[::step]
    for row in rows:
        here = moves.row(row)
        if row != rows[0]:
            summed[here] = _log_sum(moves.into(row, summed, step))
        walked = step * _walked(lattice, here)
        summed[here] = np.logaddexp.accumulate((summed[here] - walked)[::step])[::step] + walked
    return summed


def _log_sum(values: Doubles) -> Doubles:
    """Return the logarithm of the sum of exponentials over the first axis; -inf where all are."""
    most = values.max(0)
    finite = np.where(np.isfinite(most), most, 0.0)
    with np.errstate(divide="ignore"):
        summed: Doubles = np.log(np.exp(values - finite).sum(0)) + finite
    return summed


def _walked(lattice: Lattice, here: slice) -> Doubles:
    """Return the score of walking along a row from its first cell to each, by 0–1 beads."""
    walked: Doubles = np.zeros(here.stop - here.start)
    np.cumsum(lattice.scores[-1, here.start : here.stop - 1], out=walked[1:])
    return walked


class _Moves:
    """From which cells each shape leads where, for a whole band: what leaves the band is left out."""

    def __init__(self, lattice: Lattice) -> None:
        self._lattice = lattice
        band = lattice.band
        self._offsets = band.offsets.tolist()
        self._firsts: list[list[int]] = []
        self._counts: list[list[int]] = []
        self._ends: list[list[int]] = []
        for n, m in lattice.shapes:
            rows = len(band.low) - n
            here, there = slice(0, max(rows, 0)), slice(n, None)
            first = np.maximum(band.low[here], band.low[there] - m)
            last = np.minimum(band.high[here], band.high[there] - m)
            self._firsts.append((band.offsets[: max(rows, 0)] + first - band.low[here]).tolist())
            self._counts.append(np.maximum(last - first, 0).tolist())
            self._ends.append((band.offsets[n : n + max(rows, 0)] + first + m - band.low[there]).tolist())

    def row(self, row: int) -> slice:
        return slice(self._offsets[row], self._offsets[row + 1])

    def into(self, row: int, values: Doubles, step: int = 1) -> Doubles:
        """Return what each shape but the last brings to each cell of `row`: the value of its other end, and its score.

        :param step: 1 for shapes that end in the row, from the value where they begin; -1 for those that begin in it.
        """
        scores, offset = self._lattice.scores, self._offsets[row]
        reached: Doubles = np.full((len(self._lattice.shapes) - 1, self._offsets[row + 1] - offset), -np.inf)
        for shape, (n, _) in enumerate(self._lattice.shapes[:-1]):
            start = row - n if step > 0 else row
            if 0 <= start < len(self._counts[shape]) and (count := self._counts[shape][start]):
                begin, end = self._firsts[shape][start], self._ends[shape][start]
                there, here = (begin, end - offset) if step > 0 else (end, begin - offset)
                np.add(
                    values[there : there + count],
                    scores[shape, begin : begin + count],
                    out=reached[shape, here : here + count],
                )
        return reached

    def cells(self, shape: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the cells where a shape can begin, and for each the cell where it ends."""
        counts = np.array(self._counts[shape], np.int64)
        within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        firsts, ends = np.array(self._firsts[shape], np.int64), np.array(self._ends[shape], np.int64)
        return np.repeat(firsts, counts) + within, np.repeat(ends, counts) + within


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
