"""What is asked of an index, and what counts for it which texts share most with a query: one by one, or many at a time.

Both counters look at the same texts and give the same answers. That of few queries does without numpy, which takes
longer to load than a hundred of them to answer.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from translate.memory.blocks import Run
from translate.memory.posted import Held
from translate.records import dataclass

SHORTER = 0.001
"""What a shorter text loses for its length, a longer one losing 1: it decides among equals."""
R = TypeVar("R")
"""Ranks of texts, ascending, as a counter holds them."""
H = TypeVar("H")
"""Ranks of texts, in any order and more than once."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text of the memory, and how alike it is: whole per cent, but for tokens mistaken for one another."""

    text: int
    percentage: int


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A text that is looked up."""

    string: str
    """Of its tokens, as :func:`translate.memory.numbering.string_of` has it."""
    codes: array[int]
    keys: list[int]
    """In the order of :func:`translate.memory.numbering.keys_of`."""
    length: int
    """Its tokens, single spaces too."""

    @property
    def spaces(self) -> int:
        """How many single spaces it has."""
        return self.length - len(self.codes)

    def words(self) -> tuple[list[int], list[int]]:
        """Return the first and the last word of each key; of a word, both are the same."""
        count = len(self.codes)
        pairs, gaps = range(count - 1), range(len(self.keys) - 2 * count + 1)
        return [*range(count), *pairs, *gaps], [*range(count), *range(1, count), *range(2, len(gaps) + 2)]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """How a query is answered: runs that are looked at whole, and keys that lead into others."""

    asked: Asked
    scanned: list[Run]
    posted: list[Run]
    keys: list[int]


class Counter(ABC, Generic[R, H]):
    """Finds the texts that share most with queries."""

    def answer(self, plans: Sequence[Plan], held: Held, threshold: int, wanted: int) -> Iterator[list[Candidate]]:
        """Yield for each plan the texts that reach a percentage, or seem to, the best first.

        :param held: what is known of the keys of the plans that have any.
        :param wanted: how many texts of a plan are compared with the query.
        """
        found, led = [], self.read(held)
        for plan in plans:
            ranks = self.scan(plan, threshold, wanted)
            found.append(self.join(ranks, self.count(plan, next(led), wanted)) if plan.posted else ranks)
        return self.measure([plan.asked for plan in plans], found, threshold)

    @abstractmethod
    def ask(self, texts: Sequence[str]) -> list[Asked]:
        """Return texts as they are looked up."""

    @abstractmethod
    def read(self, held: Held) -> Iterator[H]:
        """Yield for each query the ranks of the texts that have one of its keys, once for each key."""

    @abstractmethod
    def scan(self, plan: Plan, threshold: int, wanted: int) -> R:
        """Return the ranks of the texts that share most tokens with the query, by a look at all that are to be."""

    @abstractmethod
    def count(self, plan: Plan, held: H, wanted: int) -> R:
        """Return those ranks of the runs of a plan whose texts share most of its keys."""

    @abstractmethod
    def join(self, one: R, other: R) -> R:
        """Return ranks of both, each once."""

    @abstractmethod
    def measure(self, some: Sequence[Asked], found: Sequence[R], threshold: int) -> Iterator[list[Candidate]]:
        """Yield for each query the texts of some ranks that reach a percentage, the best first."""
