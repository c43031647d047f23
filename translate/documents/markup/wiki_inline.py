"""Inline markup of MediaWiki: a paragraph comes in as its bytes, its items and the texts within them go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from translate.data import LINE_BREAK
from translate.documents.markup.source import FORMULA, NOTE, TAG, WORD, Source, unchanged
from translate.documents.spliced import Item, Kind, SplicedBlock
from translate.documents.strings.values import is_prose
from translate.records import dataclass

KEPT = "nowiki|math|chem|code|syntaxhighlight|source|pre|score|timeline|templatestyles|includeonly|graph|mapframe|hiero"
_INLINE = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))"
    rf"|(?P<kept><(?P<name>{KEPT})(?:\s[^<>]*)?>.{{0,3000}}?</(?P=name)\s*>)"
    r"|(?P<note><ref(?:\s[^<>]*[^<>/])?>(?P<noted>.{0,3000}?)</ref\s*>)"
    r"|(?P<empty><[a-z][^<>]*/>)|(?P<break><br\s*/?>)"
    r"|(?P<end></(?P<ended>[a-z]\w*)\s*>)|(?P<start><(?P<started>[a-z]\w*)(?:\s[^<>]*)?>)"
    r"|\[\[(?P<target>[^\[\]|{}\n]{1,400})(?:\|(?P<shown>[^\[\]\n]{0,2000}))?\]\]"
    r"|(?P<file>\[\[)"
    r"|\[(?P<address>(?:https?:)?//[^\s\[\]]+)(?:[ \t]+(?P<label>[^\[\]\n]{1,2000}))?\]"
    r"|(?P<template>\{\{)"
    r"|(?P<quotes>'{5}|'{3}|'{2})"
    r"|(?P<word>~{3,5}|__[A-Z]+__|\{\{\{[^{}]*\}\}\}|(?:https?|ftp)://[^\s\[\]<>|]+[^\s\[\]<>|.,;:!?)])",
    re.ASCII | re.DOTALL | re.IGNORECASE,
)
_BRACKET = re.compile(r"\[\[|\]\]")
_BRACE = re.compile(r"\{\{|\}\}")
_BAR = re.compile(r"\[\[|\{\{|\|")
_FILE = re.compile(
    r"\[\[[^\[\]|:]+:[^\[\]|]+\.(?:png|jpe?g|gif|svg|webp|tiff?|pdf|ogg|ogv|webm|mp3|djvu)\s*[|\]]", re.ASCII | re.I
)
_ALTERNATIVE = re.compile(r"\s*alt\s*=\s*", re.ASCII | re.IGNORECASE)
_TYPES = {"'''": "bold", "''": "italic", "b": "bold", "i": "italic", "sub": "subscript", "sup": "superscript"}
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Wiki:
    """A page, and where each link and template that begins at a byte ends."""

    source: Source
    ends: Mapping[int, int]

    @classmethod
    def of(cls, source: Source) -> Wiki:
        ends: dict[int, int] = {}
        for opening, pattern in (("[[", _BRACKET), ("{{", _BRACE)):
            opened: list[int] = []
            for match in pattern.finditer(source.view):
                if match[0] == opening:
                    opened.append(match.start())
                elif opened:
                    ends[opened.pop()] = match.end()
        return cls(source, ends)

    def end_of(self, start: int, end: int) -> int:
        """Return where what begins at `start` ends; of what does not end before `end`, where its mark does."""
        found = self.ends.get(start, end + 1)
        return found if found <= end else start + 2

    def next_bar(self, start: int, end: int) -> int:
        """Return the next bar that stands in no link or template; -1 where there is none."""
        position = start
        while match := _BAR.search(self.source.view, position, end):
            if match[0] == "|":
                return match.start()
            position = self.end_of(match.start(), end)
        return -1


class _Paragraph:
    """A paragraph that is read; `inner` are the texts within its codes, once its items were iterated."""

    def __init__(self, page: Wiki, depth: int = 0) -> None:
        self._page, self._source, self._depth = page, page.source, depth
        self.inner: list[SplicedBlock] = []
        self._opened: list[str] = []
        """What of bold and italic is open."""

    def items(self, start: int, end: int) -> Iterator[Item]:
        """Yield the items of bytes [start, end)."""
        source, position = self._source, start
        while match := _INLINE.search(source.view, position, end):
            yield from source.referenced(position, match.start())
            position = match.end()
            group = match.lastgroup or ""
            if group == "template":
                position = self._page.end_of(match.start(), end)
                yield source.word(match.start(), position)
            elif group == "file" or _FILE.match(source.view, match.start(), end):
                position = self._page.end_of(match.start(), end)
                self._file(match.start(), position)
                yield Item(Kind.MARK, match.start(), position, type="image")
            else:
                yield from self._item(match)
        yield from source.referenced(position, end)

    def _item(self, match: re.Match[str]) -> Iterator[Item]:
        start, end = match.span()
        if match["quotes"]:
            yield from self._quotes(start, match["quotes"])
        elif match["started"] or match["ended"]:
            name = (match["started"] or match["ended"]).lower()
            yield Item(Kind.OPEN if match["started"] else Kind.CLOSE, start, end, type=_TYPES.get(name, TAG))
        elif match["note"]:
            if self._depth < _MAX_DEPTH:
                self.inner += flow(self._page, *match.span("noted"), "note", self._depth + 1)
            yield Item(Kind.MARK, start, end, type=NOTE)
        elif match["break"]:
            yield Item(Kind.MARK, start, end, type=LINE_BREAK)
        elif match["target"]:
            yield from self._link(match)
        elif match["label"]:
            yield from self._pair(start, match.span("label"), end)
        elif match["comment"] or match["empty"]:
            yield Item(Kind.MARK, start, end, type="x-comment" if match["comment"] else TAG)
        else:
            is_formula = (match["name"] or "").lower() in ("math", "chem")
            yield self._source.word(start, end, FORMULA if is_formula else WORD)

    def _pair(self, start: int, inner: tuple[int, int], end: int) -> Iterator[Item]:
        yield Item(Kind.OPEN, start, inner[0], type="link")
        yield from self.items(*inner)
        yield Item(Kind.CLOSE, inner[1], end, type="link")

    def _link(self, match: re.Match[str]) -> Iterator[Item]:
        """Yield a link: its words, or the name of its page, which is named beside other words."""
        start, end = match.span()
        if match["shown"]:
            yield from self._pair(start, match.span("shown"), end)
        elif match["shown"] is not None or ":" in match["target"].lstrip(":"):
            yield Item(Kind.MARK, start, end, type="link")
        else:
            found = list(self._pair(start, match.span("target"), end))
            found[0].replacement = self._source.data[start : match.end("target")] + b"|"
            yield from found

    def _quotes(self, start: int, quotes: str) -> Iterator[Item]:
        """Yield the beginning or the end of bold and italic; five marks are both."""
        parts = [quotes] if len(quotes) < 5 else ["'''", "''"]
        if len(parts) > 1 and self._opened[-1:] == ["''"]:
            parts.reverse()
        for part in parts:
            is_end = part in self._opened
            if is_end:
                self._opened.remove(part)
            else:
                self._opened.append(part)
            kind = Kind.CLOSE if is_end else Kind.OPEN
            yield Item(kind, start, start + len(part), type=_TYPES[part])
            start += len(part)

    def _file(self, start: int, end: int) -> None:
        """Keep the caption and the alternative text of a picture."""
        source, stop = self._source, end - 2
        position = source.view.find("|", start, stop)
        parts: list[tuple[int, int]] = []
        while position >= 0:
            following = self._page.next_bar(position + 1, stop)
            parts.append((position + 1, following if following >= 0 else stop))
            position = following
        for number, (first, last) in enumerate(parts):
            alternative = _ALTERNATIVE.match(source.view, first, last)
            if alternative:
                self.inner += flow(self._page, alternative.end(), last, "alt", self._depth + 1)
            elif number == len(parts) - 1 and is_prose(source.text(first, last)) and self._depth < _MAX_DEPTH:
                self.inner += flow(self._page, first, last, "caption", self._depth + 1)


def flow(page: Wiki, start: int, end: int, context: str = "", depth: int = 0) -> Iterator[SplicedBlock]:
    """Yield the blocks of a paragraph, those within its codes first."""
    start, end = page.source.trimmed(start, end)
    paragraph = _Paragraph(page, depth)
    items = list(paragraph.items(start, end))
    yield from paragraph.inner
    yield from page.source.blocks(items, unchanged, context=context)
