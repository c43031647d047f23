"""Characters of a page come in, pieces of lines go out: what stands together on a baseline without a wide gap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from translate.documents.pdf.glyphs import Glyph, Look, Rules
from translate.documents.pdf.pieces import SAME_BASE, Piece, Run, Style, add_run, rows_of

_SPACE = 0.17
"""Gap between two characters, in sizes, from which on it is a space between words."""
_WIDE = 1.0
"""Gap, in sizes, that parts pieces of a line, which may be columns."""
_NARROW = 0.2
"""Gap, in sizes, that a line drawn between cells needs."""
_SPACED = 1.3
"""How many times wider than another one a space of a stretched line may be."""
_MARKER_GAP = 4.0
"""Gap, in sizes, that the mark of a list may have behind it."""
_RAISED = 0.12, 0.75
"""How far above the baseline, in sizes, a small character is a superscript."""
_SMALL = 0.85


class _Open:
    """A piece that is being made."""

    def __init__(self, order: int) -> None:
        self.order = order
        self.glyphs: list[tuple[Glyph, bool]] = []
        self.base = self.size = 0.0
        self.right = 0.0

    def takes(self, glyph: Glyph, walls: _Walls) -> bool:
        """Tell whether a character goes on where the piece ends."""
        size = max(self.size, glyph.look.size)
        gap = glyph.left - self.right
        # Letters of a ligature share one place.
        if gap >= _WIDE * size or (gap <= -0.6 * size and glyph.left < self.glyphs[-1][0].left - 0.1):
            return False
        if gap > _NARROW * size and walls.stand_between(self.right, glyph.left, glyph.base + size / 3):
            return False
        return abs(glyph.base - self.base) <= SAME_BASE * size or self._is_raised(glyph) or self._raises(glyph)

    def add(self, glyph: Glyph) -> None:
        if not self.glyphs or self._raises(glyph):
            self.glyphs = [(one, True) for one, _ in self.glyphs]
            self.base, self.size = glyph.base, glyph.look.size
            self.glyphs.append((glyph, False))
        else:
            is_raised = self._is_raised(glyph)
            self.glyphs.append((glyph, is_raised))
            if not is_raised:
                self.size = max(self.size, glyph.look.size)
        self.right = max(self.right, glyph.right) if len(self.glyphs) > 1 else glyph.right

    def _is_raised(self, glyph: Glyph) -> bool:
        up = glyph.base - self.base
        return glyph.look.size <= _SMALL * self.size and _RAISED[0] * self.size < up < _RAISED[1] * self.size

    def _raises(self, glyph: Glyph) -> bool:
        """Tell whether the piece so far was raised above the line that a character begins."""
        size = glyph.look.size
        up = self.base - glyph.base
        is_short = len(self.glyphs) <= 4
        return is_short and self.size <= _SMALL * size and _RAISED[0] * size < up < _RAISED[1] * size

    def close(self) -> Piece | None:
        runs = list(_runs(self.glyphs))
        if not runs:
            return None
        glyphs = [glyph for glyph, _ in self.glyphs]
        space = max((after.left - glyph.right for glyph, after in pairwise(glyphs)), default=0.0)
        left = min(glyph.left for glyph in glyphs)
        end = next((n for n, (g, after) in enumerate(pairwise(glyphs)) if _are_apart(g, after)), len(glyphs) - 1)
        return Piece(left, self.right, self.base, self.size, self.order, runs, space, glyphs[end].right - left)


class _Walls:
    """The lines that a page draws downward, by their places."""

    def __init__(self, rules: Rules) -> None:
        self._walls = sorted(rules.down)
        self._places = [wall[0] for wall in self._walls]

    def stand_between(self, left: float, right: float, height: float) -> bool:
        for number in range(bisect_left(self._places, left - 0.5), len(self._walls)):
            place, bottom, top = self._walls[number]
            if place > right + 0.5:
                return False
            if bottom <= height <= top:
                return True
        return False


def find_pieces(glyphs: Sequence[Glyph], rules: Rules) -> list[Piece]:
    """Return the pieces of lines that characters of one turn make, in the order in which they are drawn."""
    walls = _Walls(rules)
    pieces: list[Piece] = []
    piece: _Open | None = None
    is_apart = False
    for number, glyph in enumerate(glyphs):
        if glyph.text.isspace():
            is_apart = True
            continue
        if piece is None or not piece.takes(glyph, walls):
            _close(piece, pieces)
            piece = _Open(number)
        elif is_apart:
            piece.add(glyph._replace(text=f" {glyph.text}"))
            is_apart = False
            continue
        is_apart = False
        piece.add(glyph)
    _close(piece, pieces)
    return _joined(pieces, walls)


def _close(piece: _Open | None, pieces: list[Piece]) -> None:
    if piece is not None and (made := piece.close()):
        pieces.append(made)


def _joined(pieces: list[Piece], walls: _Walls) -> list[Piece]:
    """Return pieces with those made one that stand side by side, in whatever order they are drawn, and marks of lists
    with what they mark.
    """
    joined: list[Piece] = []
    places = {id(piece): number for number, piece in enumerate(pieces)}
    for row in rows_of(pieces):
        spaced = _spaced_gaps(row, places)
        last: Piece | None = None
        for number, piece in enumerate(row):
            is_next = last is not None and places[id(piece)] == places[id(row[number - 1])] + 1
            if last is not None and _stand_together(last, piece, walls, number in spaced, is_next):
                _append(last, piece)
            else:
                joined.append(piece)
                last = piece
    return sorted(joined, key=lambda piece: piece.order)


def _spaced_gaps(row: Sequence[Piece], places: Mapping[int, int]) -> set[int]:
    """Return the pieces of a row before which there is only a space of a stretched line: it is as wide as the one
    beside it, and the words are drawn one after the other.
    """
    gaps: dict[int, float] = {}
    for number, (piece, after) in enumerate(pairwise(row), start=1):
        gap = after.left - piece.right
        is_text = piece.text[-1].isalpha() or after.text[0].isalpha()
        if places[id(after)] == places[id(piece)] + 1 and is_text and 0 < gap < _MARKER_GAP * piece.size:
            gaps[number] = gap
    return {
        number
        for number, gap in gaps.items()
        if any(max(gap, other) < _SPACED * min(gap, other) for n in (-1, 1) if (other := gaps.get(number + n, 0.0)))
    }


def _stand_together(last: Piece, piece: Piece, walls: _Walls, is_spaced: bool, is_next: bool) -> bool:
    """Tell whether two pieces of a row are one.

    :param is_spaced: whether the gap between them is a space of a stretched line.
    :param is_next: whether the page draws one just behind the other.
    """
    size = max(last.size, piece.size)
    gap = piece.left - last.right
    if gap > _NARROW * size and walls.stand_between(last.right, piece.left, piece.base + size / 3):
        return False
    if is_spaced or (last.is_marker and not piece.is_marker and gap < _MARKER_GAP * size):
        return True
    space = _SPACED * max(last.space, piece.space) if is_next else 0.0
    return -0.6 * size < gap < max(_WIDE * size, space)


def _append(last: Piece, piece: Piece) -> None:
    is_apart = piece.left - last.right > _SPACE * max(last.size, piece.size)
    runs = list(piece.runs)
    if is_apart:
        runs[0] = Run(f" {runs[0].text}", runs[0].style)
    for run in runs:
        add_run(last.runs, run)
    last.space = max(last.space, piece.space, piece.left - last.right)
    last.right, last.order = max(last.right, piece.right), min(last.order, piece.order)
    if piece.width > last.width / 2:
        last.size = max(last.size, piece.size)


def _runs(glyphs: Sequence[tuple[Glyph, bool]]) -> Iterator[Run]:
    """Yield the text of a piece, with a space where words are apart, style by style."""
    parts: list[str] = []
    style = Style.PLAIN
    before: Glyph | None = None
    for glyph, is_raised in glyphs:
        now = _style(glyph.look, is_raised)
        text = glyph.text
        if before is not None and text[0] != " " and _are_apart(before, glyph):
            text = f" {text}"
        if parts and now != style:
            yield Run("".join(parts), style)
            parts = []
        parts.append(text)
        style, before = now, glyph
    if parts:
        yield Run("".join(parts), style)


def _are_apart(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether there is a space between two characters."""
    gap = glyph.left - before.right
    return glyph.text[0] == " " or gap > _SPACE * min(before.look.size, glyph.look.size)


def _style(look: Look, is_raised: bool) -> Style:
    style = Style.RAISED if is_raised else Style.PLAIN
    if look.is_bold:
        style |= Style.BOLD
    return style | Style.ITALIC if look.is_italic else style
