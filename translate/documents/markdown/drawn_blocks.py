"""Block rules for markdown-it: tables drawn with signs, and verse, as Pandoc and reStructuredText write them.

Grid tables (`+---+`), simple tables (columns under a line of hyphens) and line blocks (`| Le vent se lève`). Each cell
of a line, and each verse, is a text of its own; a cell keeps its width where its translation fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from translate.documents.base import COLUMN, GRID
from translate.documents.markdown.placed_inline import note_ranges, push_inline

_GRID = re.compile(r"\+(?:[-=:]{2,}\+)+\s*")
_RULER = re.compile(r"-{2,}(?: +-{2,})+\s*")
_FRAME = re.compile(r"-{10,}\s*")
"""Above and below a table whose rows have several lines, and blank ones between them."""
_DASHES = re.compile(r"-{2,}")
_VERSE = re.compile(r"\|(?:[ \t]+(?P<text>\S.*))?")


def drawn_blocks_plugin(parser: MarkdownIt) -> None:
    """Add the rules of this module to a parser."""
    parser.block.ruler.before("table", "grid_table", grid_table, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.before("code", "simple_table", simple_table)
    parser.block.ruler.after("table", "line_block", line_block)


def grid_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines of cells between lines of `+---+`."""
    if not _is_line(state, start, _GRID) or state.is_code_block(start):
        return False
    line = start + 1
    while line < end and state.src.startswith(("|", "+"), _first(state, line)) and not state.isEmpty(line):
        line += 1
    if line < start + 3:
        return False
    if silent:
        return True
    for number in range(start, line):
        if state.src.startswith("|", _first(state, number)):
            bars = [place for place in range(_first(state, number), state.eMarks[number]) if state.src[place] == "|"]
            _push_cells(state, number, [(before + 1, place) for before, place in pairwise(bars)], GRID)
    state.line = line
    return True


def simple_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines of cells below, and a line of heads above, a line of hyphens that says where the columns begin."""
    if silent:
        return False
    ruler = next((n for n in (start, start + 1) if n < end and _is_line(state, n, _RULER)), None)
    if ruler is None or state.isEmpty(start):
        return False
    line = ruler + 1
    is_framed = start > 0 and _is_line(state, start - 1, _FRAME)
    while line < end and not (_is_line(state, line, _FRAME) if is_framed else state.isEmpty(line)):
        line += 1
    if is_framed and line == end:
        return False
    if line == ruler + 1:
        return False
    begin = state.bMarks[ruler]
    columns = [match.start() - begin for match in _DASHES.finditer(state.src, begin, state.eMarks[ruler])]
    for number in range(start, line):
        if not _is_line(state, number, _RULER):
            first, last = state.bMarks[number], state.eMarks[number]
            cells = [first + column for column in columns if first + column < last]
            cells[:1] = [first]
            _push_cells(state, number, list(pairwise([*cells, last])), COLUMN)
    state.line = line
    return True


def line_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that a bar begins, and which stay lines."""
    if silent or state.is_code_block(start):
        return False
    verses = list(_iter_verses(state, start, end))
    for number, match in verses:
        if match["text"]:
            push_inline(state, number, [match.span("text")])
    state.line = start + len(verses)
    return bool(verses)


def _iter_verses(state: StateBlock, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    for line in range(start, end):
        match = _VERSE.fullmatch(state.src, _first(state, line), state.eMarks[line])
        if match is None or state.sCount[line] < state.blkIndent:
            return
        yield line, match


def _first(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]


def _is_line(state: StateBlock, line: int, kind: re.Pattern[str]) -> bool:
    return kind.fullmatch(state.src, _first(state, line), state.eMarks[line]) is not None


def _push_cells(state: StateBlock, line: int, cells: list[tuple[int, int]], manner: str) -> None:
    """Make a text of each cell that shows one, with the spaces behind it."""
    for start, end in cells:
        lead = end - start - len(state.src[start:end].lstrip())
        if start + lead < end:
            push_inline(state, line, [(start + lead, end)])
            if end < state.eMarks[line]:
                note_ranges(state.tokens[-1], [(start + lead, end)], manner=manner)
