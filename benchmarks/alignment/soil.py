"""Parallel lines come in, and out come documents as users have them: paragraphs, headings, title pages, lists, notes.

The gold beads know what one side alone has, what stands elsewhere on the other, and which lines were broken.
"""

from __future__ import annotations

import random
import textwrap
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

Pair = tuple[str, str]
Link = tuple[tuple[int, ...], tuple[int, ...]]
KINDS = (
    "paragraphs",
    "lines",
    "headings",
    "title",
    "pages",
    "names",
    "notes",
    "swapped",
    "summary",
    "broken",
    "cues",
    "long",
)
"""Each kind of document has what its name says; all have lines lost and joined within their paragraphs."""
_LOST, _JOINED, _JOINED_PARAGRAPHS = 0.02, 0.05, 0.004
_WIDTH, _CUE_WIDTH = 60, 42
_LEFT_OUT = 0.5
"""Share of the paragraphs that a summary has nothing of."""
_LONGEST_SAID = 110
"""Characters of the longest sentence of subtitles."""


@dataclass(frozen=True, slots=True)
class Soiled:
    """A document of some kind, its marks as a reader gives them, and its beads, which may cross each other."""

    kind: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    marks: tuple[tuple[int, ...], tuple[int, ...]]
    beads: tuple[Link, ...]


@dataclass(slots=True)
class _Piece:
    """One segment of a side: which bead it is of, and whether it begins a paragraph."""

    text: str
    bead: int
    mark: int


