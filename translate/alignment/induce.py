"""Pairs of segments come in as terms, and out comes which terms translate which: IBM model 1, in both directions.

After Brown et al. 1993, *The mathematics of statistical machine translation*, over the terms that a segment has,
however often; with a background that explains what has no translation, in place of the empty word; and only with
candidates that occur together more often than by chance.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from translate.alignment.lexicon import Table, make_table
from translate.records import dataclass

Integers = NDArray[np.int64]
Doubles = NDArray[np.float64]
_PAIRS_AT_ONCE = 20_000
_MERGE_AFTER = 6
_MIN_TOGETHER = 2
_MIN_LIFT = 1.5
"""Times more often together than by chance."""
_MIN_ASSOCIATION = 6.0
"""Log-likelihood ratio (Dunning 1993), as far as the terms occur together."""
_BACKGROUND = 5.0
_ITERATIONS = 6


@dataclass(frozen=True, slots=True)
class Limits:
    """What is kept of a table: so many translations of a term, and none less probable."""

    translations: int = 12
    probability: float = 0.008


def induce(
    source: Sequence[Integers], target: Sequence[Integers], counts: tuple[int, int], limits: Limits | None = None
) -> tuple[Table, Table]:
    """Return p(target term | source term) and p(source term | target term).

    :param source: the terms of each segment, each once and sorted, numbered below `counts[0]`.
    :param target: those of its counterpart.
    """
    limits = limits or Limits()
    frequencies = _frequencies(source, counts[0]), _frequencies(target, counts[1])
    keys = _find_candidates(source, target, frequencies)
    if not len(keys):
        return _pruned(keys, keys, np.zeros(0), counts[0], limits), _pruned(keys, keys, np.zeros(0), counts[1], limits)
    one, other = keys // counts[1], keys % counts[1]
    found, by_target, by_source = _occurrences(source, target, keys, counts[1])
    forward = _estimate(found, one, by_target, np.concatenate(target), frequencies[0], frequencies[1])
    backward = _estimate(found, other, by_source, np.concatenate(source), frequencies[1], frequencies[0])
    return (
        _pruned(one, other, forward, counts[0], limits),
        _pruned(other, one, backward, counts[1], limits),
    )


def _frequencies(side: Sequence[Integers], count: int) -> Doubles:
    """Return in how many segments each term occurs."""
    return np.bincount(np.concatenate(side), minlength=count).astype(np.float64)


def _keys(source: Sequence[Integers], target: Sequence[Integers], width: int) -> Integers:
    """Return all pairs of terms of all pairs of segments, as source * width + target."""
    pairs = zip(source, target, strict=True)
    return np.concatenate([(one[:, None] * width + other[None, :]).ravel() for one, other in pairs])


def _find_candidates(
    source: Sequence[Integers], target: Sequence[Integers], frequencies: tuple[Doubles, Doubles]
) -> Integers:
    """Return the keys of pairs that occur together more often than by chance, sorted."""
    width = len(frequencies[1])
    keys, together = np.zeros(0, np.int64), np.zeros(0, np.int64)
    pending: list[tuple[Integers, Integers]] = []
    for start in range(0, len(source), _PAIRS_AT_ONCE):
        some = slice(start, start + _PAIRS_AT_ONCE)
        pending.append(np.unique(_keys(source[some], target[some], width), return_counts=True))
        if len(pending) == _MERGE_AFTER or start + _PAIRS_AT_ONCE >= len(source):
            keys, together = _merged([(keys, together), *pending])
            pending = []
    by_chance = frequencies[0][keys // width] * frequencies[1][keys % width] / len(source)
    association = 2 * together * np.log(np.maximum(together / by_chance, 1e-9))
    kept = (together >= _MIN_TOGETHER) & (together > _MIN_LIFT * by_chance) & (association > _MIN_ASSOCIATION)
    chosen: Integers = keys[kept]
    return chosen


def _merged(parts: Sequence[tuple[Integers, Integers]]) -> tuple[Integers, Integers]:
    keys = np.concatenate([part[0] for part in parts])
    counts = np.concatenate([part[1] for part in parts])
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return keys[first], np.add.reduceat(counts, first)


def _occurrences(
    source: Sequence[Integers], target: Sequence[Integers], keys: Integers, width: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Return for every occurrence of a candidate its place in `keys`, and the places of both terms in all segments."""
    found, by_target, by_source = [], [], []
    ahead = [0, 0]
    for start in range(0, len(source), _PAIRS_AT_ONCE):
        some = slice(start, start + _PAIRS_AT_ONCE)
        here = _keys(source[some], target[some], width)
        sizes = np.array([len(s) for s in source[some]]), np.array([len(t) for t in target[some]])
        pairs = sizes[0] * sizes[1]
        owner = np.repeat(np.arange(len(pairs)), pairs)
        within = np.arange(len(here)) - np.repeat(np.cumsum(pairs) - pairs, pairs)
        row, column = within // sizes[1][owner], within % sizes[1][owner]
        place = np.minimum(np.searchsorted(keys, here), len(keys) - 1)
        kept = keys[place] == here
        found.append(place[kept].astype(np.int32))
        by_source.append((ahead[0] + (np.cumsum(sizes[0]) - sizes[0])[owner] + row)[kept].astype(np.int32))
        by_target.append((ahead[1] + (np.cumsum(sizes[1]) - sizes[1])[owner] + column)[kept].astype(np.int32))
        ahead = [ahead[0] + int(sizes[0].sum()), ahead[1] + int(sizes[1].sum())]
    return np.concatenate(found), np.concatenate(by_target), np.concatenate(by_source)


def _estimate(
    found: NDArray[np.int32],
    given: Integers,
    groups: NDArray[np.int32],
    explained: Integers,
    given_frequencies: Doubles,
    frequencies: Doubles,
) -> Doubles:
    """Return p(term | given term) of each candidate, by expectation maximisation.

    :param found: the candidate of each occurrence; `groups` is the occurrence of a term that it may explain.
    :param given: the given term of each candidate; `explained` the term of each group.
    """
    background = _BACKGROUND * (frequencies / frequencies.sum())[explained]
    probability = 1.0 / np.maximum(np.bincount(given, minlength=len(given_frequencies)), 1)[given]
    expected: Doubles = np.zeros(len(given))
    for _ in range(_ITERATIONS):
        weights = probability[found]
        total = np.bincount(groups, weights, minlength=len(explained)) + background
        expected = np.bincount(found, weights / total[groups], minlength=len(given)).astype(np.float64)
        sums = np.bincount(given, expected, minlength=len(given_frequencies))
        probability = expected / np.maximum(sums[given], 1e-12)
    # A term that is seldom translated says less of the other side.
    sums = np.bincount(given, expected, minlength=len(given_frequencies))
    share = np.clip(sums / np.maximum(given_frequencies, 1.0), 0.0, 1.0)
    scaled: Doubles = probability * share[given]
    return scaled


def _pruned(rows: Integers, columns: Integers, values: Doubles, count: int, limits: Limits) -> Table:
    kept = np.flatnonzero(values >= limits.probability)
    order = kept[np.lexsort((-values[kept], rows[kept]))]
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows[order], minlength=count))])
    rank = np.arange(len(order)) - starts[rows[order]]
    order = order[rank < limits.translations]
    return make_table(rows[order], columns[order], np.minimum(values[order], 1.0), count)
