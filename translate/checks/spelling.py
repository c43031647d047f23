"""Spelling: the target is spelled as its region does, or as one region does where its code names none."""

from __future__ import annotations

from collections.abc import Iterable

from translate.checks.base import PlainCheck, enumerate_found, words_of
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.text.spelling import Variety, find_capitalised, find_variety, iter_respelled


def _check_spelling(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report words of another variety than the target's region asks for, or words of two; `value` is how many."""
    varieties = find_language(unit.target.language).varieties
    if not varieties:
        return ()
    asked = find_variety(varieties, unit.target.language)
    if asked:
        if words := _words_of_others(unit, asked):
            message = f"Not {asked.name} ({unit.target.language}): {enumerate_found(words)}."
            return (Issue("spelling", Severity.WARNING, message, float(len(words))),)
        return ()
    if "-" in unit.target.language:  # Canada writes `colour` and `analyze`
        return ()
    found = {variety.name: _words_of_others(unit, variety) for variety in varieties}
    if not all(found.values()):
        return ()
    listed = "; ".join(f"not {name}: {enumerate_found(words)}" for name, words in found.items())
    fewest = float(min(map(len, found.values())))
    return (Issue("spelling", Severity.WARNING, f"The target mixes spellings ({listed}).", fewest),)


def _words_of_others(unit: TranslationUnit, variety: Variety) -> list[str]:
    kept = find_capitalised(unit.source.text)
    text = words_of(unit.target)
    return [text[one.start : one.end] for one in iter_respelled(text, variety, kept=kept) if one.is_telling]


SPELLING = PlainCheck("spelling", _check_spelling)
