"""Opposites: no word of the source is rendered by one that means the contrary."""

from __future__ import annotations

from collections.abc import Iterable

from translate.checks.base import PlainCheck, split_lowered_words
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.text.opposites import find_turned


def _check_opposites(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report words that the target turned round; `value` is how many."""
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    if not own.opposites.surely or not other.opposites.surely or own is other:
        return ()
    source, target = split_lowered_words(unit.source.text), split_lowered_words(unit.target.text)
    turned = find_turned(source, own.opposites, target, other.opposites)
    if not turned:
        return ()
    pairs = ", ".join(f'"{one.word}" ("{one.contrary}" in the target)' for one in turned)
    return (Issue("opposites", Severity.WARNING, f"Perhaps turned round: {pairs}.", float(len(turned))),)


OPPOSITES = PlainCheck(
    "opposites", _check_opposites, lambda source, target: bool(source.opposites.surely and target.opposites.surely)
)
