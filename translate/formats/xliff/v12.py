"""Units in XLIFF 1.2, both ways.

Its strict schema admits no foreign attribute without a schema at hand, so what the checks found stands in notes, and
our own fields in a `<context-group>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from translate import __version__
from translate.data import Issue, Note, Origin, Severity, TranslationUnit
from translate.formats.base import Header
from translate.formats.codes import agree, mend_code
from translate.formats.fields import format_issue, parse_issue
from translate.formats.inline import cut, identify
from translate.formats.units import Names, Notes, Units
from translate.formats.xliff.codes import format_parts, read_parts
from translate.formats.xliff.units import Found, Review, events_of, language_attribute, own_fields, read_variant, unite
from translate.formats.xmlstream import Opened, Whole
from translate.formats.xmltext import Element, clean, escape_attribute, escape_markup

TOOL, CHECK, SIGNATURE = "bitexte", "bitexte-check", "bitexte-signature"
_PRIORITIES = {Severity.ERROR: 1, Severity.WARNING: 5, Severity.INFO: 10}
_QUALIFIERS = {
    Origin.MACHINE: "leveraged-mt",
    Origin.MEMORY: "leveraged-tm",
    Origin.CARRIED: "leveraged-inherited",
}
_ORIGINS = {qualifier: origin for origin, qualifier in _QUALIFIERS.items()} | {
    "mt-suggestion": Origin.MACHINE,
    "exact-match": Origin.MEMORY,
    "fuzzy-match": Origin.MEMORY,
    "tm-suggestion": Origin.MEMORY,
}
_FINAL = ("final", "signed-off")


def signature_of(element: Element) -> str:
    """Return our signature, from the header of a file."""
    found = (note for note in element.elements() if note.attributes.get("from") == SIGNATURE)
    return next((note.text() for note in found), "")


class Xliff12:
    """Writes version 1.2, as its strict schema asks."""

    def head(self, header: Header) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        )

    def file_head(self, number: int, document: str | None, header: Header) -> str:
        signature = clean(escape_markup(header.signature))
        note = f'<note from="{SIGNATURE}">{signature}</note>' if signature else ""
        return (
            f'<file original="{escape_attribute(document or "")}" source-language="{header.source_language}" '
            f'target-language="{header.target_language}" datatype="plaintext" tool-id="{TOOL}">\n'
            f'<header><tool tool-id="{TOOL}" tool-name="{TOOL}" tool-version="{__version__}"/>{note}</header>\n<body>\n'
        )

    def unit(self, number: int, unit: TranslationUnit, header: Header, notes: Notes) -> str:
        is_human = unit.origin is Origin.HUMAN
        approved = ' approved="yes"' if is_human else ""
        state = 'state="translated"' if is_human else 'state="needs-review-translation"'
        if not unit.target.text:
            state = 'state="needs-translation"'
        elif not is_human:
            state += f' state-qualifier="{_QUALIFIERS[unit.origin]}"'
        sides = (cut(unit.source), cut(unit.target))
        source, target = (format_parts(parts, ids) for parts, ids in zip(sides, identify(sides), strict=True))
        contexts = "".join(
            f'<context context-type="{kind}">{escape_markup(value)}</context>' for kind, value in own_fields(unit)
        )
        remarks = "".join(f"<note>{escape_markup(note.text)}</note>" for note in unit.notes)
        remarks += "".join(map(_format_issue, unit.issues))
        return (
            f'<trans-unit id="{number}" resname="{escape_attribute(unit.name)}" xml:space="preserve"{approved}>\n'
            f"<source{language_attribute(unit.source, header.source_language)}>{source}</source>\n"
            f"<target{language_attribute(unit.target, header.target_language)} {state}>{target}</target>\n"
            f'<context-group purpose="information">{contexts}</context-group>\n'
            f"{remarks}</trans-unit>\n"
        )

    def file_tail(self) -> str:
        return "</body>\n</file>\n"

    def empty(self) -> str:
        return ""


def _format_issue(issue: Issue) -> str:
    text, priority = escape_markup(format_issue(issue)), _PRIORITIES[issue.severity]
    return f'<note from="{CHECK}" annotates="target" priority="{priority}">{text}</note>\n'


def read_units(path: Path, header: Header, notes: Notes, units: Units) -> Iterator[TranslationUnit]:
    document, is_ours, is_other, names = None, False, False, Names(notes)
    for event in events_of(path):
        if isinstance(event, Opened) and event.element.tag == "file":
            document = event.element.attributes.get("original") or None
            is_ours = event.element.attributes.get("tool-id") == TOOL
            is_other = not _is_in(event.element, header)
        elif isinstance(event, Whole) and event.element.tag == "trans-unit" and is_other:
            notes.line, notes.unit = event.line, event.element.attributes.get("id")
            notes.rejected(
                f"its <file> is in other languages than {header.source_language} and {header.target_language}."
            )
        elif isinstance(event, Whole) and event.element.tag == "trans-unit":
            units.line = notes.line = event.line
            for unit in _read_unit(event.element, document, is_ours, header, notes):
                yield replace(unit, name=names.unique(unit.name))
        elif isinstance(event, Whole) and event.element.tag == "bin-unit":
            notes.line = event.line
            notes.lost("a <bin-unit>, which has no text, is dropped.")


def _is_in(file: Element, header: Header) -> bool:
    """Tell whether a `<file>` is in these languages, as far as it names any."""
    wanted = {"source-language": header.source_language, "target-language": header.target_language}
    found = {key: mend_code(file.attributes.get(key, "")) for key in wanted}
    return all(code is None or agree(code, wanted[key]) for key, code in found.items())


def _read_unit(
    element: Element, document: str | None, is_ours: bool, header: Header, notes: Notes
) -> Iterator[TranslationUnit]:
    children: dict[str, Element] = {}
    for child in element.elements():
        children.setdefault(child.tag, child)
    identity = element.attributes.get("id", "")
    notes.unit = (element.attributes.get("resname") if is_ours else identity) or identity or None
    if "source" not in children:
        notes.rejected("a <trans-unit> without <source>.", identity)
        return
    if "alt-trans" in children:
        notes.fixed_once("<alt-trans>, the proposals for a unit, is dropped, here and below.")
    fields = [
        (context.attributes.get("context-type", ""), context.text())
        for group in element.elements()
        if group.tag == "context-group"
        for context in group.elements()
    ]
    target = children.get("target", Element("target", {}))
    review = _review(element, target)
    issues, remarks = _read_notes(element)
    pairs = _segments(children["source"], children.get("seg-source"), target)
    for number, (source_side, target_side) in enumerate(pairs, 1):
        name = notes.unit or ""
        found = Found(
            name if len(pairs) == 1 else f"{name}-{number}",
            read_variant(read_parts(source_side), children["source"], header.source_language),
            read_variant(read_parts(target_side), target, header.target_language),
            document,
            review,
            issues,
            remarks,
        )
        yield unite(found, fields, notes)


def _segments(source: Element, segmented: Element | None, target: Element) -> list[tuple[Element, Element]]:
    """Return the sides of a unit: whole, or one pair for each segment that both sides mark."""
    if segmented is not None:
        sides = [
            {
                child.attributes.get("mid", ""): child
                for child in side.elements()
                if child.attributes.get("mtype") == "seg"
            }
            for side in (segmented, target)
        ]
        if sides[0] and sides[0].keys() == sides[1].keys():
            return [(sides[0][key], sides[1][key]) for key in sides[0]]
    return [(source, target)]


def _review(unit: Element, target: Element) -> Review:
    state, qualifier = target.attributes.get("state", ""), target.attributes.get("state-qualifier", "")
    origin = _ORIGINS.get(qualifier)
    # A tool that fills in a proposal may say that the unit is translated; that is no review.
    is_final = state in _FINAL or (state == "translated" and origin is None)
    return Review(origin, is_final or unit.attributes.get("approved") == "yes")


def _read_notes(unit: Element) -> tuple[tuple[Issue, ...], tuple[Note, ...]]:
    issues: list[Issue] = []
    remarks: list[Note] = []
    for note in unit.elements():
        if note.tag != "note":
            continue
        try:
            if note.attributes.get("from") == CHECK:
                issues.append(parse_issue(note.text()))
                continue
        except ValueError:
            pass
        remarks.append(Note(note.text()))
    return tuple(issues), tuple(remarks)
