"""The shapes of rules come in; where in a text any of them can match, and which, goes out.

A rule can match at a place only if the two characters before the place and the two after it are ones that can stand at
the ends of its patterns. That needs no run of the patterns, and leaves few rules at few places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from translate.records import dataclass
from translate.segmentation.shapes import Characters
from translate.text.compiled import compile_kept, compile_plain

_BLOCK = 1 << 16
_MAX_KNOWN = 4096
# Searches know each character up to here; all beyond are taken for possible, and the tables decide. Python takes its
# time to compile classes of others.
_BEYOND = 0x100
_KNOWN = "".join(map(chr, range(_BEYOND)))
_Codes = frozenset[int]
_Codes4 = tuple[_Codes, ...]
_ANY: _Codes = frozenset(range(_BEYOND + 1))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What must stand around the places of a rule: two characters before, two after; None is any."""

    second_before: Characters
    before: Characters
    after: Characters
    second_after: Characters
    flags: int
    is_break: bool

    def __iter__(self) -> Iterator[Characters]:
        yield from (self.second_before, self.before, self.after, self.second_after)


class _Table(dict[str, int]):
    """For a character at one of the four places, which rules it leaves: bit `n` is set where it leaves rule `n`."""

    def __init__(self, classes: Sequence[Characters], flags: Sequence[int]) -> None:
        super().__init__()
        self._rules: dict[tuple[frozenset[str], int], int] = {}
        """By class and flags: the bits of the rules that want a character of it."""
        for number, (characters, flag) in enumerate(zip(classes, flags, strict=True)):
            if characters is not None:
                self._rules[characters, flag] = self._rules.get((characters, flag), 0) | 1 << number
        self.everything = (1 << len(classes)) - 1

    def __missing__(self, character: str) -> int:
        mask = self.everything
        for (characters, flag), rules in self._rules.items():
            if _test(characters, flag)(character) is None:
                mask ^= rules
        if len(self) < _MAX_KNOWN:
            self[character] = mask
        return mask


class Candidates:
    """Finds the places where a break rule can match, with the rules that can match there."""

    def __init__(self, surroundings: Sequence[Surroundings]) -> None:
        flags = [entry.flags for entry in surroundings]
        columns = zip(*surroundings, strict=True) if surroundings else [()] * 4
        self._tables = [_Table(column, flags) for column in columns]
        self._search = _search([entry for entry in surroundings if entry.is_break])

    def iter_places(self, text: str, mask: int) -> Iterator[tuple[int, int]]:
        """Yield places inside `text` in order, each with the bits of `mask` whose rules can match there."""
        second_before, before, after, second_after = self._tables
        last = len(text) - 1
        for place in self._iter_searched(text):
            rules = mask & before[text[place - 1]] & after[text[place]]
            if rules and place > 1:
                rules &= second_before[text[place - 2]]
            if rules and place < last:
                rules &= second_after[text[place + 1]]
            if rules:
                yield place, rules

    def _iter_searched(self, text: str) -> Iterator[int]:
        for start in range(0, len(text), _BLOCK):
            end = start + _BLOCK
            # Two characters of the next block are looked at.
            found = [match.end() for match in self._search.finditer(text, start, end + 2)]
            while found and found[-1] > end:
                found.pop()
            yield from found


@cache
def _test(characters: frozenset[str], flags: int) -> Callable[[str], object]:
    return compile_kept(class_of(characters), flags).match


def class_of(characters: Characters) -> str:
    """Write a class of the `regex` module."""
    return "(?s:.)" if characters is None else "[" + "".join(sorted(characters)) + "]"


def _search(entries: Sequence[Surroundings]) -> re.Pattern[str]:
    """Return an expression whose matches end at every place where an entry can match, and at few others.

    Python's own module runs classes of written out characters several times faster than the other module runs classes
    of properties.
    """
    wanted = list(dict.fromkeys(tuple(_written_out(part, entry.flags) for part in entry) for entry in entries))
    wanted = [one for one in wanted if not any(_is_within(one, other) for other in wanted if other != one)]
    before: _Codes = frozenset[int]().union(*(one[1] for one in wanted))
    branches = []
    for one in wanted:
        ahead = _class(one[2]) + (_class(one[3]) if one[3] != _ANY else "")
        behind = (_class(one[0]) if one[0] != _ANY else "") + _class(one[1])
        is_told = one[0] == _ANY and one[1] == before
        branches.append(f"(?={ahead})" + ("" if is_told else f"(?<={behind})"))
    return compile_plain(f"{_class(before)}(?:{'|'.join(branches)})" if branches else "(?!)", re.DOTALL)


def _written_out(characters: Characters, flags: int) -> _Codes:
    if characters is None:
        return _ANY
    return frozenset([*map(ord, compile_kept(class_of(characters), flags).findall(_KNOWN)), _BEYOND])


def _is_within(one: _Codes4, other: _Codes4) -> bool:
    return all(part <= whole for part, whole in zip(one, other, strict=True))


def _class(codes: _Codes) -> str:
    """Write a class of Python's own module, with all characters beyond the known ones in it."""
    others = sorted(_ANY - codes)
    if not others:
        return "."
    ranges: list[list[int]] = []
    for code in others:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    parts = [f"\\x{low:02x}-\\x{high:02x}" if low < high else f"\\x{low:02x}" for low, high in ranges]
    return f"[^{''.join(parts)}]"
