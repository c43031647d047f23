"""Writes a page anew: blocks and the texts to show in their place come in, the page goes out, else as it was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from translate.data import Block, CodeKind, InlineCode
from translate.documents.html.blocks import CDATA, SOFT_HYPHEN, BlockBuilder, HtmlBlock
from translate.documents.html.json_ld import JSON, write_json
from translate.documents.html.language import LanguageMark
from translate.documents.html.spelling import HtmlSpelling, as_value
from translate.documents.markdown.within import without_codes
from translate.documents.rewriting import recognised
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A block, and what shows in its place."""

    block: HtmlBlock
    text: str
    codes: tuple[InlineCode, ...]

    @property
    def start(self) -> int:
        """Where the page begins to change."""
        return self.block.start

    @property
    def end(self) -> int:
        """Where it is again as it was."""
        return self.block.end

    def is_of(self, source: str) -> bool:
        """Tell whether the page has the block where it stood."""
        native = self.block.text if self.block.native is None else self.block.native
        return source.startswith(native, self.block.start) and self.end - self.start == len(native)


class HtmlRebuilder:
    """Collects what changes, by part of the document."""

    def __init__(self) -> None:
        self.changes: dict[str, list[Change]] = {}

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        if not isinstance(block, HtmlBlock):
            raise TypeError(f"expected a block of a page, not {type(block).__name__}")
        known = recognised(block, codes if codes or text != block.text else block.codes)
        if text != block.text or _places(known) != _places(block.codes):
            self.changes.setdefault(block.part, []).append(Change(block, text, tuple(known)))


def rewritten(
    source: str,
    changes: Sequence[Change],
    marks: Sequence[LanguageMark],
    language: str,
    *,
    is_xml: bool = False,
    is_ascii: bool = False,
) -> str:
    """Return the page with the changes, and `language` in place of the languages that `marks` name.

    :param is_ascii: whether structured data is to be written in ASCII.
    """
    edits: list[Change | LanguageMark] = [*changes, *dict.fromkeys(marks)]
    writer = _Writer(source, edits, language, HtmlSpelling.of(source, is_xml=is_xml), is_ascii=is_ascii)
    return "".join(writer.iter_written(0, len(source)))


class _Writer:
    def __init__(
        self,
        source: str,
        edits: Sequence[Change | LanguageMark],
        language: str,
        spelling: HtmlSpelling,
        *,
        is_ascii: bool,
    ) -> None:
        self._source, self._language, self._spelling, self._is_ascii = source, language, spelling, is_ascii
        self._edits = sorted(edits, key=lambda edit: (edit.start, -edit.end))
        self._starts = [edit.start for edit in self._edits]

    def iter_written(self, start: int, end: int) -> Iterator[str]:
        """Yield characters [start, end) of the page with the edits that lie within."""
        position = start
        for number in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            edit = self._edits[number]
            if edit.start < position or edit.end > end:
                continue  # of what is written already, or what this is a piece of
            yield self._source[position : edit.start]
            if isinstance(edit, LanguageMark):
                yield edit.written(self._language)
            else:
                yield from self._iter_change(edit)
            position = edit.end
        yield self._source[position:end]

    def _iter_change(self, change: Change) -> Iterator[str]:
        block, text = change.block, change.text
        if block.manner == JSON:
            is_ascii = self._is_ascii or "\\u" in (block.native or "")
            yield write_json(text, is_ascii=is_ascii)
            return
        is_same = len(text) == len(block.text) and _places(change.codes) == _places(block.codes)
        is_same = is_same and "]]>" not in without_codes(text, change.codes)
        written = self._iter_letters(change) if is_same else self._iter_stretches(change)
        if block.manner == "bare":
            yield as_value("".join(written))
        else:
            yield from written

    def _iter_stretches(self, change: Change) -> Iterator[str]:
        """Yield what lies between the codes, spelt as the page spells, and the codes as they are."""
        block, text = change.block, change.text
        spell = self._speller(block)
        position = 0
        for code in change.codes:
            yield spell(text[position : code.start])
            if code.type != SOFT_HYPHEN or _is_within_word(text, code):
                yield from self.iter_written(*block.codes_at[code.id, code.kind])
            position = max(position, code.end)
        yield spell(text[position:])

    def _iter_letters(self, change: Change) -> Iterator[str]:
        """Yield the text letter by letter: what did not change is as it was, white space and references too."""
        block, text = change.block, change.text
        spell = self._speller(block)
        position = block.start
        for place, atom in BlockBuilder(self._source, list(block.items), is_xml=self._spelling.is_xml).trace():
            yield from self.iter_written(position, atom.start)
            position = atom.end
            new = text[place : place + len(atom.text)]
            native = self._source[atom.start : atom.end]
            if new == atom.text:
                yield native
            elif native == atom.text:
                yield "".join(a if a == b else spell(b) for a, b in zip(native, new, strict=True))
            else:
                yield spell(new)
        yield from self.iter_written(position, block.end)

    def _speller(self, block: HtmlBlock) -> Callable[[str], str]:
        spelling = self._spelling
        if block.manner == CDATA:
            return lambda text: text.replace("]]>", "]]]]><![CDATA[>")
        habits = spelling.habits(block.native or "", block.text)
        quote = {"html": "", "bare": '"'}.get(block.manner, block.manner)
        return lambda text: spelling.write(text, habits, quote=quote)


def _places(codes: Sequence[InlineCode]) -> list[tuple[int, int, str, CodeKind]]:
    return [(code.start, code.end, code.id, code.kind) for code in codes]


def _is_within_word(text: str, code: InlineCode) -> bool:
    return text[max(code.start - 1, 0) : code.start].isalnum() and text[code.end : code.end + 1].isalnum()
