"""A glossary file comes in, terms go out, whatever its format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from translate.errors import GlossaryError
from translate.terms.table import read_table
from translate.terms.tbx import read_tbx
from translate.terms.term import Term, TermKind

_HEAD_BYTES = 64


def read_glossary(path: Path, source_language: str, target_language: str) -> tuple[Term, ...]:
    """Read a glossary: a table (TSV, CSV, OmegaT's glossary), UTX or TBX, told by its content.

    Several entries of one source are choices, the first of them the best.

    :param source_language: with a region or without; terms in the exact region go before those of others.
    :raises GlossaryError: with the line, where the file cannot be read, is no glossary or contradicts itself.
    """
    try:
        start = path.read_bytes()[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError as exc:
        raise GlossaryError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
    is_tbx = start.startswith(b"<") or path.suffix.lower() == ".tbx"
    read = read_tbx if is_tbx else read_table
    terms = tuple(_united(path, read(path, source_language, target_language), is_lenient=is_tbx))
    if not terms:
        raise GlossaryError(
            f"has no terms from '{source_language}' to '{target_language}'; expected lines of source TAB target, "
            "or a UTX or TBX file with both languages.",
            path=path,
        )
    return terms


def _united(path: Path, found: Iterable[Term], *, is_lenient: bool) -> Iterator[Term]:
    """Yield one term for each source and kind, with the targets of all its entries.

    :param is_lenient: whether one entry may forbid what another requires: they are two concepts then, and it is free.
    :raises GlossaryError: where a table says two things at once.
    """
    terms: dict[tuple[str, TermKind], Term] = {}
    for term in found:
        key = (term.source.casefold(), term.kind)
        other = terms.get(key)
        targets = term.targets if other is None else tuple(dict.fromkeys((*other.targets, *term.targets)))
        terms[key] = replace(other or term, targets=targets)
    for (source, kind), term in terms.items():
        kept = terms.get((source, TermKind.KEEP))
        if kind is TermKind.REQUIRED and kept is not None:
            raise GlossaryError(
                f"'{term.source}' is '{'|'.join(term.targets)}', but line {kept.line} says kept; keep one.",
                path=path,
                line=term.line,
            )
        if kind is not TermKind.FORBIDDEN:
            yield term
            continue
        clash = _clash(term, source, terms)
        if clash and not is_lenient:
            raise GlossaryError(
                f"'{clash[0]}' is forbidden for '{clash[1].source}', but line {clash[1].line} requires it; keep one.",
                path=path,
                line=term.line,
            )
        free = {clash[0]} if clash else set()
        targets = tuple(target for target in term.targets if target.casefold() not in free)
        if targets:
            yield replace(term, targets=targets)


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
