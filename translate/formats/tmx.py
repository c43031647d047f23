"""TMX 1.4, which every translation memory reads: what we write is plain and strict, what we read may be neither."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from translate import __version__
from translate.data import Bitext, TranslationUnit
from translate.errors import FormatError, UsageError
from translate.files import replace_file, text_layer
from translate.formats.base import FIELDS, Header, Report, strict
from translate.formats.codes import agree, mend_code, primary
from translate.formats.fields import make_name
from translate.formats.sources import open_xml
from translate.formats.tmxprops import SEGTYPES, is_date
from translate.formats.tmxscan import Piece, Scanner
from translate.formats.tmxunit import Derived, Reading, format_tu, languages_of, read_tu
from translate.formats.units import Notes, Units
from translate.formats.xmltext import (
    FORBIDDEN,
    Element,
    XmlFaultError,
    clean,
    escape_attribute,
    escape_markup,
    mend,
    parse_element,
)

TOOL = "bitexte"
SIGNATURE, TARGET_LANGUAGE = "x-signature", "x-target-language"
_START_OF_UNIT = re.compile(r"<tu(?=[\s/>])")


@dataclass(frozen=True, slots=True)
class Tmx:
    """Options: `compress` writes `.tmx.gz`; `creation_date` (20260131T235959Z) is given to the file and each unit."""

    compress: bool = False
    creation_date: str | None = None
    name: str = "tmx"
    holds: frozenset[str] = FIELDS

    def claims(self, path: Path) -> bool:
        return path.name.lower().removesuffix(".gz").endswith(".tmx")

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return (stem.with_name(stem.name + (".tmx.gz" if self.compress else ".tmx")),)

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[TmxWriter]:
        if self.creation_date is not None and not is_date(self.creation_date):
            raise UsageError(f"'{self.creation_date}' is no date of TMX; expected UTC such as 20260131T235959Z.")
        path = self.paths(stem, header)[0]
        with replace_file(path) as file, self._packed(file) as packed, text_layer(packed) as text:
            writer = TmxWriter(text, path, header, Derived(self.creation_date, _model(header.signature)), report)
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

        def units() -> Iterator[TranslationUnit]:
            return _read(path, found, report)

        return Bitext(found.source_language, found.target_language, Units(units), found.signature)


class TmxWriter:
    def __init__(self, file: TextIO, path: Path, header: Header, derived: Derived, report: Report) -> None:
        self._file, self._derived = file, derived
        self._notes = Notes(path, report)
        self._source, self._target = (_code(code, path) for code in (header.source_language, header.target_language))
        self._codes: dict[tuple[str, str], tuple[str, str]] = {}
        file.write(_format_head(self._source, self._target, header.signature, derived))

    def write(self, unit: TranslationUnit) -> None:
        self._notes.unit = unit.name
        try:
            tu = format_tu(unit, self._codes_of(unit), self._derived, self._notes)
        except ValueError as exc:
            self._notes.rejected(f"{exc}.", unit.target.text)
            return
        if FORBIDDEN.search(tu):
            self._notes.mended("characters that XML cannot hold were removed.", ascii(tu))
        self._file.write(clean(tu))

    def close(self) -> None:
        self._file.write("</body>\n</tmx>\n")

    def _codes_of(self, unit: TranslationUnit) -> tuple[str, str]:
        pair = (unit.source.language, unit.target.language)
        if pair not in self._codes:
            self._codes[pair] = (self._written(pair[0], self._source), self._written(pair[1], self._target))
        return self._codes[pair]

    def _written(self, code: str, wanted: str) -> str:
        """Return the code to write: the file's where it names a region, or else the unit's own."""
        mended = mend_code(code)
        if mended is None or not agree(mended, wanted):
            raise ValueError(f"the unit is in '{code}', and the file in '{wanted}'")
        written = mended if wanted == primary(wanted) else wanted
        if written != code and code != primary(code):
            self._notes.mended_once(f"language code '{code}' is written as '{written}', here and below.")
        return written


def _code(code: str, path: Path) -> str:
    mended = mend_code(code)
    if mended is None:
        raise FormatError(f"'{code}' names no language; expected a BCP 47 code such as fr or fr-FR.", path=path)
    return mended


def _model(signature: str) -> str | None:
    """Return what the signature says of the model: the creator of what a machine made."""
    return next((part.removeprefix("model:") for part in signature.split("|") if part.startswith("model:")), None)


def _format_head(source: str, target: str, signature: str, derived: Derived) -> str:
    date = "" if derived.creation_date is None else f' creationdate="{derived.creation_date}"'
    props = f'<prop type="{TARGET_LANGUAGE}">{target}</prop>\n'
    if signature:
        props = f'<prop type="{SIGNATURE}">{clean(escape_markup(signature))}</prop>\n' + props
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="{TOOL}" creationtoolversion="{escape_attribute(__version__)}" segtype="sentence" '
        f'o-tmf="{TOOL}" adminlang="en" srclang="{source}" datatype="plaintext"{date}>\n{props}</header>\n<body>\n'
    )


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the units. `source` and `target` are None where the file does not say."""

    source: str | None
    target: str | None
    signature: str
    derived: Derived
    segtype: str
    is_ours: bool

    def reading(self, header: Header) -> Reading:
        return Reading(header, self.derived, {"segtype": self.segtype} if self.segtype else {}, self.is_ours)


