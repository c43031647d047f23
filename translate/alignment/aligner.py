"""Two documents come in as segments, and out come beads that cover both once, in order, each with its probability."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from translate.alignment import boundaries
from translate.alignment.band import Band, band_around, full_band
from translate.alignment.coarse import find_path
from translate.alignment.evidence import MAX_SIZE, Evidence, gather
from translate.alignment.hard import BeadScorer, ask
from translate.alignment.lattice import ALL_SHAPES, Lattice, Step, find_best, find_posteriors, points_of
from translate.alignment.layout import add_layout, find_layout
from translate.alignment.lexicon import load_lexicon
from translate.alignment.terms import collect_terms
from translate.alignment.vectors import project
from translate.alignment.weights import (
    CALIBRATION,
    LAYOUT,
    WITH_HYPOTHESES,
    WITHOUT_HYPOTHESES,
    WITHOUT_LEXICON,
    Weights,
)
from translate.data import Bead
from translate.languages import find_language

Floats = NDArray[np.float32]
RADIUS = 8
_ROWS = 48
_SMALL_CELLS = 2_500
_LEAST_PROBABILITY = 1e-6
_SURE = 0.9
"""A bead less probable than this is in doubt."""


@dataclass(frozen=True, slots=True)
class Side:
    """One document: its segments, and for each of them 1 where a paragraph begins, 2 after a delimiter, else 0."""

    language: str
    texts: tuple[str, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """`cost` of a bead is minus the natural logarithm of its probability. `similarity` runs from 0 to 100."""

    beads: tuple[Bead, ...]
    similarity: float
    """How much of the words of both documents their beads explain: 0 for unrelated texts."""


def align(
    source: Side, target: Side, *, hypotheses: Sequence[str] | None = None, scorer: BeadScorer | None = None
) -> Alignment:
    """Align two documents.

    :param hypotheses: translations of the source segments, one a segment; None to do without.
    :param scorer: judges the beads that are in question at the end; None to do without.
    """
    # Small products: threads would only wait for each other, and a sum must not depend on how many there are.
    with threadpool_limits(1, user_api="blas"):
        return _align(source, target, hypotheses, scorer)


def _align(source: Side, target: Side, hypotheses: Sequence[str] | None, scorer: BeadScorer | None) -> Alignment:
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
    if scorer is not None:
        lattice = ask(lattice, scorer, source.texts, target.texts)
    steps = find_best(lattice)
    return Alignment(_beads(lattice, steps), _similarity(evidence, steps))


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
        cell = int(lattice.band.offsets[step.source] + step.target - lattice.band.low[step.source])
        if n and m and posteriors[step.shape, cell] > _SURE:
            source += float(evidence.source.characters[step.source : step.source + n].sum())
            target += float(evidence.target.characters[step.target : step.target + m].sum())
    return replace(evidence, length_ratio=float(np.clip(target / source, 0.6, 1.6)))


_USUAL_CHARACTERS = 2_000.0
"""Characters of sure beads that say as much of the length ratio as the two languages do."""


def _similarity(evidence: Evidence, steps: Sequence[Step]) -> float:
    """Return how much of the words of the shorter document the other explains, from 0 to 100.

    A word that is explained gains up to some nats, one that is not costs some; a deletion gains nothing.
    """
    both = [step for step in steps if all(ALL_SHAPES[step.shape])]
    gain = 0.0
    for start in range(0, len(both), _ROWS):
        chunk = both[start : start + _ROWS]
        # A leap over an insertion would make one block of the whole of it.
        parts = _without_leaps(chunk)
        for part in parts:
            rows = range(part[0].source, part[-1].source + 1)
            columns = range(part[0].target, part[-1].target + 1)
            features = evidence.measure(rows, columns)[:2].sum(0)
            for step in part:
                n, m = ALL_SHAPES[step.shape]
                gain += float(features[n - 1, m - 1, step.source - rows.start, step.target - columns.start])
    terms = 2 * min(len(evidence.source.numbers), len(evidence.target.numbers))
    return round(100 * max(0.0, min(1.0, gain / max(1, terms) / _FULL_GAIN)), 1)


_FULL_GAIN = 1.5
"""Nats a word, about what close translations gain."""


def _without_leaps(steps: Sequence[Step]) -> list[list[Step]]:
    parts: list[list[Step]] = [[]]
    for step in steps:
        last = parts[-1][-1] if parts[-1] else step
        if step.source - last.source > _ROWS or step.target - last.target > _ROWS:
            parts.append([])
        parts[-1].append(step)
    return [part for part in parts if part]


def _beads(lattice: Lattice, steps: Sequence[Step]) -> tuple[Bead, ...]:
    posteriors = find_posteriors(lattice)
    cells = [int(lattice.band.offsets[step.source] + step.target - lattice.band.low[step.source]) for step in steps]
    raw = [float(posteriors[step.shape, cell]) for step, cell in zip(steps, cells, strict=True)]
    doubt = sum(probability < _SURE for probability in raw) / max(1, len(raw))
    beads = []
    for step, probability in zip(steps, raw, strict=True):
        n, m = ALL_SHAPES[step.shape]
        source, target = range(step.source, step.source + n), range(step.target, step.target + m)
        beads.append(Bead(source, target, -math.log(_calibrated(probability, doubt))))
    return tuple(beads)


def _calibrated(probability: float, doubt: float) -> float:
    """Return how often beads of this probability are right (Platt 1999) in a document of which so much is in doubt."""
    clipped = min(max(probability, _LEAST_PROBABILITY), 1 - _LEAST_PROBABILITY)
    slope, offset, per_doubt = CALIBRATION
    odds = slope * math.log(clipped / (1 - clipped)) + offset + per_doubt * doubt
    return 1 / (1 + math.exp(-odds))
