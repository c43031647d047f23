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


_SHAPES_WITHOUT = (
    1.78,
    0.6,
    -0.35,
    -1.4,
    0.68,
    -0.56,
    -1.4,
    -1.5,
    -0.28,
    -1.39,
    -1.5,
    -1.47,
    -1.44,
    -1.45,
    -1.42,
    -1.44,
    -1.98,
    -2.42,
)
_SHAPES_WITH = (
    2.0,
    0.67,
    -0.32,
    -1.39,
    0.79,
    -0.53,
    -1.39,
    -1.5,
    -0.16,
    -1.38,
    -1.49,
    -1.45,
    -1.44,
    -1.44,
    -1.41,
    -1.44,
    -1.96,
    -2.96,
)
WITHOUT_HYPOTHESES = Weights((0.2, 0.17, 0.0, 0.8), tuple(zip(ALL_SHAPES, _SHAPES_WITHOUT, strict=True)))
WITH_HYPOTHESES = Weights((0.11, 0.23, 0.0, 0.74), tuple(zip(ALL_SHAPES, _SHAPES_WITH, strict=True)))
