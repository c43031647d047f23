"""A unit's score: its two sides and its hypothesis come in; 0 to 100 goes out, and a warning where that is low."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from translate.alignment.coverage import Uncovered, find_coverage, has_coverage
from translate.checks.base import enumerate_found, words_of
from translate.data import Hypothesis, Issue, Origin, Passage, Severity, Variant
from translate.languages import Language
from translate.models.calibration import Calibration, raw_score
from translate.models.estimate import Estimate, measure
from translate.records import dataclass
from translate.text.usage.formulas import is_closing

DOUBTFUL = "doubtful"
"""Name of the issue of a low score."""
_INVENTED = "invented"
_NAMED = 0.25
"""Weight from which a word without rendering is named."""
_LONGEST_ABBREVIATION = 5
"""Letters."""
_EQUIVALENTS = 2
"""How many equivalents of a word are named."""


class Scored(NamedTuple):
    """A score from 0 to 100, and what is to be said of a low one."""

    score: float
    issues: tuple[Issue, ...] = ()


Score = Callable[[Variant, Variant, Hypothesis], Scored]
"""Scores a source and its target, which are those of the hypothesis."""


def score_raw(source: Variant, target: Variant, hypothesis: Hypothesis) -> Scored:
    """Return the probability of the target alone, for models of which nobody knows more."""
    return Scored(raw_score(hypothesis.score))


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores what a model wrote by what was fitted for it: an estimate, or else a curve.

    An estimate needs the dictionary of the two languages.

    :param doubtful: the score under which an estimate warns.
    """

    calibration: Calibration
    estimate: Estimate | None
    source: Language
    target: Language
    doubtful: float

    def __call__(self, source: Variant, target: Variant, hypothesis: Hypothesis) -> Scored:
        uncovered = self._find_uncovered(source, target)
        if self.estimate is None or uncovered is None:
            return Scored(self.calibration.score(hypothesis.score))
        uncovered = tuple(one for one in uncovered if not _is_abbreviated(one.word, source.text))
        invented = sum(issue.value or 1.0 for issue in hypothesis.issues if issue.check == _INVENTED)
        weights = tuple(one.weight for one in uncovered)
        score = self.estimate.score(measure(hypothesis.score, target.text, weights, invented))
        return Scored(score, (_warn(score, uncovered),) if score < self.doubtful else ())

    def _find_uncovered(self, source: Variant, target: Variant) -> tuple[Uncovered, ...] | None:
        """Return the words of a source that nothing in its target renders; None where nobody knows."""
        coverage = find_coverage(self.source, self.target) if self.estimate else None
        if coverage is None:
            return None
        if is_closing(source.text, target.text, self.source.closings, self.target.closings):
            return ()
        return coverage.find(words_of(source), words_of(target))

    def prepare(self, passage: Passage, hypothesis: Hypothesis) -> None:
        """Look for what a unit of the two will be scored by; it is remembered until then."""
        if self.estimate and hypothesis.origin is Origin.MACHINE:
            source, target = (Variant("", one.text, codes=one.codes) for one in (passage, hypothesis))
            self._find_uncovered(source, target)

    @property
    def digest(self) -> str:
        """A short hash of what was fitted; `raw` where nothing was."""
        is_estimate = self.estimate is not None and has_coverage(self.source, self.target)
        return self.estimate.digest if self.estimate and is_estimate else self.calibration.digest


def _is_abbreviated(word: str, text: str) -> bool:
    """Tell whether a full stop behind a short word within a text says that it is no word: « le 3 janv. 2025 »."""
    return len(word) <= _LONGEST_ABBREVIATION and f"{word}." in text.rstrip()[:-1]


def _warn(score: float, uncovered: Sequence[Uncovered]) -> Issue:
    """Return the warning of a doubtful unit, which names the words that nothing renders, the rarest first."""
    named = sorted((one for one in uncovered if one.weight >= _NAMED), key=lambda one: -one.weight)
    words = (f"{one.word} ({', '.join(one.equivalents[:_EQUIVALENTS])})" for one in named)
    missing = f" Perhaps not translated: {enumerate_found(words)}." if named else ""
    return Issue(DOUBTFUL, Severity.WARNING, f"Probably needs another translation.{missing}", score)
