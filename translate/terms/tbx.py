"""Termbases in TBX: TBX 2 (ISO 30042:2008), TBX 3 (ISO 30042:2019) in DCA style and in DCT style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, Literal

from lxml import etree

from translate.errors import GlossaryError, reason_of
from translate.languages import base_code
from translate.terms.entry import Entry, Status, Termbase, make_entries, parse_status

Style = Literal["dca", "dct", "2"]
_CORE = "urn:iso:std:iso:30042:ed-2"
_MIN, _BASIC = "http://www.tbxinfo.net/ns/min", "http://www.tbxinfo.net/ns/basic"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS_NOTES = frozenset({"administrativeStatus", "administrativestatus", "normativeAuthorization", "status", ""})
_PART, _DOMAIN, _DEFINITION = "partOfSpeech", "subjectField", "definition"
_WRITTEN = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
    Status.KEEP: "preferredTerm-admn-sts",
}


def read_tbx(path: Path, source_language: str, target_language: str) -> Iterator[Entry]:
    """Yield the entries of each concept: each source with each target.

    A term without status is preferred where it is the first, and none has that status; else it is admitted.

    :raises GlossaryError: with the line, where it is not well-formed.
    """
    events = etree.iterparse(
        str(path),
        events=("end",),
        tag=("{*}termEntry", "{*}conceptEntry"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for number, (_, concept) in enumerate(events, 1):
            yield from _entries_of(path, concept, number, source_language, target_language)
            concept.clear()
    except etree.XMLSyntaxError as exc:
        reason = reason_of(exc).partition(", line ")[0]  # the place stands before it
        raise GlossaryError(f"is not well-formed XML: {reason}.", path=path, line=exc.lineno) from exc


def _entries_of(
    path: Path, concept: etree._Element, number: int, source_language: str, target_language: str
) -> Iterator[Entry]:
    sources = [term for group in _sections(concept, source_language) for term in _terms_of(group)]
    targets = [term for group in _sections(concept, target_language) for term in _terms_of(group)]
    line: int = getattr(concept, "sourceline", None) or 0
    shared = Entry(
        "", "", Status.PREFERRED, line, concept.get("id") or f"c{number}",
        domain=_note_of(concept, _DOMAIN), definition=_note_of(concept, _DEFINITION),
    )  # fmt: skip
    if not sources:  # what is forbidden wherever it stands has none
        for target in targets:
            if target.status is Status.FORBIDDEN:
                yield replace(shared, target=target.text, status=target.status, part=target.part, note=target.note)
    has_best = any(term.status is Status.PREFERRED for term in targets)
    for source in {term.text: term for term in sources}.values():
        waiting = [] if has_best else [term for term in targets if term.status is None][:1]
        for target in targets:
            is_kept = target.note == Status.KEEP and target.text == source.text
            status = target.status or (Status.PREFERRED if target in waiting else Status.ADMITTED)
            entry = replace(
                shared,
                source=source.text,
                status=Status.KEEP if is_kept else status,
                part=source.part or target.part,
                note="" if is_kept else target.note or source.note,
            )
            yield from make_entries(path, entry, [target.text])


class _Term:
    """A term of a section, with what stands beside it; no status where it has none."""

    def __init__(self, text: str, element: etree._Element) -> None:
        parent = element.getparent()
        own = element if parent is None else parent
        group = own.getparent()
        if _name_of(own) == "termGrp" and group is not None:
            own = group
        self.text, self.part, self.note = text, _note_of(own, _PART), ""
        self.status: Status | None = None
        for note in own.iter():
            name = _name_of(note)
            is_status = name == "administrativeStatus" or (name == "termNote" and note.get("type", "") in _STATUS_NOTES)
            if is_status and self.status is None:
                self.status = parse_status(str(note.text or ""))
            if name == "note":
                self.note = self.note or _text_of(note)


def _name_of(element: etree._Element) -> str:
    """Return the name of an element, whatever its prefix, declared or not; "" of what is none, such as a comment."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _text_of(element: etree._Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _note_of(element: etree._Element, kind: str) -> str:
    """Return what an element says of a kind, in DCA style by type, in DCT style by element."""
    for note in element.iter():
        if isinstance(note.tag, str) and (note.get("type") == kind or _name_of(note) == kind):
            return _text_of(note)
    return ""


