"""A glossary file comes in, terms go out, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate.errors import GlossaryError, shown
from translate.terms.entry import Entry, Status
from translate.terms.term import Term, TermKind
from translate.terms.termbases import read_termbase

_KINDS = {
    Status.PREFERRED: TermKind.REQUIRED,
    Status.ADMITTED: TermKind.REQUIRED,
    Status.FORBIDDEN: TermKind.FORBIDDEN,
    Status.KEEP: TermKind.KEEP,
}


def read_glossary(path: Path, source_language: str, target_language: str) -> tuple[Term, ...]:
    """Read a glossary: a table (TSV, CSV, OmegaT's glossary), UTX or TBX, told by its content.

    Several entries of one source are choices, the first of them the best.

    :param source_language: with a region or without; terms in the exact region go before those of others.
    :raises GlossaryError: with the line, where the file cannot be read, is no glossary or contradicts itself.
    """
    termbase = read_termbase(path, source_language, target_language)
    return tuple(_united(path, termbase.entries, is_lenient=any(entry.concept for entry in termbase.entries)))


def _united(path: Path, entries: Sequence[Entry], *, is_lenient: bool) -> Iterator[Term]:
    """Yield one term for each source and kind, with the targets of all its entries, the preferred first.

    :param is_lenient: whether one entry may forbid what another requires: they are two concepts then, and it is free.
    :raises GlossaryError: where a table says two things at once.
    """
    terms: dict[tuple[str, TermKind], Term] = {}
    for entry in sorted(entries, key=lambda entry: entry.status is Status.ADMITTED):
        key = (entry.source.casefold(), _KINDS[entry.status])
        other = terms.get(key) or Term(entry.source, (), key[1], entry.line)
        targets = tuple(dict.fromkeys((*other.targets, entry.target)))
        terms[key] = replace(other, targets=targets, line=min(other.line, entry.line))
    for (source, kind), term in sorted(terms.items(), key=_order):
        kept = terms.get((source, TermKind.KEEP))
        if kind is TermKind.REQUIRED and kept is not None:
            raise GlossaryError(
                f"{shown(term.source)} is {shown('|'.join(term.targets))}, but line {kept.line} says kept; keep one.",
                path=path,
                line=term.line,
            )
        if kind is not TermKind.FORBIDDEN:
            yield term
            continue
        clash = _clash(term, source, terms)
        if clash and not is_lenient:
            raise GlossaryError(
                f"{shown(clash[0])} is forbidden for {shown(clash[1].source)}, "
                f"but line {clash[1].line} requires it; keep one.",
                path=path,
                line=term.line,
            )
        free = {clash[0]} if clash else set()
        targets = tuple(target for target in term.targets if target.casefold() not in free)
        if targets:
            yield replace(term, targets=targets)


def _order(item: tuple[tuple[str, TermKind], Term]) -> tuple[int, bool]:
    """Order terms by their lines, and in a concept what is forbidden last."""
    return item[1].line, item[1].kind is TermKind.FORBIDDEN


def _clash(forbidden: Term, source: str, terms: dict[tuple[str, TermKind], Term]) -> tuple[str, Term] | None:
    """Return a target that is forbidden here and required there, with the term that requires it."""
    bad = {target.casefold() for target in forbidden.targets}
    wanted = (TermKind.REQUIRED, TermKind.KEEP)
    asked = [terms[source, kind] for kind in wanted if (source, kind) in terms] if source else terms.values()
    for term in asked:
        for target in term.targets if term.kind in wanted else ():
            if target.casefold() in bad:
                return target.casefold(), term
    return None
