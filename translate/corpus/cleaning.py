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
            ranked = sorted(group, key=_worth)
            for place, held in enumerate(ranked):
                finding = _beside(held, ranked[:place], faults) or _by_checks(held, checks, config)
                if finding is None and Fault.NEAR in faults:
                    finding = _near(held, near)
                if finding is not None:
                    yield finding


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


def _beside(held: StoredUnit, better: Sequence[StoredUnit], faults: Collection[Fault]) -> Finding | None:
    """Return what speaks against a unit beside the better ones of its source."""
    unit = held.unit
    target = plain(unit.target.text)
    for other in better:
        if Fault.DUPLICATE in faults and plain(other.unit.target.text) == target:
            return Finding(held, Fault.DUPLICATE, f"unit {other.number} has the same texts.")
    is_raw = unit.origin is Origin.MACHINE and unit.standing.rank < State.REVIEWED.rank
    persons = [other for other in better if other.unit.origin is not Origin.MACHINE]
    if Fault.MACHINE in faults and is_raw and persons:
        return Finding(held, Fault.MACHINE, f"a machine wrote it; unit {persons[0].number} is by a person.")
    others = [other for other in better if plain(other.unit.target.text) != target]
    if Fault.CONTRADICTORY in faults and others:
        shown = others[0].unit.target.text[:40]
        return Finding(held, Fault.CONTRADICTORY, f"unit {others[0].number} has the target '{shown}'.")
    return None
