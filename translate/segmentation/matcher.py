"""Rules and a text come in, the places where the text breaks go out.

SRX asks, for each place between two characters, for the first rule whose *before* matches up to the place and whose
*after* matches from it. Trying each rule at each place is slow. Here searches for single characters find the places
where a break is possible at all; there one alternation of the rules, in order, decides. It holds only the rules that
can match behind the character that stands before the place, and is written when that character is first met.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby

import regex

from translate.errors import RuleError
from translate.segmentation.patterns import Edge, Pattern, PatternError, translate_pattern
from translate.segmentation.srx import Rule

# Processor time, so that a busy or a sleeping machine makes no rule guilty.
MAX_SECONDS_AT_A_PLACE = 2.0
MAX_SECONDS_A_TEXT = 10.0
MAX_SECONDS_A_CHARACTER = 50e-6
_PLACES_BETWEEN_LOOKS_AT_THE_CLOCK = 256
_MAX_JUDGES = 64
_SHORT_PATTERN = len(r"[\s\p{Z}]")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A rule and its two patterns, translated."""

    rule: Rule
    before: Pattern
    after: Pattern

    @property
    def expression(self) -> str:
        """Matches nothing, at the places of the rule."""
        before, after = self.before.text, self.after.text
        parts = [f"(?<={before})" if before else "", f"(?={after})" if after else ""]
        # Of the two tests, the longer is the one that fails more often.
        return "".join(reversed(parts) if len(after) > _SHORT_PATTERN else parts)

    @property
    def flags(self) -> int:
        ignores_case = self.before.ignores_case or self.after.ignores_case
        return int(regex.VERSION1 | regex.DOTALL | (regex.IGNORECASE if ignores_case else 0))

    def can_follow(self, character: str) -> bool:
        last = _characters(self.before.edges.last)
        return last is None or regex.match(_class(last), character, self.flags) is not None


class _Judge:
    """Decides whether a text breaks at a place. Rules of one kind that follow each other are one branch."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        branches: list[str] = []
        self.verdicts = [False]
        for is_break, group in groupby(entries, key=lambda entry: entry.rule.is_break):
            branches.append("(?:" + "|".join(entry.expression for entry in group) + ")()")
            self.verdicts.append(is_break)
        self.match = regex.compile("|".join(branches) or "(?!)", regex.VERSION1).match


class RuleMatcher:
    """Finds the breaks that rules make.

    :param rules: in the order in which they are tried.
    :raises RuleError: where a pattern cannot be used.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        entries = [_translate(rule) for rule in rules]
        # Where nothing breaks, the exceptions after the last break rule change nothing.
        count = max((number for number, rule in enumerate(rules, start=1) if rule.is_break), default=0)
        self._entries = entries[:count]
        try:
            self._all = _Judge(entries)
        except (regex.error, OverflowError, RecursionError):
            for entry in entries:
                _compile(entry)
            raise
        self._judges: dict[str, _Judge] = {}
        self._searches = _searches(self._entries)

    def iter_breaks(self, text: str) -> Iterator[int]:
        """Yield the places inside `text` where it breaks, in order.

        :raises RuleError: where a rule takes longer than any sound rule does.
        """
        judges = self._judges
        limit = time.thread_time() + MAX_SECONDS_A_TEXT + len(text) * MAX_SECONDS_A_CHARACTER
        countdown = _PLACES_BETWEEN_LOOKS_AT_THE_CLOCK
        for place in self._iter_candidates(text):
            judge = judges.get(text[place - 1]) or self._judge_after(text[place - 1])
            try:
                found = judge.match(text, place, timeout=MAX_SECONDS_AT_A_PLACE)
            except TimeoutError as exc:
                raise self._endless(text, place) from exc
            if found is not None and judge.verdicts[found.lastindex or 0]:
                yield place
            countdown -= 1
            if not countdown:
                countdown = _PLACES_BETWEEN_LOOKS_AT_THE_CLOCK
                if time.thread_time() > limit:
                    raise self._endless(text, place)

    def _iter_candidates(self, text: str) -> Iterator[int]:
        searches = [(found.end() for found in search.finditer(text)) for search in self._searches]
        places = searches[0] if len(searches) == 1 else merge(*searches)
        previous = 0
        for place in places:
            if place != previous:
                yield place
                previous = place

    def _judge_after(self, character: str) -> _Judge:
        if len(self._judges) >= _MAX_JUDGES:
            return self._all
        judge = _Judge([entry for entry in self._entries if entry.can_follow(character)])
        self._judges[character] = judge
        return judge

    def _endless(self, text: str, place: int) -> RuleError:
        """Name the rule that takes longest at a place."""
        seconds: list[float] = []
        for entry in self._entries:
            start = time.thread_time()
            try:
                _compile(entry).match(text, place, timeout=MAX_SECONDS_AT_A_PLACE)
            except TimeoutError:
                seconds.append(float("inf"))
                break
            seconds.append(time.thread_time() - start)
        slowest = self._entries[seconds.index(max(seconds))].rule
        return _error(
            slowest,
            f"backtracks without end at character {place + 1} of a text. "
            "Give its repetitions a limit, or make them possessive",
        )


def _error(rule: Rule, problem: object) -> RuleError:
    place = f"{rule.name} (before '{rule.before}', after '{rule.after}')"
    return RuleError(f"{place}: {problem}.", path=rule.path or None, line=rule.line)


def _translate(rule: Rule) -> _Entry:
    try:
        return _Entry(rule, translate_pattern(rule.before), translate_pattern(rule.after))
    except PatternError as exc:
        raise _error(rule, exc) from exc


def _compile(entry: _Entry) -> regex.Pattern[str]:
    try:
        return regex.compile(entry.expression, regex.VERSION1)
    except (regex.error, OverflowError, RecursionError) as exc:
        raise _error(entry.rule, exc) from exc


def _searches(entries: Iterable[_Entry]) -> list[regex.Pattern[str]]:
    """Return expressions whose matches end at every place where a break rule can match, and at few others."""
    follows: dict[frozenset[str] | None, frozenset[str] | None] = {}
    flags = int(regex.VERSION1 | regex.DOTALL)
    for entry in entries:
        flags |= entry.flags
        if entry.rule.is_break:
            last, first = _characters(entry.before.edges.last), _characters(entry.after.edges.first)
            known = follows.get(last, frozenset())
            follows[last] = None if known is None or first is None else known | first
    # Searches that look for the same characters after the place are made one.
    lasts: dict[frozenset[str] | None, frozenset[str] | None] = {}
    for last, first in follows.items():
        known = lasts.get(first, frozenset())
        lasts[first] = None if known is None or last is None else known | last
    return [regex.compile(f"{_class(last)}(?={_class(first)})", flags) for first, last in lasts.items()]


def _characters(edge: Edge) -> frozenset[str] | None:
    return None if edge.is_open else edge.characters


def _class(characters: frozenset[str] | None) -> str:
    return "." if characters is None else "[" + "".join(sorted(characters)) + "]"
