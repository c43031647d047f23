"""Writes a block of a spliced document anew: the text to show and its codes come in, what stands in its place goes out.

That is new bytes, and bytes of the part, which may have changed themselves: in the mark of a drawing stand paragraphs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from translate.data import Block, CodeKind, InlineCode
from translate.documents.spliced import WITHIN_WORDS, Format, Item, Kind, SplicedBlock

Written = bytes | tuple[int, int]
"""New bytes, or bytes [start, end) of the part."""


def rewrite(block: SplicedBlock, text: str, codes: Sequence[InlineCode]) -> list[Written] | None:
    """Return what stands in place of a block's bytes, and shows `text`; None where nothing changed.

    Each code of the block is written exactly once, whatever `codes` say: one that they lack stands at the end, one that
    is not of the block is left out.
    """
    known = recognised(block, codes)
    is_same = _places(known) == _places(block.codes)
    if text == block.text and is_same:
        return None
    if is_same and _has_same_words(text, block.text):
        return _letter_by_letter(block, text)
    writer = _Writer(block)
    position = 0
    for code in known:
        writer.put(text[position : code.start])
        writer.code(code, is_within=_is_within_word(text, code))
        position = max(position, code.end)
    writer.put(text[position:])
    return writer.end()


def _has_same_words(text: str, other: str) -> bool:
    """Tell whether two texts have their words at the same places; only then is a letter in the run of the other's."""
    return len(text) == len(other) and all(
        one.isspace() == sign.isspace() for one, sign in zip(text, other, strict=True)
    )


def _places(codes: Sequence[InlineCode]) -> list[tuple[int, int, str, CodeKind]]:
    return [(code.start, code.end, code.id, code.kind) for code in codes]


def recognised(block: Block, codes: Sequence[InlineCode]) -> list[InlineCode]:
    """Return codes that are all those of the block, each once and well nested, in the order of their places."""
    left = {(code.id, code.kind): code for code in block.codes}
    found: list[InlineCode] = []
    opened: list[str] = []
    for code in codes:
        one = left.get((code.id, code.kind)) or _first_like(code, left)
        if one is None or (one.kind is CodeKind.END and (not opened or opened[-1] != one.id)):
            continue
        if one.kind is CodeKind.START:
            opened.append(one.id)
        elif one.kind is CodeKind.END:
            opened.pop()
        del left[one.id, one.kind]
        found.append(replace(one, start=code.start, end=code.end))
    end = max((code.end for code in found), default=0)
    missing = [left.pop((number, CodeKind.END)) for number in reversed(opened)]
    missing += [code for code in block.codes if (code.id, code.kind) in left]
    return [*found, *(replace(code, start=end, end=end) for code in missing)]


def _first_like(code: InlineCode, left: Mapping[tuple[str, CodeKind], InlineCode]) -> InlineCode | None:
    """Return the first code that does what another one does; that came from elsewhere, such as a memory."""
    return next((one for one in left.values() if one.kind is code.kind and one.type == code.type), None)


def _is_within_word(text: str, code: InlineCode) -> bool:
    return text[max(code.start - 1, 0) : code.start].isalnum() and text[code.end : code.end + 1].isalnum()


def _letter_by_letter(block: SplicedBlock, text: str) -> list[Written]:
    """Write a text of the same length and codes into the very runs of the source, silent marks and all."""
    written: list[Written] = []
    write = block.write_text
    position = 0
    done, end = block.place
    for item in block.items:
        shown = text[position : position + len(item.text)]
        position += len(item.text)
        if item.kind is Kind.TEXT and shown != item.text:
            inner = item.inner if item.inner[1] else (item.start, item.end)
            written += (done, inner[0]), write(shown)
            done = inner[1]
        elif item.replacement:
            written += (done, item.start), item.replacement
            done = item.end
    return [*written, (done, end)]


class _Writer:
    """Bytes, as far as they are written, and the run that is open in them."""

    def __init__(self, block: SplicedBlock) -> None:
        first, self._last = block.items[0], block.items[-1]
        self._block, self._write = block, block.write_text
        self._parts: list[Written] = []
        self._run = None if first.begins_run else first.format or first.around
        self._formats = [block.base]

    def put(self, text: str) -> None:
        if text:
            self._enter(self._formats[-1])
            opening, closing = self._block.tags
            self._parts.append(opening + self._write(text) + closing)

    def code(self, code: InlineCode, *, is_within: bool) -> None:
        native = self._block.natives[code.id]
        if isinstance(native, Format):
            if code.kind is CodeKind.START:
                self._formats.append(native)
            else:
                self._formats.pop()
        elif code.kind is CodeKind.END and native.partner:
            self.native(native.partner)
        elif is_within or native.type not in WITHIN_WORDS or code.start < code.end:
            self.native(native)

    def native(self, item: Item) -> None:
        """Write an item as its document does, in its run or outside of runs."""
        self._enter(item.format)
        self._parts.append(item.written)

    def _enter(self, wanted: Format | None) -> None:
        """Be in a run of a format; None is outside of runs."""
        if self._run is not wanted and not (self._run and wanted and self._run.key == wanted.key):
            self._parts += self._run.closing if self._run else b"", wanted.native if wanted else b""
            self._run = wanted

    def end(self) -> list[Written]:
        """Return all, with the run open or closed as what follows needs it."""
        self._enter(None if self._last.ends_run else self._last.format or self._last.around)
        return self._parts
