"""Texts that block rules of Markdown find go out as inline tokens that know which characters of the source they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from translate.documents.markdown.attributes import attributes_start

Ranges: TypeAlias = Sequence[tuple[int, int]]
"""Characters [start, end) of the source, a pair a line, without line ends."""

_RANGES, _MANNER = "ranges", "manner"
_TAIL = re.compile(r"\s\^[\w-]+$|\s*\{/\*[^{}]*\*/\}$")
"""What some tools read at the end of a paragraph: a block's name (`^name`), a comment of MDX."""
_LEADING_TAG = re.compile(r"(?:\{%(?!\s*raw\b).*?%\}|\{\{[<%].*?[%>]\}\})\s*")
_TRAILING_TAG = re.compile(r"\s*(?:\{%(?:(?!%\}).)*%\}|\{\{[<%](?:(?!\}\}).)*[%>]\}\})$")
_MOST_TRIMS = 10
"""How many things one behind the other are left out at an end, so that time is linear."""
_GLUE = frozenset(")]`*_>~=+$")
"""Attributes behind these belong to the code that ends there."""


def ranges_of(token: Token) -> Ranges:
    """Return the places of a token's text; nothing where it shows none."""
    found: Ranges = token.meta.get(_RANGES, ())
    return found


def manner_of(token: Token) -> str:
    """Return how a token's text is written; `""` is Markdown."""
    return str(token.meta.get(_MANNER, ""))


def line_ranges(state: StateBlock, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the lines [start, end) stand, without what the containers around them have before."""
    return [(state.bMarks[line] + state.tShift[line], state.eMarks[line]) for line in range(start, end)]


def push_inline(state: StateBlock, line: int, ranges: Ranges, *, manner: str = "") -> None:
    """Add an inline token, whose text stands in `ranges`, and begins in that line."""
    token = state.push("inline", "", 0)
    token.map = [line, line + len(ranges)]
    token.children = []
    place_inline(state, token, ranges, manner=manner)


def note_ranges(token: Token, ranges: Ranges, *, manner: str = "") -> None:
    """Note where a token's text stands, and how it is written."""
    token.meta[_RANGES] = ranges
    token.meta[_MANNER] = manner


def place_inline(state: StateBlock, token: Token, ranges: Ranges, *, manner: str = "") -> None:
    """Make the text of an inline token that in `ranges`, without attributes and tags at its ends."""
    kept = _trimmed(state.src, ranges)
    token.content = "\n".join(state.src[start:end] for start, end in kept)
    note_ranges(token, kept, manner=manner)


def _trimmed(source: str, ranges: Ranges) -> list[tuple[int, int]]:
    """Leave out white space, attributes and tags of templates at both ends of a text."""
    kept = list(ranges)
    for _ in range(_MOST_TRIMS):
        if not kept:
            break
        start, end = kept[0][0], kept[-1][1]
        if len(kept) > 1:
            kept[0] = (_without_lead(source, *kept[0]), kept[0][1])
            kept[-1] = (kept[-1][0], _without_tail(source, *kept[-1]))
        else:
            first = _without_lead(source, start, end)
            kept[0] = (first, _without_tail(source, first, end))
        if kept[-1][0] >= kept[-1][1]:
            kept.pop()
        elif kept[0][0] >= kept[0][1]:
            kept.pop(0)
        elif (kept[0][0], kept[-1][1]) == (start, end):
            break
    return kept


def _without_lead(source: str, start: int, end: int) -> int:
    text = source[start:end]
    start += len(text) - len(text.lstrip())
    match = _LEADING_TAG.match(source, start, end) if source.startswith("{", start) else None
    return match.end() if match else start


def _without_tail(source: str, start: int, end: int) -> int:
    text = source[start:end].rstrip()
    if text.endswith("}"):
        place = attributes_start(text)
        if place < len(text) and (place == 0 or text[place - 1] not in _GLUE):
            text = text[:place].rstrip()
        tag = _TRAILING_TAG.search(text) if text.endswith(("%}", ">}}", "%}}")) else None
        text = text[: tag.start()] if tag else text
    tail = _TAIL.search(text) if text and (text[-1] == "}" or "^" in text[-40:]) else None
    return start + len(text[: tail.start()] if tail else text)
