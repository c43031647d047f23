"""What numbers count: the currencies, units and signs of two sides come in, what differs goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.base import enumerate_found
from translate.checks.number_sides import Side
from translate.data import Issue, Severity
from translate.text.currencies import agree, says_less
from translate.text.quantities import Quantity
from translate.text.units import is_dropped, kind_of

_SIGNED = re.compile(r"(?P<times>\d\s?×|\d\s?[xX*]\s?(?=\d))|(?P<other>[±≤≥])")
_SAME = {"X": "×", "x": "×", "*": "×"}


def compare_counted(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of currencies, of units, and of signs before and between numbers."""
    if source.mentions or target.mentions:
        yield from _compare_currencies(source, target)
    if source.quantities and target.quantities:
        if source.language.units.words and target.language.units.words:
            yield from _compare_units(source, target)
        yield from _compare_signs(source, target)


def _compare_currencies(source: Side, target: Side) -> Iterator[Issue]:
    sums = [quantity for quantity in target.quantities if quantity.currency and not quantity.is_shared]
    gained = [one for one in sums if not _names(source, one.currency)]
    lost = [
        one
        for one in source.quantities
        if one.currency and not one.is_shared and not _names(target, one.currency) and target.has(one)
    ]
    changed = [one for one in source.quantities if one.currency and _is_changed(one, source, target)]
    if gained or (changed and not lost):
        found = enumerate_found(target.written(one.number) for one in gained or _others(changed, target))
        expected = (
            enumerate_found(source.written(one.number) for one in changed or _others(gained, source)) or "no currency"
        )
        yield _error(f"The target has {found}, the source {expected}.", gained or changed)
    elif lost:
        found = enumerate_found(source.written(one.number) for one in lost)
        yield _error(f"The currency of {found} of the source is not in the target.", lost)
    elif _named(source) and (others := _other_names(source, target)):
        yield Issue(
            "numbers",
            Severity.ERROR,
            f"The target names {enumerate_found(others)}, a currency that the source does not name.",
            float(len(others)),
        )
    for one in source.quantities:
        for other in target.with_values(one) if one.currency else ():
            exact = any(mention.currency == one.currency for mention in target.mentions)
            if other.currency and says_less(other.currency, one.currency) and not exact:
                message = f"{target.written(other.number)} does not say which currency: {source.written(one.number)} in the source."
                yield Issue("numbers", Severity.WARNING, message, 1.0)
                return


def _names(side: Side, currency: str) -> bool:
    return any(agree(mention.currency, currency) for mention in side.mentions)


def _named(side: Side) -> list[str]:
    return [mention.currency for mention in side.mentions if not mention.is_weak]


def _other_names(source: Side, target: Side) -> list[str]:
    """Return how the target names currencies that the source does not, where it lacks one that the source names."""
    if all(_names(target, currency) for currency in _named(source)):
        return []
    return [
        target.text[mention.start : mention.end]
        for mention in target.mentions
        if not mention.is_weak and not _names(source, mention.currency)
    ]


def _is_changed(one: Quantity, source: Side, target: Side) -> bool:
    others = target.with_values(one)
    if not others or any(not other.currency or agree(other.currency, one.currency) for other in others):
        return False
    return not any(value in target.words for value in one.values)


def _others(quantities: list[Quantity], side: Side) -> list[Quantity]:
    return [other for one in quantities for other in side.with_values(one)]


def _compare_units(source: Side, target: Side) -> Iterator[Issue]:
    changed, lost = [], []
    for one in source.quantities:
        if not one.unit or one.is_shared:
            continue
        others = target.with_values(one)
        if not others or any(_is_same(other.unit, one.unit) for other in others) or target.has_converted(one):
            continue
        counted = [other for other in others if other.unit or other.currency]
        if counted and not any(value in target.words for value in one.values):
            if one.unit not in target.units or _is_alone(one, source, target):
                changed.append((one, counted[0]))
        elif not counted and not is_dropped(one.unit) and not target.names_kind(one.unit):
            lost.append(one)
    if changed:
        found = enumerate_found(_measured(target, other) for _, other in changed)
        expected = enumerate_found(_measured(source, one) for one, _ in changed)
        yield _error(f"The target has {found}, the source {expected}.", [one for one, _ in changed])
    if lost:
        yield _error(
            f"The unit of {enumerate_found(_measured(source, one) for one in lost)} is not in the target.", lost
        )
    gained = [one for one in target.quantities if one.unit and not one.is_shared and _is_gained(one, source)]
    if gained and not changed:
        found = enumerate_found(_measured(target, one) for one in gained)
        yield Issue("numbers", Severity.WARNING, f"The unit of {found} is not in the source.", float(len(gained)))


def _is_same(one: str, other: str) -> bool:
    """Tell whether two units are the same; degrees are those of either scale."""
    return one == other or ("°" in (one, other) and bool(one and other) and one[0] == other[0])


def _is_alone(one: Quantity, source: Side, target: Side) -> bool:
    return all(source.counts(value) <= 1 and target.counts(value) <= 1 for value in one.values)


def _is_gained(one: Quantity, source: Side) -> bool:
    others = source.with_values(one)
    is_bare = bool(others) and not any(other.unit or other.currency for other in others)
    return is_bare and not is_dropped(one.unit) and not source.names_kind(one.unit) and not source.mentions


def _measured(side: Side, quantity: Quantity) -> str:
    number = quantity.number
    rest = side.text[number.end : number.end + 16]
    return (number.text + re.match(r"\W?\w*|", rest)[0]).strip() if rest else number.text  # type: ignore[index]


def _compare_signs(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of signs of the source that the target neither has nor says."""
    words = target.language.numerals.signs
    if not words:
        return
    lost = [one for one in source.quantities if one.is_negative and _is_positive(one, target)]
    if lost and words["-"].isdisjoint(target.lowered):
        yield _error(f"{enumerate_found('-' + one.number.text for one in lost)} of the source has no minus.", lost)
    signs = {match["other"] or "×" for match in _SIGNED.finditer(source.text)}
    if signs:
        kept = {match["other"] or "×" for match in _SIGNED.finditer(target.text)}
        missed = [sign for sign in signs - kept if words[sign].isdisjoint(target.lowered)]
        if missed:
            message = f"The target neither has nor says {enumerate_found(missed)} of the source."
            yield Issue("numbers", Severity.ERROR, message, float(len(missed)))


def _is_positive(one: Quantity, target: Side) -> bool:
    others = target.with_values(one)
    return bool(others) and not any(other.is_negative for other in others)


def _error(message: str, quantities: list[Quantity]) -> Issue:
    return Issue("numbers", Severity.ERROR, message, float(len(quantities)))
