"""Attention between the pieces of a source and the words of its target: where a cut may stand, and fits best."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from translate.engines.base import Links
from translate.text.late import late, late_module

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
else:
    np = late_module("numpy")

CLOSING = frozenset(".,;:!?)]}…»”’%")
OPENING = frozenset("([{«“‘\"'")
_WORD = late(r"\S+")
_MORE = 0.505
"""Share of its attention that a word gives to a range which it belongs to."""
_SLIGHT, _FAIR, _MOSTLY = 0.15, 0.3, 0.6
"""Share of its attention that a word gives to what it may render, and to what it does; and least share of one beside it
that renders the same."""


class Grid:
    """Attention between source pieces and target words. Gaps are where a cut may stand: around words and marks.

    :param links: a row sums to 1, or to less where it is less sure.
    """

    def __init__(self, links: Links, target: str) -> None:
        self.target = target
        self.source_starts = links.source[:-1]
        self.source_count = len(links.source) - 1
        starts = links.target[:-1]
        weights = np.asarray(links.weights, dtype=np.float64).reshape(len(starts), self.source_count)
        heads = [n for n, start in enumerate(starts) if n == 0 or _is_gap(target, start)]
        self.gaps = [*(starts[n] for n in heads), len(target)]
        self.shares: npt.NDArray[np.float64] = (
            np.add.reduceat(weights, heads, axis=0) if heads else np.zeros((0, self.source_count))
        )
        self.sizes: npt.NDArray[np.float64] = (
            np.add.reduceat((weights.sum(1) > 0).astype(np.float64), heads) if heads else np.zeros(0)
        )

    def before(self, offset: int) -> int:
        """Return how many source pieces begin before a character of the source."""
        return bisect_left(self.source_starts, offset)

    def best_gap(self, source: int, low: int, high: int) -> int:
        """Return the gap in [low, high] where the least attention crosses from one side to the other."""
        left, right = self.shares[low:high, :source].sum(1), self.shares[low:high, source:].sum(1)
        cost = np.concatenate(([0.0], np.cumsum(right))) + np.concatenate((np.cumsum(left[::-1])[::-1], [0.0]))
        return low + int(np.argmin(np.round(cost, 6)))

    def best_word(self, source: tuple[int, int], low: int, high: int) -> tuple[int, int] | None:
        """Return the word in [low, high) that attends most to a range of source pieces, with those beside it that do.

        None where no word gives them a fair share.
        """
        shares = self._shares_of(source, low, high)
        if not len(shares) or shares.max() < _FAIR:
            return None
        first = last = int(np.argmax(np.round(shares, 6)))
        while first > 0 and shares[first - 1] >= _MOSTLY:
            first -= 1
        while last + 1 < len(shares) and shares[last + 1] >= _MOSTLY:
            last += 1
        return low + first, low + last + 1

    def share(self, source: tuple[int, int], low: int, high: int) -> float:
        """Return the largest share of its attention that a word in [low, high) gives to a range of source pieces."""
        return float(self._shares_of(source, low, high).max(initial=0.0))

    def renders(self, source: tuple[int, int], low: int, high: int) -> bool:
        """Tell whether a word in [low, high) renders a range of source pieces, or may and renders nothing else."""
        shares = self._shares_of(source, low, high)
        known = np.divide(self.shares[low:high].sum(1), np.maximum(self.sizes[low:high], 1.0))
        return bool(np.any((shares >= _FAIR) | ((shares >= _SLIGHT) & (shares > known / 2))))

    def _shares_of(self, source: tuple[int, int], low: int, high: int) -> npt.NDArray[np.float64]:
        inside = self.shares[low:high, source[0] : source[1]].sum(1)
        sizes = self.sizes[low:high]
        shares: npt.NDArray[np.float64] = np.divide(inside, sizes, out=np.zeros_like(inside), where=sizes > 0)
        return shares

    def best_range(self, source: tuple[int, int], free: Iterable[tuple[int, int]]) -> tuple[int, int]:
        """Return the run of words, within one of the free intervals, that attends most to a range of source pieces.

        A word counts for the run with what it attends inside, and against it with what it attends outside (the maximum
        sub-array, Bentley 1984, *Programming pearls*). Where no word attends more inside, the best one is taken.
        """
        inside = self.shares[:, source[0] : source[1]].sum(1)
        gain = inside - self.shares.sum(1) * _MORE
        best: tuple[float, int, int] | None = None
        for low, high in free:
            for start in range(low, high):
                sums = np.round(np.cumsum(gain[start:high]), 6)
                stop = int(np.argmax(sums))
                if best is None or sums[stop] > best[0]:
                    best = (float(sums[stop]), start, start + stop + 1)
        if best is None:
            place = next(iter(free), (0, 0))[0]
            return place, place
        return best[1], best[2]


def _is_gap(target: str, start: int) -> bool:
    before = target[start - 1]
    opens = before in OPENING and not target[max(start - 2, 0)].isalnum()
    return before.isspace() or target[start : start + 1] in CLOSING or opens


def diagonal_links(source: str, target: str) -> Links:
    """Return links of word to word by position alone, for engines that give no attention."""
    before = [match.start() for match in _WORD.finditer(source)]
    after = [match.start() for match in _WORD.finditer(target)]
    rows = []
    for number in range(len(after)):
        row = [0.0] * len(before)
        if row:
            row[number * len(before) // len(after)] = 1.0
        rows.append(tuple(row))
    return Links((*before, len(source)), (*after, len(target)), tuple(rows))
