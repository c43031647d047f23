"""Memories of Trados Studio, `.sdltm`, which are read and never written: databases of SQLite whose segments are XML.

Tables and elements are those that public readers agree on (disfr's `SdltmReader`, the SDLTM search of RWS's community
apps): `translation_memories` names the languages, `translation_units` holds the segments, and what users keep of a unit
in fields of their own is in `string_attributes` and `picklist_attributes`. Token data and indexes are passed over.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from translate.data import Bitext, CodeKind, Origin, TranslationUnit, Variant
from translate.errors import FormatError, reason_of
from translate.formats.base import Header, Report, strict
from translate.formats.codes import mend_code
from translate.formats.inline import Collector
from translate.formats.pairs import agrees
from translate.formats.units import Notes, Units
from translate.formats.xmltext import XmlFaultError, parse_element
from translate.records import dataclass
from translate.text.late import late_plain

_MAGIC = b"SQLite format 3\0"
_MEMORIES = "SELECT id, source_language, target_language FROM translation_memories ORDER BY id"
_UNITS = """
SELECT id, source_segment, target_segment, creation_date, creation_user, change_date, change_user, usage_counter
 FROM translation_units WHERE translation_memory_id = ? ORDER BY id
"""
_FIELDS = {
    "string_attributes": """
SELECT s.translation_unit_id, a.name, s.value FROM string_attributes s JOIN attributes a ON a.id = s.attribute_id
 WHERE typeof(s.translation_unit_id) = 'integer' ORDER BY s.translation_unit_id
""",
    "picklist_attributes": """
SELECT p.translation_unit_id, a.name, v.value FROM picklist_attributes p
 JOIN picklist_values v ON v.id = p.picklist_value_id JOIN attributes a ON a.id = v.attribute_id
 WHERE typeof(p.translation_unit_id) = 'integer' ORDER BY p.translation_unit_id
""",
}
"""What users keep of units, of the kinds that are texts."""
_DATE = late_plain(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d).*")
_KINDS = {
    "Start": CodeKind.START, "UnmatchedStart": CodeKind.START, "End": CodeKind.END, "UnmatchedEnd": CodeKind.END,
}  # fmt: skip
"""What tags do; others stand alone."""
_UNALIGNED = "0"
_DECLARATION = "<!DOCTYPE"
_NEEDED = {"translation_memories", "translation_units"}
_Field = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class StudioMemory:
    """The format."""

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read the memory in the languages that are stated, or else the first of the file."""
        memories = _memories(path)
        wanted = header or Header("", "")
        found = next(
            (
                pair
                for pair in memories.values()
                if agrees(pair.source_language, wanted.source_language)
                and agrees(pair.target_language, wanted.target_language)
            ),
            next(iter(memories.values())),
        )
        numbers = [number for number, pair in memories.items() if pair == found]

        def read(units: Units) -> Iterator[TranslationUnit]:
            return _read(path, numbers, found, Notes(path, report))

        return Bitext(found.source_language, found.target_language, Units(read), "")

    def pairs(self, path: Path) -> tuple[Header, ...]:
        """Return the languages of each memory of the file: most have one."""
        return tuple(dict.fromkeys(_memories(path).values()))


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as exc:
        raise FormatError(f"cannot be read: {exc.strerror}.", path=path) from exc
    if head != _MAGIC:
        raise FormatError(f"begins with {head[:12]!r}, and is no memory of Trados Studio (SQLite).", path=path)
    connection = None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        connection.execute("PRAGMA trusted_schema = OFF")
        if missing := sorted(_NEEDED - _tables(connection)):
            raise sqlite3.DatabaseError(f"it has no table {missing[0]}")
        yield connection
    except (sqlite3.Error, UnicodeDecodeError) as exc:
        message = f"cannot be read as a memory of Trados Studio ({reason_of(exc)}); export it from Studio as TMX."
        raise FormatError(message, path=path) from exc
    finally:
        if connection is not None:
            connection.close()


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _memories(path: Path) -> dict[int, Header]:
    """Return the languages of each memory of a file, by its number."""
    with _opened(path) as connection:
        rows = connection.execute(_MEMORIES).fetchall()
    found = {number: Header(*(mend_code(code or "") or "" for code in codes)) for number, *codes in rows}
    for pair in found.values():
        if not pair.source_language or not pair.target_language:
            raise FormatError("does not say in which languages a memory of it is.", path=path)
    if not found:
        raise FormatError("holds no memory.", path=path)
    return found


