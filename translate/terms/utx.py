"""UTX: Universal Terminology eXchange 1.20 (Asia-Pacific Association for Machine Translation, 2018); 1.11 too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate.errors import GlossaryError, shown
from translate.languages import base_code
from translate.terms.entry import Entry, Status, Termbase
from translate.terms.lines import read_lines
from translate.terms.rows import columns_of

_STATUSES = {
    "approved": Status.PREFERRED,
    "provisional": Status.ADMITTED,
    "non-standard": Status.ADMITTED,
    "forbidden": Status.FORBIDDEN,
    "keep": Status.KEEP,
}
"""`keep` is ours; what is `rejected` is no entry."""
_WRITTEN = {
    Status.PREFERRED: "approved",
    Status.ADMITTED: "provisional",
    Status.FORBIDDEN: "forbidden",
    Status.KEEP: "keep",
}
_COLUMNS = {
    "src:pos": "part", "domain": "domain", "definition": "definition", "comment": "note", "concept id": "concept"
}  # fmt: skip
"""By the name of a column, the field it holds."""


_FIRST = ("src", "tgt")


def read_utx(path: Path, source_language: str, target_language: str) -> Iterator[Entry]:
    """Yield the entries of a UTX file. One without status is preferred where no other of its source is approved.

    :raises GlossaryError: where it is of other languages.
    """
    lines = read_lines(path)
    head = [part.strip() for part in lines[0].split(";")]
    codes = [code.strip() for code in (head[1] if len(head) > 1 else "").split("/")]
    first = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    named = next(line for line in reversed(lines[:first]) if line.startswith("#"))
    # without a line of names the columns are those that the format begins with
    names = [name.strip().lower() for name in named.lstrip("#").rstrip("\r").split("\t")] if first > 1 else [*_FIRST]
    columns = _term_columns(names, codes, source_language, target_language)
    if columns is None:
        found = f"is a UTX glossary of {'/'.join(codes) or 'no languages'}"
        if "src" not in names and not any(name.startswith("term:") for name in names):
            found = f"begins its names of columns with {shown(names[0])}"
            raise GlossaryError(f"{found}; expected a line such as #src TAB tgt.", path=path, line=first)
        message = f"{found}; expected {source_language}/{target_language}."
        raise GlossaryError(message, path=path, line=1)
    entries = []
    approved = set()
    for number, line in enumerate(lines[first:], first + 1):
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if not any(cells) or cells[0].startswith("#") or len(cells) <= max(columns):
            continue
        told = dict(zip(names, cells, strict=False))
        name = _status_of(told, target_language)
        source, target = (cells[column] for column in columns)
        if name == "rejected" or not target or not (source or name == "forbidden"):
            continue
        others = {field: told.get(column, "") for column, field in _COLUMNS.items()}
        entries.append((name, Entry(source, target, _STATUSES.get(name, Status.PREFERRED), number, **others)))
        approved |= {source.casefold()} if name == "approved" else set()
    for name, entry in entries:
        is_other = name not in _STATUSES and entry.source.casefold() in approved
        yield replace(entry, status=Status.ADMITTED) if is_other else entry


def _status_of(told: dict[str, str], target_language: str) -> str:
    """Return the status of a line in small letters: that of the term of a language, where its column names one."""
    for column, cell in told.items():
        kind, _, code = column.partition(":")
        if kind in ("term status", "status") and (not code or base_code(code) == base_code(target_language)):
            return cell.lower()
    return ""


def _term_columns(
    names: Sequence[str], codes: Sequence[str], source_language: str, target_language: str
) -> tuple[int, int] | None:
    """Return the columns of both languages: `src` and `tgt` by the languages of the head, or `term:fr` by their own."""
    own = [name.rpartition(":")[2] if name.startswith("term:") else "" for name in names]
    for at, name in enumerate(names):
        if name in ("src", "tgt") and len(codes) > 1:
            own[at] = codes[0 if name == "src" else 1]
    return columns_of(own, source_language, target_language)


def format_utx(termbase: Termbase) -> str:
    """Return a UTX file. It has no date, so that equal termbases are equal files."""
    languages = f"{termbase.source_language}/{termbase.target_language}"
    lines = [f"#UTX 1.20;  {languages}", "\t".join(("#src", "tgt", "term status", *_COLUMNS))]
    for entry in termbase.entries:
        fields = (str(getattr(entry, field)) for field in _COLUMNS.values())
        cells = (entry.source, entry.target, _WRITTEN[entry.status], *fields)
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines) + "\n"
