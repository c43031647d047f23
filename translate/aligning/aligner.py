"""One pair of documents at a time: read, aligned, and made units that are judged."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate.aligning.fixing import Realign, fix
from translate.aligning.hypotheses import Translator
from translate.aligning.judgement import MOST_OF_DOUBTFUL, PASSED, Judgement, Verdict, judge
from translate.aligning.levels import join_paragraphs
from translate.aligning.links import Links, read_links, read_points
from translate.aligning.pairing import Pair
from translate.aligning.paragraphs import Aside
from translate.aligning.putting_back import put_back
from translate.aligning.reading import ReadDocument, read_pair
from translate.aligning.scorers import SCORERS, BeadScorer
from translate.alignment import Alignment, Side, align
from translate.alignment.evaluate import Link
from translate.alignment.moved import part_of
from translate.alignment.shipped import has_lexicon
from translate.checks import MOVED, PairChecks, accept, load_checks, weigh_issue
from translate.config import PARAGRAPH_LEVEL, AlignmentConfig, Config
from translate.data import Bead, Issue, Severity, TranslationUnit
from translate.engines import ENGINES
from translate.errors import UnrelatedError
from translate.executors.heap import HEAP
from translate.languages import DEFAULT_MODEL
from translate.models import resolve_model
from translate.records import dataclass
from translate.run.corridor import Corridor
from translate.run.pair import check_pair, translates
from translate.segmentation import Segmenter, load_segmenter
from translate.signature import ALIGNMENTS, RULES, digest_code, digest_settings, format_signature

NO_ENGINE = "none"
"""Name of the engine, and of the scorer, that stands for doing without."""


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two documents and their beads, for whoever writes them down."""

    pair: Pair
    source: ReadDocument
    target: ReadDocument
    alignment: Alignment
    judgement: Judgement = PASSED
    unfit: tuple[str, ...] = ()
    """Which lines of a file of fixed beads do not fit the documents, and why."""

    def aside_of(self, bead: Bead) -> Aside | None:
        """Return why the segment of a bead took no part; None for all that did."""
        if not bead.target:
            return self.source.asides[bead.source.start]
        return None if bead.source else self.target.asides[bead.target.start]

    def links(self) -> list[Link]:
        """Return the beads by the 0-based lines (blocks) of both documents."""
        return [
            (
                tuple(placed.span.block for placed in self.source.segments[bead.source.start : bead.source.stop]),
                tuple(placed.span.block for placed in self.target.segments[bead.target.start : bead.target.stop]),
            )
            for bead in self.alignment.beads
        ]


_ASIDE = {
    Aside.FURNITURE: "A running head or a page number.",
    Aside.LANGUAGE: "The paragraph is in the language of the other document.",
}

Judged = tuple[TranslationUnit, bool]
"""A unit, and whether it was accepted."""


def _links_of(pair: Pair, documents: tuple[ReadDocument, ReadDocument]) -> Links:
    """Return what a person says of a pair.

    :raises DocumentError: where a file of it is wrong.
    """
    fixes = read_links(pair.fixes, documents) if pair.fixes else Links()
    points = read_points(pair.anchors, documents) if pair.anchors else Links()
    return Links((*fixes.links, *points.links), fixes.unfit)


def load_scorer(config: Config) -> BeadScorer | None:
    name = config.alignment.scorer
    if name == NO_ENGINE or (name == "model" and config.engine.name == NO_ENGINE):
        return None
    return SCORERS.load(name).load(config)


def needs_hypotheses(config: Config) -> bool:
    """Tell whether segments are to be translated too: where it is asked for, or no lexicon knows the languages.

    Where nobody asks, the model that is meant where nobody names one is taken only for languages that it translates.
    """
    engine = config.engine
    if engine.name == NO_ENGINE:
        return False
    if config.alignment.hypotheses:
        return True
    if has_lexicon(config.source_language, config.target_language):
        return False
    if engine.model != DEFAULT_MODEL or ENGINES.load(engine.name).weights is None:
        return True
    return translates(resolve_model(engine.model), config.source_language, config.target_language)


