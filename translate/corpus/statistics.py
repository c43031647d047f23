"""What a corpus has: units, words, lengths, duplicates, origins, states and scores, and the units of each document."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import field
from hashlib import blake2b

import numpy as np

from translate.data import TranslationUnit
from translate.executors.base import Executor
from translate.executors.parts import map_each
from translate.memory.percentage import count_words
from translate.records import dataclass

LENGTHS = (5, 10, 15, 20, 30, 40, 60, 100)
"""Most words of a source in each class of lengths; what is longer is in one more."""
SCORE_STEP = 10
NO_SCORE, NO_DOCUMENT = "none", "none"


@dataclass(slots=True)
class Amount:
    """Units, and the words and characters of both sides."""

    units: int = 0
    source_words: int = 0
    target_words: int = 0
    source_characters: int = 0
    target_characters: int = 0

    def add(self, unit: TranslationUnit, words: tuple[int, int]) -> None:
        self.units += 1
        self.source_words += words[0]
        self.target_words += words[1]
        self.source_characters += len(unit.source.text)
        self.target_characters += len(unit.target.text)


@dataclass(slots=True)
class Statistics:
    """The counts of one or more corpora. Duplicates are counted beyond the first."""

    total: Amount = field(default_factory=Amount)
    languages: Counter[str] = field(default_factory=Counter)
    """Units by the codes of both sides, `fr–en`."""
    documents: dict[str, Amount] = field(default_factory=dict)
    origins: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    lengths: Counter[int] = field(default_factory=Counter)
    """Units by the number of their class of lengths."""
    scores: Counter[str] = field(default_factory=Counter)
    """Units by tens of the score, `90`; those without one under `none`."""
    same_pair: int = 0
    same_source: int = 0
    same_target: int = 0


def measure(units: Iterable[TranslationUnit], *, executor: Executor | None = None) -> Statistics:
    """Count the units of a corpus. What is kept a unit is 24 bytes, for duplicates.

    :param executor: has the workers that count words; None counts in this process.
    """
    found = Statistics()
    seen: tuple[array[int], ...] = (array("Q"), array("Q"), array("Q"))
    for unit, words in map_each(_counting, units, executor):
        found.total.add(unit, words)
        found.documents.setdefault(unit.document or NO_DOCUMENT, Amount()).add(unit, words)
        found.languages[f"{unit.source.language}–{unit.target.language}"] += 1
        found.origins[str(unit.origin)] += 1
        found.states[str(unit.standing)] += 1
        found.lengths[bisect_left(LENGTHS, words[0])] += 1
        found.scores[NO_SCORE if unit.score is None else str(_tens(unit.score))] += 1
        source, target = unit.source.text, unit.target.text
        for kept, text in zip(seen, (f"{source}\0{target}", source, target), strict=True):
            kept.append(int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()))
    found.same_pair, found.same_source, found.same_target = (_repeated(kept) for kept in seen)
    return found


def _counting() -> Callable[[TranslationUnit], tuple[int, int]]:
    return lambda unit: (count_words(unit.source.text), count_words(unit.target.text))


def label_of(length: int) -> str:
    """Return what a class of lengths is called: `6–10`."""
    if length == len(LENGTHS):
        return f"over {LENGTHS[-1]}"
    return f"{LENGTHS[length - 1] + 1 if length else 0}–{LENGTHS[length]}"


def _tens(score: float) -> int:
    return min(int(score // SCORE_STEP) * SCORE_STEP, 100 - SCORE_STEP)


def _repeated(kept: array[int]) -> int:
    """Return how many of these digests there are beyond the first of each."""
    return len(kept) - len(np.unique(np.frombuffer(kept, dtype=np.uint64))) if kept else 0
