"""Duplicates: units with the same pair of texts, the same source, or nearly the same texts; one of each is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from translate.corpus.keys import key_of, loosen
from translate.corpus.steps import Drop, Tally, forget
from translate.data import Origin, Severity, TranslationUnit
from translate.text.scratch import temporary_database

KEYS: dict[str, Callable[[TranslationUnit], int]] = {
    "pair": lambda unit: key_of(unit.source.text, unit.target.text),
    "source": lambda unit: key_of(unit.source.text),
    "target": lambda unit: key_of(unit.target.text),
    "near": lambda unit: key_of(loosen(unit.source.text), loosen(unit.target.text)),
}
"""What makes two units duplicates. `near` overlooks case, punctuation, white space and the value of numbers."""
_REASONS = {"pair": "same pair", "source": "same source", "target": "same target", "near": "nearly the same pair"}

KEEP = ("first", "last", "best")
"""Which of the duplicates stays. The best is the one that came furthest, from draft to approved; then it comes from
people rather than memories, from these rather than machines; then counts what the checks found, then the score, then
the place in the corpus."""
_ORIGINS = {Origin.HUMAN: 3, Origin.MEMORY: 2, Origin.CARRIED: 1, Origin.MACHINE: 0}
_WEIGHTS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 100}


def deduplicate(
    units: Iterable[TranslationUnit], by: str, keep: str, tally: Tally, drop: Drop = forget
) -> Iterator[TranslationUnit]:
    """Yield one unit for each key, in the order of the corpus. Memory is bounded; `last` and `best` read twice.

    :param by: one of :data:`KEYS`.
    :param keep: one of :data:`KEEP`.
    """
    key = KEYS[by]
    with temporary_database(["CREATE TABLE best (key INTEGER PRIMARY KEY, rank REAL, place INTEGER)"]) as database:
        if keep == "first":
            is_chosen = "INSERT OR IGNORE INTO best VALUES (?, 0, ?) RETURNING 1"
        else:
            is_chosen = "SELECT 1 FROM best WHERE key = ? AND place = ?"
            better = "excluded.rank > rank" if keep == "best" else "TRUE"
            database.executemany(
                "INSERT INTO best VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE "
                f"SET rank = excluded.rank, place = excluded.place WHERE {better}",
                ((key(unit), rank(unit), place) for place, unit in enumerate(units)),
            )
        for place, unit in enumerate(units):
            tally.read += 1
            if database.execute(is_chosen, (key(unit), place)).fetchone() is not None:
                tally.kept += 1
                yield unit
            else:
                tally.dropped[_REASONS[by]] += 1
                drop(unit)


def rank(unit: TranslationUnit) -> float:
    """Return how good a unit is among its duplicates: higher is better."""
    weight = sum(_WEIGHTS[issue.severity] for issue in unit.issues)
    return (
        1e7 * unit.standing.rank
        + 1e6 * _ORIGINS[unit.origin]
        - 1e3 * min(weight, 900)
        + (0.0 if unit.score is None else unit.score)
    )