_HEADER = re.compile(r"""<header(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>""")
_HEADER_END = re.compile(r"</header\s*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_VERSION = re.compile(r"""<tmx[^>]*?\sversion\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_REQUIRED = ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype")


def _parse_head(piece: Piece, path: Path, notes: Notes) -> _Head:
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), piece.text)
    notes.line = piece.line
    version = _VERSION.match(text)
    if version is None or version[1] != "1.4":
        found = f"'{version[1]}'" if version else "missing"
        notes.mended(f"the version of TMX is {found}; read as 1.4.")
    header = _parse_header(text, piece.line, path, notes)
    missing = [key for key in _REQUIRED if key not in header.attributes]
    if missing:
        notes.mended(f"the header has no {', '.join(missing)}.")
    props = {child.attributes.get("type"): child.text() for child in header.elements() if child.tag == "prop"}
    is_ours = header.attributes.get("creationtool") == TOOL
    for child in header.elements():
        if child.tag not in ("prop", "note") or child.attributes.get("type") not in (SIGNATURE, TARGET_LANGUAGE):
            notes.lost(f"a <{child.tag}> of the header is left out.", child.text())
    signature = props.get(SIGNATURE, "")
    segtype = header.attributes.get("segtype", "")
    return _Head(
        source=mend_code(header.attributes.get("srclang", "")),
        target=mend_code(props.get(TARGET_LANGUAGE, "")),
        signature=signature,
        derived=Derived(header.attributes.get("creationdate"), _model(signature)) if is_ours else Derived(),
        segtype=segtype if segtype in SEGTYPES[:-1] else "",
        is_ours=is_ours,
    )


def _parse_header(text: str, first_line: int, path: Path, notes: Notes) -> Element:
    start = _HEADER.search(text)
    if start is None:
        return Element("header", {})
    end = start if start[0].endswith("/>") else _HEADER_END.search(text, start.end())
    line = first_line + text.count("\n", 0, start.start())
    if end is None:
        raise FormatError("the <header> that begins here is never closed.", path=path, line=line)
    snippet = text[start.start() : end.end()]
    try:
        return parse_element(snippet)
    except XmlFaultError:
        mended, done = mend(snippet)
    try:
        element = parse_element(mended)
    except XmlFaultError as exc:
        place = {"line": line + exc.line, "column": exc.column + 1}
        raise FormatError(f"the header is not well-formed: {exc}.", path=path, **place) from exc
    notes.mended(f"in the header: {', '.join(done)}.", snippet)
    return element


def _read_header(path: Path, wanted: Header | None, report: Report) -> Header:
    """Find the languages: those wanted, or those the header names, or else those of the first unit that has two."""
    notes = Notes(path, report)
    with open_xml(path) as text:
        scanner = Scanner(text, lambda _: None)
        head = _parse_head(scanner.head(), path, notes)
        if wanted is not None:
            return Header(wanted.source_language, wanted.target_language, head.signature or wanted.signature)
        if head.source and head.target:
            return Header(head.source, head.target, head.signature)
        for piece in scanner.units():
            try:
                codes = languages_of(parse_element(mend(piece.text)[0]))
            except XmlFaultError:
                continue
            source = next((code for code in codes if head.source is None or agree(code, head.source)), None)
            target = next((code for code in codes if source is not None and not agree(code, source)), None)
            if source is not None and target is not None:
                return Header(head.source or source, head.target or target, head.signature)
    named = f" in '{head.source}' and another language" if head.source else " in two languages"
    raise FormatError(f"has no unit{named}; give the languages that you expect.", path=path)


def _read(path: Path, header: Header, report: Report) -> Iterator[TranslationUnit]:
    notes = Notes(path, report)

    def stray(piece: Piece) -> None:
        notes.line, notes.unit = piece.line, None
        notes.lost("text between units is left out.", piece.text)

    with open_xml(path) as text:
        scanner = Scanner(text, stray)
        head = _parse_head(scanner.head(), path, Notes(path, lambda _: None))
        reading = head.reading(header)
        for position, piece in enumerate(scanner.units(), 1):
            unit = _read_unit(piece, position, reading, notes)
            if unit is not None:
                yield unit


def _read_unit(piece: Piece, position: int, reading: Reading, notes: Notes) -> TranslationUnit | None:
    notes.line, notes.unit = piece.line, None
    try:
        element = _parse_unit(piece.text, notes)
        return read_tu(element, reading, notes, lambda source: make_name(position, source))
    except XmlFaultError as exc:
        where = f"line {piece.line + exc.line}, column {exc.column + 1}"
        notes.rejected(f"the unit is not well-formed at {where}: {exc}.", piece.text)
    except ValueError as exc:
        notes.rejected(f"{exc}.", piece.text)
    return None


def _parse_unit(text: str, notes: Notes) -> Element:
    try:
        return parse_element(text)
    except XmlFaultError:
        mended, done = mend(text)
        if not done:
            raise
    element = parse_element(mended)
    notes.mended(f"{', '.join(done)}.", text)
    return element


FORMAT = Tmx()
