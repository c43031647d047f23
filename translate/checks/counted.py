"""What numbers count: the currencies, units and signs of two sides come in, what differs goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.base import enumerate_found
from translate.checks.number_sides import Side
from translate.data import Issue, Severity
from translate.text.amounts.currencies import agree, says_less
from translate.text.amounts.quantities import Quantity
from translate.text.amounts.units import is_dropped, kind_of, unit_at
from translate.text.late import late_plain
from translate.text.numbers.number_words import ends_with_number
from translate.text.protected.kept import without_kept

_DATED = late_plain(r"[$€£]\d{1,2}/\d{1,2}(?![\d/])")
"""A date with the sign of a currency, which a sum beside it has."""
_SIGN_BEHIND = late_plain(r"\d[\d.,]*[ \u00a0\u202f]?(?:[kKM]|bn)?[€$£](?!\d)")
_PER = late_plain(r"(?<=[\w€$£%])/([^\W\d_]{1,9})(?!\w)")
_SIGNED = late_plain(r"(?P<times>\d\s?×|\d\s?[xX*]\s?(?=\d))|(?P<other>[±≤≥]|[<>](?=\s?\d))")


def compare_counted(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of currencies, of units, and of signs before and between numbers."""
    if source.mentions or target.mentions:
        yield from _compare_currencies(source, target)
        yield from _behind(target)
    if source.quantities and (target.quantities or target.spelled):
        if source.language.units.words and target.language.units.words:
            yield from _compare_units(source, target)
            yield from _compare_rates(source, target)
        yield from _compare_signs(source, target)


def _compare_currencies(source: Side, target: Side) -> Iterator[Issue]:
    sums = [quantity for quantity in target.quantities if quantity.currency and not quantity.is_shared]
    gained = [one for one in sums if not _names(source, one.currency)]
    lost = [one for one in source.quantities if one.currency and _is_unpriced(one, source, target)]
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
    elif others := _other_names(source, target):
        message = f"The target names {enumerate_found(others)}, a currency that the source does not name."
        yield Issue("numbers", Severity.ERROR, message, float(len(others)))
    elif unnamed := _unnamed(source, target):
        message = f"The currency {enumerate_found(unnamed)} of the source is not in the target."
        yield Issue("numbers", Severity.ERROR, message, float(len(unnamed)))
    elif priced := _priced(source, target):
        found = enumerate_found(target.written(one.number) for one in priced)
        message = f"The target has {found}, the source no currency with that number."
        yield Issue("numbers", Severity.WARNING, message, float(len(priced)))
    for one in source.quantities:
        for other in target.with_values(one) if one.currency else ():
            exact = any(mention.currency == one.currency for mention in target.mentions)
            if other.currency and says_less(other.currency, one.currency) and not exact:
                written = target.written(other.number), source.written(one.number)
                message = f"{written[0]} does not say which currency: {written[1]} in the source."
                yield Issue("numbers", Severity.WARNING, message, 1.0)
                return


def _behind(target: Side) -> Iterator[Issue]:
    """Yield what is to be said of `12 €` in a language that writes signs of currencies before numbers."""
    figures = target.language.figures
    found = [match[0] for match in _SIGN_BEHIND.finditer(target.text)] if figures and figures.is_currency_first else ()
    if found:
        message = f"The target writes {enumerate_found(found)} with the sign behind the number."
        yield Issue("numbers", Severity.INFO, message, float(len(found)))


def _names(side: Side, currency: str) -> bool:
    return any(agree(mention.currency, currency) for mention in side.mentions)


def _other_names(source: Side, target: Side) -> list[str]:
    """Return how the target names currencies that the source does not, where it lacks one that the source names."""
    named = [mention.currency for mention in source.mentions if not mention.is_weak]
    if all(_names(target, currency) for currency in named):
        return []
    return [
        target.text[mention.start : mention.end]
        for mention in target.mentions
        if not mention.is_weak and not _names(source, mention.currency)
    ]


def _unnamed(source: Side, target: Side) -> list[str]:
    """Return how the source names the currencies of numbers in words that the target names in no way."""
    words = source.language.number_words
    unnamed = [one for one in source.mentions if not one.is_weak and not _names(target, one.currency)]
    return [source.text[one.start : one.end] for one in unnamed if ends_with_number(source.text[: one.start], words)]


def _is_unpriced(one: Quantity, source: Side, target: Side) -> bool:
    """Tell whether a sum has lost its currency, which no other number beside it has either."""
    others = target.with_values(one)
    return (
        bool(others)
        and not one.is_shared
        and not any(other.currency for other in others)
        and target.count_currency(one.currency) < source.count_currency(one.currency)
        and not target.spells(one.values)
    )


def _priced(source: Side, target: Side) -> list[Quantity]:
    """Return the sums of the target whose number stands in the source without a currency, which a sum beside it has."""
    found: list[Quantity] = []
    for one in target.quantities:
        if one.currency and _DATED.match(target.text, one.number.start) and not _DATED.search(source.text):
            found.append(one)
        if not one.currency or one.is_shared:
            continue
        others = source.with_values(one)
        is_bare = bool(others) and not any(other.currency or other.is_shared for other in others)
        if is_bare and target.count_currency(one.currency) > source.count_currency(one.currency):
            found.append(one)
    return found


def _is_changed(one: Quantity, source: Side, target: Side) -> bool:
    others = target.with_values(one)
    if not others or any(not other.currency or agree(other.currency, one.currency) for other in others):
        return False
    return not target.spells(one.values)


