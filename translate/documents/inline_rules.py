"""Inline rules for markdown-it, whose tokens have their places: comments, notes, links of templates."""

from __future__ import annotations

from functools import lru_cache

import regex
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_TEMPLATE = regex.compile(r"""\(\s*\{(?:\{[^{}]*+\}|%[^{}]*+)\}[^()\s]*(?:\s+"[^"]*")?\s*\)""")
"""The address of a link, where a template gives it: `({{< ref "page.md" >}})`, `({% link page.md %})`."""
PLACE = "place"
"""Name of what a token notes: characters [start, end) of the content."""
_COMMENT = regex.compile(r"(?<!\w)%%(?=[^\s%])[^%\n]*%%(?!\w)|\{>>[^<{]*+<<\}", regex.DOTALL)
"""What is written for the authors: of Obsidian, of CriticMarkup."""


def inline_rules_plugin(parser: MarkdownIt) -> None:
    """Add the rules of this module to a parser."""
    parser.inline.ruler.before("escape", "comment", comment)
    parser.inline.ruler.before("link", "template_link", template_link)
    if "footnote_inline" in parser.get_active_rules()["inline"]:
        parser.inline.ruler.at("footnote_inline", inline_note)


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


@lru_cache(maxsize=4)
def _may_have_templates(text: str) -> bool:
    """Tell it once a text, and not at each of its brackets."""
    return "](" in text and "{" in text


def template_link(state: StateInline, silent: bool) -> bool:
    """A rule: a link whose address a template gives."""
    start, last = state.pos, state.posMax
    if state.src[start] != "[" or not _may_have_templates(state.src):
        return False
    end = state.md.helpers.parseLinkLabel(state, start)
    address = _TEMPLATE.match(state.src, end + 1, last) if end >= 0 else None
    if address is None:
        return False
    if not silent:
        state.push("link_open", "a", 1).meta[PLACE] = (start, start + 1)
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1).meta[PLACE] = (end, address.end())
    state.pos, state.posMax = address.end(), last
    return True
