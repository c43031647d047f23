"""A run of the aligner: pairs of documents in, corpora, views and a report out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from translate import pipeline
from translate.alignment import Alignment, Side, align
from translate.checks import Check, accept, load_checks
from translate.config import AlignmentConfig, Config
from translate.data import Issue, Severity, Span, TranslationUnit
from translate.errors import DocumentError
from translate.files import digest_of
from translate.hypotheses import Translator
from translate.languages import guess_language
from translate.outputs import Counts
from translate.pairing import Pair
from translate.pipeline import PlacedSegment
from translate.scorers import BeadScorer
from translate.segmentation import Segmenter, load_segmenter
from translate.signature import format_signature
from translate.survey import survey

HARD_DELIMITERS = frozenset({".EOA", ".EOP", ".EOD"})
"""Lines that part a document with one segment a line: end of article, of part, of document. They are no segments."""
_HEADING = re.compile(
    r"(?i)\s*(?:chapitre|chapter|livre|book|partie|part|tome|volume|acte?|sc[eè]ne|section)\b|\s*[IVXLC]+\s*\.?\s*$"
)
_SMALLEST_SHARE_OF_VOTES = 0.5
_MIN_VOTES = 6


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document of a pair: its segments, in order, and the numbers of their lines where it has one a line."""

    path: Path
    segments: tuple[PlacedSegment, ...]
    marks: tuple[int, ...]

    def side(self, language: str) -> Side:
        return Side(language, tuple(placed.segment.text for placed in self.segments), self.marks)


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two documents and their beads, for whoever writes them down."""

    pair: Pair
    source: ReadDocument
    target: ReadDocument
    alignment: Alignment

    def links(self) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Return the beads by the 0-based lines (blocks) of both documents."""
        return [
            (
                tuple(placed.span.block for placed in self.source.segments[bead.source.start : bead.source.stop]),
                tuple(placed.span.block for placed in self.target.segments[bead.target.start : bead.target.stop]),
            )
            for bead in self.alignment.beads
        ]


@dataclass(frozen=True, slots=True)
class PairReport:
    """What became of one pair. `message` says why it failed."""

    pair: Pair
    source_segments: int = 0
    target_segments: int = 0
    similarity: float = 0.0
    shapes: Counter[str] = field(default_factory=Counter)
    counts: Counts = field(default_factory=Counts)
    notices: tuple[str, ...] = ()
    seconds: float = 0.0
    message: str | None = None


class Aligner:
    """Everything that a run of the aligner loads once."""

    def __init__(self, config: Config, translator: Translator | None, scorer: BeadScorer | None = None) -> None:
        """:raises UsageError: for a language without segmentation rules, or a check that does not exist."""
        self._config = config
        self._translator = translator
        self._scorer = scorer
        srx = Path(config.segmentation.srx) if config.segmentation.srx else None
        self._segmenters: tuple[Segmenter, Segmenter] = (
            load_segmenter(config.source_language, srx),
            load_segmenter(config.target_language, srx),
        )
        self.checks: tuple[Check, ...] = load_checks(config.checks)
        self.signature = format_signature(
            align=translator.signature if translator else "none",
            scorer=scorer.signature if scorer else "none",
            segmentation="+".join(segmenter.signature for segmenter in self._segmenters),
            checks=len(self.checks),
        )

    def align(self, pair: Pair) -> AlignedPair:
        """Read, segment and align two documents.

        :raises DocumentError: where one cannot be read, is not in its language, or the two are no translations.
        """
        source, target = self._read(pair)
        sides = source.side(self._config.source_language), target.side(self._config.target_language)
        hypotheses = self._translator.translate(sides[0].texts) if self._translator else None
        alignment = align(*sides, hypotheses=hypotheses, scorer=self._scorer)
        least = self._config.alignment.min_similarity
        if alignment.similarity < least:
            raise DocumentError(
                f"and {pair.target.path} do not look like translations of each other: similarity "
                f"{alignment.similarity:.1f} of 100, expected at least {least:g}. Give --min-similarity 0 to align "
                "them all the same.",
                path=pair.source.path,
            )
        return AlignedPair(pair, source, target, alignment)

    def _read(self, pair: Pair) -> tuple[ReadDocument, ReadDocument]:
        if pair.source.path.resolve() == pair.target.path.resolve() or (
            pair.source.path.is_file()
            and pair.target.path.is_file()
            and digest_of(pair.source.path) == digest_of(pair.target.path)
        ):
            raise DocumentError(f"and {pair.target.path} are the same document.", path=pair.source.path)
        config = self._config
        quiet = replace(config, documents=replace(config.documents, verify_language=False))
        read: list[ReadDocument] = []
        samples: list[str] = []
        languages = (config.source_language, config.target_language)
        for source, language, segmenter in zip((pair.source, pair.target), languages, self._segmenters, strict=True):
            surveyed = survey(source, replace(quiet, source_language=language))
            document = surveyed.document
            read.append(_collect(document.path, pipeline.segment(document, segmenter), document.kind == "segments"))
            samples.append(" ".join(placed.segment.text for placed in read[-1].segments)[:_SAMPLE_CHARACTERS])
        if config.documents.verify_language:
            _verify_languages(pair, samples, languages)
        if samples[0] == samples[1]:
            raise DocumentError(f"and {pair.target.path} hold the same text.", path=pair.source.path)
        return read[0], read[1]

    def iter_units(self, aligned: AlignedPair) -> Iterator[tuple[TranslationUnit, bool]]:
        """Yield the units of a pair, checked, each with whether it is accepted."""
        config = self._config
        codes = {
            "source_code": config.output.source_code or config.source_language,
            "target_code": config.output.target_code or config.target_language,
        }
        sides = aligned.source.segments, aligned.target.segments
        units = pipeline.unite_beads(aligned.pair.name, aligned.alignment.beads, sides, **codes)
        for unit, _ in pipeline.check(pipeline.add_context(units), self.checks, config.checks):
            judged = _judge(unit, config.alignment)
            yield judged, accept(judged, config.checks).is_accepted


