"""Lost words: each word of a short source has something in the target."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import cast

import regex

from translate.alignment.coverage import find_coverage, has_coverage
from translate.alignment.dictionary import find_dictionary
from translate.alignment.lost_words import LostWords
from translate.alignment.words import stemmer
from translate.checks.base import PlainCheck, closings_of, enumerate_found, words_of
from translate.checks.omissions import find_answering, find_omissions, is_label, is_number
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import Language, find_language
from translate.text.amounts.currencies import find_currencies
from translate.text.amounts.measures import FoundMeasure, Meaning
from translate.text.usage.formulas import is_closing
from translate.text.words import split_lowered, split_words

_SURE = 1.9
"""Evidence of a word from which a warning is due: that of one which 85 human translations of 100 answer."""
_LIKELY = 1.3
"""And information: one of 73 of 100."""
_SHORTEST, _BEGINNING = 4, 5
"""Letters of the shortest word of a phrase that is looked for, where it has one, and of that which tell it."""


@cache
def _lost_words(own: Language, other: Language) -> LostWords | None:
    answering, coverage = find_answering(own, other), find_coverage(own, other)
    dictionary = find_dictionary(own.code, other.code)
    return LostWords(answering, coverage, dictionary) if answering and coverage and dictionary else None


def _check_lost_words(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report words of the source that the target has nothing for; `value` is the evidence of the surest one."""
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    finder = _lost_words(own, other)
    source, target = words_of(unit.source), words_of(unit.target)
    if finder is None or not source or not target or is_closing(source, target, *closings_of(unit)):
        return ()
    meant = _lost_label(source, target, own, other) or _lost_meanings(source, target, own, other)
    meant += _lost_abbreviations(source, target, own, other)
    if meant and not is_label(source, target, own, other):
        message = f"Perhaps missing from the target: {enumerate_found(meant)}."
        return (Issue("lost_words", Severity.WARNING, message, float(len(meant))),)
    found = [one for one in finder.find(source, target) if one.evidence >= _LIKELY]
    found = [one for one in found if not is_number(source[one.start : one.end], own)]
    if found:  # `numbers` speaks of quantities
        quantities = own.units.words, own.currencies.names
        found = [one for one in found if not any(source[one.start : one.end].lower() in some for some in quantities)]
        named = list(find_currencies(source, split_lowered(source), own.currencies))
        found = [one for one in found if not any(two.start <= one.start < two.end for two in named)]
    if found and own.find_measures:  # what the language knows to mean something else as a whole
        measures = list(own.find_measures(source))
        found = [
            one for one in found if not any(_is_told_by(measure, source, one.start, one.end) for measure in measures)
        ]
    if found:
        short = list(own.find_abbreviations(source))
        found = [one for one in found if not any(start <= one.start < end for start, end, _ in short)]
    if not found or find_omissions(source, target, own, other) or is_label(source, target, own, other):
        return ()
    words = (f'"{source[one.start : one.end]}"' for one in found)
    most = max(one.evidence for one in found)
    severity = Severity.WARNING if most >= _SURE else Severity.INFO
    return (
        Issue("lost_words", severity, f"Perhaps missing from the target: {enumerate_found(words)}.", round(most, 3)),
    )


def _lost_label(source: str, target: str, own: Language, other: Language) -> list[str]:
    """Return a source that is a label, of which the target has nothing that is listed, or a word of the source in its
    place: *legal mentions* for « mentions légales », which are a legal notice."""
    dictionary = find_dictionary(own.code, other.code)
    said = dictionary.find_label(source) if dictionary else None
    if said is None or "".join(split_lowered(said)) == "".join(split_lowered(target)):  # *homepage*
        return []
    stem = stemmer(other)
    words = ((word for word in split_lowered(text) if word not in other.function_words) for text in (said, target))
    listed, found = (set(map(stem, some)) for some in words)
    content = [word for word in split_lowered(source) if word not in own.function_words]
    is_literal = not (found - listed).isdisjoint(map(stem, content))
    is_other = len(content) > 1 and listed.isdisjoint(found)
    return [f'"{source}" ({said.lower()})'] if listed - found and found and (is_literal or is_other) else []


def _lost_meanings(source: str, target: str, own: Language, other: Language) -> list[str]:
    """Return phrases of the source of which the target has no word, « à demain » of *see you tomorrow*."""
    if own.find_meanings is None or other.write_measure is None:
        return []
    coverage = find_coverage(own, other)
    found, lowered = [], target.lower()
    for measure in own.find_meanings(source):
        written = other.write_measure(cast("Meaning", measure.value))
        said = written.said.lower()
        words = split_lowered(said) if " " in said else [said]
        if said.isalpha():  # others may mean the same
            own_word = source[measure.start : measure.end].lower()
            is_there = said[:_BEGINNING] in lowered or (written.made and regex.search(written.made, target))
            is_word = own_word.isalpha() and own_word not in own.function_words  # « son poste » is *office*
            if is_word and not is_there and coverage and not coverage.is_rendered(own_word, target):
                found.append(f'"{source[measure.start : measure.end]}" ({said})')
            continue
        longest = [word for word in words if len(word) >= _SHORTEST] or [said]
        is_left_out = written.needed and not any(
            regex.fullmatch(written.needed, word) for word in split_lowered(target)
        )
        if is_left_out or not any(
            word[:_BEGINNING] in lowered if word.isalpha() else word in lowered for word in longest
        ):
            found.append(f'"{source[measure.start : measure.end]}" ({said})')
    return found


def _lost_abbreviations(source: str, target: str, own: Language, other: Language) -> list[str]:
    """Return abbreviations of the source, « 4 pers. », of whose word the target has no equivalent and no short form."""
    coverage, dictionary = find_coverage(own, other), find_dictionary(own.code, other.code)
    if coverage is None or dictionary is None or "." not in source:
        return []
    short = {(start, end): whole.strip() for start, end, whole in own.find_abbreviations(source)}
    measures = own.find_measures(source) if own.find_measures else ()
    short |= {(one.start, one.end): one.asked for one in measures if one.value is None}
    finder, found = _lost_words(own, other), []
    for (start, end), word in short.items():
        written = source[start:end]
        if not written.endswith(".") or not word.isalpha() or len(word) <= len(written) or finder is None:
            continue
        said = [one for some in dictionary.find(word) for one in some.entry.english]
        if said and not coverage.is_rendered(word, target) and not _is_shortened(written, word, said, target):
            found += [f'"{written}" ({word})'] if not finder.is_answered(word, target) else []
    return found


def _is_shortened(written: str, word: str, said: Iterable[str], target: str) -> bool:
    """Tell whether a target has a word in short as well: `fig.`, `approx.`, `Apr`."""
    words = split_words(target)
    if written.lower().rstrip(".") in map(str.lower, words):
        return True
    named = [one for one in words if one[0].isupper() and len(one) < len(written) + 1]
    named += [one for one in words if f"{one}." in target]
    return any(one.startswith(short) for one in (word, *said) for short in named)


def _is_told_by(measure: FoundMeasure, source: str, start: int, end: int) -> bool:
    """Tell whether a word lies in what means something else as a whole, or is asked without it."""
    is_within = measure.start <= start < measure.end
    return is_within and (measure.value is not None or source[start:end].lower() not in measure.asked.lower())


LOST_WORDS = PlainCheck("lost_words", _check_lost_words, has_coverage)
