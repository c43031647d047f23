"""Attributes in braces, in Markdown as tools write it: a text and a place come in, where they begin or end goes out.

`{#nom .classe clé=valeur}` (Pandoc, Quarto, markdown-it), `{: .bouton target="_blank" }` (kramdown, Python-Markdown),
`{-}`, `{=html}` (Pandoc), `{:toc}` (kramdown).
"""

from __future__ import annotations

import re

_NAMED = r"""[\#.](?![\d.])[^\s\#.{}"'=<>`]+(?:[.:][^\s\#.{}"'=<>`]+)*+(?=[\s}\#.])
    | (?!\d)[\w:@-][\w:@.-]*+=(?:"[^"{}]*+"|'[^'{}]*+'|[^\s"'{}=<>`]++)(?=[\s}])"""
"""A name, a class, a key with its value."""
_LIST = rf"(?>(?:{_NAMED})\s*+)++"
_ATTRIBUTES = re.compile(
    rf"""\{{ (?: :{{0,2}}\s*+{_LIST}
    | :{{1,2}}\s*+(?>(?:{_NAMED}|[A-Za-z][\w-]*+(?=[\s}}]))\s*+)++
    | [\w-]++:\s*+\.[\w.-]++\s*+ | -\s*+ | =[A-Za-z][\w-]*+ ) \}}""",
    re.VERBOSE,
)


def attributes_end(text: str, start: int) -> int:
    """Return where attributes end that begin at `start`, behind their brace; `start` where none do."""
    match = _ATTRIBUTES.match(text, start) if text.startswith("{", start) else None
    return match.end() if match else start


def attributes_start(text: str) -> int:
    """Return where attributes begin that end the text (`Titre {#nom .classe}`); its length where none do."""
    start = text.rfind("{") if text.endswith("}") else -1
    if start < 0 or text[start - 1 : start] == "{" or attributes_end(text, start) < len(text):
        return len(text)
    return start
