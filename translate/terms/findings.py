"""A unit comes in, the terms that its target does not honour go out, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from translate.records import dataclass
from translate.terms.term import TermKind
from translate.terms.terminology import Terminology


@dataclass(frozen=True, slots=True)
class Finding:
    """A term that is missing, or one that may not stand there.

    Places are characters [start, end), counted from nought; None where the text does not have it.
    """

    kind: Literal["missing", "forbidden"]
    term: str
    targets: tuple[str, ...]
    """What is missing, or the forbidden one that stands there."""
    source_start: int | None = None
    source_end: int | None = None
    target_start: int | None = None
    target_end: int | None = None


def find_in_unit(terms: Terminology, source: str, target: str) -> Iterator[Finding]:
    """Yield what a target does not honour, in the order of the source."""
    for breach in terms.find_breaches(source, target, kept=True):
        occurrence = breach.occurrence
        start, end = (occurrence.start, occurrence.end) if occurrence else (None, None)
        if breach.term.kind is not TermKind.FORBIDDEN:
            yield Finding("missing", breach.term.source, breach.term.targets, start, end)
            continue
        for choice in breach.term.targets:
            there = terms.find_in_target(target, choice)
            if there:
                yield Finding("forbidden", breach.term.source, (choice,), start, end, there[0], there[1])
