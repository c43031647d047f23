"""Expressions that look only at texts in which they may match, compiled when there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

import regex

from translate.text.compiled import compile_kept
from translate.text.gates import BEGINNING, Gate, beginnings_in, has_digit, has_other_cases, lowered

Value = TypeVar("Value")


def one_of(listed: str) -> str:
    """Return words, of which `listed` has a comma between each two, as alternatives of an expression."""
    return "|".join(word.replace("'", "['’]") for word in listed.split(", "))


def gated(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return an expression of `regex` that most texts are spared: it must hold a literal that each match of it has."""
    return cast("regex.Pattern[str]", Gated(pattern, flags))


class Gated:
    """An expression that looks only at texts in which it may match; compiled when there is one."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.gated_pattern, self._flags = pattern, flags
        self._gate: Gate | None = None
        self._compiled: regex.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        """Return what else an expression has; that looks at every text."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.whole(), name)

    def whole(self) -> regex.Pattern[str]:
        """Return the expression itself, which looks at every text."""
        if self._compiled is None:
            self._compiled = compile_kept(self.gated_pattern, self._flags)
        return self._compiled

    def _opened(self, text: str) -> regex.Pattern[str] | None:
        if self._gate is None:
            self._gate = Gate(self.gated_pattern)
        return self.whole() if self._gate.opens(text) else None

    def finditer(self, text: str, pos: int | None = None, endpos: int | None = None) -> Iterator[regex.Match[str]]:
        found = self._opened(text)
        return found.finditer(text, pos, endpos) if found else iter(())

    def findall(self, text: str, pos: int | None = None, endpos: int | None = None) -> list[str]:
        found = self._opened(text)
        return found.findall(text, pos, endpos) if found else []

    def search(self, text: str, pos: int | None = None, endpos: int | None = None) -> regex.Match[str] | None:
        found = self._opened(text)
        return found.search(text, pos, endpos) if found else None

    def fullmatch(self, text: str, pos: int | None = None, endpos: int | None = None) -> regex.Match[str] | None:
        found = self._opened(text)
        return found.fullmatch(text, pos, endpos) if found else None


class _Gates:
    """Of several patterns, tells those that may match in a text."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns

    @cached_property
    def _by_literal(self) -> tuple[dict[str, list[int]], list[int], list[int]]:
        """The patterns by their literals, those to which a digit is enough, and those that may match anywhere."""
        by_literal: dict[str, list[int]] = {}
        of_digits, anywhere = [], []
        for number, gate in enumerate(map(Gate, self._patterns)):
            for one in gate.needed or ():
                by_literal.setdefault(one, []).append(number)
            if gate.is_digit_enough:
                of_digits.append(number)
            if gate.needed is None:
                anywhere.append(number)
        return by_literal, of_digits, anywhere

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        """The literals by how they begin; shorter ones by themselves."""
        found: dict[str, list[str]] = {}
        for one in self._by_literal[0]:
            found.setdefault(one[:BEGINNING], []).append(one)
        return found

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(one for one in self._by_beginning if len(one) == BEGINNING)

    @cached_property
    def _short(self) -> list[str]:
        return [one for one in self._by_literal[0] if len(one) < BEGINNING]

    @cached_property
    def _cased(self) -> list[str]:
        return [one for one in self._by_literal[0] if one != one.lower()]

    def opened(self, text: str) -> Sequence[int]:
        """Return the numbers of the patterns that may match in a text, in order."""
        by_literal, of_digits, anywhere = self._by_literal
        if has_other_cases(text):
            return range(len(self._patterns))
        small, found = lowered(text), set(anywhere)
        for beginning in self._beginnings & beginnings_in(small):
            for one in self._by_beginning[beginning]:
                if one in small:
                    found.update(by_literal[one])
        for one in self._short:
            if one in small:
                found.update(by_literal[one])
        for one in self._cased:
            if one in text:
                found.update(by_literal[one])
        if of_digits and has_digit(text):
            found.update(of_digits)
        return sorted(found)


class GatedTable(Generic[Value]):
    """Expressions with what each stands for, of which those alone look at a text that may match in it.

    One look tells them, where each for itself would take as long as some searches.

    :param rules: expressions that `gated` made.
    """

    def __init__(self, rules: Iterable[tuple[regex.Pattern[str], Value]]) -> None:
        self._rules = [(cast("Gated", rule), value) for rule, value in rules]
        self._gates = _Gates([rule.gated_pattern for rule, _ in self._rules])

    def opened(self, text: str) -> Iterator[tuple[regex.Pattern[str], Value]]:
        """Yield the expressions that may match in a text, in order."""
        for number in self._gates.opened(text):
            rule, value = self._rules[number]
            yield rule.whole(), value


class GatedAlternatives:
    """Alternatives, the first that matches before the others, of which those alone are looked for that may match.

    Each is compiled by itself: texts open ever new sets of them, and what is compiled for a set takes room for ever.

    :param before: what stands before each of them.
    :param patterns: of at least one character.
    """

    def __init__(self, before: str, patterns: Sequence[str], flags: int = 0) -> None:
        self._before, self._patterns, self._flags = before, patterns, flags
        self._gates = _Gates(patterns)
        self._compiled: dict[int, regex.Pattern[str]] = {}

    def _of(self, number: int) -> regex.Pattern[str]:
        found = self._compiled.get(number)
        if found is None:
            found = compile_kept(f"{self._before}(?:{self._patterns[number]})", self._flags)
            self._compiled[number] = found
        return found

    def finditer(self, text: str) -> Iterator[tuple[int, regex.Match[str]]]:
        """Yield the matches in a text, each with the number of its alternative."""
        nexts = {number: match for number in self._gates.opened(text) if (match := self._of(number).search(text))}
        while nexts:
            first = min(nexts, key=lambda number: (nexts[number].start(), number))
            match = nexts[first]
            yield first, match
            for number in [one for one, other in nexts.items() if other.start() < match.end()]:
                if behind := self._of(number).search(text, match.end()):
                    nexts[number] = behind
                else:
                    del nexts[number]
