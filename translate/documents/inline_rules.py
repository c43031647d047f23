"""Inline rules for markdown-it, whose tokens have their places: notes for the authors, notes within the text."""

from __future__ import annotations

import regex
from markdown_it.rules_inline import StateInline

PLACE = "place"
"""Name of what a token notes: characters [start, end) of the content."""
_COMMENT = regex.compile(r"(?<!\w)%%(?=[^\s%])[^%\n]*%%(?!\w)|\{>>(?:(?!<<\}).){0,1000}<<\}", regex.DOTALL)
"""What is written for the authors: of Obsidian, of CriticMarkup."""


def comment(state: StateInline, silent: bool) -> bool:
    """A rule: what is written for the authors is one code."""
    match = _COMMENT.match(state.src, state.pos, state.posMax) if state.src[state.pos] in "%{" else None
    if match is None:
        return False
    if not silent:
        state.push("comment", "", 0).meta[PLACE] = match.span()
    state.pos = match.end()
    return True


def inline_note(state: StateInline, silent: bool) -> bool:
    """A rule: a note within the text (`^[Voir plus haut.]`) is a pair around its words."""
    start, last = state.pos, state.posMax
    if not state.src.startswith("^[", start):
        return False
    end = state.md.helpers.parseLinkLabel(state, start + 1)
    if end < 0:
        return False
    if not silent:
        state.push("note_open", "", 1).meta[PLACE] = (start, start + 2)
        state.pos, state.posMax = start + 2, end
        state.md.inline.tokenize(state)
        state.push("note_close", "", -1).meta[PLACE] = (end, end + 1)
    state.pos, state.posMax = end + 1, last
    return True
