"""A run of the aligner: pairs of documents in, corpora and a report out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from translate import pipeline
from translate.aligning.corpora import CorpusWriter, names_a_file, places_of
from translate.aligning.hypotheses import Translator
from translate.aligning.pairing import Pair
from translate.aligning.reading import ReadDocument, read_pair
from translate.alignment import Alignment, align
from translate.alignment.evaluate import Link
from translate.alignment.lexicon import has_lexicon
from translate.checks import PairChecks, accept, load_checks
from translate.config import AlignmentConfig, Config
from translate.data import Issue, Severity, TranslationUnit
from translate.errors import DocumentError
from translate.files import make_folder
from translate.formats import FORMATS, Header
from translate.journal import Journal
from translate.outputs import Counts
from translate.scorers import SCORERS, BeadScorer
from translate.segmentation import Segmenter, load_segmenter
from translate.signature import format_signature

NO_ENGINE = "none"
"""Name of the engine, and of the scorer, that stands for doing without."""


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two documents and their beads, for whoever writes them down."""

    pair: Pair
    source: ReadDocument
    target: ReadDocument
    alignment: Alignment

    def links(self) -> list[Link]:
        """Return the beads by the 0-based lines (blocks) of both documents."""
        return [
            (
                tuple(placed.span.block for placed in self.source.segments[bead.source.start : bead.source.stop]),
                tuple(placed.span.block for placed in self.target.segments[bead.target.start : bead.target.stop]),
            )
            for bead in self.alignment.beads
        ]


Judged = tuple[TranslationUnit, bool]
"""A unit, and whether it was accepted."""
Watch = Callable[[AlignedPair, Sequence[Judged]], None]
"""Is shown each pair with its units, one for each bead, as soon as it is written."""


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


@dataclass(frozen=True, slots=True)
class AlignReport:
    """What a run did."""

    pairs: tuple[PairReport, ...]
    signature: str

    @property
    def failed(self) -> tuple[PairReport, ...]:
        return tuple(report for report in self.pairs if report.message)


def run(
    pairs: Sequence[Pair], outs: Sequence[Path], config: Config, *, watch: Watch = lambda aligned, units: None
) -> AlignReport:
    """Align `pairs`, and write their units.

    A pair that cannot be read, or is none, is reported as failed, and the others go on. Translations are kept in a
    journal beside the output, so that a run that was killed does nothing twice.

    :param outs: files, each of which takes the units of all pairs, or one folder with a corpus for each pair.
    :raises BitexteError: where nothing can go on: the model, the engine, the disk, the names of outputs.
    """
    is_shared = names_a_file(outs[0])
    with ExitStack() as stack:
        translator = None
        if config.engine.name != NO_ENGINE and _needs_hypotheses(config):
            folder = outs[0].parent if is_shared else outs[0]
            make_folder(folder)
            translator = Translator(config, stack.enter_context(Journal(folder)))
        aligner = Aligner(config, translator, _load_scorer(config))
        header = Header(
            config.output.source_code or config.source_language,
            config.output.target_code or config.target_language,
            aligner.signature,
        )
        places = places_of(outs) if is_shared else []
        shared = stack.enter_context(CorpusWriter(places, header)) if is_shared else None
        reports = []
        for pair in pairs:
            own = [] if shared else [(FORMATS.load(name), outs[0] / pair.name) for name in config.output.formats]
            try:
                started = time.monotonic()
                aligned = aligner.align(pair)
                with nullcontext(shared) if shared else CorpusWriter(own, header) as writer:
                    report = _write(aligner, aligned, writer, watch)
                reports.append(replace(report, seconds=time.monotonic() - started))
            except DocumentError as exc:
                reports.append(PairReport(pair, message=str(exc)))
        if all(report.message for report in reports):
            # Leaving by an error keeps a corpus of an earlier run from being replaced by an empty one.
            raise DocumentError("\n".join(str(report.message) for report in reports))
    return AlignReport(tuple(reports), aligner.signature)


def _needs_hypotheses(config: Config) -> bool:
    return config.alignment.hypotheses or not has_lexicon(config.source_language, config.target_language)


def _load_scorer(config: Config) -> BeadScorer | None:
    name = config.alignment.scorer
    if name == NO_ENGINE or (name == "model" and config.engine.name == NO_ENGINE):
        return None
    return SCORERS.load(name).load(config)


def _write(aligner: Aligner, aligned: AlignedPair, writer: CorpusWriter, watch: Watch) -> PairReport:
    before = replace(writer.counts, issues=Counter(writer.counts.issues))
    remarks = len(writer.remarks)
    units = list(aligner.iter_units(aligned))
    for unit, is_accepted in units:
        writer.write(unit, is_accepted=is_accepted)
    watch(aligned, units)
    counts = Counts(
        writer.counts.units - before.units,
        writer.counts.refused - before.refused,
        issues=writer.counts.issues - before.issues,
    )
    return PairReport(
        aligned.pair,
        len(aligned.source.segments),
        len(aligned.target.segments),
        aligned.alignment.similarity,
        Counter(f"{len(bead.source)}-{len(bead.target)}" for bead in aligned.alignment.beads),
        counts,
        tuple(writer.remarks[remarks:]),
    )


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
        self.checks = PairChecks(load_checks(config.checks), config.checks)
        self.signature = format_signature(
            align=translator.signature if translator else "none",
            scorer=scorer.signature if scorer else "none",
            segmentation="+".join(segmenter.signature for segmenter in self._segmenters),
            checks=len(self.checks.names),
        )

    def align(self, pair: Pair) -> AlignedPair:
        """Read, segment and align two documents.

        :raises DocumentError: where one cannot be read, is not in its language, or the two are no translations.
        """
        source, target = read_pair(pair, self._config, self._segmenters)
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

    def iter_units(self, aligned: AlignedPair) -> Iterator[tuple[TranslationUnit, bool]]:
        """Yield the units of a pair, checked, each with whether it is accepted."""
        config = self._config
        codes = {
            "source_code": config.output.source_code or config.source_language,
            "target_code": config.output.target_code or config.target_language,
        }
        sides = aligned.source.segments, aligned.target.segments
        units = pipeline.unite_beads(aligned.pair.name, aligned.alignment.beads, sides, **codes)
        for unit, _ in pipeline.check(pipeline.add_context(units), self.checks):
            judged = _judge(unit, config.alignment)
            yield judged, accept(judged, config.checks).is_accepted


def _judge(unit: TranslationUnit, config: AlignmentConfig) -> TranslationUnit:
    """Add what the aligner has against a unit: a deletion, or a score under the least that is wanted."""
    if unit.alignment.startswith("0-") or unit.alignment.endswith("-0"):
        message = "The segment has no counterpart in the other document."
        return replace(unit, issues=(*unit.issues, Issue("unaligned", Severity.ERROR, message)))
    if unit.score is not None and unit.score < config.min_score:
        message = f"The alignment is uncertain: score {unit.score:.1f}, expected at least {config.min_score:g}."
        return replace(unit, issues=(*unit.issues, Issue("alignment", Severity.ERROR, message, unit.score)))
    return unit
