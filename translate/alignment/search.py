"""Two sides come in, and out comes the best path of beads in one order, with what was measured on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from translate.alignment import boundaries
from translate.alignment.band import Band, band_around, full_band
from translate.alignment.coarse import find_path
from translate.alignment.evidence import MAX_SIZE, Evidence, gather
from translate.alignment.lattice import ALL_SHAPES, Lattice, Step, find_best, find_posteriors, points_of
from translate.alignment.layout import Layout, add_layout, find_layout
from translate.alignment.lexicon import load_lexicon
from translate.alignment.terms import collect_terms
from translate.alignment.vectors import project
from translate.alignment.weights import LAYOUT, WITH_HYPOTHESES, WITHOUT_HYPOTHESES, WITHOUT_LEXICON, Weights
from translate.languages import find_language
from translate.records import dataclass

Floats = NDArray[np.float32]
RADIUS = 8
_ROWS = 48
_SMALL_CELLS = 2_500
SURE = 0.9
"""A bead less probable than this is in doubt."""


@dataclass(frozen=True, slots=True)
class Side:
    """One document: its segments, and for each of them 1 where a paragraph begins, 2 after a delimiter, else 0."""

    language: str
    texts: tuple[str, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found, and by what."""

    evidence: Evidence
    weights: Weights
    layout: Layout
    lattice: Lattice
    """Of the second pass."""


def search(source: Side, target: Side, hypotheses: Sequence[str] | None = None) -> Search:
    """Score all beads near the best path, in two passes: the second knows what the first one shows of the documents.

    :param hypotheses: translations of the source segments, one a segment; None to do without.
    """
    evidence = gather(
        collect_terms(source.texts, source.language),
        collect_terms(target.texts, target.language),
        None if hypotheses is None else collect_terms(hypotheses, target.language),
        load_lexicon(source.language, target.language),
        length_ratio=usual_ratio(source.language, target.language),
    )
    weights = WITHOUT_HYPOTHESES
    if hypotheses is not None:
        weights = WITH_HYPOTHESES if evidence.has_lexicon else WITHOUT_LEXICON
    marks = np.array(source.marks, np.int64), np.array(target.marks, np.int64)
    layout = find_layout(marks, (source.texts, target.texts))
    lattice = score(evidence, first_band(evidence), weights)
    add_layout(lattice.scores, lattice.band, layout, LAYOUT)
    steps = find_best(lattice)
    evidence = _with_length_ratio(evidence, lattice, steps)
    layout = layout.after(steps)
    marks = np.where(layout.goes_on[0], 0, marks[0]), np.where(layout.goes_on[1], 0, marks[1])
    points = points_of(steps, ALL_SHAPES)
    band = band_around(points, RADIUS)
    anchors = boundaries.mark_cells(band, boundaries.weigh(points, *marks), *marks)
    lattice = score(evidence, band, weights, anchors=anchors)
    add_layout(lattice.scores, band, layout, LAYOUT)
    return Search(evidence, weights, layout, lattice)


def score(evidence: Evidence, band: Band, weights: Weights, *, anchors: Floats | None = None) -> Lattice:
    """Return the scores of all beads that begin in `band`.

    :param anchors: what it weighs that a bead begins at a cell; nothing where it is None.
    """
    shapes = weights.shape_vector()
    scores: Floats = np.repeat(shapes[:, None], band.cells, axis=1)
    if anchors is not None:
        scores += anchors
    features = weights.feature_vector()
    for block in band.blocks(_ROWS):
        first, last = int(band.low[block.start]), int(band.high[block.stop - 1])
        measured = np.tensordot(features, evidence.measure(block, range(first, last)), 1)
        gain = measured.reshape(MAX_SIZE * MAX_SIZE, len(block), last - first)
        for row in block:
            low, high, begin = int(band.low[row]), int(band.high[row]), int(band.offsets[row])
            scores[:-2, begin : begin + high - low] += gain[:, row - block.start, low - first : high - first]
    return Lattice(band, ALL_SHAPES, scores)


def usual_ratio(source_language: str, target_language: str) -> float:
    """Return how many characters a text of one language has to one of its source."""
    return find_language(target_language).relative_length / find_language(source_language).relative_length


def first_band(evidence: Evidence) -> Band:
    counts = len(evidence.source), len(evidence.target)
    if (counts[0] + 1) * (counts[1] + 1) <= _SMALL_CELLS:
        return full_band(*counts)
    return band_around(find_path(*project(evidence)), RADIUS)


def _with_length_ratio(evidence: Evidence, lattice: Lattice, steps: Sequence[Step]) -> Evidence:
    """Measure again how much longer the target is, by the beads that are sure; few of them change it little."""
    posteriors = find_posteriors(lattice)
    source = _USUAL_CHARACTERS
    target = _USUAL_CHARACTERS * evidence.length_ratio
    for step in steps:
        n, m = ALL_SHAPES[step.shape]
        if n and m and posteriors[step.shape, lattice.cell(step)] > SURE:
            source += float(evidence.source.characters[step.source : step.source + n].sum())
            target += float(evidence.target.characters[step.target : step.target + m].sum())
    return replace(evidence, length_ratio=float(np.clip(target / source, 0.6, 1.6)))


_USUAL_CHARACTERS = 2_000.0
"""Characters of sure beads that say as much of the length ratio as the two languages do."""
