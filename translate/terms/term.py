"""What a glossary says of a term: what must, may not, or shall stay untranslated."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum

from translate.records import dataclass


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


def digest_of_terms(terms: Iterable[Term]) -> str:
    """Return a short hash: equal hashes mean equal terms."""
    return hashlib.sha256(repr([(t.source, t.targets, t.kind) for t in terms]).encode()).hexdigest()[:7]
