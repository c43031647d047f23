"""Beads of segments come in, beads of whole paragraphs go out."""

from __future__ import annotations

from collections.abc import Sequence

from translate.alignment import Side
from translate.data import Bead


def join_paragraphs(beads: Sequence[Bead], sides: tuple[Side, Side]) -> list[Bead]:
    """Join beads that follow each other wherever no paragraph begins on both sides between them.

    The cost of what is joined is the mean of its beads.
    """
    groups: list[list[Bead]] = []
    for bead in beads:
        if groups and _goes_on(groups[-1][-1], bead, sides):
            groups[-1].append(bead)
        else:
            groups.append([bead])
    return [group[0] if len(group) == 1 else _joined(group) for group in groups]


def _goes_on(before: Bead, after: Bead, sides: tuple[Side, Side]) -> bool:
    if (before.source.stop, before.target.stop) != (after.source.start, after.target.start):
        return False
    places = after.source.start, after.target.start
    begins = (place == len(side.texts) or side.marks[place] > 0 for place, side in zip(places, sides, strict=True))
    return before.is_moved == after.is_moved and not all(begins)


def _joined(group: Sequence[Bead]) -> Bead:
    source = range(group[0].source.start, group[-1].source.stop)
    target = range(group[0].target.start, group[-1].target.stop)
    return Bead(source, target, sum(bead.cost for bead in group) / len(group), group[0].is_moved)
