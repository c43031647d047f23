"""The paragraphs of a document that is aligned: which of them take no part, and which a page break cut in two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from translate.aligning.furniture import goes_on
from translate.data import Block, InlineCode, Segment, Span
from translate.documents.hyphens import Hyphens
from translate.records import dataclass
from translate.run.placed import PlacedBlock
from translate.segmentation import Segmenter


class Aside(StrEnum):
    """Why a paragraph is set aside before documents are aligned; also the name of the issue that says so."""

    FURNITURE = "furniture"
    """A running head or a page number."""
    LANGUAGE = "language"
    """It is in the language of the other document."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a document, or several that are one with a page break between them."""

    block: Block
    number: int
    """That of the block, or of the first of several."""
    segments: tuple[Segment, ...]
    places: tuple[tuple[int, int], ...]
    """(place in the text, place in the document), in order: where the text of each of the blocks begins."""
    aside: Aside | None = None

    def span(self, segment: Segment) -> Span:
        """Return where a segment stands in the document."""
        start, end = (self._place(place) for place in (segment.start, segment.end))
        return Span(self.number, start, end)

    def _place(self, place: int) -> int:
        start, offset = next(one for one in reversed(self.places) if one[0] <= place)
        return offset + place - start


def as_paragraphs(blocks: Iterable[PlacedBlock]) -> list[Paragraph]:
    """Return each block as a paragraph."""
    return [Paragraph(one.block, one.number, one.segments, ((0, one.offset),)) for one in blocks]


def lines_of(paragraphs: Sequence[Paragraph], kind: str) -> list[range]:
    """Return the lines of a document as ranges of paragraphs; a line of a text may hold several cells.

    :param kind: of document; only those of plain lines have cells beside each other.
    """
    lines: list[range] = []
    first = 0
    for number, paragraph in enumerate(paragraphs):
        is_last = number + 1 == len(paragraphs)
        if is_last or kind not in _OF_LINES or any(mark in paragraph.block.trail for mark in "\r\n"):
            lines.append(range(first, number + 1))
            first = number + 1
    return lines


_OF_LINES = ("text",)


def shown_lines(paragraphs: Sequence[Paragraph], lines: Sequence[range]) -> list[str | None]:
    """Return what each line says; None for the cell of a table."""
    return [
        None
        if any(paragraphs[n].block.context or paragraphs[n].block.manner == "cell" for n in line)
        else "\t".join(text for n in line if (text := paragraphs[n].block.text.strip()))
        for line in lines
    ]


def set_aside(paragraphs: Sequence[Paragraph], reasons: Mapping[int, Aside]) -> list[Paragraph]:
    """Return paragraphs with the reasons, by their places, why some take no part."""
    return [replace(one, aside=reasons[place]) if place in reasons else one for place, one in enumerate(paragraphs)]


def join_over_pages(paragraphs: Sequence[Paragraph], language: str, segmenter: Segmenter) -> list[Paragraph]:
    """Join paragraphs whose sentence goes on behind furniture; that follows what it stood within."""
    hyphens = Hyphens(language, [paragraph.block.text for paragraph in paragraphs])
    joined: list[Paragraph] = []
    waiting: list[Paragraph] = []
    last: int | None = None
    for paragraph in paragraphs:
        if paragraph.aside or not paragraph.block.text.strip():
            waiting.append(paragraph)
            continue
        if last is not None and any(one.aside for one in waiting) and _is_cut(joined[last], paragraph):
            joined[last] = _join(joined[last], paragraph, hyphens, segmenter)
        else:
            joined += waiting
            waiting = []
            last = len(joined)
            joined.append(paragraph)
    return [*joined, *waiting]


def _is_cut(before: Paragraph, after: Paragraph) -> bool:
    blocks = before.block, after.block
    texts = [_shown(block).strip() for block in blocks]
    return all(texts) and goes_on(*texts) and not any(block.context or block.manner for block in blocks)


def _shown(block: Block) -> str:
    """Return the text of a block without its codes."""
    parts, position = [], 0
    for code in block.codes:
        parts.append(block.text[position : code.start])
        position = code.end
    return "".join([*parts, block.text[position:]])


def _join(before: Paragraph, after: Paragraph, hyphens: Hyphens, segmenter: Segmenter) -> Paragraph:
    text = hyphens.join(before.block.text.rstrip(), after.block.text)
    start = len(text) - len(after.block.text)
    first = max((code.pair for code in before.block.codes if code.pair is not None), default=-1) + 1
    codes = (*before.block.codes, *(_moved(code, start, first) for code in after.block.codes))
    block = replace(before.block, text=text, trail=after.block.trail, codes=codes, native=None)
    places = (*before.places, *((start + place, offset) for place, offset in after.places))
    return replace(before, block=block, segments=segmenter.segment(block.text, codes), places=places)


def _moved(code: InlineCode, by: int, pairs: int) -> InlineCode:
    pair = None if code.pair is None else code.pair + pairs
    return replace(code, start=code.start + by, end=code.end + by, pair=pair)
