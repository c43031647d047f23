"""Termbases come in one after the other, one termbase goes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from translate.records import dataclass
from translate.terms.entry import Entry, Termbase


@dataclass(slots=True)
class Merged:
    """What became of the entries that were read."""

    termbase: Termbase
    added: int = 0
    updated: int = 0
    unchanged: int = 0


def merge_termbases(base: Termbase, others: Iterable[Termbase]) -> Merged:
    """Return a termbase with the entries of others behind its own.

    An entry of the same source and target takes the place of the one that is there; what it leaves empty stays. A
    concept keeps its name unless one of another file has it.
    """
    entries: dict[tuple[str, str], Entry] = {entry.key: entry for entry in base.entries}
    merged = Merged(base)
    for other in others:
        taken = {entry.concept for entry in entries.values()}
        for entry in other.entries:
            known = entries.get(entry.key)
            if known is None:
                entries[entry.key] = replace(entry, concept=_free(entry.concept, taken))
                merged.added += 1
                continue
            new = _over(known, entry)
            entries[entry.key] = new
            merged.updated += new != known
            merged.unchanged += new == known
    merged.termbase = replace(base, entries=tuple(entries.values()))
    return merged


def _over(known: Entry, new: Entry) -> Entry:
    """Return an entry with what a newer one says in its place."""
    return replace(
        known,
        status=new.status,
        part=new.part or known.part,
        domain=new.domain or known.domain,
        definition=new.definition or known.definition,
        note=new.note or known.note,
    )


def _free(concept: str, taken: set[str]) -> str:
    while concept and concept in taken:
        concept += "-2"
    return concept
