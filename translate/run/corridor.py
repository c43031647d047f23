"""The corridor: a French document, its hypotheses, and out come checked units and the translated document.

    read ─▶ segment ─▶ (memory, engine) ─▶ pair ─▶ unite ─▶ check ─▶ write
                                             └──▶ rebuild

Each arrow is one function below, in that order. Everything streams: no step holds more than one window of blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count, islice
from pathlib import Path

from translate.checks import PairChecks, Verdict, accept
from translate.data import (
    Bead,
    Block,
    Document,
    Hypothesis,
    MemoryMatch,
    Origin,
    Passage,
    Segment,
    Span,
    TranslationUnit,
    Variant,
)
from translate.documents.base import Rebuilder
from translate.errors import DocumentError
from translate.memory import best_match
from translate.models.calibration import raw_score
from translate.segmentation import Segmenter
from translate.text.naming import unit_names
from translate.text.words import has_letters

WINDOW_BLOCKS = 512
Find = Callable[[Sequence[Passage]], Mapping[Passage, Hypothesis]]
Recall = Callable[[Sequence[str]], Mapping[str, Sequence[MemoryMatch]]]


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block, its number, the offset of its text in the document, and its segments."""

    number: int
    offset: int
    block: Block
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """The target side of a block: its text, and the span of each target in it."""

    text: str
    spans: tuple[tuple[int, int], ...]


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
    """Tell whether a segment goes to the engine; one without letters (`:`, `***`, `12`) is carried over."""
    return has_letters(text)


def look_up(
    placed: Iterable[PlacedBlock], find: Find, path: Path, *, recall: Recall | None = None
) -> Iterator[tuple[PlacedBlock, tuple[Hypothesis, ...]]]:
    """Give each block its hypotheses, one a segment, a window at a time: from the memory, else from `find`.

    :raises DocumentError: where `find` does not know a segment, because the document at `path` changed meanwhile.
    """
    blocks = iter(placed)
    before: str | None = None
    window = list(islice(blocks, WINDOW_BLOCKS))
    while window:
        following = list(islice(blocks, WINDOW_BLOCKS))
        after = next((s.text for p in following for s in p.segments), None)
        segments = [s for p in window for s in p.segments]
        known = _remember(segments, before, after, recall) if recall else {}
        missing = [s.passage for number, s in enumerate(segments) if number not in known and is_translatable(s.text)]
        found = find(list(dict.fromkeys(missing)))
        if any(passage not in found for passage in missing):
            raise DocumentError("changed while it was being translated; run again.", path=path)
        numbers = count()
        for item in window:
            yield item, tuple(_answer(s, known.get(next(numbers)), found) for s in item.segments)
        before = segments[-1].text if segments else before
        window = following


def _remember(
    segments: Sequence[Segment], before: str | None, after: str | None, recall: Recall
) -> dict[int, Hypothesis]:
    """Return what the memory has for consecutive segments, by number; the match of the same context comes first."""
    matches = recall(list(dict.fromkeys(s.text for s in segments if is_translatable(s.text))))
    known: dict[int, Hypothesis] = {}
    for number, segment in enumerate(segments):
        found = matches.get(segment.text)
        if found:
            left = segments[number - 1].text if number else before
            right = segments[number + 1].text if number + 1 < len(segments) else after
            match = best_match(found, left, right)
            known[number] = Hypothesis(match.target, 0.0, codes=match.codes, origin=Origin.MEMORY)
    return known


def _answer(segment: Segment, known: Hypothesis | None, found: Mapping[Passage, Hypothesis]) -> Hypothesis:
    if known:
        return known
    if is_translatable(segment.text):
        return found[segment.passage]
    return Hypothesis(segment.text, 0.0, codes=segment.codes, origin=Origin.CARRIED)


def _score(hypothesis: Hypothesis, scale: Callable[[float], float]) -> float | None:
    """What is carried over is sure; what a memory gives was scored by nobody here."""
    match hypothesis.origin:
        case Origin.CARRIED:
            return 100.0
        case Origin.MEMORY:
            return None
        case _:
            return scale(hypothesis.score)


def pair(hypotheses: Sequence[Hypothesis]) -> tuple[Bead, ...]:
    """Align a block with its own translation: 1–1 beads, each at the cost of its hypothesis."""
    return tuple(Bead(range(i, i + 1), range(i, i + 1), -h.score) for i, h in enumerate(hypotheses))


def render(placed: PlacedBlock, hypotheses: Sequence[Hypothesis]) -> Rendering:
    """Put the targets where the segments stand, with the same white space between.

    Where the engine had nothing to say the source shows, for a gap would be seen by nobody.
    """
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = position = 0
    for piece, hypothesis in zip(placed.segments, hypotheses, strict=True):
        gap = placed.block.text[position : piece.start]
        shown = hypothesis.text or piece.text
        parts += (gap, shown)
        spans.append((length + len(gap), length + len(gap) + len(hypothesis.text)))
        length += len(gap) + len(shown)
        position = piece.end
    return Rendering("".join(parts) + placed.block.text[position:], tuple(spans))


def unite(
    document: Document,
    looked_up: Iterable[tuple[PlacedBlock, tuple[Hypothesis, ...]]],
    rebuilder: Rebuilder,
    *,
    source_code: str,
    target_code: str,
    scale: Callable[[float], float] = raw_score,
) -> Iterator[TranslationUnit]:
    """Make units of the beads, and rebuild the document on the way.

    A blank line of a document that is segmented already gives an empty unit, so that line-based formats keep it.

    :param scale: turns a mean log probability into a score from 0 to 100.
    """
    target_offset = 0
    with unit_names(document.name) as name_of:
        for placed, hypotheses in looked_up:
            rendering = render(placed, hypotheses)
            rebuilder.write(placed.block, rendering.text)
            target_offset += len(placed.block.lead)
            for bead in pair(hypotheses):
                piece, hypothesis = placed.segments[bead.source.start], hypotheses[bead.source.start]
                start, end = rendering.spans[bead.target.start]
                source = Span(placed.number, placed.offset + piece.start, placed.offset + piece.end)
                target = Span(placed.number, target_offset + start, target_offset + end)
                yield TranslationUnit(
                    name=name_of(piece.text),
                    source=Variant(source_code, piece.text, source, piece.codes),
                    target=Variant(target_code, hypothesis.text, target, hypothesis.codes),
                    origin=hypothesis.origin,
                    score=_score(hypothesis, scale),
                    issues=hypothesis.issues,
                    document=document.name,
                    edits=hypothesis.edits,
                )
            target_offset += len(rendering.text) + len(placed.block.trail)


@dataclass(frozen=True, slots=True)
class PlacedSegment:
    """A segment of a document that is aligned with another: its block, and where it stands in the document."""

    segment: Segment
    block: Block
    span: Span


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


def check(units: Iterable[TranslationUnit], checks: PairChecks) -> Iterator[tuple[TranslationUnit, Verdict]]:
    """Measure each unit, and decide. What was carried over has nothing to judge."""
    for unit in units:
        if unit.origin is Origin.CARRIED:
            yield unit, accept(unit, checks.config)
        else:
            checked = replace(unit, issues=checks.check(unit))
            yield checked, accept(checked, checks.config)
