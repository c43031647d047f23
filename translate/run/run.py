"""A run: documents in, outputs and a report out, resumable at any moment.

All segments of all documents pass through the engine in windows and into the journal; a document is written as soon as
its last segment is there.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from translate.config import Config, decisive
from translate.data import Passage
from translate.documents import Source
from translate.errors import DocumentError, ForeignFileError, on_one_line
from translate.executors.base import Executor
from translate.executors.collecting import collecting_rarely
from translate.executors.heap import HEAP
from translate.files import Written, digest_of, keeping, remove_leftovers
from translate.records import dataclass
from translate.run.asking import Progress, Stock, Stream, ask_here
from translate.run.corridor import Corridor
from translate.run.decisions import log_path, read_log
from translate.run.journal import Journal, working_folder
from translate.run.loading import Tools, load_tools
from translate.run.opened import opened
from translate.run.outputs import Counts, DocumentWriter, OutputPlan, plan_outputs
from translate.run.placed import is_translatable, segment
from translate.run.recall import Recall
from translate.run.record import record
from translate.run.settling import Settled, settle_document
from translate.run.survey import Surveyed, survey
from translate.segmentation import Segmenter

if TYPE_CHECKING:
    from translate.run.fuzzy import FuzzyMatches

Segmenting = Callable[[Segmenter], Segmenter]
Status = Literal["translated", "unchanged", "failed"]


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
    settled: Settled
    """What reviewers decided on its units."""
    digest: str
    """Over everything that its outputs depend on."""


def run(
    sources: Sequence[Source],
    out: Path,
    config: Config,
    *,
    progress: Progress | None = None,
    segmenting: Segmenting | None = None,
    executor: Executor | None = None,
) -> RunReport:
    """Translate `sources` into `out`.

    A document that cannot be read is reported as failed, and the others go on. Killed at any moment and started again,
    a run ends with the bytes of an uninterrupted one.

    :param segmenting: changes how texts are parted, by what the memory of the settings says.
    :param executor: has the workers that translate; None translates in this process.
    :raises BitexteError: where nothing can go on: the model, the engine, the output folder.
    """
    written = Written("translate", out, shared=False, overwrite=config.output.overwrite)
    with collecting_rarely(), keeping(written):
        tools = load_tools(config)
        if segmenting:
            tools = replace(tools, segmenter=segmenting(tools.segmenter))
        report = _run(sources, out, tools, progress, written, executor, records=segmenting is None)
    HEAP.use(len(sources) + report.translated_segments)
    return report


def _run(
    sources: Sequence[Source],
    out: Path,
    tools: Tools,
    progress: Progress | None,
    written: Written,
    executor: Executor | None,
    *,
    records: bool,
) -> RunReport:
    started, config = time.monotonic(), tools.config
    plans = plan_outputs(sources, out, config, tools.signature)
    keeps = not config.output.no_journal
    log = read_log(log_path(out))
    with Journal(out if keeps else None) as journal, working_folder(out, keeps=keeps) as own:
        if tools.kernel:
            journal.claim(tools.kernel)
        remove_leftovers(out)
        if keeps and records:
            record(out, sources, config)
        reports: dict[str, DocumentReport] = {}
        jobs: list[Job] = []
        for plan in plans:
            try:
                surveyed = survey(plan.source, config)
            except DocumentError as exc:
                reports[plan.source.name] = DocumentReport(plan.source.name, "failed", message=str(exc))
                continue
            settled = settle_document(surveyed.document, tools.segmenter, log)
            job = Job(plan, surveyed, settled, job_digest(plan, surveyed, settled, config))
            known = find_unchanged(job, journal)
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
                translator, memory, fuzzy = stack.enter_context(opened(own, tools))
                stock = Stock(translator.signature, journal, memory, fuzzy, tools, progress)
                ask = partial(ask_here, stock, translator)
                if executor:
                    from translate.run.workers import PassageWork, ask_workers

                    ask = partial(ask_workers, stock, executor, PassageWork(config, translator.signature))
                    del translator  # its signature was wanted alone
                for report in _Work(tools, journal, stock, memory, fuzzy).write(jobs, ask):
                    reports[report.name] = report
                translated = stock.translated
    ordered = tuple(reports[plan.source.name] for plan in plans)
    return RunReport(ordered, tools.signature, time.monotonic() - started, translated)


class _Work:
    """Writes each document of some jobs when its segments are known."""

    def __init__(
        self, tools: Tools, journal: Journal, stock: Stock, memory: Recall | None, fuzzy: FuzzyMatches | None
    ) -> None:
        self._tools, self._journal, self._stock, self._memory, self._fuzzy = tools, journal, stock, memory, fuzzy

    def iter_passages(self, jobs: Sequence[Job]) -> Iterator[tuple[int, Passage]]:
        """Yield what must be known of all jobs, with the number of the job."""
        for number, job in enumerate(jobs):
            placed = segment(job.surveyed.document, self._tools.segmenter)
            for place, piece in enumerate(piece for block in placed for piece in block.segments):
                if is_translatable(piece.text) and place not in job.settled.standing:
                    yield number, piece.passage

    def write(self, jobs: Sequence[Job], ask: Callable[[Stream], Iterator[int]]) -> Iterator[DocumentReport]:
        """Have passages asked for, and write documents meanwhile.

        :param ask: yields how many documents can be written.
        """
        waiting = deque(enumerate(jobs))
        for reached in ask(self.iter_passages(jobs)):
            while waiting and waiting[0][0] < reached:
                yield self._finish(waiting.popleft()[1])
        for _, job in waiting:
            yield self._finish(job)

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
                document,
                placed,
                self._stock.find,
                writer.rebuilder,
                recall=recall,
                approach=approach,
                settled=job.settled,
                score=tools.scorer,
            ):
                writer.write(unit, verdict)
        outputs = tuple(path for path in job.plan.paths() if path.exists())
        notices = tuple(map(on_one_line, (*document.notices, *job.settled.remarks, *writer.remarks)))
        report = DocumentReport(document.name, "translated", outputs, writer.counts, notices)
        self._journal.add_document(document.name, job.digest, _dump(report, job.plan.stem.parent))
        return report


def job_digest(plan: OutputPlan, surveyed: Surveyed, settled: Settled, config: Config) -> str:
    translated = os.path.relpath(plan.translated, plan.stem.parent)
    names = (plan.stem.name, Path(translated).as_posix())
    parts: tuple[object, ...] = (
        surveyed.digest,
        surveyed.document.kind,
        plan.header,
        plan.formats,
        decisive(config),
        names,
    )
    if settled.latest or settled.orphans:
        parts += (settled.digest,)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def find_unchanged(job: Job, journal: Journal) -> DocumentReport | None:
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
