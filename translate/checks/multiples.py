"""How often, which part, in which place: what the target says otherwise than the source, where neither is a number."""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.number_sides import Side
from translate.data import Issue, Severity
from translate.text.numbers.multiples import counts_with, parts_in, ranks_in, times_in

_LEAST_RANK = 2
_HUNDRED = 100


def compare_multiples(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of *once*, *half* and *3rd*: nothing where either language has no words for them."""
    ours, theirs = source.language.multiples, target.language.multiples
    if not (ours.parts and theirs.parts):
        return
    yield from _compare_times(source, target)
    yield from _compare_parts(source, target)
    yield from _compare_ranks(source, target)


def _compare_times(source: Side, target: Side) -> Iterator[Issue]:
    ours, theirs = source.language.multiples, target.language.multiples
    if ours.occasions.isdisjoint(source.lowered) and ours.adverbs.keys().isdisjoint(source.lowered):
        return
    said = times_in(target.text, target.lowered, theirs, target.language.number_words)
    told = times_in(source.text, source.lowered, ours, source.language.number_words) if said else set()
    lost = {value for value in told - said if value == 1 or not target.has_reading((value,))}
    gained = {value for value in said - told if value == 1 or not source.has_reading((value,))}
    if lost and gained:
        expected, found = (", ".join(map(str, sorted(values))) for values in (lost, gained))
        message = f"How often: {expected} in the source, {found} in the target."
        yield Issue("numbers", Severity.WARNING, message, float(len(lost)))


def _compare_parts(source: Side, target: Side) -> Iterator[Issue]:
    parts = parts_in(source.lowered, source.language.multiples)
    there = parts_in(target.lowered, target.language.multiples) if parts else {}
    lost = [whole for whole in parts if whole not in there and not _is_shared(whole, target)]
    gained = [whole for whole in there if whole not in parts and not _is_shared(whole, source)]
    if lost and gained:
        words = f'"{there[gained[0]]}" in the target, "{parts[lost[0]]}" in the source'
        yield Issue("numbers", Severity.WARNING, f"Another part of the whole: {words}.", float(len(lost)))


def _is_shared(whole: int, side: Side) -> bool:
    """Tell whether a side has such a part as a share of a hundred, as a fraction, or as a rank: *a third*."""
    share = _HUNDRED // whole
    return any(value in (share, share + 1) or value % 1 for value in side.values) or any(
        one.is_ordinal and one.value == whole for one in side.spelled
    )


def _compare_ranks(source: Side, target: Side) -> Iterator[Issue]:
    ours, theirs = source.language.multiples, target.language.multiples
    ranks = ranks_in(source.text, ours, source.language.number_words)
    if max(ranks, default=0) < _LEAST_RANK:
        return
    there = ranks_in(target.text, theirs, target.language.number_words)
    for value, written in ranks.items():
        if value >= _LEAST_RANK and value not in there and written.split()[-1] not in ours.parts:
            counted = counts_with(target.text, value, target.language.number_words, target.language.function_words)
            if counted:
                message = f'"{written}" is a place in an order, "{counted}" a count.'
                yield Issue("numbers", Severity.WARNING, message, 1.0)
