"""Near duplicates by their letters: a unit comes in, and the numbers go out that units like it have, too, most likely.

MinHash with bands: A. Broder, *On the resemblance and containment of documents*, 1997; Leskovec, Rajaraman and Ullman,
*Mining of Massive Datasets*, chapter 3.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from translate.corpus.keys import loosen
from translate.data import TranslationUnit

BANDS, ROWS = 14, 8
"""Two units that share the part j of their runs of letters have a number in common with the probability
1 − (1 − j^ROWS)^BANDS: 5 % at a half, 57 % at 0.7, 92 % at 0.8, all but always from 0.9 on."""
RUN_LETTERS = 5
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_RANDOM = np.random.Generator(np.random.PCG64(20))
_FACTORS = _RANDOM.integers(1, 1 << 63, BANDS * ROWS, dtype=np.uint64) | np.uint64(1)
_SUMMANDS = _RANDOM.integers(0, 1 << 63, BANDS * ROWS, dtype=np.uint64)
_ROWS = _RANDOM.integers(1, 1 << 63, (BANDS, ROWS), dtype=np.uint64) | np.uint64(1)
_SIDES = (np.uint64(1), np.uint64(2))


def similar_keys(unit: TranslationUnit) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return a number of 64 bits for each band. Case, punctuation, spaces and the value of numbers do not count."""
    return similar_keys_of((unit.source.text, unit.target.text))


def similar_keys_of(texts: tuple[str, str]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return the numbers of a unit with these texts, source and target."""
    sides = zip(texts, _SIDES, strict=True)
    runs = np.concatenate([_hash_runs(loosen(text), side) for text, side in sides])
    hashed = (runs[:, None] * _FACTORS + _SUMMANDS) >> np.uint64(32)
    least = hashed.min(axis=0).reshape(BANDS, ROWS)
    keys = (least * _ROWS).sum(axis=1, dtype=np.uint64)
    return _mix(keys + np.arange(1, BANDS + 1, dtype=np.uint64) * _MULTIPLIER).view(np.int64)


def _hash_runs(text: str, side: np.uint64) -> np.ndarray[Any, np.dtype[np.uint64]]:
    """Return a number for each run of letters of a text; a short one is one run."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    count = max(1, len(letters) - RUN_LETTERS + 1)
    padded = np.concatenate([letters, np.zeros(RUN_LETTERS, np.uint64)])
    whole = np.full(count, side, np.uint64)
    for place in range(RUN_LETTERS):
        whole = whole * _MULTIPLIER + padded[place : place + count]
    return _mix(whole)


def _mix(numbers: np.ndarray[Any, np.dtype[np.uint64]]) -> np.ndarray[Any, np.dtype[np.uint64]]:
    """Spread numbers over all 64 bits (the end of MurmurHash3)."""
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(factor)
    return numbers ^ (numbers >> np.uint64(33))
