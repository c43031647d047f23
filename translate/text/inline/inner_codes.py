"""Codes that stand within a word, `CO<sub>2</sub>`: a text and its codes come in, how many there are goes out."""

from __future__ import annotations

from collections.abc import Sequence

from translate.data import HYPHEN, LINE_BREAK, SOFT_HYPHEN, TAB, CodeKind, InlineCode

WORDLIKE = frozenset({"code", "x-formula", "link", "x-var", "image"})
"""Types of codes that stand for a word or a picture, and not for a form of the words around them."""

_SHOWN = frozenset({HYPHEN, SOFT_HYPHEN, LINE_BREAK, TAB})
"""Types of codes that belong to how a language writes its words."""


def count_inner(text: str, codes: Sequence[InlineCode]) -> int:
    """Return how many runs of codes have a letter or figure directly before and behind."""
    count = first = 0
    for number, code in enumerate(codes):
        if number and code.start > codes[number - 1].end:
            first = number
        is_last = number + 1 == len(codes) or codes[number + 1].start > code.end
        if not is_last or any(map(_is_apart, codes[first : number + 1])):
            continue
        before, after = text[: codes[first].start][-1:], text[code.end : code.end + 1]
        count += before.isalnum() and after.isalnum()
    return count


def _is_apart(code: InlineCode) -> bool:
    return code.kind is CodeKind.ISOLATED and (code.type in WORDLIKE or code.type in _SHOWN)
