"""A file of strings and its translation come in, and the units that their keys make go out, whatever their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate.checks import PairChecks, load_checks
from translate.config import Config
from translate.data import Block, CodeKind, InlineCode, Origin, Segment, TranslationUnit, Variant
from translate.documents import READERS, Source
from translate.documents.strings.reader import StringsReader
from translate.run.corridor import check
from translate.run.units import add_context
from translate.segmentation import Segmenter, load_segmenter

_LEAST_SHARE = 0.5
"""Of the keys of the smaller file, those that the other one has too: with fewer, keys say nothing."""


def keyed_units(source: Source, target: Source, config: Config) -> list[TranslationUnit] | None:
    """Return the units of texts with one key that the checks accept, a text of as many segments in parts.

    None where the documents are no files of strings of one kind, or their keys are not the same ones, each of one text.
    """
    if source.kind != target.kind or not isinstance(READERS.load(source.kind), StringsReader):
        return None
    own = _by_key(source, config.source_language, config)
    other = _by_key(target, config.target_language, config)
    common = own.keys() & other.keys()
    if not common or len(common) < _LEAST_SHARE * min(len(own), len(other)):
        return None
    pairs = [(own[key], other[key]) for key in own if key in common]
    checks = PairChecks(load_checks(config.checks, aligned=True), config.checks)
    units = add_context(_units(pairs, source.name, config))
    return [unit for unit, verdict in check(units, checks) if verdict.is_accepted]


def _by_key(source: Source, language: str, config: Config) -> dict[str, Block]:
    """Return the texts of a file by their keys; nothing where several have one key, or none."""
    document = READERS.load(source.kind).read(source.path, name=source.name, language=language, config=config.reading)
    blocks = [block for block in document.blocks if block.text.strip()]
    counts = Counter(block.context for block in blocks)
    return {} if "" in counts or max(counts.values(), default=0) > 1 else {block.context: block for block in blocks}


def _units(pairs: list[tuple[Block, Block]], name: str, config: Config) -> Iterator[TranslationUnit]:
    srx = Path(config.segmentation.srx) if config.segmentation.srx else None
    segmenters = load_segmenter(config.source_language, srx), load_segmenter(config.target_language, srx)
    for own, other in pairs:
        mine, theirs = _segments(own, segmenters[0]), _segments(other, segmenters[1])
        alignment = "1-1"
        if len(mine) != len(theirs):
            alignment = f"{len(mine)}-{len(theirs)}"
            mine, theirs = _whole(own, mine), _whole(other, theirs)
        for one, two in zip(mine, theirs, strict=True):
            yield TranslationUnit(
                own.context,
                Variant(config.written_codes[0], one.text, codes=one.codes),
                Variant(config.written_codes[1], two.text, codes=two.codes),
                Origin.HUMAN,
                document=name,
                alignment=alignment,
            )


def _segments(block: Block, segmenter: Segmenter) -> list[Segment]:
    return list(segmenter.segment(block.text, block.codes))


def _whole(block: Block, segments: Sequence[Segment]) -> list[Segment]:
    return [join(block.text, block.codes, segments[0].start, segments[-1].end)]


def join(text: str, codes: Sequence[InlineCode], start: int, end: int) -> Segment:
    """Return a segment with the codes in it; at its ends, those that begin or end there."""
    within = [
        replace(code, start=code.start - start, end=code.end - start)
        for code in codes
        if start <= code.start
        and code.end <= end
        and not (code.start == end and code.kind is CodeKind.START)
        and not (code.end == start and code.kind is CodeKind.END)
    ]
    return Segment(text[start:end], start, end, tuple(within))
