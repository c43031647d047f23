"""How often, which part, in which place: a text and the words of its language come in, numbers go out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from functools import cache

from translate.records import dataclass
from translate.text.compiled import compile_plain
from translate.text.late import late_plain
from translate.text.numbers.number_words import NumberWords, read_spelled_numbers

_NOTHING = "(?!)"
_FIGURES = late_plain(r"\d{1,4}")
_LAST_WORD = late_plain(r"(?:\A|(?P<word>[^\W\d_]+))[^\w.;:,]*\Z")
_NEXT_WORD = late_plain(r"\s(?P<word>[^\W\d_]+)")
_LOOKED_AT = 24
"""Characters before a number that are looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Multiples:
    """Words in small letters."""

    adverbs: Mapping[str, int] = field(default_factory=dict)
    """By a word that says how often: *twice* 2."""
    occasions: frozenset[str] = frozenset()
    """Words that say it behind a number: *three times*."""
    parts: Mapping[str, int] = field(default_factory=dict)
    """By a word for a part of a whole: of how many, *quarter* 4."""
    ranks: tuple[str, ...] = ()
    """Endings that make a rank of figures: *3rd*."""
    distance: str = ""
    """A number that a name has in one language only, an expression: the « 11 mètres » of a penalty kick."""
    round: str = ""
    """After the rank of a round, in which twice as many play, an expression: « 8es de finale », the last 16."""


NO_MULTIPLES = Multiples()


def tells_multiples(lowered: Collection[str], multiples: Multiples) -> bool:
    """Tell in little time whether a text with these words, small, may say how often or which part."""
    return not (multiples.parts.keys().isdisjoint(lowered) and multiples.occasions.isdisjoint(lowered))


def times_in(text: str, lowered: Sequence[str], multiples: Multiples, words: NumberWords) -> set[int]:
    """Return how often a text says that something is: *once* and *three times* give 1 and 3.

    :param lowered: its words, small.
    """
    found = {multiples.adverbs[word] for word in lowered if word in multiples.adverbs}
    if not multiples.occasions.isdisjoint(lowered):
        for match in _counted(multiples).finditer(text.lower()):
            word = match["number"]
            value = int(word) if word.isdecimal() else words.cardinals.get(word)
            if value is not None:
                found.add(value)
    return found


def parts_in(lowered: Sequence[str], multiples: Multiples) -> dict[int, str]:
    """Return by what a whole is divided into the first word that says so: *half* gives 2."""
    found: dict[int, str] = {}
    for word in lowered:
        if word in multiples.parts:
            found.setdefault(multiples.parts[word], word)
    return found


def ranks_in(text: str, multiples: Multiples, words: NumberWords) -> dict[int, str]:
    """Return the ranks of a text, in figures and in words, and how each is written: *3rd*, *fourth*."""
    found = {int(match["number"]): match[0] for match in _ranked(multiples).finditer(text)}
    for one in read_spelled_numbers(text, words) if not words.ordinals.keys().isdisjoint(text.lower().split()) else ():
        if one.is_ordinal and one.value == int(one.value):
            found.setdefault(int(one.value), one.text)
    return found


def rounds_in(text: str, multiples: Multiples, words: NumberWords) -> set[int]:
    """Return the matches of the rounds that a text names: « 8es de finale » and « huitièmes de finale » give 8."""
    if not multiples.round:
        return set()
    named = [match["rank"].lower() for match in _round(multiples).finditer(text)]
    known = (int(one) if one.isdecimal() else words.ordinals.get(one, 0) for one in named)
    return {value for value in known if value}


def counts_with(text: str, value: int, words: NumberWords, small: frozenset[str]) -> str:
    """Return how a text counts things with a number, `3 floors`; empty where that number only stands behind a noun.

    :param small: its words that are neither noun nor verb: behind one of them a number counts what follows.
    """
    names = {word for word, number in words.cardinals.items() if number == value}
    for match in _numbers(frozenset(names)).finditer(text):
        if match["figures"] and int(match["figures"]) != value:
            continue
        before = _LAST_WORD.search(text[max(0, match.start() - _LOOKED_AT) : match.start()])
        after = _NEXT_WORD.match(text, match.end())
        if before and after and after["word"].lower() not in small:
            word = before["word"]
            if word is None or word.lower() in small:
                return match[0] + after[0]
    return ""


@cache
def _counted(multiples: Multiples) -> re.Pattern[str]:
    occasions = "|".join(sorted(map(re.escape, multiples.occasions))) or _NOTHING
    return compile_plain(rf"(?<!\w)(?P<number>\d{{1,3}}|[^\W\d_]+)\s(?:{occasions})(?!\w)")


@cache
def _ranked(multiples: Multiples) -> re.Pattern[str]:
    endings = "|".join(sorted(map(re.escape, multiples.ranks), key=len, reverse=True)) or _NOTHING
    return compile_plain(rf"(?<![\w.,])(?P<number>\d{{1,3}})(?:{endings})(?!\w)")


@cache
def _round(multiples: Multiples) -> re.Pattern[str]:
    endings = "|".join(sorted(map(re.escape, multiples.ranks), key=len, reverse=True))
    return compile_plain(
        rf"(?<![\w.,])(?P<rank>\d{{1,2}}(?=(?:{endings})\s)|[^\W\d_]+?(?=s?\s))\w*\s{multiples.round}(?!\w)"
    )


@cache
def _numbers(names: frozenset[str]) -> re.Pattern[str]:
    named = "|".join(sorted(names)) or _NOTHING
    return compile_plain(rf"(?<![\w.,/-])(?:(?P<figures>\d{{1,3}})|(?i:{named}))(?![\w.,/%°-])")
