"""Score: how sure the model was of its target."""

from __future__ import annotations

from collections.abc import Iterable

from translate.checks.base import PlainCheck
from translate.config import CheckConfig
from translate.data import Issue, Origin, Severity, TranslationUnit


def _check_score(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a low score; `value` is the score. A unit that nobody scored passes, and so does a person's.

    The score of what a person translated is that of its alignment, of which the aligner itself is judge.
    """
    score = unit.score
    if score is None or unit.origin is Origin.HUMAN or score >= max(config.score_warning, config.score_error):
        return ()
    severity = Severity.ERROR if score < config.score_error else Severity.WARNING
    limit = config.score_error if score < config.score_error else config.score_warning
    message = f"Low score: {score:.1f}, expected at least {limit:g}."
    return (Issue("score", severity, message, round(score, 3)),)


SCORE = PlainCheck("score", _check_score)
