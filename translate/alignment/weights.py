"""What each feature of a bead weighs, and each shape, in nats."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from translate.alignment.lattice import ALL_SHAPES, Shape
from translate.alignment.layout import LayoutWeights
from translate.records import dataclass


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
_SHAPES = (2.04, 0.82, -0.26, -0.80, 0.74, -0.19, -0.73, -1.89, -0.37, -0.97, -2.34, -1.99, -1.12, -1.45, -0.99, -1.80)
CALIBRATION = (0.97, -1.6, -2.0)
"""Slope and offset of the log-odds of a bead, and what is added for the share of a document's beads that are in doubt.

People join what overlaps a little, so that the raw probability promises too much, most of all on a free translation;
this is on the safe side for the sets of docs/alignment.md.
"""
WITHOUT_HYPOTHESES = Weights((0.18, 0.151, 0.0, 0.88), tuple(zip(ALL_SHAPES, (*_SHAPES, -2.31, -2.42), strict=True)))
_BESIDE = (2.17, 0.87, -0.28, -0.81, 0.81, -0.14, -0.80, -1.92, -0.34, -0.98, -2.36, -2.01, -1.17, -1.50, -1.02, -1.77)
_BESIDE_HYPOTHESES = tuple(zip(ALL_SHAPES, (*_BESIDE, -2.17, -2.98), strict=True))
WITH_HYPOTHESES = Weights((0.148, 0.177, 0.0, 0.832), _BESIDE_HYPOTHESES)
WITHOUT_LEXICON = Weights((0.15, 0.0, 0.15, 0.85), _BESIDE_HYPOTHESES)
"""For languages without a lexicon: hypotheses take the place of the words of the source."""
# Learnt by the same with --layout, of documents as users have them.
LAYOUT = LayoutWeights(joined=-3.44, alone=0.83, parted=-4.0, equal=3.11)
