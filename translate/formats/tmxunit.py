"""One translation unit as TMX's `<tu>`, both ways."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translate.data import Origin, TranslationUnit, Variant
from translate.formats.base import Header
from translate.formats.codes import agree, mend_code
from translate.formats.tmxprops import LANGUAGE_ATTRIBUTES, Fields, part, read_variant_properties
from translate.formats.units import Notes
from translate.formats.xmltext import FORBIDDEN, Element, escape_attribute, escape_markup

_INDENT = " \t\n"
_CODES = {"bpt", "ept", "it", "ph", "ut"}


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
    for side, variant, code in (("source", unit.source, codes[0]), ("target", unit.target, codes[1])):
        text = variant.text
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
            notes.mended("the segment was not in normal form NFC, as tools compare it.", variant.text)
        if not FORBIDDEN.sub("", text).strip():
            raise ValueError(f"the {side} is empty; a translation memory would insert an empty translation")
        sides.append((side, code, text))
    parts = part(unit)
    attributes = derived.attributes(unit.origin) | parts.attributes["tu"]
    lines = [f'<tu tuid="{escape_attribute(unit.name)}"{_attributes(attributes)}>']
    lines += [f'<prop type="{escape_attribute(kind)}">{escape_markup(value)}</prop>' for kind, value in parts.props]
    lines += [f"<note>{escape_markup(note)}</note>" for note in unit.notes]
    for side, code, text in sides:
        extras = "".join(
            f"<note>{escape_markup(value)}</note>"
            if kind is None
            else f'<prop type="{escape_attribute(kind)}">{escape_markup(value)}</prop>'
            for kind, value in parts.variant_props[side]
        )
        start = f'<tuv xml:lang="{code}"{_attributes(parts.attributes[side])}>{extras}'
        lines.append(f"{start}<seg>{escape_markup(text)}</seg></tuv>")
    lines.append("</tu>\n")
    return "\n".join(lines)


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f' {key}="{escape_attribute(value)}"' for key, value in attributes.items())


@dataclass(frozen=True, slots=True)
class _Tuv:
    language: str
    element: Element
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a file before its units are read."""

    header: Header
    derived: Derived
    lent: dict[str, str]
    """Attributes that the header gives to each unit that has none of its own."""
    is_ours: bool
    """Others indent segments for the eye; in our own files each space counts."""


def read_tu(element: Element, reading: Reading, notes: Notes, make_name: Callable[[str], str]) -> TranslationUnit:
    """Turn a parsed `<tu>` into a unit.

    :param make_name: gives the name of a unit without one, from its source text.
    :raises ValueError: where it is no unit of these languages.
    """
    notes.unit = element.attributes.get("tuid") or None
    source, target = _choose(element, reading, notes)
    fields = Fields(notes)
    for child in element.elements():
        if child.tag == "prop":
            fields.take(child)
        elif child.tag == "note":
            fields.notes.append(child.text())
        elif child.tag != "tuv":
            notes.lost(f"<{child.tag}> is no element of a unit, and is left out.", child.text())
    origin = fields.origin or Origin.MEMORY
    return TranslationUnit(
        name=notes.unit or make_name(source.text),
        source=Variant(source.language, source.text, fields.source_span),
        target=Variant(target.language, target.text, fields.target_span),
        origin=origin,
        score=fields.score,
        issues=tuple(fields.issues),
        document=fields.texts.get("x-document"),
        alignment=fields.texts.get("x-alignment", "1-1"),
        context_before=fields.texts.get("x-context-pre"),
        context_after=fields.texts.get("x-context-post"),
        properties=(
            *fields.attributes(element, reading.derived.attributes(origin), reading.lent),
            *fields.properties,
            *read_variant_properties("source", source.element, notes),
            *read_variant_properties("target", target.element, notes),
        ),
        notes=tuple(fields.notes),
    )


def _choose(element: Element, reading: Reading, notes: Notes) -> tuple[_Tuv, _Tuv]:
    header = reading.header
    variants = [_read_tuv(child, reading.is_ours, notes) for child in element.elements() if child.tag == "tuv"]
    source = _pick(variants, header.source_language)
    target = _pick([variant for variant in variants if variant is not source], header.target_language)
    if source is None or target is None:
        missing = header.source_language if source is None else header.target_language
        found = ", ".join(f"'{variant.language}'" for variant in variants) or "none"
        raise ValueError(f"no variant in '{missing}'; found {found}")
    for variant in variants:
        if variant is not source and variant is not target:
            notes.lost(f"a third variant, in '{variant.language}', is left out.", variant.text)
    for variant in (source, target):
        if not variant.text.strip():
            raise ValueError(f"the segment in '{variant.language}' is empty")
    return source, target


def _pick(variants: list[_Tuv], code: str) -> _Tuv | None:
    """Return the variant in exactly this language, or else the first that agrees but for the region."""
    exact = (variant for variant in variants if variant.language == code)
    near = (variant for variant in variants if agree(variant.language, code))
    return next(exact, None) or next(near, None)


def languages_of(element: Element) -> list[str]:
    """Return the language codes of the variants, mended, in their order, without those that say nothing."""
    codes = [_code(child) for child in element.elements() if child.tag == "tuv"]
    return [mended for code in codes if code and (mended := mend_code(code))]


def _code(tuv: Element) -> str | None:
    return next((tuv.attributes[key] for key in LANGUAGE_ATTRIBUTES if key in tuv.attributes), None)


def _read_tuv(tuv: Element, is_ours: bool, notes: Notes) -> _Tuv:
    code = _code(tuv)
    if code is None:
        raise ValueError("a <tuv> without xml:lang; nobody can tell its language")
    mended = mend_code(code)
    if mended is not None and mended != code:
        notes.mended_once(f"language code '{code}' is read as '{mended}', here and below.")
    if "xml:lang" not in tuv.attributes:
        notes.mended_once("the attribute lang is read as xml:lang, here and below.")
    segments = [child for child in tuv.elements() if child.tag == "seg"]
    if len(segments) != 1:
        raise ValueError(f"a <tuv> with {len(segments)} <seg>; expected one")
    text = segment_text(segments[0], notes)
    bare = text.strip(_INDENT)
    around = text[: len(text) - len(text.lstrip(_INDENT))] + text[len(text.rstrip(_INDENT)) :]
    if not is_ours and "\n" in around:
        notes.mended("line breaks around the segment are left out; they indent the file.", text)
        text = bare
    return _Tuv(mended or code, tuv, text)


def segment_text(segment: Element, notes: Notes) -> str:
    """Return the text that a reader of the document sees: native codes are left out, highlighted text is kept."""
    left_out: list[str] = []
    text = "".join(_visible(segment, left_out))
    if left_out:
        notes.lost("inline codes are left out.", " ".join(left_out))
    return text


def _visible(element: Element, left_out: list[str]) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
            continue
        attributes = "".join(f' {key}="{value}"' for key, value in child.attributes.items())
        if child.tag in _CODES:
            left_out.append(f"<{child.tag}{attributes}>{child.text()}</{child.tag}>")
        else:
            left_out.append(f"<{child.tag}{attributes}>")
            yield from _visible(child, left_out)
