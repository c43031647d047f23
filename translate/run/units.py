"""Units of beads: segments and their hypotheses, or the segments of two documents, come in; units go out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from translate.data import (
    Bead,
    Block,
    Document,
    Hypothesis,
    InlineCode,
    Note,
    Origin,
    Span,
    TranslationUnit,
    Variant,
)
from translate.documents.base import Informed, Rebuilder, trail_of
from translate.models.calibration import raw_score
from translate.records import dataclass
from translate.run.placed import PlacedBlock, PlacedSegment
from translate.run.scoring import Score, Scored, score_raw
from translate.text.naming import unit_names


@dataclass(frozen=True, slots=True)
class Rendering:
    """The target side of a block: its text, the span of each target in it, and its codes."""

    text: str
    spans: tuple[tuple[int, int], ...]
    codes: tuple[InlineCode, ...] = ()


def pair(hypotheses: Sequence[Hypothesis]) -> tuple[Bead, ...]:
    """Align a block with its own translation: 1–1 beads, each at the cost of its hypothesis."""
    return tuple(Bead(range(i, i + 1), range(i, i + 1), -h.score) for i, h in enumerate(hypotheses))


def render(placed: PlacedBlock, hypotheses: Sequence[Hypothesis]) -> Rendering:
    """Put the targets where the segments stand, with the same white space between.

    Where the engine had nothing to say the source shows, for a gap would be seen by nobody.
    """
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    codes: list[InlineCode] = []
    places = {(code.id, code.kind): code.start for code in placed.block.codes if code.id and code.start == code.end}
    length = position = 0
    for piece, hypothesis in zip(placed.segments, hypotheses, strict=True):
        gap = placed.block.text[position : piece.start]
        shown = hypothesis.text or piece.text
        parts += (gap, shown)
        spans.append((length + len(gap), length + len(gap) + len(hypothesis.text)))
        by = length + len(gap)
        made = hypothesis.codes if hypothesis.text else piece.codes
        for code in made:
            place = places.get((code.id, code.kind), piece.start)
            if code.end == 0 and position <= place < piece.start:  # it stands in the white space before
                codes.append(replace(code, start=length + place - position, end=length + place - position))
            elif code.start == len(shown) and place > piece.end:
                start = by + code.start + place - piece.end
                codes.append(replace(code, start=start, end=start))
            else:
                codes.append(replace(code, start=code.start + by, end=code.end + by))
        length += len(gap) + len(shown)
        position = piece.end
    return Rendering("".join(parts) + placed.block.text[position:], tuple(spans), tuple(codes))


def unite(
    document: Document,
    looked_up: Iterable[tuple[PlacedBlock, tuple[Hypothesis, ...]]],
    rebuilder: Rebuilder,
    *,
    source_code: str,
    target_code: str,
    score: Score = score_raw,
) -> Iterator[TranslationUnit]:
    """Make units of the beads, and rebuild the document on the way.

    A blank line of a document that is segmented already gives an empty unit, so that line-based formats keep it.

    :param score: scores what a model wrote.
    """
    target_offset = 0
    informed = rebuilder if isinstance(rebuilder, Informed) else None
    with unit_names(document.name) as name_of:
        for placed, hypotheses in looked_up:
            rendering = render(placed, hypotheses)
            if informed:
                informed.explain(placed.block, hypotheses)
            rebuilder.write(placed.block, rendering.text, rendering.codes)
            target_offset += len(placed.block.lead)
            notes = _place_of(placed.block)
            for bead in pair(hypotheses):
                piece, hypothesis = placed.segments[bead.source.start], hypotheses[bead.source.start]
                start, end = rendering.spans[bead.target.start]
                source = Span(placed.number, placed.offset + piece.start, placed.offset + piece.end)
                target = Span(placed.number, target_offset + start, target_offset + end)
                one = Variant(source_code, piece.text, source, piece.codes)
                other = Variant(target_code, hypothesis.text, target, hypothesis.codes)
                scored = _score(one, other, hypothesis, score)
                yield TranslationUnit(
                    name=name_of(piece.text),
                    source=one,
                    target=other,
                    origin=hypothesis.origin,
                    score=scored.score if scored else None,
                    issues=hypothesis.issues + (scored.issues if scored else ()),
                    document=document.name,
                    edits=hypothesis.edits,
                    notes=notes,
                    properties=hypothesis.properties,
                    state=hypothesis.state,
                    suggestions=hypothesis.suggestions,
                )
            target_offset += len(rendering.text) + len(trail_of(placed.block, rendering.text))


def _place_of(block: Block) -> tuple[Note, ...]:
    """Return a note that says where in its document a person finds a block; none where it stands in the main text."""
    place = ", ".join(part for part in (block.part, block.context) if part)
    return (Note(place),) if place else ()


def _score(source: Variant, target: Variant, hypothesis: Hypothesis, score: Score) -> Scored | None:
    """What is carried over is sure; what a memory gives was scored by nobody here."""
    match hypothesis.origin:
        case Origin.CARRIED:
            return Scored(100.0)
        case Origin.MEMORY:
            return None
        case _:
            return score(source, target, hypothesis)


def unite_beads(
    name: str,
    beads: Iterable[Bead],
    sides: tuple[Sequence[PlacedSegment], Sequence[PlacedSegment]],
    *,
    source_code: str,
    target_code: str,
) -> Iterator[TranslationUnit]:
    """Make units of the beads between two documents, 1–0 and 0–1 ones too, whose other side is empty.

    :param name: what the units call their document.
    :param sides: the segments of the source and of the target, which `beads` count.
    """
    source, target = sides
    with unit_names(name) as name_of:
        for bead in beads:
            one = _variant(source_code, source[bead.source.start : bead.source.stop])
            other = _variant(target_code, target[bead.target.start : bead.target.stop])
            key = one.text if one.text else f"\0{other.text}"
            yield TranslationUnit(
                name=name_of(key),
                source=one,
                target=other,
                origin=Origin.HUMAN,
                score=raw_score(-bead.cost),
                document=name,
                alignment=f"{len(bead.source)}-{len(bead.target)}",
            )


def _variant(language: str, placed: Sequence[PlacedSegment]) -> Variant:
    """Join consecutive segments: as they stand where all are of one block, else by a space between blocks."""
    if not placed:
        return Variant(language, "")
    text, codes, pairs = "", [], 0
    for before, here in zip((None, *placed), placed, strict=False):
        if before is not None:
            is_same = before.span.block == here.span.block
            text += here.block.text[before.segment.end : here.segment.start] if is_same else " "
        codes += [
            replace(code, start=code.start + len(text), end=code.end + len(text))
            if code.pair is None
            else replace(code, start=code.start + len(text), end=code.end + len(text), pair=code.pair + pairs)
            for code in here.segment.codes
        ]
        pairs = max((code.pair for code in codes if code.pair is not None), default=pairs)
        text += here.segment.text
    span = Span(placed[0].span.block, placed[0].span.start, placed[-1].span.end)
    return Variant(language, text, span, tuple(codes))


def add_context(units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
    """Give each unit the source texts before and after it."""
    before: str | None = None
    current: TranslationUnit | None = None
    for following in chain(units, [None]):
        if current is not None:
            after = following.source.text if following is not None else None
            yield replace(current, context_before=before, context_after=after)
            before = current.source.text
        current = following
