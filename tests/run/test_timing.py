"""A sample of segments says how fast this machine translates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from translate.data import Hypothesis, Passage
from translate.memory.matches import Query
from translate.run.timing import SAMPLE, Sampler, words_per_second


class Slow:
    """Takes a second for each word."""

    signature = "slow"

    def __init__(self) -> None:
        self.now = 0.0
        self.asked: list[str] = []

    def iter_translate(self, passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        for passage in passages:
            self.asked.append(passage.text)
            self.now += len(passage.text.split())
            yield {passage: Hypothesis(passage.text, 0.0)}


def sampled(texts: Sequence[str]) -> list[str]:
    sampler = Sampler()
    passed = [query.source for _, queries in sampler.pass_by([("a", map(Query, texts))]) for query in queries]
    assert passed == list(texts)
    return [passage.text for passage in sampler.passages]


def test_all_segments_pass_and_a_few_are_kept_wherever_they_stand() -> None:
    texts = [f"Le car numéro {number} part." for number in range(1000)]
    kept = sampled(texts)
    assert len(set(kept)) == len(kept) == SAMPLE
    assert any(text in texts[:300] for text in kept) and any(text in texts[700:] for text in kept)
    assert sampled(texts[::-1]) == kept


def test_a_text_counts_once_and_one_without_words_not_at_all() -> None:
    assert sorted(sampled(["Un mot.", "***", "Un mot.", "", "Deux mots."])) == ["Deux mots.", "Un mot."]


def test_words_of_the_sample_are_counted_by_the_second() -> None:
    slow = Slow()
    passages = [Passage(f"un deux trois {number}") for number in range(10)]
    assert words_per_second(passages, slow, lambda: slow.now) == pytest.approx(1.0)
    assert len(slow.asked) == 10


def test_of_nothing_nobody_knows_how_long_it_takes() -> None:
    assert words_per_second([], Slow()) is None
    slow = Slow()
    assert words_per_second([Passage("un mot")], slow, lambda: slow.now) == pytest.approx(1.0)
