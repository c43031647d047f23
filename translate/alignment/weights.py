"""What each feature of a bead weighs, and each shape, in nats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.alignment.lattice import ALL_SHAPES, Shape


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of a conditional random field over the beads of two documents (Sarawagi & Cohen 2004)."""

    features: tuple[float, ...]
    """One for each of `evidence.FEATURES`."""
    shapes: tuple[tuple[Shape, float], ...]

    def feature_vector(self) -> NDArray[np.float32]:
        return np.array(self.features, np.float32)

    def shape_vector(self) -> NDArray[np.float32]:
        """Return the weights in the order of `ALL_SHAPES`."""
        table = dict(self.shapes)
        return np.array([table[shape] for shape in ALL_SHAPES], np.float32)


# Learnt by benchmarks/alignment/learn.py.
_SHAPES = (1.99, 0.66, -0.34, -1.06, 0.77, -0.22, -0.97, -1.75, -0.35, -1.11, -1.96, -1.80, -1.28, -1.46, -1.19, -1.64)
CALIBRATION = (1.0, -1.2)
"""Slope and offset of the log-odds of a bead. On every set they were learnt from, more than 98 % of the beads at 0.8 or
above are right; the raw probability of forward–backward promises a little too much (docs/alignment.md)."""
WITHOUT_HYPOTHESES = Weights((0.153, 0.174, 0.0, 0.881), tuple(zip(ALL_SHAPES, (*_SHAPES, -2.32, -2.36), strict=True)))
WITH_HYPOTHESES = Weights((0.11, 0.18, 0.0, 0.85), tuple(zip(ALL_SHAPES, (*_SHAPES, -2.32, -2.36), strict=True)))
