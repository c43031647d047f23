"""Lines of tables: their cells are aligned together, for a cell without its line says little."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from translate.alignment.search import Side

CELL = -1
"""The mark of a cell that stands in one line with the segment before."""
_MOST_CELLS = 12
_MOST_CHARACTERS = 240


def find_rows(side: Side) -> list[range]:
    """Return the segments of a side in groups: the cells of each line together, all others alone.

    Lines whose cells are long, or hold several sentences, are columns of text: their cells stay apart.
    """
    starts = [number for number, mark in enumerate(side.marks) if mark > 0 or number == 0]
    groups: list[range] = []
    for first, end in pairwise([*starts, len(side.texts)]):
        line = range(first, end)
        marks, size = side.marks[first + 1 : end], sum(len(text) for text in side.texts[first:end])
        is_row = marks and all(mark == CELL for mark in marks)
        if is_row and len(line) <= _MOST_CELLS and size <= _MOST_CHARACTERS:
            groups.append(line)
        else:
            groups += [range(number, number + 1) for number in line]
    return groups


def join_rows(texts: Sequence[str], groups: Sequence[range]) -> tuple[str, ...]:
    """Return the text of each group."""
    return tuple(" ".join(texts[group.start : group.stop]) for group in groups)


def as_rows(side: Side, groups: Sequence[range]) -> Side:
    """Return a side that has a segment for each group."""
    marks = tuple(1 if side.marks[group.start] == CELL else side.marks[group.start] for group in groups)
    return Side(side.language, join_rows(side.texts, groups), marks)


def has_contents(side: Side, group: range) -> bool:
    """Tell whether a line may be one of a contents list: a title, and the number of a page."""
    return len(group) == 2 and not side.texts[group.start].isdigit() and side.texts[group.start + 1].isdigit()


def split_contents(
    sides: tuple[Side, Side], groups: tuple[Sequence[range], Sequence[range]]
) -> tuple[list[range], list[range]]:
    """Return the groups of both sides, those of contents lists parted again where both sides have one.

    Titles are worth a unit without their pages. Where numbers do not rise it is a table.
    """
    found = [_contents(side, side_groups) for side, side_groups in zip(sides, groups, strict=True)]
    if not all(found):
        return list(groups[0]), list(groups[1])
    parted: list[list[range]] = []
    for side_groups, lines in zip(groups, found, strict=True):
        parted.append(
            [
                part
                for group in side_groups
                for part in ([range(n, n + 1) for n in group] if group.start in lines else [group])
            ]
        )
    return parted[0], parted[1]


_FEWEST_LINES = 3


def _contents(side: Side, groups: Sequence[range]) -> set[int]:
    """Return where the lines of contents lists begin: runs of them whose numbers never fall."""
    lines: set[int] = set()
    run: list[range] = []
    for group in [*groups, range(0)]:
        is_line = has_contents(side, group)
        if is_line and (not run or int(side.texts[group.start + 1]) >= int(side.texts[run[-1].start + 1])):
            run.append(group)
            continue
        if len(run) >= _FEWEST_LINES:
            lines.update(line.start for line in run)
        run = [group] if is_line else []
    return lines
