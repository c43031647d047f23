"""TMX 1.4, which every translation memory reads: what we write is plain and strict, what we read may be neither."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, cast

from translate.data import Bitext, State, TranslationUnit
from translate.errors import FormatError, UsageError, shown
from translate.files import replace_file
from translate.formats.base import FIELDS, Format, Header, Report, stem_of, strict
from translate.formats.codes import agree, mend_code, primary
from translate.formats.fields import make_name
from translate.formats.packing import plain_name
from translate.formats.pairs import absent, agrees, choose, pairs_of, say_left_out
from translate.formats.sources import open_xml
from translate.formats.tmx.head import format_head, model_of, parse_head
from translate.formats.tmx.languages import count_languages
from translate.formats.tmx.parts import Tu, parse_tu
from translate.formats.tmx.props import is_date
from translate.formats.tmx.quick import UNIT, QuickReader
from translate.formats.tmx.scan import Piece, Scanner
from translate.formats.tmx.unit import Derived, OtherLanguagesError, Reading, format_tu, read_tu
from translate.formats.units import Dropped, Names, Notes, Units
from translate.formats.xmltext import (
    FORBIDDEN,
    SPECIAL,
    XmlFaultError,
    clean,
    mend,
)
from translate.records import dataclass
from translate.text.late import late_plain

_START_OF_UNIT = late_plain(r"<tu(?=[\s/>])")


@dataclass(frozen=True, slots=True)
class Tmx:
    """Options: `compress` writes `.tmx.gz`; `creation_date` (20260131T235959Z) is given to the file and each unit."""

    compress: bool = False
    creation_date: str | None = None
    name: str = "tmx"
    holds: frozenset[str] = FIELDS - {"edits", "suggestions"}

    def claims(self, path: Path) -> bool:
        return plain_name(path.name).endswith(".tmx")

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return (stem.with_name(stem.name + (".tmx.gz" if self.compress else ".tmx")),)

    def place(self, path: Path) -> tuple[Format, Path]:
        compress = path.name.lower().endswith(".gz")
        return replace(self, compress=compress), stem_of(path, ".tmx.gz" if compress else ".tmx")

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[TmxWriter]:
        if self.creation_date is not None and not is_date(self.creation_date):
            raise UsageError(f"'{self.creation_date}' is not a TMX date; expected UTC such as 20260131T235959Z.")
        path = self.paths(stem, header)[0]
        with replace_file(path) as file, self._packed(file) as packed:
            writer = TmxWriter(packed, path, header, Derived(self.creation_date, model_of(header.signature)), report)
            yield writer
            writer.close()

    @contextmanager
    def _packed(self, file: BinaryIO) -> Iterator[BinaryIO]:
        if not self.compress:
            yield file
            return
        # No name and no time in it, so that the same units make the same bytes.
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
            yield cast(BinaryIO, packed)

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read a file of any TMX version, whatever wrote it."""
        found = _read_header(path, header, report)

        units = Units(lambda units: _read(path, found, report, units))
        return Bitext(found.source_language, found.target_language, units, found.signature)

    def pairs(self, path: Path) -> tuple[Header, ...]:
        """Return the language that the header names as the source, or the first of each unit, with each other one."""
        with open_xml(path) as text:
            head = parse_head(Scanner(text, lambda _: None).head(), path, Notes(path, lambda _: None))
        return pairs_of(count_languages(path), head.source)


class TmxWriter:
    def __init__(self, file: BinaryIO, path: Path, header: Header, derived: Derived, report: Report) -> None:
        self._file, self._derived = file, derived
        self._notes, self._dropped = Notes(path, report), Dropped(path, FORMAT, report)
        self._source, self._target = (_code(code, path) for code in (header.source_language, header.target_language))
        self._codes: dict[tuple[str, str], tuple[str, str]] = {}
        self.size = 0
        """Bytes written, before they are packed."""
        self.put(format_head(self._source, self._target, header.signature, derived).encode())

    def write(self, unit: TranslationUnit) -> None:
        self.put(self.format(unit))

    def format(self, unit: TranslationUnit) -> bytes:
        """Return the `<tu>` of `unit`; nothing where it is rejected."""
        self._notes.unit = unit.name
        if unit.standing is State.UNTRANSLATED:
            # A memory would insert the copy of a source, or nothing, for a translation.
            self._notes.left_out("nobody has translated the unit, and a memory holds translations.")
            return b""
        self._dropped.note(unit)
        try:
            tu = format_tu(unit, self._codes_of(unit), self._derived, self._notes)
        except ValueError as exc:
            self._notes.rejected(f"{exc}.", unit.target.text)
            return b""
        if SPECIAL.search(tu):
            if FORBIDDEN.search(tu):
                self._notes.fixed("characters that XML does not allow were removed.", ascii(tu))
            tu = clean(tu)
        return tu.encode()

    def put(self, data: bytes) -> None:
        self._file.write(data)
        self.size += len(data)

    def close(self) -> None:
        self.put(b"</body>\n</tmx>\n")

    def _codes_of(self, unit: TranslationUnit) -> tuple[str, str]:
        pair = (unit.source.language, unit.target.language)
        if pair not in self._codes:
            self._codes[pair] = (self._written(pair[0], self._source), self._written(pair[1], self._target))
        return self._codes[pair]

    def _written(self, code: str, wanted: str) -> str:
        """Return the code to write: the file's where it names a region, or else the unit's own."""
        mended = mend_code(code)
        if mended is None or not agree(mended, wanted):
            raise ValueError(f"the unit is in {shown(code)}, and the file in {shown(wanted)}")
        written = mended if wanted == primary(wanted) else wanted
        if written != code and code != primary(code):
            self._notes.fixed_once(f"language code {shown(code)} is written as {shown(written)}, here and below.")
        return written


