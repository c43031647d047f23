"""Where numbers stand: one that took the currency, the number sign or the place beside another one's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from translate.checks.base import enumerate_found
from translate.checks.number_sides import Side
from translate.data import Issue, Severity
from translate.text.amounts.currencies import agree
from translate.text.amounts.quantities import Quantity
from translate.text.late import late_plain
from translate.text.numbers.number_signs import NumberSign
from translate.text.numbers.numerals import SPACES

_BESIDE = late_plain(rf"[{SPACES}](?:[A-Z]{{1,4}}-?)?")
"""What stands between two numbers side by side: the second may be a code."""


def compare_places(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of numbers that both sides have, and that changed their roles."""
    if len(source.quantities) < 2 or len(target.quantities) < 2:
        return
    moved = [one for one in target.quantities if one.currency and _has_taken_currency(one, source, target)]
    ours = _numbered(source)
    moved += [one for one in target.quantities if one.currency and not (one.is_shared or ours.isdisjoint(one.values))]
    named = _numbered(target) - ours
    if moved:
        found = enumerate_found(target.written(one.number) for one in moved)
        yield _error(f"The target has {found}, the source that number without a currency.", len(moved))
    elif named and ours and any(source.has_reading((value,)) for value in named):
        sign = target.language.number_sign.written
        yield _error(f"{sign} {enumerate_found(map(str, named))} of the target is no such number in the source.", 1)
    elif turned := [target.text[one.number.start : other.number.end] for one, other in _iter_turned(source, target)]:
        yield _error(f"{enumerate_found(turned)} of the target stand apart in the source, and the other way round.", 1)
    elif related := next(_iter_unlike(source, target), None):
        yield Issue("numbers", Severity.WARNING, f"{related[0]} in the target, {related[1]} in the source.", 1.0)


def _has_taken_currency(one: Quantity, source: Side, target: Side) -> bool:
    """Tell whether a sum of the target has none in the source, and what has that currency there lost it here."""
    others = source.with_values(one)
    if one.is_shared or not others or any(other.currency for other in others):
        return False
    priced = [own for own in source.quantities if own.currency and agree(own.currency, one.currency)]
    return any(not own.is_shared and _has_lost_currency(own, target) for own in priced)


def _has_lost_currency(one: Quantity, target: Side) -> bool:
    others = target.with_values(one)
    return bool(others) and all(other.is_shared or not other.currency for other in others)


def _numbered(side: Side) -> set[int]:
    """Return the numbers behind a number sign."""
    return {int(match["number"]) for match in _signed(side.language.number_sign).finditer(side.text)}


@cache
def _signed(sign: NumberSign) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{sign.read})[{SPACES}]?[^\w\s]?(?P<number>\d{{1,9}})(?!\d)")


def _iter_turned(source: Side, target: Side) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield two numbers side by side in the target of which the second stands first in the source, and apart."""
    for one, other in pairwise(target.quantities):
        between = target.text[one.number.end : other.number.start]
        if one.number.date or other.number.date or not _BESIDE.fullmatch(between):
            continue
        ours = source.with_values(one), source.with_values(other)
        if len(ours[0]) == len(ours[1]) == 1 and ours[1][0].number.end < ours[0][0].number.start:
            apart = source.text[ours[1][0].number.end : ours[0][0].number.start]
            if any(map(str.isalpha, apart)):
                yield one, other


def _iter_unlike(source: Side, target: Side) -> Iterator[tuple[str, str]]:
    """Yield what the target and the source have of two numbers that are a part and its whole on one side, « 4 sur 12 »,
    and on the other from one to the other, or one and the other."""
    ours, theirs = source.language.paging, target.language.paging
    for one, other in pairwise(source.quantities):
        between = source.text[one.number.end : other.number.start].strip()
        is_part = between == ours.of
        if not is_part and between not in ours.unlike:
            continue
        for first, second in pairwise(target.quantities):
            is_same = not set(one.values).isdisjoint(first.values) and not set(other.values).isdisjoint(second.values)
            there = target.text[first.number.end : second.number.start].strip()
            if is_same and (there in theirs.unlike if is_part else there == theirs.of):
                yield (
                    target.text[first.number.start : second.number.end],
                    source.text[one.number.start : other.number.end],
                )


def _error(message: str, count: int) -> Issue:
    return Issue("numbers", Severity.ERROR, message, float(count))
