"""What a bead costs by where its segments stand: joined over the end of a paragraph, left out alone, or equal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from translate.alignment.band import Band
from translate.alignment.lattice import ALL_SHAPES, Shape, Step
from translate.records import dataclass

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
PART = 2
"""The mark of a segment that begins a part, such as a heading."""
_USUAL_JOINS, _USUAL_BORDERS = 0.2, 40.0
"""So many of so many borders of paragraphs are joined over by a bead in a document of which nothing is known."""
_NUMBER = re.compile(r"[\d\s.,'’\u00a0\u202f]+")
_OF_CODES = re.compile(r"[\d@/\\_.:#=]")
_FIRST_FIGURES = re.compile(r"[^\W\d_].*(?<!\d)\d{1,3}$", re.DOTALL)
_MORE_FIGURES = re.compile(r"\d{3}(?!\d).*[^\W\d_]", re.DOTALL)
_NARROWEST = 32
"""Characters of a line that may be too full for another word."""
LEAST_BROKEN = 0.1
"""Share of the segments that must go on a sentence for lines to have been broken anywhere."""


@dataclass(frozen=True, slots=True)
class LayoutWeights:
    """In nats; learnt, as those of words are."""

    joined: float
    """For each end of a paragraph within a bead, where the paragraphs of a document hold."""
    alone: float
    """For leaving out a segment that is a paragraph by itself."""
    parted: float
    """For a bead that begins within a sentence, where lines were broken anywhere."""
    equal: float
    """For a 1–1 bead of two texts that are the same, such as names, addresses and codes."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Two documents without their words."""

    borders: tuple[Floats, Floats]
    """How much of a border there is before each segment of a side: 0 for none, 1 for that of a paragraph."""
    goes_on: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    """Whether the sentence before goes on with a segment."""
    trust: tuple[float, float]
    """How much the paragraphs of a side hold: 1 where no bead joins two, 0 where lines were broken anyhow."""
    broken: tuple[float, float]
    """How much of what goes on must be joined: 0 where lines are cells, items or verse, 1 where they were broken."""
    keys: tuple[Integers, Integers]
    """Segments of one key have one text."""
    rarity: Floats
    """How much it says, by key, that two texts are the same: less where there are many of them."""

    def after(self, steps: Sequence[Step]) -> Layout:
        """Return what is known when a first path has been found."""
        trust = _trust(self.borders[0], steps, 0), _trust(self.borders[1], steps, 1)
        broken = _broken(self.goes_on[0], steps, 0), _broken(self.goes_on[1], steps, 1)
        return replace(self, trust=trust, broken=broken)

    def part(self, rows: range, columns: range) -> Layout:
        """Return the layout of some consecutive segments of both sides."""
        source, target = slice(rows.start, rows.stop), slice(columns.start, columns.stop)
        return replace(
            self,
            borders=(self.borders[0][source], self.borders[1][target]),
            goes_on=(self.goes_on[0][source], self.goes_on[1][target]),
            keys=(self.keys[0][source], self.keys[1][target]),
        )


def find_layout(marks: tuple[Integers, Integers], texts: tuple[Sequence[str], Sequence[str]]) -> Layout:
    """Return the layout of two documents of which no beads are known yet."""
    numbers: dict[str, int] = {}
    keys = [[numbers.setdefault(_plain(text), len(numbers)) for text in side] for side in texts]
    counts = [Counter(side) for side in keys]
    most = np.array([max(counts[0][key], counts[1][key], 1) for key in range(len(numbers))], np.float32)
    rarity: Floats = (1.0 / (1.0 + np.log(most))).astype(np.float32) if len(most) else most
    if "" in numbers:
        rarity[numbers[""]] = 0.0
    goes_on = find_broken(marks[0], texts[0]), find_broken(marks[1], texts[1])
    borders = _borders(marks[0], goes_on[0], texts[0]), _borders(marks[1], goes_on[1], texts[1])
    numbered = np.array(keys[0], np.int64), np.array(keys[1], np.int64)
    return Layout(borders, goes_on, (1.0, 1.0), (_USUALLY_BROKEN, _USUALLY_BROKEN), numbered, rarity)


def _borders(marks: Integers, goes_on: NDArray[np.bool_], texts: Sequence[str]) -> Floats:
    borders: Floats = np.where(marks >= PART, _OF_A_PART, (marks > 0).astype(np.float32)).astype(np.float32)
    borders[goes_on] = 0.0
    codes = [number for number in np.flatnonzero(borders).tolist() if _is_code(texts[number])]
    for number in codes:
        if number + 1 == len(borders) or borders[number + 1]:
            borders[number : number + 2] = np.maximum(borders[number : number + 2], _OF_A_CODE)
    return borders


def _is_code(text: str) -> bool:
    """Tell whether a text is one address, code or number, which is part of no sentence."""
    return len(text.split()) == 1 and text[-1] not in SENTENCE_ENDS and _OF_CODES.search(text) is not None


def find_broken(marks: Integers, texts: Sequence[str]) -> NDArray[np.bool_]:
    """Tell of each segment whether the sentence before goes on with it, as lines do that were broken anywhere.

    With a small letter it does. Where that is frequent, a sentence goes on in the next line whatever that begins with
    if it began within its line, or in an earlier one, or if the line had no room for another word; and so does a
    number: *342* and *000 euros*.
    """
    goes_on: NDArray[np.bool_] = np.zeros(len(texts), bool)
    for number, (before, here) in enumerate(pairwise(texts), 1):
        goes_on[number] = here[:1].islower() and _is_open(before) and not _is_code(here)
    if goes_on.sum() >= max(1, LEAST_BROKEN * len(texts)):
        room = _room(marks, texts)
        for number, (before, here) in enumerate(pairwise(texts), 1):
            is_lone = _is_code(before) or _is_code(here)
            if marks[number] == 1 and not goes_on[number] and _is_open(before) and not is_lone:
                began = goes_on[number - 1] or not marks[number - 1]
                is_full = room[number - 1] <= len(here.partition(" ")[0])
                goes_on[number] = began or is_full or _is_number_parted(before, here)
    return goes_on


