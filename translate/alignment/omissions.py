"""Finds what of a source nothing in its target answers to: two texts come in, out come the passages that were left out.

Each content word of the source is linked to a word of the target that may render it, the nearest by place. A run of
words without a link is evidence of an omission, word by word as much as human translations answer that word. Against it
speak words of the target, where the run should be, that answer nothing themselves: there the translation is free. Marks
and conjunctions at both ends of the run, the length of the target, and how little stands between the neighbours of the
run say the rest. The weights were chosen on newstest2012, Tatoeba and development sets (`benchmarks/omissions.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from translate.alignment.answers import Answers
from translate.alignment.lengths import gain_of_length, most_gain
from translate.alignment.linking import SHARED, Gap, Linked, Reader, Word, link
from translate.alignment.marks import any_within, count_within, separator
from translate.alignment.members import find_lost_members
from translate.languages import Language
from translate.records import dataclass

THRESHOLD = 5.8
"""Score from which a passage is missing. At 5.75 and 6.0 it flags 0.71 and 0.61 % of the professional references of the
sets that the weights were chosen on."""
_LONGEST_RUN = 25
"""Content words of the longest run that is looked at."""
_MOST_WORDS = 300
_SHORTEST = 115
"""Characters of a source of which a run is a large share: in a shorter one any clause is."""
_EVIDENCE, _FREE, _FREE_ELSEWHERE, _COUNT, _SHARE = 0.468, -0.781, -0.134, 0.26, -3.34
_LENGTH, _MEMBER, _HALF_MEMBER, _MARKS_LOST, _ROOM = 0.649, 4.487, 0.134, 0.238, -2.632
_MAX_ROOM, _MAX_LOST = 1.5, 2
_NEVER = -1000.0
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
    evidence: float
    """Of those without an answer."""
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
        self._separator = separator(sorted(self._joining | self._joining_there))

    def find(self, source: str, target: str) -> list[Omission]:
        """Return what is missing, most certain first; passages do not overlap.

        Texts of hundreds of words are no sentences, and not looked at.
        """
        ours, theirs = self._ours.words(source), self._theirs.words(target)
        if max(len(ours), len(theirs)) > _MOST_WORDS:
            return []
        unanswered = self._unanswered(ours, theirs)
        most_besides = self._most_besides(source, target)
        if not any(unanswered) or self._most_at_all(unanswered) + most_besides < THRESHOLD:
            return []
        places = self._ours.places(source)
        link = cache(partial(self._link, source, target))
        joining = self._joining, self._joining_there
        lost = find_lost_members(source, target, joining, places, ours, unanswered, link)
        kept = [Omission(start, end, THRESHOLD + fewer) for (start, end), fewer in lost]
        runs = list(self._iter_likely_runs(source, target, places, ours, unanswered, theirs))
        if not runs:
            return kept
        pair = link()
        marks, marks_there = self._places_of_marks(source), self._places_of_marks(target)
        free_all = sum(pair.free.values())
        scored = []
        for run in runs:
            score = self._score(run, pair, marks, marks_there, free_all)
            if score is not None and score >= THRESHOLD:
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
        if max(len(self._ours.words(source)), len(self._theirs.words(target))) > most_words:
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

    @staticmethod
    def _most_at_all(unanswered: Sequence[float]) -> float:
        """Return the most that words without an answer can say together."""
        return _EVIDENCE * sum(unanswered) + _COUNT * sum(map(bool, unanswered)) + _MEMBER

    def _most_besides(self, source: str, target: str) -> float:
        """Return the most that length, marks and neighbours can say for any run."""
        gain = most_gain(len(source), len(target), self._ratio)
        return _LENGTH * gain + _MARKS_LOST * _MAX_LOST

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
        content = [number for number, word in enumerate(ours) if word.evidence]
        starts, ends = [places[number][0] for number in content], [places[number][1] for number in content]
        evidences = [unanswered[number] for number in content]
        most_besides = self._most_besides(source, target)
        least = THRESHOLD - _ROUNDING
        per_character = _SHARE / max(_SHORTEST, len(source))
        marks = self._places_of_marks(source)
        opens = [x == 0 or any_within(marks, ends[x - 1], starts[x]) for x in range(len(content))]
        closes = [*opens[1:], True]
        most_alone = _most_from(starts, ends, evidences, opens, per_character)
        least_alone = least - most_besides - _ROUNDING
        free_all = -1.0
        for x, start in enumerate(starts):
            if most_alone[x] < least_alone or (not evidences[x] and not opens[x]):
                continue
            evidence, count = 0.0, 0
            for y in range(x, min(len(content), x + _LONGEST_RUN)):
                if evidences[y]:
                    evidence += evidences[y]
                    count += 1
                elif not closes[y]:
                    continue
                if not count:
                    continue
                length = ends[y] - start
                member = _MEMBER if opens[x] and closes[y] else _HALF_MEMBER if opens[x] or closes[y] else 0.0
                sure = _COUNT * count + member + per_character * length
                most = sure + _EVIDENCE * (evidence + SHARED * (y + 1 - x - count))
                if most + most_besides < least:
                    continue
                most += _LENGTH * gain_of_length(len(source), len(target), length, self._ratio)
                most += _MARKS_LOST * min(_MAX_LOST, len(marks))
                if most < least:
                    continue
                if free_all < 0.0:
                    free_all = self._free(ours, theirs)
                if most + _FREE_ELSEWHERE * free_all >= least:
                    yield _Run(content[x : y + 1], start, ends[y], evidence, sure)

    def _free(self, ours: Sequence[Word], theirs: Sequence[Word]) -> float:
        """Return the evidence of the target words that answer nothing, all together."""
        terms = {word.term for word in ours}
        expected = terms.union(*map(self._answers.of, terms))
        begun = {word.beginning for word in ours} - {""}
        return sum(word.evidence for word in theirs if word.term not in expected and word.beginning not in begun)

    def _places_of_marks(self, text: str) -> list[int]:
        return [match.start() for match in self._separator.finditer(text)]

    def _score(
        self, run: _Run, pair: Linked, marks: list[int], marks_there: list[int], free_all: float
    ) -> float | None:
        """Return how certainly a run is missing; None where more speaks against it than for it."""
        left, right = pair.linked_before(run.words[0]), pair.linked_after(run.words[-1])
        gap = pair.gap(left, right)
        against = sum(pair.weight(number, gap) for number in run.words)
        if run.evidence + against <= 0:
            return None
        free = sum(value for place, value in pair.free.items() if gap.first - 1 <= place <= gap.last + 1)
        lost, room = self._compare_gap(pair, gap, marks, marks_there)
        score = (
            run.sure
            + _EVIDENCE * (run.evidence + against)
            + _FREE * free
            + _FREE_ELSEWHERE * (free_all - free)
            + _LENGTH * gain_of_length(len(pair.source), len(pair.target), run.end - run.start, self._ratio)
            + _MARKS_LOST * lost
            + _ROOM * room
        )
        return round(score, 3)

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
        lost = count_within(marks, start, end) - count_within(marks_there, start_there, end_there)
        room = max(0, end_there - start_there - 1) / max(1, end - start - 1)
        return max(-_MAX_LOST, min(_MAX_LOST, lost)), min(_MAX_ROOM, room)


def _most_from(
    starts: Sequence[int],
    ends: Sequence[int],
    evidences: Sequence[float],
    opens: Sequence[bool],
    per_character: float,
) -> list[float]:
    """Return, for each content word, the most that words, marks and length can say for a run that begins with it.

    :param opens: which words stand behind a mark.
    """
    most = [0.0] * len(starts)
    anywhere = at_mark = _NEVER
    """Of runs that begin with the word behind, and end with any word, or before a mark."""
    closes, start_after = True, 0
    for x in range(len(starts) - 1, -1, -1):
        evidence, start, end = evidences[x], starts[x], ends[x]
        own = (_COUNT + _EVIDENCE * evidence if evidence else _EVIDENCE * SHARED) + per_character * (end - start)
        further = per_character * (start_after - end)
        anywhere = own + max(0.0, anywhere + further)
        at_mark = own + max(0.0 if closes else _NEVER, at_mark + further)
        closes, start_after = opens[x], start
        most[x] = max(anywhere + _HALF_MEMBER, at_mark + _MEMBER) if closes else max(anywhere, at_mark + _HALF_MEMBER)
    return most
