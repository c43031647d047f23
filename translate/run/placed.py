"""Segments in their places: a document comes in, its blocks go out, each with its segments."""

from __future__ import annotations

from collections.abc import Iterator

from translate.data import Block, Document, Segment, Span
from translate.records import dataclass
from translate.segmentation import Segmenter
from translate.text.late import late_plain
from translate.text.words import has_letters

_FIGURES = late_plain("\\d[ \u00a0\u202f,]\\d|\\d[ \u00a0\u202f]?[€$£¥]|\\d[ \u00a0\u202f]%")


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block, its number, the offset of its text in the document, and its segments."""

    number: int
    offset: int
    block: Block
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class PlacedSegment:
    """A segment of a document that is aligned with another: its block, and where it stands in the document."""

    segment: Segment
    block: Block
    span: Span


def segment(document: Document, segmenter: Segmenter) -> Iterator[PlacedBlock]:
    """Segment each block; a document of kind `segments` has one segment a block."""
    offset = 0
    for number, block in enumerate(document.blocks):
        segments: tuple[Segment, ...]
        if document.kind == "segments":
            segments = (Segment(block.text, 0, len(block.text)),)
        else:
            segments = segmenter.segment(block.text, block.codes) if block.text else ()
        yield PlacedBlock(number, offset + len(block.lead), block, segments)
        offset += len(block.lead) + len(block.text) + len(block.trail)


def is_translatable(text: str) -> bool:
    """Tell whether a segment goes to the translator; one without letters (`:`, `***`, `12`) is carried over.

    One with figures that languages write in different ways, `1 234,5`, `850 €` or `20 %`, is the translator's, though
    not the engine's.
    """
    return has_letters(text) or _FIGURES.search(text) is not None
