"""Where paragraphs and parts begin in both documents: anchors for beads when they agree, nothing when they do not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from translate.alignment.band import Band

Floats = NDArray[np.float32]
Marks = NDArray[np.int64]
"""For each segment: 0 goes on, 1 begins a paragraph, 2 comes after a hard delimiter such as `.EOA`."""
LEVELS = 3
_SMOOTHING = 2.0
_MAX_WEIGHT = 4.0
_PARAGRAPH_TRUST = 0.25
"""Paragraphs say again much of what words and lengths say, as all features do, whose learnt weights are as small."""


def weigh(points: Sequence[tuple[int, int]], source: Marks, target: Marks) -> Floats:
    """Return what it says for a bead to begin at segments of some levels: (source levels, target levels), in nats.

    It is the pointwise mutual information of the levels along a first path. Where all paragraphs of both documents
    agree it is large, where paragraphs were broken anew in translation it is near zero.

    :param points: where the beads of that path begin.
    """
    inside = [(i, j) for i, j in points if i < len(source) and j < len(target)]
    counts = np.zeros((LEVELS, LEVELS))
    for i, j in inside:
        counts[source[i], target[j]] += 1
    total = counts.sum()
    if not total:
        return np.zeros((LEVELS, LEVELS), np.float32)
    expected = counts.sum(1, keepdims=True) * counts.sum(0, keepdims=True) / total
    information = np.log((counts + _SMOOTHING) / (expected + _SMOOTHING))
    information[:2, :2] *= _PARAGRAPH_TRUST
    weights: Floats = np.clip(information, -_MAX_WEIGHT, _MAX_WEIGHT).astype(np.float32)
    return weights


def mark_cells(band: Band, weights: Floats, source: Marks, target: Marks) -> Floats:
    """Return the weight of every cell of `band` as the beginning of a bead."""
    rows = np.repeat(np.arange(band.source_count + 1), band.high - band.low)
    columns = np.arange(band.cells) - band.offsets[rows] + band.low[rows]
    levels = np.append(source, 0)[rows], np.append(target, 0)[columns]
    cells: Floats = weights[levels]
    cells[(rows == band.source_count) | (columns == band.target_count)] = 0.0
    return cells
