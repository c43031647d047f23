"""Quantities: the numbers of a text with what they count, read by the rules of its language.

A quantity is a number, its scale multiplied in, with its currency, its unit and its sign: « 12,5 M€ » and `€12.5m` are
the same one, `€12.5 billion` and `$12.5m` are not. Whoever compares numbers or puts them right reads them here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from translate.records import dataclass
from translate.text.amounts.currencies import CurrencyWords, Mention, find_currencies
from translate.text.amounts.units import UnitWords, unit_at
from translate.text.late import late_plain
from translate.text.numbers.numerals import SPACES, Number, Numerals, Value, read_numbers

_NEAR = 4
"""Characters that may stand between an amount and its currency: ` of `."""
_TO_NAME = late_plain(rf"\.?[{SPACES}-]?(?:[^\W\d_]{{1,2}}['’\s])?")
_MINUS = "-−– \u00a0\u202f"
_NEGATIVE = late_plain(rf"(?:(?<=[\s(:=|])|\A)[-−–]\Z|−[{SPACES}]\Z")
_GROUPED = late_plain(r"\d{1,3}(?:\.\d{3})+")
_BEFORE = late_plain(rf"[{SPACES}]?[-−]?")
_JOINT = late_plain(r"\s?(?:[-–—/,;~]|[^\W\d_]{1,4})\s?[^\w\s]{0,2}\s?|\s?[^\w\s]\s?")
"""What stands between two numbers that share what they count."""
_FOREIGN = late_plain(r"\d{1,3},000")
_NOUN = late_plain(rf"[{SPACES}][^\W\d_A-Z]{{4,}}")
_CLOSED = late_plain(r"\s*(?:[.,;:!?)]|\Z)(?!\d)")
_FEET = late_plain(r"(?P<feet>\d)['’](?P<inches>\d|1[01])")
_INCHES = ('"', "”", "″")
_CENTS = late_plain(r"\d\d")
_METRE = late_plain(rf"[{SPACES}]?m[{SPACES}]?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts: its currency (see `currencies`) and its unit (see `units`), empty where there is
    none. One that takes them from the number after it, as in `5 to 10 kg`, has them as `shared`."""

    number: Number
    currency: str = ""
    unit: str = ""
    is_shared: bool = False
    is_negative: bool = False

    @property
    def values(self) -> tuple[Value, ...]:
        """What the number may be, where it is one number."""
        return tuple(reading[0] for reading in self.number.readings if len(reading) == 1)


@dataclass(frozen=True, slots=True)
class Quantities:
    """The quantities of a text in order, and the currencies that it names, with an amount or without."""

    found: tuple[Quantity, ...]
    mentions: tuple[Mention, ...]


def read_quantities(
    text: str, lowered: Collection[str], numerals: Numerals, currencies: CurrencyWords, units: UnitWords
) -> Quantities:
    """Return the quantities that `text` writes in figures.

    :param lowered: the words of the text in small letters.
    """
    mentions = find_currencies(text, lowered, currencies)
    numbers = read_numbers(text, numerals)
    found: list[Quantity] = []
    unit_end = 0
    for number in numbers:
        if number.start >= unit_end:  # not the 2 of `m2`
            quantity, unit_end = _counted(text, number, units)
            found.append(quantity)
    for mention in mentions:
        _attach(text, mention, found)
    return Quantities(tuple(_shared(text, _with_centimetres(text, found))), mentions)


def _counted(text: str, number: Number, units: UnitWords) -> tuple[Quantity, int]:
    """Return a number with its unit and its sign, and where its unit ends."""
    if number.date or number.loose:
        return Quantity(number), number.end
    unit, end = unit_at(text, number.end, units)
    if not unit and (feet := _FEET.fullmatch(number.text)) and text[number.end : number.end + 1] in _INCHES:
        value = int(feet["feet"]) + round(Decimal(feet["inches"]) / 12, 6)
        return Quantity(replace(number, readings=((value,), *number.readings)), unit="ft"), number.end + 1
    is_negative = _is_negative(text, number.start)
    if len(number.readings) > 1:
        number = _without_decimals(text, number, unit)
    return Quantity(number, unit=unit, is_negative=is_negative), end


def _is_negative(text: str, start: int) -> bool:
    """Tell whether a minus stands before a character, and is no hyphen."""
    return start > 0 and text[start - 1] in _MINUS and _NEGATIVE.search(text, max(0, start - 3), start) is not None


