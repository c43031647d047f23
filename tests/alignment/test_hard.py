"""A scorer is asked about beads in question only, and its word counts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH, side
from translate.alignment import align
from translate.alignment.hard import Candidate

# Two sentences of which nobody can tell by words or lengths where the third belongs.
SOURCE = (*FRENCH[:4], "Xa ba.", "Xe be.", *FRENCH[4:])
TARGET = (*ENGLISH[:4], "Ki lo mu.", *ENGLISH[4:])


class Opinion:
    """A scorer that likes one bead."""

    signature = "opinion"
    weight = 1.0

    def __init__(self, source: tuple[str, ...]) -> None:
        self._source = source
        self.asked: list[Candidate] = []

    def score(self, candidates: Sequence[Candidate]) -> list[float | None]:
        self.asked += candidates
        return [
            9.0 if c.source == self._source and c.target == ("Ki lo mu.",) else None if len(c.source) > 3 else -9.0
            for c in candidates
        ]


def test_the_scorer_decides_where_words_and_lengths_do_not() -> None:
    for source, place in ((("Xa ba.",), range(4, 5)), (("Xe be.",), range(5, 6)), (("Xa ba.", "Xe be."), range(4, 6))):
        found = align(side("fr", SOURCE), side("en", TARGET), scorer=Opinion(source))
        assert place in [bead.source for bead in found.beads if bead.target == range(4, 5)]


def test_beads_that_are_not_in_question_are_not_asked_for() -> None:
    opinion = Opinion(())
    align(side("fr", SOURCE), side("en", TARGET), scorer=opinion)
    assert opinion.asked
    assert not any(FRENCH[8] in candidate.source and len(candidate.source) == 1 for candidate in opinion.asked[:4])


class Judge:
    """A scorer of one opinion about everything."""

    signature = "judge"

    def __init__(self, opinion: float | None, weight: float = 1.0) -> None:
        self._opinion, self.weight = opinion, weight
        self.asked: list[Candidate] = []

    def score(self, candidates: Sequence[Candidate]) -> list[float | None]:
        self.asked += candidates
        return [self._opinion] * len(candidates)


def test_where_every_bead_is_sure_nobody_is_asked() -> None:
    names = tuple(f"Zoé{letter * 4} et Xavier{letter * 3} à Québec{letter * 2}." for letter in "bcdfghjklm")
    judge = Judge(1.0)
    found = align(side("xx", names), side("yy", names), scorer=judge)
    assert not judge.asked
    assert found == align(side("xx", names), side("yy", names))


@pytest.mark.parametrize("judge", [Judge(None), Judge(-3.0, weight=0.0)])
def test_a_scorer_with_nothing_to_say_changes_nothing(judge: Judge) -> None:
    found = align(side("fr", SOURCE), side("en", TARGET), scorer=judge)
    assert judge.asked
    assert found == align(side("fr", SOURCE), side("en", TARGET))


@pytest.mark.parametrize("opinion", [1e9, -1e9])
def test_no_opinion_however_strong_overrules_the_rest(opinion: float) -> None:
    """It counts twelve nats at most, so that the beads of plain neighbours stand."""
    judge = Opinion(("Xa ba.",))
    judge.weight = opinion
    beads = align(side("fr", SOURCE), side("en", TARGET), scorer=judge).beads
    assert [i for bead in beads for i in bead.source] == list(range(len(SOURCE)))
    assert {bead.target: bead.source for bead in beads}[range(8, 9)] == range(9, 10)


def test_a_scorer_is_given_segments_that_stand_together_and_one_stranger_for_each_target() -> None:
    judge = Judge(None)
    align(side("fr", SOURCE), side("en", TARGET), scorer=judge)
    strangers = [c for c in judge.asked if len(c.source) == len(c.target) == 1]
    assert {c.target for c in strangers} >= {(text,) for c in judge.asked for text in c.target}
    for candidate in judge.asked:
        for part, whole in ((candidate.source, SOURCE), (candidate.target, TARGET)):
            start = whole.index(part[0])
            assert whole[start : start + len(part)] == part
