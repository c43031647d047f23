"""Quotations in another language than the source's: they are the same in the target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate.alignment.foreign import is_in_neither, is_in_target
from translate.alignment.single import knows_word
from translate.checks.base import PlainCheck, enumerate_found
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import Language, find_language
from translate.text.usage.quotes import iter_quotations
from translate.text.words import split_words


def iter_changed(source: str, target: str, own: Language, other: Language) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of foreign quotations of `source` whose words do not stand in `target`."""
    words: list[str] = []
    for start, end in iter_quotations(source):
        quoted = source[start:end]
        words = words or list(split_words(target))
        if _stands_in(split_words(quoted), words):
            continue
        if is_in_target(quoted, own, other) or is_in_neither(quoted, own, other) or _is_name(quoted, own, other):
            yield start, end


def _stands_in(quoted: list[str], words: list[str]) -> bool:
    """Tell whether words stand side by side in a target, as they are but for the case of the first, or in capitals."""
    lowered = " ".join(word.lower() for word in quoted)
    if f" {lowered} " not in f" {' '.join(words).lower()} ":
        return False
    windows = (words[at : at + len(quoted)] for at in range(len(words) - len(quoted) + 1))
    found = [some for some in windows if " ".join(some).lower() == lowered]
    return any(some[1:] == quoted[1:] or all(map(str.isupper, some)) for some in found)


def _is_name(quoted: str, own: Language, other: Language) -> bool:
    """Tell a name in a third language from words: « Zum Wilden Eber »."""
    knows = knows_word(own.code, other.code)
    words = split_words(quoted)
    return knows is not None and quoted[0].isupper() and not any(map(knows, words)) and quoted.istitle()


def _check_foreign(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report quotations in another language that the target has otherwise; `value` is how many."""
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    source = unit.source.text
    changed = [source[start:end] for start, end in iter_changed(source, unit.target.text, own, other)]
    is_other = split_words(source) != split_words(unit.target.text)
    if not changed and is_other and own is not other and is_in_target(source, own, other):
        message = "The source is in the language of the target already, which has it otherwise."
        return (Issue("foreign", Severity.WARNING, message, 1.0),)
    if not changed:
        return ()
    message = f"In another language than the source, and not as it is in the target: {enumerate_found(changed)}."
    return (Issue("foreign", Severity.WARNING, message, float(len(changed))),)


FOREIGN = PlainCheck("foreign", _check_foreign)
