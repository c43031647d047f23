"""A text with marks comes in as its bytes; what its formats share of making items and blocks of them.

Places are those of bytes, so that blocks are spliced as those of office documents are. Marks are looked for in a *view*
of the bytes that has one character for each of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from html import unescape
from pathlib import Path

from translate.config import DocumentConfig
from translate.documents.left_out import LeftOut
from translate.documents.splice import Splice
from translate.documents.spliced import Item, Kind, SplicedBlock, make_blocks
from translate.records import dataclass

LINE = "x-line"
"""Type of an item of text that is the end of a line, and what stands before the text of the next one."""
WORD, FORMULA, NOTE, TAG = "x-var", "x-formula", "x-note", "x-tag"
_GAP = re.compile(r"[ \t]*(?P<line>\r\n|\n|\r)[ \t]*|[ \t]{2,}|\t")
_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z_:][\w.:-]*);", re.ASCII)
_LONGEST_CODE = 160


@dataclass(frozen=True, slots=True)
class Region:
    """Bytes [start, end) of a source that are drawn anew where one of its cells changes, such as a table.

    `draw` takes the contents of all cells, and returns those bytes.
    """

    start: int
    end: int
    cells: tuple[bytes, ...]
    draw: Callable[[list[bytes]], bytes]


@dataclass(frozen=True, slots=True)
class CellBlock(SplicedBlock):
    """A block of a cell: its places are those of the bytes of that cell."""

    region: Region | None = None
    cell: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a document in UTF-8, whatever its file is in, and how it is read."""

    data: bytes
    path: Path
    config: DocumentConfig
    language: str
    encoding: str = "utf-8"
    """Name of that of the file."""
    left_out: LeftOut = field(default_factory=LeftOut)
    view: str = ""

    @classmethod
    def of(
        cls, data: bytes, path: Path, config: DocumentConfig, language: str, encoding: str, left_out: LeftOut
    ) -> Source:
        return cls(data, path, config, language, encoding, left_out, data.decode("latin-1"))

    def within(self, data: bytes) -> Source:
        """Return a source of other bytes that is read in the same way."""
        return replace(self, data=data, view=data.decode("latin-1"))

    def text(self, start: int, end: int) -> str:
        """Return the characters of bytes [start, end)."""
        return self.data[start:end].decode("utf-8", "replace")

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return bytes [start, end) without white space around."""
        stretch = self.view[start:end]
        start += len(stretch) - len(stretch.lstrip(" \t\r\n"))
        return start, max(start, end - len(stretch) + len(stretch.rstrip(" \t\r\n")))

    def plain(self, start: int, end: int, read: Callable[[str], str] | None = None) -> Iterator[Item]:
        """Yield the items of plain text: white space is one space, as it shows.

        :param read: returns what a stretch without line ends means; None where it is read as it stands.
        """
        position = start
        for match in _GAP.finditer(self.view, start, end):
            if match.start() > position:
                yield self._stretch(position, match.start(), read)
            yield Item(Kind.TEXT, *match.span(), " ", type=LINE if match["line"] else "")
            position = match.end()
        if end > position:
            yield self._stretch(position, end, read)

    def referenced(self, start: int, end: int) -> Iterator[Item]:
        """Yield the items of text with character references, each of which is an item."""
        for match in _REFERENCE.finditer(self.view, start, end):
            yield from self.plain(start, match.start())
            text = unescape(match[0])
            yield self.word(*match.span()) if text == match[0] else Item(Kind.TEXT, *match.span(), text)
            start = match.end()
        yield from self.plain(start, end)

    def _stretch(self, start: int, end: int, read: Callable[[str], str] | None) -> Item:
        text = self.text(start, end)
        return Item(Kind.TEXT, start, end, unicodedata.normalize("NFC", read(text) if read else text))

    def word(self, start: int, end: int, code_type: str = WORD) -> Item:
        """Return a mark that stands for a word of its sentence, and shows as it is written, as far as it is short."""
        shown = " ".join(self.text(start, end).split())
        if len(shown) > _LONGEST_CODE:
            half = _LONGEST_CODE // 2
            shown = f"{shown[:half]}…{shown[-half:]}"
        return Item(Kind.MARK, start, end, unicodedata.normalize("NFC", shown), type=code_type)

    def blocks(
        self, items: Iterable[Item], write: Callable[[str], str], *, context: str = ""
    ) -> Iterator[SplicedBlock]:
        """Yield the blocks of a paragraph; a line feed in what is written anew is a line end of the paragraph.

        :param write: returns how the document writes a text without line ends.
        """
        found = _trimmed(list(items))
        gap = next((self.text(one.start, one.end) for one in reversed(found) if one.type == LINE), " ")

        def write_text(text: str) -> bytes:
            return gap.join(map(write, text.split("\n"))).encode()

        yield from make_blocks(found, write_text, part="", context=context)


def _trimmed(items: list[Item]) -> list[Item]:
    """Return items without white space and marks that show nothing at the edges."""
    first, last = 0, len(items)
    while first < last and _is_edge(items[first]):
        first += 1
    while first < last and _is_edge(items[last - 1]):
        last -= 1
    return items[first:last]


def _is_edge(item: Item) -> bool:
    return not item.text.strip() and item.kind in (Kind.TEXT, Kind.MARK)


def unchanged(text: str) -> str:
    """Return a text as it is."""
    return text


def in_cell(blocks: Iterable[SplicedBlock], region: Region, cell: int) -> Iterator[CellBlock]:
    """Yield the blocks of a cell of a region."""
    for one in blocks:
        yield CellBlock(
            "", one.text, "", one.codes, one.native, one.context, one.manner, one.part, one.items, one.natives,
            one.base, one.write_text, one.tags, one.twins, one.names, region, cell,
        )  # fmt: skip


def drawn_anew(changed: dict[int, tuple[Region, dict[int, Splice]]]) -> Iterator[tuple[Region, bytes]]:
    """Yield the regions with changed cells, each as it is drawn now."""
    for region, cells in changed.values():
        yield region, region.draw([cells[n].apply(one) if n in cells else one for n, one in enumerate(region.cells)])