def _read(path: Path, numbers: list[int], header: Header, notes: Notes) -> Iterator[TranslationUnit]:
    with _opened(path) as connection:
        held = _tables(connection)
        for number in numbers:
            fields = [_Fields(connection.execute(query)) for table, query in _FIELDS.items() if table in held]
            for row in connection.execute(_UNITS, (number,)):
                notes.unit = str(row[0])
                try:
                    sides = [_variant(code, text) for code, text in zip(_codes_of(header), row[1:3], strict=True)]
                except (XmlFaultError, TypeError, ValueError) as exc:
                    notes.rejected(f"its segment cannot be read: {reason_of(exc)}.")
                    continue
                own = chain.from_iterable(field.of(row[0]) for field in fields)
                properties = (*_properties(*row[3:]), *own)
                yield TranslationUnit(notes.unit, sides[0], sides[1], Origin.MEMORY, properties=properties)


def _codes_of(header: Header) -> tuple[str, str]:
    return header.source_language, header.target_language


class _Fields:
    """The fields of one kind, which come in the order of their units."""

    def __init__(self, rows: Iterator[_Field]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, unit: int) -> Iterator[tuple[str, str]]:
        """Yield names and values of a unit; units are asked for in order."""
        while self._next is not None and self._next[0] <= unit:
            if self._next[0] == unit:
                yield f"x-{self._next[1]}", str(self._next[2])
            self._next = next(self._rows, None)


def _properties(
    created: object, creator: object, changed: object, changer: object, uses: object
) -> Iterator[tuple[str, str]]:
    for name, date, person in (("creation", created, creator), ("change", changed, changer)):
        if known := _DATE.fullmatch(str(date)):
            year, month, day, hour, minute, second = known.groups()
            yield f"tu@{name}date", f"{year}{month}{day}T{hour}{minute}{second}Z"
        if person:
            yield f"tu@{name}id", str(person)
    if uses:
        yield "tu@usagecount", str(uses)


def _variant(language: str, segment: object) -> Variant:
    """Return what a `<Segment>` holds: texts, and tags as codes.

    :raises XmlFaultError: where it is not well-formed.
    :raises TypeError: where it is no text.
    :raises ValueError: where it has no elements.
    """
    if not isinstance(segment, str):
        raise TypeError(f"it is {type(segment).__name__}, no text")
    if _DECLARATION in segment:
        raise ValueError("it declares a type of document")
    parts = next((one for one in parse_element(segment).elements() if one.tag == "Elements"), None)
    if parts is None:
        raise ValueError("it has no <Elements>")
    collector = Collector()
    for part in parts.elements():
        said = {child.tag: child.text() for child in part.elements()}
        if part.tag == "Text":
            collector.add_text(said.get("Value", ""))
        elif part.tag == "Tag":
            _add_tag(said, collector)
        else:
            raise ValueError(f"it has <{part.tag}>; expected <Text> or <Tag>")
    text, codes = collector.finish()
    return Variant(language, text, None, codes)


def _add_tag(said: dict[str, str], collector: Collector) -> None:
    """Add a tag: what Studio aligned has one number on both sides, which an end has from its start."""
    kind = _KINDS.get(said.get("Type", ""), CodeKind.ISOLATED)
    aligned = said.get("AlignmentAnchor", _UNALIGNED)
    own = said.get("TagID", "")
    identity = aligned if aligned != _UNALIGNED else f"t{own}" if own else ""
    is_pair = said.get("Type") in ("Start", "End")
    key = said.get("Anchor") if is_pair else None
    if kind is CodeKind.END and is_pair:
        identity = ""
    collector.add_code(said.get("TextEquivalent", ""), kind, key=key, identity=identity)


FORMAT = StudioMemory()
