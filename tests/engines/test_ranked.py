"""Drafts of a rank: the engine is asked for as many as it takes, and the last stands for those that are missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from translate.engines.base import DEFAULT_WAY, Draft, Way
from translate.engines.echo import Echo, Echoing
from translate.engines.ranked import RankedEngine


class Several(Echo):
    """Says each text with a number for its rank, as many times as the text has letters, if it is asked for them."""

    def __init__(self) -> None:
        self.ways: list[Way] = []

    def begin(self) -> Echoing:
        return Saying(self.ways)


class Saying(Echoing):
    def __init__(self, ways: list[Way]) -> None:
        super().__init__()
        self.ways = ways

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        self.ways.append(way)
        return super().ask(texts, way)

    def take(self) -> Mapping[int, Draft]:
        def said(text: str) -> Draft:
            count = min(len(text), self.ways[-1].alternatives)
            others = [Draft(f"{text} {rank}", -rank) for rank in range(1, count)]
            return Draft(f"{text} 0", 0.0, others=lambda: iter(others))

        return {number: said(draft.text) for number, draft in super().take().items()}


def drafts(rank: int, texts: Sequence[str], way: Way = DEFAULT_WAY) -> list[tuple[str, float]]:
    drafting = RankedEngine(Several(), rank).begin()
    numbers = drafting.ask(texts, way)
    assert drafting.is_busy
    found = drafting.take()
    assert not drafting.is_busy
    return [(found[number].text, found[number].score) for number in numbers]


@pytest.mark.parametrize("rank", [0, 1, 2, 3])
def test_the_draft_of_a_rank_comes_with_its_own_score(rank: int) -> None:
    assert drafts(rank, ["long text"]) == [(f"long text {rank}", -rank)]


def test_a_text_with_fewer_drafts_has_its_last() -> None:
    assert drafts(3, ["ab", "abcdef"]) == [("ab 1", -1), ("abcdef 3", -3)]


@pytest.mark.parametrize(
    ("rank", "way", "asked"),
    [
        (0, DEFAULT_WAY, Way(alternatives=1)),
        (3, DEFAULT_WAY, Way(alternatives=4)),
        (5, DEFAULT_WAY, Way(alternatives=6, beam=6)),
        (2, Way(beam=1, no_repeat=3), Way(alternatives=3, beam=3, no_repeat=3)),
        (1, Way(alternatives=4, beam=8), Way(alternatives=4, beam=8)),
    ],
)
def test_the_engine_is_asked_for_enough_and_otherwise_in_the_way_that_was_wanted(
    rank: int, way: Way, asked: Way
) -> None:
    engine = Several()
    RankedEngine(engine, rank).begin().ask(["text"], way)
    assert engine.ways == [asked]


def test_ranks_have_signatures_of_their_own_as_their_drafts_differ() -> None:
    assert len({RankedEngine(Echo(), rank).signature for rank in range(4)}) == 4


def test_what_the_engine_knows_is_passed_on() -> None:
    ranked = RankedEngine(Echo(), 2)
    assert ranked.can_write("x") and ranked.can_read("x")
    assert ranked.continue_draft("a", "b") is None
