"""Readers of subtitles: SubRip, WebVTT, sbv, SSA and ASS. A block is a sentence with all the cues that it runs over."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, CodeKind, Document, InlineCode
from translate.documents.base import Notices, Rebuilder
from translate.documents.block_writer import BlockWriter
from translate.documents.lines import LineReader, Lines
from translate.documents.subtitles.cues import Cues, comma_cues, dialogue_cues, timed_cues
from translate.documents.subtitles.parting import MOST_CHARACTERS, MOST_SPEED, part_cues, part_lines
from translate.documents.subtitles.speeches import Speech, grouped, iter_speeches, text_of
from translate.formats.xmltext import escape_markup
from translate.languages import base_code, find_language
from translate.records import dataclass

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*")
_WEBVTT_LANGUAGE = re.compile(r"WEBVTT[^\r\n]*(?>\r\n|\n|\r)(?:[^\r\n]+(?>\r\n|\n|\r))*?Language:[ \t]*")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class CueBlock(Block):
    """A sentence, or several, of some cues; `native` has all from the first character to the last, times included.

    `places` are the characters of `native` that each cue's share is written in place of.
    """

    places: tuple[tuple[int, int], ...] = ()
    shares: tuple[float, ...] = ()
    """Of all that is said, how much each cue has."""
    seconds: tuple[float, ...] = ()
    """How long each cue is shown."""
    line_break: str = "\n"
    first: int = 0
    """Number of the first cue."""


@dataclass(frozen=True, slots=True)
class CodeBlock(Block):
    """The code of the language that a file says it is in: `native`, behind what stands before it."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind of subtitles is written: where its cues are, and what parts lines in one, unless it is a line end."""

    cues: Cues
    line_break: str = ""
    write: Callable[[str], str] = str
    head: re.Pattern[str] | None = None
    """What stands before the code of the language that a file says; None where the kind says none."""


@dataclass(frozen=True, slots=True)
class CueBlocks:
    """Blocks of a file of subtitles, which is read anew each time they are iterated."""

    lines: Lines
    manner: Manner
    language: str

    def __iter__(self) -> Iterator[Block]:
        text = "".join(self.lines)
        cues = list(self.manner.cues(text))
        numbers = {id(cue): number for number, cue in enumerate(cues, 1)}
        line_end = "\r\n" if "\r\n" in text[:4096] else "\n"
        position = 0
        said = self.manner.head.match(text) if self.manner.head else None
        code = _CODE.match(text, said.end()) if said else None
        if code and base_code(code[0]) == base_code(self.language):
            position = code.end()
            yield CodeBlock(text[: code.start()], "", "", native=code[0])
        for group in grouped(iter_speeches(text, cues, self.manner.line_break)):
            start, stop = group[0].pieces[0].start, group[-1].pieces[-1].stop
            shown, codes = text_of(group)
            first, last = numbers[id(group[0].cue)], numbers[id(group[-1].cue)]
            native = text[start:stop]
            yield CueBlock(
                text[position:start], shown, "", codes, native if native != shown else None,
                context=f"cue {first}" if first == last else f"cues {first} to {last}",
                places=tuple((one.pieces[0].start - start, one.pieces[-1].stop - start) for one in group),
                shares=_shares(group), seconds=tuple(one.cue.end - one.cue.begin for one in group),
                line_break=self.manner.line_break or line_end, first=first,
            )  # fmt: skip
            position = stop
        if position < len(text):
            yield Block(text[position:], "", "")


def _shares(group: Sequence[Speech]) -> tuple[float, ...]:
    lengths = [max(1, len(speech.text)) for speech in group]
    return tuple(length / sum(lengths) for length in lengths)


