"""Given names that languages write each their way, *Pierre*, *Peter*: two texts come in, what was renamed goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.late import late
from translate.text.words import fold

_WORD = late(r"(?<![\p{L}'’-]|['’]\p{L})\p{Lu}\p{Ll}+(?![\p{L}-])")


@dataclass(frozen=True, slots=True, eq=False)
class GivenNames:
    """The given names of a language that others write otherwise."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """By a name, small: what it is in Latin, by which those of two languages meet."""
    of_saints: Mapping[str, str] = field(default_factory=dict)
    """Further ones, by which saints and popes alone are called otherwise: people of such names are in no other text."""
    saints_before: str = "(?!)"
    """Pattern of what stands before the name of a saint or pope, and of no street."""
    renamed_before: str = "(?!)"
    """Pattern of what stands before those that are translated: *pope*, *saint*."""
    renamed_behind: str = "(?!)"
    """Pattern of what stands behind them: the number of a king."""


NO_GIVEN_NAMES = GivenNames()


def find_renamed(source: str, own: GivenNames, target: str, other: GivenNames) -> Iterator[tuple[int, int, str]]:
    """Yield the characters [start, end) of names in `target` that people of `source` do not have, and theirs.

    Saints, popes and kings are called otherwise in each language; whoever else is mentioned is not.
    """
    if not own.keys or not other.keys:
        return
    before, behind = _compiled(own.renamed_before), _compiled(own.renamed_behind)
    kept: dict[str, str] = {}
    renamed: set[str] = set()
    for match in _WORD.finditer(source):
        key = own.keys.get(match[0].lower())
        if key is None:
            continue
        if before.search(source, 0, match.start()) or behind.match(source, match.end()):
            renamed.add(key)
        kept.setdefault(key, match[0])
    there = {match[0] for match in _WORD.finditer(source)}
    for match in _WORD.finditer(target) if kept else ():
        key = other.keys.get(match[0].lower(), "")
        if key in kept and key not in renamed and match[0] not in there:
            yield *match.span(), kept[key]


def find_saints(source: str, own: GivenNames, target: str, other: GivenNames) -> Iterator[tuple[int, int, str]]:
    """Yield the characters [start, end) of names of saints and popes in `target` that are as in `source`, and what that
    language calls them: *Saint Cecilia*."""
    known, called = {**own.keys, **own.of_saints}, _called(other)
    before = _compiled(own.saints_before)
    for match in _WORD.finditer(source) if called else ():
        name = called.get(known.get(match[0].lower(), ""), match[0])
        is_one = name != match[0] and source.count(match[0]) == 1
        if is_one and before.search(source, 0, match.start()):
            french = fold(match[0])
            yield from ((*place.span(), name) for place in _WORD.finditer(target) if fold(place[0]) == french)


def is_saints(before: str, own: GivenNames) -> bool:
    """Tell whether a name behind a text is a saint's or a pope's."""
    return _compiled(own.saints_before).search(before) is not None


@cache
def _called(names: GivenNames) -> dict[str, str]:
    """Return names by what they are in Latin, of several the first."""
    return {key: name.capitalize() for name, key in reversed([*names.keys.items(), *names.of_saints.items()])}


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return compile_kept(rf"(?:{pattern})", regex.I)
