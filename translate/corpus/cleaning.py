"""A translation memory comes in, and the units that are better deleted go out, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby

from translate.checks import CHECKS, Check, check_unit
from translate.config import CheckConfig
from translate.corpus.keys import Numbers, key_of, loosen
from translate.data import Origin, Severity, State
from translate.memory.file import MemoryFile, StoredUnit
from translate.memory.rows import plain
from translate.records import dataclass
from translate.text.scratch import temporary_database


class Fault(StrEnum):
    """What speaks against a unit."""

    DUPLICATE = "duplicate"
    """Another unit has both its texts, whatever their apostrophes and spaces."""
    CONTRADICTORY = "contradictory"
    """Another unit has its source, and a better standing or a newer target."""
    NEAR = "near"
    """Another unit differs in numbers, capital letters and punctuation only."""
    MACHINE = "machine"
    """A machine wrote it, nobody has reviewed it, and a person has translated its source."""
    LANGUAGE = "language"
    """A side is in another language, or the target is the source."""
    CODES = "codes"
    """Codes, tags or placeholders of the two sides do not agree."""


USUAL_FAULTS = (Fault.DUPLICATE, Fault.MACHINE, Fault.LANGUAGE, Fault.CODES)
"""Those that are looked for where nothing is asked: the others need a look."""
_COPIED = "copied"
"""Names the passages that are copied; only a text that is one from end to end is better deleted."""
_CHECKS = {
    Fault.LANGUAGE: ("target_language", "source_language", _COPIED),
    Fault.CODES: ("codes", "tags", "placeholders"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A unit that is better deleted."""

    held: StoredUnit
    fault: Fault
    reason: str


def find_faults(memory: MemoryFile, faults: Collection[Fault], config: CheckConfig) -> Iterator[Finding]:
    """Yield the units that have one of some faults, each once, under the first of them; memory is bounded.

    Of units that are alike the best stays: the highest state, then the newest, then the first imported.
    """
    checks = {
        fault: [CHECKS.load(name) for name in names if name not in config.disabled]
        for fault, names in _CHECKS.items()
        if fault in faults
    }
    with temporary_database([Numbers.table("near")]) as database:
        near = Numbers(database, "near")
        for _, group in groupby(memory.stored(by_source=True), key=lambda held: plain(held.unit.source.text)):
            better = _Better()
            for held in sorted(group, key=_worth):
                target = plain(held.unit.target.text)
                finding = better.finding(held, target, faults) or _by_checks(held, checks, config)
                if finding is None and Fault.NEAR in faults and target not in better.targets:
                    finding = _near(held, near)
                if finding is not None:
                    yield finding
                better.add(held, target)


def _by_checks(held: StoredUnit, checks: Mapping[Fault, Sequence[Check]], config: CheckConfig) -> Finding | None:
    """Return the first fault that a check finds in a unit."""
    is_copy = plain(held.unit.source.text) == plain(held.unit.target.text)
    for fault, some in checks.items():
        for issue in check_unit(held.unit, some, config):
            if issue.severity is not Severity.INFO and (is_copy or issue.check != _COPIED):
                return Finding(held, fault, issue.message)
    return None


def _near(held: StoredUnit, near: Numbers) -> Finding | None:
    """Return which of the units in `near` a unit differs from in numbers and signs only; else it is put there."""
    key = key_of(loosen(held.unit.source.text), loosen(held.unit.target.text))
    first = near.get(key, 0)
    if first:
        return Finding(held, Fault.NEAR, f"differs from unit {first} in numbers and signs only.")
    near.put(key, held.number)
    return None


def _worth(held: StoredUnit) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """Return by what units of one source are ranked, the best first."""
    unit = held.unit
    is_raw = unit.origin is Origin.MACHINE and unit.standing.rank < State.REVIEWED.rank
    return (is_raw, -unit.standing.rank), tuple(-ord(figure) for figure in held.changed) or (0,), held.number


class _Better:
    """What counts of the units of one source that are better than the next one; there may be many thousands."""

    def __init__(self) -> None:
        self.targets: dict[str, StoredUnit] = {}
        """The best unit of each target."""
        self._person: StoredUnit | None = None
        """The best that no machine wrote."""

    def add(self, held: StoredUnit, target: str) -> None:
        self.targets.setdefault(target, held)
        if self._person is None and held.unit.origin is not Origin.MACHINE:
            self._person = held

    def finding(self, held: StoredUnit, target: str, faults: Collection[Fault]) -> Finding | None:
        """Return what speaks against a unit beside those."""
        unit = held.unit
        if Fault.DUPLICATE in faults and target in self.targets:
            return Finding(held, Fault.DUPLICATE, f"unit {self.targets[target].number} has the same texts.")
        is_raw = unit.origin is Origin.MACHINE and unit.standing.rank < State.REVIEWED.rank
        if Fault.MACHINE in faults and is_raw and self._person is not None:
            return Finding(held, Fault.MACHINE, f"a machine wrote it; unit {self._person.number} is by a person.")
        other = next((other for known, other in self.targets.items() if known != target), None)
        if Fault.CONTRADICTORY in faults and other is not None:
            shown = other.unit.target.text[:40]
            return Finding(held, Fault.CONTRADICTORY, f"unit {other.number} has the target '{shown}'.")
        return None
