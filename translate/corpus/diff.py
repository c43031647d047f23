"""Two versions of a corpus: which units were added, removed, or have another target now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain

from translate.corpus.keys import key_of
from translate.data import TranslationUnit
from translate.records import dataclass
from translate.text.scratch import temporary_database


class Change(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    """The source had another target, which is gone."""


@dataclass(frozen=True, slots=True)
class Difference:
    change: Change
    unit: TranslationUnit


def compare(
    old: Iterable[TranslationUnit], new: Iterable[TranslationUnit], counts: Counter[str]
) -> Iterator[Difference]:
    """Yield the differences: those of the new corpus in its order, then what is gone of the old one.

    Units are told by their texts alone, and each pair counts once. Both corpora are read twice; memory is bounded.

    :param counts: receives how many pairs are `same`, `added`, `removed` and `changed`.
    """
    with temporary_database([_TABLE]) as database:
        for units, side in ((old, "old"), (new, "new")):
            insert = f"INSERT INTO pairs (source, target, {side}) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET {side} = 1"
            database.executemany(insert, map(_keys, units))
        find = "SELECT old, new, done FROM pairs WHERE source = ? AND target = ?"
        other = "SELECT 1 FROM pairs WHERE source = ? AND old = ? AND new = ? LIMIT 1"
        done = "UPDATE pairs SET done = 1 WHERE source = ? AND target = ?"
        for unit in chain(new, old):
            keys = _keys(unit)
            is_old, is_new, is_done = database.execute(find, keys).fetchone()
            if is_done:
                continue
            database.execute(done, keys)
            if is_old and is_new:
                counts["same"] += 1
                continue
            # What is gone is no removal where another target took its place: that one was a change.
            is_replaced = database.execute(other, (keys[0], is_new, is_old)).fetchone() is not None
            if is_new or not is_replaced:
                change = Change.REMOVED if is_old else Change.CHANGED if is_replaced else Change.ADDED
                counts[change] += 1
                yield Difference(change, unit)


_TABLE = (
    "CREATE TABLE pairs (source INTEGER, target INTEGER, old INTEGER DEFAULT 0, new INTEGER DEFAULT 0, "
    "done INTEGER DEFAULT 0, PRIMARY KEY (source, target)) WITHOUT ROWID"
)


def _keys(unit: TranslationUnit) -> tuple[int, int]:
    return key_of(unit.source.text), key_of(unit.target.text)
