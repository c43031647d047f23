"""The numbers of one side of a unit, ready to look those of the other side up in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, pairwise

from translate.checks.base import split_lowered_words
from translate.languages import Language
from translate.text.amounts.currencies import agree
from translate.text.amounts.measured_parts import Measured, read_measured_parts
from translate.text.amounts.quantities import Quantity, read_quantities
from translate.text.amounts.units import is_converted, kind_of, unit_at, unit_behind, units_named
from translate.text.dates.clock import iter_parted
from translate.text.dates.months import iter_dated_months, months_in
from translate.text.numbers.multiples import rounds_in
from translate.text.numbers.number_words import SpelledNumber, may_spell_numbers, read_spelled_numbers, values_of
from translate.text.numbers.numerals import Number, Value
from translate.text.numbers.roman import bare_roman_values, hints_at_roman_ordinals, read_roman_ordinals

_MINUTES = 60
_FIGURES_OF_MINUTES = 2


class Side:
    """The quantities of a side, and the values, currencies and units that it has in figures and in words.

    :param ordinals: endings of ordinals in Roman figures, of either side's language: a side may keep the other's.
    """

    def __init__(self, text: str, language: Language, ordinals: tuple[str, ...]) -> None:
        self.text, self.language = text, language
        self.lowered: Sequence[str] = split_lowered_words(text)
        read = read_quantities(text, self.lowered, language.numerals, language.currencies, language.units)
        self.parted = tuple(iter_parted(text, language.numerals.hour, language.clock, language.number_words.cardinals))
        self.quantities, self.mentions = self._with_parts(read.found), read.mentions
        self.romans = read_roman_ordinals(text, ordinals) if hints_at_roman_ordinals(text, ordinals) else ()
        self.rounds = rounds_in(text, language.multiples, language.number_words)
        self.numbers = (*(quantity.number for quantity in self.quantities), *self.romans)
        self._ordinals = ordinals
        self.dates = {number.date for number in self.numbers if number.date}
        self.ratios = {reading for number in self.numbers if _is_ratio(number) for reading in number.readings[1:]}
        self.values: set[Value] = {value for n in self.numbers for reading in n.readings for value in reading}
        self.values.update(chain.from_iterable(_faces(time) for _, _, time, _ in self.parted))
        self.values.update(2 * matches for matches in self.rounds)
        self._spelled: tuple[SpelledNumber, ...] | None = None
        self._words: frozenset[Value] | None = None
        self._units: Counter[str] | None = None
        self._measured: Measured | None = None
        self._parts: Measured | None = None

    def _with_parts(self, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
        """Return the quantities, those of « 10 h moins 20 » as `9:40` too."""
        for start, end, time, _ in self.parted:
            faces = tuple((hour, time % 60) for hour in _hours_of(time))
            found = tuple(
                replace(one, number=replace(one.number, readings=one.number.readings + faces))
                if start <= one.number.start < end
                else one
                for one in found
            )
        return tuple(self._with_hours(self._with_names(found)))

    def _with_names(self, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
        """Return the quantities, those that a name of the language has as parts of a name."""
        pattern = self.language.multiples.distance
        named = {match.start() for match in re.finditer(pattern, self.text)} if pattern else set()
        if not named:
            return found
        return tuple(
            replace(one, number=replace(one.number, loose=True), unit="") if one.number.start in named else one
            for one in found
        )

    def _with_hours(self, found: tuple[Quantity, ...]) -> Iterator[Quantity]:
        """Yield the quantities, those of « 1 h 30 » as 1.5 too: *a 1 1/2-hour trip*."""
        told: dict[int, Value] = {}
        sign = self.language.numerals.hour
        for place, (one, other) in enumerate(pairwise(found) if sign else ()):
            hours, minutes = one.number.text, other.number.text
            between = self.text[one.number.end : other.number.start].strip()
            is_time = hours.isdecimal() and minutes.isdecimal() and len(minutes) == _FIGURES_OF_MINUTES
            if is_time and between and re.fullmatch(sign, between):
                told |= dict.fromkeys((place, place + 1), int(hours) + Decimal(int(minutes)) / _MINUTES)
        for place, one in enumerate(found):
            more = ((told[place],),) if place in told else ()
            yield replace(one, number=replace(one.number, readings=one.number.readings + more)) if more else one

    @property
    def spelled(self) -> tuple[SpelledNumber, ...]:
        """The numbers in words."""
        if self._spelled is None:
            words = self.language.number_words
            may = may_spell_numbers(self.lowered, words)
            spelled = read_spelled_numbers(self.text, words) if may else ()
            told = {value for *_, time, minutes in self.parted for value in (minutes, *_told(time, minutes))}
            self._spelled = tuple(self._without_months(one for one in spelled if one.value not in told))
        return self._spelled

    def _without_months(self, spelled: Iterable[SpelledNumber]) -> Iterator[SpelledNumber]:
        """Yield the numbers that are no short name of a month beside a day: « 9 sept. »."""
        months = self.language.months
        named = Counter(
            word for date in iter_dated_months(self.text, months) for word in split_lowered_words(date.text)
        )
        for one in spelled:
            if one.text in months.numbers and named[one.text]:
                named[one.text] -= 1
            else:
                yield one

    @property
    def words(self) -> frozenset[Value]:
        """The values of number words and Roman figures, looked up only where figures do not do."""
        if self._words is None:
            words = values_of(self.lowered, self.spelled, self.language.number_words)
            parted = {value for value, _ in self.parts}
            self._words = words | bare_roman_values(self.text, self._ordinals) | parted
        return self._words

    @property
    def units(self) -> Counter[str]:
        """The units that are named, with a number or without, and how often."""
        if self._units is None:
            self._units = Counter(units_named(self.text, self.language.units))
        return self._units

    @property
    def measured(self) -> Measured:
        """The numbers in words with the units behind them: « trente ans », « une heure et quart »."""
        if self._measured is None:
            found: list[tuple[Value, str]] = []
            lowered, place = self.text.lower(), 0
            for one in self.spelled:
                start = lowered.find(one.words[-1], place)
                place = max(place, start + len(one.words[-1]))
                unit, _ = unit_at(self.text, place, self.language.units)
                found += [(one.value, unit)] if start >= 0 and unit else []
            self._measured = (*found, *self.parts)
        return self._measured

    @property
    def parts(self) -> Measured:
        """The measures that words tell by a part of their unit: « une heure et quart »."""
        if self._parts is None:
            own = self.language
            self._parts = read_measured_parts(self.text, own.units, own.number_words, own.multiples)
        return self._parts

    def has_measure(self, one: SpelledNumber, own: Side) -> bool:
        """Tell whether there is a measure that one in words of the side `own` was converted into: *three decades*."""
        wholes = {*own.language.multiples.parts.values()}
        asked = [(value, unit) for value, unit in own.measured if value == one.value]
        asked += [(value, unit) for value, unit in own.parts for whole in wholes if value * whole == one.value]
        there = [(value, other.unit) for other in self.quantities if other.unit for value in other.values]
        there += self.measured
        return any(is_converted(float(ours), unit, float(value), by) for ours, unit in asked for value, by in there)

    def count_kind(self, unit: str) -> int:
        """Return how many units of the kind of `unit` are named."""
        return sum(count for other, count in self.units.items() if kind_of(other) == kind_of(unit))

    def count_currency(self, currency: str) -> int:
        """Return how often a currency is named that may be this one."""
        return sum(agree(mention.currency, currency) for mention in self.mentions)

    def spells(self, values: Iterable[Value]) -> bool:
        return any(one.value in set(values) for one in self.spelled)

    def with_values(self, quantity: Quantity) -> tuple[Quantity, ...]:
        """Return the quantities whose number is that of another side's."""
        values = set(quantity.values)
        return tuple(own for own in self.quantities if not values.isdisjoint(own.values))

    def written(self, number: Number) -> str:
        """Return a number as the side has it, with what multiplies it and its currency: `€12.5 billion`."""
        return self.text[number.start : number.end] or number.text

    def names_hours(self) -> bool:
        hour = self.language.numerals.hour
        return bool(hour) and any(re.fullmatch(hour, word) for word in self.lowered)

    def has(self, quantity: Quantity, own: Side) -> bool:
        """Tell whether there is that number of the side `own`, or one that it was converted into."""
        if self.has_number(quantity.number) or (quantity.unit and self.has_converted(quantity, own)):
            return True
        if any(value in own.rounds and self.has_reading((2 * value,)) for value in quantity.values):
            return True
        later = (
            ""
            if quantity.unit or not quantity.values
            else unit_behind(own.text, quantity.number.end, own.language.units)
        )
        return bool(later) and self.has_converted(replace(quantity, unit=later), own)

    def has_converted(self, quantity: Quantity, own: Side) -> bool:
        """Tell whether there is a measure that a quantity of the side `own` was converted into, and is not its own."""
        converted = [
            (float(value), other.unit)
            for other in self.quantities
            if other.unit and own.values.isdisjoint(other.values)
            for value in other.values
        ]
        converted += [(float(value), unit) for value, unit in self.measured if value not in own.values]
        return any(
            is_converted(float(value), quantity.unit, *other) for value in quantity.values for other in converted
        )

    def has_number(self, number: Number) -> bool:
        if number.date:
            return self._has_date(number)
        if _is_ratio(number) and self._is_turned(number):
            return False
        return any(self.has_reading(reading) for reading in number.readings)

    def has_reading(self, reading: tuple[Value, ...]) -> bool:
        known = self.values
        return all(value in known for value in reading) or all(v in known or v in self.words for v in reading)

    def has_regnal(self, value: int) -> bool:
        """Tell whether there is a number that stands behind a name, in any figures or in words."""
        return value in self.values or value in self.words

    def _is_turned(self, number: Number) -> bool:
        return any(r not in self.ratios and r[::-1] in self.ratios for r in number.readings[1:])

    def _has_date(self, number: Number) -> bool:
        date = number.date
        if date in self.dates or date[::-1] in self.dates:
            return True
        months = months_in(self.text, self.language.months) & ({number.month} if number.month else set(date))
        return bool(months) and all(part in self.values or part in months for part in date)


