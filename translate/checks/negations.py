"""Negations: what the source denies the target denies too, or says in words that imply it."""

from __future__ import annotations

from collections.abc import Iterable

from translate.checks.base import PlainCheck, quote, write_out
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.text.usage.negations import find_gained_negation, find_lost_negation


def _check_negations(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a denial of the source that nothing in the target may say, or that it has alone; `value` is 1."""
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    if not other.negations.is_known:
        return ()
    source = write_out(unit.source.text, own)
    lost = find_lost_negation(source, own.negations, unit.target.text, other.negations)
    if not lost:
        gained = find_gained_negation(source, own.denials, unit.target.text, other.denials)
        message = f'Only in the target: the negation "{quote(gained)}".'
        return (Issue("negations", Severity.WARNING, message, 1.0),) if gained else ()
    if not unit.target.text.strip():
        return ()
    return (Issue("negations", Severity.WARNING, f'Missing from the target: the negation "{quote(lost)}".', 1.0),)


NEGATIONS = PlainCheck("negations", _check_negations, lambda source, target: target.negations.is_known)
