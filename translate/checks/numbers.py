"""Numbers: each figure of the source must be in the target, and the target must have none of its own.

Each side is read by its language; numbers spelled out in words on the other side are taken for the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translate.checks.base import REPORTED_APART, PlainCheck, enumerate_found
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import Language, find_language
from translate.text.kept import without_kept
from translate.text.months import iter_dated_months, months_in
from translate.text.number_words import spelled_values
from translate.text.numerals import (
    Number,
    Value,
    bare_roman_values,
    hints_at_roman_ordinals,
    read_numbers,
    read_roman_ordinals,
)

_FIGURE = re.compile(r"\d")


class _Side:
    """The numbers of one side, ready to look values up in.

    :param ordinals: endings of ordinals in Roman figures, of either side's language: a side may keep the other's.
    """

    def __init__(self, text: str, language: Language, ordinals: tuple[str, ...]) -> None:
        self.language = language
        self.text = text
        self.numbers = read_numbers(text, language.numerals)
        if hints_at_roman_ordinals(text, ordinals):
            self.numbers += read_roman_ordinals(text, ordinals)
        self._ordinals = ordinals
        self.dates = {number.date for number in self.numbers if number.date}
        self.unscaled: set[Value] = set()
        self.scaled: set[Value] = set()
        self.before_scale: set[Value] = set()
        for number in self.numbers:
            values = [value for reading in number.readings for value in reading]
            if number.scale == 1:
                self.unscaled.update(values)
            else:
                self.scaled.update(value * number.scale for value in values)
                self.before_scale.update(values)
        self._words: frozenset[Value] | None = None

    def words(self) -> frozenset[Value]:
        """Return the values of number words and Roman figures, looked up only where figures do not do."""
        if self._words is None:
            spelled = spelled_values(self.text, self.language.number_words)
            self._words = spelled | bare_roman_values(self.text, self._ordinals)
        return self._words

    def has(self, number: Number) -> bool:
        if number.date:
            return self._has_date(number)
        return any(self._has_reading(reading, number.scale) for reading in number.readings)

    def _has_reading(self, reading: tuple[Value, ...], scale: int) -> bool:
        if scale == 1:
            known = self.unscaled | self.scaled | self.before_scale
            return all(value in known for value in reading) or all(v in known or v in self.words() for v in reading)
        scaled = [value * scale for value in reading]
        if all(value in self.scaled or value in self.unscaled for value in scaled):
            return True
        if all(value in self.unscaled for value in reading):
            return True
        return all(value in self.words() for value in scaled)

    def _has_date(self, number: Number) -> bool:
        date = number.date
        if date in self.dates or date[::-1] in self.dates:
            return True
        months = months_in(self.text, self.language.months) & set(date)
        return bool(months) and all(part in self.unscaled or part in months for part in date)


def _missing(numbers: Iterable[Number], other: _Side) -> Iterator[Number]:
    return (number for number in numbers if not other.has(number))


def _check_numbers(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report figures lost, gained, and kept in the manner of the source's language; `value` is how many."""
    source_text, target_text = (without_kept(side.text, REPORTED_APART) for side in (unit.source, unit.target))
    languages = find_language(unit.source.language), find_language(unit.target.language)
    ordinals = languages[0].numerals.ordinal_endings + languages[1].numerals.ordinal_endings
    has_figures = _FIGURE.search(source_text) or _FIGURE.search(target_text)
    if not has_figures and not hints_at_roman_ordinals(source_text, ordinals):
        return ()
    source, target = _Side(source_text, languages[0], ordinals), _Side(target_text, languages[1], ordinals)
    lost = list(_missing(source.numbers, target))
    gained = list(_missing(target.numbers, source))
    issues = list(_lost_months(source, target))
    if not lost and not gained:
        return issues
    kept = _kept_as_written(lost, gained)
    lost = [number for number in lost if number.text not in kept]
    gained = [number for number in gained if number.text not in kept]
    if lost:
        found = enumerate_found(number.text for number in target.numbers)
        message = f"{_name(lost)} of the source {_is(lost)} not in the target (found: {found})."
        issues.append(_issue(message, lost, config.max_lost_numbers, altered=bool(gained)))
    if gained:
        message = f"{_name(gained)} of the target {_is(gained)} not in the source."
        issues.append(_issue(message, gained, config.max_gained_numbers, altered=bool(lost)))
    if kept:
        written = enumerate_found(kept)
        message = f"The target writes {written} in the number format of the source language."
        issues.append(Issue("numbers", Severity.WARNING, message, float(len(kept))))
    return issues


def _lost_months(source: _Side, target: _Side) -> Iterator[Issue]:
    """Yield what is to be said of dates such as « 14 mai » whose month the target names in no way."""
    if not target.language.months.numbers or not months_in(source.text, source.language.months):
        return
    dated = dict(iter_dated_months(source.text, source.language.months))
    if dated:
        named = months_in(target.text, target.language.months)
        lost = [written for month, written in dated.items() if month not in named and month not in target.unscaled]
        if lost:
            message = f"The month of {enumerate_found(lost)} of the source is not in the target."
            yield Issue("numbers", Severity.ERROR, message, float(len(lost)))


def _kept_as_written(lost: Iterable[Number], gained: Iterable[Number]) -> dict[str, None]:
    """Return what was copied, such as « 1,5 », and means nothing else in the target's language, unlike « 1,234 »."""
    odd = {number.text for number in gained if "," in number.text and all(len(r) > 1 for r in number.readings)}
    return {number.text: None for number in lost if number.text in odd}


def _issue(message: str, numbers: list[Number], limit: int, *, altered: bool) -> Issue:
    """A number within a name weighs nothing by itself, but does where another one stands in its place."""
    weight = sum(altered or not number.loose for number in numbers)
    severity = Severity.ERROR if weight > limit else Severity.WARNING
    return Issue("numbers", severity, message, float(len(numbers)))


def _name(numbers: list[Number]) -> str:
    written = enumerate_found(number.text for number in numbers)
    return f"The number{'s' if ', ' in written else ''} {written}"


def _is(numbers: list[Number]) -> str:
    return "are" if len({number.text for number in numbers}) > 1 else "is"


NUMBERS = PlainCheck("numbers", _check_numbers)