def _sections(entry: etree._Element, language: str) -> list[etree._Element]:
    """Return the sections in a language: those in its exact region, or else in none, or else in any."""
    groups: dict[int, list[etree._Element]] = {}
    for group in entry.iter("{*}langSet", "{*}langSec"):
        code = (group.get(_XML_LANGUAGE) or group.get("lang") or "").replace("_", "-")
        if base_code(code) == base_code(language):
            rank = 0 if code.lower() == language.lower() else 1 if code == base_code(code) else 2
            groups.setdefault(rank, []).append(group)
    return groups[min(groups)] if groups else []


def _terms_of(group: etree._Element) -> Iterator[_Term]:
    for term in group.iter("{*}term"):
        if text := _text_of(term):
            yield _Term(text, term)


def format_tbx(termbase: Termbase, style: Style = "dca") -> bytes:
    """Return a TBX-Basic file: entries of one concept, or of one source that say the same of it, as one concept."""
    concepts: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in termbase.entries:
        concepts.setdefault((entry.concept or entry.source, entry.domain, entry.definition), []).append(entry)
    names: Any = {None: _CORE, "min": _MIN, "basic": _BASIC} if style == "dct" else {None: _CORE}
    if style == "2":
        root = etree.Element("martif", {"type": "TBX-Basic", _XML_LANGUAGE: termbase.source_language})
        head = etree.SubElement(root, "martifHeader")
    else:
        root = etree.Element(
            "tbx", {"type": "TBX-Basic", "style": style, _XML_LANGUAGE: termbase.source_language}, nsmap=names
        )
        head = etree.SubElement(root, "tbxHeader")
    described = etree.SubElement(etree.SubElement(head, "fileDesc"), "sourceDesc")
    etree.SubElement(described, "p").text = "bitexte"
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    used: set[str] = set()
    for number, entries in enumerate(concepts.values(), 1):
        name = entries[0].concept
        if not _is_id(name) or name in used:
            name = next(free for free in (f"c{n}" for n in count(number)) if free not in used)
        used.add(name)
        concept = etree.SubElement(body, "termEntry" if style == "2" else "conceptEntry", {"id": name})
        _write_concept(concept, entries, termbase, style)
    etree.indent(root)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _write_concept(concept: etree._Element, entries: list[Entry], termbase: Termbase, style: Style) -> None:
    first = entries[0]
    for kind, prefix, text in ((_DOMAIN, _MIN, first.domain), (_DEFINITION, _BASIC, first.definition)):
        if text:
            _add(concept, "descrip", kind, prefix, text, style)
    sources = {entry.source: entry for entry in entries if entry.source}
    targets = {entry.target: entry for entry in entries}
    for language, terms in ((termbase.source_language, sources), (termbase.target_language, targets)):
        if not terms:
            continue
        section = etree.SubElement(concept, "langSet" if style == "2" else "langSec", {_XML_LANGUAGE: language})
        for text, entry in terms.items():
            term = etree.SubElement(section, "tig" if style == "2" else "termSec")
            etree.SubElement(term, "term").text = text
            if terms is sources:
                if entry.part:
                    _add(term, "termNote", _PART, _MIN, entry.part, style)
                continue
            _add(term, "termNote", "administrativeStatus", _MIN, _WRITTEN[entry.status], style)
            note = str(Status.KEEP) if entry.status is Status.KEEP else entry.note
            if note:
                etree.SubElement(term, "note").text = note


def _add(parent: etree._Element, name: str, kind: str, namespace: str, text: str, style: Style) -> None:
    """Add a note of a kind, in DCA style by type, in DCT style as an element of the kind's own."""
    element = etree.SubElement(parent, f"{{{namespace}}}{kind}" if style == "dct" else name)
    if style != "dct":
        element.set("type", kind)
    element.text = text


def _is_id(name: str) -> bool:
    """Tell whether a name can be an XML identifier (NCName, in ASCII)."""
    return name.isascii() and name.replace("-", "").replace("_", "").replace(".", "").isalnum() and name[0].isalpha()
