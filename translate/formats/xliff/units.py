"""What both versions of XLIFF share: where a unit stands in a review, our own fields, and the files that hold units."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Protocol

from translate.data import InlineCode, Issue, Note, Origin, State, TranslationUnit, Variant
from translate.errors import FormatError, shown
from translate.formats.base import Header, Report
from translate.formats.codes import mend_code
from translate.formats.fields import escape, unescape
from translate.formats.inline import cut
from translate.formats.tmx.props import Fields, own_props
from translate.formats.units import Dropped, Notes
from translate.formats.xliff.states import Review, Words, settle
from translate.formats.xmlstream import Closed, Event, Opened, stream
from translate.formats.xmltext import FORBIDDEN, SPECIAL, Element, clean
from translate.records import dataclass

PROPERTY, NOTE, TARGET = "x-property", "x-note", "x-target"
ROOTS = frozenset({"xliff", "txml"})
CONTAINERS = ROOTS | {"file", "body", "group", "translatable"}
UNITS = frozenset({"trans-unit", "unit", "bin-unit", "segment"})
_PASSED = frozenset({"internal-file", "bin-source", "bin-target", "skeleton"})
PREFIXES = {
    "urn:oasis:names:tc:xliff:document:1.1": "",
    "urn:oasis:names:tc:xliff:document:1.2": "",
    "urn:oasis:names:tc:xliff:document:2.0": "",
    "urn:oasis:names:tc:xliff:document:2.2": "",
    "urn:oasis:names:tc:xliff:metadata:2.0": "mda:",
    "urn:oasis:names:tc:xliff:matches:2.0": "mtc:",
    "urn:oasis:names:tc:xliff:glossary:2.0": "gls:",
    "urn:oasis:names:tc:xliff:resourcedata:2.0": "res:",
    "urn:oasis:names:tc:xliff:changetracking:2.0": "ctr:",
    "urn:oasis:names:tc:xliff:validation:2.0": "val:",
    "http://www.w3.org/2005/11/its": "its:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://sdl.com/FileTypes/SdlXliff/1.0": "sdl:",
    "MQXliff": "mq:",
    "http://www.memsource.com/mxlf/2.0": "m:",
}


FOREIGN = re.compile(r"\{[^{}\s]+\}[A-Za-z_][\w.-]*")
"""A property that is an attribute of another namespace, and is written back as such."""
TOOLS = ("sdl:", "mq:", "m:", "txml:")
"""Properties that are attributes of another tool, which says by them what we say in our own words."""
NAMESPACES = {prefix: name for name, prefix in PREFIXES.items() if prefix not in ("", "xml:")}


def digest_of(text: str) -> str:
    """Return what tells whether a target is still the one that we wrote."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def own_fields(unit: TranslationUnit, native: Collection[str] = ()) -> list[tuple[str, str]]:
    """Return our own fields and foreign properties as names and values; issues and notes have places of their own.

    :param native: properties that have a place of their own as well.
    :raises ValueError: where a number is not finite.
    """
    fields = [(kind, value) for kind, value in own_props(unit) if kind not in ("x-checks", "x-document")]
    fields += [(PROPERTY, f"{escape(key)}\t{escape(value)}") for key, value in unit.properties if key not in native]
    text = "".join(part.text for part in cut(unit.target))
    return [*fields, (TARGET, digest_of(FORBIDDEN.sub("", text)))]  # as it is read back


def language_attribute(variant: Variant, expected: str) -> str:
    """Return the attribute that names the language of a variant, where it is not that of the file."""
    code = mend_code(variant.language)
    return "" if code is None or code == expected else f' xml:lang="{code}"'


