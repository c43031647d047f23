"""Terms of a TBX file: TBX 2 and TBX-Basic (ISO 30042:2008), TBX 3 (ISO 30042:2019) in DCA and in DCT style."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from translate.errors import GlossaryError
from translate.languages import base_code
from translate.terms.term import Term, TermKind, make_term

_FORBIDDEN = frozenset({"deprecatedTerm", "supersededTerm", "deprecated", "superseded", "obsolete", "forbidden"})
_BEST = frozenset({"preferredTerm", "preferred"})
_SUFFIX = "-admn-sts"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUSES = frozenset({"administrativeStatus", "administrativestatus", "normativeAuthorization", "status", ""})


def read_tbx(path: Path, source_language: str, target_language: str) -> Iterator[Term]:
    """Yield the terms of each concept, one at a time.

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
        for _, entry in events:
            yield from _entry_terms(path, entry, source_language, target_language)
            entry.clear()
    except etree.XMLSyntaxError as exc:
        reason = exc.msg.split("\n")[0].strip()
        raise GlossaryError(f"is not well-formed XML: {reason}.", path=path, line=exc.lineno) from exc


def _entry_terms(path: Path, entry: etree._Element, source_language: str, target_language: str) -> Iterator[Term]:
    sources = [term for group in _sections(entry, source_language) for term, _ in _terms_of(group)]
    statuses = [item for group in _sections(entry, target_language) for item in _terms_of(group)]
    bad = [term for term, status in statuses if status in _FORBIDDEN]
    good = [(status not in _BEST, term) for term, status in statuses if status not in _FORBIDDEN]
    line: int = getattr(entry, "sourceline", None) or 0
    targets = [term for _, term in sorted(good, key=lambda item: item[0])]
    for source in dict.fromkeys(sources):
        if targets:
            yield make_term(path, line, source, targets, TermKind.REQUIRED)
        if bad:
            yield make_term(path, line, source, bad, TermKind.FORBIDDEN)


def _sections(entry: etree._Element, language: str) -> list[etree._Element]:
    """Return the sections in a language: those in its exact region, or else in none, or else in any."""
    groups: dict[int, list[etree._Element]] = {}
    for group in entry.iter("{*}langSet", "{*}langSec"):
        code = (group.get(_XML_LANGUAGE) or group.get("lang") or "").replace("_", "-")
        if base_code(code) == base_code(language):
            rank = 0 if code.lower() == language.lower() else 1 if code == base_code(code) else 2
            groups.setdefault(rank, []).append(group)
    return groups[min(groups)] if groups else []


def _terms_of(group: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the terms of a section with their status, empty where they have none."""
    for term in group.iter("{*}term"):
        text = " ".join("".join(str(part) for part in term.itertext()).split())
        if text:
            yield text, _status_of(term)


def _status_of(term: etree._Element) -> str:
    """Return what the notes beside a term say of its status, in DCA style by type, in DCT style by element."""
    parent = term.getparent()
    for note in () if parent is None else parent.iter():
        name = etree.QName(note).localname if isinstance(note.tag, str) else ""
        is_status = name == "administrativeStatus" or (name == "termNote" and note.get("type", "") in _STATUSES)
        if is_status and (status := str(note.text or "").strip().removesuffix(_SUFFIX)):
            return status
    return ""
