"""Learns what each feature and shape of a bead weighs, and how scores are calibrated; prints the lines for weights.py.

    python benchmarks/alignment/learn.py [--hypotheses] [--iterations 40]

The weights maximise the probability of the gold beads of the sets in sets.LEARNING, by gradient ascent (Kingma & Ba
2015) on the conditional likelihood of whole documents, whose gradient forward–backward gives.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sets import LEARNING, GoldSet, load_set

from translate.alignment import evaluate
from translate.alignment.band import Band, band_around
from translate.alignment.evidence import FEATURES, MAX_SIZE, Evidence, gather
from translate.alignment.lattice import ALL_SHAPES, Lattice, find_best, find_posteriors
from translate.alignment.lexicon import load_lexicon
from translate.alignment.search import RADIUS, first_band, usual_ratio
from translate.alignment.terms import collect_terms
from translate.alignment.weights import WITH_HYPOTHESES, WITHOUT_HYPOTHESES

Vector = NDArray[np.float64]
RATE, PULL = 0.1, 0.0005
"""Step of the ascent; and strength that draws weights to where they were."""
IMPORTANCE = {"Candide": 2.0, "Alice": 2.0, "tatoeba": 0.5, "europarl": 0.5}
_ROWS = 48


@dataclass(frozen=True, slots=True)
class Example:
    """A gold set with the features of all beads in its band: (feature, shape, cell)."""

    gold: GoldSet
    band: Band
    features: NDArray[np.float32]
    path: tuple[tuple[int, int], ...]
    """(shape, cell) of each gold bead."""


def prepare(gold: GoldSet, hypotheses: Sequence[str] | None) -> Example:
    evidence = gather(
        collect_terms(gold.source, "fr"),
        collect_terms(gold.target, "en"),
        None if hypotheses is None else collect_terms(hypotheses, "en"),
        load_lexicon("fr", "en"),
        length_ratio=usual_ratio("fr", "en"),
    )
    band = first_band(evidence)
    if band.cells > 64 * (len(gold.source) + len(gold.target)):
        points = [(len(gold.source) * k // 1000, len(gold.target) * k // 1000) for k in range(1001)]
        band = band_around(points, RADIUS)
    return Example(gold, band, _collect(evidence, band), tuple(_gold_path(gold, band)))


def _collect(evidence: Evidence, band: Band) -> NDArray[np.float32]:
    features = np.zeros((len(FEATURES), MAX_SIZE * MAX_SIZE, band.cells), np.float32)
    for block in band.blocks(_ROWS):
        first, last = int(band.low[block.start]), int(band.high[block.stop - 1])
        measured = evidence.measure(block, range(first, last))
        measured = measured.reshape(len(FEATURES), MAX_SIZE * MAX_SIZE, len(block), last - first)
        for row in block:
            low, high, begin = int(band.low[row]), int(band.high[row]), int(band.offsets[row])
            features[:, :, begin : begin + high - low] = measured[:, :, row - block.start, low - first : high - first]
    return features


def _gold_path(gold: GoldSet, band: Band) -> list[tuple[int, int]]:
    """Return (shape, cell) of the gold beads; what is larger than a bead may be ends in deletions."""
    owners = [{}, {}]
    for number, bead in enumerate(gold.beads):
        for side in (0, 1):
            owners[side].update(dict.fromkeys(bead[side], number))
    sizes = len(gold.source), len(gold.target)
    path: list[tuple[int, int]] = []
    at = [0, 0]

    def step(n: int, m: int) -> None:
        if band.low[at[0]] <= at[1] < band.high[at[0]]:
            path.append((ALL_SHAPES.index((n, m)), int(band.offsets[at[0]] + at[1] - band.low[at[0]])))
        at[0] += n
        at[1] += m

    while at[0] < sizes[0] or at[1] < sizes[1]:
        one, other = owners[0].get(at[0]), owners[1].get(at[1])
        if one is not None and one == other:
            n, m = (len(side) for side in gold.beads[one])
            step(min(n, MAX_SIZE), min(m, MAX_SIZE))
            for _ in range(n - MAX_SIZE):
                step(1, 0)
            for _ in range(m - MAX_SIZE):
                step(0, 1)
        elif at[0] < sizes[0] and (one is None or not gold.beads[one][1]):
            step(1, 0)
        elif at[1] < sizes[1]:
            step(0, 1)
        else:
            step(1, 0)
    return path


def lattice_of(example: Example, weights: Vector) -> Lattice:
    count = len(FEATURES)
    scores = np.repeat(weights[count:, None].astype(np.float32), example.band.cells, axis=1)
    scores[:-2] += np.tensordot(weights[:count].astype(np.float32), example.features, 1)
    return Lattice(example.band, ALL_SHAPES, scores)


def gradient(example: Example, weights: Vector) -> Vector:
    count = len(FEATURES)
    posteriors = find_posteriors(lattice_of(example, weights))
    found = np.zeros_like(weights)
    for shape, cell in example.path:
        found[count + shape] += 1
        if shape < len(ALL_SHAPES) - 2:
            found[:count] += example.features[:, shape, cell]
    found[:count] -= np.einsum("fsc,sc->f", example.features, posteriors[:-2])
    found[count:] -= posteriors.sum(1)
    return found / len(example.path)


def learn(examples: Sequence[Example], start: Vector, frozen: Sequence[int], iterations: int) -> Vector:
    weights, momentum, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    total = sum(IMPORTANCE.get(example.gold.name, 1.0) for example in examples)
    for number in range(1, iterations + 1):
        slope = sum(IMPORTANCE.get(e.gold.name, 1.0) * gradient(e, weights) for e in examples) / total
        slope -= PULL * (weights - start)
        slope[list(frozen)] = 0.0
        momentum, square = 0.9 * momentum + 0.1 * slope, 0.98 * square + 0.02 * slope**2
        size = RATE * (1.0 if number < iterations * 2 // 3 else 0.3)
        weights += size * momentum / (1 - 0.9**number) / (np.sqrt(square / (1 - 0.98**number)) + 1e-5)
        if number % 10 == 0:
            print(number, np.round(weights, 3).tolist(), flush=True)
            print("  ", [report(example, weights) for example in examples], flush=True)
    return weights


def report(example: Example, weights: Vector) -> str:
    agreement = evaluate(example.gold.beads, [link for link, _ in _found(example, weights)])
    return f"{example.gold.name} {agreement.strict.f1:.4f}/{agreement.lax.f1:.4f}"


def _found(example: Example, weights: Vector) -> list[tuple[tuple[tuple[int, ...], tuple[int, ...]], float]]:
    lattice = lattice_of(example, weights)
    posteriors = find_posteriors(lattice)
    found = []
    for step in find_best(lattice):
        n, m = ALL_SHAPES[step.shape]
        cell = lattice.band.offsets[step.source] + step.target - lattice.band.low[step.source]
        link = tuple(range(step.source, step.source + n)), tuple(range(step.target, step.target + m))
        found.append((link, float(posteriors[step.shape, cell])))
    return found


def calibrate(examples: Sequence[Example], weights: Vector) -> tuple[float, float]:
    """Return slope and offset of a logistic curve from the log-odds of a bead to those that it is right (Platt 1999).

    Each set counts as much as the others.
    """
    odds, right, importance = [], [], []
    for example in examples:
        gold = set(example.gold.beads)
        both = [(link, p) for link, p in _found(example, weights) if link[0] and link[1]]
        for link, probability in both:
            clipped = min(max(probability, 1e-6), 1 - 1e-6)
            odds.append(math.log(clipped / (1 - clipped)))
            right.append(float(link in gold))
            importance.append(1 / len(both))
    x, y, w = np.array(odds), np.array(right), np.array(importance)
    slope, offset = 1.0, 0.0
    for _ in range(2000):
        error = w * (1 / (1 + np.exp(-(slope * x + offset))) - y)
        slope -= 0.05 * float((error * x).sum()) / len(examples)
        offset -= 0.05 * float(error.sum()) / len(examples)
    return slope, offset


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hypotheses", action="store_true", help="with translations by the embedded model")
    parser.add_argument("--iterations", type=int, default=40)
    options = parser.parse_args()
    start = WITH_HYPOTHESES if options.hypotheses else WITHOUT_HYPOTHESES
    weights = np.concatenate([start.feature_vector(), start.shape_vector()]).astype(np.float64)
    examples = []
    for name in LEARNING:
        gold = load_set(name)
        hypotheses = None
        if options.hypotheses:
            from translations import translate_cached

            hypotheses = translate_cached(gold.source)
        examples.append(prepare(gold, hypotheses))
        inside = f"{len(examples[-1].path)} of {len(gold.beads)} beads in the band"
        print(f"{inside}, before: {report(examples[-1], weights)}", flush=True)
    frozen = [] if options.hypotheses else [FEATURES.index("hypothesis_words")]
    learnt = learn(examples, weights, frozen, options.iterations)
    slope, offset = calibrate(examples, learnt)
    count = len(FEATURES)
    print("features", tuple(round(float(w), 3) for w in learnt[:count]))
    for shape, weight in zip(ALL_SHAPES, learnt[count:], strict=True):
        print(f"    ({shape}, {weight:.2f}),")
    print(f"calibration {slope:.3f} {offset:.3f}")


if __name__ == "__main__":
    main()
