"""A unit as it stands now: what its file has, and what was decided on it."""

from __future__ import annotations

import hashlib

from translate.data import Decision, Issue, Passage, Ruling, TranslationUnit
from translate.records import dataclass
from translate.run.decisions import format_decision
from translate.serve.review.index import Standing, weights_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit as it stands now."""

    id: int
    doc: int
    number: int
    unit: TranslationUnit
    """As its file has it."""
    is_refused: bool
    machine: Passage
    target: Passage
    decision: Decision | None
    """The latest on it, be it one that reopened it; None where there is none."""
    issues: tuple[Issue, ...]

    @property
    def source(self) -> Passage:
        return Passage(self.unit.source.text, self.unit.source.codes)

    @property
    def ruling(self) -> Ruling | None:
        """What was decided, and stands."""
        return self.decision.ruling if self.decision and self.decision.ruling is not Ruling.REOPEN else None

    @property
    def dismissed(self) -> tuple[str, ...]:
        return self.decision.dismissed if self.decision else ()

    @property
    def seen(self) -> str:
        """Changes whenever a reviewer would see something else."""
        line = format_decision(self.decision) if self.decision else ""
        codes = repr(self.machine.codes)
        return hashlib.blake2b(f"{self.machine.text}\0{codes}\0{line}".encode(), digest_size=8).hexdigest()

    @property
    def standing(self) -> Standing:
        """How lists sort and filter it, where there is a decision on it."""
        issues = weights_of(self.issues, self.dismissed)
        return Standing(
            str(self.ruling) if self.ruling else None,
            max((weight for _, weight in issues), default=0),
            issues,
            self.target.text,
            self.ruling is Ruling.REJECT or (self.ruling is None and self.is_refused),
            self.ruling in (Ruling.ACCEPT, Ruling.EDIT),
            changed=self.decision is not None and self.ruling is not None and self.decision.machine != self.machine,
        )
