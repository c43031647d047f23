"""Learns what each feature, shape and sign of the layout of a bead weighs; prints the lines for weights.py.

    python benchmarks/alignment/learn.py [--hypotheses] [--layout] [--iterations 40]

The weights maximise the probability of the gold beads of the sets in sets.LEARNING and of documents of each kind of
`soil.py`, by gradient ascent (Kingma & Ba 2015) on the conditional likelihood of whole documents, whose gradient
forward–backward gives. Learnt is for the second pass of a search, with what the first one shows of a document.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray
from sets import LEARNING, GoldSet, iter_soiled, load_set
from soil import KINDS

from translate.alignment import Side
from translate.alignment.band import Band
from translate.alignment.evaluate import evaluate
from translate.alignment.evidence import FEATURES, MAX_SIZE, Evidence
from translate.alignment.lattice import ALL_SHAPES, Lattice, find_best, find_posteriors
from translate.alignment.layout import Layout, LayoutWeights, add_layout
from translate.alignment.search import Search, search
from translate.alignment.weights import LAYOUT, WITH_HYPOTHESES, WITHOUT_HYPOTHESES

Vector = NDArray[np.float64]
RATE, PULL = 0.1, 0.0005
"""Step of the ascent; and strength that draws weights to where they were."""
IMPORTANCE = {"Candide": 2.0, "Alice": 2.0, "tatoeba": 0.5, "europarl": 0.5}
OF_SOILED = 0.1
"""What a made document counts, of which there are many."""
KINDS_TO_LEARN = tuple(kind for kind in KINDS if kind not in ("broken", "cues", "long"))
"""Broken lines are joined before a search, and it knows no beads so long as those of `long`."""
SIGNS = tuple(field.name for field in fields(LayoutWeights))
_ROWS = 48


@dataclass(frozen=True, slots=True)
class Example:
    """A gold set with the features of all beads in its band: (feature or sign, shape, cell)."""

    gold: GoldSet
    band: Band
    features: NDArray[np.float32]
    signs: NDArray[np.float32]
    anchors: NDArray[np.float32]
    """What else counts for a bead, which is not learnt: (shape, cell)."""
    path: tuple[tuple[int, int], ...]
    """(shape, cell) of each gold bead."""

    @property
    def importance(self) -> float:
        return OF_SOILED if any(map(any, self.gold.marks)) else IMPORTANCE.get(self.gold.name, 1.0)


def prepare(gold: GoldSet, hypotheses: Sequence[str] | None) -> Example:
    marks = [side or (0,) * len(texts) for side, texts in zip(gold.marks, (gold.source, gold.target), strict=True)]
    found = search(Side("fr", gold.source, marks[0]), Side("en", gold.target, marks[1]), hypotheses)
    band = found.lattice.band
    features, signs = _collect(found.evidence, band), _collect_signs(found.layout, band)
    path = tuple(_gold_path(gold, band))
    example = Example(gold, band, features, signs, np.zeros((len(ALL_SHAPES), band.cells), np.float32), path)
    known = lattice_of(example, _weights_of(found))
    return replace(example, anchors=found.lattice.scores - known.scores)


def _weights_of(found: Search) -> Vector:
    weights = found.weights
    return start_of(weights.feature_vector(), weights.shape_vector())


def start_of(features: NDArray[np.float32], shapes: NDArray[np.float32]) -> Vector:
    """Return all weights as one vector: those of features, shapes and signs."""
    return np.concatenate([features, shapes, astuple(LAYOUT)]).astype(np.float64)


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


def _collect_signs(layout: Layout, band: Band) -> NDArray[np.float32]:
    """Return how much of each sign of the layout each bead has: what it adds where that one weighs one nat."""
    signs = np.zeros((len(SIGNS), len(ALL_SHAPES), band.cells), np.float32)
    for number, name in enumerate(SIGNS):
        add_layout(signs[number], band, layout, LayoutWeights(**{sign: float(sign == name) for sign in SIGNS}))
    return signs


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
    features, shapes, signs = _parted(weights.astype(np.float32))
    scores = example.anchors + shapes[:, None]
    scores[:-2] += np.tensordot(features, example.features, 1)
    scores += np.tensordot(signs, example.signs, 1)
    return Lattice(example.band, ALL_SHAPES, scores)


def _parted(weights: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    return np.split(weights, [len(FEATURES), len(FEATURES) + len(ALL_SHAPES)])


def gradient(example: Example, weights: Vector) -> Vector:
    posteriors = find_posteriors(lattice_of(example, weights))
    gold = np.zeros_like(posteriors)
    for shape, cell in example.path:
        gold[shape, cell] = 1.0
    missed = gold - posteriors
    slopes = (
        np.tensordot(example.features, missed[:-2], 2),
        missed.sum(1),
        np.tensordot(example.signs, missed, 2),
    )
    return np.concatenate(slopes).astype(np.float64) / len(example.path)


def learn(examples: Sequence[Example], start: Vector, frozen: Sequence[int], iterations: int) -> Vector:
    weights, momentum, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    total = sum(example.importance for example in examples)
    for number in range(1, iterations + 1):
        slope = sum(example.importance * gradient(example, weights) for example in examples) / total
        slope -= PULL * (weights - start)
        slope[list(frozen)] = 0.0
        momentum, square = 0.9 * momentum + 0.1 * slope, 0.98 * square + 0.02 * slope**2
        size = RATE * (1.0 if number < iterations * 2 // 3 else 0.3)
        weights += size * momentum / (1 - 0.9**number) / (np.sqrt(square / (1 - 0.98**number)) + 1e-5)
        if number % 10 == 0:
            print(number, np.round(weights, 3).tolist(), flush=True)
            print("  ", report(examples, weights), flush=True)
    return weights


def report(examples: Sequence[Example], weights: Vector) -> str:
    """Return strict F1 of each set, those of one kind together."""
    figures: dict[str, list[float]] = {}
    for example in examples:
        agreement = evaluate(example.gold.beads, [link for link, _ in _found(example, weights)])
        figures.setdefault(example.gold.name, []).append(agreement.strict.f1)
    return ", ".join(f"{name} {sum(values) / len(values):.4f}" for name, values in figures.items())


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
    parser.add_argument("--layout", action="store_true", help="learn the layout's weights alone")
    parser.add_argument("--iterations", type=int, default=40)
    options = parser.parse_args()
    start = WITH_HYPOTHESES if options.hypotheses else WITHOUT_HYPOTHESES
    weights = start_of(start.feature_vector(), start.shape_vector())
    examples = []
    for gold in (*map(load_set, LEARNING), *iter_soiled(to_learn=True, kinds=KINDS_TO_LEARN)):
        hypotheses = None
        if options.hypotheses:
            from translations import translate_cached

            hypotheses = translate_cached(gold.source)
        examples.append(prepare(gold, hypotheses))
    inside = sum(len(example.path) for example in examples)
    print(f"{inside} gold beads in the bands, before: {report(examples, weights)}", flush=True)
    count = len(FEATURES) + len(ALL_SHAPES)
    frozen = [] if options.hypotheses else [FEATURES.index("hypothesis_words")]
    learnt = learn(examples, weights, [*range(count)] if options.layout else frozen, options.iterations)
    slope, offset = calibrate(examples, learnt)
    features, shapes, signs = (part.tolist() for part in _parted(learnt.astype(np.float32)))
    print("features", tuple(round(weight, 3) for weight in features))
    for shape, weight in zip(ALL_SHAPES, shapes, strict=True):
        print(f"    ({shape}, {weight:.2f}),")
    print("layout", ", ".join(f"{name}={weight:.2f}" for name, weight in zip(SIGNS, signs, strict=True)))
    print(f"calibration {slope:.3f} {offset:.3f}")


if __name__ == "__main__":
    main()
