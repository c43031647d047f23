"""Patterns of the user's own: what a target must not hold, and what a word of the source asks for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from translate.checks.base import PlainCheck, enumerate_found
from translate.config import ASKS, CheckConfig
from translate.data import Issue, Severity, TranslationUnit

_SECONDS = 1.0
"""How long one pattern may take on one text: a careless one takes for ever."""


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


def _check_patterns(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report what `forbidden` finds in the target, and what `required` misses there; `value` is how many."""
    if not config.forbidden and not config.required:
        return ()
    source, target = unit.source.text, unit.target.text
    issues = []
    for pattern in config.forbidden:
        found = _find(pattern, target)
        if found:
            message = f"Forbidden by '{pattern}': {enumerate_found(found)}."
            issues.append(Issue("patterns", Severity.WARNING, message, float(len(found))))
    for rule in config.required:
        asking, asked = rule.split(ASKS)
        wanted, given = _find(asking, source), _find(asked, target)
        if len(given) < len(wanted):
            message = f"'{asked}' is asked for {len(wanted)} times, by: {enumerate_found(wanted)}."
            issues.append(Issue("patterns", Severity.WARNING, message, float(len(wanted) - len(given))))
    return issues


def _find(pattern: str, text: str) -> list[str]:
    try:
        return [match[0] for match in _compiled(pattern).finditer(text, timeout=_SECONDS)]
    except TimeoutError:
        return []


PATTERNS = PlainCheck("patterns", _check_patterns)
