"""Words that mean the contrary of each other: two texts come in, what the other one turned round goes out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from translate.records import dataclass

PAIRS = (
    ("with", "without"), ("before", "after"), ("left", "right"), ("open", "closed"), ("first", "last"),
    ("rise", "fall"), ("minimum", "maximum"), ("allowed", "forbidden"), ("buy", "sell"), ("win", "lose"),
    ("entrance", "exit"), ("day", "night"), ("hot", "cold"), ("mother", "father"), ("daughter", "son"),
    ("sister", "brother"), ("wife", "husband"), ("girl", "boy"), ("north", "south"), ("east", "west"),
    ("yesterday", "tomorrow"), ("morning", "evening"), ("climb", "descend"), ("inside", "outside"),
    ("true", "false"), ("empty", "full"), ("always", "never"), ("import", "export"), ("accept", "refuse"),
    ("begin", "end"), ("enable", "disable"), ("old", "new"), ("large", "small"), ("long", "short"),
    ("rich", "poor"), ("alive", "dead"), ("friend", "enemy"), ("easy", "difficult"), ("fast", "slow"),
    ("heavy", "light"), ("push", "pull"), ("credit", "debit"), ("lessor", "lessee"), ("plaintiff", "defendant"),
    ("guilty", "innocent"), ("present", "absent"), ("legal", "illegal"), ("more", "less"),
    ("over", "under"), ("at_least", "at_most"),
)  # fmt: skip
"""Meanings that exclude each other."""
SIDES = frozenset({"left", "right"})
"""Those that a translation of two words for them says."""
DENYING = frozenset({"less", "without", "never"})
"""Those that turn the words behind them round: « moins grand »."""
CONTRARY = {one: other for pair in PAIRS for one, other in (pair, pair[::-1])}
"""By a meaning the other one."""
_ENTRY = re.compile(r"(\w+):([^:]*)(?=\s\w+:|\Z)")


@dataclass(frozen=True, slots=True, eq=False)
class Opposites:
    """The words of a language, small, by the meanings of :data:`PAIRS`."""

    surely: Mapping[str, str] = field(default_factory=dict)
    """By a word that means one of them and hardly anything else: that meaning."""
    maybe: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By a word: what it may mean."""


NO_OPPOSITES = Opposites()


def parse_opposites(table: str) -> Opposites:
    """Read a table: a meaning with a colon, the words that surely say it, a semicolon and those that may.

    Two words in a row are joined by a low line: `more_than`.
    """
    surely: dict[str, str] = {}
    maybe: dict[str, set[str]] = {}
    for meaning, words in _ENTRY.findall(table):
        sure, _, possible = words.partition(";")
        surely |= dict.fromkeys(sure.split(), meaning)
        for word in (*sure.split(), *possible.split()):
            maybe.setdefault(word, set()).add(meaning)
    return Opposites(surely, {word: frozenset(meanings) for word, meanings in maybe.items()})


class Turned(NamedTuple):
    """A word of a source, and one of the target that means the contrary."""

    word: str
    contrary: str


def find_turned(source: Sequence[str], own: Opposites, target: Sequence[str], other: Opposites) -> list[Turned]:
    """Return the words of a source whose contrary its target says, where it does not say them, and the source not that.

    :param source: its words, small and in order, as those of the target are.
    """
    source = _with_pairs(source, own)
    said: dict[str, str] = {}
    for word in source:
        if word in own.surely:
            said.setdefault(own.surely[word], word)
    if not said:
        return []
    target = _with_pairs(target, other)
    turned: dict[str, str] = {}
    for word in target:
        if word in other.surely:
            turned.setdefault(other.surely[word], word)
    maybe = [meaning for meaning in said if CONTRARY[meaning] in turned]
    if not maybe:
        return []
    possible, there = _meanings(source, own), _meanings(target, other)
    return [
        Turned(said[meaning].replace("_", " "), turned[CONTRARY[meaning]].replace("_", " "))
        for meaning in maybe
        if meaning not in there and CONTRARY[meaning] not in possible
    ]


def find_lost_sides(source: Sequence[str], own: Opposites, target: Sequence[str], other: Opposites) -> list[str]:
    """Return where in a source something lies, « à gauche », where no word of its target says a side.

    :param source: its words, small and in order, as those of the target are.
    """
    told = [word for word in _with_pairs(source, own) if "_" in word and own.surely.get(word) in SIDES]
    there = _meanings(_with_pairs(target, other), other) if told else set()
    return [word.replace("_", " ") for word in told if own.surely[word] not in there]


def _with_pairs(words: Sequence[str], opposites: Opposites) -> Sequence[str]:
    """Return words, and those of two in a row that mean something."""
    begins = _firsts(opposites)
    if begins.isdisjoint(words):
        return words
    pairs = (f"{one}_{two}" for one, two in pairwise(words) if one in begins)
    return [*words, *(pair for pair in pairs if pair in opposites.maybe)]


@cache
def _firsts(opposites: Opposites) -> frozenset[str]:
    """Return the words that two in a row begin with."""
    return frozenset(word.partition("_")[0] for word in opposites.maybe if "_" in word)


def _meanings(words: Collection[str], opposites: Opposites) -> set[str]:
    """Return what words may mean, all together."""
    return {meaning for word in words for meaning in opposites.maybe.get(word, ())}
