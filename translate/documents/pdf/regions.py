"""Pieces of the lines of a page come in, its columns and tables go out, in the order in which a person reads them.

A page is parted where a stripe without text runs down it, as in XY cuts (Nagy and Seth 1984), but for lines that cross
it, such as headings over two columns. What stands on both sides is columns where the page draws one side after the
other, or where both sides are full lines; else it is a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from translate.documents.pdf.glyphs import Rules
from translate.documents.pdf.pieces import Piece, rows_of
from translate.records import dataclass

_BINS = 400
"""Stripes that a page is looked at in."""
_STRIPE = 0.4
"""Least width of a stripe between columns, in sizes."""
_LEVELS = 8
"""Numbers of lines that may cross a stripe, of those that there are the smallest."""
_DEEPEST = 8
"""Columns within columns."""
_LEAST_ROWS = 2
_LINE_GAP = 1.45
"""Distance of baselines, in sizes, from which on two lines of a table are two rows, where no line is drawn."""
_LEAST_PROSE = 5
"""Lines of a column at least, where what stands beside it may be a cell."""
_LEAST_DRAWN = 3
"""Lines drawn across both sides that make a table."""
_WITHIN = 0.4
"""Share of the lines of a text that begin with a small letter, at least."""
_TALL = 6.0
"""Distance, in sizes, between the parts of a page that have nothing to do with one another."""


@dataclass(slots=True)
class Column:
    """Lines that are read one after the other, each of one piece mostly; `right` is how far they may run."""

    rows: list[list[Piece]]
    right: float


@dataclass(slots=True)
class Table:
    """Rows of cells; a cell is its lines, of one piece each."""

    rows: list[list[list[Piece]]]


def find_regions(pieces: Sequence[Piece], rules: Rules) -> list[Column | Table]:
    """Return what a page holds, in order."""
    if not pieces:
        return []
    return list(_Cutter(rules).cut(list(pieces), max(piece.right for piece in pieces), 0))


class _Cutter:
    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def cut(self, pieces: list[Piece], right: float, depth: int) -> Iterator[Column | Table]:
        if not pieces:
            return
        stripe = self._stripe(pieces) if depth < _DEEPEST else None
        if stripe is None:
            yield Column(rows_of(pieces), right)
            return
        for band, is_split in _bands(pieces, stripe):
            if is_split:
                yield from self._parted(band, stripe, right, depth)
            elif len(band) < len(pieces):
                yield from self.cut(band, right, depth + 1)
            else:
                yield Column(rows_of(band), right)

    def _parted(
        self, band: list[Piece], stripe: tuple[float, float], right: float, depth: int
    ) -> Iterator[Column | Table]:
        """Yield what a stripe parts: columns one after the other, tables whole, and what stands on one side only."""
        rows: list[list[Piece]] = []
        drawn = sum(rule[1] < stripe[0] and rule[2] > stripe[1] for rule in self._within(band))
        for group in _groups(rows_of(band)):
            pieces = [piece for row in group for piece in row]
            lefts, rights = _sides(pieces, stripe)
            is_whole = min(len(lefts), len(rights)) >= _LEAST_PROSE and drawn < _LEAST_DRAWN
            if is_whole and (_count_turns(pieces, stripe) <= 1 or (_are_prose(lefts) and _are_prose(rights))):
                yield from self._table(rows, stripe, right, depth)
                rows = []
                yield from self.cut(lefts, max(piece.right for piece in lefts), depth + 1)
                yield from self.cut(rights, right, depth + 1)
            else:
                rows += group
        yield from self._table(rows, stripe, right, depth)

    def _within(self, band: Sequence[Piece]) -> list[tuple[float, float, float]]:
        bottom, top = min(piece.base for piece in band), max(piece.base + piece.size for piece in band)
        return [rule for rule in self._rules.across if bottom < rule[0] < top]

    def _table(
        self, rows: list[list[Piece]], stripe: tuple[float, float], right: float, depth: int
    ) -> Iterator[Column | Table]:
        """Yield a table, with the lines before and behind it that stand on one side only."""
        both = [n for n, row in enumerate(rows) if any(p.left < stripe[0] for p in row) and row[-1].left >= stripe[0]]
        first, last = (both[0], both[-1] + 1) if len(both) >= _LEAST_ROWS else (len(rows), len(rows))
        pieces = [piece for row in rows[first:last] for piece in row]
        lefts, rights = _sides(pieces, stripe)
        drawn = sum(rule[1] < stripe[0] and rule[2] > stripe[1] for rule in self._within(pieces)) if pieces else 0
        yield from self._rest(rows[:first], rows, right, depth)
        if (
            lefts
            and drawn < _LEAST_DRAWN
            and (
                (_count_turns(pieces, stripe) <= 1 and len(list(_groups(rows[first:last]))) == 1)
                or (min(len(lefts), len(rights)) >= _LEAST_PROSE and _are_prose(lefts) and _are_prose(rights))
            )
        ):
            yield from self.cut(lefts, max(piece.right for piece in lefts), depth + 1)
            yield from self.cut(rights, right, depth + 1)
        elif pieces:
            yield self._cells(pieces)
        yield from self._rest(rows[last:], rows, right, depth)

    def _rest(
        self, part: list[list[Piece]], rows: list[list[Piece]], right: float, depth: int
    ) -> Iterator[Column | Table]:
        if len(part) == len(rows) and depth >= _DEEPEST:
            yield Column(part, right)
        else:
            yield from self.cut([piece for row in part for piece in row], right, depth + 1)

    def _stripe(self, pieces: list[Piece]) -> tuple[float, float] | None:
        """Return the stripe that parts most lines; None where none does."""
        left, right = min(p.left for p in pieces), max(p.right for p in pieces)
        wide = (right - left) / _BINS
        if wide <= 0:
            return None
        crossing = [0] * (_BINS + 1)
        for piece in pieces:
            crossing[int((piece.left - left) / wide)] += 1
            crossing[min(_BINS, int((piece.right - left) / wide) + 1)] -= 1
        for number in range(1, _BINS + 1):
            crossing[number] += crossing[number - 1]
        size = sorted(piece.size for piece in pieces)[len(pieces) // 2]
        best: tuple[int, float, tuple[float, float]] | None = None
        for level in sorted(set(_valleys(crossing)))[:_LEVELS]:
            for first, last in _runs_below(crossing, level):
                stripe = left + first * wide, left + last * wide
                if stripe[1] - stripe[0] < _STRIPE * size or first == 0 or last >= _BINS:
                    continue
                parted = sum(len(band) for band, is_split in _bands(pieces, stripe) if is_split)
                if parted >= 2 * _LEAST_ROWS and (best is None or (parted, stripe[1] - stripe[0]) > best[:2]):
                    best = parted, stripe[1] - stripe[0], stripe
            if best:
                break
        return best[2] if best else None

    def _cells(self, band: Sequence[Piece]) -> Table:
        """Return a table: its columns are where no text crosses, its rows between drawn lines or wider gaps."""
        edges: list[list[float]] = []
        for piece in sorted(band, key=lambda piece: piece.left):
            if edges and piece.left < edges[-1][1]:
                edges[-1][1] = max(edges[-1][1], piece.right)
            else:
                edges.append([piece.left, piece.right])
        starts = [edge[0] for edge in edges]
        rows: list[list[list[Piece]]] = []
        before: list[Piece] = []
        drawn = {id(piece): number for number, piece in enumerate(sorted(band, key=lambda piece: piece.order))}
        for line in rows_of(band):
            is_next = any(
                drawn[id(piece)] == drawn[id(above)] + 1 and piece.left < above.right and piece.right > above.left
                for piece in line
                for above in before
            )
            is_close = bool(before) and before[0].base - line[0].base < _LINE_GAP * line[0].size
            if not before or (not (is_next and is_close) and self._begins_row(before, line, starts)):
                rows.append([[] for _ in starts])
            for piece in line:
                rows[-1][sum(start <= piece.left + 0.01 for start in starts) - 1].append(piece)
            before = line
        return Table(rows)

    def _begins_row(self, before: Sequence[Piece], line: Sequence[Piece], starts: Sequence[float]) -> bool:
        top, bottom = before[0].base, line[0].base
        left, right = min(p.left for p in line), max(p.right for p in line)
        across = [rule for rule in self._rules.across if rule[1] < right and rule[2] > left]
        if any(bottom < rule[0] < top for rule in across):
            return True
        size = max(piece.size for piece in line)
        if any(rule[0] < bottom for rule in across) and any(rule[0] > top for rule in across):
            return False  # within a row that is drawn
        if top - bottom > _LINE_GAP * size:
            return True
        return not (len(line) < len(starts) and line[0].left > starts[0] + size)


def _valleys(numbers: Sequence[int]) -> Iterator[int]:
    """Yield the numbers that are smaller than what stands before and behind them."""
    steps = [number for number, _ in groupby(numbers)]
    return (one for before, one, after in zip(steps, steps[1:], steps[2:], strict=False) if before > one < after)


def _runs_below(crossing: Sequence[int], level: int) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for number in range(_BINS + 1):
        if number < _BINS and crossing[number] <= level:
            first = number if first is None else first
        elif first is not None:
            yield first, number
            first = None


def _bands(pieces: Sequence[Piece], stripe: tuple[float, float]) -> Iterator[tuple[list[Piece], bool]]:
    """Yield the parts of a page from the top down, each with whether the stripe parts it."""
    band: list[Piece] = []
    crosses = False
    before: list[Piece] = []
    for row in rows_of(pieces):
        is_far = bool(before) and before[0].base - row[0].base > _TALL * row[0].size
        now = any(piece.left < stripe[0] and piece.right > stripe[1] for piece in row)
        if band and (now != crosses or is_far):
            yield band, not crosses and _is_split(band, stripe)
            band = []
        band, crosses, before = band + row, now, row
    if band:
        yield band, not crosses and _is_split(band, stripe)


def _sides(pieces: Sequence[Piece], stripe: tuple[float, float]) -> tuple[list[Piece], list[Piece]]:
    return [p for p in pieces if p.left < stripe[0]], [p for p in pieces if p.left >= stripe[0]]


def _is_split(band: Sequence[Piece], stripe: tuple[float, float]) -> bool:
    return all(len(side) >= _LEAST_ROWS for side in _sides(band, stripe))


def _groups(rows: Sequence[list[Piece]]) -> Iterator[list[list[Piece]]]:
    """Yield rows that are drawn together: where all above is drawn before all below, a group ends."""
    least = [0] * (len(rows) + 1)
    least[len(rows)] = 1 << 60
    for number in range(len(rows) - 1, -1, -1):
        least[number] = min(least[number + 1], *(piece.order for piece in rows[number]), 1 << 60)
    group: list[list[Piece]] = []
    latest = -1
    for number, row in enumerate(rows):
        group.append(row)
        latest = max(latest, *(piece.order for piece in row), -1)
        if latest < least[number + 1]:
            yield group
            group = []
    if group:
        yield group


def _count_turns(pieces: Sequence[Piece], stripe: tuple[float, float]) -> int:
    """Count how often the page is drawn on the other side of a stripe than just before."""
    sides = [piece.left >= stripe[0] for piece in sorted(pieces, key=lambda piece: piece.order)]
    return sum(one != other for one, other in pairwise(sides))


def _are_prose(side: Sequence[Piece]) -> bool:
    """Tell whether many lines begin within a sentence, as those of cells do not."""
    return sum(piece.text.strip()[:1].islower() for piece in side) >= _WITHIN * len(side)
