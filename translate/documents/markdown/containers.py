"""Block rules for markdown-it: what holds other blocks, as site generators write it.

Admonitions and collapsible blocks (`!!! note "Titre"`, `??? note`), tabs (`=== "Titre"`), definitions (`: texte`), and
what is nested deeper than anybody nests.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from translate.documents.markdown.placed_inline import line_ranges, push_inline, ranges_of

MAX_DEPTH = 60
"""Levels of containers (a list counts two) that are read as such; below, only the lines are told apart."""
_BODY_INDENT = 4
_OPENING = re.compile(
    r"""(?:!!!|\?\?\?\+?)\ ?(?:[\w-]+(?:\ +[\w-]+)*)(?:\ +"(?P<title>.*)")?\s*
    |===[!+]*\ ?(?:"(?P<double>.*)"|'(?P<single>.*)')\s*""",
    re.VERBOSE,
)
_DEFINITION = re.compile(r"[:~](?P<space>[ \t]+)(?=\S)")
_MARKERS = re.compile(r"(?:[>\s]|[-+*][ \t]|\d{1,9}[.)][ \t])*")
_LIST_MARKER = re.compile(r"[-+*][ \t]|\d{1,9}[.)][ \t]")
_LONGEST_TERM = 40


def containers_plugin(parser: MarkdownIt) -> None:
    """Add the rules of this module to a parser."""
    parser.block.ruler.before("table", "too_deep", too_deep)
    parser.block.ruler.before("code", "indented", indented, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.block.ruler.before("reference", "definition", definition, {"alt": ["paragraph"]})


def indented(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that opens a block, whose body is indented by four."""
    place = state.bMarks[start] + state.tShift[start]
    if state.src[place : place + 3] not in ("!!!", "???", "===") or state.is_code_block(start):
        return False
    match = _OPENING.fullmatch(state.src, place, state.eMarks[start])
    if not match:
        return False
    title = match.lastgroup
    indent = state.blkIndent + _BODY_INDENT
    after = _body_end(state, start, end, indent)
    if title is None and after == start + 1:
        return False  # a sentence of many signs: "!!! Attention"
    if silent:
        return True
    state.push("container_open", "div", 1)
    if title:
        push_inline(state, start, [match.span(title)])
    _tokenize(state, start + 1, after, indent)
    state.push("container_close", "div", -1)
    state.line = after
    return True


def _body_end(state: StateBlock, start: int, end: int, indent: int) -> int:
    """Return the line behind the last one that is indented, blank ones between them included."""
    after = line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= indent):
        after = after if state.isEmpty(line) else line + 1
        line += 1
    return after


def _tokenize(state: StateBlock, start: int, end: int, indent: int) -> None:
    """Read lines as the body of a container."""
    parent, last, was = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "container", end, indent
    state.md.block.tokenize(state, start, end)
    state.parentType, state.lineMax, state.blkIndent = parent, last, was


def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A definition of a term in the line above (`: texte`), or another one of the same."""
    match = _DEFINITION.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    if not match or state.is_code_block(start):
        return False
    if silent:
        if state.sCount[start] < state.blkIndent:
            return True  # ends the definition before it
        terms = [state.src[first:last] for first, last in line_ranges(state, state.line, start)]
        is_wide = len(match["space"].expandtabs(_BODY_INDENT)) > 1
        return len(terms) == 1 or is_wide or all(len(term.strip()) <= _LONGEST_TERM for term in terms)
    if not _part_terms(state, start):
        return False
    marks = state.bMarks[start], state.tShift[start], state.sCount[start]
    width = len(match["space"].expandtabs(_BODY_INDENT))
    indent = state.sCount[start] + 1 + (width if width <= _BODY_INDENT else 1)
    state.tShift[start] = match.end() - state.bMarks[start]
    state.sCount[start] = indent
    state.push("definition_open", "dd", 1)
    # What goes on is indented by two or more, in whatever way the first line is.
    _tokenize_item(state, start, end, min(indent, _next_indent(state, start, end, indent)))
    state.push("definition_close", "dd", -1)
    state.bMarks[start], state.tShift[start], state.sCount[start] = marks
    return True


def _next_indent(state: StateBlock, start: int, end: int, indent: int) -> int:
    """Return how the block behind the first one of a definition is indented; `indent` where there is none."""
    least = state.blkIndent + 2
    line = start + 1
    while line < end and not state.isEmpty(line) and state.sCount[line] >= least:
        line += 1
    while line < end and state.isEmpty(line):
        line += 1
    return state.sCount[line] if line < end and state.sCount[line] >= least else indent


def _tokenize_item(state: StateBlock, start: int, end: int, indent: int) -> None:
    parent, was = state.parentType, state.blkIndent
    state.parentType, state.blkIndent = "definition", indent
    state.md.block.tokenize(state, start, end)
    state.parentType, state.blkIndent = parent, was


def _part_terms(state: StateBlock, start: int) -> bool:
    """Tell whether a paragraph of terms, or a definition, stands right above; makes a text of each term."""
    last = state.tokens[-1].type if state.tokens else ""
    if last == "definition_close":
        return True
    if last != "paragraph_close":
        return False
    term = state.tokens[-2]
    lines = term.map or (0, 0)
    if lines[1] < start - 1 or (lines[1] == start - 1 and not state.isEmpty(start - 1)):
        return False
    ranges = ranges_of(term)
    if len(ranges) > 1 and lines[1] == start:
        del state.tokens[-3:]
        for number, found in enumerate(ranges, lines[0]):
            push_inline(state, number, [found])
    return lines[1] == start or len(ranges) == 1


def too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The lines below the last level that is read: each that a marker begins is a text, with those that follow."""
    if silent or state.level < MAX_DEPTH:
        return False
    ranges: list[tuple[int, int]] = []
    line = start
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent or state.sCount[line] < 0):
        place = state.bMarks[line] + state.tShift[line]
        match = _MARKERS.match(state.src, place, state.eMarks[line])
        text = match.end() if match else place
        if ranges and (text >= state.eMarks[line] or _LIST_MARKER.search(state.src, place, text)):
            push_inline(state, line - len(ranges), ranges)
            ranges = []
        if text < state.eMarks[line]:
            ranges.append((text, state.eMarks[line]))
        line += 1
    if ranges:
        push_inline(state, line - len(ranges), ranges)
    state.line = max(line, start + 1)
    return True
