"""Plain text with character references: lines that have `&eacute;` come in, go out as they are read, and come back so.

A reference in a line that has the character itself too is about the reference, and stays as it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape

import regex

from translate.data import Block, Document, InlineCode
from translate.documents.base import FIELD
from translate.documents.block_writer import BlockWriter
from translate.documents.lines import TextRebuilder
from translate.documents.plain.layout import write_field
from translate.documents.spelling import Spelling
from translate.records import dataclass

_REFERENCE = regex.compile(r"&(?:\#[xX][0-9a-fA-F]{1,6}|\#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPACES = "\u00a0\u202f\u2009"
"""White space that a reference may stand for within a line."""


@dataclass(frozen=True, slots=True)
class ReadReferences:
    """Iterates blocks of plain text, with characters in place of references."""

    blocks: Iterable[Block]

    def __iter__(self) -> Iterator[Block]:
        for block in self.blocks:
            has_any = "&" in block.text and ";" in block.text and not block.codes
            yield _as_read(block) if has_any else block


def _as_read(block: Block) -> Block:
    plain = _REFERENCE.sub("", block.text)

    def character(match: regex.Match[str]) -> str:
        found = unescape(match[0])
        is_shown = len(found) == 1 and (found.isprintable() or found in _SPACES)
        return found if is_shown and found not in plain else match[0]

    read = _REFERENCE.sub(character, block.text)
    if read == block.text or read != read.strip() or not unicodedata.is_normalized("NFC", read):
        return block
    return replace(block, text=read, native=block.text if block.native is None else block.native)


class ReferenceRebuilder(TextRebuilder):
    """Writes a text that had references with references for the same characters."""

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        if block.manner == FIELD and block.native and text != block.text:
            text = write_field(text, block.native)
        if block.native is None or text == block.text or not _has_read(block.text, block.native):
            super().write(block, text, codes)
            return
        spelling = Spelling(is_ascii=block.native.isascii() and not block.text.isascii())
        natives = [text[code.start : code.end] for code in codes]
        shown = spelling.write(replace(block, manner="html"), text, codes, natives)
        self._writer.write(block, shown)


def _has_read(text: str, native: str) -> bool:
    """Tell whether `text` has a character in place of a reference of `native`."""
    return "&" in native and len(_REFERENCE.findall(native)) > len(_REFERENCE.findall(text))


def make_rebuilder(document: Document, writer: BlockWriter) -> ReferenceRebuilder:
    """Return what spells the blocks of `document`."""
    return ReferenceRebuilder(writer)