def _is_ratio(number: Number) -> bool:
    return "/" in number.text and not number.date


def _hours_of(time: int) -> list[int]:
    """Return the hours of a time, in minutes since midnight, by either half of the day."""
    return [hour for hour in (time // 60, time // 60 - 12, time // 60 + 12) if 0 <= hour < 24]


def _faces(time: int) -> Iterator[int]:
    """Yield what may be written for a time in figures."""
    yield time % 60
    yield from _hours_of(time)


def _told(time: int, minutes: int) -> Iterator[int]:
    """Yield the hours that a time may be told by: 9:45 is a quarter to ten."""
    for whole in (time - minutes, time + minutes):
        if not whole % 60:
            yield from _hours_of(whole % (24 * 60))


def missing(side: Side, other: Side, *, parted: bool = True) -> Iterator[Number]:
    """Yield the numbers of one side that the other side has in no way.

    :param parted: what looks like one number may be two: « 2 500 ».
    """
    for quantity in side.quantities:
        number = quantity.number
        is_joined = not parted and " " in number.text and len(number.readings) > 1 and not _is_written(number, other)
        whole = replace(quantity, number=replace(number, readings=number.readings[:1])) if is_joined else quantity
        if not other.has(whole, side):
            yield number
    yield from (number for number in side.romans if not other.has_number(number))


def _is_written(number: Number, other: Side) -> bool:
    return any(number.text in (own.text, own.text.replace("\u00a0", " ")) for own in other.numbers)
