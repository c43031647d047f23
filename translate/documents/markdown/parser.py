"""The parser of Markdown as tools write it: its block rules note where in the source each text stands.

CommonMark comes from markdown-it-py, tables too; footnotes and blocks of mathematics from mdit-py-plugins; what no
plug-in reads from this package.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.dollarmath.index import math_block_dollar
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

from translate.documents.markdown.containers import MAX_DEPTH, containers_plugin
from translate.documents.markdown.drawn_blocks import drawn_blocks_plugin
from translate.documents.markdown.inlines import place_rules
from translate.documents.markdown.marker_lines import marker_lines_plugin
from translate.documents.markdown.placed_inline import line_ranges, note_ranges, place_inline, push_inline

Rule = Callable[[StateBlock, int, int, bool], bool]

HTML = "html block"
"""Manner of a block of HTML, which is parted into texts later."""
_MOST_BRACKETS = 10
"""Levels of brackets within each other in which links are looked for; time is linear, but in this too."""
_TASK = re.compile(r"\[[ xX]\][ \t\u00a0]+")
_CAPTION = re.compile(r":[ \t]+")
_PIPE = re.compile(r"(?<!\\)\|")
_TITLE = re.compile(r"""(?<=\s)("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))\s*$""", re.DOTALL)
_UNSEEN = re.compile(r"\[(?://|_|comment|#)\]:|\[[^\]]*\]:\s*(?:<>|#)\s")
"""Definitions that are made to hold a comment."""


def make_parser() -> MarkdownIt:
    """Return a parser of blocks, whose inline tokens know where they stand (:func:`~.placed_inline.ranges_of`)."""
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH + 20}).enable("table")
    parser.use(footnote_plugin, move_to_end=False).use(containers_plugin).use(marker_lines_plugin)
    parser.use(drawn_blocks_plugin)
    between: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("fence", "math_block", math_block_dollar(allow_blank_lines=False), between)
    parser.block.ruler.at("footnote_def", footnote_def, between)
    rules: dict[str, Callable[[Rule], Rule]] = {
        "paragraph": _noting(_note_paragraph),
        "lheading": _noting(_note_paragraph),
        "heading": _noting(_note_heading),
        "table": _noting(_note_table),
        "html_block": _noting(_note_html),
        "reference": _placing_reference,
    }
    active = dict(zip(parser.get_active_rules()["block"], parser.block.ruler.getRules(""), strict=True))
    alternatives = {rule.name: rule.alt for rule in parser.block.ruler.__rules__}
    for name, wrap in rules.items():
        parser.block.ruler.at(name, wrap(active[name]), {"alt": alternatives[name]})
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def make_inline_parser() -> MarkdownIt:
    """Return a parser of what stands within the texts of blocks."""
    return place_rules(MarkdownIt("commonmark", {"maxNesting": _MOST_BRACKETS}).use(footnote_plugin, move_to_end=False))


def _noting(note: Callable[[StateBlock, int, int], None]) -> Callable[[Rule], Rule]:
    """Return what makes of a rule one that notes the places of texts too.

    :param note: takes the state behind what the rule found, its first line, and how many tokens there were before.
    """

    def wrap(rule: Rule) -> Rule:
        def placing(state: StateBlock, start: int, end: int, silent: bool) -> bool:
            count = len(state.tokens)
            is_found = rule(state, start, end, silent)
            if is_found and not silent:
                note(state, start, count)
            return is_found

        return placing

    return wrap


def _note_paragraph(state: StateBlock, start: int, count: int) -> None:
    """Note the places of a paragraph, or of a heading that is underlined, without the box of a task."""
    token = state.tokens[count + 1]
    ranges = line_ranges(state, *(token.map or (start, start + 1)))
    is_item = count and state.tokens[count - 1].type == "list_item_open"
    before = (_TASK if is_item else _CAPTION).match(state.src, *ranges[0])
    if before:
        ranges[0] = (before.end(), ranges[0][1])
    place_inline(state, token, ranges)


def _note_heading(state: StateBlock, start: int, count: int) -> None:
    token = state.tokens[count + 1]
    place = state.skipCharsStr(state.bMarks[start] + state.tShift[start], "#")
    first = state.src.index(token.content, place)
    place_inline(state, token, [(first, first + len(token.content))])


def _note_table(state: StateBlock, start: int, count: int) -> None:
    """Note the places of cells, as they are written: with `\\|` for a pipe."""
    cells: list[tuple[int, int]] = []
    line = start
    for token in state.tokens[count:]:
        if token.type == "tr_open" and token.map:
            for extra in cells:  # those of the row before it that have no column
                push_inline(state, line, [extra], manner="cell")
            line = token.map[0]
            cells = _cells(state, line)
        elif token.type == "inline" and cells:
            place_inline(state, token, [cells.pop(0)], manner="cell")
    for extra in cells:
        push_inline(state, line, [extra], manner="cell")


def _cells(state: StateBlock, line: int) -> list[tuple[int, int]]:
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    end = start + len(state.src[start:end].rstrip())
    places = [start - 1, *(match.start() for match in _PIPE.finditer(state.src, start, end)), end]
    cells = [(before + 1, place) for before, place in pairwise(places)]
    if len(cells) > 1 and cells[0][0] == cells[0][1]:
        del cells[0]
    if len(cells) > 1 and cells[-1][0] == cells[-1][1]:
        del cells[-1]
    return cells


def _note_html(state: StateBlock, start: int, count: int) -> None:
    token = state.tokens[-1]
    note_ranges(token, line_ranges(state, *(token.map or (start, start + 1))), manner=HTML)


def _placing_reference(rule: Rule) -> Rule:
    """Make a text of the title of a definition that links share."""

    def placing(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if not rule(state, start, end, silent):
            return False
        first, last = state.bMarks[start] + state.tShift[start], state.eMarks[state.line - 1]
        title = _TITLE.search(state.src, first, last)
        if title and "\n" not in title[1] and not _UNSEEN.match(state.src, first, last):
            push_inline(state, start, [title.span(1)], manner="title")
        return True

    return placing
