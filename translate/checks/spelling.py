"""Spelling: the target is spelled as its region does, or as one region does where its code names none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from translate.checks.base import PlainCheck, enumerate_found, split_lowered_words, words_of
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.text.usage.spelling import Variety, find_capitalised, find_variety, iter_respelled


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
    found = find_spellings(unit)
    if len(found) < len(varieties):
        return ()
    listed = "; ".join(f"not {name}: {enumerate_found(words)}" for name, words in found.items())
    fewest = float(min(map(len, found.values())))
    return (Issue("spelling", Severity.WARNING, f"The target mixes spellings ({listed}).", fewest),)


def find_spellings(unit: TranslationUnit) -> Mapping[str, Sequence[str]]:
    """Return the words of a target that a variety spells otherwise, by the name of the variety; of a target whose code
    names a region, none: Canada writes `colour` and `analyze`."""
    varieties = () if "-" in unit.target.language else find_language(unit.target.language).varieties
    found = {variety.name: _words_of_others(unit, variety) for variety in varieties}
    return {name: words for name, words in found.items() if words}


def _words_of_others(unit: TranslationUnit, variety: Variety) -> list[str]:
    if variety.telling.isdisjoint(split_lowered_words(unit.target.text)):
        return []
    kept = find_capitalised(unit.source.text)
    text = words_of(unit.target)
    return [text[one.start : one.end] for one in iter_respelled(text, variety, kept=kept) if one.is_telling]


SPELLING = PlainCheck("spelling", _check_spelling)
