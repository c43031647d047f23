"""Units in XLIFF 2.1, both ways; 2.0 is the same but for what the checks found, which it has no place for.

Our own fields stand in the metadata module, what the checks found as quality issues of the Internationalization Tag Set
(ITS 2.0), native codes in `<originalData>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, unquote

from translate.data import Issue, Note, Origin, Severity, TranslationUnit
from translate.formats.base import Header
from translate.formats.fields import format_score, parse_score
from translate.formats.inline import cut, identify
from translate.formats.units import Names, Notes, Units
from translate.formats.xliff.codes2 import character_of, format_parts, is_id, read_parts
from translate.formats.xliff.units import Found, Review, events_of, language_attribute, own_fields, read_variant, unite
from translate.formats.xmlstream import Opened, Whole
from translate.formats.xmltext import Element, clean, escape_attribute, escape_markup

CATEGORY = "bitexte"
_SUBSTATES = {Origin.MACHINE: "bitexte:mt", Origin.MEMORY: "bitexte:tm", Origin.CARRIED: "bitexte:carried"}
_ORIGINS = {substate: origin for origin, substate in _SUBSTATES.items()}
_FINAL = ("reviewed", "final")
_PROFILE = "urn:bitexte:check:"
_TARGET_MARK = "q"
"""Id of the annotation that ties what the checks found to the target."""

# What a check finds, as the types of ITS 2.0 name it; others are `other`.
_ITS_TYPES = {
    "empty": "omission", "untranslated": "untranslated", "length": "length", "target_language": "mistranslation",
    "source_language": "non-conformance", "remnants": "untranslated", "copied": "untranslated", "script": "characters",
    "repetition": "duplication", "doubled_words": "duplication", "numbers": "numbers", "urls": "markup",
    "placeholders": "markup", "tags": "markup", "brackets": "typographical", "quotes": "typographical",
    "end_punctuation": "typographical", "spacing": "whitespace", "capitals": "typographical",
    "characters": "characters", "terms": "terminology", "inconsistent_target": "inconsistency",
    "inconsistent_source": "inconsistency", "duplicate": "duplication",
}  # fmt: skip
_SEVERITIES = {Severity.INFO: 10, Severity.WARNING: 50, Severity.ERROR: 100}


class Xliff21:
    """Writes version 2.1, valid by the core schema of 2.0, whose namespace it shares."""

    def head(self, header: Header) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" '
            'xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" version="2.1" '
            f'srcLang="{header.source_language}" trgLang="{header.target_language}">\n'
        )

    def file_head(self, number: int, document: str | None, header: Header) -> str:
        original = "" if document is None else f' original="{escape_attribute(document)}"'
        metadata = _metadata([("x-signature", clean(header.signature))]) if header.signature else ""
        return f'<file id="f{number}"{original} xml:space="preserve">\n{metadata}'

    def unit(self, number: int, unit: TranslationUnit, header: Header, notes: Notes) -> str:
        sides = (cut(unit.source), cut(unit.target))
        ids = identify(sides, is_id, [_TARGET_MARK])
        data: dict[str, str] = {}
        source, target = (format_parts(parts, row, data) for parts, row in zip(sides, ids, strict=True))
        issues = ""
        if unit.issues:
            listed = "".join(map(_format_issue, unit.issues))
            issues = f'<its:locQualityIssues xml:id="q{number}">{listed}</its:locQualityIssues>\n'
            target = f'<mrk id="{_TARGET_MARK}" type="its:any" its:locQualityIssuesRef="#its=q{number}">{target}</mrk>'
        remarks = "".join(f"<note>{escape_markup(note.text)}</note>" for note in unit.notes)
        native = "".join(f'<data id="{key}">{escape_markup(text)}</data>' for text, key in data.items())
        state = "reviewed" if unit.origin is Origin.HUMAN else "translated"
        substate = _SUBSTATES.get(unit.origin)
        return (
            f'<unit id="u{number}" name="{escape_attribute(unit.name)}">\n{_metadata(own_fields(unit))}{issues}'
            + (f"<notes>{remarks}</notes>\n" if remarks else "")
            + (f"<originalData>{native}</originalData>\n" if native else "")
            + f'<segment state="{state if unit.target.text else "initial"}"'
            + (f' subState="{substate}"' if substate and unit.target.text else "")
            + f">\n<source{language_attribute(unit.source, header.source_language)}>{source}</source>\n"
            f"<target{language_attribute(unit.target, header.target_language)}>{target}</target>\n</segment>\n</unit>\n"
        )

    def file_tail(self) -> str:
        return "</file>\n"

    def empty(self) -> str:
        return '<group id="empty"/>\n'  # The schema wants something in each file.


def signature_of(element: Element) -> str:
    """Return our signature, from the metadata of a file."""
    return next((value for kind, value in _read_metadata(element) if kind == "x-signature"), "")


def _metadata(fields: list[tuple[str, str]]) -> str:
    metas = "".join(f'<mda:meta type="{kind}">{escape_markup(value)}</mda:meta>' for kind, value in fields)
    return f'<mda:metadata><mda:metaGroup category="{CATEGORY}">{metas}</mda:metaGroup></mda:metadata>\n'


def _read_metadata(element: Element) -> list[tuple[str, str]]:
    if element.tag != "mda:metadata":
        return []
    return [
        (meta.attributes.get("type", ""), meta.text())
        for group in element.elements()
        for meta in group.elements()
        if meta.tag == "mda:meta"
    ]


def _format_issue(issue: Issue) -> str:
    profile = _PROFILE + quote(issue.check, safe="") + ("" if issue.value is None else f":{format_score(issue.value)}")
    return (
        f'<its:locQualityIssue locQualityIssueType="{_ITS_TYPES.get(issue.check, "other")}" '
        f'locQualityIssueComment="{escape_attribute(issue.message)}" '
        f'locQualityIssueSeverity="{_SEVERITIES[issue.severity]}" locQualityIssueProfileRef="{profile}"/>'
    )


def _parse_issue(element: Element) -> Issue:
    """Return what an issue of ITS says, ours or that of another tool.

    :raises ValueError: where its severity is no number.
    """
    attributes = element.attributes
    weight = parse_score(attributes.get("locQualityIssueSeverity", "50"))
    severity = Severity.ERROR if weight >= 75 else Severity.WARNING if weight >= 25 else Severity.INFO
    check, value = attributes.get("locQualityIssueType", "other"), None
    profile = attributes.get("locQualityIssueProfileRef", "")
    if profile.startswith(_PROFILE):
        name, colon, number = profile.removeprefix(_PROFILE).partition(":")
        check, value = unquote(name), parse_score(number) if colon else None
    return Issue(check, severity, attributes.get("locQualityIssueComment", ""), value)


def read_units(path: Path, header: Header, notes: Notes, units: Units) -> Iterator[TranslationUnit]:
    """Yield the units of a file."""
    document, names = None, Names(notes)
    for event in events_of(path):
        if isinstance(event, Opened) and event.element.tag == "file":
            document = event.element.attributes.get("original")
        elif isinstance(event, Whole) and event.element.tag == "unit":
            units.line = notes.line = event.line
            try:
                for unit in _read_unit(event.element, document, header, notes):
                    yield replace(unit, name=names.unique(unit.name))
            except ValueError as exc:
                notes.rejected(f"{exc}.", event.element.text())


def _read_unit(element: Element, document: str | None, header: Header, notes: Notes) -> Iterator[TranslationUnit]:
    """:raises ValueError: where a `<cp>` stands for no character."""
    notes.unit = element.attributes.get("id") or None
    fields: list[tuple[str, str]] = []
    data: dict[str, str] = {}
    remarks: list[Note] = []
    issues: list[Issue] = []
    segments: list[Element] = []
    is_ours = False
    for child in element.elements():
        if child.tag == "segment":
            segments.append(child)
        elif child.tag == "mda:metadata":
            fields += _read_metadata(child)
            is_ours = is_ours or any(group.attributes.get("category") == CATEGORY for group in child.elements())
        elif child.tag == "notes":
            remarks += [Note(note.text()) for note in child.elements()]
        elif child.tag == "originalData":
            data |= {item.attributes.get("id", ""): _data_text(item) for item in child.elements()}
        elif child.tag == "its:locQualityIssues":
            issues += _read_issues(child, notes)
    name = (element.attributes.get("name") if is_ours else None) or element.attributes.get("id", "")
    notes.unit = name or None
    if not segments:
        notes.rejected("a <unit> without <segment>.", name)
    for number, segment in enumerate(segments, 1):
        sides = {child.tag: child for child in segment.elements()}
        if "source" not in sides:
            notes.rejected("a <segment> without <source>.", name)
            continue
        target = sides.get("target", Element("target", {}))
        found = Found(
            name if len(segments) == 1 else f"{name}-{number}",
            read_variant(read_parts(sides["source"], data), sides["source"], header.source_language),
            read_variant(read_parts(target, data), target, header.target_language),
            document,
            _review(segment),
            tuple(issues),
            tuple(remarks),
        )
        yield unite(found, fields, notes)


def _data_text(element: Element) -> str:
    return "".join(child if isinstance(child, str) else character_of(child) for child in element.children)


def _review(segment: Element) -> Review:
    state, substate = segment.attributes.get("state", ""), segment.attributes.get("subState", "")
    return Review(_ORIGINS.get(substate), state in _FINAL)


def _read_issues(element: Element, notes: Notes) -> list[Issue]:
    issues = []
    for child in element.elements():
        try:
            issues.append(_parse_issue(child))
        except ValueError as exc:
            notes.lost(f"an ITS issue is dropped: {exc}.", child.attributes.get("locQualityIssueComment"))
    return issues
