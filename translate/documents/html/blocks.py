"""Blocks of a page: the items of a text come in, its text and codes as a person reads them go out.

White space is read as a browser shows it, one space however many characters; references are read as what they mean;
tags are codes, whose range in the text is the tag as the page writes it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import field
from html import unescape
from typing import NamedTuple

import regex

from translate.data import LINE_BREAK, Block, CodeKind, InlineCode
from translate.documents.html.items import Item, Kind
from translate.records import dataclass

CDATA = "cdata"
"""Manner of a block that is all of a section of CDATA."""
SOFT_HYPHEN = "x-soft-hyphen"
"""Type of a code that shows nothing unless a line ends there."""
_VARIABLE = "x-var"
_MARKUP = "x-html"
_ATOM = regex.compile(
    r"""(?P<space>[\ \t\n\r\f]++)
    |(?P<reference>&(?:\#[xX][0-9a-fA-F]++|\#\d++|[A-Za-z][A-Za-z0-9]*+);?+)
    |(?P<shy>\u00ad++)
    |(?P<value>\{\{[^{}]*+\}\}|<(?:\?=|%=)[^<>]*+(?<=[?%])>)
    |(?P<command>\{%[^%{}]*+%\}|\{\#[^\#{}]*+\#\}|<[?%][^<>]*+(?<=[?%])>)
    |(?P<plain>[^&{<\ \t\n\r\f\u00ad]++(?:\ [^&{<\ \t\n\r\f\u00ad]++)*+|[&{<])""",
    regex.VERBOSE,
)
_RAW_ATOM = regex.compile(r"(?P<space>[ \t\n\r\f]++)|(?P<plain>[^ \t\n\r\f]++)")
_SHOWN = frozenset({"code", "x-formula", "image", "x-note", _VARIABLE})
"""Types of codes that a person sees, so that white space before and behind them is no more than it should be."""
_LONGEST_CODE = 160
_SECTION, _SECTION_END = "<![CDATA[", "]]>"


class Atom(NamedTuple):
    """Characters [start, end) of the page, which show `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class HtmlBlock(Block):
    """A block of a page: `native` is characters [start, end) of it, and its codes are where `codes_at` says, by id."""

    start: int = 0
    end: int = 0
    items: tuple[Item, ...] = ()
    codes_at: dict[tuple[str, CodeKind], tuple[int, int]] = field(default_factory=dict)


def read_atoms(source: str, start: int, end: int, *, is_xml: bool = False) -> Iterator[tuple[str, Atom]]:
    """Yield the atoms of a text, each with the name of its kind: `space`, `reference`, `shy`, `value`, `plain`, …"""
    for match in _ATOM.finditer(source, start, end):
        group = match.lastgroup or ""
        native = match[0]
        text = native
        if group == "space":
            text = " "
        elif group == "reference":
            text = native if is_xml and not native.endswith(";") else unescape(native)
            if text == native:
                group = "entity" if native.endswith(";") else "plain"
            elif text == "\u00ad":
                group = "shy"
            elif text in ("\n", "\r"):
                group = "line"
        elif group == "plain":
            text = native if native.isascii() else unicodedata.normalize("NFC", native)
        yield group, Atom(*match.span(), text)


def within_section(source: str, item: Item) -> Item:
    """Return what stands in a section of CDATA, without white space around; of what is within one, all."""
    start = item.start + len(_SECTION) * source.startswith(_SECTION, item.start)
    end = item.end - len(_SECTION_END) * source.endswith(_SECTION_END, start, item.end)
    inner = source[start:end]
    start += len(inner) - len(inner.lstrip())
    return Item(item.kind, start, max(start, end - len(inner) + len(inner.rstrip())))


class BlockBuilder:
    """Text and codes of a block, as far as they are made."""

    def __init__(self, source: str, items: list[Item], *, is_xml: bool) -> None:
        self._source, self._items, self._is_xml = source, items, is_xml
        self._parts: list[str] = []
        self._length = 0
        self._codes: list[InlineCode] = []
        self._at: dict[tuple[str, CodeKind], tuple[int, int]] = {}
        self._ids: dict[int, InlineCode] = {}
        self._count = 0
        self._traced: list[tuple[int, Atom]] | None = None

    def block(self, part: str, context: str, manner: str = "html") -> HtmlBlock:
        """Return the block of all items.

        :param manner: `html`, or of an attribute its quotation mark, or `bare` where it has none.
        """
        self._read()
        text = "".join(self._parts)
        start, end = self._items[0].start, self._items[-1].end
        native = self._source[start:end]
        return HtmlBlock(
            "", text, "", tuple(self._codes), None if native == text else native, context, manner, part,
            start, end, tuple(self._items), self._at,
        )  # fmt: skip

    def trace(self) -> list[tuple[int, Atom]]:
        """Return the atoms of the text, in order, each with its place in the text."""
        self._traced = []
        self._read()
        return self._traced

    def _read(self) -> None:
        for item in self._items:
            if item.kind is Kind.TEXT:
                self._text(item)
            elif item.kind is Kind.RAW:
                self._raw(item)
            else:
                self._tag(item)

    def _raw(self, item: Item) -> None:
        inner = within_section(self._source, item)
        for match in _RAW_ATOM.finditer(self._source, inner.start, inner.end):
            text = " " if match.lastgroup == "space" else unicodedata.normalize("NFC", match[0])
            self._put(text, match.start(), match.end())

    def _text(self, item: Item) -> None:
        for kind, atom in read_atoms(self._source, item.start, item.end, is_xml=self._is_xml):
            if kind == "space":
                self._space(atom)
            elif kind in ("shy", "line", "value", "command", "entity"):
                code_type = {"shy": SOFT_HYPHEN, "line": LINE_BREAK, "command": _MARKUP}.get(kind, _VARIABLE)
                self._code(atom.start, atom.end, CodeKind.ISOLATED, code_type)
            else:
                self._put(atom.text, atom.start, atom.end)

    def _space(self, atom: Atom) -> None:
        """White space behind white space, with nothing but codes that show nothing between, is of the last code."""
        number, behind = len(self._codes), self._length
        while number and self._codes[number - 1].end == behind and self._codes[number - 1].type not in _SHOWN:
            number -= 1
            behind = self._codes[number].start
        last = self._codes[-1] if number < len(self._codes) else None
        if last is not None and self._character_before(behind) in ("", " "):
            place = self._at[last.id, last.kind]
            self._at[last.id, last.kind] = (place[0], atom.end)
        else:
            self._put(" ", atom.start, atom.end)

    def _character_before(self, place: int) -> str:
        """Return the character of the text before `place`; empty at its beginning."""
        length = self._length
        for part in reversed(self._parts):
            length -= len(part)
            if length < place:
                return part[place - length - 1]
        return ""

    def _tag(self, item: Item) -> None:
        if item.kind is Kind.MARK:
            self._code(item.start, item.end, CodeKind.ISOLATED, item.type)
        elif item.kind is Kind.OPEN:
            self._ids[id(item)] = self._code(item.start, item.end, CodeKind.START, item.type)
        else:
            opening = self._ids[id(item.partner)]
            shown = self._shown(item.start, item.end)
            end = self._length + len(shown)
            code = InlineCode(self._length, end, CodeKind.END, opening.pair, opening.type, opening.id)
            self._keep(code, shown, item.start, item.end)

    def _code(self, start: int, end: int, kind: CodeKind, code_type: str) -> InlineCode:
        self._count += 1
        shown = self._shown(start, end)
        pair = self._count if kind is CodeKind.START else None
        code = InlineCode(self._length, self._length + len(shown), kind, pair, code_type, str(self._count))
        self._keep(code, shown, start, end)
        return code

    def _keep(self, code: InlineCode, shown: str, start: int, end: int) -> None:
        self._codes.append(code)
        self._at[code.id, code.kind] = (start, end)
        self._put(shown)

    def _shown(self, start: int, end: int) -> str:
        """Return a code as the page writes it, on one line, but nothing of the middle of a long one."""
        native = " ".join(self._source[start:end].split()) or "\n"
        if len(native) > _LONGEST_CODE:
            half = _LONGEST_CODE // 2
            native = f"{native[:half]}…{native[-half:]}"
        return unicodedata.normalize("NFC", native)

    def _put(self, text: str, start: int = -1, end: int = -1) -> None:
        if self._traced is not None and start >= 0:
            self._traced.append((self._length, Atom(start, end, text)))
        self._parts.append(text)
        self._length += len(text)
