"""A corpus becomes parts, such as train, dev and test, of which none has what another has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate

from translate.corpus.keys import Numbers, key_of, loosen
from translate.corpus.steps import Drop, Tally, forget
from translate.data import TranslationUnit
from translate.executors.base import Executor
from translate.executors.parts import map_each
from translate.text.scratch import temporary_database

GROUPS = ("source", "document")
"""What stays together: units of one source, or of one document."""
SHARED_TARGET = "its target is in a larger part"
_HALF = 1 << 63


def split_units(
    units: Iterable[TranslationUnit],
    shares: Sequence[float],
    random_seed: int,
    tally: Tally,
    drop: Drop = forget,
    *,
    by: str = "source",
    executor: Executor | None = None,
) -> Iterator[tuple[int, TranslationUnit]]:
    """Yield each unit with the number of the part that it falls into; the seed decides which.

    No source is in two parts, nor is one that differs in case, punctuation and numbers alone. A unit whose target is in
    a larger part too is dropped: a test set would have what a model was trained to write. The units are read twice.

    :param shares: of the parts, which make 1 together; a part has about its share of the different sources.
    :param by: `document` keeps the units of a document together; a source that is in a larger part, too, is dropped.
    :param executor: has the workers that draw; None draws in this process.
    """
    draw = partial(_drawing, list(accumulate(shares)), random_seed, by)
    order = sorted(range(len(shares)), key=lambda part: (-shares[part], part))
    rank = {part: place for place, part in enumerate(order)}
    with temporary_database([Numbers.table("sides")]) as database:
        first = Numbers(database, "sides")
        for _, (part, keys) in map_each(draw, units, executor):
            for key in keys:
                if rank[part] < first.get(key, len(order)):
                    first.put(key, rank[part])
        for unit, (part, keys) in map_each(draw, units, executor):
            tally.read += 1
            if any(first.get(key, rank[part]) < rank[part] for key in keys):
                tally.dropped[SHARED_TARGET if by == "source" else "a text of it is in a larger part"] += 1
                drop(unit)
            else:
                tally.kept += 1
                yield part, unit


def _drawing(
    ends: Sequence[float], random_seed: int, by: str
) -> Callable[[TranslationUnit], tuple[int, tuple[int, ...]]]:
    """Return what draws the part of a unit, and says what no other part may have."""

    def draw(unit: TranslationUnit) -> tuple[int, tuple[int, ...]]:
        group = unit.document if by == "document" and unit.document else loosen(unit.source.text)
        drawn = (key_of(str(random_seed), group) + _HALF) / (2 * _HALF) * ends[-1]
        return min(bisect_right(ends, drawn), len(ends) - 1), tuple(_keys(unit, by))

    return draw


def _keys(unit: TranslationUnit, by: str) -> Iterator[int]:
    """Yield what no two parts may have: the target, and where documents are drawn, the source."""
    target = loosen(unit.target.text)
    if any(map(str.isalpha, target)):  # figures alone give nothing away
        yield key_of("target", target)
    if by == "document":
        yield key_of("source", loosen(unit.source.text))
