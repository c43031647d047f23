"""Checks that measure a pair of texts once, however often it is judged: by the engine, and again at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from translate.checks.accept import check_unit, weigh_issue
from translate.checks.base import Check
from translate.config import CheckConfig
from translate.data import Issue, Passage, Severity, Shape, TranslationUnit, Variant

PAIRS_KEPT = 8192
"""How many pairs a run remembers, the latest: two of its windows, some 12 MB."""
ENGINE_CHECKS = ("terms", "dropped", "invented", "names", "phrase", "message", "doubtful", "opening")
"""What an engine looks for in its own targets; settings speak of it as of any check."""
_OF_THE_UNIT = frozenset({"emptied", "inner_codes", "misplaced", "size", "overflow", "score"})
"""Checks that look at more than the two texts and their languages. They come last in the table."""
JUDGES = frozenset(
    {
        "untranslated",
        "target_language",
        "remnants",
        "copied",
        "script",
        "repetition",
        "numbers",
        "negations",
        "lost_names",
        "titles",
        "foreign",
        "quotes",
        "urls",
        "placeholders",
        "tags",
        "codes",
        "characters",
    }
)
"""Checks that make a hypothesis suspected, `length` beside them."""
_CARRIED_CHECK = "numbers"
_Key = tuple[str, Shape, str, Shape]


class PairChecks:
    """Checks with their thresholds; what they find in two texts is remembered for a while.

    `kept` is how many pairs are remembered, the latest.
    """

    def __init__(self, checks: Sequence[Check], config: CheckConfig) -> None:
        self.config, self.kept = config, PAIRS_KEPT
        self.names = tuple(check.name for check in checks)
        of_texts = [check for check in checks if check.name not in _OF_THE_UNIT]
        self._judging = [check for check in of_texts if check.name in JUDGES]
        self._others = [check for check in of_texts if check.name not in JUDGES]
        self._of_unit = [check for check in checks if check.name in _OF_THE_UNIT]
        self._order = {name: number for number, name in enumerate(self.names)}
        self._plain = replace(config, as_error=(), as_warning=())
        self._judged: dict[_Key, tuple[Issue, ...]] = {}
        self._known: dict[_Key, tuple[Issue, ...]] = {}

    def judge(self, unit: TranslationUnit) -> tuple[Issue, ...]:
        """Return what the checks of `JUDGES` alone find: an engine makes more targets than become units."""
        key = _key_of(unit)
        found = self._judged.get(key)
        if found is None:
            found = self._remember(self._judged, key, check_unit(unit, self._judging, self._plain))
        return found

    def prepare(self, unit: TranslationUnit) -> None:
        """Measure what is left of a pair that was judged, before its unit is asked for."""
        if _key_of(unit) in self._judged:
            self.measure(unit)

    def measure(self, unit: TranslationUnit) -> tuple[Issue, ...]:
        """Return what the checks of the texts find, in the order of the table, with the severity that they give."""
        key = _key_of(unit)
        found = self._known.get(key)
        if found is None:
            both = self.judge(unit), check_unit(unit, self._others, self._plain)
            merged = sorted(chain(*both), key=lambda issue: self._order[issue.check])
            found = self._remember(self._known, key, tuple(merged))
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

    def check_carried(self, unit: TranslationUnit) -> tuple[Issue, ...]:
        """Return what is to be said of a target that is its source: numbers in the format of the source's language.

        What only one of the two languages reads as that number is no reason to refuse it.
        """
        if not any(map(str.isdecimal, unit.source.text)):
            return ()
        found = check_unit(unit, [check for check in self._judging if check.name == _CARRIED_CHECK], self._plain)
        return tuple(weigh_issue(issue, self.config) for issue in found if issue.severity is Severity.WARNING)

    def _remember(self, known: dict[_Key, tuple[Issue, ...]], key: _Key, found: tuple[Issue, ...]) -> tuple[Issue, ...]:
        while len(known) >= self.kept:
            del known[next(iter(known))]
        known[key] = found
        return found


def _key_of(unit: TranslationUnit) -> _Key:
    """Return all that the checks of texts read: inline codes tell what is no word of a language."""
    source, target = unit.source, unit.target
    return source.language, _shape_of(source), target.language, _shape_of(target)


def _shape_of(side: Variant) -> Shape:
    return Passage(side.text, side.codes).shape
