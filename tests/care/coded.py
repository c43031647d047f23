"""Passages with codes that no characters stand for, written as `Le <bold>contrat</bold><x-note/> est signé`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.data import HYPHEN, CodeKind, InlineCode, Passage

_TAG = re.compile(r"<(?P<end>/?)(?P<type>[\w-]+)(?P<lone>/?)>")


def coded(written: str) -> Passage:
    """Return the passage; a hyphen that is a code stands in its text, as documents read it."""
    text, position = "", 0
    codes: list[InlineCode] = []
    opened: list[int] = []
    for number, match in enumerate(_TAG.finditer(written)):
        text += written[position : match.start()]
        position, start = match.end(), len(text)
        kind, pair = CodeKind.ISOLATED, None
        if match["lone"]:
            text += "\u2011" if match["type"] == HYPHEN else ""
        elif match["end"]:
            kind, pair = CodeKind.END, opened.pop()
        else:
            kind, pair = CodeKind.START, number
            opened.append(number)
        codes.append(InlineCode(start, len(text), kind, pair, match["type"], str(number if pair is None else pair)))
    return Passage(text + written[position:], tuple(codes))


def written(text: str, codes: Sequence[InlineCode]) -> str:
    """Return a text with its codes as :func:`coded` reads them."""
    tags = {CodeKind.START: "<{}>", CodeKind.END: "</{}>", CodeKind.ISOLATED: "<{}/>"}
    for code in reversed(codes):
        text = text[: code.start] + tags[code.kind].format(code.type) + text[code.end :]
    return text
