"""The hard places of an alignment: where several beads are probable, a scorer that reads the texts is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from translate.alignment.lattice import ALL_SHAPES, Lattice, Step, find_posteriors
from translate.records import dataclass

_LEAST, _MOST = 0.01, 0.9
"""A bead more probable than the latter is sure; one less probable than the former is not asked for."""
_MAX_GAIN = 12.0
"""Nats, after weighing, that a scorer can give or take; it must not overrule everything else."""

_FULL_LENGTH = 12
"""Characters from which on a segment counts as one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The segments of a bead that is in question."""

    source: tuple[str, ...]
    target: tuple[str, ...]


class BeadScorer(Protocol):
    """Judges beads by reading them: a model, or sentence embeddings."""

    @property
    def signature(self) -> str: ...

    @property
    def weight(self) -> float:
        """Nats of an alignment for one nat of a score."""
        ...

    def score(self, candidates: Sequence[Candidate]) -> Sequence[float | None]:
        """Return how well each target renders its source: higher is better, and sums over segments compare.

        Two beads of one segment a side score, for sure translations, about as much together as the bead of all four.
        None where there is nothing to say, such as for a text over the limits of a model.
        """
        ...


def ask(lattice: Lattice, scorer: BeadScorer, source: Sequence[str], target: Sequence[str]) -> Lattice:
    """Return `lattice` with what `scorer` says of the beads that are in question.

    What counts is how much better a target is with the source of its bead than with another, from the middle of the
    other half of the document, so that a deletion, of which no scorer can speak, stands at 0.
    """
    beads = _in_question(lattice)
    if not beads:
        return lattice
    band = lattice.band
    shapes = np.array([bead.shape for bead in beads])
    cells = np.array([band.offsets[bead.source] + bead.target - band.low[bead.source] for bead in beads])
    columns, sizes = np.array([bead.target for bead in beads]), np.array(ALL_SHAPES)[shapes]
    candidates = [
        Candidate(tuple(source[bead.source : bead.source + n]), tuple(target[bead.target : bead.target + m]))
        for bead, (n, m) in zip(beads, sizes.tolist(), strict=True)
    ]
    alone = sorted({j + k for j, m in zip(columns.tolist(), sizes[:, 1].tolist(), strict=True) for k in range(m)})
    others = [Candidate((source[_elsewhere(j, len(target), len(source))],), (target[j],)) for j in alone]
    scores = scorer.score([*candidates, *others])
    chance = dict(zip(alone, scores[len(candidates) :], strict=True))
    gains: NDArray[np.float32] = np.full(len(cells), np.nan, np.float32)
    for number, (score, j, m) in enumerate(
        zip(scores[: len(candidates)], columns.tolist(), sizes[:, 1].tolist(), strict=True)
    ):
        baseline = [value for k in range(m) if (value := chance[j + k]) is not None]
        if score is not None and len(baseline) == m:
            # A score is a mean over a bead, so a segment of one improbable word must not count as much as others.
            lengths = [min(len(target[j + k]) + 1, _FULL_LENGTH) for k in range(m)]
            usual = sum(value * length for value, length in zip(baseline, lengths, strict=True)) / sum(lengths)
            gains[number] = (score - m * usual) * scorer.weight
    # A bead that the scorer cannot judge is as good as beads are.
    judged = ~np.isnan(gains)
    typical = gains[judged].sum() / max(1, sizes[judged, 1].sum())
    gains[~judged] = typical * sizes[~judged, 1]
    changed = lattice.scores.copy()
    changed[shapes, cells] += np.clip(gains, -_MAX_GAIN, _MAX_GAIN)
    return replace(lattice, scores=changed)


def _in_question(lattice: Lattice) -> list[Step]:
    """Return all beads, but deletions, of the places where no bead is sure.

    Sure ones that reach into such a place are among them: a scorer must be heard on all sides, or on none.
    """
    band = lattice.band
    posteriors = find_posteriors(lattice)
    found, cells = np.nonzero(posteriors > _LEAST)
    rows = np.searchsorted(band.offsets, cells, side="right") - 1
    columns = cells - band.offsets[rows] + band.low[rows]
    steps = [Step(*values) for values in zip(rows.tolist(), columns.tolist(), found.tolist(), strict=True)]
    sure: tuple[set[int], set[int]] = (set(), set())
    for step, probability in zip(steps, posteriors[found, cells].tolist(), strict=True):
        if probability > _MOST:
            for side, segments in zip(sure, _segments(step), strict=True):
                side.update(segments)
    open_beads = [step for step in steps if not all(sure[k].issuperset(_segments(step)[k]) for k in (0, 1))]
    touched = tuple({segment for step in open_beads for segment in _segments(step)[k]} for k in (0, 1))
    return [
        step
        for step in steps
        if all(ALL_SHAPES[step.shape]) and any(not touched[k].isdisjoint(_segments(step)[k]) for k in (0, 1))
    ]


def _segments(step: Step) -> tuple[range, range]:
    n, m = ALL_SHAPES[step.shape]
    return range(step.source, step.source + n), range(step.target, step.target + m)


def _elsewhere(target: int, target_count: int, source_count: int) -> int:
    """Return the source segment that is half a document away from where `target` has its own."""
    return (target * source_count // target_count + source_count // 2) % source_count
