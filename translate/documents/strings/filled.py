"""Reader of catalogues of messages that keep translations beside texts: places to fill come in, the file goes out.

What a kind is, it says by a function that yields :class:`Place` and :class:`Mark`, in the order of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document, State
from translate.documents.base import Rebuilder
from translate.documents.block_writer import BlockWriter
from translate.documents.filling import FillingRebuilder
from translate.documents.lines import LineReader, Lines
from translate.documents.strings.reader import said_encoding
from translate.documents.strings.tokens import Escaping
from translate.documents.strings.values import Keys, Value, lines_of, spell
from translate.errors import DocumentError
from translate.records import dataclass
from translate.text.faults import FaultError


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Characters [start, end) of a file where the translation of `source`, a text as it is written, goes.

    :param write: returns what stands there with a translation, which is written as `escaping` says.
    :param context: where a person finds the text.
    """

    start: int
    end: int
    source: str
    escaping: Escaping
    write: Callable[[str], str]
    context: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a catalogue: the code of its target, and whether it has characters that its encoding lacks.

    It is written in UTF-8 then.
    """

    language: str
    leaves_encoding: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters [start, end) of a file that say how far translations have come, or in which language they are.

    :param write: returns what stands there once the file is filled.
    :param places: those that it speaks of; where none of them is filled, it stays.
    """

    start: int
    end: int
    write: Callable[[Outcome], str]
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a catalogue says, and what the user wants of it."""

    text: str
    keys: Keys
    config: DocumentConfig
    language: str
    """Of the texts."""

    @property
    def is_finished(self) -> bool:
        """Whether nobody needs to look at translations any more."""
        return self.config.filled_as != State.DRAFT


Find = Callable[[Catalogue], Iterator[Place | Mark]]


@dataclass(frozen=True, slots=True)
class PlaceBlock(Block):
    """A line of a text; all lines of it go to one place. `before` stands before it there, `behind` behind the last."""

    place: Place | None = None
    before: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class MarkBlock(Block):
    """A mark, or what of a file stands between places."""

    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class CatalogueBlocks:
    """Blocks of a catalogue, which is read anew each time they are iterated."""

    lines: Lines
    find: Find
    config: DocumentConfig
    language: str

    def __iter__(self) -> Iterator[Block]:
        text = "".join(self.lines)
        position = 0
        try:
            catalogue = Catalogue(text, Keys(self.config.keys, self.config.not_keys), self.config, self.language)
            for one in self.find(catalogue):
                lead, native = text[position : one.start], text[one.start : one.end]
                position = one.end
                if isinstance(one, Mark):
                    yield MarkBlock(lead, "", "", native=native, mark=one)
                else:
                    yield from _lines(one, lead, native)
        except FaultError as exc:
            line, column = exc.line_and_column(text)
            raise DocumentError(exc.message, path=self.lines.path, line=line, column=column) from exc
        if position < len(text):
            yield Block(text[position:], "", "")


def _lines(place: Place, lead: str, native: str) -> Iterator[PlaceBlock]:
    found = list(lines_of(place.escaping.split(place.source), place.escaping.held))
    for number, (start, end, shown, codes) in enumerate(found):
        yield PlaceBlock(
            lead if number == 0 else "", shown, "", codes, native if number == 0 else "", context=place.context,
            place=place, before=place.source[found[number - 1][1] if number else 0 : start],
            behind=place.source[end:] if number == len(found) - 1 else "",
        )  # fmt: skip


def _write(rebuilder: FillingRebuilder, writer: BlockWriter, language: str, encoding: str) -> None:
    """Write a catalogue: as it was, where no text changed."""
    filled = _filled(rebuilder)
    whole = "".join(filled.values())
    outcome = Outcome(language, whole.encode(encoding, "replace").decode(encoding) != whole)
    seen: set[Place] = set()
    for one in rebuilder.fillings:
        block = one.block
        shown = block.text if block.native is None else block.native
        if isinstance(block, PlaceBlock) and block.place in filled and block.place not in seen:
            seen.add(block.place)
            shown = filled[block.place]
        elif isinstance(block, MarkBlock) and block.mark and rebuilder.has_changed:
            places = block.mark.places
            shown = block.mark.write(outcome) if not places or any(map(filled.__contains__, places)) else shown
        writer.write(block, shown)


def _filled(rebuilder: FillingRebuilder) -> dict[Place, str]:
    """Return what stands in each place that is filled: in all where any text changed, but where a kind refuses one."""
    lines: dict[Place, list[str]] = {}
    natives: dict[Place, str | None] = {}
    for one in rebuilder.fillings if rebuilder.has_changed else ():
        if isinstance(one.block, PlaceBlock) and one.block.place:
            written = spell(Value(0, 0, "", one.block.place.escaping), "", one.text, one.codes)
            lines.setdefault(one.block.place, []).append(one.block.before + written + one.block.behind)
            natives.setdefault(one.block.place, one.block.native)
    made = {place: place.write("".join(said)) for place, said in lines.items()}
    return {place: shown for place, shown in made.items() if shown != natives[place]}


@dataclass(frozen=True, slots=True)
class CatalogueReader:
    """Reader of one kind of catalogue.

    :param charset: finds the encoding that a file of it names; None where it is UTF-8.
    """

    kind: str
    find: Find
    charset: re.Pattern[bytes] | None = None

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        if self.charset and not config.encoding:
            config = replace(config, encoding=said_encoding(path, self.charset))
        lines = LineReader(self.kind, lambda lines: CatalogueBlocks(lines, self.find, config, language))
        return lines.read(path, name=name, language=language, config=config)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        rebuilder = FillingRebuilder()
        writers: list[BlockWriter] = []

        def rebuilder_of(_: Document, writer: BlockWriter) -> Rebuilder:
            writers.append(writer)
            return rebuilder

        with LineReader(self.kind, lambda lines: (), rebuilder_of=rebuilder_of).rebuild(
            document, path, language=language
        ) as one:
            yield one
            _write(rebuilder, writers[0], language, document.encoding)
