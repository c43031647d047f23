"""Steps that units pass through one by one: merge, filter, sample. What a step drops is counted by its reason."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import partial

from translate.checks import Check, accept, check_unit, load_checks
from translate.config import Config
from translate.corpus.keys import Numbers, Seen, key_of
from translate.data import Bitext, Issue, Origin, State, TranslationUnit
from translate.errors import UsageError
from translate.executors.base import Executor
from translate.executors.parts import map_each
from translate.records import dataclass
from translate.text.scratch import temporary_database

_HALF = 1 << 63
Drop = Callable[[TranslationUnit], None]
"""Receives each unit that is dropped."""


def forget(unit: TranslationUnit) -> None:
    """Drop a unit for good."""


@dataclass(slots=True)
class Tally:
    """What a step did: units read and kept, dropped by reason, and changed by reason."""

    read: int = 0
    kept: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)


def check_languages(bitexts: Sequence[Bitext]) -> None:
    """:raises UsageError: where the corpora are not all from one language to one other, whatever the region."""
    pairs = {(bitext.source_language.partition("-")[0], bitext.target_language.partition("-")[0]) for bitext in bitexts}
    if len(pairs) > 1:
        found = "; ".join(" to ".join(pair) for pair in sorted(pairs))
        raise UsageError(f"the corpora are in different languages: {found}. Give --source-language, --target-language.")


def merge_units(bitexts: Iterable[Bitext], tally: Tally, drop: Drop = forget) -> Iterator[TranslationUnit]:
    """Yield the units of all corpora in order. Names stay unique, since a memory takes one name for one unit.

    A unit that has come before, with its name and its texts, is dropped; one that shares its name alone is renamed.
    """
    tables = [Seen.table("names"), Seen.table("units"), Numbers.table("following")]
    with temporary_database(tables) as database:
        names, units, following = Seen(database, "names"), Seen(database, "units"), Numbers(database, "following")
        for bitext in bitexts:
            for unit in bitext.units:
                tally.read += 1
                if not units.add(key_of(unit.name, unit.source.text, unit.target.text)):
                    tally.dropped["same name and texts"] += 1
                    drop(unit)
                    continue
                tally.kept += 1
                key = key_of(unit.name)
                if names.add(key):
                    yield unit
                    continue
                tally.changed["renamed: another unit has the name"] += 1
                number = following.get(key, 2)
                while not names.add(key_of(name := f"{unit.name}~{number}")):
                    number += 1
                following.put(key, number + 1)
                yield replace(unit, name=name)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a unit must be, beside what the checks ask; None asks for nothing. Lengths count characters."""

    min_score: float | None = None
    origins: tuple[Origin, ...] = ()
    min_length: int | None = None
    max_length: int | None = None
    states: tuple[State, ...] = ()

    def reason(self, unit: TranslationUnit) -> str | None:
        """Return why `unit` is not what it must be; None where it is."""
        if self.origins and unit.origin not in self.origins:
            return f"origin: {unit.origin}"
        if self.states and unit.standing not in self.states:
            return f"state: {unit.standing}"
        if self.min_score is not None and (unit.score is None or unit.score < self.min_score):
            return "score: none" if unit.score is None else f"score: below {self.min_score:g}"
        lengths = (len(unit.source.text), len(unit.target.text))
        if self.min_length is not None and min(lengths) < self.min_length:
            return f"length: below {self.min_length} characters"
        if self.max_length is not None and max(lengths) > self.max_length:
            return f"length: above {self.max_length:,} characters"
        return None


def filter_units(
    units: Iterable[TranslationUnit],
    checks: Sequence[Check] | None,
    config: Config,
    limits: Limits,
    tally: Tally,
    drop: Drop = forget,
    *,
    executor: Executor | None = None,
) -> Iterator[TranslationUnit]:
    """Yield the units that are within `limits` and that `accept()` accepts, with their issues; those found anew count.

    A unit is counted under the check of its first reason.

    :param checks: None takes those that `config` leaves on.
    :param executor: has the workers that measure; None measures in this process.
    """
    for unit, (reason, issues) in map_each(partial(_judging, checks, config, limits), units, executor):
        tally.read += 1
        checked = unit if issues is None else replace(unit, issues=issues)
        if reason is None:
            tally.kept += 1
            yield checked
        else:
            tally.dropped[reason] += 1
            drop(checked)


def _judging(
    checks: Sequence[Check] | None, config: Config, limits: Limits
) -> Callable[[TranslationUnit], tuple[str | None, tuple[Issue, ...] | None]]:
    """Return what says why a unit is dropped, and what was found in it; None where nothing was looked for."""
    asked = load_checks(config.checks) if checks is None else checks

    def judge(unit: TranslationUnit) -> tuple[str | None, tuple[Issue, ...] | None]:
        reason = limits.reason(unit)
        if reason is not None or not asked:
            return reason, None
        issues = check_unit(unit, asked, config.checks)
        verdict = accept(replace(unit, issues=issues), config.checks)
        return None if verdict.is_accepted else f"check: {verdict.reasons[0].check}", issues

    return judge


def sample_units(
    units: Iterable[TranslationUnit], count: int | None, share: float | None, random_seed: int, tally: Tally
) -> Iterator[TranslationUnit]:
    """Yield `count` units, or a `share` of them from 0 to 1, drawn evenly, in their order; the seed decides which.

    The units are read twice, and none is held (Knuth, *The Art of Computer Programming*, volume 2, algorithm 3.4.2 S).
    """
    left = sum(1 for _ in units)
    wanted = min(left, count if count is not None else round(left * (share or 0)))
    chance = random.Random(random_seed)
    for unit in units:
        tally.read += 1
        if chance.random() * left < wanted:
            wanted -= 1
            tally.kept += 1
            yield unit
        else:
            tally.dropped["not drawn"] += 1
        left -= 1
