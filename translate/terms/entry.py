"""What a termbase says of one pair of terms, and what a termbase is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from translate.errors import GlossaryError, shown
from translate.records import dataclass


class Status(StrEnum):
    """How a target stands to a source, the best first."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    """It may stand where the preferred term may."""
    FORBIDDEN = "forbidden"
    """Where the source has the term, the target may not have this one; with an empty source, nowhere."""
    KEEP = "keep"
    """The source is not translated; it is its own target."""


_NAMES = {
    Status.PREFERRED: "preferred preferredterm required approved standard",
    Status.ADMITTED: "admitted admittedterm provisional non-standard legalterm regulatedterm standardizedterm",
    Status.FORBIDDEN: "forbidden deprecated deprecatedterm superseded supersededterm obsolete notrecommended",
    Status.KEEP: "keep",
}
"""What formats and tools call each, in small letters."""
_BY_NAME = {name: status for status, names in _NAMES.items() for name in names.split()}
_SUFFIX = "-admn-sts"


def parse_status(name: str) -> Status | None:
    """Return what a format or a tool calls so: `preferredTerm-admn-sts`; None where it is no status."""
    return _BY_NAME.get(name.strip().lower().removesuffix(_SUFFIX))


@dataclass(frozen=True, slots=True)
class Entry:
    """One pair of terms; `line` is where its file has it. What a file does not say is empty."""

    source: str
    target: str
    status: Status
    line: int = 0
    concept: str = ""
    """Entries of one concept mean the same; its name in the file."""
    part: str = ""
    """Part of speech."""
    domain: str = ""
    definition: str = ""
    note: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.source.casefold(), self.target.casefold()


@dataclass(frozen=True, slots=True)
class Termbase:
    """Entries in the order of their files, from one language to another."""

    source_language: str
    target_language: str
    entries: tuple[Entry, ...]


def make_entries(path: Path, entry: Entry, targets: Iterable[str]) -> Iterator[Entry]:
    """Yield an entry for each target as a row gives them; of several of a preferred term, the first is.

    :param entry: what they share.
    :raises GlossaryError: where a side is missing.
    """
    found = tuple(dict.fromkeys(target for target in targets if target))
    if entry.status is Status.KEEP:
        found = (entry.source,)
    if not entry.source and entry.status is not Status.FORBIDDEN:
        raise GlossaryError("the source is empty; only a forbidden term can have none.", path=path, line=entry.line)
    if not found:
        raise GlossaryError(
            f"{shown(entry.source)} has no target; write one, or the status '{Status.KEEP}' in the third column to "
            "leave it untranslated.",
            path=path,
            line=entry.line,
        )
    for number, target in enumerate(found):
        is_other = number and entry.status is Status.PREFERRED
        yield replace(entry, target=target, status=Status.ADMITTED if is_other else entry.status)
