"""Reader of gettext catalogues whose messages are in the source language: empty translations are filled, and only they.

What is filled is marked `fuzzy`, as everything that nobody has looked at, unless the user approves it beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document, InlineCode
from translate.documents.base import Rebuilder
from translate.documents.block_writer import BlockWriter
from translate.documents.lines import LineReader, Lines
from translate.documents.strings.po_header import with_languages
from translate.documents.strings.reader import is_unicode
from translate.documents.strings.tokens import Escaping, Token, token
from translate.documents.strings.values import Keys, Value, is_text, lines_of, spell
from translate.errors import DocumentError
from translate.formats.po.entries import Entry, Text, read_entries
from translate.formats.po.strings import escape, iter_read, quoted, wraps
from translate.text.faults import FaultError

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_HEADER_BYTES = 4096


def split(native: str) -> Iterator[Token]:
    """Part a string as it is written, without quotation marks, into tokens."""
    return (token(one, shown) for one, shown in iter_read(native))


_ESCAPING = Escaping(split, escape)


@dataclass(frozen=True, slots=True)
class MessageBlock(Block):
    """A line of a message, which its translation gets in the place of nothing.

    `number` is that of the message, `form` that of its plural form. `before` stands before the line in the string, and
    `behind` behind the last one.
    """

    number: int = 0
    form: int = 0
    keyword: str = ""
    before: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class FlagBlock(Block):
    """Where the flags of a message stand or would stand; `mark` is what makes it fuzzy."""

    number: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class HeaderBlock(Block):
    """The header of a catalogue, which names its language."""


@dataclass(frozen=True, slots=True)
class CatalogueBlocks:
    """Blocks of a catalogue, which is read anew each time they are iterated."""

    lines: Lines
    path: Path
    keys: Keys
    approves: bool

    def __iter__(self) -> Iterator[Block]:
        text = "".join(self.lines)
        position = 0
        try:
            for number, entry in enumerate(read_entries(text)):
                for block, end in _blocks(text, entry, number, position, self.keys):
                    yield block
                    position = end
        except FaultError as exc:
            line, column = exc.line_and_column(text)
            raise DocumentError(exc.message, path=self.path, line=line, column=column) from exc
        if position < len(text):
            yield Block(text[position:], "", "")


def _blocks(text: str, entry: Entry, number: int, position: int, keys: Keys) -> Iterator[tuple[Block, int]]:
    """Yield the blocks of a message, and where each ends in the file."""
    assert entry.text
    source = _whole(text, entry.text)
    target = entry.targets[min(entry.targets)]
    if not source and not entry.context:
        yield HeaderBlock(text[position : target.start], "", "", native=text[target.start : target.end]), target.end
        return
    context = _whole(text, entry.context) if entry.context else ""
    path = f"{context}.{source}" if context else source
    empty = {form: one for form, one in entry.targets.items() if not _whole(text, one)}
    if not empty or entry.is_fuzzy or not keys.offers(path, _read(source), is_text):
        return
    place, mark = _flag(text, entry)
    yield FlagBlock(text[position:place], "", "", native="", number=number, mark=mark), place
    position = place
    about = f"message {number}" + (f", context {_read(context)}" if context else "")
    for form, target in sorted(empty.items()):
        whole = source if form == 0 or entry.plural is None else _whole(text, entry.plural)
        found = list(lines_of(split(whole)))
        for line, (start, end, shown, codes) in enumerate(found):
            is_first, is_last = line == 0, line == len(found) - 1
            yield (
                MessageBlock(
                    text[position : target.start] if is_first else "", shown, "", codes,
                    text[target.start : target.end] if is_first else "",
                    context=about + (f", plural form {form}" if entry.plural else ""),
                    number=number, form=form, keyword=f"msgstr[{form}]" if entry.plural else "msgstr",
                    before=whole[0 if is_first else found[line - 1][1] : start],
                    behind=whole[end:] if is_last else "",
                ),
                target.end,
            )  # fmt: skip
            position = target.end


def _whole(text: str, string: Text) -> str:
    """Return a string as it is written, without its quotation marks and line ends."""
    return "".join(text[start:end] for start, end in string.pieces)


def _read(whole: str) -> str:
    return "".join(one.text for one in split(whole))


def _flag(text: str, entry: Entry) -> tuple[int, str]:
    """Return where the mark of a fuzzy message goes, and what it is there."""
    if entry.flags:
        return entry.flags[0] + text[entry.flags[0] : entry.flags[1]].index(",") + 1, " fuzzy,"
    return entry.start, "#, fuzzy\r\n" if "\r\n" in text[:_HEADER_BYTES] else "#, fuzzy\n"


class CatalogueRebuilder:
    """Keeps all blocks until the last one is there: only then it is known whether anything changed."""

    def __init__(self, writer: BlockWriter, text: str, language: str, *, approves: bool) -> None:
        self._writer, self._language, self._approves = writer, language, approves
        self._wraps = wraps(text)
        self._end = "\r\n" if "\r\n" in text[:_HEADER_BYTES] else "\n"
        self._blocks: list[tuple[Block, str, Sequence[InlineCode]]] = []

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        self._blocks.append((block, text, codes))

    def finish(self) -> None:
        """Write the catalogue: as it was, where no text changed, for then nobody has translated it."""
        has_changed = any(text != block.text for block, text, _ in self._blocks)
        strings: dict[tuple[int, int], str] = {}
        for block, text, codes in self._blocks if has_changed else ():
            if isinstance(block, MessageBlock):
                value = Value(0, 0, "", _ESCAPING)
                placed = codes or (block.codes if text == block.text else ())
                key = block.number, block.form
                strings[key] = strings.get(key, "") + block.before + spell(value, "", text, placed) + block.behind
        for block, _, _ in self._blocks:
            shown = block.text if block.native is None else block.native
            if isinstance(block, MessageBlock) and has_changed:
                written = strings.pop((block.number, block.form), None)
                if written is not None:
                    shown = quoted(written, len(block.keyword), self._end, wraps=self._wraps)
            elif isinstance(block, FlagBlock) and has_changed and not self._approves:
                shown = block.mark
            elif isinstance(block, HeaderBlock) and has_changed:
                shown = with_languages(shown, self._language)
            self._writer.write(block, shown)


@dataclass(frozen=True, slots=True)
class CatalogueReader:
    """Reader of PO and POT files."""

    kind: str = "po"

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        if not config.encoding and not is_unicode(path):
            with path.open("rb") as file:
                declared = _CHARSET.search(file.read(_HEADER_BYTES))
            config = replace(config, encoding=declared[1].decode() if declared else None)
        keys = Keys(config.keys, config.not_keys)
        lines = LineReader(self.kind, lambda lines: CatalogueBlocks(lines, path, keys, config.approve))
        return lines.read(path, name=name, language=language, config=config)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        blocks = document.blocks
        assert isinstance(blocks, CatalogueBlocks)
        made: list[CatalogueRebuilder] = []

        def rebuilder_of(_: Document, writer: BlockWriter) -> Rebuilder:
            made.append(CatalogueRebuilder(writer, "".join(blocks.lines), language, approves=blocks.approves))
            return made[-1]

        with LineReader(self.kind, lambda lines: (), rebuilder_of=rebuilder_of).rebuild(
            document, path, language=language
        ) as rebuilder:
            yield rebuilder
            made[-1].finish()


READER = CatalogueReader()
