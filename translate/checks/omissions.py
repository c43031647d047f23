"""Omissions: every passage of the source has something in the target that answers to it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from translate.alignment.answers import has_answers, load_answers
from translate.alignment.dictionary import find_dictionary
from translate.alignment.omissions import Answering, Omission
from translate.checks.base import PlainCheck, closings_of, enumerate_found, words_of
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import Language, find_language
from translate.text.dates.clock import iter_parted
from translate.text.usage.formulas import is_closing
from translate.text.words import split_lowered


def find_omissions(source: str, target: str, own: Language, other: Language) -> list[Omission]:
    """Return the passages of `source` that nothing in `target` answers to, in order.

    None where no answers ship for the two languages.
    """
    answering = find_answering(own, other)
    return sorted(answering.find(source, target), key=lambda one: one.start) if answering else []


def find_links(source: str, target: str, own: Language, other: Language) -> list[tuple[int, int]]:
    """Return where content words of `source` begin, and the words of `target` that render them."""
    answering = find_answering(own, other)
    return answering.find_links(source, target) if answering else []


@cache
def find_answering(own: Language, other: Language) -> Answering | None:
    """Return what finds omissions; None where no answers ship for two languages."""
    answers = load_answers(own.code, other.code)
    return Answering(answers, own, other) if answers else None


def _check_omissions(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report passages of the source that the target leaves out; `value` is the score of the most certain one."""
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    source, target = words_of(unit.source), words_of(unit.target)
    found = find_omissions(source, target, own, other) if source and target else []
    found = [one for one in found if not is_number(source[one.start : one.end], own)]
    if not found or is_closing(source, target, *closings_of(unit)) or is_label(source, target, own, other):
        return ()
    passages = (f'"{source[one.start : one.end]}"' for one in found)
    message = f"Missing from the target: {enumerate_found(passages)}."
    return (Issue("omissions", Severity.WARNING, message, max(one.score for one in found)),)


def is_label(source: str, target: str, own: Language, other: Language) -> bool:
    """Tell whether a target is what the list of labels has for its source: « Baignade interdite » as *No swimming*."""
    dictionary = find_dictionary(own.code, other.code)
    return dictionary is not None and dictionary.is_label(source, target)


def is_number(text: str, language: Language) -> bool:
    """Tell whether a passage is a number or a time in words, of which `numbers` speaks: « sept heures moins dix »."""
    words, numbers = split_lowered(text), language.number_words
    times = iter_parted(text, language.numerals.hour, language.clock, numbers.cardinals)
    if any((start, end) == (0, len(text)) for start, end, *_ in times):
        return True
    kinds = (numbers.cardinals, numbers.scales, numbers.ordinals, numbers.others, {language.numerals.before_decade})
    return bool(words) and all(any(word in kind for kind in kinds) for word in words)


OMISSIONS = PlainCheck("omissions", _check_omissions, lambda source, target: has_answers(source.code, target.code))