_SAMPLE_CHARACTERS = 20_000


def _collect(path: Path, blocks: Iterator[pipeline.PlacedBlock], has_segment_a_line: bool) -> ReadDocument:
    """Gather the segments of a document, and mark where paragraphs and parts begin."""
    placed: list[PlacedSegment] = []
    marks: list[int] = []
    mark = 1
    for block in blocks:
        text = block.block.text.strip()
        if not text or (has_segment_a_line and text in HARD_DELIMITERS):
            mark = 2 if text else max(mark, 1)
            continue
        if not has_segment_a_line:
            mark = 2 if _HEADING.match(text) or block.block.lead.lstrip().startswith("#") else 1
        for segment in block.segments:
            span = Span(block.number, block.offset + segment.start, block.offset + segment.end)
            placed.append(PlacedSegment(segment, block.block, span))
            marks.append(mark)
            mark = 0
    if not placed:
        raise DocumentError("holds no segments.", path=path)
    return ReadDocument(path, tuple(placed), tuple(marks))


def _verify_languages(pair: Pair, samples: Sequence[str], languages: tuple[str, str]) -> None:
    """:raises DocumentError: where a document is plainly in another language, or the two are swapped."""
    found = [guess_language(sample) for sample in samples]
    wanted = [language.partition("-")[0].lower() for language in languages]
    wrong = [
        guess.language is not None
        and guess.language != language
        and guess.votes[guess.language] >= _MIN_VOTES
        and guess.share(language) < _SMALLEST_SHARE_OF_VOTES
        for guess, language in zip(found, wanted, strict=True)
    ]
    if all(wrong) and [guess.language for guess in found] == wanted[::-1]:
        raise DocumentError(
            f"seems to be in '{wanted[1]}', and {pair.target.path} in '{wanted[0]}': swapped. Name the source first.",
            path=pair.source.path,
        )
    for source, guess, language, is_wrong in zip((pair.source, pair.target), found, wanted, wrong, strict=True):
        if is_wrong and guess.language is not None:
            raise DocumentError(
                f"seems to be in '{guess.language}', not '{language}': {guess.votes[guess.language]} of its function "
                f"words are '{guess.language}', {guess.votes.get(language, 0)} '{language}'. "
                "Give --any-language to align it all the same.",
                path=source.path,
            )


def _judge(unit: TranslationUnit, config: AlignmentConfig) -> TranslationUnit:
    """Add what the aligner has against a unit: a deletion, or a score under the least that is wanted."""
    if unit.alignment.startswith("0-") or unit.alignment.endswith("-0"):
        message = "The segment has no counterpart in the other document."
        return replace(unit, issues=(*unit.issues, Issue("unaligned", Severity.ERROR, message)))
    if unit.score is not None and unit.score < config.min_score:
        message = f"The alignment is uncertain: score {unit.score:.1f}, expected at least {config.min_score:g}."
        return replace(unit, issues=(*unit.issues, Issue("alignment", Severity.ERROR, message, unit.score)))
    return unit
