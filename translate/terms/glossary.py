"""A glossary file comes in, terms go out: what must, may not, or shall stay untranslated."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lxml import etree

from translate.errors import GlossaryError
from translate.languages import base_code


class TermKind(StrEnum):
    """What a glossary says of a term."""

    REQUIRED = "required"
    """Where the source has it, the target must have one of its targets."""
    FORBIDDEN = "forbidden"
    """Where the source has it, the target may have none of its targets; with an empty source, nowhere."""
    KEEP = "keep"
    """It is not translated: the target has it as the source does."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry. `targets` are the choices, best first; for `KEEP` the source itself."""

    source: str
    targets: tuple[str, ...]
    kind: TermKind
    line: int


_KINDS = ", ".join(TermKind)
_TBX_FORBIDDEN = ("deprecatedTerm-admn-sts", "supersededTerm-admn-sts", "deprecated", "superseded")
_TBX_BEST = ("preferredTerm-admn-sts", "preferred")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_HEAD_BYTES = 64


def read_glossary(path: Path, source_language: str, target_language: str) -> tuple[Term, ...]:
    """Read a TSV or a TBX file.

    TSV: `source TAB target`, or `source TAB target TAB kind`, where kind is required (the default), forbidden or keep;
    choices of a target are parted by `|`. Lines that are empty or begin with `#` are passed over.

    :raises GlossaryError: with the line, where the file cannot be read, is no glossary or contradicts itself.
    """
    try:
        start = path.read_bytes()[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError as exc:
        raise GlossaryError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
    is_xml = start.startswith(b"<") or path.suffix.lower() == ".tbx"
    terms = tuple(
        _iter_tbx(path, base_code(source_language), base_code(target_language)) if is_xml else _iter_tsv(path)
    )
    if not terms:
        raise GlossaryError(
            f"has no terms from '{source_language}' to '{target_language}'; expected lines of source TAB target, "
            "or a TBX file with both languages.",
            path=path,
        )
    _refuse_conflicts(path, terms)
    return terms


def digest_of_terms(terms: Iterable[Term]) -> str:
    """Return a short hash: equal hashes mean equal terms."""
    return hashlib.sha256(repr([(t.source, t.targets, t.kind) for t in terms]).encode()).hexdigest()[:7]


def _iter_tsv(path: Path) -> Iterator[Term]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as exc:
        raise GlossaryError(f"is not UTF-8 (byte {exc.start}); save it as UTF-8.", path=path) from exc
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if len(cells) < 2:
            raise GlossaryError(
                f"has one column ('{cells[0][:40]}'); expected source TAB target, or source TAB target TAB kind.",
                path=path,
                line=number,
            )
        kind = cells[2].lower() if len(cells) > 2 and cells[2] else TermKind.REQUIRED
        if kind not in list(TermKind):
            raise GlossaryError(f"unknown kind '{cells[2][:40]}'. Known: {_KINDS}.", path=path, line=number)
        yield _term(path, number, cells[0], [t.strip() for t in cells[1].split("|")], TermKind(kind))


def _term(path: Path, line: int, source: str, targets: list[str], kind: TermKind) -> Term:
    targets = [target for target in targets if target]
    if kind is TermKind.KEEP:
        targets = [source]
    if not source and kind is not TermKind.FORBIDDEN:
        raise GlossaryError("the source is empty; only a forbidden term can have none.", path=path, line=line)
    if not targets:
        raise GlossaryError(
            f"'{source[:40]}' has no target; write one, or the kind '{TermKind.KEEP}' in the third column to leave it "
            "untranslated.",
            path=path,
            line=line,
        )
    return Term(source, tuple(targets), kind, line)


def _iter_tbx(path: Path, source_language: str, target_language: str) -> Iterator[Term]:
    """Read `termEntry` (TBX 2008) or `conceptEntry` (TBX 3, ISO 30042:2019) elements, one at a time."""
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
    sources: list[str] = []
    good: list[tuple[bool, str]] = []
    bad: list[str] = []
    for group in entry.iter("{*}langSet", "{*}langSec"):
        language = base_code(group.get(_XML_LANGUAGE) or group.get("lang") or "")
        for term in group.iter("{*}term"):
            text = " ".join("".join(str(part) for part in term.itertext()).split())
            parent = term.getparent()
            notes = [] if parent is None else [str(n.text or "").strip() for n in parent.iter("{*}termNote")]
            if not text:
                continue
            if language == source_language:
                sources.append(text)
            elif language == target_language and any(note in _TBX_FORBIDDEN for note in notes):
                bad.append(text)
            elif language == target_language:
                good.append((not any(note in _TBX_BEST for note in notes), text))
    line: int = getattr(entry, "sourceline", None) or 0
    targets = [text for _, text in sorted(good, key=lambda item: item[0])]
    for source in sources:
        if targets:
            yield _term(path, line, source, targets, TermKind.REQUIRED)
        if bad:
            yield _term(path, line, source, bad, TermKind.FORBIDDEN)


def _refuse_conflicts(path: Path, terms: Iterable[Term]) -> None:
    """Refuse two answers to one question."""
    wanted: dict[str, Term] = {}
    forbidden: dict[tuple[str, str], Term] = {}
    for term in terms:
        key = term.source.casefold()
        if term.kind is TermKind.FORBIDDEN:
            forbidden |= {(key, target.casefold()): term for target in term.targets}
            continue
        other = wanted.setdefault(key, term)
        if (other.kind, other.targets) != (term.kind, term.targets):
            raise GlossaryError(
                f"'{term.source}' is {_said(term)}, but line {other.line} says {_said(other)}; keep one, or write the "
                "alternatives on one line, separated by '|'.",
                path=path,
                line=term.line,
            )
    for (key, target), term in forbidden.items():
        for asked in [wanted[key]] if key in wanted else wanted.values() if not key else []:
            if target in (one.casefold() for one in asked.targets):
                raise GlossaryError(
                    f"'{target}' is forbidden for '{asked.source}', but line {asked.line} requires it; keep one.",
                    path=path,
                    line=term.line,
                )


def _said(term: Term) -> str:
    return "kept" if term.kind is TermKind.KEEP else f"'{'|'.join(term.targets)}'"
