"""Numbers: each number of the source must be in the target, with its scale, and the target must have none of its own.

Each side is read by its language; numbers spelled out in words on the other side are taken for the figures. What a
number counts must be there too: the currency, the unit, the month and the half of the day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from translate.checks.base import REPORTED_APART, PlainCheck, enumerate_found, split_lowered_words, without_held
from translate.checks.counted import compare_counted
from translate.checks.dates import compare_dates
from translate.checks.durations import compare_durations
from translate.checks.multiples import compare_multiples
from translate.checks.number_places import compare_places
from translate.checks.number_sides import Side, missing
from translate.checks.times import compare_times
from translate.config import CheckConfig
from translate.data import Issue, Origin, Severity, TranslationUnit
from translate.languages import Language, find_language
from translate.text.amounts.currencies import may_name_currencies
from translate.text.dates.weekdays import tells_weekdays
from translate.text.late import late_plain
from translate.text.numbers.multiples import tells_multiples
from translate.text.numbers.number_words import SpelledNumber, tells_numbers
from translate.text.numbers.numerals import Number
from translate.text.numbers.roman import hints_at_roman_ordinals, regnal_numbers
from translate.text.protected.kept import without_kept

_HALF_DAY = 12
_LARGE = 1000
_IN_MANNER = late_plain(
    "(?<![\\d.,+] )(?<![\\w.,+-])(?!\\d{3}(?:[ \u00a0\u202f]\\d{3}){2}(?!\\d))"
    "(?:[1-9]\\d{0,2}(?:[ \u00a0\u202f]\\d{3})+(?:,\\d+)?|\\d+,\\d{2})(?![,.]?\\d|[ \u00a0\u202f]\\d)"
)
"""Numbers of two groups or more with spaces, or with two figures behind a comma, that are no part of a code; nine
figures may be one."""
_IN_THOUSANDS = late_plain(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+")
_FIGURE = late_plain(r"[\d½¼¾⅓⅔]")


def _check_numbers(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report figures lost, gained, and kept in the manner of the source's language; `value` is how many."""
    source_text, target_text = (without_kept(without_held(side), REPORTED_APART) for side in (unit.source, unit.target))
    languages = find_language(unit.source.language), find_language(unit.target.language)
    ordinals = languages[0].numerals.ordinal_endings + languages[1].numerals.ordinal_endings
    if not _may_differ(source_text, target_text, languages, ordinals):
        return ()
    source, target = Side(source_text, languages[0], ordinals), Side(target_text, languages[1], ordinals)
    issues = list(compare_dates(source, target))
    lost = list(missing(source, target))
    gained = list(missing(target, source, parted=False))
    issues += _compare_words(source, target, altered=bool(gained))
    issues += compare_counted(source, target)
    issues += compare_places(source, target)
    issues += compare_multiples(source, target)
    issues += compare_durations(source, target)
    issues += () if lost or gained else compare_times(source, target)
    issues += _compare_regnal(source, target)
    kept = _kept_as_written(lost, gained) | _kept_in_manner(source, target)
    alike = _written_alike(lost, gained) if unit.origin is not Origin.MACHINE else {}
    lost = [number for number in lost if number.text not in alike]
    gained = [number for number in gained if number.text not in alike]
    lost = [number for number in lost if number.text not in kept]
    gained = [number for number in gained if number.text not in kept]
    if lost:
        found = enumerate_found(target.written(number) for number in target.numbers)
        message = f"{_name(lost, source)} of the source {_is(lost)} not in the target (found: {found})."
        issues.append(_issue(message, lost, config.max_lost_numbers, altered=bool(gained)))
    if gained:
        message = f"{_name(gained, target)} of the target {_is(gained)} not in the source."
        issues.append(_issue(message, gained, config.max_gained_numbers, altered=bool(lost)))
    if alike:
        message = f"{enumerate_found(alike)} is written alike on both sides, and means another number in each language."
        issues.append(Issue("numbers", Severity.WARNING, message, float(len(alike))))
    if kept:
        written = enumerate_found(kept)
        message = f"The target writes {written} in the number format of the source language."
        issues.append(Issue("numbers", Severity.WARNING, message, float(len(kept))))
    return issues


def _may_differ(source: str, target: str, languages: tuple[Language, Language], ordinals: tuple[str, ...]) -> bool:
    """Tell in little time whether there is anything to compare."""
    if _FIGURE.search(source) or _FIGURE.search(target) or hints_at_roman_ordinals(source, ordinals):
        return True
    if regnal_numbers(source):
        return True
    lowered = split_lowered_words(source)
    language = languages[0]
    return (
        tells_numbers(lowered, language.number_words)
        or tells_numbers(split_lowered_words(target), languages[1].number_words)
        or not language.clock.noon.isdisjoint(lowered)
        or not language.clock.midnight.isdisjoint(lowered)
        or tells_multiples(lowered, language.multiples)
        or tells_weekdays(lowered, language.weekdays)
        or not language.months.numbers.keys().isdisjoint(lowered)
        or may_name_currencies(source, lowered, language.currencies)
    )


