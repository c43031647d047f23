"""Finds what of a source nothing in its target answers to: two texts come in, out come the passages that were left out.

Each content word of the source is linked to a word of the target that may render it, the nearest by place. A run of
words without a link is evidence of an omission, word by word as much as human translations answer that word. Against it
speak words of the target, where the run should be, that answer nothing themselves: there the translation is free. Marks
and conjunctions at both ends of the run, the length of the target, and how little stands between the neighbours of the
run say the rest. The weights were chosen on newstest2012, Tatoeba and development sets (`benchmarks/omissions.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import accumulate
from typing import NamedTuple

from translate.alignment.answers import Answers
from translate.alignment.lengths import gain_of_length, most_gain
from translate.alignment.linking import Gap, Linked, Reader, Word, link
from translate.alignment.marks import any_within, find_separators, separator
from translate.alignment.members import find_lost_members
from translate.languages import Language
from translate.records import dataclass
from translate.text.compiled import compile_plain

THRESHOLD = 5.8
"""Score from which a passage is missing."""
_LONGEST_RUN = 25
"""Content words of the longest run that is looked at."""
_MOST_WORDS = 300
_LEAST_EVIDENCE = 0.8
"""Of a run."""
_EVIDENCE, _SUREST, _COUNT, _NUMBER = 0.455, 0.278, 0.042, 0.712
"""Of the words without an answer: all together, the surest, each, and each number."""
_BOTH_SIDES, _MARKS_AT_BOTH, _MARK_BEFORE = 2.703, 0.534, 0.843
"""Of marks or conjunctions at both sides of a run, of marks there, and of one before it."""
_LED = 1.2
"""Of a word that leads a clause, before a run or first in it: « car », « puisque »."""
_CONJUNCTIONS, _MARKS_ELSEWHERE = 0.493, -1.472
"""Of each that the target has fewer; marks where the run touches none."""
_LENGTH, _LONG, _USUAL_LENGTH = 0.543, 1.396, 4.7
"""Of what the length of the target tells, and of each unit of the logarithm of the source's length beyond the usual."""
_SHORTEST = 50
"""Characters of the shortest source of which less is asked: in a shorter one one word is much."""
_LINKED, _LINKED_ELSEWHERE = -1.699, -1.354
"""Of a word of the run with a link between those of its neighbours, and elsewhere."""
_FREE, _FREE_ELSEWHERE, _ROOM, _CROSSED = -0.4, -0.17, -3.785, -1.526
_MAX_ROOM, _MAX_LOST = 1.5, 2
_ROUNDING = 0.001
"""How far a score and a bound on it may lie apart by rounding."""


@dataclass(frozen=True, slots=True)
class Omission:
    """Characters [start, end) of a source that nothing in the target answers to."""

    start: int
    end: int
    score: float


class _Run(NamedTuple):
    """Content words that may be missing, by their numbers, at characters [start, end)."""

    words: Sequence[int]
    start: int
    end: int
    sure: float
    """What is to be said of it, whatever the links are."""


_MOST_SAID, _LAST_WORDS = 0.6, 2
"""Share of the evidence of a source that has an answer where a short target sums it up, and last words of which one
has. Of halves of human translations that `length` refuses, 1.5 % look so too."""


