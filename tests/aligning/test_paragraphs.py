"""Paragraphs that a page break cut in two are one again, and know where their words stand in the document."""

from __future__ import annotations

import pytest

from translate.aligning.paragraphs import Aside, as_paragraphs, join_over_pages, lines_of, set_aside, shown_lines
from translate.data import Block, CodeKind, InlineCode, Segment
from translate.run.placed import PlacedBlock
from translate.segmentation import load_segmenter

SEGMENTER = load_segmenter("fr")


def placed(*texts: str, codes: tuple[InlineCode, ...] = ()) -> list[PlacedBlock]:
    blocks = []
    offset = 0
    for number, text in enumerate(texts):
        block = Block("", text, "\n", codes if number == 0 else ())
        blocks.append(PlacedBlock(number, offset, block, SEGMENTER.segment(text, block.codes)))
        offset += len(text) + 1
    return blocks


def joined(*texts: str) -> list[str]:
    """Join `texts`, of which those of figures are furniture."""
    paragraphs = as_paragraphs(placed(*texts))
    reasons = {n: Aside.FURNITURE for n, text in enumerate(texts) if text.isdigit()}
    return [one.block.text for one in join_over_pages(set_aside(paragraphs, reasons), "fr", SEGMENTER)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["La porte s'ouvre", "3", "sur un jardin."], ["La porte s'ouvre sur un jardin.", "3"]),
        (["La porte", "3", "s'ouvre", "4", "sur un jardin."], ["La porte s'ouvre sur un jardin.", "3", "4"]),
        (["La porte", "", "3", "", "s'ouvre."], ["La porte s'ouvre.", "", "3", ""]),
        (["La porte s'ou-", "3", "vre."], ["La porte s'ouvre.", "3"]),
        (["Où va-t-", "3", "elle ?"], ["Où va-t-elle ?", "3"]),
        (["La porte s'ouvre.", "3", "Un jardin."], ["La porte s'ouvre.", "3", "Un jardin."]),
        (["La porte", "3", "Un jardin."], ["La porte", "3", "Un jardin."]),
        (["La porte", "s'ouvre."], ["La porte", "s'ouvre."]),
        (["3", "s'ouvre."], ["3", "s'ouvre."]),
    ],
)
def test_a_sentence_goes_on_behind_a_page_break(texts: list[str], expected: list[str]) -> None:
    assert joined(*texts) == expected


def test_segments_of_a_joined_paragraph_know_their_places() -> None:
    texts = ["Il dort. La porte", "3", "s'ouvre. Il part."]
    paragraphs = set_aside(as_paragraphs(placed(*texts)), {1: Aside.FURNITURE})
    first, _ = join_over_pages(paragraphs, "fr", SEGMENTER)
    whole = "\n".join(texts)
    spans = [first.span(piece) for piece in first.segments]
    assert [whole[span.start : span.end] for span in spans] == ["Il dort.", "La porte\n3\ns'ouvre.", "Il part."]


def test_codes_move_with_their_text() -> None:
    bold = InlineCode(0, 2, CodeKind.START, 0), InlineCode(4, 6, CodeKind.END, 0)
    one = Block("", "**Là**", "\n", bold)
    other = Block("", "**ci**", "\n", bold)
    blocks = [
        PlacedBlock(0, 0, one, SEGMENTER.segment(one.text, bold)),
        PlacedBlock(1, 9, Block("", "3", "\n"), (Segment("3", 0, 1),)),
        PlacedBlock(2, 11, other, SEGMENTER.segment(other.text, bold)),
    ]
    first, _ = join_over_pages(set_aside(as_paragraphs(blocks), {1: Aside.FURNITURE}), "fr", SEGMENTER)
    assert first.block.text == "**Là** **ci**"
    assert [(first.block.text[code.start : code.end], code.pair) for code in first.block.codes] == [
        ("**", 0),
        ("**", 0),
        ("**", 1),
        ("**", 1),
    ]


def test_cells_of_a_line_of_text_are_one_line_and_those_of_a_table_none() -> None:
    blocks = [Block("", "Guide", "\t"), Block("", "3", "\n"), Block("", "Texte", "\n", context="cell B4")]
    paragraphs = as_paragraphs(PlacedBlock(n, 0, block, ()) for n, block in enumerate(blocks))
    lines = lines_of(paragraphs, "text")
    assert lines == [range(2), range(2, 3)]
    assert shown_lines(paragraphs, lines) == ["Guide\t3", None]
    assert lines_of(paragraphs, "docx") == [range(1), range(1, 2), range(2, 3)]
