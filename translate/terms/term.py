"""What a glossary says of a term: what must, may not, or shall stay untranslated."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from translate.errors import GlossaryError


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


def make_term(path: Path, line: int, source: str, targets: Iterable[str], kind: TermKind) -> Term:
    """Return a term as a line of a glossary gives it.

    :raises GlossaryError: where it lacks a side.
    """
    found = tuple(dict.fromkeys(target for target in targets if target))
    if kind is TermKind.KEEP:
        found = (source,)
    if not source and kind is not TermKind.FORBIDDEN:
        raise GlossaryError("the source is empty; only a forbidden term can have none.", path=path, line=line)
    if not found:
        raise GlossaryError(
            f"'{source[:40]}' has no target; write one, or the kind '{TermKind.KEEP}' in the third column to leave it "
            "untranslated.",
            path=path,
            line=line,
        )
    return Term(source, found, kind, line)


def digest_of_terms(terms: Iterable[Term]) -> str:
    """Return a short hash: equal hashes mean equal terms."""
    return hashlib.sha256(repr([(t.source, t.targets, t.kind) for t in terms]).encode()).hexdigest()[:7]
