"""Quotations over several segments: a segment alone does not show that it lies within one; its block does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from translate.data import Edit, Hypothesis, Origin, Segment, Stage
from translate.run.placed import PlacedBlock
from translate.text.usage.quotes import read_marks

_REASON = "within a quotation that began in a segment before"
_SINGLE = str.maketrans('"“”', "'‘’")
_DOUBLE = str.maketrans("'‘’", '"“”')


def nest_quotes(
    looked_up: Iterable[tuple[PlacedBlock, tuple[Hypothesis, ...]]],
) -> Iterator[tuple[PlacedBlock, tuple[Hypothesis, ...]]]:
    """Give a quotation within another the inner marks where the outer one began in an earlier segment of the block.

    Only what a machine translated is changed, mark by mark, so that codes and spans stay where they are; and only where
    the marks of the block pair.
    """
    for placed, hypotheses in looked_up:
        is_open = len(placed.segments) > 1 and any(not read_marks(one.text).is_paired for one in placed.segments)
        if is_open and read_marks(placed.block.text).is_paired:
            yield placed, tuple(_nested(placed.segments, hypotheses))
        else:
            yield placed, hypotheses


def _nested(segments: Sequence[Segment], hypotheses: Sequence[Hypothesis]) -> Iterator[Hypothesis]:
    depth = 0
    for segment, hypothesis in zip(segments, hypotheses, strict=True):
        yield _deepened(hypothesis, depth) if depth and hypothesis.origin is Origin.MACHINE else hypothesis
        own = read_marks(segment.text, depth)
        depth += sum(1 if mark.opens else -1 for mark in own.marks)
        depth = max(depth, 0)


def _deepened(hypothesis: Hypothesis, depth: int) -> Hypothesis:
    """Return a hypothesis whose marks lie `depth` quotations deeper than it says by itself."""
    text, edits = hypothesis.text, list(hypothesis.edits)
    for mark in read_marks(text, depth).marks:
        old = text[mark.start : mark.end]
        new = old.translate(_SINGLE if mark.depth % 2 == 0 else _DOUBLE)
        if new != old and len(old) == 1:
            text = text[: mark.start] + new + text[mark.end :]
            edits.append(Edit("typography", Stage.AFTER, mark.start, old, new, _REASON))
    return replace(hypothesis, text=text, edits=tuple(edits)) if text != hypothesis.text else hypothesis
