"""Corpus and segment scores through sacreBLEU (Post 2018), each with the signature that makes it comparable."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from sacrebleu.metrics import BLEU, CHRF, TER
from sacrebleu.significance import PairedTest

from translate.errors import UnknownNameError
from translate.records import dataclass

METRICS = ("bleu", "chrf++", "ter")
USUAL_METRICS = ("bleu", "chrf++")
"""Without TER, which takes minutes for what the others do in seconds."""
COSTS = ("TER",)
"""Metrics, by sacreBLEU's names, of which lower is better."""


@dataclass(frozen=True, slots=True)
class Score:
    """A corpus score, 0 to 100. `metric` and `signature` are sacreBLEU's own; TER is a cost and may pass 100.

    `margin` is half the width of the 95 % interval that resampling gives; None where nothing was resampled.
    `p_value` is that of the paired bootstrap test against the baseline (Koehn 2004); None for the baseline itself.
    """

    metric: str
    value: float
    signature: str
    margin: float | None = None
    p_value: float | None = None


def score_corpus(
    hypotheses: Sequence[str], references: Sequence[str], metrics: Sequence[str] = METRICS
) -> tuple[Score, ...]:
    """Score one system, without resampling.

    :raises UnknownNameError: where a metric is in no table.
    """
    made = []
    for name in metrics:
        metric = _metric(name)
        result = metric.corpus_score(list(hypotheses), [list(references)])
        made.append(Score(result.name, float(result.score), str(metric.get_signature())))
    return tuple(made)


def score_systems(
    systems: Sequence[tuple[str, Sequence[str]]],
    references: Sequence[str],
    metrics: Sequence[str] = METRICS,
    *,
    samples: int = 1000,
) -> tuple[tuple[Score, ...], ...]:
    """Score systems, the first of which is the baseline that the others are tested against.

    :param systems: names and hypotheses.
    :param samples: how often the test set is resampled, always with the same random seed; 0 never, and tells nothing
        of significance.
    :raises UnknownNameError: where a metric is in no table.
    """
    if not samples:
        return tuple(score_corpus(hypotheses, references, metrics) for _, hypotheses in systems)
    table = {name: _metric(name) for name in metrics}
    # The names may be equal; the test needs other ones.
    named = [(str(number), list(hypotheses)) for number, (_, hypotheses) in enumerate(systems)]
    test = PairedTest(named, table, [list(references)], test_type="bs", n_samples=samples)
    signatures, results = test()
    made: list[tuple[Score, ...]] = []
    for number in range(len(systems)):
        says_the_same = systems[number][1] == systems[0][1]
        row = []
        for metric, signature in signatures.items():
            result = results[metric][number]
            # Of two systems that say the same sacreBLEU makes 1 / (samples + 1): no difference is greater than none.
            p_value = 1.0 if number and says_the_same else _number(result.p_value)
            row.append(Score(metric, float(result.score), str(signature), _number(result.ci), p_value))
        made.append(tuple(row))
    return tuple(made)


def score_segments(hypotheses: Sequence[str], references: Sequence[str]) -> tuple[float, ...]:
    """Return chrF++ of each segment by itself, 0 to 100; it tells more of a single sentence than BLEU does."""
    metric = _metric("chrf++")
    return tuple(
        float(metric.sentence_score(hypothesis, [reference]).score)
        for hypothesis, reference in zip(hypotheses, references, strict=True)
    )


def _metric(name: str) -> Any:
    made = {"bleu": partial(BLEU), "chrf++": partial(CHRF, word_order=2), "ter": partial(TER)}
    if name not in made:
        raise UnknownNameError("metric", name, METRICS)
    return made[name]()


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