def _others(quantities: list[Quantity], side: Side) -> list[Quantity]:
    return [other for one in quantities for other in side.with_values(one)]


def _compare_units(source: Side, target: Side) -> Iterator[Issue]:
    changed, lost = [], []
    for one in source.quantities:
        if not one.unit or one.is_shared:
            continue
        others = target.with_values(one)
        if not others and target.spells(one.values) and _lacks_unit(one, source, target):
            lost.append(one)
        if not others or any(_is_same(other.unit, one.unit) for other in others) or target.has_converted(one, source):
            continue
        counted = [other for other in others if (other.unit or other.currency) and not _has(source, other)]
        if counted and not target.spells(one.values):
            changed.append((one, counted[0]))
        elif _lacks_unit(one, source, target):
            lost.append(one)
    if changed:
        found = enumerate_found(_measured(target, other) for _, other in changed)
        expected = enumerate_found(_measured(source, one) for one, _ in changed)
        yield _error(f"The target has {found}, the source {expected}.", [one for one, _ in changed])
    elif unlike := [one for one in target.quantities if one.unit and _is_of_other_unit(one, source, target)]:
        found = enumerate_found(_measured(target, one) for one in unlike)
        yield _error(f"The unit of {found} is not that of the source.", unlike)
    if lost:
        yield _error(
            f"The unit of {enumerate_found(_measured(source, one) for one in lost)} is not in the target.", lost
        )
    gained = [one for one in target.quantities if one.unit and not one.is_shared and _is_gained(one, source)]
    if gained and not changed:
        found = enumerate_found(_measured(target, one) for one in gained)
        yield Issue("numbers", Severity.WARNING, f"The unit of {found} is not in the source.", float(len(gained)))


def _compare_rates(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of « 120 kWh/an » whose second unit the target has in the words of the source."""
    ours, theirs = source.language.units.words, target.language.units.words
    rates = _PER.findall(without_kept(target.text)) if "/" in target.text else ()
    kept = [word for word in rates if word.lower() in ours and word.lower() not in theirs and f"/{word}" in source.text]
    if kept:
        found = enumerate_found(f"/{word}" for word in kept)
        yield Issue("numbers", Severity.WARNING, f"The target has {found} as the source.", float(len(kept)))


def _lacks_unit(one: Quantity, source: Side, target: Side) -> bool:
    """Tell whether a target names units of that kind more seldom than its source, and should not."""
    if is_dropped(one.unit) or ("°" in one.unit and any("°" in unit for unit in target.units)):
        return False
    return target.count_kind(one.unit) < source.count_kind(one.unit)


def _has(side: Side, one: Quantity) -> bool:
    return one.is_shared or any(_is_same(other.unit, one.unit) for other in side.with_values(one))


def _is_of_other_unit(one: Quantity, source: Side, target: Side) -> bool:
    """Tell whether the source has that number, and its own unit of that kind stands nowhere in the target."""
    if (
        one.is_shared
        or one.unit in source.units
        or not source.has_number(one.number)
        or source.has_converted(one, target)
    ):
        return False
    kind = [unit for unit in source.units if kind_of(unit) == kind_of(one.unit)]
    return bool(kind) and not any(_is_same(unit, own) for unit in kind for own in (*target.units, one.unit))


def _is_same(one: str, other: str) -> bool:
    """Tell whether two units are the same; degrees are those of either scale."""
    return one == other or ("°" in (one, other) and bool(one and other) and one[0] == other[0])


def _is_gained(one: Quantity, source: Side) -> bool:
    others = source.with_values(one)
    is_bare = bool(others) and not any(other.unit or other.currency for other in others)
    return (
        is_bare
        and one.number.unsure == 1
        and not is_dropped(one.unit)
        and not source.count_kind(one.unit)
        and not source.mentions
    )


def _measured(side: Side, quantity: Quantity) -> str:
    number = quantity.number
    unit, end = unit_at(side.text, number.end, side.language.units)
    if unit:
        return side.text[number.start : end]
    rest = side.text[number.end : number.end + 16]
    return (number.text + re.match(r"\W?\w*|", rest)[0]).strip() if rest else number.text  # type: ignore[index]


def _compare_signs(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of signs of the source that the target neither has nor says."""
    words = target.language.signs
    if not words:
        return
    lost = [one for one in source.quantities if one.is_negative and _is_positive(one, target)]
    if lost and words["-"].isdisjoint(target.lowered):
        yield _error(f"{enumerate_found('-' + one.number.text for one in lost)} of the source has no minus.", lost)
    signs = {match["other"] or "×" for match in _SIGNED.finditer(source.text)}
    if signs:
        kept = {match["other"] or "×" for match in _SIGNED.finditer(target.text)}
        missed = [
            sign
            for sign in sorted(signs - kept)
            if words.get(sign, frozenset()).isdisjoint(target.lowered) or (sign == "×" and _are_adjacent(target))
        ]
        if missed:
            message = f"The target neither has nor says {enumerate_found(missed)} of the source."
            yield Issue("numbers", Severity.ERROR, message, float(len(missed)))


def _are_adjacent(side: Side) -> bool:
    """Tell whether nothing but a space stands between two numbers."""
    return any(
        side.text[one.number.end : after.number.start].isspace()
        for one, after in zip(side.quantities, side.quantities[1:], strict=False)
    )


def _is_positive(one: Quantity, target: Side) -> bool:
    others = target.with_values(one)
    return bool(others) and not any(other.is_negative for other in others)


def _error(message: str, quantities: list[Quantity]) -> Issue:
    return Issue("numbers", Severity.ERROR, message, float(len(quantities)))
