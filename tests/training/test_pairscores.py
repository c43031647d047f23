"""Scores outlive the run that found them: a pair is scored once, and a record that was cut short is found anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.training.pairscores import PairScores, digest_of_pair
from translate.training.sources import Pair

RECORD_BYTES = 12


class Scorer:
    """Scores by length, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Pair] = []

    def __call__(self, pairs: Sequence[Pair]) -> list[float]:
        self.asked += pairs
        return [-len(pair.target) / 3 for pair in pairs]


def pairs_of(*numbers: int) -> list[Pair]:
    return [Pair(f"Mot {number}.", f"Word{'!' * number}") for number in numbers]


def expected_of(pairs: Sequence[Pair]) -> list[object]:
    return [pytest.approx(-len(pair.target) / 3, rel=1e-6) for pair in pairs]


def test_scores_come_in_the_order_of_the_pairs_and_twins_are_scored_once(tmp_path: Path) -> None:
    scorer = Scorer()
    pairs = pairs_of(3, 1, 3, 2, 1)
    scores = PairScores(tmp_path / "new" / "scores.bin")
    assert scores.score(pairs, scorer) == expected_of(pairs)
    assert scorer.asked == pairs_of(3, 1, 2)
    assert len(scores) == 3


def test_another_run_scores_only_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "scores.bin"
    first = PairScores(path).score(pairs_of(1, 2), Scorer())
    scorer = Scorer()
    again = PairScores(path)
    assert len(again) == 2
    assert again.score(pairs_of(2, 3, 1), scorer) == [first[1], *expected_of(pairs_of(3)), first[0]]
    assert scorer.asked == pairs_of(3)
    scorer = Scorer()
    again.score(pairs_of(1, 2, 3), scorer)
    assert scorer.asked == []


@pytest.mark.parametrize("left", range(2 * RECORD_BYTES + 1))
def test_a_record_cut_short_is_scored_anew_and_the_whole_ones_stay(tmp_path: Path, left: int) -> None:
    path = tmp_path / "scores.bin"
    PairScores(path).score(pairs_of(1, 2), Scorer())
    whole = path.read_bytes()
    path.write_bytes(whole[:left])
    scorer = Scorer()
    scores = PairScores(path).score(pairs_of(1, 2), scorer)
    assert scorer.asked == pairs_of(1, 2)[left // RECORD_BYTES :]
    assert scores == expected_of(pairs_of(1, 2))
    assert path.read_bytes() == whole


def test_a_scorer_that_fails_leaves_what_was_scored_before(tmp_path: Path) -> None:
    path = tmp_path / "scores.bin"
    scores = PairScores(path)
    scores.score(pairs_of(1), Scorer())
    whole = path.read_bytes()

    def fail(pairs: Sequence[Pair]) -> list[float]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        scores.score(pairs_of(1, 2), fail)
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        scores.score(pairs_of(2, 3), lambda pairs: [0.0])
    assert path.read_bytes() == whole
    scorer = Scorer()
    PairScores(path).score(pairs_of(1, 2), scorer)
    assert scorer.asked == pairs_of(2)


def test_nothing_to_score_asks_nobody_and_writes_nothing(tmp_path: Path) -> None:
    scorer = Scorer()
    assert PairScores(tmp_path / "scores.bin").score([], scorer) == []
    assert scorer.asked == []
    assert not (tmp_path / "scores.bin").exists()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), max_size=6), max_size=5))
def test_any_portions_make_the_same_file_as_one_run(
    tmp_path_factory: pytest.TempPathFactory, portions: list[list[int]]
) -> None:
    folder = tmp_path_factory.mktemp("scores")
    for portion in portions:
        PairScores(folder / "often.bin").score(pairs_of(*portion), Scorer())
    everything = pairs_of(*(number for portion in portions for number in portion))
    PairScores(folder / "once.bin").score(everything, Scorer())
    assert (folder / "often.bin").exists() == (folder / "once.bin").exists() == bool(everything)
    if everything:
        assert (folder / "often.bin").read_bytes() == (folder / "once.bin").read_bytes()


@given(st.text(max_size=9), st.text(max_size=9), st.text(max_size=9), st.text(max_size=9))
def test_a_pair_is_known_by_both_its_sides(source: str, target: str, other: str, another: str) -> None:
    one, two = Pair(source.replace("\t", " "), target), Pair(other.replace("\t", " "), another)
    assert (digest_of_pair(one) == digest_of_pair(two)) == (one == two)
    assert 0 <= digest_of_pair(one) < 2**64
