"""Inline rules for markdown-it, whose tokens have their places: comments, changes, notes, citations, attributes, links
of wikis and of templates.
"""

from __future__ import annotations

from functools import lru_cache

import regex
from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

from translate.documents.markdown.attributes import attributes_end

_TEMPLATE = regex.compile(r"""\(\s*\{(?:\{[^{}]*+\}|%[^{}]*+)\}[^()\s]*(?:\s+"[^"]*")?\s*\)""")
"""The address of a link, where a template gives it: `({{< ref "page.md" >}})`, `({% link page.md %})`."""
PLACE = "place"
"""Name of what a token notes: characters [start, end) of the content."""
_COMMENT = regex.compile(r"(?<!\w)%%(?=[^\s%])[^%\n]*%%(?!\w)|\{>>[^<{]*+<<\}", regex.DOTALL)
"""What is written for the authors: of Obsidian, of CriticMarkup."""
_CHANGE = regex.compile(r"\{~~(?:[^{}~\n]|~(?![>~]))*+~>(?:[^{}~\n]|~(?!~))*+~~\}|\{--(?:[^{}\n-]|-(?!-\}))++--\}")
"""What an author of CriticMarkup put in place of something, or took out."""
_KEY = r"-?@[\w{][\w:.\#$%&+?~/{}-]*+"
_LOCATOR = r"(?:,[ \u00a0]*(?:\p{Ll}{1,5}\.?[ \u00a0]*)?\d[\d–—,. \u00a0-]*+)?"
_CITATION = regex.compile(rf"\[{_KEY}{_LOCATOR}(?:;[ \u00a0]*{_KEY}{_LOCATOR})*+\](?![\[(:{{])")
"""Of Pandoc: `[@dupont2020, p. 12; @martin]`."""
_WIKI_LINK = regex.compile(r"\[\[(?P<first>[^\[\]|\\\n]++)\\?\|(?P<second>[^\[\]|\n]++)\]\]")
_REFERENCE = regex.compile(r"\\@ref\([^()\s]++\)")
_PLACEHOLDER = regex.compile(r"\{:?[\w-]*\}")
"""Braces around one word, or none, which may stand for a value."""
_SLUG = regex.compile(r"[\w.]+(?:[-_/\#][\w.]+)+|\p{Ll}[\p{Ll}\d]*")


def inline_rules_plugin(parser: MarkdownIt) -> None:
    """Add the rules of this module to a parser."""
    parser.inline.ruler.before("escape", "comment", comment)
    parser.inline.ruler.before("escape", "change", change)
    parser.inline.ruler.before("escape", "attributes", attributes)
    parser.inline.ruler.before("escape", "reference", reference)
    parser.inline.ruler.before("link", "template_link", template_link)
    parser.inline.ruler.before("link", "citation", citation)
    parser.inline.ruler.before("link", "wiki_link", wiki_link)
    if "footnote_inline" in parser.get_active_rules()["inline"]:
        parser.inline.ruler.at("footnote_inline", inline_note)


def comment(state: StateInline, silent: bool) -> bool:
    """A rule: what is written for the authors is one code."""
    return _whole(state, "%{", _COMMENT, "comment", silent=silent)


def change(state: StateInline, silent: bool) -> bool:
    """A rule: what an author proposes to change (`{~~vieux~>neuf~~}`) is one code, which holds its words."""
    return _whole(state, "{", _CHANGE, "change", silent=silent)


def attributes(state: StateInline, silent: bool) -> bool:
    """A rule: attributes in braces, of whatever stands before them, are one code."""
    start = state.pos
    if state.src[start] != "{" or state.src[start - 1 : start] == "{" or _PLACEHOLDER.match(state.src, start):
        return False
    end = attributes_end(state.src, start)
    if not start < end <= state.posMax:
        return False
    if not silent:
        state.push("attributes", "", 0).meta[PLACE] = (start, end)
    state.pos = end
    return True


def reference(state: StateInline, silent: bool) -> bool:
    """A rule: what Bookdown puts the number of a figure or of a section for is one code."""
    return _whole(state, "\\", _REFERENCE, "reference", silent=silent)


def citation(state: StateInline, silent: bool) -> bool:
    """A rule: a citation without words of its own is one code."""
    return _whole(state, "[", _CITATION, "citation", silent=silent)


def _whole(state: StateInline, signs: str, pattern: regex.Pattern[str], name: str, *, silent: bool) -> bool:
    match = pattern.match(state.src, state.pos, state.posMax) if state.src[state.pos] in signs else None
    if match is None:
        return False
    if not silent:
        state.push(name, "", 0).meta[PLACE] = match.span()
    state.pos = match.end()
    return True


def wiki_link(state: StateInline, silent: bool) -> bool:
    """A rule: a link of a wiki is a pair around the words that it shows (`[[page|le guide]]`).

    Some have them before the address (`[[le guide|page-du-guide]]`), which is told by what reads as an address.
    """
    start, last = state.pos, state.posMax
    match = _WIKI_LINK.match(state.src, start, last) if state.src.startswith("[[", start) else None
    if match is None or state.src[start - 1 : start] == "!":
        return False
    shows_first = _SLUG.fullmatch(match["second"].strip()) and not _SLUG.fullmatch(match["first"].strip())
    first, end = match.span("first" if shows_first else "second")
    if not silent:
        state.push("link_open", "a", 1).meta[PLACE] = (start, first)
        state.pos, state.posMax = first, end
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1).meta[PLACE] = (end, match.end())
    state.pos, state.posMax = match.end(), last
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
def _may_have_braces_behind(text: str) -> bool:
    """Tell it once a text, and not at each of its brackets."""
    return "{" in text and ("](" in text or "]{" in text)


def template_link(state: StateInline, silent: bool) -> bool:
    """A rule: a link whose address a template gives, and words in brackets with attributes: `[mot]{.classe}`."""
    start, last = state.pos, state.posMax
    if state.src[start] != "[" or not _may_have_braces_behind(state.src):
        return False
    end = state.md.helpers.parseLinkLabel(state, start)
    address = _TEMPLATE.match(state.src, end + 1, last) if end >= 0 else None
    behind = address.end() if address else attributes_end(state.src, end + 1) if end >= 0 else 0
    if behind <= end + 1 or behind > last:
        return False
    if not address and normalizeReference(state.src[start + 1 : end]) in state.env.get("references", ()):
        return False
    name = "link" if address else "span"
    if not silent:
        state.push(f"{name}_open", "", 1).meta[PLACE] = (start, start + 1)
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.push(f"{name}_close", "", -1).meta[PLACE] = (end, behind)
    state.pos, state.posMax = behind, last
    return True