def read_variant(read: tuple[str, tuple[InlineCode, ...]], element: Element, expected: str) -> Variant:
    """Return a side of a unit: its text and codes as read, in the language that its element names, or the file."""
    code = element.attributes.get("xml:lang")
    return Variant((mend_code(code) if code else None) or expected, read[0], None, read[1])


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found of one unit, but for its own fields."""

    name: str
    source: Variant
    target: Variant
    document: str | None
    review: Review
    issues: tuple[Issue, ...] = ()
    notes: tuple[Note, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()


def unite(
    found: Found,
    fields: list[tuple[str, str]],
    notes: Notes,
    words: Words,
) -> TranslationUnit:
    """Make the unit. What was measured of a target that a person has changed since speaks of another text.

    :param words: how the version says where a unit stands.
    """
    held, properties, digest = Fields(), [], None
    for kind, value in fields:
        key, tab, rest = value.partition("\t")
        if kind == PROPERTY and tab:
            properties.append((unescape(key), unescape(rest)))
        elif kind == TARGET:
            digest = value
        else:
            held.take(kind, value)
    is_changed = digest is not None and digest != digest_of(found.target.text)
    if is_changed:
        notes.fixed_once("targets were edited after export: their origin is now human, without score.")
    unit = TranslationUnit(
        name=found.name,
        source=Variant(found.source.language, found.source.text, held.source_span, found.source.codes),
        target=Variant(
            found.target.language, found.target.text, None if is_changed else held.target_span, found.target.codes
        ),
        origin=held.origin or Origin.MEMORY,
        score=None if is_changed else held.score,
        issues=() if is_changed else found.issues,
        document=found.document,
        alignment=held.texts.get("x-alignment", "1-1"),
        context_before=held.texts.get("x-context-pre"),
        context_after=held.texts.get("x-context-post"),
        properties=(*found.properties, *properties, *held.properties),
        notes=found.notes,
        state=held.state,
    )
    if is_changed:
        state = found.review.state if found.review.is_confirmed else None
        return replace(unit, origin=Origin.HUMAN, state=None if state is State.TRANSLATED else state)
    review = found.review
    if held.origin is None and not unit.target.text.strip() and not unit.target.codes:
        review = Review(review.origin, State.UNTRANSLATED)  # Whatever the file says of it.
    return settle(unit, review, words, is_noted=held.origin is not None)


def say_unplaced(unit: TranslationUnit, placed: Collection[str], notes: Notes) -> None:
    """Say which attributes of inline codes a version has no place for, once each."""
    for code in (*unit.source.codes, *unit.target.codes):
        for name, _ in code.attributes:
            if name.endswith(":content") and name not in placed:
                notes.lost_once("text within inline codes (<sub>) is kept as part of their own.")
            elif name not in placed:
                notes.lost_once(
                    f"the attribute {shown(name)} of inline codes is left out: this version has no place for it."
                )


class Dialect(Protocol):
    """How one version of XLIFF writes. `number` counts from 1 through the file."""

    def head(self, header: Header) -> str: ...

    def file_head(self, number: int, document: str | None, header: Header) -> str: ...

    def unit(self, number: int, unit: TranslationUnit, header: Header, notes: Notes) -> str:
        """:raises ValueError: where it can be no unit in XLIFF."""
        ...

    def file_tail(self) -> str: ...

    def empty(self) -> str:
        """Return what stands in the file of a corpus without units."""
        ...


class XliffWriter:
    """Writes units of one document after the other into one `<file>` each."""

    def __init__(
        self, file: BinaryIO, path: Path, header: Header, dialect: Dialect, dropped: Dropped, report: Report
    ) -> None:
        self._file, self._dialect, self._dropped = file, dialect, dropped
        self._notes = Notes(path, report)
        codes = [mend_code(code) for code in (header.source_language, header.target_language)]
        if codes[0] is None or codes[1] is None:
            wrong = header.source_language if codes[0] is None else header.target_language
            raise FormatError(
                f"{shown(wrong)} is not a language code; expected BCP 47, such as fr or fr-FR.", path=path
            )
        self._header = Header(codes[0], codes[1], header.signature)
        self._units = self._files = 0
        self._document: str | None = None
        self.size = 0
        """Bytes written."""
        self.put(dialect.head(self._header).encode())

    def write(self, unit: TranslationUnit) -> None:
        self.put(self.format(unit))

    def format(self, unit: TranslationUnit) -> bytes:
        """Return the unit, after the beginning of a new `<file>` where one is needed; nothing where it is rejected."""
        self._notes.unit = unit.name
        self._dropped.note(unit)
        if any(key.startswith(TOOLS) for key, _ in unit.properties):
            self._notes.lost_once("attributes of another tool are kept as properties alone: this is plain XLIFF.")
        try:
            markup = self._dialect.unit(self._units + 1, unit, self._header, self._notes)
        except ValueError as exc:
            self._notes.rejected(f"{exc}.", unit.target.text)
            return b""
        self._units += 1
        if not self._files or unit.document != self._document:
            ended = self._dialect.file_tail() if self._files else ""
            self._files, self._document = self._files + 1, unit.document
            markup = ended + self._dialect.file_head(self._files, unit.document, self._header) + markup
        if SPECIAL.search(markup):
            if FORBIDDEN.search(markup):
                self._notes.fixed("characters that XML does not allow were removed.", ascii(markup))
            markup = clean(markup)
        return markup.encode()

    def put(self, data: bytes) -> None:
        self._file.write(data)
        self.size += len(data)

    def close(self) -> None:
        if not self._files:
            self.put((self._dialect.file_head(1, None, self._header) + self._dialect.empty()).encode())
        self.put(f"{self._dialect.file_tail()}</xliff>\n".encode())


def events_of(path: Path) -> Iterator[Event]:
    """Yield what an XLIFF file holds, its root first.

    :raises FormatError: with line and column, where it is none.
    """
    events = stream(path, CONTAINERS, PREFIXES, _PASSED)
    first = next(events, None)
    if not isinstance(first, Opened) or first.element.tag not in ROOTS:
        shown = "it is empty" if first is None or isinstance(first, Closed) else f"its root is <{first.element.tag}>"
        raise FormatError(f"is not XLIFF: {shown}; expected <xliff>.", path=path, line=1, column=1)
    yield first
    yield from events
