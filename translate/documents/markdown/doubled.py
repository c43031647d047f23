"""A plug-in for markdown-it-py: a doubled sign on both sides of a text, `==marked==` or `++inserted++`, is a pair.

The same algorithm as that of `~~` in markdown-it, whose plug-ins for these two signs nobody brought to Python.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter


def doubled_plugin(parser: MarkdownIt, *, marker: str, name: str) -> None:
    """Read text between two doubled signs as `name`: tokens `name_open` and `name_close`.

    :param marker: one ASCII sign of punctuation, which ends a text for markdown-it: `=` or `+`.
    """
    parser.inline.ruler.before("emphasis", name, partial(_tokenize, marker))
    parser.inline.ruler2.after("balance_pairs", name, partial(_pair, ord(marker), name))


def _tokenize(marker: str, state: StateInline, silent: bool) -> bool:
    """Make a text token of each doubled sign, and note that it may open or close."""
    if silent or state.src[state.pos] != marker:
        return False
    scanned = state.scanDelims(state.pos, True)
    if scanned.length < 2:
        return False
    if scanned.length % 2:
        state.push("text", "", 0).content = marker
    for _ in range(scanned.length // 2):
        state.push("text", "", 0).content = 2 * marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=0,  # no rule of three
                token=len(state.tokens) - 1,
                end=-1,
                open=scanned.can_open,
                close=scanned.can_close,
            )
        )
    state.pos += scanned.length
    return True


def _pair(marker: int, name: str, state: StateInline) -> None:
    """Turn the text tokens of delimiters that were paired into an opening and a closing one."""
    _pair_all(marker, name, state, state.delimiters)
    for meta in state.tokens_meta:
        if meta and "delimiters" in meta:
            _pair_all(marker, name, state, meta["delimiters"])


def _pair_all(marker: int, name: str, state: StateInline, delimiters: Iterable[Delimiter]) -> None:
    own = list(delimiters)
    for opening in own:
        if opening.marker != marker or opening.end == -1:
            continue
        first, last = state.tokens[opening.token], state.tokens[own[opening.end].token]
        first.nesting, last.nesting = 1, -1
        for token, suffix in ((first, "open"), (last, "close")):
            token.type, token.tag = f"{name}_{suffix}", name
            token.markup, token.content = token.content, ""
