"""Checks that measure a pair of texts once, however often it is judged: by the engine, and again at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.checks.accept import check_unit, weigh_issue
from translate.checks.base import Check
from translate.config import CheckConfig
from translate.data import Issue, TranslationUnit

PAIRS_KEPT = 8192
"""How many pairs are remembered, the latest: two windows of a run, some 12 MB."""
ENGINE_CHECKS = ("terms", "dropped", "invented", "names", "phrase", "message", "doubtful")
"""What an engine looks for in its own targets; settings speak of it as of any check."""
_OF_THE_UNIT = frozenset({"emptied", "inner_codes", "size", "overflow", "score"})
"""Checks that look at more than the two texts and their languages. They come last in the table."""
_Key = tuple[str, str, str, str]


class PairChecks:
    """Checks with their thresholds; what they find in two texts is remembered for a while."""

    def __init__(self, checks: Sequence[Check], config: CheckConfig) -> None:
        self.config = config
        self.names = tuple(check.name for check in checks)
        self._of_texts = [check for check in checks if check.name not in _OF_THE_UNIT]
        self._of_unit = [check for check in checks if check.name in _OF_THE_UNIT]
        self._plain = replace(config, as_error=(), as_warning=())
        self._known: dict[_Key, tuple[Issue, ...]] = {}

    def measure(self, unit: TranslationUnit) -> tuple[Issue, ...]:
        """Return what the checks of the texts find, in the order of the table, with the severity that they give."""
        key = (unit.source.text, unit.target.text, unit.source.language, unit.target.language)
        found = self._known.get(key)
        if found is None:
            found = check_unit(unit, self._of_texts, self._plain)
            if len(self._known) >= PAIRS_KEPT:
                del self._known[next(iter(self._known))]
            self._known[key] = found
        return found

    def check(self, unit: TranslationUnit) -> tuple[Issue, ...]:
        """Return what the unit has against it already and what the checks find, with the severity of the settings.

        What the engine said is left out where the settings disable it.
        """
        issues = self.measure(unit)
        if self._of_unit:
            issues += check_unit(unit, self._of_unit, self._plain)
        if unit.issues:
            off = [name for name in ENGINE_CHECKS if name in self.config.disabled]
            issues = (*(issue for issue in unit.issues if issue.check not in off), *issues)
        if issues and (self.config.as_error or self.config.as_warning):
            return tuple(weigh_issue(issue, self.config) for issue in issues)
        return issues
