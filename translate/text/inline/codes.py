"""Inline codes of a text, whatever the language: how their pairs lie."""

from __future__ import annotations

from collections.abc import Sequence

from translate.data import CodeKind, InlineCode


def is_nested(codes: Sequence[InlineCode]) -> bool:
    """Tell whether the pairs of `codes` lie within one another, as elements do, and each is whole."""
    opened: list[int] = []
    for code in codes:
        if code.pair is None:
            continue
        if code.kind is CodeKind.START:
            opened.append(code.pair)
        elif not opened or opened.pop() != code.pair:
            return False
    return not opened
