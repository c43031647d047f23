"""The hard places of an alignment: where several beads are probable, a scorer that reads the texts is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from translate.alignment.lattice import ALL_SHAPES, Lattice, find_posteriors

_LEAST, _MOST = 0.01, 0.9
"""Beads of a probability in between are in question."""
_MAX_GAIN = 12.0
"""Nats, after weighing, that a scorer can give or take; it must not overrule everything else."""


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
    posteriors = find_posteriors(lattice)[: len(ALL_SHAPES) - 2]
    shapes, cells = np.nonzero((posteriors > _LEAST) & (posteriors < _MOST))
    if not len(cells):
        return lattice
    band = lattice.band
    rows = np.searchsorted(band.offsets, cells, side="right") - 1
    columns = cells - band.offsets[rows] + band.low[rows]
    sizes = np.array(ALL_SHAPES)[shapes]
    candidates = [
        Candidate(tuple(source[i : i + n]), tuple(target[j : j + m]))
        for i, j, (n, m) in zip(rows.tolist(), columns.tolist(), sizes.tolist(), strict=True)
    ]
    alone = sorted({j + k for j, m in zip(columns.tolist(), sizes[:, 1].tolist(), strict=True) for k in range(m)})
    others = [Candidate((source[_elsewhere(j, len(target), len(source))],), (target[j],)) for j in alone]
    scores = scorer.score([*candidates, *others])
    chance = dict(zip(alone, scores[len(candidates) :], strict=True))
    gains: NDArray[np.float32] = np.zeros(len(cells), np.float32)
    for number, (score, j, m) in enumerate(
        zip(scores[: len(candidates)], columns.tolist(), sizes[:, 1].tolist(), strict=True)
    ):
        baseline = [chance[j + k] for k in range(m)]
        if score is not None and all(value is not None for value in baseline):
            gains[number] = (score - sum(value for value in baseline if value is not None)) * scorer.weight
    changed = lattice.scores.copy()
    changed[shapes, cells] += np.clip(gains, -_MAX_GAIN, _MAX_GAIN)
    return replace(lattice, scores=changed)


def _elsewhere(target: int, target_count: int, source_count: int) -> int:
    """Return the source segment that is half a document away from where `target` has its own."""
    return (target * source_count // target_count + source_count // 2) % source_count
