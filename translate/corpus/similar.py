"""Near duplicates by their letters: units come in, and the numbers go out that units like them have, too, most likely.

MinHash with bands: A. Broder, *On the resemblance and containment of documents*, 1997; Leskovec, Rajaraman and Ullman,
*Mining of Massive Datasets*, chapter 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from translate.corpus.keys import loosen

BANDS, ROWS = 14, 8
"""Two units that share the part j of their runs of letters have a number in common with the probability
1 − (1 − j^ROWS)^BANDS: 5 % at a half, 57 % at 0.7, 92 % at 0.8, all but always from 0.9 on."""
RUN_LETTERS = 5
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_RANDOM = np.random.Generator(np.random.PCG64(20))
_FACTORS = _RANDOM.integers(1, 1 << 63, BANDS * ROWS, dtype=np.uint64) | np.uint64(1)
_SUMMANDS = _RANDOM.integers(0, 1 << 63, BANDS * ROWS, dtype=np.uint64)
_ROWS = _RANDOM.integers(1, 1 << 63, (BANDS, ROWS), dtype=np.uint64) | np.uint64(1)
_SIDES = np.array((1, 2), np.uint64)
_GAP = "\0" * RUN_LETTERS


def similar_keys(pairs: Sequence[tuple[str, str]]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return the numbers of units with these texts, source and target: a row a unit, 64 bits for each band.

    Case, punctuation, spaces and the value of numbers do not count. Many units at once take half of what one by one do.
    """
    runs, bounds = _hash_runs([loosen(text) for pair in pairs for text in pair])
    least = np.empty((len(pairs), BANDS * ROWS), np.uint64)
    for row, (start, end) in zip(least, pairwise(bounds[::2]), strict=True):
        hashed = runs[start:end, None] * _FACTORS
        hashed += _SUMMANDS
        hashed.min(axis=0, out=row)
    least >>= np.uint64(32)
    keys = (least.reshape(-1, BANDS, ROWS) * _ROWS).sum(axis=2, dtype=np.uint64)
    return _mix(keys + np.arange(1, BANDS + 1, dtype=np.uint64) * _MULTIPLIER).view(np.int64)


def _hash_runs(texts: Sequence[str]) -> tuple[np.ndarray[Any, np.dtype[np.uint64]], list[int]]:
    """Return a number for each run of letters of texts, sources and targets by turns; a short text is one run.

    With them comes where those of each text begin, and where all end.
    """
    letters = np.frombuffer("".join(text + _GAP for text in texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    counts = np.maximum(1, lengths - RUN_LETTERS + 1)
    ends = np.cumsum(counts)
    starts = np.cumsum(lengths + RUN_LETTERS) - lengths - RUN_LETTERS
    places = np.arange(counts.sum()) + np.repeat(starts - ends + counts, counts)
    whole = np.repeat(np.resize(_SIDES, len(texts)), counts)
    for place in range(RUN_LETTERS):
        whole = whole * _MULTIPLIER + letters[places + place]
    return _mix(whole), [0, *ends.tolist()]


def _mix(numbers: np.ndarray[Any, np.dtype[np.uint64]]) -> np.ndarray[Any, np.dtype[np.uint64]]:
    """Spread numbers over all 64 bits (the end of MurmurHash3)."""
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(factor)
    return numbers ^ (numbers >> np.uint64(33))
