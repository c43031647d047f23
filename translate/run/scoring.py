"""A unit's score: both sides of a unit and its hypothesis come in, 0 to 100 goes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from translate.alignment.coverage import find_coverage, has_coverage
from translate.checks.base import words_of
from translate.data import Hypothesis, Variant
from translate.languages import Language
from translate.models.calibration import Calibration, raw_score
from translate.models.estimate import Estimate, measure

Scale = Callable[[Variant, Variant, Hypothesis], float]
"""Returns the score, 0 to 100, of a source, its target and the hypothesis that it is of."""
_INVENTED = "invented"


def score_raw(source: Variant, target: Variant, hypothesis: Hypothesis) -> float:
    """Return the probability of the target alone, for models of which nobody knows more."""
    return raw_score(hypothesis.score)


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores what a model wrote by what was fitted for it: an estimate, or else a curve.

    An estimate needs the dictionary of the two languages.
    """

    calibration: Calibration
    estimate: Estimate | None
    source: Language
    target: Language

    def __call__(self, source: Variant, target: Variant, hypothesis: Hypothesis) -> float:
        coverage = find_coverage(self.source, self.target) if self.estimate else None
        if self.estimate is None or coverage is None:
            return self.calibration.score(hypothesis.score)
        uncovered = coverage.find(words_of(source), words_of(target))
        invented = sum(issue.value or 1.0 for issue in hypothesis.issues if issue.check == _INVENTED)
        weights = tuple(one.weight for one in uncovered)
        return self.estimate.score(measure(hypothesis.score, target.text, weights, invented))

    @property
    def digest(self) -> str:
        """A short hash of what was fitted; `raw` where nothing was."""
        is_estimate = self.estimate is not None and has_coverage(self.source, self.target)
        return self.estimate.digest if self.estimate and is_estimate else self.calibration.digest
