"""A Markdown text and its codes come in, both go out as a person reads them: escapes and references are characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import unescape

import regex

from translate.data import CodeKind, InlineCode

ESCAPE = "x-escape"
"""Type of what is written as a code, but is a character."""
_LINK_BY_WORDS = regex.compile(r"\](?:\[\])?(?P<attributes>(?:\{.*\})?)")
IMAGE_BY_WORDS = regex.compile(r"!\[(?:\\.|[^\[\]\\])*\](?:\[\])?")
"""An image that finds its address by its own words: `![Plan][]`, `![Plan]`."""


def as_read(text: str, codes: Sequence[InlineCode]) -> tuple[str, tuple[InlineCode, ...]]:
    """Return a text and its codes as a person reads them: with characters in place of escapes and references.

    A link that finds its address by its own words (`[Guide][]`, `[Guide]`) gets these as its label, for the words will
    be others (`[Manual][Guide]`).
    """
    starts: dict[int | None, InlineCode] = {
        code.pair: code for code in codes if code.kind is CodeKind.START and code.pair is not None
    }
    parts: list[str] = []
    kept: list[InlineCode] = []
    length = position = 0
    for code in codes:
        native = text[code.start : code.end]
        parts += text[position : code.start], ""
        length += code.start - position
        position = code.end
        if code.type == ESCAPE:
            parts[-1] = native[1:] if native.startswith("\\") else unescape(native)
        else:
            parts[-1] = _named(native, code, text, starts.get(code.pair))
            kept.append(replace(code, start=length, end=length + len(parts[-1])))
        length += len(parts[-1])
    return "".join([*parts, text[position:]]), tuple(kept)


def _named(native: str, code: InlineCode, text: str, start: InlineCode | None) -> str:
    """Return a code with the label of the definition that it means, where it names none but by its own words."""
    by_words = _LINK_BY_WORDS.fullmatch(native) if code.type == "link" and code.kind is CodeKind.END else None
    if by_words and start is not None:
        return f"][{text[start.end : code.start]}]{by_words['attributes']}"
    if code.type == "image" and IMAGE_BY_WORDS.fullmatch(native):
        words = native.removesuffix("[]")
        return f"{words}[{words[2:-1]}]"
    return native
