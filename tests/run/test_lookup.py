"""Segments are looked up once each: in the memory first, then in what is like them, then by whoever translates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from translate.data import Block, Hypothesis, MemoryMatch, Origin, Passage, Segment, Suggestion
from translate.errors import DocumentError
from translate.run.lookup import WINDOW_BLOCKS, Approach, Fuzzy, Recall, look_up
from translate.run.placed import PlacedBlock


class Shouting:
    """Translates by capitals, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, passages: Sequence[Passage]) -> Mapping[Passage, Hypothesis]:
        self.asked.append([passage.text for passage in passages])
        return {passage: Hypothesis(passage.text.upper(), -0.5) for passage in passages}


def blocks(*texts: str) -> list[PlacedBlock]:
    return [
        PlacedBlock(number, 0, Block("", text, "\n"), (Segment(text, 0, len(text)),))
        for number, text in enumerate(texts)
    ]


def answers(
    placed: Sequence[PlacedBlock], find: Shouting, recall: Recall | None = None, approach: Approach | None = None
) -> list[Hypothesis]:
    found = look_up(placed, find, Path("a.txt"), recall=recall, approach=approach)
    return [one for _, hypotheses in found for one in hypotheses]


def test_each_text_is_asked_for_once_and_what_has_no_letters_never() -> None:
    find = Shouting()
    found = answers(blocks("oui", "12", "non", "oui"), find)
    assert find.asked == [["oui", "non"]]
    assert [one.text for one in found] == ["OUI", "12", "NON", "OUI"]
    assert [one.origin for one in found][:2] == [Origin.MACHINE, Origin.CARRIED]


def test_what_the_memory_has_is_not_translated() -> None:
    find = Shouting()
    found = answers(blocks("oui", "non"), find, lambda texts: {"oui": [MemoryMatch("yes")]})
    assert find.asked == [["non"]]
    assert [(one.text, one.origin) for one in found] == [("yes", Origin.MEMORY), ("NON", Origin.MACHINE)]


def test_of_several_matches_that_of_the_same_neighbours_is_taken() -> None:
    matches = [MemoryMatch("first"), MemoryMatch("second", before="a", after="b")]
    found = answers(blocks("a", "x", "b", "x"), Shouting(), lambda texts: {"x": matches})
    assert [one.text for one in found] == ["A", "second", "B", "first"]


def test_neighbours_are_known_across_windows() -> None:
    texts = ["a"] * (WINDOW_BLOCKS - 1) + ["left", "x", "right"]
    matches = [MemoryMatch("first"), MemoryMatch("second", before="left", after="right")]
    found = answers(blocks(*texts), Shouting(), lambda asked: {"x": matches})
    assert found[WINDOW_BLOCKS].text == "second"


def test_a_draft_is_taken_and_a_suggestion_goes_along() -> None:
    find, suggestion = Shouting(), Suggestion("nom", "name", 70, "memory")
    fuzzy = {
        Passage("oui"): Fuzzy(Hypothesis("yes", 0.0, origin=Origin.MEMORY)),
        Passage("non"): Fuzzy(None, (suggestion,)),
        Passage("ici"): Fuzzy(),
    }
    found = answers(blocks("oui", "non", "ici"), find, approach=lambda passages: fuzzy)
    assert find.asked == [["non", "ici"]]
    assert [(one.text, one.suggestions) for one in found] == [("yes", ()), ("NON", (suggestion,)), ("ICI", ())]


def test_a_segment_that_is_not_known_is_an_error_of_its_document() -> None:
    with pytest.raises(DocumentError, match=r"a\.txt.*changed while it was being translated"):
        list(look_up(blocks("oui"), lambda passages: {}, Path("a.txt")))


def test_no_blocks_ask_for_nothing() -> None:
    find = Shouting()
    assert answers([], find) == []
    assert find.asked == []
