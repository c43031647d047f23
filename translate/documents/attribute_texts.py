"""Attributes of tags and of templates come in, those that a person reads go out, with their places."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.records import dataclass

TEXT_ATTRIBUTES = frozenset(
    "title alt label summary placeholder caption description header heading text tooltip abbr"
    " alt-text aria-label aria-description tagline subtitle".split()
)
"""Names of attributes that hold text, in HTML and in the components and templates of site generators."""
_ATTRIBUTE = regex.compile(
    r"""(?<![\w-])(?P<name>[A-Za-z][\w:.-]*+)\s*+=\s*+\{?(?P<value>"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'|[^\s"'=<>`{}]++)"""
)
_LONE = regex.compile(r"""(?<=\s)(?P<value>"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+')""")


@dataclass(frozen=True, slots=True)
class AttributeText:
    """Characters [start, end) of a source that hold the value of an attribute, with its quotation marks."""

    name: str
    start: int
    end: int

    @property
    def context(self) -> str:
        """What such a text is: `alt` or `title`."""
        return "alt" if self.name.startswith("alt") else "title"


def iter_attribute_texts(
    source: str, start: int, end: int, names: frozenset[str] = TEXT_ATTRIBUTES
) -> Iterator[AttributeText]:
    """Yield the attributes of one tag, [start, end) of the source, that a person reads."""
    for match in _ATTRIBUTE.finditer(source, start, end):
        if match["name"].lower() in names and has_letter(match["value"]):
            yield AttributeText(match["name"].lower(), *match.span("value"))


def iter_lone_texts(source: str, start: int, end: int) -> Iterator[AttributeText]:
    """Yield what a template gives without a name (`{{< note "Un titre" >}}`) and reads as words, not as a place."""
    for match in _LONE.finditer(source, start, end):
        value = match["value"][1:-1]
        if has_letter(value) and " " in value.strip() and not any(sign in value for sign in "/=<>{}"):
            yield AttributeText("title", *match.span("value"))


def has_letter(text: str) -> bool:
    """Tell whether there is anything to translate."""
    return any(map(str.isalpha, text))
