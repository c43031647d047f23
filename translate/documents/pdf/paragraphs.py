"""The lines of a column come in, its paragraphs go out: gaps, indents and lines that end early tell where one ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from translate.documents.hyphens import SOFT_HYPHEN, Hyphens
from translate.documents.pdf.pieces import Piece, Run, Style, add_run, marker_of
from translate.documents.pdf.regions import Column
from translate.records import dataclass

_APART = 3.0
"""Gap within a line, in sizes, between what does not belong together."""
_USUAL_LEADING = 1.3
"""Distance of baselines, in sizes, where a document has no two lines of a size to learn it from."""
_MOST_LEADING = 2.3
_MORE = 1.22
"""How much wider than the lines of a paragraph those of two are apart."""
_INDENT = 0.6, 6.0
"""Indent of a first line, in sizes."""
_SAME_SIZE = 0.75
"""Points that two sizes may differ by."""
_ENDS = '.!?…:;»")]”'
_FREE = 0.4
"""Room that a line leaves, in sizes, beside that for the next word."""
_LONG = 0.5
"""Share of a column that a line fills at least whose sentence goes on in the next one."""


@dataclass(slots=True, eq=False)
class Line:
    """A line of a column."""

    left: float
    right: float
    base: float
    size: float
    word: float
    """How wide its first word is."""
    runs: list[Run]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs).strip()

    @property
    def is_bold(self) -> bool:
        return all(run.style & Style.BOLD for run in self.runs if run.text.strip())


@dataclass(slots=True, eq=False)
class Paragraph:
    """A text, and how it looks. `marker` is the mark of a list that it began with, `level` that of a heading."""

    runs: list[Run]
    size: float
    is_bold: bool
    lines: int = 1
    marker: str = ""
    level: int = 0
    is_open: bool = False
    """Whether its last line is full, so that it may go on in the next column."""
    is_indented: bool = False
    is_note: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs).strip()

    def may_go_on_in(self, other: Paragraph) -> bool:
        """Tell whether another paragraph, at the top of a column, is the rest of this one."""
        if self.level or other.level or other.marker or self.is_note != other.is_note:
            return False
        if abs(self.size - other.size) > _SAME_SIZE or self.is_bold != other.is_bold:
            return False
        end, start = self.text[-1:], other.text[:1]
        if end in ("-", SOFT_HYPHEN) or (start.islower() and end not in ".!?"):
            return True
        return self.is_open and not other.is_indented and end not in _ENDS and start.isalnum()


class Leading:
    """How far apart the lines of paragraphs are, by their size, learnt from lines that are full."""

    def __init__(self, columns: Iterable[Column]) -> None:
        counts: dict[float, Counter[float]] = {}
        for column in columns:
            lines = list(_lines(column))
            for line, after in pairwise(lines):
                gap = line.base - after.base
                if 0 < gap < _MOST_LEADING * line.size and _are_alike(line, after) and _is_full(line, after, column):
                    counts.setdefault(after.size, Counter())[round(gap * 2) / 2] += 1
        self._by_size = {size: max(sorted(count), key=count.__getitem__) for size, count in counts.items()}

    def of(self, size: float) -> float:
        """Return the distance of baselines, in points."""
        return self._by_size.get(size, _USUAL_LEADING * size)


def _lines(column: Column) -> Iterator[Line]:
    """Yield the lines of a column; what is far apart on one line is several."""
    for row in column.rows:
        line: Line | None = None
        for piece in row:
            if line is not None and piece.left - line.right < _APART * max(line.size, piece.size):
                add_run(line.runs, Run(" ", line.runs[-1].style))
                for run in piece.runs:
                    add_run(line.runs, run)
                line.right = piece.right
                continue
            if line is not None:
                yield line
            line = line_of(piece)
        if line is not None:
            yield line


def line_of(piece: Piece) -> Line:
    """Return a piece as a line of its own."""
    return Line(piece.left, piece.right, piece.base, piece.size, piece.word, list(piece.runs))


def _are_alike(line: Line, after: Line) -> bool:
    return abs(line.size - after.size) <= _SAME_SIZE


def _is_full(line: Line, after: Line, column: Column) -> bool:
    """Tell whether a line had no room for the first word of the next one."""
    return column.right - line.right < after.word + _FREE * line.size


def _goes_on(line: Line, after: Line, left: float, column: Column) -> bool:
    """Tell whether a line goes on in the next one although there was room for a word: not all texts are set well."""
    start, end = after.text[:1], line.text[-1:]
    share = (line.right - left) / max(1.0, column.right - left)
    return start.islower() and end not in ".!?:;" and share > _LONG


def find_paragraphs(column: Column, leading: Leading, hyphens: Hyphens) -> list[Paragraph]:
    """Return the paragraphs of a column, in order."""
    lines = list(_lines(column))
    if not lines:
        return []
    left = min(line.left for line in lines)
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or _begins(groups[-1], line, left, column, leading):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [_paragraph(group, left, column, hyphens) for group in groups]


def _begins(group: Sequence[Line], line: Line, left: float, column: Column, leading: Leading) -> bool:
    """Tell whether a line begins another paragraph than the lines before it make."""
    last, size = group[-1], line.size
    gap = last.base - line.base
    if not _are_alike(last, line) or not 0.1 * size < gap <= _MORE * max(leading.of(size), size):
        return True
    if marker_of(line.text):
        return True
    if last.is_bold != line.is_bold and _all_bold(group) != line.is_bold:
        return _all_bold(group) or not _is_full(last, line, column)
    return not _are_centred(last, line, left, column) and _is_set_apart(group, line, left, column)


def _is_set_apart(group: Sequence[Line], line: Line, left: float, column: Column) -> bool:
    """Tell whether an indent, or a line before that ends early, parts a line from others of its look."""
    last, size = group[-1], line.size
    indent = line.left - last.left
    if not _is_full(last, line, column) and not _goes_on(last, line, left, column):
        return True
    if marker_of(group[0].text):
        # What belongs to an item stands behind its mark, or where the item does.
        return indent < -_INDENT[0] * size
    return len(group) > 1 and (indent < -_INDENT[0] * size or _INDENT[0] * size < indent < _INDENT[1] * size)


def _all_bold(group: Sequence[Line]) -> bool:
    return all(line.is_bold for line in group)


def _are_centred(line: Line, after: Line, left: float, column: Column) -> bool:
    middle = (left + column.right) / 2
    return all(
        one.left > left + one.size and abs((one.left + one.right) / 2 - middle) < 0.6 * one.size
        for one in (line, after)
    )


def _paragraph(group: Sequence[Line], left: float, column: Column, hyphens: Hyphens) -> Paragraph:
    runs: list[Run] = []
    for line in group:
        join(runs, line.runs, hyphens)
    size = max({one.size for one in group}, key=lambda size: sum(len(o.text) for o in group if o.size == size))
    last = group[-1]
    paragraph = Paragraph(runs, size, _all_bold(group), len(group))
    paragraph.is_open = column.right - last.right < 0.18 * (column.right - left) and column.right > left
    paragraph.is_indented = group[0].left > left + _INDENT[0] * size and not _are_centred(last, last, left, column)
    take_marker(paragraph)
    return paragraph


def take_marker(paragraph: Paragraph) -> None:
    """Part the mark of a list from the text that it stands before."""
    text = "".join(run.text for run in paragraph.runs)
    found = marker_of(text)
    if not found:
        return
    paragraph.marker = found[0]
    left = found.end() + 1
    runs: list[Run] = []
    for run in paragraph.runs:
        cut = min(left, len(run.text))
        left -= cut
        if run.text[cut:]:
            runs.append(Run(run.text[cut:], run.style))
    paragraph.runs = runs


def join(runs: list[Run], following: Sequence[Run], hyphens: Hyphens) -> None:
    """Put a line behind others: with a space, or as the rest of a word that a hyphen parts."""
    if not runs:
        runs.extend(following)
        return
    before, after = runs[-1].text.rstrip(), following[0].text.lstrip()
    joined = hyphens.join(before, after)
    kept = joined[: len(joined) - len(after)]
    is_parted = len(kept) <= len(before)
    runs[-1] = Run(kept if is_parted else before, runs[-1].style)
    if not is_parted:
        both = runs[-1].style & following[0].style & ~Style.RAISED
        add_run(runs, Run(" ", runs[-1].style if runs[-1].style == following[0].style else both))
    add_run(runs, Run(after, following[0].style))
    for run in following[1:]:
        add_run(runs, run)
