"""Repetition: loops, as machine translation falls into, and words written twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import eq

from translate.checks.base import PlainCheck, quote, split_lowered_words
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.records import dataclass
from translate.text.late import late_plain

MAX_PERIOD_WORDS = 12
SCATTERED_WORDS = 4
"""Length of the phrases that are counted wherever they stand."""

_LEAST_MATCHES = {1: 2, 2: 4}
_TOKEN = late_plain(r"\w+")
_CHARACTER_LOOP = late_plain(r"([^\W\d_]{1,4}?)\1{4,}")
_MARK_LOOP = late_plain(r"([^\w\s.\-–—_=*#~+/|])(?:\s?\1){4,}")
_DOUBLED = late_plain(r"\b([^\W\d_]+)((?:['’]s)?\s+)(\1)\b", re.IGNORECASE)
_LOOPED_WORD_CHARACTERS = 8
_COUNTED_MARKS = "!?,;:…()'\"’“”«»%€$&@"


@lru_cache(maxsize=8)
def _split_tokens(text: str) -> tuple[str, ...]:
    """Return words and figures: `C3a and C5a and` is no loop."""
    return tuple(_TOKEN.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Loop:
    """A phrase and how often it comes: `run` times without a break, or `run` times anywhere where `scattered`."""

    phrase: tuple[str, ...]
    run: int
    scattered: bool = False


def longest_loop(words: Sequence[str]) -> Loop | None:
    """Return the phrase of 1 to 12 words that is repeated without a break for the most words in all."""
    best: Loop | None = None
    for period in range(1, min(MAX_PERIOD_WORDS, len(words) // 2) + 1):
        # A loop of so many words has at least so many matches; a pair of one or two words is none.
        if sum(map(eq, words, words[period:])) < _LEAST_MATCHES.get(period, period):
            continue
        run = 0
        for position in range(period, len(words) + 1):
            if position < len(words) and words[position] == words[position - period]:
                run += 1
                continue
            times = run // period + 1
            if times > 1 and (best is None or times * period > best.run * len(best.phrase)):
                start = position - run - period
                best = Loop(tuple(words[start : start + period]), times)
            run = 0
    return best


def most_repeated_phrase(words: Sequence[str]) -> Loop | None:
    """Return the phrase of four words that comes most often, anywhere."""
    phrases = Counter(zip(*(words[start:] for start in range(SCATTERED_WORDS)), strict=False))
    if not phrases:
        return None
    phrase, times = phrases.most_common(1)[0]
    return Loop(phrase, times, scattered=True) if times > 1 else None


def _times(loop: Loop | None) -> int:
    return loop.run if loop else 1


def _check_repetition(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report what the target repeats beyond the source; `value` is how often it comes."""
    target = unit.target.text
    if _may_repeat(split_lowered_words(target)):
        found = _loop_beyond(_split_tokens(target), _split_tokens(unit.source.text))
        if found:
            phrase = " ".join(found.phrase)
            # A single word thrice, or a longer phrase, is never an accident of style.
            limit = config.max_repetitions + (2 if found.scattered else len(found.phrase) == 1)
            severity = Severity.ERROR if found.run > limit else Severity.WARNING
            message = f'The target repeats "{quote(phrase)}" {found.run} times, more often than in the source.'
            return (Issue("repetition", severity, message, float(found.run)),)
    patterns = []
    long = [word for word in split_lowered_words(target) if len(word) >= _LOOPED_WORD_CHARACTERS]
    if any(len(set(word)) * 2 < len(word) for word in long):
        patterns.append(_CHARACTER_LOOP)
    if max(map(target.count, _COUNTED_MARKS)) > 4:
        patterns.append(_MARK_LOOP)
    for pattern in patterns:
        match = pattern.search(target)
        if match and not pattern.search(unit.source.text):
            times = len(match[0]) // max(len(match[1]), 1)
            message = f'The target repeats "{match[1]}" {times} times: "{quote(match[0])}".'
            return (Issue("repetition", Severity.ERROR, message, float(times)),)
    return ()


def _loop_beyond(target: Sequence[str], source: Sequence[str]) -> Loop | None:
    loop = longest_loop(target)
    if loop and (loop.run > 2 or len(loop.phrase) > 2) and loop.run > _times(longest_loop(source)):
        return loop
    if len(target) - len(set(target)) < 2 * SCATTERED_WORDS:
        return None
    phrase = most_repeated_phrase(target)
    if phrase and phrase.run > 2 and phrase.run > _times(most_repeated_phrase(source)) + 1:
        return phrase
    return None


def _may_repeat(words: Sequence[str]) -> bool:
    """Tell in little time whether there may be anything to find.

    A phrase of three words or more that comes twice repeats two pairs of neighbours, a word thrice in a row one.
    """
    repeated = len(words) - 1 - len(set(pairwise(words)))
    return repeated > 1 or (repeated == 1 and any(map(eq, words, words[1:])))


def _check_doubled_words(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report `the the`, `the firm's firm`; `value` is how many words are doubled."""
    text = unit.target.text
    words = split_lowered_words(text)
    if not any(map(eq, words, words[1:])) and not any(map(eq, words, words[2:])):
        return ()
    source = split_lowered_words(unit.source.text)
    grammatical = find_language(unit.source.language).doubled_by_grammar
    if any(first == second and first not in grammatical for first, second in pairwise(source)):
        return ()  # `No, no!`, `very very`: the target may well follow
    tolerated = find_language(unit.target.language).doubled_words
    doubled = [match[3] for match in _DOUBLED.finditer(text) if match[1].lower() not in tolerated]
    if not doubled:
        return ()
    message = f'Doubled word in the target: "{doubled[0]}".'
    return (Issue("doubled_words", Severity.WARNING, message, float(len(doubled))),)


REPETITION = PlainCheck("repetition", _check_repetition)
DOUBLED_WORDS = PlainCheck("doubled_words", _check_doubled_words)
