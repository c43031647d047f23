"""Completeness: there is a target, it is a translation, and it is about as long as the source lets expect."""

from __future__ import annotations

import math
from collections.abc import Iterable

from translate.alignment.answers import load_answers
from translate.alignment.coverage import find_coverage
from translate.alignment.single import keeps_word, knows_word
from translate.alignment.words import stemmer
from translate.checks.base import PlainCheck, closings_of, quote, split_words, without_names, words_of
from translate.checks.omissions import find_answering
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import Language, find_language
from translate.text.amounts.currencies import find_currencies
from translate.text.amounts.units import units_named
from translate.text.dates.clock import iter_parted
from translate.text.late import late_plain
from translate.text.protected.kept import is_command
from translate.text.usage.formulas import is_closing
from translate.text.words import split_lowered

_SLACK_CHARACTERS = 4
_MAX_BARE_WORDS = 4
"""Function words of the longest target that says nothing by itself."""
_SHORTEST = 4
"""Letters of the shortest word that means something of its own."""
_FIGURE, _NUMBER = late_plain(r"\d"), late_plain(r"\d+")
_NUMBERED = late_plain(r"\b[A-Z]{2,6}(?:\s?:)?\s\d[\d ]*")
"""What a company or a thing is registered as: « SIREN 732 829 320 »."""
_CLOCK_FACE = late_plain(r"\d{1,2}:[0-5]\d")
_MAX_MARKS = 8
"""Marks and spaces by which a copy of the source may differ from it in length."""
# Standard deviation of the logarithm of the length ratio of human translations: sqrt(floor + slope / characters).
_VARIANCE_FLOOR = 0.01
_VARIANCE_SLOPE = 0.7
_MAY_HOLD = late_plain(r"[{%$]")
_PLACEHOLDER = late_plain(r"\{[^{}]*\}|(?<=\s)/(?=\s)|#|(?<![\w.-])(?:%(?:\(\w+\))?(?:\d\$)?[a-z]|\$\d)(?![\w.=-])")
"""And what parts the branches of a message that is read without its syntax."""
_MARKUP = late_plain(r"https?://\S+|www\.\S+|(?<![^\s>`}])\S+@\S+|<[^<>]*>|`[^`]*`|\{[^{}]*\}|%\S+")


