"""Pronouns: the object of an order, « rincez-le », is no *him*: orders are about things, where they name no person."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from translate.checks.base import PlainCheck, split_lowered_words
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.text.compiled import compile_kept
from translate.text.proper_names.names import iter_names


def _check_pronouns(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report words for a man or a woman in the target, where the source has an order and no name; `value` is how many.

    Only orders about what is handled count, in texts without a word for a person: who is helped or called is one.
    """
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    if not own.objects or "-" not in unit.source.text or own is other:
        return ()
    order = _order(own.objects).search(unit.source.text)
    found = [word for word in split_lowered_words(unit.target.text) if word in other.gendered] if order else []
    if order is None or not found or next(iter_names(unit.source.text, own.names), None):
        return ()
    if own.titles and next(own.titles.iter_persons(unit.source.text, in_full=True), None):
        return ()
    message = f'Perhaps a thing: "{order[0]}" ("{found[0]}" in the target).'
    return (Issue("pronouns", Severity.WARNING, message, float(len(found))),)


@cache
def _order(objects: str) -> regex.Pattern[str]:
    return compile_kept(rf"(?<![\w-])(?:{objects})(?![\w-])", regex.IGNORECASE)


PRONOUNS = PlainCheck("pronouns", _check_pronouns, lambda source, target: bool(source.objects and target.gendered))
