"""A run of the aligner: pairs of documents in, corpora and a report out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing, nullcontext
from dataclasses import field, replace
from pathlib import Path

from translate.aligning.aligner import AlignedPair, Aligner, Judged, load_scorer, needs_hypotheses
from translate.aligning.corpora import CorpusWriter, names_a_file, places_of
from translate.aligning.hypotheses import Translator
from translate.aligning.pairing import Pair
from translate.aligning.workers import iter_done
from translate.config import Config
from translate.errors import DocumentError, ForeignFileError
from translate.files import Written, keeping, make_folder
from translate.formats import FORMATS, Header
from translate.records import dataclass
from translate.run.journal import Journal
from translate.run.outputs import Counts

MatchAgain = Callable[[Sequence[Pair]], Sequence[Pair]]
"""Is given the pairs that are no translations, and returns others to try."""
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
    doubts: tuple[str, ...] = ()
    """Why the two may be no translations; nothing where they plainly are."""
    unfit: tuple[str, ...] = ()
    """Which lines of a file of fixed beads do not fit, and why."""
    is_unrelated: bool = False
    """Whether it failed because the two are no translations."""
    moved: int = 0
    """Beads of parts that stand elsewhere in the target."""


@dataclass(frozen=True, slots=True)
class AlignReport:
    """What a run did."""

    pairs: tuple[PairReport, ...]
    signature: str

    @property
    def failed(self) -> tuple[PairReport, ...]:
        return tuple(report for report in self.pairs if report.message)


def run(
    pairs: Sequence[Pair],
    outs: Sequence[Path],
    config: Config,
    *,
    watch: Watch = lambda aligned, units: None,
    match_again: MatchAgain = lambda pairs: (),
    processes: int = 1,
) -> AlignReport:
    """Align `pairs`, and write their units.

    A pair that cannot be read, or is none, is reported as failed, and the others go on. Translations are kept in a
    journal beside the output, so that a run that was killed does nothing twice.

    :param match_again: finds other pairs for what is no translation; these are aligned at the end.
    :param processes: so many may align at once. With more than one, a script that calls this needs the guard `if
        __name__ == "__main__":`. Where segments are translated, one does it all.
    :param outs: files, each of which takes the units of all pairs, or one folder with a corpus for each pair.
    :raises BitexteError: where nothing can go on: the model, the engine, the disk, the names of outputs.
    """
    is_shared = names_a_file(outs[0])
    folder = None if is_shared else outs[0]
    written = Written("align", folder, shared=is_shared, overwrite=config.output.overwrite)
    with keeping(written), ExitStack() as stack:
        translator = None
        if needs_hypotheses(config):
            folder = outs[0].parent if is_shared else outs[0]
            make_folder(folder)
            translator = Translator(config, stack.enter_context(Journal(folder)))
        aligner = Aligner(config, translator, load_scorer(config))
        header = Header(
            *config.written_codes,
            aligner.signature,
        )
        places = places_of(outs) if is_shared else []
        shared = stack.enter_context(CorpusWriter(places, header)) if is_shared else None
        reports: list[PairReport] = []

        def align_all(pairs: Sequence[Pair]) -> list[Pair]:
            """Align and write `pairs`, and return those that are no translations."""
            unrelated: list[Pair] = []
            found = stack.enter_context(closing(iter_done(pairs, aligner, config, 1 if translator else processes)))
            for pair, done in zip(pairs, found, strict=True):
                if done.aligned is None:
                    reports.append(PairReport(pair, message=done.message, is_unrelated=done.is_unrelated))
                    unrelated += [pair] if done.is_unrelated else []
                    continue
                own = [] if shared else [(FORMATS.load(name), outs[0] / pair.name) for name in config.output.formats]
                started = time.monotonic()
                try:
                    with nullcontext(shared) if shared else CorpusWriter(own, header) as writer:
                        report = _write(done.aligned, done.units, writer, watch)
                except ForeignFileError as exc:
                    reports.append(PairReport(pair, message=str(exc)))
                    continue
                reports.append(replace(report, seconds=done.seconds + time.monotonic() - started))
            return unrelated

        unrelated = align_all(pairs)
        if unrelated:
            align_all(match_again(unrelated))
        if all(report.message for report in reports):
            # Leaving by an error keeps a corpus of an earlier run from being replaced by an empty one.
            raise DocumentError(*(str(report.message) for report in reports))
    return AlignReport(tuple(reports), aligner.signature)


def _write(aligned: AlignedPair, units: Sequence[Judged], writer: CorpusWriter, watch: Watch) -> PairReport:
    before = replace(writer.counts, issues=Counter(writer.counts.issues))
    remarks = len(writer.remarks)
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
        doubts=aligned.judgement.reasons,
        unfit=aligned.unfit,
        moved=sum(bead.is_moved for bead in aligned.alignment.beads),
    )
