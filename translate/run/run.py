"""A run: documents in, outputs and a report out, resumable at any moment.

All segments of all documents pass through the engine in windows and into the journal; a document is written as soon as
its last segment is there.
"""

from __future__ import annotations

import gc
import hashlib
import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from translate.config import Config, decisive
from translate.data import Hypothesis, Passage
from translate.documents import Source
from translate.engines.base import PassageTranslator
from translate.errors import DocumentError, EngineError, ForeignFileError
from translate.files import Written, digest_of, keeping, remove_leftovers
from translate.run.corridor import Corridor
from translate.run.journal import Journal, working_folder
from translate.run.loading import Tools, load_tools, load_translator
from translate.run.outputs import Counts, DocumentWriter, OutputPlan, plan_outputs
from translate.run.placed import is_translatable, segment
from translate.run.recall import Recall, opened_recall
from translate.run.survey import Surveyed, survey
from translate.segmentation import Segmenter

if TYPE_CHECKING:
    from translate.run.fuzzy import FuzzyMatches

WINDOW_SEGMENTS = 4096
_COLLECTION_OBJECTS = 50_000
Segmenting = Callable[[Segmenter], Segmenter]
Status = Literal["translated", "unchanged", "failed"]


class Progress(Protocol):
    """Told how far a run is, in characters of source text."""

    def start(self, characters: int) -> None: ...
    def advance(self, characters: int) -> None: ...


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of one document. `message` says why it failed."""

    name: str
    status: Status
    outputs: tuple[Path, ...] = ()
    counts: Counts = field(default_factory=Counts)
    notices: tuple[str, ...] = ()
    message: str | None = None


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did. `translated_segments` went through the engine in this run; the others were known."""

    documents: tuple[DocumentReport, ...]
    signature: str
    seconds: float
    translated_segments: int

    @property
    def failed(self) -> tuple[DocumentReport, ...]:
        return tuple(d for d in self.documents if d.status == "failed")

    @property
    def refused(self) -> int:
        return sum(d.counts.refused for d in self.documents)


@dataclass(frozen=True, slots=True)
class Job:
    """A document to translate, and where to."""

    plan: OutputPlan
    surveyed: Surveyed
    digest: str
    """Over everything that its outputs depend on."""


def run(
    sources: Sequence[Source],
    out: Path,
    config: Config,
    *,
    progress: Progress | None = None,
    segmenting: Segmenting | None = None,
) -> RunReport:
    """Translate `sources` into `out`.

    A document that cannot be read is reported as failed, and the others go on. Killed at any moment and started again,
    a run ends with the bytes of an uninterrupted one.

    :param segmenting: changes how texts are parted, by what the memory of the settings says.
    :raises BitexteError: where nothing can go on: the model, the engine, the output folder.
    """
    written = Written("translate", out, shared=False, overwrite=config.output.overwrite)
    with _collecting_rarely(), keeping(written):
        tools = load_tools(config)
        if segmenting:
            tools = replace(tools, segmenter=segmenting(tools.segmenter))
        return _run(sources, out, tools, progress, written)


def _run(sources: Sequence[Source], out: Path, tools: Tools, progress: Progress | None, written: Written) -> RunReport:
    started, config = time.monotonic(), tools.config
    plans = plan_outputs(sources, out, config, tools.signature)
    keeps = not config.output.no_journal
    with Journal(out if keeps else None) as journal, working_folder(out, keeps=keeps) as own:
        if tools.kernel:
            journal.claim(tools.kernel)
        remove_leftovers(out)
        reports: dict[str, DocumentReport] = {}
        jobs: list[Job] = []
        for plan in plans:
            try:
                surveyed = survey(plan.source, config)
            except DocumentError as exc:
                reports[plan.source.name] = DocumentReport(plan.source.name, "failed", message=str(exc))
                continue
            job = Job(plan, surveyed, _job_digest(plan, surveyed, config))
            known = _unchanged(job, journal)
            if known:
                reports[plan.source.name] = known
                continue
            try:
                plan.refuse_foreign(written)
            except ForeignFileError as exc:
                reports[plan.source.name] = DocumentReport(plan.source.name, "failed", message=str(exc))
                continue
            jobs.append(job)
        translated = 0
        if jobs:
            if progress:
                progress.start(sum(job.surveyed.characters for job in jobs))
            with ExitStack() as stack:
                memory = stack.enter_context(opened_recall(own, tools))
                fuzzy = None
                if config.memory.fuzzy:
                    from translate.run.memories import led_translator, opened_fuzzy  # few runs need them; they are slow

                    fuzzy = stack.enter_context(opened_fuzzy(own, tools))
                    translator = led_translator(tools, fuzzy)
                else:
                    translator = load_translator(tools)
                work = _Work(tools, journal, translator, memory, fuzzy, progress)
                for report in work.translate(jobs):
                    reports[report.name] = report
                translated = work.translated_segments
    ordered = tuple(reports[plan.source.name] for plan in plans)
    return RunReport(ordered, tools.signature, time.monotonic() - started, translated)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Have Python look for cycles less often: a run makes many small objects and no cycles, and looking took 7 %."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], _COLLECTION_OBJECTS) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


