"""A rough path through two long documents, in linear time: halved again and again, aligned, and refined.

After Thompson and Koehn 2019, *Vecalign: improved sentence alignment in linear time and space*: averaging neighbours
keeps what a stretch of text is about, so a coarse alignment bounds where the fine one can be.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from translate.alignment.band import Band, band_around, full_band
from translate.alignment.lattice import COARSE_SHAPES, Lattice, find_best, points_of
from translate.alignment.product import multiply
from translate.alignment.vectors import halve, normalise

Floats = NDArray[np.float32]
Point = tuple[int, int]
_SMALL = 160
"""Segments, or sums of segments, that are aligned without a band."""
_RADIUS = 10
_SAMPLES = 4096
_RANDOM_SEED = 20191103
_THRESHOLD = 1.5
"""Standard deviations above chance that a similarity must have to be better than leaving both sides alone."""
_ROWS = 64


def find_path(source: Floats, target: Floats) -> list[Point]:
    """Return lattice points from (0, 0) to the end, near which the best alignment lies.

    :param source: vectors of segments, (segments, dimensions), in one space with those of `target`.
    """
    if not len(source) or not len(target):
        return [(0, 0), (len(source), 0), (len(source), len(target))]
    if max(len(source), len(target)) <= _SMALL or min(len(source), len(target)) < 2:
        return _align(source, target, full_band(len(source), len(target)))
    rough = find_path(halve(source), halve(target))
    path = [(min(2 * i, len(source)), min(2 * j, len(target))) for i, j in rough]
    return _align(source, target, band_around(path, _RADIUS))


def _align(source: Floats, target: Floats, band: Band) -> list[Point]:
    """Align two lists of vectors within a band, by 1–1, 1–2, 2–1, 1–0 and 0–1 beads."""
    one, other = normalise(source), normalise(target)
    pairs, other_pairs = normalise(_with_next(source)), normalise(_with_next(target))
    mean, deviation = _chance(one, other)
    scores: Floats = np.zeros((len(COARSE_SHAPES), band.cells), np.float32)
    for block in band.blocks(_ROWS):
        rows = slice(block.start, min(block.stop, len(source)))
        first, last = int(band.low[block.start]), min(int(band.high[block.stop - 1]), len(target))
        columns = slice(first, last)
        sides = (one, other), (one, other_pairs), (pairs, other)
        similar = [multiply(left[rows], right[columns].T) for left, right in sides]
        for shape, similarity in enumerate(similar):
            n, m = COARSE_SHAPES[shape]
            gain = ((similarity - mean) / deviation - _THRESHOLD) * ((n + m) / 2)
            for row in range(rows.start, rows.stop):
                low, high = int(band.low[row]), min(int(band.high[row]), len(target))
                if low < high:
                    begin = int(band.offsets[row])
                    scores[shape, begin : begin + high - low] = gain[row - rows.start, low - first : high - first]
    return points_of(find_best(Lattice(band, COARSE_SHAPES, scores)), COARSE_SHAPES)


def _with_next(vectors: Floats) -> Floats:
    summed: Floats = vectors.copy()
    summed[:-1] += vectors[1:]
    return summed


def _chance(one: Floats, other: Floats) -> tuple[float, float]:
    """Return mean and standard deviation of the similarity of vectors that have nothing to do with each other."""
    random = np.random.default_rng(_RANDOM_SEED)
    left = one[random.integers(0, len(one), _SAMPLES)]
    right = other[random.integers(0, len(other), _SAMPLES)]
    similarities = np.einsum("ij,ij->i", left, right)
    return float(similarities.mean()), max(float(similarities.std()), 1e-3)