def _code(code: str, path: Path) -> str:
    mended = mend_code(code)
    if mended is None:
        raise FormatError(f"{shown(code)} is not a language code; expected BCP 47, such as fr or fr-FR.", path=path)
    return mended


def _read_header(path: Path, wanted: Header | None, report: Report) -> Header:
    """Find the languages: those stated, or those of the file, or else of its units; say which are left out.

    :raises FormatError: where it has units, and none in the languages that are stated.
    """
    with open_xml(path) as text:
        head = parse_head(Scanner(text, lambda _: None).head(), path, Notes(path, report))
    if head.is_ours and head.source and head.target and _is_asked(head.source, head.target, wanted):
        return Header(head.source, head.target, head.signature)
    counts = count_languages(path)
    if not counts:
        asked = wanted or Header("", "")
        source, target = asked.source_language or head.source, asked.target_language or head.target
        if source and target:
            return Header(source, target, head.signature)
    found = choose(counts, wanted, head.source)
    if found is None:
        _check_complete(path)
    if found is None and wanted is not None and counts:
        raise absent(path, wanted, counts)
    if found is None:
        named = f" in {shown(head.source)} and another language" if head.source else " in two languages"
        raise FormatError(f"has no unit{named}; give the languages to read.", path=path)
    say_left_out(counts, found, path, report)
    return replace(found, signature=head.signature or (wanted.signature if wanted else ""))


def _check_complete(path: Path) -> None:
    """:raises FormatError: where the file ends too early: what it lacks may have been behind that."""
    with open_xml(path) as text:
        scanner = Scanner(text, lambda _: None)
        scanner.head()
        for _ in scanner.pieces():
            pass


def _is_asked(source: str, target: str, wanted: Header | None) -> bool:
    return wanted is None or (agrees(source, wanted.source_language) and agrees(target, wanted.target_language))


def _read(path: Path, header: Header, report: Report, units: Units) -> Iterator[TranslationUnit]:
    notes = Notes(path, report)

    def stray(piece: Piece) -> None:
        notes.line, notes.unit = piece.line, None
        notes.lost("text between units is dropped.", piece.text)

    with open_xml(path) as text:
        scanner = Scanner(text, stray)
        head = parse_head(scanner.head(), path, Notes(path, lambda _: None))
        reading = head.reading(header)
        quick, names, position = QuickReader(reading), Names(notes), 0

        def place() -> int:
            return scanner.line

        for found in scanner.units(UNIT):
            if isinstance(found, re.Match):
                unit = quick.read(found, position + 1)
                if unit is not None:
                    position += 1
                    units.place = place
                    if names.is_first(unit.name):
                        yield unit
                        continue
                    notes.line, notes.unit = scanner.line, unit.name
                    yield replace(unit, name=names.unique(unit.name))
                    continue
            whole = Piece(found[0].lstrip(), scanner.line) if isinstance(found, re.Match) else found
            for piece, tu in _parse_units(whole, notes):
                position += 1
                unit = _read_unit(piece, tu, position, reading, notes)
                if unit is not None:
                    units.line = piece.line
                    name = names.unique(unit.name)
                    yield unit if name is unit.name else replace(unit, name=name)


def _parse_units(piece: Piece, notes: Notes) -> Iterator[tuple[Piece, Tu]]:
    """Parse one unit, mending it, or several where one that is never closed has swallowed those after it."""
    notes.line, notes.unit = piece.line, None
    try:
        tu = parse_tu(piece.text, notes)
    except XmlFaultError as exc:
        yield from _mend_units(piece, exc, notes)
    except ValueError as exc:
        notes.rejected(f"{exc}.", piece.text)
    else:
        yield piece, tu


def _mend_units(piece: Piece, fault: XmlFaultError, notes: Notes) -> Iterator[tuple[Piece, Tu]]:
    starts = [match.start() for match in _START_OF_UNIT.finditer(piece.text)]
    if len(starts) > 1:
        for start, end in pairwise([*starts, len(piece.text)]):
            part = Piece(piece.text[start:end], piece.line + piece.text.count("\n", 0, start))
            yield from _parse_units(part, notes)
        return
    mended, done = mend(piece.text)
    if done:
        try:
            tu = parse_tu(mended, notes)
        except XmlFaultError as exc:
            fault = exc
        except ValueError as exc:
            notes.rejected(f"{exc}.", piece.text)
            return
        else:
            notes.fixed(f"{', '.join(done)}.", piece.text)
            yield piece, tu
            return
    where = f"line {piece.line + fault.line}, column {fault.column + 1}"
    notes.rejected(f"the unit is not well-formed at {where}: {fault}.", piece.text)


def _read_unit(piece: Piece, tu: Tu, position: int, reading: Reading, notes: Notes) -> TranslationUnit | None:
    notes.unit = tu.attributes.get("tuid") or None
    try:
        return read_tu(tu, reading, notes, lambda source: make_name(position, source))
    except ValueError as exc:
        notes.rejected(f"{exc}.", piece.text, is_of_pair=isinstance(exc, OtherLanguagesError))
        return None


FORMAT = Tmx()
