"""Parts that stand elsewhere in the translation: what the path leaves out on both sides is aligned with each other.

One path never goes back, so of two parts in the other order it takes one, and leaves out the other on both sides. What
it leaves out is aligned again, and what is plainly a translation is taken, until nothing more is found.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from translate.alignment.found import FoundBead
from translate.alignment.search import Side

Look = Callable[[Sequence[int], Sequence[int]], list[FoundBead]]
"""Aligns some segments of both sides, by their numbers; its beads count among these."""
_HOLLOW = 0.2
"""Nats a word under which a bead explains nothing."""
_PLAIN = 0.6
"""Nats a word that moved segments must gain, all together."""
_ALIKE, _ALIKE_ALONE = 0.35, 0.45
"""Likeness that a block of moved segments must have, and one of a single bead."""
_LEAST_GAIN = 8.0
_PER_CHANCE = 1.5
"""Nats for each nat of the number of pairs among which one was found: words that go together count several times."""
_MAX_GAP = 2
"""Segments that may lack between beads of one block."""
_ROUNDS = 40
_SMALL = 400
"""Segments of a side that are few enough to be looked at again as long as something is found."""


def find_moved(beads: Sequence[FoundBead], look: Look) -> list[FoundBead]:
    """Return beads in the order of the source, those of moved parts among them; each segment is in exactly one.

    Beads that explain nothing give their segments up where these have their counterparts elsewhere.
    """
    free: tuple[set[int], set[int]] = (set(), set())
    for bead in beads:
        if not bead.has_both or bead.gain < _HOLLOW * bead.terms:
            free[0].update(bead.source)
            free[1].update(bead.target)
    taken: list[FoundBead] = []
    budget = len(beads)
    for _ in range(_ROUNDS):
        sides = sorted(free[0]), sorted(free[1])
        if not all(sides) or (max(map(len, sides)) > _SMALL and budget < 0):
            break
        budget -= max(map(len, sides))
        new = list(_plain_ones(look(*sides), sides))
        if not new:
            break
        taken += new
        for bead in new:
            free[0].difference_update(bead.source)
            free[1].difference_update(bead.target)
    return _in_order(beads, taken) if taken else list(beads)


def part_of(side: Side, numbers: Sequence[int]) -> Side:
    """Return some segments of a side; where they do not follow one another, a paragraph begins."""
    marks = tuple(
        side.marks[number] if place and numbers[place - 1] == number - 1 else max(1, side.marks[number])
        for place, number in enumerate(numbers)
    )
    return Side(side.language, tuple(side.texts[number] for number in numbers), marks)


def _plain_ones(found: Sequence[FoundBead], sides: tuple[list[int], list[int]]) -> Iterator[FoundBead]:
    """Yield the beads of blocks that are plainly translations, in the numbers of the whole documents."""
    least = _LEAST_GAIN + _PER_CHANCE * math.log(len(sides[0]) * len(sides[1]))
    for block in _blocks(found, sides):
        gain, terms = sum(bead.gain for bead in block), sum(bead.terms for bead in block)
        alike = sum(bead.likeness * bead.terms for bead in block) / max(1, terms)
        if gain >= least and gain >= _PLAIN * terms and alike >= (_ALIKE_ALONE if len(block) == 1 else _ALIKE):
            yield from block


def _blocks(found: Sequence[FoundBead], sides: tuple[list[int], list[int]]) -> Iterator[list[FoundBead]]:
    """Yield runs of beads that follow one another on both sides; each begins and ends with words explained."""
    block: list[FoundBead] = []
    for bead in [*found, None]:
        mapped = _mapped(bead, sides) if bead is not None and bead.has_both else None
        if bead is not None and mapped is None and not bead.has_both:
            continue
        if block and (mapped is None or not _follows(block[-1], mapped)):
            while block and _is_hollow(block[-1]):
                block.pop()
            if block:
                yield block
            block = []
        if mapped is not None and (block or not _is_hollow(mapped)):
            block.append(mapped)


def _is_hollow(bead: FoundBead) -> bool:
    return bead.gain < _HOLLOW * bead.terms


def _mapped(bead: FoundBead, sides: tuple[list[int], list[int]]) -> FoundBead | None:
    """Return a bead in the numbers of the whole documents; None where its segments do not follow one another."""
    ranges = []
    for part, numbers in zip((bead.source, bead.target), sides, strict=True):
        first, last = numbers[part.start], numbers[part.stop - 1]
        if last - first != len(part) - 1:
            return None
        ranges.append(range(first, last + 1))
    return replace(bead, source=ranges[0], target=ranges[1])


def _follows(before: FoundBead, after: FoundBead) -> bool:
    gaps = after.source.start - before.source.stop, after.target.start - before.target.stop
    return all(0 <= gap <= _MAX_GAP for gap in gaps)


def _in_order(beads: Sequence[FoundBead], taken: Sequence[FoundBead]) -> list[FoundBead]:
    """Put what was taken among the beads, by its source; what it leaves of others becomes deletions."""
    gone = {number for bead in taken for number in bead.source}, {number for bead in taken for number in bead.target}
    kept: list[FoundBead] = []
    lone: tuple[list[int], list[int]] = ([], [])
    for bead in beads:
        if bead.has_both and gone[0].isdisjoint(bead.source) and gone[1].isdisjoint(bead.target):
            kept.append(bead)
        else:
            lone[0].extend(number for number in bead.source if number not in gone[0])
            lone[1].extend(number for number in bead.target if number not in gone[1])
    path = _longest_path([*kept, *taken])
    starts = {bead.source.start for bead in path}
    moved = [replace(bead, is_moved=True) for bead in [*kept, *taken] if bead.source.start not in starts]
    moved += [FoundBead(range(i, i + 1), range(0), 1.0) for i in lone[0]]
    sources = deque(sorted(moved, key=lambda bead: bead.source.start))
    targets = deque(FoundBead(range(0), range(j, j + 1), 1.0) for j in sorted(lone[1]))
    result: list[FoundBead] = []
    for bead in path:
        while sources and sources[0].source.start < bead.source.start:
            result.append(sources.popleft())
        while targets and targets[0].target.start < bead.target.start:
            result.append(targets.popleft())
        result.append(bead)
    return [*result, *sources, *targets]


def _longest_path(beads: Sequence[FoundBead]) -> list[FoundBead]:
    """Return the most beads that are in one order on both sides (patience sorting, Fredman 1975)."""
    ordered = sorted(beads, key=lambda bead: bead.source.start)
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, bead in enumerate(ordered):
        place = bisect_right(tops, bead.target.start)
        before.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [bead.target.start]
        ends[place : place + 1] = [number]
    path = []
    number = ends[-1] if ends else -1
    while number >= 0:
        path.append(ordered[number])
        number = before[number]
    return path[::-1]
