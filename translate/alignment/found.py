"""The beads of a path, each with how probable it is and how much of its words it explains."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from translate.alignment.evidence import Evidence
from translate.alignment.lattice import Lattice, Step, find_posteriors
from translate.alignment.search import SURE
from translate.alignment.vectors import project
from translate.alignment.weights import CALIBRATION
from translate.records import dataclass

_ROWS = 48
_LEAST_PROBABILITY = 1e-6
_MOST_OF_MOVED, _MOST_OF_HOLLOW = 0.95, 0.8
_FULL_GAIN = 1.5
"""Nats a word, about what close translations gain."""


@dataclass(frozen=True, slots=True)
class FoundBead:
    """A bead before its score."""

    source: range
    target: range
    probability: float
    gain: float = 0.0
    """By how many nats its words are more probable than by chance, on both sides together; 0 for a deletion."""
    terms: int = 0
    """Words of both sides."""
    is_moved: bool = False
    likeness: float = 0.0
    """Cosine of both sides by their rare words, where it was asked for."""

    @property
    def has_both(self) -> bool:
        """Whether it is no deletion."""
        return bool(self.source) and bool(self.target)


def found_beads(lattice: Lattice, steps: Sequence[Step]) -> list[FoundBead]:
    """Return the beads of a path, their words unseen."""
    posteriors = find_posteriors(lattice)
    beads = []
    for step in steps:
        n, m = lattice.shapes[step.shape]
        source, target = range(step.source, step.source + n), range(step.target, step.target + m)
        beads.append(FoundBead(source, target, float(posteriors[step.shape, lattice.cell(step)])))
    return beads


def with_gains(evidence: Evidence, beads: Sequence[FoundBead]) -> list[FoundBead]:
    """Return beads, in order, with how much of their words they explain."""
    ends = evidence.source.starts, evidence.target.starts
    measured = dict(_measure(evidence, [bead for bead in beads if bead.has_both]))
    result = []
    for bead in beads:
        terms = sum(int(end[side.stop] - end[side.start]) for end, side in zip(ends, _sides(bead), strict=True))
        gain = measured.get((bead.source, bead.target), 0.0)
        result.append(replace(bead, gain=gain, terms=terms))
    return result


def _measure(evidence: Evidence, beads: Sequence[FoundBead]) -> Iterator[tuple[tuple[range, range], float]]:
    for start in range(0, len(beads), _ROWS):
        for part in _without_leaps(beads[start : start + _ROWS]):
            rows = range(part[0].source.start, part[-1].source.start + 1)
            columns = range(part[0].target.start, part[-1].target.start + 1)
            size = max(max(len(bead.source), len(bead.target)) for bead in part)
            features = evidence.measure(rows, columns, size)[:2].sum(0)
            for bead in part:
                n, m = len(bead.source), len(bead.target)
                i, j = bead.source.start - rows.start, bead.target.start - columns.start
                yield (bead.source, bead.target), float(features[n - 1, m - 1, i, j])


def _without_leaps(beads: Sequence[FoundBead]) -> list[list[FoundBead]]:
    """Part beads where one leaps over an insertion: the whole of that would make one block."""
    parts: list[list[FoundBead]] = [[]]
    for bead in beads:
        last = parts[-1][-1] if parts[-1] else bead
        if bead.source.start - last.source.start > _ROWS or bead.target.start - last.target.start > _ROWS:
            parts.append([])
        parts[-1].append(bead)
    return [part for part in parts if part]


def with_likeness(
    evidence: Evidence, beads: Sequence[FoundBead], texts: tuple[Sequence[str], Sequence[str]]
) -> list[FoundBead]:
    """Return beads with how alike their rare words are, to which frequent ones such as pronouns add nothing.

    Two addresses or codes are alike where they are the same: their parts say nothing.
    """
    source, target = project(evidence)
    result = []
    for bead in beads:
        one = source[bead.source.start : bead.source.stop].sum(0)
        other = target[bead.target.start : bead.target.stop].sum(0)
        length = float(np.sqrt((one @ one) * (other @ other)))
        likeness = float(one @ other) / length if length else 0.0
        written = [" ".join(side[part.start : part.stop]) for side, part in zip(texts, _sides(bead), strict=True)]
        if any(_is_code(text) for text in written) and written[0] != written[1]:
            likeness = 0.0
        result.append(replace(bead, likeness=likeness))
    return result


def _sides(bead: FoundBead) -> tuple[range, range]:
    return bead.source, bead.target


def _is_code(text: str) -> bool:
    return not text.isalpha() and len(text.split()) == 1


def similarity_of(evidence: Evidence, beads: Sequence[FoundBead]) -> float:
    """Return how much of the words of the shorter document the other explains, from 0 to 100.

    A word that is explained gains up to some nats, one that is not costs some; a deletion gains nothing.
    """
    terms = 2 * min(len(evidence.source.numbers), len(evidence.target.numbers))
    gain = sum(bead.gain for bead in beads)
    return round(100 * max(0.0, min(1.0, gain / max(1, terms) / _FULL_GAIN)), 1)


def costs_of(beads: Sequence[FoundBead]) -> list[float]:
    """Return minus the logarithm of how often such beads are right."""
    doubt = sum(bead.probability < SURE for bead in beads) / max(1, len(beads))
    return [-math.log(calibrate(_bounded(bead), doubt)) for bead in beads]


def _bounded(bead: FoundBead) -> float:
    """Return the probability of a bead, bounded where nothing but its place, or all but its place, speaks for it."""
    if bead.is_moved:
        return min(bead.probability, _MOST_OF_MOVED)
    return min(bead.probability, _MOST_OF_HOLLOW) if bead.has_both and bead.gain < 0 else bead.probability


def calibrate(probability: float, doubt: float) -> float:
    """Return how often beads of this probability are right (Platt 1999) in a document of which so much is in doubt."""
    clipped = float(np.clip(probability, _LEAST_PROBABILITY, 1 - _LEAST_PROBABILITY))
    slope, offset, per_doubt = CALIBRATION
    odds = slope * math.log(clipped / (1 - clipped)) + offset + per_doubt * doubt
    return 1 / (1 + math.exp(-odds))
