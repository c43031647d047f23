"""Line breaks within a line of Markdown: a line and its codes come in, the pieces that a break parts go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from translate.data import LINE_BREAK, InlineCode
from translate.records import dataclass

_RUNS_ON = regex.compile(r"\p{Ll}")
_ENDS = frozenset(".!?:;…")
_MIN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a line from `start` on, without white space around; `is_broken` tells that a line break follows."""

    start: int
    text: str
    is_broken: bool


def part(line: str, offset: int, codes: Sequence[InlineCode]) -> Iterator[Piece]:
    """Part a line at its breaks, but for one in the middle of a sentence, which goes where the translation is parted.

    :param offset: where the line begins in the text that the places of `codes` count.
    """
    position = 0
    for code in codes:
        start, end = code.start - offset, code.end - offset
        if code.type != LINE_BREAK or start < position or end > len(line):
            continue
        before, after = line[position:start], line[end:]
        if is_in_sentence(before, after):
            continue
        yield _piece(position, before, True)
        position = end
    if line[position:].strip():
        yield _piece(position, line[position:], False)


def is_in_sentence(before: str, after: str) -> bool:
    """Tell whether a sentence runs on over a break."""
    words, rest = before.split(), after.lstrip()
    return len(words) >= _MIN_WORDS and words[-1][-1] not in _ENDS and bool(_RUNS_ON.match(rest))


def _piece(start: int, text: str, is_broken: bool) -> Piece:
    shown = text.strip()
    return Piece(start + len(text) - len(text.lstrip()), shown, is_broken)
