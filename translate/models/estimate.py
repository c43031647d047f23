"""How probably a target needs another translation: what was measured of it comes in, a score from 0 to 100 goes out.

A logistic regression on five measures, of which each says something by itself. It was fitted to judgements of readers
(`benchmarks/quality.py`), not to likeness with a reference: that learns the length of sentences first.
"""

from __future__ import annotations

import hashlib
import json
import math
from pathlib import Path
from typing import NamedTuple

from translate.errors import ModelError
from translate.files import from_json
from translate.records import dataclass

FILE = "estimate.json"
_PIECE = 4.0
"""Characters of a piece of a target."""
_LEAST_DOUBT, _LEAST_MEAN = 0.1, 0.05
"""Nats that are added, so that a logarithm is of no nought."""
_MOST_INVENTED, _MOST_UNCOVERED = 2.0, 2.5
_SUREST, _WORST = 0.02, 0.97
"""Probabilities beyond which nobody judged enough targets, so that no text is refused for its length."""


class Measures(NamedTuple):
    """What is known of a target, as the regression takes it."""

    doubt: float
    """Logarithm of the negative log probability of the whole target, in nats."""
    mean_doubt: float
    """Logarithm of that of a piece."""
    uncovered: float
    """Weights of the source words that nothing renders, together; 2.5 at most."""
    most_uncovered: float
    """The largest of these weights."""
    invented: float
    """Words that the model made up or left untranslated, two at most."""


def measure(log_probability: float, target: str, weights: tuple[float, ...], invented: float) -> Measures:
    """Return the measures of a target.

    :param log_probability: mean over its pieces.
    :param weights: of the source words that nothing renders.
    :param invented: number of words that the model made up or left.
    """
    doubt = max(0.0, -log_probability)
    return Measures(
        math.log(_LEAST_DOUBT + doubt * len(target) / _PIECE),
        math.log(_LEAST_MEAN + doubt),
        min(_MOST_UNCOVERED, sum(weights)),
        max(weights, default=0.0),
        min(_MOST_INVENTED, invented),
    )


@dataclass(frozen=True, slots=True)
class Estimate:
    """Weights of the measures, and the logit of a target of which all of them are 0."""

    weights: Measures
    intercept: float

    def probability(self, measures: Measures) -> float:
        """Return the probability that a reader wants another translation."""
        logit = self.intercept + sum(weight * one for weight, one in zip(self.weights, measures, strict=True))
        return max(_SUREST, min(_WORST, 0.5 + 0.5 * math.tanh(0.5 * logit)))

    def score(self, measures: Measures) -> float:
        """Return a unit's score: the probability, in per cent, that a reader lets the target stand."""
        return round(100.0 * (1.0 - self.probability(measures)), 1)

    @property
    def digest(self) -> str:
        """A short hash."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:7]


def load_estimate(folder: Path) -> Estimate | None:
    """Load what lies beside a model; None where nobody fitted one.

    :raises ModelError: where the file is broken.
    """
    path = folder / FILE
    if not path.is_file():
        return None
    try:
        value = from_json(path.read_bytes())
        weights = Measures(**{name: float(weight) for name, weight in value["weights"].items()})
        estimate = Estimate(weights, float(value["intercept"]))
        if not all(map(math.isfinite, (*estimate.weights, estimate.intercept))):
            raise ValueError("a weight is no number")
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise ModelError(f"{path}: not an estimate ({exc}); delete it, or fit it again.") from exc
    return estimate


def save_estimate(estimate: Estimate, folder: Path) -> None:
    """Write what :func:`load_estimate` reads."""
    value = {"intercept": estimate.intercept, "weights": estimate.weights._asdict()}
    (folder / FILE).write_text(json.dumps(value) + "\n", encoding="utf-8", newline="")
