"""Opposites: no word of the source is rendered by one that means the contrary, and sides are not left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.alignment.contraries import find_turned_words
from translate.checks.base import PlainCheck, enumerate_found, split_lowered_words
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import Language, find_language
from translate.text.numbers.directions import find_contradicted
from translate.text.usage.opposites import find_lost_sides, find_turned


def _check_opposites(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report words that the target turned round; `value` is how many."""
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    if not own.opposites.surely or not other.opposites.surely or own is other:
        return ()
    source, target = split_lowered_words(unit.source.text), split_lowered_words(unit.target.text)
    turned = find_turned(source, own.opposites, target, other.opposites)
    finder = None if turned else find_turned_words(own, other)
    turned = turned or (finder.find(unit.source.text, unit.target.text) if finder else [])
    if not turned:
        lost = find_lost_sides(source, own.opposites, target, other.opposites)
        return _lost(lost) if lost else _contradicted(unit, other)
    pairs = ", ".join(f'"{one.word}" ("{one.contrary}" in the target)' for one in turned)
    return (Issue("opposites", Severity.WARNING, f"Perhaps turned round: {pairs}.", float(len(turned))),)


def _lost(words: Sequence[str]) -> Iterable[Issue]:
    message = f"Missing from the target: {enumerate_found(words)}."
    return (Issue("opposites", Severity.WARNING, message, float(len(words))),)


def _contradicted(unit: TranslationUnit, other: Language) -> Iterable[Issue]:
    """Report a rise of the target that its numbers make a fall; what the source has may be as wrong."""
    found = list(find_contradicted(unit.target.text, other.directions))
    if found:
        message = f"The numbers say the contrary: {enumerate_found(found)}."
        yield Issue("opposites", Severity.WARNING, message, float(len(found)))


OPPOSITES = PlainCheck(
    "opposites", _check_opposites, lambda source, target: bool(source.opposites.surely and target.opposites.surely)
)