class Aligner:
    """Everything that a run of the aligner loads once."""

    def __init__(self, config: Config, translator: Translator | None, scorer: BeadScorer | None = None) -> None:
        """:raises UsageError: for a language without segmentation rules, a check that does not exist, or a code for the
        outputs that names another language.
        """
        check_pair(config, None)
        self._config = config
        self._translator = translator
        self._scorer = scorer
        has_words = translator is not None or has_lexicon(config.source_language, config.target_language)
        self._least = config.alignment.min_similarity if has_words else 0.0
        srx = Path(config.segmentation.srx) if config.segmentation.srx else None
        self._segmenters: tuple[Segmenter, Segmenter] = (
            load_segmenter(config.source_language, srx),
            load_segmenter(config.target_language, srx),
        )
        self.checks = PairChecks(load_checks(config.checks, aligned=True), config.checks)
        self.signature = format_signature(
            align=translator.signature if translator else "none",
            scorer=scorer.signature if scorer else "none",
            segmentation="+".join(segmenter.signature for segmenter in self._segmenters),
            checks=len(self.checks.names),
            rules=digest_code(*RULES),
            code=digest_code(*ALIGNMENTS),
            settings=digest_settings((config.documents, config.alignment, config.checks)),
        )

    def align(self, pair: Pair) -> AlignedPair:
        """Read, segment and align two documents.

        :raises DocumentError: where one cannot be read, or is not in its language.
        :raises UnrelatedError: where the two are no translations of each other.
        """
        source, target = read_pair(pair, self._config, self._segmenters)
        sides = source.side(self._config.source_language), target.side(self._config.target_language)
        hypotheses = self._translator.translate(sides[0].texts) if self._translator else None
        alignment = align(*sides, hypotheses=hypotheses, scorer=self._scorer)
        judgement = self._judge(alignment, (sides[0].texts, sides[1].texts))
        if judgement.verdict is Verdict.REFUSED:
            raise UnrelatedError(
                f"{pair.target.path} does not look like a translation of it: {'; '.join(judgement.reasons)}. "
                "Give --min-similarity 0 to align them anyway.",
                path=pair.source.path,
            )
        links = _links_of(pair, (source, target))
        found = alignment.beads
        if links.links:
            found = tuple(fix(found, links.links, (len(sides[0].texts), len(sides[1].texts)), self._realign(sides)))
        if self._config.alignment.level == PARAGRAPH_LEVEL:
            found = tuple(join_paragraphs(found, sides))
        beads, (source, target) = put_back(found, (source, target))
        if judgement.verdict is Verdict.DOUBTFUL:
            least = -math.log(MOST_OF_DOUBTFUL)
            beads = tuple(replace(bead, cost=max(bead.cost, least)) for bead in beads)
        HEAP.use(len(beads))
        return AlignedPair(pair, source, target, replace(alignment, beads=beads), judgement, links.unfit)

    def _realign(self, sides: tuple[Side, Side]) -> Realign:
        """Return what aligns some of the segments of two documents."""

        def realign(sources: Sequence[int], targets: Sequence[int]) -> Sequence[Bead]:
            one, other = part_of(sides[0], sources), part_of(sides[1], targets)
            hypotheses = self._translator.translate(one.texts) if self._translator else None
            return align(one, other, hypotheses=hypotheses, scorer=self._scorer).beads

        return realign

    def _judge(self, alignment: Alignment, texts: tuple[Sequence[str], Sequence[str]]) -> Judgement:
        """Judge a pair; what is asked for without a least similarity, or where no word is known, passes."""
        if not self._least:
            return PASSED
        if alignment.similarity < self._least:
            reason = f"similarity {alignment.similarity:.1f} of 100, expected at least {self._least:g}"
            return Judgement(Verdict.REFUSED, (reason,))
        judgement = judge(alignment.beads, texts, alignment.similarity)
        if judgement.reasons:
            reasons = (f"similarity {alignment.similarity:.1f} of 100", *judgement.reasons)
            return replace(judgement, reasons=reasons)
        return judgement

    def iter_units(self, aligned: AlignedPair) -> Iterator[tuple[TranslationUnit, bool]]:
        """Yield the units of a pair, checked, each with whether it is accepted."""
        config = self._config
        sides = aligned.source.segments, aligned.target.segments
        corridor = Corridor.of(config, self.checks)
        units = corridor.align(aligned.pair.name, aligned.alignment.beads, sides)
        for (unit, _), bead in zip(units, aligned.alignment.beads, strict=True):
            judged = _judge(_with_place(unit, bead, config), aligned.aside_of(bead), config.alignment)
            yield judged, accept(judged, config.checks).is_accepted


def _with_place(unit: TranslationUnit, bead: Bead, config: Config) -> TranslationUnit:
    """Add that a unit is of a moved part, for whoever reviews it."""
    if not bead.is_moved or MOVED in config.checks.disabled:
        return unit
    message = "The target stands elsewhere in its document than the units around it say."
    return replace(unit, issues=(*unit.issues, weigh_issue(Issue(MOVED, Severity.INFO, message), config.checks)))


def _judge(unit: TranslationUnit, aside: Aside | None, config: AlignmentConfig) -> TranslationUnit:
    """Add what the aligner has against a unit: a deletion, or a score under the least that is wanted."""
    if aside is not None:
        return replace(unit, issues=(*unit.issues, Issue(aside, Severity.ERROR, _ASIDE[aside])))
    if unit.alignment.startswith("0-") or unit.alignment.endswith("-0"):
        message = "The segment has no counterpart in the other document."
        return replace(unit, issues=(*unit.issues, Issue("unaligned", Severity.ERROR, message)))
    if unit.score is not None and unit.score < config.min_score:
        message = f"The alignment is uncertain: score {unit.score:.1f}, expected at least {config.min_score:g}."
        return replace(unit, issues=(*unit.issues, Issue("alignment", Severity.ERROR, message, unit.score)))
    return unit