class Answering:
    """Measures pairs of texts of two languages."""

    def __init__(self, answers: Answers, source: Language, target: Language) -> None:
        self._answers = answers
        self._ours, self._theirs = Reader(source, answers.source_rate), Reader(target, answers.target_rate)
        self._ratio = target.relative_length / source.relative_length
        self._joining, self._joining_there = source.conjunctions, target.conjunctions
        self._leads = compile_plain(rf"\b(?:{'|'.join(sorted(source.clause_leads)) or '(?!)'})\b")
        self._separator = separator(sorted(self._joining | self._joining_there))

    def find(self, source: str, target: str) -> list[Omission]:
        """Return what is missing, most certain first; passages do not overlap.

        Texts of hundreds of words are no sentences, and not looked at.
        """
        ours, theirs = self._ours.words(source), self._theirs.words(target)
        if max(len(ours), len(theirs)) > _MOST_WORDS:
            return []
        unanswered = self._unanswered(ours, theirs)
        if sum(unanswered) < _LEAST_EVIDENCE:
            return []
        places = self._ours.places(source)
        link = cache(partial(self._link, source, target))
        joining = self._joining, self._joining_there
        lost = find_lost_members(source, target, joining, places, ours, unanswered, link)
        kept = [Omission(start, end, THRESHOLD + fewer) for (start, end), fewer in lost]
        gain = _LENGTH * most_gain(len(source), len(target), self._ratio)
        if gain + _most_of(ours, unanswered) + _long(source) < THRESHOLD:
            return kept
        scored = []
        for run in self._iter_likely_runs(source, target, places, ours, unanswered, theirs):
            score = self._score(run, link())
            if score >= THRESHOLD:
                scored.append(Omission(run.start, run.end, score))
        for one in sorted(scored, key=lambda one: -one.score):
            if all(one.end <= other.start or other.end <= one.start for other in kept):
                kept.append(one)
        return kept

    def find_links(self, source: str, target: str) -> list[tuple[int, int]]:
        """Return where each content word of `source` begins that has a link, and where its target word begins."""
        pair = self._link(source, target)
        places = sorted(pair.links.items())
        return [(pair.ours[number].start, pair.theirs[place].start) for number, place in places]

    def is_summed_up(self, source: str, target: str) -> bool:
        """Tell whether a target says in fewer words most of what its source says, to the end, and is not cut off."""
        ours = self._ours.words(source)
        unanswered = self._unanswered(ours, self._theirs.words(target))
        ending = [lost for word, lost in zip(ours, unanswered, strict=True) if word.evidence][-_LAST_WORDS:]
        answered = sum(word.evidence for word in ours) - sum(unanswered)
        return not all(ending) and answered >= _MOST_SAID * sum(word.evidence for word in ours)

    def pair(self, source: str, target: str, most_words: int) -> Linked | None:
        """Return two texts with their links; None where either has more than `most_words` words and numbers."""
        if max(self._ours.count(source), self._theirs.count(target)) > most_words:
            return None
        return self._link(source, target)

    def _link(self, source: str, target: str) -> Linked:
        return link(source, target, self._ours.tokens(source), self._theirs.tokens(target), self._answers)

    def _unanswered(self, ours: Sequence[Word], theirs: Sequence[Word]) -> list[float]:
        """Return the evidence of each source word that no target word may render, and 0 for the others."""
        there = {word.term for word in theirs}
        begun = {word.beginning for word in theirs if word.beginning}
        of = self._answers.of
        return [
            word.evidence
            if word.evidence
            and word.term not in there
            and word.beginning not in begun
            and there.isdisjoint(of(word.term))
            else 0.0
            for word in ours
        ]

    def _iter_likely_runs(
        self,
        source: str,
        target: str,
        places: Sequence[tuple[int, int]],
        ours: Sequence[Word],
        unanswered: Sequence[float],
        theirs: Sequence[Word],
    ) -> Iterator[_Run]:
        """Yield the runs of content words that may reach the threshold, whatever their links are: of most texts none.

        What links alone tell is taken for the best it can be.
        """
        here, there = find_separators(self._separator, source), find_separators(self._separator, target)
        besides = _long(source) + _CONJUNCTIONS * _fewer(here.conjunctions, there.conjunctions)
        elsewhere = _MARKS_ELSEWHERE * _fewer(here.within, there.within)
        gain = _LENGTH * most_gain(len(source), len(target), self._ratio)
        best_place = max(elsewhere, _BOTH_SIDES + _MARKS_AT_BOTH + _MARK_BEFORE) + _LED
        least = THRESHOLD - _ROUNDING
        said_of = [_said(word, evidence) for word, evidence in zip(ours, unanswered, strict=True)]
        best_besides = _SUREST * max(unanswered) + best_place + besides + gain
        if sum(said_of) + best_besides < least:
            return
        content = [number for number, word in enumerate(ours) if word.evidence]
        starts, ends = [places[number][0] for number in content], [places[number][1] for number in content]
        evidences = [unanswered[number] for number in content]
        upto = [0.0, *accumulate(said_of[number] for number in content)]
        opens, marked = _bounds(here.places, starts, ends), _bounds(here.marks, starts, ends)
        led = [self._leads.search(source, begin, end) for begin, end in zip((0, *ends), ends, strict=False)]
        free_all = -1.0
        for x, start in enumerate(starts):
            last = min(len(content), x + _LONGEST_RUN)
            if not (evidences[x] or opens[x]) or upto[last] - upto[x] + best_besides < least:
                continue
            evidence = surest = 0.0
            for y in range(x, last):
                if evidences[y]:
                    evidence, surest = evidence + evidences[y], max(surest, evidences[y])
                elif not opens[y + 1]:
                    continue
                if evidence < _LEAST_EVIDENCE:
                    continue
                sure = besides + upto[y + 1] - upto[x] + _SUREST * surest
                sure += _BOTH_SIDES if opens[x] and opens[y + 1] else 0.0
                sure += _MARK_BEFORE if marked[x] else 0.0
                sure += _LED if led[x] else 0.0
                sure += _MARKS_AT_BOTH if marked[x] and marked[y + 1] else 0.0
                sure += 0.0 if marked[x] or marked[y + 1] else elsewhere
                if sure + gain < least:
                    continue
                sure += _LENGTH * gain_of_length(len(source), len(target), ends[y] - start, self._ratio)
                if sure < least:
                    continue
                if free_all < 0.0:
                    free_all = self._free(ours, theirs)
                if sure + _FREE_ELSEWHERE * free_all >= least:
                    yield _Run(content[x : y + 1], start, ends[y], sure)

    def _free(self, ours: Sequence[Word], theirs: Sequence[Word]) -> float:
        """Return the evidence of the target words that answer nothing, all together."""
        terms = {word.term for word in ours}
        expected = terms.union(*map(self._answers.of, terms))
        begun = {word.beginning for word in ours} - {""}
        return sum(word.evidence for word in theirs if word.term not in expected and word.beginning not in begun)

    @staticmethod
    def _score(run: _Run, pair: Linked) -> float:
        """Return how certainly a run is missing."""
        left, right = pair.linked_before(run.words[0]), pair.linked_after(run.words[-1])
        gap = pair.gap(left, right)
        linked = [pair.links[number] for number in run.words if number in pair.links]
        within = sum(gap.first <= place <= gap.last for place in linked)
        free = sum(value for place, value in pair.free.items() if gap.first - 1 <= place <= gap.last + 1)
        score = (
            run.sure
            + _LINKED * within
            + _LINKED_ELSEWHERE * (len(linked) - within)
            + _FREE * free
            + _FREE_ELSEWHERE * (sum(pair.free.values()) - free)
            + (_CROSSED if gap.is_crossed else _ROOM * _room(pair, gap))
        )
        return round(score, 3)