class CueRebuilder:
    """Writes the blocks of one file of subtitles, and tells of cues that are too long to be read."""

    def __init__(self, writer: BlockWriter, manner: Manner, language: str, notices: Notices) -> None:
        self._writer, self._manner, self._notices = writer, manner, notices
        self._linking: Collection[str] = find_language(language).linking_words
        self._language = language
        self._held: list[tuple[Block, str]] | None = []
        """What waits until it is known whether any text changes; None once one has."""
        self._fast: list[int] = []
        self._wide: list[int] = []

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        native = block.text if block.native is None else block.native
        if isinstance(block, CueBlock) and text != block.text:
            native = self._written(block, native, text, codes)
            self._release(is_translated=True)
        if self._held is None:
            self._writer.write(block, native)
        else:
            self._held.append((block, native))

    def _release(self, *, is_translated: bool) -> None:
        for block, native in self._held or ():
            is_code = is_translated and isinstance(block, CodeBlock)
            self._writer.write(block, self._language if is_code else native)
        self._held = None

    def finish(self) -> None:
        """Write what waits still, and tell what a viewer cannot read in time, or not on the screen."""
        self._release(is_translated=False)
        for cues, what in (
            (self._fast, f"read faster than {MOST_SPEED} characters a second"),
            (self._wide, f"wider than two lines of {MOST_CHARACTERS} characters"),
        ):
            if cues:
                verb = "cue is" if len(cues) == 1 else "cues are"
                self._notices.add(f"{len(cues)} {verb} {what}, the first is cue {cues[0]}")

    def _written(self, block: CueBlock, native: str, text: str, codes: Sequence[InlineCode]) -> str:
        parts = part_cues(text, codes, block.shares, self._linking)
        done: list[str] = []
        place = 0
        for number, (start, stop) in enumerate(block.places):
            done.append(native[place:start])
            done.append(self._cue(block, number, text, codes, parts) if number < len(parts) else _ELLIPSIS)
            place = stop
        return "".join([*done, native[place:]])

    def _cue(
        self, block: CueBlock, number: int, text: str, codes: Sequence[InlineCode], parts: Sequence[tuple[int, int]]
    ) -> str:
        """Return how a cue writes its part of a text: in lines, with the tags that are open at its borders."""
        first, last = parts[number]
        own = [code for code in codes if first <= code.start and code.end <= last]
        inner = tuple(InlineCode(c.start - first, c.end - first, c.kind, c.pair, c.type) for c in own)
        said = text[first:last]
        lines = part_lines(said, inner, self._linking)
        self._measure(block, number, said, inner, lines)
        written = block.line_break.join(self._line(said, inner, *line) for line in lines)
        return "".join(_open_at(text, codes, first)) + written + "".join(_closed(text, codes, last))

    def _line(self, text: str, codes: Sequence[InlineCode], start: int, stop: int) -> str:
        done: list[str] = []
        place = start
        for code in codes:
            if start <= code.start and code.end <= stop:
                done += self._manner.write(text[place : code.start]), text[code.start : code.end]
                place = code.end
        return "".join([*done, self._manner.write(text[place:stop])])

    def _measure(
        self,
        block: CueBlock,
        number: int,
        text: str,
        codes: Sequence[InlineCode],
        lines: Sequence[tuple[int, int]],
    ) -> None:
        hidden = sum(code.end - code.start for code in codes)
        if len(text) - hidden > MOST_SPEED * max(block.seconds[number], 0.1):
            self._fast.append(block.first + number)
        shown = (
            stop - start - sum(code.end - code.start for code in codes if start <= code.start and code.end <= stop)
            for start, stop in lines
        )
        if max(shown) > MOST_CHARACTERS:
            self._wide.append(block.first + number)


def _open_at(text: str, codes: Sequence[InlineCode], place: int) -> list[str]:
    """Return the tags that are open at a place of a text, outermost first."""
    opened: dict[int, str] = {}
    for code in codes:
        if code.end <= place and code.pair is not None:
            if code.kind is CodeKind.START:
                opened[code.pair] = text[code.start : code.end]
            elif code.kind is CodeKind.END:
                opened.pop(code.pair, None)
    return list(opened.values())


def _closed(text: str, codes: Sequence[InlineCode], place: int) -> list[str]:
    names = [tag.strip("<>").split()[0].split(".")[0] for tag in _open_at(text, codes, place)]
    return [f"</{name}>" for name in reversed(names)]


@dataclass(frozen=True, slots=True)
class CueReader:
    """Reader of one kind of subtitles."""

    kind: str
    manner: Manner

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        return self._lines([], language).read(path, name=name, language=language, config=config)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        made: list[CueRebuilder] = []
        with self._lines(made, language).rebuild(document, path, language=language) as rebuilder:
            yield rebuilder
            made[-1].finish()

    def _lines(self, made: list[CueRebuilder], language: str) -> LineReader:
        def rebuilder_of(document: Document, writer: BlockWriter) -> Rebuilder:
            notices = document.notices if isinstance(document.notices, Notices) else Notices()
            made.append(CueRebuilder(writer, self.manner, language, notices))
            return made[-1]

        return LineReader(self.kind, lambda lines: CueBlocks(lines, self.manner, language), rebuilder_of=rebuilder_of)


SRT = CueReader("srt", Manner(timed_cues))
VTT = CueReader("vtt", Manner(timed_cues, write=escape_markup, head=_WEBVTT_LANGUAGE))
SBV = CueReader("sbv", Manner(comma_cues, line_break="[br]"))
ASS = CueReader("ass", Manner(dialogue_cues, line_break="\\N"))
