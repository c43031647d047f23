"""Blocks are segmented in their places, and only what has letters or amounts goes to the translator."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import Block, Document, Segment
from translate.run.placed import PlacedBlock, is_translatable, segment
from translate.run.queries import with_neighbours
from translate.segmentation import load_segmenter

SEGMENTER = load_segmenter("fr")


def placed(blocks: Sequence[Block], kind: str = "text") -> list[PlacedBlock]:
    return list(segment(Document("a", Path("a"), kind, "fr", "", blocks), SEGMENTER))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("12", False),
        ("***", False),
        (":", False),
        ("12 %", True),
        ("\ud800", False),
        ("12%", False),
        ("1.5", False),
        ("a", True),
        ("д", True),
        ("漢", True),
        ("e\u0301", True),
        ("1 234", True),
        ("1,5", True),
        ("850 €", True),
        ("1\u202f234", True),
        ("5$", True),
        ("€ 5", False),
    ],
)
def test_letters_and_amounts_are_to_be_translated(text: str, expected: bool) -> None:
    assert is_translatable(text) is expected


def test_a_segmented_document_has_one_segment_a_block_and_empty_ones_too() -> None:
    blocks = [Block("", "Un. Deux.", "\n"), Block("", "", "\n")]
    assert [one.segments for one in placed(blocks, "segments")] == [
        (Segment("Un. Deux.", 0, 9),),
        (Segment("", 0, 0),),
    ]
    assert [len(one.segments) for one in placed(blocks)] == [2, 0]


@given(st.lists(st.tuples(*[st.text(st.sampled_from("Aé.!? \n«»1\ud800"), max_size=12)] * 3), max_size=5))
def test_segments_stand_where_their_offsets_say(parts: list[tuple[str, str, str]]) -> None:
    blocks = [Block(lead, text, trail) for lead, text, trail in parts]
    whole = "".join(block.lead + block.text + block.trail for block in blocks)
    for number, one in enumerate(placed(blocks)):
        assert (one.number, one.block) == (number, blocks[number])
        position = 0
        for piece in one.segments:
            assert position <= piece.start < piece.end <= len(one.block.text)
            assert whole[one.offset + piece.start : one.offset + piece.end] == piece.text
            position = piece.end


@given(st.lists(st.text(max_size=3), max_size=6))
def test_a_query_knows_the_texts_beside_it(texts: list[str]) -> None:
    queries = list(with_neighbours(Segment(text, 0, len(text)) for text in texts))
    assert [query.source for query in queries] == texts
    assert [query.before for query in queries] == [None, *texts][: len(texts)]
    assert [query.after for query in queries] == [*texts[1:], None][: len(texts)]