def _room(pair: Linked, gap: Gap) -> float:
    """Return how much room there is in the target between the neighbours of a run, to that of the source."""
    ours, theirs = pair.ours, pair.theirs
    start = ours[gap.left].end if gap.left >= 0 else 0
    end = ours[gap.right].start if gap.right < len(ours) else len(pair.source)
    start_there = theirs[gap.first].end if gap.first >= 0 else 0
    end_there = theirs[gap.last].start if gap.last < len(theirs) else len(pair.target)
    return min(_MAX_ROOM, max(0, end_there - start_there - 1) / max(1, end - start - 1))


def _said(word: Word, unanswered: float) -> float:
    """Return what a word says by itself for a run that has it, where it has no answer."""
    return _EVIDENCE * unanswered + _COUNT + _NUMBER * word.term.isdecimal() if unanswered else 0.0


def _most_of(ours: Sequence[Word], unanswered: Sequence[float]) -> float:
    """Return the most that words without an answer can say together, wherever they stand."""
    said = sum(map(_said, ours, unanswered)) + _SUREST * max(unanswered)
    place = max(_BOTH_SIDES + _MARKS_AT_BOTH + _MARK_BEFORE, -_MARKS_ELSEWHERE * _MAX_LOST)
    return said + place + _LED + _CONJUNCTIONS * _MAX_LOST


def _long(source: str) -> float:
    return _LONG * (math.log(max(_SHORTEST, len(source)) + 1) - _USUAL_LENGTH)


def _fewer(here: int, there: int) -> int:
    return max(-_MAX_LOST, min(_MAX_LOST, here - there))


def _bounds(places: Sequence[int], starts: Sequence[int], ends: Sequence[int]) -> list[bool]:
    """Return, for each word and behind the last, whether one of some places or the edge of the text lies before it."""
    between = (any_within(places, end, start) for end, start in zip(ends, starts[1:], strict=False))
    return [True, *between, True]