def _check_empty(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a side without text, or a target of figures without words; `value` is the characters of the other side."""
    source, target = unit.source.text.strip(), unit.target.text.strip()
    if source and not target:
        return (Issue("empty", Severity.ERROR, "The target is empty.", float(len(source))),)
    if target and not source:
        message = f'The source is empty, but the target says "{quote(target)}".'
        return (Issue("empty", Severity.ERROR, message, float(len(target))),)
    if _FIGURE.search(target) and (lost := _words_without_answer(unit)):
        message = f'The target has figures, but no words for "{quote(" ".join(lost))}".'
        return (Issue("empty", Severity.WARNING, message, float(len(source))),)
    return ()


def _words_without_answer(unit: TranslationUnit) -> list[str]:
    """Return the words of the source that mean something of their own where the target has none at all.

    Function words, numbers, months, units and currencies mean nothing of their own; long function words may answer one
    that does (« environ »).
    """
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    target = split_lowered(unit.target.text)
    if len(target) > _MAX_BARE_WORDS or any(len(word) >= _SHORTEST for word in target):
        return []
    if not own.function_words or not other.function_words.issuperset(target):
        return []
    source, numbers = words_of(unit.source), own.number_words
    for mention in find_currencies(source, split_lowered(source), own.currencies):
        source = source[: mention.start] + " " * (mention.end - mention.start) + source[mention.end :]
    for start, end, *_ in iter_parted(source, own.numerals.hour, own.clock, numbers.cardinals):
        source = source[:start] + " " * (end - start) + source[end:]
    plain = (
        own.function_words,
        own.months.numbers,
        numbers.cardinals,
        numbers.scales,
        numbers.ordinals,
        numbers.others,
    )
    return [
        word
        for word in split_words(source)
        if len(word) >= _SHORTEST
        and not any(word.lower() in words for words in plain)
        and not any(units_named(word.lower(), own.units))
    ]


_SHORTEST_SHOUTED = 4
"""Letters of the shortest word in capitals that is surely no acronym."""
_MIN_OWN = 2
"""Words that no other language has borrowed, from which on borrowed ones beside them count as well."""


def _check_untranslated(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a target that is the source; `value` is the number of words that wanted translating.

    Names, numbers, codes, addresses and symbols of units may stay as they are: only words in lower case count.
    """
    source, target = unit.source.text.strip(), unit.target.text.strip()
    if abs(len(source) - len(target)) > _MAX_MARKS:
        return ()
    if _MAY_HOLD.search(target) and source != target and (left := _pieces_left(unit)):
        message = f'A part of the target is as in the source: "{quote(left[0])}".'
        return (Issue("untranslated", Severity.WARNING, message, float(len(left))),)
    if source.casefold() != target.casefold():
        source_words, target_words = split_words(source), split_words(target)
        if source_words != target_words or not source_words:
            return ()
    if find_language(unit.source.language) is find_language(unit.target.language):
        return ()
    own = find_language(unit.source.language)
    words = split_words(_MARKUP.sub(" ", _without_addresses(words_of(unit.source), own)))
    plain = [
        word
        for word in without_names(words)
        if word.islower() and len(word) > 1 and units_named(word, own.units) != (word,)
    ]
    if len(plain) < _MIN_OWN and _FIGURE.search(source):  # « Format A4, ratio 16:9 »
        keeps = keeps_word(own.code, find_language(unit.target.language).code)
        plain = [word for word in plain if units_named(word, own.units) or not keeps(word)]
    is_lent = sum(word not in own.lent_words for word in plain) < _MIN_OWN  # one word beside `vis-à-vis` is its company
    count = sum(word not in own.lent_words for word in plain) if is_lent else len(plain)
    if not count and len(words) > 2 and source.isupper():
        knows = knows_word(own.code, find_language(unit.target.language).code) or bool
        unnumbered = split_words(_NUMBERED.sub(" ", source))
        is_worded = any(len(word) >= _SHORTEST_SHOUTED and knows(word.lower()) for word in unnumbered)
        count = len(words) if is_worded else 0
    if not count or is_command(source):
        return ()
    severity = Severity.ERROR if count >= config.min_untranslated_words else Severity.WARNING
    message = f'The target is identical to the source: "{quote(source)}".'
    return (Issue("untranslated", severity, message, float(count)),)


def _pieces_left(unit: TranslationUnit) -> list[str]:
    """Return what stands between placeholders, or in a branch of a message, as in the source, and has words of its
    language."""
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    said = {piece.strip() for piece in _PLACEHOLDER.split(unit.source.text)}
    left = {piece for one in _PLACEHOLDER.split(unit.target.text) if (piece := one.strip()) in said}
    knows, coverage = knows_word(own.code, other.code), find_coverage(own, other)
    if not left or not knows or not coverage or own is other:
        return []
    functions = own.function_words - other.function_words
    answers, stem, stem_there = load_answers(own.code, other.code), stemmer(own), stemmer(other)

    def _is_left(word: str, piece: str) -> bool:
        if not knows(word) or word in functions or units_named(word, own.units) == (word,):
            return False
        is_shared = answers is not None and stem_there(word) in answers.of(stem(word))  # *via*
        return not is_shared and not coverage.is_rendered(word, piece)

    return [
        piece
        for piece in sorted(left)
        if (words := [word for word in split_words(piece) if word.islower() and len(word) > 1])
        and any((word in functions and len(words) > 1) or _is_left(word, piece) for word in words)
    ]


def _without_addresses(text: str, language: Language) -> str:
    """Return a text without its postal addresses, which stay as they are."""
    for one in language.addresses.find(text) if language.addresses else ():
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def length_deviation(source: str, target: str, source_language: Language, target_language: Language) -> float:
    """Return by how many standard deviations the logarithm of the length ratio is off; negative is too short.

    After Gale and Church 1993, *A program for aligning sentences in bilingual corpora*, with a ratio in place of a
    difference, and a floor to the variance, so that long texts are not held to more than translators do.
    """
    ratio = target_language.relative_length / source_language.relative_length
    expected = len(source) * ratio
    variance = _VARIANCE_FLOOR + _VARIANCE_SLOPE / max(expected, 1.0)
    return math.log((len(target) + _SLACK_CHARACTERS) / (expected + _SLACK_CHARACTERS)) / math.sqrt(variance)


def _check_length(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a target much shorter or longer than expected; `value` is target characters to one of the source."""
    source, target = unit.source.text.strip(), unit.target.text.strip()
    if not source or not target:
        return ()
    languages = find_language(unit.source.language), find_language(unit.target.language)
    deviation = length_deviation(source, target, *languages)
    if deviation >= config.length_warning and (spelled := _spelled_out(source, target, *languages)):
        deviation = length_deviation(source, target[spelled:], *languages)
    elif -deviation >= config.length_warning and (parted := _parted(source, target, languages[0])):
        deviation = length_deviation(source[parted:], target, *languages)
    if abs(deviation) < config.length_warning or is_closing(source, target, *closings_of(unit)):
        return ()
    answering = find_answering(*languages) if -deviation >= config.length_error else None
    is_whole = answering is not None and answering.is_summed_up(source, target)
    severity = Severity.ERROR if abs(deviation) >= config.length_error and not is_whole else Severity.WARNING
    expected = len(source) * languages[1].relative_length / languages[0].relative_length
    kind = "short" if deviation < 0 else "long"
    message = (
        f"The target is too {kind}: {len(target)} characters for {len(source)} of the source (expected about "
        f"{expected:.0f})."
    )
    return (Issue("length", severity, message, round(len(target) / len(source), 3)),)


def _spelled_out(source: str, target: str, own: Language, other: Language) -> int:
    """Return the characters by which the words for units are longer in a target, « 1 h 30 »: *1 hour 30 minutes*."""
    figures = len(_NUMBER.findall(source))
    of_source, of_target = (
        sum([len(word) for word in split_words(text) if units_named(word.lower(), language.units)][:figures])
        for text, language in ((source, own), (target, other))
    )
    return max(0, min(of_target - of_source, len(target) - len(source)))


def _parted(source: str, target: str, own: Language) -> int:
    """Return the characters by which times in words are longer in a source: « sept heures moins dix » is *6:50*."""
    figures = sorted((len(match[0]) for match in _CLOCK_FACE.finditer(target)), reverse=True)
    words = (
        end - start for start, end, *_ in iter_parted(source, own.numerals.hour, own.clock, own.number_words.cardinals)
    )
    return sum(max(0, longer - shorter) for longer, shorter in zip(words, figures, strict=False))


EMPTY = PlainCheck("empty", _check_empty)
UNTRANSLATED = PlainCheck("untranslated", _check_untranslated)
LENGTH = PlainCheck("length", _check_length)
