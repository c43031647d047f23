"""One translation unit as TMX's `<tu>`, both ways."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from translate.data import InlineCode, Origin, TranslationUnit, Variant, usual_state
from translate.errors import shown
from translate.formats.base import Header
from translate.formats.codes import agree, mend_code
from translate.formats.inline import normal, trim
from translate.formats.tmx.codes import format_segments
from translate.formats.tmx.origins import judge
from translate.formats.tmx.parts import Tu, Tuv, language_of
from translate.formats.tmx.props import Fields, part, read_attributes, read_variant_properties
from translate.formats.units import Notes
from translate.formats.xmltext import FORBIDDEN, escape_attribute, escape_markup
from translate.records import dataclass

_INDENT = " \t\n"


@dataclass(frozen=True, slots=True)
class Derived:
    """Attributes that a unit has by rule: they are written, and read back they are no property of it."""

    creation_date: str | None = None
    model: str | None = None
    """The creator of what a machine made."""

    def attributes(self, origin: Origin) -> dict[str, str]:
        attributes = {} if self.creation_date is None else {"creationdate": self.creation_date}
        if self.model is not None and origin is Origin.MACHINE:
            attributes["creationid"] = self.model
        return attributes


def format_tu(unit: TranslationUnit, codes: tuple[str, str], derived: Derived, notes: Notes) -> str:
    """Return the `<tu>`, with a line end.

    :param codes: the languages to write for source and target.
    :raises ValueError: where it can be no unit in TMX.
    """
    sides = []
    for side, variant in (("source", unit.source), ("target", unit.target)):
        text = normal(variant.text)
        if text != variant.text:
            notes.fixed("the segment was not in normal form NFC, which tools use to compare segments.", variant.text)
        if not text or text.isspace() or not FORBIDDEN.sub("", text).strip():
            raise ValueError(f"the {side} is empty; a translation memory would insert an empty translation")
        sides.append(escape_markup(text))
    if unit.source.codes or unit.target.codes:
        sides[:] = format_segments(unit.source, unit.target, notes)
    parts = part(unit)
    attributes = derived.attributes(unit.origin) | parts.attributes["tu"]
    lines = [f'<tu tuid="{escape_attribute(unit.name)}"{_attributes(attributes)}>']
    lines += [f'<prop type="{_escape_type(kind)}">{escape_markup(value)}</prop>' for kind, value in parts.props]
    lines += [f"<note>{escape_markup(note.text)}</note>" for note in unit.notes]
    for side, code, segment in zip(("source", "target"), codes, sides, strict=True):
        extras = "".join(
            f"<note>{escape_markup(value)}</note>"
            if kind is None
            else f'<prop type="{_escape_type(kind)}">{escape_markup(value)}</prop>'
            for kind, value in parts.variant_props[side]
        )
        start = f'<tuv xml:lang="{code}"{_attributes(parts.attributes[side])}>{extras}'
        lines.append(f"{start}<seg>{segment}</seg></tuv>")
    lines.append("</tu>\n")
    return "\n".join(lines)


_escape_type = lru_cache(maxsize=256)(escape_attribute)  # There are few, and each unit has the same.


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f' {key}="{escape_attribute(value)}"' for key, value in attributes.items())


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a file before its units are read."""

    header: Header
    derived: Derived
    lent: dict[str, str]
    """Attributes that the header gives to each unit that has none of its own."""
    is_ours: bool
    """Others indent segments for the eye; in our own files each space counts."""


class OtherLanguagesError(ValueError):
    """A unit is not in the languages that are read."""


def read_tu(tu: Tu, reading: Reading, notes: Notes, make_name: Callable[[str], str]) -> TranslationUnit:
    """Turn a parsed `<tu>` into a unit.

    :param make_name: gives the name of a unit without one, from its source text.
    :raises OtherLanguagesError: where it is not in these languages.
    :raises ValueError: where it is no unit.
    """
    source, target = _choose(tu, reading.header, notes)
    sides = [_read_text(tuv, reading.is_ours, notes) for _, tuv in (source, target)]
    if not sides[0][0].strip():
        raise ValueError(f"the segment in {shown(source[0])} is empty")
    fields = Fields()
    for kind, text in tu.props:
        fields.take(kind, text)
    origin, state = fields.origin, fields.state
    if origin is None:
        origin, judged = judge((tu.attributes, target[1].attributes), (*tu.props, *target[1].props))
        state = state or (None if judged is usual_state(origin, sides[1][0]) else judged)
    if not sides[1][0].strip():
        state = None  # Whatever is said of it, nobody has translated it.
    held = fields.texts
    return TranslationUnit(
        name=notes.unit or make_name(sides[0][0]),
        source=Variant(source[0], sides[0][0], fields.source_span, fields.describe("source", sides[0][1])),
        target=Variant(target[0], sides[1][0], fields.target_span, fields.describe("target", sides[1][1])),
        origin=origin,
        score=fields.score,
        issues=tuple(fields.issues),
        document=held.get("x-document"),
        alignment=held.get("x-alignment", "1-1"),
        context_before=held.get("x-context-pre"),
        context_after=held.get("x-context-post"),
        properties=(
            *read_attributes(tu, reading.derived.attributes(origin), reading.lent, notes),
            *fields.properties,
            *read_variant_properties("source", source[1]),
            *read_variant_properties("target", target[1]),
        ),
        notes=fields.described_notes(),
        state=state,
    )


def _choose(tu: Tu, header: Header, notes: Notes) -> tuple[tuple[str, Tuv], tuple[str, Tuv]]:
    variants = [(_read_code(tuv, notes), tuv) for tuv in tu.variants]
    source = _pick(variants, header.source_language)
    target = _pick([variant for variant in variants if variant is not source], header.target_language)
    if source is None or target is None:
        missing = header.source_language if source is None else header.target_language
        found = ", ".join(shown(code) for code, _ in variants) or "none"
        raise OtherLanguagesError(f"no variant in {shown(missing)}; found {found}")
    return source, target


def _pick(variants: list[tuple[str, Tuv]], wanted: str) -> tuple[str, Tuv] | None:
    """Return the variant in exactly this language, or else the first that agrees but for the region."""
    for variant in variants:
        if variant[0] == wanted:
            return variant
    return next((variant for variant in variants if agree(variant[0], wanted)), None)


def _read_code(tuv: Tuv, notes: Notes) -> str:
    code = language_of(tuv)
    if code is None:
        raise ValueError("a <tuv> without xml:lang: its language is unknown")
    mended = mend_code(code)
    if mended is not None and mended != code:
        notes.fixed_once(f"language code {shown(code)} is read as {shown(mended)}, here and below.")
    if "xml:lang" not in tuv.attributes:
        notes.fixed_once("the attribute lang is read as xml:lang, here and below.")
    return mended or code


def _read_text(tuv: Tuv, is_ours: bool, notes: Notes) -> tuple[str, tuple[InlineCode, ...]]:
    text, codes = tuv.text, tuv.codes
    if not is_ours and "\n" in text:
        around = text[: len(text) - len(text.lstrip(_INDENT))] + text[len(text.rstrip(_INDENT)) :]
        if "\n" in around:
            notes.fixed("line breaks around the segment, which indent the file, are removed.", text)
            return trim(text, codes, _INDENT)
    return text, codes