def _without_decimals(text: str, number: Number, unit: str) -> Number:
    """Return a number of things or thousands without the readings that give it three decimals: « 1.250 voix »."""
    is_counting = number.scale > 1 or (not unit and _NOUN.match(text, number.end))
    if is_counting and _GROUPED.fullmatch(number.text):
        return replace(number, readings=number.readings[:1])
    if is_counting and _FOREIGN.fullmatch(number.text):
        return replace(number, readings=number.readings[1:])
    return number


def _attach(text: str, mention: Mention, found: list[Quantity]) -> None:
    """Give a currency to the amount beside it; where it stands between two, to the one nearer to it."""
    before, after = -1, -1
    distance = gap = _NEAR + 1
    for place, quantity in enumerate(found):
        number = quantity.number
        end = max(number.ends, number.end)
        if end <= mention.start:
            if mention.start - end <= _NEAR and _TO_NAME.fullmatch(text, end, mention.start):
                before, distance = place, mention.start - end
        elif number.start >= mention.end:
            if mention.is_sign and _BEFORE.fullmatch(text, mention.end, number.start):
                after, gap = place, number.start - mention.end
            break
    if after >= 0 and gap < distance and not (before >= 0 and gap == distance):
        found[after] = _money(text, found[after], mention)
    elif before >= 0:
        found[before] = _money(text, found[before], mention)
        cents = found[after].number if after >= 0 else None
        if cents and _CENTS.fullmatch(cents.text) and (gap == 0 or _CLOSED.match(text, cents.end)):  # `3€50`, `3 € 50`
            found[before : after + 1] = [_with_cents(found[before], cents)]


def _money(text: str, quantity: Quantity, mention: Mention) -> Quantity:
    """Return a number as an amount of money: letters after it multiply it, and it has no three decimals."""
    number = quantity.number
    if number.date or quantity.currency or mention.is_weak:
        return quantity
    if number.unsure > 1:
        plain = number.readings[: len(number.readings) // 2]
        scaled = tuple((reading[0] * number.unsure,) for reading in plain if len(reading) == 1)
        number = replace(number, readings=scaled or number.readings, scale=number.unsure, end=number.ends)
    elif _GROUPED.fullmatch(number.text):
        number = replace(number, readings=number.readings[:1])
    start, end = min(number.start, mention.start), max(number.end, mention.end)
    is_negative = quantity.is_negative or (start == mention.start and _is_negative(text, start))  # `-€300`
    number = replace(number, start=start, end=end)
    return replace(quantity, number=number, currency=mention.currency, unit="", is_negative=is_negative)


def _with_cents(one: Quantity, cents: Number) -> Quantity:
    readings = ((one.values[0] + Decimal(cents.text) / 100,),)
    number = replace(one.number, text=f"{one.number.text},{cents.text}", readings=readings, end=cents.end)
    return replace(one, number=number)


def _with_centimetres(text: str, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities with one and its hundredths behind its unit as one: « 1 m 65 », « 1m80 »."""
    for place in range(len(found) - 2, -1, -1):
        one, after = found[place].number, found[place + 1].number
        is_small = one.text.isdecimal() and len(one.text) == 1 and _CENTS.fullmatch(after.text)
        counts = found[place + 1].unit or found[place + 1].currency
        if is_small and found[place].values and not counts and _METRE.fullmatch(text, one.end, after.start):
            found[place : place + 2] = [_with_cents(found[place], after)]
    return found


def _shared(text: str, found: list[Quantity]) -> list[Quantity]:
    """Let numbers that stand in a row share what the last one counts, or the first: `5 to 10 kg`, `€5-10`."""
    for place in range(len(found) - 2, -1, -1):
        one, after = found[place], found[place + 1]
        between = text[one.number.end : after.number.start]
        if one.number.date or after.number.date or len(between) > 2 * _NEAR or not _JOINT.fullmatch(between):
            continue
        if (after.unit or after.currency) and not (one.unit or one.currency):
            number = _scaled(one.number, after.number)
            found[place] = replace(one, number=number, unit=after.unit, currency=after.currency, is_shared=True)
        elif after.currency and after.currency == one.currency:
            found[place] = replace(one, number=_scaled(one.number, after.number))
        elif one.currency and not (after.currency or after.unit or between.startswith((",", ";"))):
            found[place + 1] = replace(after, currency=one.currency, is_shared=True)
    return found


def _scaled(number: Number, after: Number) -> Number:
    """Return a number that what multiplies the next one may multiply too: « 5 à 10 k€ »."""
    if number.scale > 1 or after.scale == 1:
        return number
    scaled = ((reading[0] * after.scale,) for reading in number.readings if len(reading) == 1)
    return replace(number, readings=tuple(dict.fromkeys((*number.readings, *scaled))))
