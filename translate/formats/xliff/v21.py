"""Units in XLIFF 2.1, both ways; 2.0 is the same but for what the checks found, which it has no place for.

Our own fields stand in the metadata module, what the checks found as quality issues of the Internationalization Tag Set
(ITS 2.0), native codes in `<originalData>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from translate.data import Issue, Note, Suggestion, TranslationUnit
from translate.formats.base import Header
from translate.formats.fields import escape, unescape
from translate.formats.inline import cut, identify
from translate.formats.units import Names, Notes, Units
from translate.formats.xliff.codes2 import PLACED, character_of, format_parts, is_id, read_parts
from translate.formats.xliff.details2 import format_issue, format_note, parse_note, read_issues
from translate.formats.xliff.languages import Found as Wanted
from translate.formats.xliff.matches import format_matches, read_matches
from translate.formats.xliff.states import WORDS_2, review_2
from translate.formats.xliff.units import (
    FOREIGN,
    TARGET,
    Found,
    events_of,
    language_attribute,
    own_fields,
    read_variant,
    say_unplaced,
    unite,
)
from translate.formats.xmlstream import Closed, Opened
from translate.formats.xmltext import Element, clean, escape_attribute, escape_markup, format_attributes, format_element
from translate.records import dataclass

CATEGORY = "bitexte"
_NATIVE, _UNIT, _SEGMENT = "xliff2:", "xliff2:unit/", "xliff2:segment/"
"""Properties that are attributes of a `<unit>` or a `<segment>`, and are written back as such."""
_UNIT_ATTRIBUTES = ("name", "translate", "canResegment", "type", "srcDir", "trgDir")
_SEGMENT_ATTRIBUTES = ("state", "subState", "canResegment")
_NAME = "x-name"
_META, _BETWEEN = "xliff2:meta", "xliff2:ignorable"
_IDS = re.compile(r'\bid="([^"]+)"')

_TARGET_MARK = "q"
"""Id of the annotation that ties what the checks found to the target."""
_MATCHED = "m"
"""Id of a segment that a memory has suggestions for."""


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
        say_unplaced(unit, PLACED, notes)
        sides = (cut(unit.source), cut(unit.target))
        between = "".join(text for key, text in unit.properties if key == _BETWEEN)
        ids = identify(sides, is_id, [_TARGET_MARK, _MATCHED, *_IDS.findall(between)])
        data: dict[str, str] = {}
        source, target = (format_parts(parts, row, data) for parts, row in zip(sides, ids, strict=True))
        issues = ""
        if unit.issues:
            listed = "".join(map(format_issue, unit.issues))
            issues = f'<its:locQualityIssues xml:id="q{number}">{listed}</its:locQualityIssues>\n'
            target = f'<mrk id="{_TARGET_MARK}" type="its:any" its:locQualityIssuesRef="#its=q{number}">{target}</mrk>'
        remarks = "".join(map(format_note, unit.notes))
        native = "".join(f'<data id="{key}">{escape_markup(text)}</data>' for text, key in data.items())
        of_unit, of_segment = _place_attributes(unit)
        if unit.suggestions:
            of_segment = {"id": _MATCHED} | of_segment
        name = of_unit.pop("name", unit.name)
        placed = {_UNIT + key for key in _UNIT_ATTRIBUTES} | {_SEGMENT + key for key in _SEGMENT_ATTRIBUTES}
        placed |= {_META, _BETWEEN} | {key for key in of_unit if FOREIGN.fullmatch(key)}
        fields = own_fields(unit, placed) + ([(_NAME, unit.name)] if name != unit.name else [])
        return (
            f'<unit id="u{number}" name="{escape_attribute(name)}"{format_attributes(of_unit)}>\n'
            f"{format_matches(unit.suggestions, _MATCHED)}{_metadata(fields, unit.properties)}{issues}"
            + (f"<notes>{remarks}</notes>\n" if remarks else "")
            + (f"<originalData>{native}</originalData>\n" if native else "")
            + f"<segment{format_attributes(of_segment)}>\n"
            f"<source{language_attribute(unit.source, header.source_language)}>{source}</source>\n"
            f"<target{language_attribute(unit.target, header.target_language)}>{target}</target>\n</segment>\n"
            f"{between}</unit>\n"
        )

    def file_tail(self) -> str:
        return "</file>\n"

    def empty(self) -> str:
        return '<group id="empty"/>\n'  # The schema wants something in each file.


def signature_of(element: Element) -> str:
    """Return our signature, from the metadata of a file."""
    return next((value for kind, value in _read_metadata(element) if kind == "x-signature"), "")


def _metadata(fields: list[tuple[str, str]], properties: Iterable[tuple[str, str]] = ()) -> str:
    groups = {CATEGORY: fields}
    for key, text in properties:
        if key == _META and text.count("\t") == 2:
            category, kind, value = map(unescape, text.split("\t"))
            groups.setdefault(category, []).append((kind, value))
    return "<mda:metadata>" + "".join(_format_group(*group) for group in groups.items()) + "</mda:metadata>\n"


def _format_group(category: str, fields: list[tuple[str, str]]) -> str:
    metas = "".join(
        f'<mda:meta type="{escape_attribute(kind)}">{escape_markup(value)}</mda:meta>' for kind, value in fields
    )
    said = f' category="{escape_attribute(category)}"' if category else ""
    return f"<mda:metaGroup{said}>{metas}</mda:metaGroup>"


def _read_metadata(element: Element) -> list[tuple[str, str]]:
    if element.tag != "mda:metadata":
        return []
    return [
        (meta.attributes.get("type", ""), meta.text())
        for group in element.elements()
        for meta in group.elements()
        if meta.tag == "mda:meta"
    ]


def _place_attributes(unit: TranslationUnit) -> tuple[dict[str, str], dict[str, str]]:
    """Return the attributes of `<unit>` and of `<segment>`."""
    held = dict(unit.properties)
    of_unit = {key: held[_UNIT + key] for key in _UNIT_ATTRIBUTES if _UNIT + key in held}
    of_unit |= {key: text for key, text in held.items() if FOREIGN.fullmatch(key)}
    of_segment = {key.removeprefix(_SEGMENT): text for key, text in WORDS_2.kept(unit).items()}
    if (key := _SEGMENT + "canResegment") in held:
        of_segment["canResegment"] = held[key]
    return of_unit, of_segment


_LOST = {
    "gls:glossary": "the glossary of a unit is left out.",
    "res:resourceData": "resource data of a unit are left out.",
    "ctr:changeTrack": "tracked changes of a unit are left out.",
    "val:validation": "validation rules of a unit are left out.",
}


def read_units(path: Path, wanted: Wanted, notes: Notes, units: Units) -> Iterator[TranslationUnit]:
    """Yield the units of a file."""
    header = wanted.header
    document, names = None, Names(notes)
    inherited: list[dict[str, str]] = []
    for event in events_of(path):
        if isinstance(event, Opened):
            if event.element.tag == "file":
                document = event.element.attributes.get("original")
                names.begin_file()
            above = inherited[-1] if inherited else {}
            inherited.append(above | {k: v for k, v in event.element.attributes.items() if k == "translate"})
        elif isinstance(event, Closed):
            inherited.pop()
        elif event.element.tag == "unit":
            units.line = notes.line = event.line
            for unit in _read_unit(event.element, document, inherited[-1] if inherited else {}, header, notes):
                yield replace(unit, name=names.unique(unit.name))
        elif event.element.tag not in ("mda:metadata", "skeleton"):
            notes.line, notes.unit = event.line, None
            notes.lost(f"<{event.element.tag.rpartition('}')[2]}> of a file or a group is left out.")


@dataclass(slots=True)
class _Unit:
    """What a `<unit>` holds, by kind."""

    fields: list[tuple[str, str]] = field(default_factory=list)
    data: dict[str, str] = field(default_factory=dict)
    remarks: list[Note] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    segments: list[Element] = field(default_factory=list)
    between: dict[int, list[str]] = field(default_factory=dict)
    """By number of the segment before, 0 for none: the `<ignorable>` that hold more than blanks."""
    properties: list[tuple[str, str]] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)

    def take(self, child: Element, notes: Notes) -> None:
        match child.tag:
            case "segment":
                self.segments.append(child)
            case "ignorable":
                self._take_ignorable(child, notes)
            case "mda:metadata":
                self._take_metadata(child)
            case "notes":
                self.remarks += map(parse_note, child.elements())
            case "originalData":
                self.data |= {item.attributes.get("id", ""): _data_text(item, notes) for item in child.elements()}
            case "mtc:matches":
                self.suggestions += read_matches(child)
            case "its:locQualityIssues":
                self.issues += read_issues(child, notes)
            case tag:
                notes.lost(_LOST.get(tag, f"<{tag.rpartition('}')[2]}>, of another tool, is left out."))

    def _take_ignorable(self, element: Element, notes: Notes) -> None:
        source = next((child for child in element.elements() if child.tag == "source"), element)
        if not any(source.elements()) and not source.text().strip():
            return
        content = format_element(element)
        if "dataRef" in content or "{" in "".join(child.tag for child in source.elements()):
            notes.lost("codes between two segments (<ignorable>) are left out.", source.text())
        else:
            self.between.setdefault(len(self.segments), []).append(content)

    def _take_metadata(self, element: Element) -> None:
        for group in _iter_groups(element):
            category = group.attributes.get("category", "")
            found = [(m.attributes.get("type", ""), m.text()) for m in group.elements() if m.tag == "mda:meta"]
            if category == CATEGORY:
                self.fields += found
            else:
                self.properties += [
                    (_META, f"{escape(category)}\t{escape(kind)}\t{escape(text)}") for kind, text in found
                ]


def _iter_groups(metadata: Element) -> Iterator[Element]:
    """Yield the groups of metadata, and those within them."""
    for child in metadata.elements():
        if child.tag == "mda:metaGroup":
            yield child
            yield from _iter_groups(child)


def _read_unit(
    element: Element, document: str | None, inherited: Mapping[str, str], header: Header, notes: Notes
) -> Iterator[TranslationUnit]:
    identity = element.attributes.get("id", "")
    notes.unit = identity or None
    held = _Unit()
    for child in element.elements():
        held.take(child, notes)
    is_ours = any(kind == TARGET for kind, _ in held.fields)
    own_name = next((text for kind, text in held.fields if kind == _NAME), None)
    name = own_name or (element.attributes.get("name") if is_ours else None) or identity
    notes.unit = name or None
    if not held.segments:
        notes.rejected("a <unit> without <segment>.", name)
    attributes = dict(inherited) | element.attributes
    if is_ours and own_name is None:
        attributes.pop("name", None)
    of_unit = [(_UNIT + key, attributes[key]) for key in _UNIT_ATTRIBUTES if key in attributes]
    of_unit = [item for item in of_unit if item != (_UNIT + "translate", "yes")]
    of_unit += [(key, text) for key, text in element.attributes.items() if key.startswith("{")]
    fields = [item for item in held.fields if item[0] != _NAME]
    suggestions = tuple(held.suggestions) if len(held.segments) == 1 else ()
    if len(suggestions) < len(held.suggestions):
        notes.lost("proposals for a unit of several segments (<mtc:matches>) are left out.")
    for number, segment in enumerate(held.segments, 1):
        sides = {child.tag: child for child in segment.elements()}
        if "source" not in sides:
            notes.rejected("a <segment> without <source>.", name)
            continue
        target = sides.get("target", Element("target", {}))
        properties = [(_SEGMENT + key, text) for key, text in segment.attributes.items() if key in _SEGMENT_ATTRIBUTES]
        properties += [(f"{_NATIVE}target/order", target.attributes["order"])] if "order" in target.attributes else []
        before = held.between.get(0, []) if number == 1 else []
        properties += [(_BETWEEN, content) for content in (*before, *held.between.get(number, []))]
        found = Found(
            name if len(held.segments) == 1 else f"{name}-{number}",
            read_variant(read_parts(sides["source"], held.data, notes), sides["source"], header.source_language),
            read_variant(read_parts(target, held.data, notes), target, header.target_language),
            document,
            review_2(segment.attributes),
            tuple(held.issues),
            tuple(held.remarks),
            (*of_unit, *properties, *held.properties),
        )
        yield replace(unite(found, fields, notes, WORDS_2), suggestions=suggestions)


def _data_text(element: Element, notes: Notes) -> str:
    return "".join(child if isinstance(child, str) else character_of(child, notes) for child in element.children)
