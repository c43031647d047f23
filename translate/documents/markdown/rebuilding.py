"""Writes Markdown: blocks and their translations come in, the file goes out, unchanged where no text changed."""

from __future__ import annotations

from collections.abc import Sequence

from translate.data import Block, InlineCode
from translate.documents.block_writer import BlockWriter
from translate.documents.markdown.within import find_within, written_within
from translate.documents.plain.rewrapping import Wrapping
from translate.documents.spelling import Spelling
from translate.documents.values import MANNERS, write_value


class MarkdownRebuilder:
    """Writes the blocks of one document. Texts of codes come before the block that holds the codes, and wait for it."""

    def __init__(self, writer: BlockWriter, spelling: Spelling) -> None:
        self._writer, self._spelling = writer, spelling
        self._waiting: list[tuple[Block, str, Sequence[InlineCode]]] = []

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        if block.context:
            self._waiting.append((block, text, codes or (block.codes if text == block.text else ())))
            return
        if block.manner in MANNERS:
            native = block.native or ""
            shown = native if text == block.text else write_value(block.manner, text, native)
            self._writer.write(block, shown)
            return
        waiting, self._waiting = self._waiting, []
        is_same = text == block.text and all(one.text == other for one, other, _ in waiting)
        shown = text if block.native is None else block.native
        if not is_same:
            codes = codes or (block.codes if text == block.text else ())
            natives = self._natives(block, text, codes, waiting)
            wrapping = Wrapping.of(block.native, block.text) if "\n" not in text else Wrapping()
            text = wrapping.break_up(text, codes)
            shown = wrapping.fill(self._spelling.write(block, text, codes, natives))
        self._writer.write(block, shown)

    def _natives(
        self,
        block: Block,
        text: str,
        codes: Sequence[InlineCode],
        waiting: Sequence[tuple[Block, str, Sequence[InlineCode]]],
    ) -> list[str]:
        """Return how each code of a target is written: as in the source, with the translations of its own texts."""
        queue = list(waiting)
        written: dict[str, list[str]] = {}
        for code in block.codes if queue else ():
            old = new = block.text[code.start : code.end]
            found = find_within(old, code)
            mine, queue = queue[: len(found)], queue[len(found) :]
            for one, (inner, translation, own) in reversed(list(zip(found, mine, strict=False))):
                if translation != inner.text:
                    marks = [translation[code.start : code.end] for code in own]
                    new = written_within(new, one, self._spelling.write(inner, translation, own, marks))
            written.setdefault(old, []).append(new)
        natives = []
        for code in codes:
            native = text[code.start : code.end]
            others = written.get(native)
            natives.append(others.pop(0) if others else native)
        return natives
