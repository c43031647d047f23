"""A scorer is asked about beads in question only, and its word counts."""

from __future__ import annotations

from collections.abc import Sequence

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
