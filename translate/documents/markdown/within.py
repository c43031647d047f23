"""Texts within the codes of Markdown: alternative texts, titles of links, notes, changes, attributes that are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape

import regex

from translate.data import Block, InlineCode
from translate.documents.markdown.as_read import as_read
from translate.documents.markdown.contents import inline_tokens
from translate.documents.markdown.inlines import find_codes
from translate.documents.spelling import as_characters
from translate.records import dataclass

_ALTERNATIVE = regex.compile(r"!\[(?P<alt>(?:\\.|(?P<inner>\[(?:\\.|[^\[\]\\]|(?&inner))*+\])|[^\[\]\\])*+)\]")
_TITLE = regex.compile(
    r"""\]\(\s*(?:<[^<>\n]*>|\{(?:\{[^{}]*\}|%[^{}]*)\}\S*|[^\s<]\S*)\s+
    (?:"(?P<title>(?:\\.|[^"\\])*)"|'(?P<title>(?:\\.|[^'\\])*)'|\((?P<title>(?:\\.|[^()\\])*)\))\s*\)""",
    regex.VERBOSE,
)
_CHANGED = regex.compile(r"(?<=\{~~|\{--|~>)(?:[^~-]|~(?![>~])|-(?!-\}))++")
_ATTRIBUTE = regex.compile(
    r"""(?<=[\s{])(?i:title|alt|label|summary|placeholder|aria-label|aria-description)\s*=\s*(?:"(?P<v>[^"]*)"|'(?P<v>[^']*)')"""
)


@dataclass(frozen=True, slots=True)
class Within:
    """Characters [start, end) of a code, which a person reads as `text`; `context` says what they are."""

    start: int
    end: int
    text: str
    context: str


def find_within(native: str, code: InlineCode) -> list[Within]:
    """Return the texts of a code that are to be translated, in order.

    :param native: how the document writes the code.
    """
    return [one for one in _iter_within(native, code) if any(map(str.isalpha, one.text))]


def _iter_within(native: str, code: InlineCode) -> Iterator[Within]:
    if native.startswith("<"):
        for match in _ATTRIBUTE.finditer(native) if code.type != "link" and "=" in native else ():
            context = "alt" if match[0][:3].lower() == "alt" else "title"
            yield Within(*match.span("v"), unescape(match["v"]), context)
        return
    if native.startswith("^["):
        yield Within(2, len(native) - 1, as_characters(native[2:-1]), "note")
        return
    if code.type == "x-change":
        for match in _CHANGED.finditer(native):
            yield Within(*match.span(), as_characters(match[0]), "change")
        return
    yield from _linked(native, code)
    if native.endswith("}") and "{" in native and code.type != "code":
        for match in _ATTRIBUTE.finditer(native, native.rindex("{")):
            yield Within(*match.span("v"), as_characters(match["v"]), "attribute")


def _linked(native: str, code: InlineCode) -> Iterator[Within]:
    """Yield the texts of an image, with the link around it, or of the end of a link."""
    if code.type not in ("image", "link"):
        return
    alternative = _ALTERNATIVE.match(native, native.startswith("[")) if code.type == "image" else None
    if alternative:
        yield Within(*alternative.span("alt"), as_characters(alternative["alt"]), "alt")
    for title in _TITLE.finditer(native, alternative.end() - 1 if alternative else 0) if "](" in native else ():
        yield Within(*title.span("title"), as_characters(title["title"]), "title")


def written_within(native: str, one: Within, written: str) -> str:
    """Return a code with `written` in place of one of its texts, which does not end it too early."""
    mark = native[one.start - 1]
    if native.startswith("<"):
        written = written.replace(mark, "&quot;" if mark == '"' else "&#39;")
    elif one.context == "change":
        written = regex.sub(r"[{}]|~(?=[~>])|-(?=-)", "", written)
    elif one.context == "attribute":  # of which not all readers know escapes
        written = written.replace(mark, "'" if mark == '"' else "’")
    elif one.context in ("alt", "note"):
        is_even = written.count("[") == written.count("]")
        written = written if is_even else regex.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", written)
    else:
        closing = ")" if mark == "(" else mark
        written = regex.sub(rf"(?<!\\)[{regex.escape(mark + closing)}]", r"\\\g<0>", written)
    return native[: one.start] + written + native[one.end :]


def with_inner_texts(block: Block) -> Iterator[Block]:
    """Yield a block, and before it those of the texts that its codes hold.

    Where it has no words but these, they stand in its place.
    """
    found = [
        (code.start + one.start, code.start + one.end, one, block.text[code.start : code.end])
        for code in block.codes
        for one in find_within(block.text[code.start : code.end], code)
    ]
    if not found:
        yield block
        return
    is_worded = any(map(str.isalpha, without_codes(block.text, block.codes)))
    if is_worded or block.native is not None:
        for _, _, one, native in found:
            yield _inner_block(one, native[one.start : one.end])
        yield block
        return
    position = 0
    lead = block.lead
    for start, end, one, native in found:
        lead += block.text[position:start]
        yield Block(lead, one.text, "", native=native[one.start : one.end])
        lead, position = "", end
    yield Block(block.text[position:], "", block.trail)


def _inner_block(one: Within, native: str) -> Block:
    """Return the block of a text within a code; a note has codes of its own."""
    text, codes = as_read(native, find_codes(inline_tokens(native, {}), native)) if one.context == "note" else ("", ())
    return Block("", text or one.text, "", codes, native, context=one.context)


def without_codes(text: str, codes: Sequence[InlineCode]) -> str:
    """Return what a text has besides its codes."""
    position, parts = 0, []
    for code in codes:
        parts.append(text[position : code.start])
        position = code.end
    return "".join([*parts, text[position:]])
