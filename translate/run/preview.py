"""What a run would do with each document; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translate.documents import Source
from translate.errors import DocumentError, ForeignFileError
from translate.files import FOLDER, Written
from translate.records import dataclass
from translate.run.decisions import log_path, read_log
from translate.run.journal import JOURNAL, Journal
from translate.run.loading import Tools
from translate.run.outputs import plan_outputs
from translate.run.run import Job, Status, find_unchanged, job_digest
from translate.run.settling import settle_document
from translate.run.survey import survey


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become of a document. `message` says why it would fail."""

    source: Source
    output: Path
    status: Status
    message: str | None = None


def preview(sources: Sequence[Source], out: Path, tools: Tools) -> tuple[Preview, ...]:
    """Return what :func:`run` would do with `sources`.

    :raises BitexteError: where nothing could go on: a damaged journal, outputs of one name.
    """
    config = tools.config
    written = Written("translate", out, shared=False, overwrite=config.output.overwrite)
    log = read_log(log_path(out))
    found = []
    with Journal(out if (out / FOLDER / JOURNAL).is_file() else None) as journal:
        for plan in plan_outputs(sources, out, config, tools.signature):
            status: Status = "translated"
            try:
                surveyed = survey(plan.source, config)
                settled = settle_document(surveyed.document, tools.segmenter, log)
                job = Job(plan, surveyed, settled, job_digest(plan, surveyed, settled, config))
                if find_unchanged(job, journal):
                    status = "unchanged"
                else:
                    plan.refuse_foreign(written)
            except (DocumentError, ForeignFileError) as exc:
                found.append(Preview(plan.source, plan.translated, "failed", str(exc)))
                continue
            found.append(Preview(plan.source, plan.translated, status))
    return tuple(found)