def _compare_words(source: Side, target: Side, *, altered: bool) -> list[Issue]:
    """Return what is to be said of numbers in words that have another one in their place, and of long ones lost.

    :param altered: the target has figures that the source has not.
    """
    words = source.language.number_words, target.language.number_words
    if not (words[0].cardinals and words[1].cardinals):
        return []
    if not (tells_numbers(source.lowered, words[0]) or tells_numbers(target.lowered, words[1])):
        return []
    lost = [one for one in source.spelled if _is_told(one) and not _has_spelled(target, one, source)]
    lost = [one for one in lost if not target.has_measure(one, source)]
    gained = [one for one in target.spelled if _is_told(one) and not source.has_reading((one.value,))]
    gained = [one for one in gained if not source.has_measure(one, target)]
    if gained and not lost:  # what stands twice in the source, and once here
        counts, others = (Counter(one.value for one in side.spelled) for side in (source, target))
        lost = [one for one in source.spelled if _is_told(one) and 0 < others[one.value] < counts[one.value]]
        lost = [one for one in lost if one.value not in target.values]
    loose = {value for value, _ in source.measured}  # « huit jours » are a week
    is_surely_lost = any(len(one.words) > 1 or not (one.is_ordinal or one.value in loose) for one in lost)
    if lost and (gained or altered or is_surely_lost):
        found = enumerate_found([*(one.text for one in gained), *(target.written(number) for number in target.numbers)])
        severity = Severity.ERROR if gained or altered else Severity.WARNING
        message = (
            f"{_name_words(lost)} of the source {'are' if len(lost) > 1 else 'is'} not in the target (found: {found})."
        )
        return [Issue("numbers", severity, message, float(len(lost)))]
    large = [one for one in gained if one.value >= _LARGE]
    if large:
        message = f"{_name_words(large)} of the target {'are' if len(large) > 1 else 'is'} not in the source."
        return [Issue("numbers", Severity.WARNING, message, float(len(large)))]
    return []


def _compare_regnal(source: Side, target: Side) -> list[Issue]:
    """Return what is to be said of numbers behind names that the target has in no way: *Louis XIV*."""
    lost = [written for value, written in regnal_numbers(source.text).items() if not target.has_regnal(value)]
    if not lost:
        return []
    others = [written for value, written in regnal_numbers(target.text).items() if not source.has_regnal(value)]
    found = f" (found: {enumerate_found(others)})" if others else ""
    severity = Severity.ERROR if others else Severity.WARNING
    message = f"The number of {enumerate_found(lost)} of the source is not in the target{found}."
    return [Issue("numbers", severity, message, float(len(lost)))]


def _name_words(spelled: Sequence[SpelledNumber]) -> str:
    return f"The number{'s' if len(spelled) > 1 else ''} {enumerate_found(one.text for one in spelled)}"


def _is_told(one: SpelledNumber) -> bool:
    return one.value > 1 and not (one.is_ordinal and one.value <= 2)


def _has_spelled(side: Side, one: SpelledNumber, own: Side) -> bool:
    """Tell whether a side has a number in words, an hour of the day maybe as one of its half: *dix-huit heures*."""
    if side.has_reading((one.value,)) or (one.value in own.rounds and side.has_reading((2 * one.value,))):
        return True
    is_hour = _HALF_DAY < one.value <= 2 * _HALF_DAY and own.names_hours()
    return is_hour and side.has_reading((one.value - _HALF_DAY,))


def _kept_as_written(lost: Iterable[Number], gained: Iterable[Number]) -> dict[str, None]:
    """Return what was copied, such as « 1,5 », and means nothing else in the target's language, unlike « 1,234 »."""
    odd = {number.text for number in gained if "," in number.text and all(len(r) > 1 for r in number.readings)}
    return {number.text: None for number in lost if number.text in odd}


def _kept_in_manner(source: Side, target: Side) -> dict[str, None]:
    """Return the numbers of the source with its thousands signs or its decimal sign that the target has alike, where
    its own language has others: « 12 500 000 », « 45,00 »."""
    own, other = source.language.numerals, target.language.numerals
    if own.decimal != "," or other.decimal != ".":
        return {}
    sign = source.language.number_sign
    named = re.compile(rf"(?<![\w-])(?:{sign.read}|{sign.words})\s?\Z", re.IGNORECASE)  # « matricule 123 456 »
    text = without_kept(source.text)  # « FR 40 123 456 824 » is no number
    found = (match[0] for match in _IN_MANNER.finditer(text) if not named.search(text[: match.start()]))
    return {text: None for text in found if re.search(rf"(?<![\d.,]){re.escape(text)}(?![.,]?\d)", target.text)}


def _written_alike(lost: Iterable[Number], gained: Iterable[Number]) -> dict[str, None]:
    """Return what both sides write `2,386`: to a person the source may mean thousands too."""
    texts = {number.text for number in gained}
    return {number.text: None for number in lost if number.text in texts and _IN_THOUSANDS.fullmatch(number.text)}


def _issue(message: str, numbers: list[Number], limit: int, *, altered: bool) -> Issue:
    """A number within a name weighs nothing by itself, but does where another one stands in its place."""
    weight = sum(altered or not number.loose for number in numbers)
    severity = Severity.ERROR if weight > limit else Severity.WARNING
    return Issue("numbers", severity, message, float(len(numbers)))


def _name(numbers: list[Number], side: Side) -> str:
    written = enumerate_found(side.written(number) for number in numbers)
    return f"The number{'s' if ', ' in written else ''} {written}"


def _is(numbers: list[Number]) -> str:
    return "are" if len({number.text for number in numbers}) > 1 else "is"


NUMBERS = PlainCheck("numbers", _check_numbers)
