"""Finds what of a source nothing in its target answers to: two texts come in, out come the passages that were left out.

Each content word of the source is linked to a word of the target that may render it, the nearest by place. A run of
words without a link is evidence of an omission, word by word as much as human translations answer that word. Against it
speak words of the target, where the run should be, that answer nothing themselves: there the translation is free. Marks
and conjunctions at both ends of the run, the length of the target, and how little stands between the neighbours of the
run say the rest. The weights were chosen on newstest2012, Tatoeba and two development sets (`benchmarks/omissions.py`).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.alignment.answers import Answers, beginning_of
from translate.alignment.linking import Gap, Linked, Reader, Token, link
from translate.languages import Language
from translate.text.enumerations import find_enumerations

THRESHOLD = 4.1
"""Score from which a passage is missing."""
_MARKS = r"[,;:()–—.!?…]"
_LONGEST_RUN = 25
"""Content words of the longest run that is looked at."""
_MOST_WORDS = 300
_SHORTEST = 115
"""Characters of a source of which a run is a large share: in a shorter one any clause is."""
_EVIDENCE, _FREE, _FREE_ELSEWHERE, _UNANSWERED_ELSEWHERE = 0.575, -0.31, -0.15, -0.02
_LENGTH, _MEMBER, _HALF_MEMBER, _COUNT, _SHARE = 0.53, 3.0, 0.33, 0.27, -10.0
_CLOSED, _MARKS_LOST, _ROOM = 0.3, 0.1, -2.55
_LITERAL, _LITTLE = 0.8, 2.5
"""Where all else is rendered word by word: evidence that is left."""
_MOST_GAIN = 0.3
"""Of a change of the variance."""
_MAX_ROOM, _MAX_LOST, _LENGTH_RANGE = 1.5, 2, (-4.0, 5.0)
_SLACK, _FLOOR, _SLOPE = 4.0, 0.01, 0.7
"""Of the variance of the length of a translation, as in the check of lengths."""


@dataclass(frozen=True, slots=True)
class Omission:
    """Characters [start, end) of a source that nothing in the target answers to."""

    start: int
    end: int
    score: float


class Answering:
    """Measures pairs of texts of two languages."""

    def __init__(self, answers: Answers, source: Language, target: Language) -> None:
        self._answers = answers
        self._ours, self._theirs = Reader(source, answers.source_rate), Reader(target, answers.target_rate)
        self._ratio = target.relative_length / source.relative_length
        self._joining, self._joining_there = source.conjunctions, target.conjunctions
        words = sorted(self._joining | self._joining_there)
        joined = rf"|\b(?:{'|'.join(words)})\b" if words else ""
        self._separator = re.compile(_MARKS + joined)

    def find(self, source: str, target: str) -> list[Omission]:
        """Return what is missing, most certain first; passages do not overlap.

        Texts of hundreds of words are no sentences, and not looked at.
        """
        ours, theirs = self._ours.tokens(source), self._theirs.tokens(target)
        if max(len(ours), len(theirs)) > _MOST_WORDS or not self._may_lack(source, target, ours, theirs):
            return []
        pair = link(source, target, ours, theirs, self._answers)
        found = sorted(self._iter_runs(pair), key=lambda one: -one.score)
        kept = list(self._iter_members(pair))
        for one in found:
            if one.score >= THRESHOLD and all(one.end <= other.start or other.end <= one.start for other in kept):
                kept.append(one)
        return kept

    def find_links(self, source: str, target: str) -> list[tuple[int, int]]:
        """Return where each content word of `source` begins that has a link, and where its target word begins."""
        pair = link(source, target, self._ours.tokens(source), self._theirs.tokens(target), self._answers)
        places = sorted(pair.links.items())
        return [(pair.ours[number].start, pair.theirs[place].start) for number, place in places]

    def _may_lack(self, source: str, target: str, ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
        """Tell in a moment whether a run can reach the threshold; of most pairs none can."""
        there = {token.term for token in theirs}
        begun = {beginning_of(term) for term in there}
        of = self._answers.of
        evidence, count = 0.0, 0
        for token in ours:
            term = token.term
            if token.evidence and term not in there and there.isdisjoint(of(term)):
                begins = beginning_of(term)
                if not begins or begins not in begun:
                    evidence += token.evidence
                    count += 1
        if not count:
            return False
        most = _EVIDENCE * evidence + _COUNT * count + _MEMBER + self._most_besides(source, target)
        return most >= THRESHOLD

    def _most_besides(self, source: str, target: str) -> float:
        """Return the most that length, marks and neighbours can say for any run."""
        full = len(source) * self._ratio
        deviation = math.log((len(target) + _SLACK) / (full + _SLACK))
        gain = min(_LENGTH_RANGE[1], deviation**2 / (2 * (_FLOOR + _SLOPE / max(full, 1.0))) + _MOST_GAIN)
        return _LENGTH * gain + _CLOSED + _MARKS_LOST * _MAX_LOST + _LITERAL

    def _iter_runs(self, pair: Linked) -> Iterator[Omission]:
        """Yield the runs of content words that may reach the threshold, with their scores."""
        content = [number for number, token in enumerate(pair.ours) if token.evidence]
        ours, source = pair.ours, pair.source
        marks = [m.start() for m in self._separator.finditer(source)]
        marks_there = [m.start() for m in self._separator.finditer(pair.target)]
        ends = [ours[number].end for number in content]
        starts = [ours[number].start for number in content]
        opens = [x == 0 or _any_within(marks, ends[x - 1], starts[x]) for x in range(len(content))]
        closes = [*opens[1:], True]
        free_all = sum(pair.free.values())
        unanswered_all = sum(ours[n].evidence for n in content if n not in pair.links and n not in pair.shared)
        most_besides = self._most_besides(source, pair.target)
        for x, first in enumerate(content):
            if pair.is_answered(first) and not opens[x]:
                continue
            left = pair.linked_before(first)
            evidence, count = 0.0, 0
            for y in range(x, min(len(content), x + _LONGEST_RUN)):
                last = content[y]
                if not pair.is_answered(last):
                    evidence += ours[last].evidence
                    count += 1
                elif not closes[y]:
                    continue
                length = ends[y] - starts[x]
                member = _MEMBER if opens[x] and closes[y] else _HALF_MEMBER if opens[x] or closes[y] else 0.0
                share = _SHARE * length / max(_SHORTEST, len(source))
                sure = _COUNT * count + member + share
                if not count or _EVIDENCE * evidence + sure + most_besides < THRESHOLD:
                    continue
                gap = pair.gap(left, pair.linked_after(last))
                against = sum(pair.weight(number, gap) for number in content[x : y + 1])
                if evidence + against <= 0:
                    continue
                free = sum(value for place, value in pair.free.items() if gap.first - 1 <= place <= gap.last + 1)
                lost, room = self._compare_gap(pair, gap, marks, marks_there)
                score = (
                    sure
                    + _EVIDENCE * (evidence + against)
                    + _FREE * free
                    + _FREE_ELSEWHERE * (free_all - free)
                    + _UNANSWERED_ELSEWHERE * (unanswered_all - evidence)
                    + _LENGTH * self._gain_of_length(len(source), len(pair.target), length)
                    + (_CLOSED if gap.last - gap.first <= 2 else 0.0)
                    + _MARKS_LOST * lost
                    + (_LITERAL if free_all + unanswered_all - evidence < _LITTLE else 0.0)
                    + _ROOM * room
                )
                yield Omission(starts[x], ends[y], round(score, 3))

    def _iter_members(self, pair: Linked) -> Iterator[Omission]:
        """Yield the members of enumerations that nothing answers to, where the target's enumeration is shorter."""
        for ours in find_enumerations(pair.source, self._joining):
            there = [len(one.members) for one in find_enumerations(pair.target, self._joining_there, least=3)]
            fewer = len(ours.members) - max(there, default=len(ours.members))
            for start, end in ours.members if fewer > 0 else ():
                words = [n for n, token in enumerate(pair.ours) if token.evidence and start <= token.start < end]
                if words and not any(map(pair.is_answered, words)):
                    first, last = pair.ours[words[0]], pair.ours[words[-1]]
                    yield Omission(first.start, last.end, THRESHOLD + fewer)

    def _gain_of_length(self, source: int, target: int, run: int) -> float:
        """Return how much more probable the target's length is without the run, as a difference of logarithms."""
        gain = _log_density(target, (source - run) * self._ratio) - _log_density(target, source * self._ratio)
        return max(_LENGTH_RANGE[0], min(_LENGTH_RANGE[1], gain))

    @staticmethod
    def _compare_gap(pair: Linked, gap: Gap, marks: list[int], marks_there: list[int]) -> tuple[int, float]:
        """Return how many marks fewer the gap has in the target, and the room there, to that of the source."""
        if gap.is_crossed:
            return 0, 1.0
        ours, theirs = pair.ours, pair.theirs
        start = ours[gap.left].end if gap.left >= 0 else 0
        end = ours[gap.right].start if gap.right < len(ours) else len(pair.source)
        start_there = theirs[gap.first].end if gap.first >= 0 else 0
        end_there = theirs[gap.last].start if gap.last < len(theirs) else len(pair.target)
        lost = _count_within(marks, start, end) - _count_within(marks_there, start_there, end_there)
        room = max(0, end_there - start_there - 1) / max(1, end - start - 1)
        return max(-_MAX_LOST, min(_MAX_LOST, lost)), min(_MAX_ROOM, room)


def _log_density(target: int, expected: float) -> float:
    expected = max(expected, 1.0)
    variance = _FLOOR + _SLOPE / expected
    deviation = math.log((target + _SLACK) / (expected + _SLACK))
    return -(deviation**2) / (2 * variance) - 0.5 * math.log(variance)


def _any_within(places: Sequence[int], start: int, end: int) -> bool:
    return _count_within(places, start, end) > 0


def _count_within(places: Sequence[int], start: int, end: int) -> int:
    return bisect_left(places, end) - bisect_left(places, start)
