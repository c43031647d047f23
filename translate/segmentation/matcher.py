"""Rules and a text come in, the places where the text breaks go out.

SRX asks, for each place between two characters, for the first rule whose *before* matches up to the place and whose
*after* matches from it. Here only the rules that the characters around a place allow are tried, and only at places
where those characters allow a break rule at all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import regex

from translate.errors import RuleError
from translate.segmentation.candidates import Candidates
from translate.segmentation.entries import Entry, faulty, find_kept, translate_rule
from translate.segmentation.rules import Rule
from translate.text.compiled import compile_kept

# Processor time, so that a busy or a sleeping machine makes no rule guilty.
MAX_SECONDS_AT_A_PLACE = 2.0
MAX_SECONDS_A_TEXT = 10.0
MAX_SECONDS_A_CHARACTER = 50e-6
MAX_SURE_STEPS = 1_000_000
"""A rule that looks at more characters than this at one place is run with an eye on the clock, which costs time."""
_PLACES_BETWEEN_LOOKS_AT_THE_CLOCK = 256
_MAX_KNOWN_TRIALS = 4096


class _Trial(NamedTuple):
    match: Callable[..., object]
    is_break: bool
    is_sure: bool
    """It cannot take long."""


class RuleMatcher:
    """Finds the breaks that rules make.

    :param rules: in the order in which they are tried.
    :param late: compile a pattern when a text first needs it: of rules that are known to be good, most texts need few.
    :raises RuleError: where a pattern cannot be used.
    """

    def __init__(self, rules: Sequence[Rule], *, late: bool = False) -> None:
        entries = find_kept(rules) if late else [translate_rule(rule) for rule in rules]
        self._trials: dict[int, _Trial] = {}
        if not late:
            self._trials = {number: _make_trial(entry) for number, entry in enumerate(entries)}
        # Where nothing breaks, the exceptions after the last break rule change nothing.
        count = max((number for number, rule in enumerate(rules, start=1) if rule.is_break), default=0)
        self._entries = entries[:count]
        self._candidates = Candidates([entry.surroundings for entry in self._entries])
        self._needs = [(1 << number, entry.needed) for number, entry in enumerate(self._entries) if entry.needed]
        self._trials_of_rules: dict[int, tuple[_Trial, ...]] = {}

    def iter_breaks(self, text: str) -> Iterator[int]:
        """Yield the places inside `text` where it breaks, in order.

        :raises RuleError: where a rule takes longer than any sound rule does.
        """
        known = self._trials_of_rules
        limit = time.thread_time() + MAX_SECONDS_A_TEXT + len(text) * MAX_SECONDS_A_CHARACTER
        countdown = _PLACES_BETWEEN_LOOKS_AT_THE_CLOCK
        for place, rules in self._candidates.iter_places(text, self._rules_for(text)):
            trials = known.get(rules)
            for match, is_break, is_sure in self._find_trials(rules) if trials is None else trials:
                try:
                    found = match(text, place) if is_sure else match(text, place, timeout=MAX_SECONDS_AT_A_PLACE)
                except TimeoutError as exc:
                    raise self._endless(text, place, rules) from exc
                if found is not None:
                    if is_break:
                        yield place
                    break
            countdown -= 1
            if not countdown:
                countdown = _PLACES_BETWEEN_LOOKS_AT_THE_CLOCK
                if time.thread_time() > limit:
                    raise self._endless(text, place, rules)

    def _rules_for(self, text: str) -> int:
        """Return the bits of the rules that a text can match at all."""
        rules = (1 << len(self._entries)) - 1
        for bit, needed in self._needs:
            if any(character not in text for character in needed):
                rules ^= bit
        return rules

    def _find_trials(self, rules: int) -> tuple[_Trial, ...]:
        trials = [self._trial(number) for number in range(len(self._entries)) if rules >> number & 1]
        while trials and not trials[-1].is_break:
            trials.pop()
        if len(self._trials_of_rules) < _MAX_KNOWN_TRIALS:
            self._trials_of_rules[rules] = tuple(trials)
        return tuple(trials)

    def _trial(self, number: int) -> _Trial:
        found = self._trials.get(number)
        if found is None:
            found = self._trials[number] = _make_trial(self._entries[number], compile_kept)
        return found

    def _endless(self, text: str, place: int, rules: int) -> RuleError:
        """Name the one of `rules` that takes longest at a place."""
        worst = (-1.0, self._entries[0])
        for number, entry in enumerate(self._entries):
            if not rules >> number & 1:
                continue
            start = time.thread_time()
            try:
                self._trial(number).match(text, place, timeout=MAX_SECONDS_AT_A_PLACE)
            except TimeoutError:
                worst = (MAX_SECONDS_AT_A_PLACE, entry)
                break
            worst = max(worst, (time.thread_time() - start, entry), key=lambda pair: pair[0])
        return faulty(
            worst[1].rule,
            f"backtracks endlessly at character {place + 1} of a text. "
            "Give its repetitions a limit, or make them possessive",
        )


def _make_trial(entry: Entry, compile_pattern: Callable[[str, int], regex.Pattern[str]] = regex.compile) -> _Trial:
    try:
        match = compile_pattern(entry.expression, int(regex.VERSION1)).match
        return _Trial(match, entry.rule.is_break, entry.steps <= MAX_SURE_STEPS)
    except (regex.error, OverflowError, RecursionError) as exc:
        raise faulty(entry.rule, exc) from exc
