"""Targets stand where their sources stood, and units of beads hold what their segments hold."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from translate.data import (
    Bead,
    Block,
    CodeKind,
    Document,
    Hypothesis,
    InlineCode,
    Origin,
    Segment,
    Span,
    TranslationUnit,
    Variant,
)
from translate.run.placed import PlacedBlock, PlacedSegment
from translate.run.placed import segment as segmented
from translate.run.units import add_context, pair, render, unite_beads
from translate.segmentation import load_segmenter

SEGMENTER = load_segmenter("fr")


def placed_block(text: str) -> PlacedBlock:
    (placed,) = segmented(Document("a", Path("a"), "text", "fr", "", [Block("", text, "")]), SEGMENTER)
    return placed


@given(st.text(st.sampled_from("Ab. !?\n\u00a0«»1é"), max_size=30), st.sampled_from(["", "<>", "long target"]))
def test_a_block_keeps_its_white_space_whatever_its_targets(text: str, target: str) -> None:
    placed = placed_block(text)
    rendering = render(placed, [Hypothesis(target, 0.0) for _ in placed.segments])
    position, expected = 0, ""
    for piece in placed.segments:
        expected += text[position : piece.start] + (target or piece.text)
        position = piece.end
    assert rendering.text == expected + text[position:]
    assert all(rendering.text[start:end] == target for start, end in rendering.spans)
    assert len(rendering.spans) == len(placed.segments)


def test_beads_of_a_block_cost_what_its_hypotheses_do() -> None:
    assert pair([Hypothesis("a", -0.5), Hypothesis("b", 0.0)]) == (
        Bead(range(1), range(1), 0.5),
        Bead(range(1, 2), range(1, 2), 0.0),
    )
    assert pair([]) == ()


def side(*blocks: tuple[str, ...]) -> list[PlacedSegment]:
    """Place segments, block by block, with two spaces between those of one block."""
    found = []
    for number, texts in enumerate(blocks):
        block, start = Block("", "  ".join(texts), "\n"), 0
        for text in texts:
            code = (InlineCode(0, 1, CodeKind.START, 1), InlineCode(1, 1, CodeKind.END, 1))
            piece = Segment(text, start, start + len(text), code)
            found.append(PlacedSegment(piece, block, Span(number, start, start + len(text))))
            start += len(text) + 2
    return found


def united(*beads: tuple[range, range]) -> list[TranslationUnit]:
    sides = side(("Un.", "Deux."), ("Trois.",)), side(("One.",), ("Two.", "Three."))
    made = (Bead(one, other, 0.1) for one, other in beads)
    return list(unite_beads("a", made, sides, source_code="fr", target_code="en"))


def test_segments_of_a_block_are_joined_as_they_stand_and_blocks_by_a_space() -> None:
    (unit,) = united((range(3), range(3)))
    assert (unit.source.text, unit.target.text) == ("Un.  Deux. Trois.", "One. Two.  Three.")
    assert unit.alignment == "3-3"
    for variant in (unit.source, unit.target):
        starts = [code for code in variant.codes if code.kind is CodeKind.START]
        assert [variant.text[code.start : code.end] for code in starts] in (["U", "D", "T"], ["O", "T", "T"])
        assert len({code.pair for code in starts}) == 3


def test_one_side_alone_makes_a_unit_whose_other_side_is_empty() -> None:
    lone, other = united((range(1), range(0)), (range(0), range(1)))
    assert (lone.target, lone.alignment) == (Variant("en", ""), "1-0")
    assert (other.source, other.alignment) == (Variant("fr", ""), "0-1")
    assert lone.name != other.name


@given(st.lists(st.text(max_size=3), max_size=5))
def test_every_unit_has_the_sources_beside_it(texts: list[str]) -> None:
    plain = [TranslationUnit("n", Variant("fr", text), Variant("en", ""), origin=Origin.HUMAN) for text in texts]
    made = list(add_context(plain))
    assert [unit.context_before for unit in made] == [None, *texts][: len(texts)]
    assert [unit.context_after for unit in made] == [*texts[1:], None][: len(texts)]
