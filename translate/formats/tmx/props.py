"""What a unit has beside its texts, as attributes, props and notes of TMX, both ways.

Each of our own fields has a prop of its own (`OWN_PROPS`). What other tools wrote comes into `properties` under these
names, and goes back to where it was:

    x-anything            <prop type="x-anything"> of the unit
    tu@changedate         an attribute of the unit; source@… and target@… those of its variants
    source/x-anything     <prop type="x-anything"> of a variant
    source@note           <note> of a variant
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from translate.data import InlineCode, Issue, Note, Origin, Span, State, TranslationUnit
from translate.formats.fields import (
    escape,
    format_issue,
    format_score,
    format_span,
    parse_issue,
    parse_score,
    parse_span,
    unescape,
)
from translate.formats.tmx.codes import ASSOC, CONTENT
from translate.formats.tmx.parts import Tu, Tuv
from translate.formats.units import Notes
from translate.records import dataclass

OWN_PROPS = (
    "x-origin", "x-state", "x-score", "x-alignment", "x-checks", "x-document", "x-context-pre", "x-context-post",
    "x-span-source", "x-span-target", "x-note", "x-code",
)  # fmt: skip
DESCRIPTIONS = ("x-note", "x-code")
"""What is known of a note beside its text, and of an inline code beside what TMX says: fields with a tab between."""
PLACED = (CONTENT, ASSOC)
"""Attributes of an inline code that TMX has a place for."""
# OmegaT ties a unit with one of these to one place of one document, and never offers it elsewhere.
_BINDING = ("", "file", "id", "next", "path", "prev")
_SHIELD = "x-foreign-"

SEGTYPES = ("block", "paragraph", "phrase", "sentence")
"""What a segment can be; sentence is the rule, and ours."""
DATES = ("creationdate", "changedate", "lastusagedate")
_DATE = re.compile(r"[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]Z")
_TUV_ATTRIBUTES = {
    "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion", "creationdate",
    "creationid", "changedate", "changeid", "o-tmf",
}  # fmt: skip
_ATTRIBUTES = {"tu": _TUV_ATTRIBUTES | {"segtype", "srclang"}, "source": _TUV_ATTRIBUTES, "target": _TUV_ATTRIBUTES}
LANGUAGE_ATTRIBUTES = ("xml:lang", "lang")


def is_date(text: str) -> bool:
    """Tell whether `text` is a date as TMX writes it: 20260131T235959Z."""
    return _DATE.fullmatch(text) is not None


@dataclass(slots=True)
class TuParts:
    """What goes where in a `<tu>`. Keys and values are not escaped yet."""

    attributes: dict[str, dict[str, str]]
    """By `tu`, `source` and `target`."""
    props: list[tuple[str, str]]
    variant_props: dict[str, list[tuple[str | None, str]]]
    """By `source` and `target`; a type of None is a note."""


def own_props(unit: TranslationUnit) -> list[tuple[str, str]]:
    """Return the props that hold our own fields.

    :raises ValueError: where a number is not finite.
    """
    props = [("x-origin", unit.origin.value)]
    if unit.state is not None:
        props.append(("x-state", unit.state.value))
    if unit.score is not None:
        props.append(("x-score", format_score(unit.score)))
    props.append(("x-alignment", unit.alignment))
    props += [("x-checks", format_issue(issue)) for issue in unit.issues]
    if unit.document is not None:
        props.append(("x-document", unit.document))
    if unit.context_before is not None:
        props.append(("x-context-pre", unit.context_before))
    if unit.context_after is not None:
        props.append(("x-context-post", unit.context_after))
    if unit.source.span is not None:
        props.append(("x-span-source", format_span(unit.source.span)))
    if unit.target.span is not None:
        props.append(("x-span-target", format_span(unit.target.span)))
    return props


def description_props(unit: TranslationUnit) -> Iterator[tuple[str, str]]:
    """Yield the props that hold what TMX has no place for in its notes and inline codes."""
    for number, note in enumerate(unit.notes, 1):
        priority = "" if note.priority is None else str(note.priority)
        fields = (note.author, priority, note.about, note.language, note.category)
        if any(fields):
            yield "x-note", "\t".join(map(escape, (str(number), *fields)))
    for side, variant in (("source", unit.source), ("target", unit.target)):
        for number, code in enumerate(variant.codes, 1):
            described = [pair for pair in code.attributes if pair[0] not in PLACED]
            if described or (code.id and not code.id.isdecimal()):
                held = (item for pair in described for item in pair)
                yield "x-code", "\t".join(map(escape, (side, str(number), code.id, *held)))


def part(unit: TranslationUnit) -> TuParts:
    """Sort our own fields and the foreign properties into their places.

    :raises ValueError: where a number is not finite.
    """
    props = [*own_props(unit), *description_props(unit)]
    parts = TuParts({"tu": {}, "source": {}, "target": {}}, props, {"source": [], "target": []})
    for key, value in unit.properties:
        side, at, name = key.partition("@")
        if at and side in parts.variant_props and name == "note":
            parts.variant_props[side].append((None, value))
        elif at and _is_attribute(side, name, value) and name not in parts.attributes[side]:
            parts.attributes[side][name] = value
        else:
            side, slash, name = key.partition("/")
            if slash and side in parts.variant_props:
                parts.variant_props[side].append((name, value))
            else:
                parts.props.append((_shield(key), value))
    return parts


def _is_attribute(side: str, name: str, value: str) -> bool:
    """Tell whether TMX has this attribute and this value for it; if not, a prop keeps it as well."""
    if name not in _ATTRIBUTES.get(side, ()):
        return False
    return is_date(value) if name in DATES else value in SEGTYPES if name == "segtype" else True


def _shield(key: str) -> str:
    """Return a type of prop for a foreign property, which neither we nor OmegaT take for our own."""
    return _SHIELD + key if key in OWN_PROPS or key in _BINDING or key.startswith(_SHIELD) else key


def unshield(key: str) -> str:
    """Return the foreign property that :func:`part` wrote under this type of prop."""
    if not key.startswith(_SHIELD):
        return key
    bare = key.removeprefix(_SHIELD)
    return bare if key.startswith(_SHIELD) and _shield(bare) == key else key


class Fields:
    """Our own fields, and the foreign ones, as the props of a unit give them."""

    def __init__(self) -> None:
        self.origin: Origin | None = None
        self.state: State | None = None
        self.score: float | None = None
        self.source_span: Span | None = None
        self.target_span: Span | None = None
        self.issues: list[Issue] = []
        self.texts: dict[str, str] = {}
        self.properties: list[tuple[str, str]] = []
        self.notes: list[Note] = []
        self._of_notes: dict[int, list[str]] = {}
        self._of_codes: dict[tuple[str, int], list[str]] = {}

    def take(self, kind: str | None, text: str) -> None:
        """Take one prop, or a note, whose kind is None."""
        if kind is None:
            self.notes.append(Note(text))
        elif not self._take_own(kind, text):
            self.properties.append((unshield(kind), text))

    def described_notes(self) -> tuple[Note, ...]:
        """Return the notes with what is known of them."""
        return tuple(
            Note(note.text, held[0], int(held[1]) if held[1] else None, *held[2:])
            if (held := self._of_notes.get(number))
            else note
            for number, note in enumerate(self.notes, 1)
        )

    def describe(self, side: str, codes: tuple[InlineCode, ...]) -> tuple[InlineCode, ...]:
        """Return the codes of a side with what is known of them."""
        return tuple(
            replace(code, id=held[0], attributes=(*code.attributes, *zip(held[1::2], held[2::2], strict=True)))
            if (held := self._of_codes.get((side, number)))
            else code
            for number, code in enumerate(codes, 1)
        )

    def _take_own(self, kind: str, text: str) -> bool:
        """Take the value of one of our props; the first of each counts, and only where it has our form."""
        try:
            match kind:
                case "x-checks":
                    self.issues.append(parse_issue(text))
                case "x-origin" if self.origin is None:
                    self.origin = Origin(text)
                case "x-note" | "x-code":
                    return self._take_description(kind, [unescape(field) for field in text.split("\t")])
                case "x-state" if self.state is None:
                    self.state = State(text)
                case "x-score" if self.score is None:
                    self.score = parse_score(text)
                case "x-span-source" if self.source_span is None:
                    self.source_span = parse_span(text)
                case "x-span-target" if self.target_span is None:
                    self.target_span = parse_span(text)
                case "x-document" | "x-alignment" | "x-context-pre" | "x-context-post" if kind not in self.texts:
                    self.texts[kind] = text
                case _:
                    return False
        except ValueError:
            return False
        return True

    def _take_description(self, kind: str, fields: list[str]) -> bool:
        """Take what is known of a note or an inline code.

        :raises ValueError: where its number is none.
        """
        if kind == "x-note" and len(fields) == 6 and (fields[2] == "" or fields[2].isdecimal()):
            self._of_notes[int(fields[0])] = fields[1:]
            return True
        if kind == "x-code" and len(fields) > 2 and len(fields) % 2:
            self._of_codes[fields[0], int(fields[1])] = fields[2:]
            return True
        return False


def read_attributes(tu: Tu, derived: dict[str, str], lent: dict[str, str], notes: Notes) -> Iterator[tuple[str, str]]:
    """Yield the attributes of a `<tu>` as properties, but for its name.

    :param derived: those a unit has by rule; with the same value they are no property.
    :param lent: those that the header gives to each unit that has none of its own.
    """
    for key, value in tu.attributes.items():
        if key in DATES and not is_date(value):
            notes.fixed(f"{key} is not a date such as 20260131T235959Z; it is kept as a property.", value)
        if key != "tuid" and derived.get(key) != value:
            yield f"tu@{key}", value
    for key, value in lent.items():
        if key not in tu.attributes:
            yield f"tu@{key}", value


def read_variant_properties(side: str, tuv: Tuv) -> Iterator[tuple[str, str]]:
    """Yield attributes, props and notes of a `<tuv>` as properties."""
    for key, value in tuv.attributes.items():
        if key not in LANGUAGE_ATTRIBUTES:
            yield f"{side}@{key}", value
    for kind, text in tuv.props:
        yield (f"{side}@note" if kind is None else f"{side}/{kind}"), text
