"""The process that translates documents: job folders come in, one a line, and each is answered at its end."""

from __future__ import annotations

import os
import re
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from translate.config import Config
from translate.documents import find_sources
from translate.errors import BitexteError, LockedError
from translate.run.placed import is_translatable, segment
from translate.run.record import config_of_value
from translate.run.run import run
from translate.run.survey import survey
from translate.segmentation import load_segmenter
from translate.serve.api.documents import IN, OUT, Job

_LATER = 10
"""How far it stands behind the server, in steps of `nice`."""
_SECONDS = 0.5
"""How often it says how far it is, and looks whether a document is free."""
_LONGEST_WAIT = 3600.0


class _Told:
    """Writes how far a job is."""

    def __init__(self, job: Job, segments: int) -> None:
        self._job, self._segments = job, segments
        self._all, self._done, self._said = 1, 0, 0.0

    def start(self, characters: int) -> None:
        self._all = max(1, characters)
        self._say()

    def advance(self, characters: int) -> None:
        self._done += characters
        if time.monotonic() - self._said > _SECONDS:
            self._say()

    def skip(self, characters: int) -> None:
        self.advance(characters)

    def _say(self) -> None:
        self._said = time.monotonic()
        done = min(self._segments, self._segments * self._done // self._all)
        self._job.put_state("running", segments={"done": done, "all": self._segments})


def work(job: Job) -> None:
    """Translate one document, in its folder.

    :raises BitexteError: where it cannot be translated.
    """
    wanted = job.wanted()
    config = _located(config_of_value(wanted.settings), job.folder, wanted.files)
    (source,) = find_sources([str(job.folder / IN / wanted.file)], config=config.documents).sources
    surveyed = survey(source, config)
    segmenter = load_segmenter(config.source_language)
    blocks = segment(surveyed.document, segmenter)
    count = sum(is_translatable(piece.text) for block in blocks for piece in block.segments)
    report = run([source], job.folder / OUT, config, progress=_Told(job, count)).documents[0]
    if report.status == "failed":
        raise BitexteError(report.message or "it cannot be translated")
    job.put_state(
        "done",
        segments={"done": count, "all": count},
        issues=dict(report.counts.issues),
        refused=report.counts.refused,
        translated=report.outputs[0].name,
    )


def work_when_free(job: Job, seconds: float = _LONGEST_WAIT) -> None:
    """Translate one document, when nobody works on it any more: the process of a server that was killed ends its own.

    :param seconds: how long that is waited for.
    :raises BitexteError: where it cannot be translated.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            return work(job)
        except LockedError:
            if time.monotonic() > until:
                raise
            time.sleep(_SECONDS)


def _located(config: Config, folder: Path, files: list[str]) -> Config:
    """Return settings whose uploaded files have their places."""
    engine, memory = config.engine, config.memory
    if engine.glossary in files:
        engine = replace(engine, glossary=str(folder / engine.glossary))
    memories = tuple(str(folder / name) if name in files else name for name in memory.files)
    return replace(config, engine=engine, memory=replace(memory, files=memories))


def named(message: str, job: Job) -> str:
    """Return a message with the name of the upload, and without the folder of the job."""
    plain = message.replace(f"{job.folder}{os.sep}", "").replace(f"{IN}{os.sep}", "")
    with suppress(BitexteError, OSError):
        wanted = job.wanted()
        whole = rf"(?<![\w/\\.-]){re.escape(wanted.file)}(?!\w)"
        return re.sub(whole, lambda match: wanted.name, plain)
    return plain


def main() -> None:
    if hasattr(os, "nice"):  # Windows has no such order
        with suppress(OSError):
            os.nice(_LATER)
    for line in sys.stdin:
        job = Job(Path(line.rstrip("\n")))
        try:
            work_when_free(job)
        except BitexteError as exc:
            with suppress(BitexteError):
                job.put_state("failed", message=named(str(exc), job))
        sys.stdout.write(f"{job.id}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