class _Work:
    """Translates jobs window by window, and writes each document when its segments are known."""

    def __init__(
        self,
        tools: Tools,
        journal: Journal,
        translator: PassageTranslator,
        memory: Recall | None,
        fuzzy: FuzzyMatches | None,
        progress: Progress | None,
    ) -> None:
        self._tools, self._journal, self._translator, self._memory = tools, journal, translator, memory
        self._fuzzy = fuzzy
        self._advance: Callable[[int], None] = progress.advance if progress else lambda characters: None
        self.translated_segments = 0

    def translate(self, jobs: Sequence[Job]) -> Iterator[DocumentReport]:
        waiting = deque(enumerate(jobs))
        stream = self._iter_passages(jobs)
        reached = 0
        while window := list(islice(stream, WINDOW_SEGMENTS)):
            batches = self._iter_translate([passage for _, passage in window])
            try:
                next(batches, None)  # so that the engine has work while documents are written
            finally:
                while waiting and waiting[0][0] < reached:
                    yield self._finish(waiting.popleft()[1])
            deque(batches, maxlen=0)
            reached = window[-1][0]
        for _, job in waiting:
            yield self._finish(job)

    def _find(self, passages: Sequence[Passage]) -> Mapping[Passage, Hypothesis]:
        return self._journal.find(self._translator.signature, passages)

    def _iter_passages(self, jobs: Sequence[Job]) -> Iterator[tuple[int, Passage]]:
        for number, job in enumerate(jobs):
            for placed in segment(job.surveyed.document, self._tools.segmenter):
                for piece in placed.segments:
                    if is_translatable(piece.text):
                        yield number, piece.passage

    def _iter_translate(self, passages: Sequence[Passage]) -> Iterator[None]:
        """Bring the hypotheses of all passages into the journal, batch by batch."""
        unique = list(dict.fromkeys(passages))
        signature = self._translator.signature
        known = self._journal.find(signature, unique)
        missing = [passage for passage in unique if passage not in known]
        if self._memory and missing:
            recalled = self._memory.find([passage.text for passage in missing])
            missing = [passage for passage in missing if passage.text not in recalled]
        if self._fuzzy and missing:
            alike = self._fuzzy.find(missing)
            missing = [passage for passage in missing if alike[passage].draft is None]
        left = set(missing)
        for done in self._translator.iter_translate(missing):
            left -= done.keys()
            self._journal.add(signature, done)
            for passage, hypothesis in done.items():  # while the engine works
                self._tools.scorer.prepare(passage, hypothesis)
            self.translated_segments += len(done)
            self._advance(sum(len(passage.text) for passage in done))
            yield
        if left:
            first = min(passage.text for passage in left)
            raise EngineError(f"The engine returned nothing for {len(left)} segments, '{first[:40]}' among them.")
        self._advance(sum(len(p.text) for p in passages) - sum(len(p.text) for p in missing))

    def _finish(self, job: Job) -> DocumentReport:
        try:
            return self._write(job)
        except (DocumentError, ForeignFileError) as exc:
            return DocumentReport(job.surveyed.document.name, "failed", message=str(exc))

    def _write(self, job: Job) -> DocumentReport:
        document, tools = job.surveyed.document, self._tools
        placed = segment(document, tools.segmenter)
        recall = self._memory.find if self._memory else None
        approach = self._fuzzy.find if self._fuzzy else None
        corridor = Corridor.of(tools.config, tools.checks)
        with DocumentWriter(job.plan, document) as writer:
            for unit, verdict in corridor.translate(
                document, placed, self._find, writer.rebuilder, recall=recall, approach=approach, score=tools.scorer
            ):
                writer.write(unit, verdict)
        outputs = tuple(path for path in job.plan.paths() if path.exists())
        notices = (*document.notices, *writer.remarks)
        report = DocumentReport(document.name, "translated", outputs, writer.counts, notices)
        self._journal.add_document(document.name, job.digest, _dump(report, job.plan.stem.parent))
        return report


def _job_digest(plan: OutputPlan, surveyed: Surveyed, config: Config) -> str:
    translated = os.path.relpath(plan.translated, plan.stem.parent)
    names = (plan.stem.name, Path(translated).as_posix())
    parts = (surveyed.digest, surveyed.document.kind, plan.header, plan.formats, decisive(config), names)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _unchanged(job: Job, journal: Journal) -> DocumentReport | None:
    """Return the report of a document that is finished and whose outputs stand as they were written."""
    known = journal.find_document(job.surveyed.document.name, job.digest)
    if known is None or not isinstance(known["outputs"], dict) or not isinstance(known["counts"], dict):
        return None
    outputs = {Path(os.path.normpath(job.plan.stem.parent / name)): digest for name, digest in known["outputs"].items()}
    if any(not path.is_file() or digest_of(path) != digest for path, digest in outputs.items()):
        return None
    kept = known["counts"]
    counts = Counts(kept["units"], kept["refused"], kept["carried"], Counter(kept["issues"]), kept["doubtful"])
    notices = tuple(str(notice) for notice in known["notices"]) if isinstance(known["notices"], list) else ()
    return DocumentReport(job.surveyed.document.name, "unchanged", tuple(outputs), counts, notices)


def _dump(report: DocumentReport, folder: Path) -> dict[str, object]:
    """Return what the journal keeps of a report, with the outputs by their paths from `folder` on."""
    counts = {"units": report.counts.units, "refused": report.counts.refused, "carried": report.counts.carried}
    issues = dict(sorted(report.counts.issues.items()))
    outputs = {Path(os.path.relpath(path, folder)).as_posix(): digest_of(path) for path in report.outputs}
    counted = counts | {"issues": issues, "doubtful": report.counts.doubtful}
    return {"outputs": outputs, "counts": counted, "notices": list(report.notices)}
