"""The part of the lattice that a search may pass: the surroundings of a path, row by row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from translate.records import dataclass

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Band:
    """Lattice points (i, j): i source and j target segments are behind. Row i has the columns [low[i], high[i]).

    Cells are numbered row by row; that of (i, j) is `offsets[i] + j - low[i]`.
    """

    low: Integers
    """Shape (source segments + 1,); never falls."""
    high: Integers
    offsets: Integers
    """Shape (source segments + 2,)."""

    @property
    def source_count(self) -> int:
        return len(self.low) - 1

    @property
    def target_count(self) -> int:
        return int(self.high[-1]) - 1

    @property
    def cells(self) -> int:
        return int(self.offsets[-1])

    def blocks(self, rows: int) -> list[range]:
        """Return ranges of rows that cover the band, fewer than `rows` where the band is wide."""
        blocks: list[range] = []
        start = 0
        while start < len(self.low):
            end = min(start + rows, len(self.low))
            while end - start > 1 and (self.high[end - 1] - self.low[start]) * (end - start) > 64 * rows * rows:
                end = start + (end - start) // 2
            blocks.append(range(start, end))
            start = end
        return blocks


def full_band(source_count: int, target_count: int) -> Band:
    """Return the whole lattice."""
    return _band(np.zeros(source_count + 1, np.int64), np.full(source_count + 1, target_count + 1))


def band_around(path: Sequence[tuple[int, int]], radius: int) -> Band:
    """Return all points within `radius` of `path`, in rows and in columns.

    :param path: lattice points from (0, 0) to (source, target segments), neither number ever falling.
    """
    points = np.array(path, np.int64)
    source_count, target_count = points[-1]
    first = np.full(source_count + 1, target_count, np.int64)
    last = np.zeros(source_count + 1, np.int64)
    np.minimum.at(first, points[:, 0], points[:, 1])
    np.maximum.at(last, points[:, 0], points[:, 1])
    # A row that the path jumps over spans all columns from where it left to where it arrived.
    jumped = np.ones(source_count + 1, bool)
    jumped[points[:, 0]] = False
    left, arrived = np.maximum.accumulate(last), np.minimum.accumulate(first[::-1])[::-1]
    first[jumped], last[jumped] = left[jumped], arrived[jumped]
    rows = np.arange(source_count + 1)
    low = np.maximum(first[np.maximum(rows - radius, 0)] - radius, 0)
    high = np.minimum(last[np.minimum(rows + radius, source_count)] + radius, target_count) + 1
    return _band(low, high)


def _band(low: Integers, high: Integers) -> Band:
    return Band(low, high, np.concatenate([[0], np.cumsum(high - low)]).astype(np.int64))
