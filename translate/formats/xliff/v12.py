"""Units in XLIFF 1.2, both ways.

Its strict schema admits no foreign attribute without a schema at hand, so what the checks found stands in notes, and
our own fields in a `<context-group>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from pathlib import Path

from translate import __version__
from translate.data import TranslationUnit
from translate.formats.base import Header
from translate.formats.inline import cut, identify
from translate.formats.units import Names, Notes, Units
from translate.formats.xliff.codes import PLACED, format_parts, read_parts, tie_ids
from translate.formats.xliff.details12 import (
    NAME,
    format_groups,
    format_issue_note,
    format_note,
    place_attributes,
    read_definition,
    read_fields,
    read_notes,
    read_properties,
)
from translate.formats.xliff.languages import Found as Wanted
from translate.formats.xliff.languages import Pair, pair_of, pair_of_file
from translate.formats.xliff.matches import format_alternatives, read_alternatives
from translate.formats.xliff.segments import Marked, find_segments
from translate.formats.xliff.states import WORDS_12, contradicts, review_12, review_of_tool
from translate.formats.xliff.units import (
    Found,
    events_of,
    language_attribute,
    own_fields,
    read_variant,
    say_unplaced,
    unite,
)
from translate.formats.xmlstream import Closed, Opened
from translate.formats.xmltext import (
    Element,
    clean,
    escape_attribute,
    escape_markup,
    fold_indentation,
    format_attributes,
)
from translate.records import dataclass

TOOL, SIGNATURE = "bitexte", "bitexte-signature"
_OBJECTS = ("bin-source", "bin-target")


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
        say_unplaced(unit, PLACED, notes)
        if any(note.category for note in unit.notes):
            notes.lost_once("the category of notes is left out: this version has no place for it.")
        of_unit, of_target, native = place_attributes(unit)
        name = of_unit.pop("resname", unit.name)
        fields = own_fields(unit, native)
        if name != unit.name:
            fields.append((NAME, unit.name))
        sides = (cut(unit.source), cut(unit.target))
        source, target = (
            format_parts(parts, ids) for parts, ids in zip(sides, identify(sides, repeats="any"), strict=True)
        )
        contexts = "".join(f'<context context-type="{kind}">{escape_markup(value)}</context>' for kind, value in fields)
        remarks = "".join((*map(format_note, unit.notes), *map(format_issue_note, unit.issues)))
        extra = format_attributes(of_unit)
        of_language = language_attribute(unit.target, header.target_language)
        return (
            f'<trans-unit id="{number}" resname="{escape_attribute(name)}" xml:space="preserve"{extra}>\n'
            f"<source{language_attribute(unit.source, header.source_language)}>{source}</source>\n"
            f"<target{of_language}{format_attributes(of_target)}>{target}</target>\n"
            f'<context-group purpose="information">{contexts}</context-group>\n'
            f"{format_groups(unit)}{remarks}{format_alternatives(unit, header)}</trans-unit>\n"
        )

    def file_tail(self) -> str:
        return "</body>\n</file>\n"

    def empty(self) -> str:
        return ""


def read_units(path: Path, wanted: Wanted, notes: Notes, units: Units) -> Iterator[TranslationUnit]:
    """Yield the units of a file."""
    reader = _Reader(wanted, notes)
    for event in events_of(path):
        if isinstance(event, Opened):
            reader.enter(event.element)
        elif isinstance(event, Closed):
            reader.leave(event.tag)
        else:
            units.line = notes.line = event.line
            yield from reader.read(event.element)


@dataclass(slots=True)
class _Reader:
    """Reads the units of a file, and knows in what they stand."""

    wanted: Wanted
    notes: Notes
    names: Names = field(init=False)
    file: Element = field(default_factory=lambda: Element("file", {}))
    inherited: list[dict[str, str]] = field(default_factory=list)
    """By open container: `translate` and `xml:space` as they hold within it."""

    def __post_init__(self) -> None:
        self.names = Names(self.notes)

    def enter(self, element: Element) -> None:
        if element.tag == "file":
            self.file = element
            self.names.begin_file()
        above = self.inherited[-1] if self.inherited else {}
        said = {key: element.attributes[key] for key in ("translate", "xml:space") if key in element.attributes}
        self.inherited.append(above | said)

    def leave(self, tag: str) -> None:
        self.inherited.pop()

    def read(self, element: Element) -> Iterator[TranslationUnit]:
        """Yield the units of what stands in a container."""
        match element.tag:
            case "trans-unit":
                yield from self._read_unit(element)
            case "bin-unit":
                self.notes.unit = element.attributes.get("id")
                inner = list(_iter_units(element))
                self.notes.lost("a <bin-unit>, but for the text in it, is left out.")
                for unit in inner:
                    yield from self._read_unit(unit)
            case "note":
                self.notes.unit = None
                self.notes.lost(f"a <note{_attributes_of(element)}> of a file or a group is left out.", element.text())
            case "header":
                self._say_header(element)
            case tag if not tag.startswith("{"):
                self.notes.unit = None
                self.notes.lost(f"<{tag}> is left out.")

    def _say_header(self, header: Element) -> None:
        kept, self.notes.unit = ("tool", "reference", "skl"), None
        for child in header.elements():
            if child.tag not in kept and child.attributes.get("from") != SIGNATURE:
                said = _attributes_of(child) if child.tag == "note" else ""
                self.notes.lost(f"<{child.tag}{said}> in the <header> of a file is left out.", child.text() or None)

    def _read_unit(self, element: Element) -> Iterator[TranslationUnit]:
        is_ours = self.file.attributes.get("tool-id") == TOOL
        identity = element.attributes.get("id", "")
        self.notes.unit = (element.attributes.get("resname") if is_ours else identity) or identity or None
        pair = pair_of(element, pair_of_file(self.file))
        if pair not in self.wanted.pairs:
            return
        children: dict[str, Element] = {}
        for child in element.elements():
            children.setdefault(child.tag, child)
        if "source" not in children:
            self.notes.rejected("a <trans-unit> without <source>.", identity)
            return
        if any(tag in children for tag in _OBJECTS):
            self.notes.lost("a picture or another object is left out.")
        for tag in sorted(tag for tag in children if ":" in tag and tag != "sdl:seg-defs"):
            self.notes.lost(f"<{tag.rpartition('}')[2]}>, of another tool, is left out.")
        header = self.wanted.header
        pair = (pair[0] or header.source_language, pair[1] or header.target_language)
        yield from self._read_sides(element, children, pair, is_ours)

    def _read_sides(
        self, element: Element, children: dict[str, Element], pair: Pair, is_ours: bool
    ) -> Iterator[TranslationUnit]:
        source, target = children["source"], children.get("target", Element("target", {}))
        inherited = self.inherited[-1] if self.inherited else {}
        keeps_space = (inherited | element.attributes).get("xml:space") == "preserve"
        for side in (children.get("seg-source", source), target):
            if _holds(side, "protected"):
                self.notes.lost("<mrk>, which protects text from being translated, is left out; its text is kept.")
            if _holds_mark(side):
                self.notes.lost("<mrk>, which marks a term or holds a comment, is left out; its text is kept.")
        for side in (source, target):
            if not keeps_space and side.attributes.get("xml:space") != "preserve":
                fold_indentation(side)
        segmented = children.get("seg-source")
        for side in (source, *((segmented,) if segmented else ())):
            tie_ids(side, target)
        if segmented is not None and not keeps_space:
            fold_indentation(segmented)
        marked = find_segments(source, segmented, target)
        pairs = marked.pairs if marked else [("", source, target)]
        if marked:
            self._say_between(marked)
        suggestions, left_out = read_alternatives(element, source, keeps_space=keeps_space)
        if len(pairs) > 1 and suggestions:
            suggestions, left_out = (), left_out + len(suggestions)
        if left_out:
            self.notes.lost("<alt-trans>, a proposal for a unit, is left out.")
        fields = read_fields(element)
        own_name = next((text for kind, text in fields if kind == NAME), None) if is_ours else None
        name = own_name or self.notes.unit or ""
        issues, remarks = read_notes(element)
        properties = read_properties(element, target, inherited, is_ours=is_ours)
        definitions = {d.attributes.get("id", ""): d for d in children.get("sdl:seg-defs", source).elements()}
        if contradicts(element.attributes, target.attributes):
            self.notes.fixed_once("units are approved whose state says that nobody translated them: untranslated.")
        for number, (mid, one, other) in enumerate(pairs, 1):
            target_side = read_variant(read_parts(other), target, pair[1])
            review = review_of_tool(
                element, definitions.get(mid) if marked else None, has_target=bool(target_side.text.strip())
            ) or review_12(element.attributes, target.attributes)
            more = read_definition(definitions[mid]) if marked and mid in definitions else ()
            found = Found(
                name if len(pairs) == 1 else f"{name}-{number}",
                read_variant(read_parts(one), source, pair[0]),
                target_side,
                self.file.attributes.get("original") or None,
                review,
                issues,
                remarks,
                (*properties, *more),
            )
            unit = unite(found, [item for item in fields if item[0] != NAME], self.notes, WORDS_12)
            yield replace(unit, name=self.names.unique(unit.name), suggestions=suggestions)

    def _say_between(self, marked: Marked) -> None:
        if marked.has_text_between:
            self.notes.lost("text outside of the marked segments of a unit is left out.")
        if marked.has_codes_between:
            self.notes.lost("inline codes around the marked segments of a unit are left out.")
        if marked.unpaired:
            self.notes.lost("segments of a target that no segment of the source answers to are left out.")


def _attributes_of(note: Element) -> str:
    """Return who wrote a note, and how urgent it is, as its element says it."""
    return format_attributes({key: note.attributes[key] for key in ("from", "priority") if key in note.attributes})


def _iter_units(element: Element) -> Iterator[Element]:
    for child in element.elements():
        if child.tag == "trans-unit":
            yield child
        else:
            yield from _iter_units(child)


def _holds(element: Element, kind: str) -> bool:
    return element.attributes.get("mtype") == kind or any(_holds(child, kind) for child in element.elements())


def _holds_mark(element: Element) -> bool:
    """Tell whether an annotation lies in a side that neither parts it into segments nor protects text."""
    is_mark = element.tag == "mrk" and element.attributes.get("mtype") not in ("seg", "protected")
    return is_mark or any(map(_holds_mark, element.elements()))
