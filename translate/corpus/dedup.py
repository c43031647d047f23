"""Duplicates: units with the same pair of texts, the same source, or nearly the same texts; one of each is kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from translate.corpus.keys import key_of, loosen
from translate.corpus.rivals import Keep, Rivals
from translate.corpus.similar import similar_keys
from translate.corpus.steps import Drop, Tally, forget
from translate.data import Origin, Severity, TranslationUnit
from translate.executors.base import Executor
from translate.executors.parts import map_each

KEYS: dict[str, Callable[[TranslationUnit], int]] = {
    "pair": lambda unit: key_of(unit.source.text, unit.target.text),
    "source": lambda unit: key_of(unit.source.text),
    "target": lambda unit: key_of(unit.target.text),
    "near": lambda unit: key_of(loosen(unit.source.text), loosen(unit.target.text)),
}
"""What makes two units duplicates. `near` overlooks case, punctuation, white space and the value of numbers."""
SIMILAR = "similar"
WAYS = (*KEYS, SIMILAR)
"""What units may be duplicates by: a key, or most of their runs of letters, by :mod:`translate.corpus.similar`."""
_REASONS = {
    "pair": "same pair",
    "source": "same source",
    "target": "same target",
    "near": "nearly the same pair",
    SIMILAR: "similar pair",
}

KEEP: tuple[Keep, ...] = ("first", "last", "best")
"""Which of the duplicates stays. The best is the one that came furthest, from draft to approved; then it comes from
people rather than memories, from these rather than machines; then counts what the checks found, then the score, then
the place in the corpus."""
_TOGETHER, _MOST_CHARACTERS, _PART = 64, 50_000, 4
"""Units, and characters of them, whose numbers are made at once; and how many such lots go to a worker together."""
_ORIGINS = {Origin.HUMAN: 3, Origin.MEMORY: 2, Origin.CARRIED: 1, Origin.MACHINE: 0}
_WEIGHTS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 100}


def deduplicate(
    units: Iterable[TranslationUnit],
    by: str,
    keep: Keep,
    tally: Tally,
    drop: Drop = forget,
    *,
    executor: Executor | None = None,
) -> Iterator[TranslationUnit]:
    """Yield one unit for each key, in the order of the corpus, which is read twice; memory holds one bit a unit.

    :param by: one of :data:`WAYS`. A unit that is like a better one is dropped, be that one dropped itself.
    :param keep: one of :data:`KEEP`.
    :param executor: has the workers that look for what is similar; None looks in this process.
    """
    with Rivals.open(keep) as rivals:
        if by == SIMILAR:
            place, ranks = 0, deque[list[float]]()
            for _, keys in map_each(_similarity, _iter_texts(units, keep, ranks), executor, part=_PART):
                rivals.add_all(place, keys, ranks.popleft())
                place += len(keys)
        else:
            for place, unit in enumerate(units):
                rivals.add(place, KEYS[by](unit), rank(unit) if keep == "best" else 0.0)
        losers = rivals.find_losers()
    for place, unit in enumerate(units):
        tally.read += 1
        if place in losers:
            tally.dropped[_REASONS[by]] += 1
            drop(unit)
        else:
            tally.kept += 1
            yield unit


def _iter_texts(
    units: Iterable[TranslationUnit], keep: Keep, ranks: deque[list[float]]
) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield the texts of some units at a time, which alone go to workers, and leave word of how good each is."""
    some: list[tuple[str, str]] = []
    good: list[float] = []
    characters = 0
    for unit in units:
        some.append((unit.source.text, unit.target.text))
        good.append(rank(unit) if keep == "best" else 0.0)
        characters += len(unit.source.text) + len(unit.target.text)
        if len(some) == _TOGETHER or characters > _MOST_CHARACTERS:
            ranks.append(good)
            yield tuple(some)
            some, good, characters = [], [], 0
    if some:
        ranks.append(good)
        yield tuple(some)


def _similarity() -> Callable[[Sequence[tuple[str, str]]], np.ndarray[Any, np.dtype[np.int64]]]:
    return similar_keys


def rank(unit: TranslationUnit) -> float:
    """Return how good a unit is among its duplicates: higher is better."""
    weight = sum(_WEIGHTS[issue.severity] for issue in unit.issues)
    return (
        1e7 * unit.standing.rank
        + 1e6 * _ORIGINS[unit.origin]
        - 1e3 * min(weight, 900)
        + (0.0 if unit.score is None else unit.score)
    )
