"""The pieces of lines of text on a page, as they are read one after the other: their text, look and place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from enum import IntFlag

from translate.documents.pdf.glyphs import BULLET
from translate.records import dataclass
from translate.text.late import late_plain

SAME_BASE = 0.25
"""How far apart, in sizes, the baselines of one line may be."""
ITEM_SIGNS = f"{BULLET}\u25e6\u25aa\u25a0\u25cf\u25cb\u2023\u2043\u2013\u2014\u27a2\u2756\u2713\u2794*-"
"""Marks of the items of a list, which say nothing."""
_MARKER = late_plain(
    rf"[{ITEM_SIGNS}]|\(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[A-Za-z]|[ivxIVX]{{1,5}})[.)]|\d{{1,3}}(?:\.\d{{1,3}})+"
)


class Style(IntFlag):
    """How a run differs from plain text."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    RAISED = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style."""

    text: str
    style: Style = Style.PLAIN


@dataclass(slots=True, eq=False)
class Piece:
    """A piece of a line, without a gap wider than between words. `order` is where its page draws it."""

    left: float
    right: float
    base: float
    size: float
    order: int
    runs: list[Run] = field(default_factory=list)
    space: float = 0.0
    """The widest space within it."""
    word: float = 0.0
    """How wide its first word is."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def is_bold(self) -> bool:
        return all(run.style & Style.BOLD for run in self.runs if run.text.strip())

    @property
    def is_marker(self) -> bool:
        """Whether it is the mark of a list, and nothing else."""
        return bool(_MARKER.fullmatch(self.text.strip()))


def add_run(runs: list[Run], run: Run) -> None:
    """Put a run behind others, as part of the last one where that has its style."""
    if runs and runs[-1].style == run.style:
        runs[-1] = Run(runs[-1].text + run.text, run.style)
    elif run.text:
        runs.append(run)


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return pieces that stand on one baseline together, from the top down, each row from the left."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        if rows and abs(rows[-1][0].base - piece.base) <= SAME_BASE * max(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def marker_of(text: str) -> re.Match[str] | None:
    """Return the mark of a list that a text begins with, where a space and words stand behind it."""
    found = _MARKER.match(text)
    return found if found and text[found.end() : found.end() + 1] == " " else None
