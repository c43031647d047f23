"""Measure how well scores tell the translations that need another look, and fit what they are made of.

    python benchmarks/quality.py [FOLDER] [--fit]

FOLDER holds `default.jsonl`, what the model made of sentences with human translations, and `judged.tsv`, other readers'
judgements of some of it; by default ../shared/gold/qe. The estimate is fitted to judgements of further 420 sentences
(`quality.judged.tsv`, split `fit`; `bad` is what misleads or stops a reader) and never to `judged.tsv`, nor to 110 that
were judged when all else was done (split `measure`). `--fit` writes it beside the model; without it, the one that lies
there is measured. *Before* is the score that the sentences had before.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.alignment.coverage import find_coverage
from translate.config import EngineConfig
from translate.engines.scoring import ForcedDecoder
from translate.languages import find_language
from translate.models import convert_model, resolve_model
from translate.models.estimate import Estimate, Measures, load_estimate, measure, save_estimate

ROOT = Path(__file__).parent.parent
JUDGED = Path(__file__).with_suffix(".judged.tsv")
SHARE_BAD = 0.306
"""Of outputs that readers call bad; those who judged what is fitted here called fewer so."""
FOLDS = 10
PENALTY = 5.0
POOR_CHRF = 40.0

Floats = NDArray[np.float64]
Key = tuple[str, int]


@dataclass(frozen=True)
class Sentence:
    """A machine translation: what was measured of it, the score it had, and the chrF of the sentence."""

    measures: Measures
    before: float
    chrf: float
    is_sound: bool
    is_held_out: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "gold" / "qe")
    parser.add_argument("--fit", action="store_true", help="write the estimate beside the model")
    parser.add_argument("--model", default="fr-en")
    options = parser.parse_args()
    sentences = dict(read_sentences(options.folder / "default.jsonl", options.model))
    own, fresh = read_judged(JUDGED, "fit"), read_judged(JUDGED, "measure")
    others = read_judged(options.folder / "judged.tsv")
    if shared := (own.keys() | fresh.keys()) & others.keys():
        parser.error(f"{JUDGED.name}: {len(shared)} sentences are those of judged.tsv.")
    fitted, is_bad = [sentences[key] for key in own], np.array(list(own.values()))
    folder = resolve_model(options.model).folder
    if options.fit:
        save_estimate(fit([one.measures for one in fitted], is_bad), folder)
    estimate = load_estimate(folder)
    if estimate is None:
        parser.error(f"{folder.name}: has no estimate; fit one with --fit.")
    print("| judgements | score | AUC | recall at .5 | at .75 | bad in the lowest fifth | Brier | of the base rate "
          "| thirds: predicted / bad |\n|---|---|---:|---:|---:|---:|---:|---:|---|")  # fmt: skip
    cases = [("own, cross-validated", own, cross_validate([one.measures for one in fitted], is_bad))]
    cases += [
        (name, some, np.array([estimate.probability(sentences[key].measures) for key in some]))
        for name, some in (("own, fresh", fresh), ("judged.tsv", others))
    ]
    for name, some, made in cases:
        bad = np.array(list(some.values()))
        print(row(name, "before", 1.0 - np.array([sentences[key].before for key in some]) / 100.0, bad))
        print(row(name, "now", made, bad))
    held = [one for one in sentences.values() if one.is_sound and one.is_held_out]
    poor = np.array([one.chrf < POOR_CHRF for one in held])
    print(f"\nchrF under {POOR_CHRF:g}, {poor.sum()} of {len(held)} sentences that are held out: AUC before "
          f"{auc(np.array([-one.before for one in held]), poor):.3f}, "
          f"now {auc(np.array([estimate.probability(one.measures) for one in held]), poor):.3f}")  # fmt: skip


def read_sentences(path: Path, model: str) -> Iterator[tuple[Key, Sentence]]:
    """Yield the sentences of the file, measured."""
    records: list[dict[str, Any]] = [json.loads(line) for line in path.open(encoding="utf8")]
    decoder = ForcedDecoder(EngineConfig(), convert_model(resolve_model(model), EngineConfig().compute_type))
    forced = decoder.score([(record["source"], record["hypothesis"]) for record in records])
    coverage = find_coverage(find_language("fr"), find_language("en"))
    for record, scored in zip(records, forced, strict=True):
        source, target = record["source"], record["hypothesis"]
        weights = tuple(one.weight for one in coverage.find(source, target)) if coverage else ()
        invented = sum(issue["value"] for issue in record["issues"] if issue["check"] == "invented")
        measures = measure(scored.mean if scored else 0.0, target, weights, invented)
        yield (
            (record["set"], record["line"]),
            Sentence(
                measures,
                record["score"] if record["score"] is not None else 100.0,
                record["chrf"],
                not record["reference_suspect"],
                record["split"] == "measure",
            ),
        )


def read_judged(path: Path, split: str | None = None) -> dict[Key, bool]:
    """Return whether readers called sentences bad, by set and line; of one split alone, or all."""
    with path.open(encoding="utf8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        wanted = (one for one in rows if split is None or one["split"] == split)
        return {(one["set"], int(one["line"])): one["judgement"] == "bad" for one in wanted}


def fit(measures: Sequence[Measures], is_bad: NDArray[np.bool_]) -> Estimate:
    """Return a logistic regression with a ridge on standardised measures (Newton's method).

    Its intercept is moved until it expects `SHARE_BAD` of these sentences to be bad.
    """
    values = np.array(measures)
    mean, deviation = values.mean(0), values.std(0)
    design = np.c_[(values - mean) / deviation, np.ones(len(values))]
    ridge = np.diag([PENALTY] * values.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(30):
        expected = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (expected - is_bad) + ridge @ weights
        weights -= np.linalg.solve((design.T * (expected * (1 - expected))) @ design + ridge, slope)
    logits = design @ weights
    low, high = -5.0, 5.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        low, high = (middle, high) if np.mean(1 / (1 + np.exp(-logits - middle))) < SHARE_BAD else (low, middle)
    own = weights[:-1] / deviation
    return Estimate(Measures(*(round(float(one), 4) for one in own)), round(float(weights[-1] + low - own @ mean), 4))


def cross_validate(measures: Sequence[Measures], is_bad: NDArray[np.bool_]) -> Floats:
    """Return the probability of each sentence by an estimate that was fitted to the others."""
    fold = np.random.default_rng(1).permutation(len(measures)) % FOLDS
    made = np.zeros(len(measures))
    for number in range(FOLDS):
        estimate = fit(
            [one for one, other in zip(measures, fold, strict=True) if other != number], is_bad[fold != number]
        )
        for place in np.flatnonzero(fold == number):
            made[place] = estimate.probability(measures[place])
    return made


def row(name: str, score: str, made: Floats, is_bad: NDArray[np.bool_]) -> str:
    """Return a line of the table."""
    worst = np.argsort(-made, kind="stable")
    fifth = int(is_bad[worst[: len(made) // 5]].sum())
    brier, base = float(np.mean((made - is_bad) ** 2)), float(is_bad.mean() * (1 - is_bad.mean()))
    thirds = ", ".join(f"{made[one].mean():.2f} / {is_bad[one].mean():.2f}" for one in np.array_split(worst[::-1], 3))
    return (
        f"| {name} | {score} | {auc(made, is_bad):.3f} | {recall(made, is_bad, 0.5):.2f} "
        f"| {recall(made, is_bad, 0.75):.2f} | {fifth} of {int(is_bad.sum())} | {brier:.3f} | {brier / base - 1:+.0%} "
        f"| {thirds} |"
    )


def auc(made: Floats, is_bad: NDArray[np.bool_]) -> float:
    """Return how often a bad one gets more than a good one; ties count for half."""
    bad, good = made[is_bad][:, None], made[~is_bad][None]
    return float(np.mean(bad > good) + np.mean(bad == good) / 2)


def recall(made: Floats, is_bad: NDArray[np.bool_], precision: float) -> float:
    """Return the largest share of the bad ones that a limit finds with so much precision."""
    found = np.cumsum(is_bad[np.argsort(-made, kind="stable")])
    kept = found[found / np.arange(1, len(found) + 1) >= precision]
    return float(kept.max() / is_bad.sum()) if len(kept) else 0.0


if __name__ == "__main__":
    main()
