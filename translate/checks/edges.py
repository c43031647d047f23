"""How a unit begins and ends: white space at its edges, and the mark of a list or speech at its start."""

from __future__ import annotations

from collections.abc import Iterable

from translate.checks.base import PlainCheck, quote
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.text.late import late_plain

_MARK = late_plain(r"[•‣▪●○◦■□►▶✓✔✗✘→⇒*§#]+|\(?(?:\d{1,3}|[a-zA-Z])[.)](?=\s)")


def _is_title(source: str, mark: str, unit: TranslationUnit) -> bool:
    """Tell whether what looks like a letter of a list is a person's title: « M. Petit »."""
    titles = find_language(unit.source.language).titles
    start = len(source) - len(source.lstrip())
    persons = titles.iter_persons(source) if titles and mark.endswith(".") and mark[0].isalpha() else ()
    return any(one.start == start for one in persons)


def _check_edges(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report white space that only one side has at its edges, and a first mark that changed; `value` is 1."""
    source, target = unit.source.text, unit.target.text
    if not source.strip() or not target.strip():
        return ()
    issues = []
    for name, own, other in (("begin", _lead(source), _lead(target)), ("end", _trail(source), _trail(target))):
        if own != other and (own.strip(" \u00a0") or other.strip(" \u00a0") or bool(own) != bool(other)):
            message = f"The sides {name} with different white space: {own!r} and {other!r}."
            issues.append(Issue("edges", Severity.INFO, message, 1.0))
    ours, theirs = _MARK.match(source.lstrip()), _MARK.match(target.lstrip())
    if ours is not None and (theirs is None or theirs[0] != ours[0]) and not _is_title(source, ours[0], unit):
        found = quote(target.split(maxsplit=1)[0])
        issues.append(Issue("edges", Severity.INFO, f"The source begins with {ours[0]}, the target with {found}.", 1.0))
    return issues


def _lead(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _trail(text: str) -> str:
    return text[len(text.rstrip()) :]


EDGES = PlainCheck("edges", _check_edges)
