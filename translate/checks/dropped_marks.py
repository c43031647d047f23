"""Ellipses, and the dash that a speech or an item begins with: where the source has them, the target has them too."""

from __future__ import annotations

from collections.abc import Iterable

from translate.checks.base import PlainCheck
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.text.late import late_plain

_ELLIPSIS = late_plain(r"…|(?<!\.)\.{3,4}(?!\.)")
_BROKEN = late_plain(r"--|—|–")
"""What some translators write for an ellipsis between words."""
_DASHED = late_plain(r"(?<=\S\s)[–—](?=\s)")
_HYPHENS = late_plain(r"(?<=\S\s)-(?=\s)")
_DASH = late_plain(r"[\s<>\w/{}\\]{0,12}?[-–—](?=\s*[^\W\d_])")


def _check_dropped_marks(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report ellipses and dashes that the target has not; `value` is how many."""
    source, target = unit.source.text, unit.target.text
    issues = []
    expected = len(_ELLIPSIS.findall(source)) if "…" in source or "..." in source else 0
    lost = expected - len(_ELLIPSIS.findall(target)) - len(_BROKEN.findall(target)) if expected else 0
    if lost > 0 and target:
        message = f"Ellipses of the source: {expected}; of the target: {expected - lost}."
        issues.append(Issue("dropped_marks", Severity.INFO, message, float(lost)))
    dashes = [len(_DASHED.findall(side)) for side in (source, target)] if "–" in source or "—" in source else [0, 0]
    if dashes[0] > dashes[1] and len(_HYPHENS.findall(target)) > len(_HYPHENS.findall(source)):
        message = "Dashes of the source stand as hyphens in the target."
        issues.append(Issue("dropped_marks", Severity.INFO, message, float(dashes[0] - dashes[1])))
    if source[:1] in "-–—" and _DASH.match(source) and target and not _DASH.match(target):
        message = "The dash that the source begins with is missing."
        issues.append(Issue("dropped_marks", Severity.WARNING, message, 1.0))
    return issues


DROPPED_MARKS = PlainCheck("dropped_marks", _check_dropped_marks)
