"""Structured data of a page (JSON-LD) comes in, the values that a person reads in search results go out."""

from __future__ import annotations

import json
from collections.abc import Iterator

import regex

from translate.documents.attribute_texts import has_letter
from translate.documents.html.blocks import HtmlBlock

JSON = "json"
"""Manner of a block that is a string of JSON."""
_TEXTS = frozenset(
    "headline alternativeHeadline description caption abstract articleBody articleSection text keywords slogan"
    " disambiguatingDescription reviewBody".split()
)
_NAMED = frozenset(
    "Article BlogPosting BreadcrumbList Course Event FAQPage HowTo HowToSection HowToStep ImageObject ListItem"
    " NewsArticle Product Question Recipe Service VideoObject WebPage".split()
)
"""Types of things whose `name` is a text, and not that of a person or firm."""
_TOKEN = regex.compile(r'"(?P<string>(?:[^"\\]|\\.)*+)"(?P<colon>\s*+:)?|(?P<sign>[{}\[\]])', regex.DOTALL)


def iter_json_ld(source: str, start: int, end: int, part: str) -> Iterator[HtmlBlock]:
    """Yield blocks of the texts in characters [start, end) of a page; none where these are no JSON."""
    try:
        json.loads(source[start:end])
    except (ValueError, RecursionError):
        return
    types: list[str] = []
    names: list[HtmlBlock | None] = []
    key = ""
    for match in _TOKEN.finditer(source, start, end):
        if match["sign"] == "{":
            types.append("")
            names.append(None)
        elif match["sign"] == "}":
            is_text, name = types.pop() in _NAMED, names.pop()
            if is_text and name is not None:
                yield name
        elif match["colon"]:
            key = match["string"]
        elif match["string"] is not None and types:
            if key == "@type":
                types[-1] = match["string"]
            elif key in _TEXTS:
                block = _block(match, part)
                if block is not None:
                    yield block
            elif key == "name":
                names[-1] = _block(match, part)


def _block(match: regex.Match[str], part: str) -> HtmlBlock | None:
    native = match["string"]
    text = " ".join(json.loads(f'"{native}"', strict=False).split())
    if not has_letter(text):
        return None
    start, end = match.span("string")
    return HtmlBlock(
        "", text, "", (), None if native == text else native, "structured data", JSON, part, start, end
    )  # fmt: skip


def write_json(text: str, *, is_ascii: bool) -> str:
    """Return how JSON writes a text within its quotation marks; a page's script must not end there."""
    return json.dumps(text, ensure_ascii=is_ascii)[1:-1].replace("</", "<\\/")