class _Maker:
    """Two sides that grow."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.sides: tuple[list[_Piece], list[_Piece]] = ([], [])
        self.count = 0

    def add(self, ones: Sequence[str], others: Sequence[str], mark: int = 0, at: tuple[int, int] | None = None) -> None:
        """Add a bead, at the end or at a place of each side."""
        for side, texts, number in zip(self.sides, (ones, others), (0, 1), strict=True):
            pieces = [_Piece(text, self.count, 0 if place else mark) for place, text in enumerate(texts)]
            place = len(side) if at is None else at[number]
            side[place:place] = pieces
        self.count += 1

    def finish(self, kind: str) -> Soiled:
        owners: list[tuple[list[int], list[int]]] = [([], []) for _ in range(self.count)]
        for number, side in enumerate(self.sides):
            for place, piece in enumerate(side):
                owners[piece.bead][number].append(place)
        return Soiled(
            kind,
            tuple(piece.text for piece in self.sides[0]),
            tuple(piece.text for piece in self.sides[1]),
            (tuple(piece.mark for piece in self.sides[0]), tuple(piece.mark for piece in self.sides[1])),
            tuple((tuple(one), tuple(other)) for one, other in owners if one or other),
        )


def soil(pairs: Sequence[Pair], short: Sequence[Pair], kind: str, random_seed: int) -> Soiled:
    """Return a document of `kind`; equal seeds give equal documents.

    :param short: lines of a few words, for headings and title pages.
    """
    chance = random.Random(f"{kind} {random_seed}")
    maker = _Maker(chance)
    if kind == "title":
        side = chance.randrange(2)
        for pair in chance.sample(list(short), chance.randint(3, 10)):
            maker.add([pair[0]] if side == 0 else [], [pair[1]] if side == 1 else [], 1)
    if kind == "cues":
        pairs = [pair for pair in pairs if max(map(len, pair)) <= _LONGEST_SAID]
    starts: list[tuple[int, int]] = []
    for section in _sections(pairs, kind, chance):
        starts.append((len(maker.sides[0]), len(maker.sides[1])))
        _add_section(maker, section, kind, short, str(len(starts)))
    return _finished(maker, kind, starts, short)


def _add_section(maker: _Maker, section: Sequence[Sequence[Pair]], kind: str, short: Sequence[Pair], page: str) -> None:
    chance = maker.chance
    if kind == "headings" or (kind in ("swapped", "long") and chance.random() < 0.5):
        one, other = chance.choice(short)
        draw = chance.random() if kind == "headings" else 0.9
        maker.add([one] if draw > 0.35 else [], [other] if draw < 0.35 or draw > 0.7 else [], 1)
    for paragraph in section:
        if kind == "summary" and chance.random() < _LEFT_OUT:
            for place, (text, _) in enumerate(paragraph):
                maker.add([text], [], int(not place))
        else:
            _add_paragraph(maker, paragraph, kind)
    if kind == "names":
        _add_names(maker)
    if kind == "pages" and chance.random() < 0.8:
        both = chance.random() < 0.4
        maker.add([page] if both or chance.random() < 0.5 else [], [page] if both else [], 1)


def _finished(maker: _Maker, kind: str, starts: Sequence[tuple[int, int]], short: Sequence[Pair]) -> Soiled:
    made = maker.finish(kind)
    if kind == "swapped":
        return _swapped(made, starts[1:], maker.chance)
    if kind == "notes":
        return _with_notes(made, short, maker.chance)
    if kind == "cues":
        return _broken(_broken(made, 0, _CUE_WIDTH), 1, _CUE_WIDTH)
    return _broken(made, maker.chance.choice((0, 1)), _WIDTH) if kind == "broken" else made


def _sections(pairs: Sequence[Pair], kind: str, chance: random.Random) -> list[list[list[Pair]]]:
    sections: list[list[list[Pair]]] = [[]]
    at = 0
    while at < len(pairs):
        size = 1 if kind in ("lines", "cues") or (kind != "broken" and chance.random() < 0.3) else chance.randint(1, 6)
        sections[-1].append(list(pairs[at : at + size]))
        at += size
        if sum(map(len, sections[-1])) >= 8 and chance.random() < 0.4:
            sections.append([])
    return [section for section in sections if section]


def _add_paragraph(maker: _Maker, lines: Sequence[Pair], kind: str) -> None:
    chance = maker.chance
    begun = [False, False]
    at = 0
    while at < len(lines):
        draw = chance.random()
        size = 2 if draw < 2 * _JOINED and at + 2 <= len(lines) else 1
        part = lines[at : at + size]
        at += size
        ones, others = [one for one, _ in part], [other for _, other in part]
        if size == 2:
            if draw < _JOINED:
                ones = [" ".join(ones)]
            else:
                others = [" ".join(others)]
        elif draw > 1 - _LOST:
            ones = []
        elif draw > 1 - 2 * _LOST:
            others = []
        first = len(maker.sides[0]), len(maker.sides[1])
        maker.add(ones, others)
        for number, texts in enumerate((ones, others)):
            if texts and not begun[number]:
                begun[number] = True
                maker.sides[number][first[number]].mark = 0 if chance.random() < _JOINED_PARAGRAPHS else 1
    if kind == "long" and chance.random() < 0.06:
        extra = chance.randint(5, 7)
        last = [maker.sides[0][-1].text, maker.sides[1][-1].text] if maker.sides[0] and maker.sides[1] else None
        if last and all(text.count(",") == 0 for text in last) and len(lines) >= extra:
            maker.add([", ".join(one.rstrip(".") for one, _ in lines[:extra]) + "."], [o for _, o in lines[:extra]], 1)


def _add_names(maker: _Maker) -> None:
    chance = maker.chance
    for number in range(chance.randint(4, 12)):
        name = "".join(chance.choices("aeioulnrstmbdv", k=chance.randint(4, 9))).capitalize()
        text = chance.choice(
            (name, f"{name}-{number}", f"https://{name.lower()}.example/{number}", f"{name} {name[::-1]}")
        )
        draw = chance.random()
        maker.add([text] if draw > 0.08 else [], [text] if draw < 0.9 else [], 1)


def _swapped(made: Soiled, starts: Sequence[tuple[int, int]], chance: random.Random) -> Soiled:
    """Move the target of a section to another place."""
    if len(starts) < 3:
        return made
    number = chance.randrange(len(starts) - 1)
    first, end = starts[number][1], starts[number + 1][1]
    place = chance.choice([start for _, start in starts if start <= first or start >= end] + [len(made.target)])
    order = [n for n in range(len(made.target)) if not first <= n < end]
    at = next((k for k, n in enumerate(order) if n >= place), len(order))
    order[at:at] = range(first, end)
    return _reordered(made, order)


def _reordered(made: Soiled, order: Sequence[int]) -> Soiled:
    places = {old: new for new, old in enumerate(order)}
    beads = tuple((one, tuple(sorted(places[n] for n in other))) for one, other in made.beads)
    target = tuple(made.target[n] for n in order)
    return Soiled(made.kind, made.source, target, (made.marks[0], tuple(made.marks[1][n] for n in order)), beads)


def _with_notes(made: Soiled, short: Sequence[Pair], chance: random.Random) -> Soiled:
    """Put notes where paragraphs end in the source, and at the end of the target."""
    source, marks = list(made.source), list(made.marks[0])
    target, target_marks = list(made.target), list(made.marks[1])
    beads = [(list(one), list(other)) for one, other in made.beads]
    notes = chance.sample(list(short), min(6, len(short)))
    places = sorted(chance.sample([n for n, mark in enumerate(marks) if mark and n], min(len(notes), 6)))
    for number, (place, note) in enumerate(zip(places, notes, strict=False), 1):
        at = place + number - 1
        source.insert(at, f"{number}. {note[0]}")
        marks.insert(at, 1)
        for one, _ in beads:
            one[:] = [n + (n >= at) for n in one]
        target.append(f"{number}. {note[1]}")
        target_marks.append(1)
        beads.append(([at], [len(target) - 1]))
    return Soiled(
        made.kind,
        tuple(source),
        tuple(target),
        (tuple(marks), tuple(target_marks)),
        tuple((tuple(one), tuple(other)) for one, other in beads),
    )


def _broken(made: Soiled, side: int, width: int) -> Soiled:
    """Break the paragraphs of a side into lines of one width, each of which is a paragraph to the reader."""
    texts, marks = (made.source, made.target)[side], made.marks[side]
    lines: list[str] = []
    new_marks: list[int] = []
    found: dict[int, list[int]] = {}
    first = 0
    while first < len(texts):
        end = next((n for n in range(first + 1, len(texts)) if marks[n]), len(texts))
        room = width
        for number in range(first, end):
            rest = texts[number]
            is_first = number == first
            while rest:
                wrapped = textwrap.wrap(rest, max(room, 12), break_long_words=False, break_on_hyphens=False) or [rest]
                part = wrapped[0]
                begins_line = room == width
                found.setdefault(number, []).append(len(lines))
                lines.append(part)
                new_marks.append(1 if begins_line or is_first else 0)
                is_first = False
                rest = rest[len(part) :].lstrip() if len(wrapped) > 1 else ""
                room = width if rest else room - len(part) - 1
                if room < 12:
                    room = width
        first = end
    beads = []
    for bead in made.beads:
        mine = tuple(line for n in bead[side] for line in found.get(n, ()))
        beads.append((mine, bead[1]) if side == 0 else (bead[0], mine))
    sides = (tuple(lines), made.target) if side == 0 else (made.source, tuple(lines))
    both = (tuple(new_marks), made.marks[1]) if side == 0 else (made.marks[0], tuple(new_marks))
    return Soiled(made.kind, *sides, both, tuple(beads))


def in_order(beads: Sequence[Link]) -> tuple[Link, ...]:
    """Return beads without those that cross others: the most that are in one order stay, the others become deletions.

    Patience sorting (Fredman 1975) finds the most; each bead of them begins behind the one before.
    """
    both = sorted(bead for bead in beads if all(bead))
    tops: list[tuple[int, int]] = []
    before: list[int] = []
    for number, (_, target) in enumerate(both):
        place = bisect_left(tops, (target[0], -1))
        before.append(tops[place - 1][1] if place else -1)
        tops[place : place + 1] = [(target[0], number)]
    kept: set[Link] = set()
    number = tops[-1][1] if tops else -1
    while number >= 0:
        kept.add(both[number])
        number = before[number]
    parts = [(one, other) if (one, other) in kept or not (one and other) else None for one, other in beads]
    result: list[Link] = []
    for bead, part in zip(beads, parts, strict=True):
        result += [part] if part else [(bead[0], ()), ((), bead[1])]
    return tuple(result)
