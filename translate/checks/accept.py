"""The decision: a unit with its issues comes in, a verdict with reasons goes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from translate.checks.base import Check
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit, Variant
from translate.records import dataclass
from translate.text.protected.messages import flatten


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a unit. `reasons` are the issues that refuse it; none where it is accepted."""

    reasons: tuple[Issue, ...] = ()

    @property
    def is_accepted(self) -> bool:
        return not self.reasons


def check_unit(unit: TranslationUnit, checks: Iterable[Check], config: CheckConfig) -> tuple[Issue, ...]:
    """Return what `checks` find in `unit`, in the order of the table; issues the unit has already are not among them.

    Where one side is empty, there is nothing else to measure. Messages of ICU are measured without their syntax.
    """
    if not unit.target.text.strip() or not unit.source.text.strip():
        checks = [check for check in checks if check.name == "empty"]
    if "{" in unit.source.text:
        unit = replace(unit, source=_as_read(unit.source), target=_as_read(unit.target))
    issues: list[Issue] = []
    for check in checks:
        issues.extend(check.check(unit, config))
    if issues and (config.as_error or config.as_warning):
        return tuple(weigh_issue(issue, config) for issue in issues)
    return tuple(issues)


def _as_read(variant: Variant) -> Variant:
    """Return a side without the syntax of messages, and then without codes, whose places would be others."""
    text = flatten(variant.text)
    return variant if text is variant.text else replace(variant, text=text, codes=())


def weigh_issue(issue: Issue, config: CheckConfig) -> Issue:
    """Return `issue` with the severity that the settings give to its check."""
    if issue.check in config.as_error:
        return replace(issue, severity=Severity.ERROR)
    if issue.check in config.as_warning and issue.severity is Severity.ERROR:
        return replace(issue, severity=Severity.WARNING)
    return issue


def accept(unit: TranslationUnit, config: CheckConfig) -> Verdict:
    """Decide on `unit` by its issues: any error refuses it, and so do more than `max_warnings` warnings."""
    errors = tuple(issue for issue in unit.issues if issue.severity is Severity.ERROR)
    if errors:
        return Verdict(errors)
    warnings = tuple(issue for issue in unit.issues if issue.severity is Severity.WARNING)
    if config.max_warnings and len(warnings) > config.max_warnings:
        return Verdict(warnings)
    return Verdict()