def _room(marks: Integers, texts: Sequence[str]) -> Integers:
    """Return how many characters the line of each segment is shorter than the longest; lines of a few words have room.

    A mark begins a line; a segment without one stands in the line of the segment before.
    """
    lines = np.cumsum(marks > 0)
    lengths = np.bincount(lines, [len(text) + 1 for text in texts]).astype(np.int64)
    width = max(int(lengths.max()), _NARROWEST)
    room: Integers = (width - lengths)[lines]
    return room


def _is_open(text: str) -> bool:
    return text[-1:] not in SENTENCE_ENDS


def _is_number_parted(before: str, here: str) -> bool:
    return _FIRST_FIGURES.search(before) is not None and _MORE_FIGURES.match(here) is not None


_OF_A_PART, _OF_A_CODE = 1.5, 2.0
_USUALLY_BROKEN = 0.3
SENTENCE_ENDS = frozenset('.!?…:;»”"')


def _plain(text: str) -> str:
    """Return what two texts share that are the same for a reader; numbers lose their separators."""
    folded = " ".join(text.casefold().split())
    return re.sub(r"\D", "", folded) if _NUMBER.fullmatch(folded) else folded


def _trust(borders: Floats, steps: Sequence[Step], side: int) -> float:
    """Return how much the paragraphs of a side hold, by how often the beads of a first path join two.

    Where that is as frequent as beads are that join, the borders say nothing.
    """
    joined = met = 0.0
    for step in steps:
        shape = ALL_SHAPES[step.shape]
        start, size = (step.source, step.target)[side], shape[side]
        if size:
            met += float(borders[start : start + size].sum())
        if size > 1 and all(shape):
            joined += float(borders[start + 1 : start + size].sum())
    usual = _USUAL_JOINS / _USUAL_BORDERS
    rate = (joined + _USUAL_JOINS) / (met + _USUAL_BORDERS)
    return float(np.clip(np.log(_JOINED / rate) / np.log(_JOINED / usual), 0.0, 1.0))


_JOINED = 0.12
"""Share of borders that is joined over where borders say nothing: so many segments are joined anyway."""


def _broken(goes_on: NDArray[np.bool_], steps: Sequence[Step], side: int) -> float:
    """Return how much of what goes on must be joined, by how often a first path joins it."""
    starts = [(step.source, step.target)[side] for step in steps if ALL_SHAPES[step.shape][side]]
    parted, every = int(goes_on[starts].sum()) if starts else 0, int(goes_on.sum())
    return float(np.clip(1.0 - 2.0 * (parted + 1.0) / (every + 2.0), 0.0, 1.0)) if every else 0.0


def add_layout(
    scores: Floats, band: Band, layout: Layout, weights: LayoutWeights, shapes: Sequence[Shape] = ALL_SHAPES
) -> None:
    """Add what the layout says to the scores of beads, `[shape, cell]`."""
    rows = np.repeat(np.arange(band.source_count + 1), band.high - band.low)
    columns = np.arange(band.cells) - band.offsets[rows] + band.low[rows]
    places = rows, columns
    joined = [
        _joined(layout.borders[side], weights.joined * layout.trust[side], max(map(max, shapes))) for side in (0, 1)
    ]
    parted = [
        np.append(layout.goes_on[side], False).astype(np.float32) * np.float32(weights.parted * layout.broken[side])
        for side in (0, 1)
    ]
    for number, shape in enumerate(shapes):
        for side, size in enumerate(shape):
            if size and layout.goes_on[side].any():
                scores[number] += parted[side][places[side]]
            if not all(shape):
                if size:
                    lone = _alone(layout.borders[side]) * np.float32(weights.alone * layout.trust[side])
                    scores[number] += lone[places[side]]
            elif size > 1:
                scores[number] += joined[side][size - 1][places[side]]
    inside = np.flatnonzero((rows < band.source_count) & (columns < band.target_count))
    keys = layout.keys[0][rows[inside]]
    same = inside[keys == layout.keys[1][columns[inside]]]
    scores[shapes.index((1, 1)), same] += weights.equal * layout.rarity[layout.keys[0][rows[same]]]


def _joined(borders: Floats, weight: float, most: int) -> Floats:
    """Return what joining 1 to `most` segments weighs: (size - 1, segments + 1)."""
    sums = np.concatenate([[0.0], np.cumsum(borders * weight, dtype=np.float64)])
    starts = np.arange(len(borders) + 1)
    first = np.minimum(starts + 1, len(borders))
    joined: Floats = np.stack(
        [sums[np.minimum(starts + size, len(borders))] - sums[first] for size in range(1, most + 1)]
    ).astype(np.float32)
    joined[0] = 0.0
    return joined


def _alone(borders: Floats) -> Floats:
    """Return 1 for each segment that is a paragraph by itself, and 0 behind the last."""
    begins = np.append(borders, 1.0)
    alone: Floats = np.append(np.minimum(np.minimum(begins[:-1], begins[1:]), 1.0), 0.0).astype(np.float32)
    return alone
