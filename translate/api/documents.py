"""Files and folders come in; translated documents, bilingual files and a report go out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from translate.api.settings import StrPath, paths_of
from translate.config import Config
from translate.errors import DocumentError, UsageError
from translate.executors.local import Local
from translate.run.asking import Progress
from translate.run.outputs import find_documents
from translate.run.run import RunReport, run
from translate.run.warming import warm


def translate_documents(
    paths: StrPath | Iterable[StrPath],
    out: StrPath,
    *,
    config: Config | None = None,
    progress: Progress | None = None,
    jobs: int = 0,
) -> RunReport:
    """Translate documents into the folder `out`, as `bitexte translate` does, and report what became of each.

    A document that cannot be read is reported as failed, and the others go on. Called again after an interruption,
    it continues where it stopped; documents that have not changed are not translated again.

    :param paths: files, folders or patterns, one or several. Of a folder, files of another kind are skipped, and so is
        what an earlier run wrote.
    :param config: languages, model, formats and every other setting; None takes the defaults.
    :param progress: is told how far the work is, in characters of source text.
    :param jobs: processes that translate, each with one thread unless `config` gives more; 0 translates in this one.
        A script that calls this with workers needs the guard `if __name__ == "__main__":`.
    :raises UsageError: for a setting that is wrong, or where two documents would write the same file.
    :raises DocumentError: where a file is missing or of an unknown kind, or there is nothing to translate.
    :raises ModelError: where the model is not to be had.
    :raises OutputError: where the disk refuses, or another run works on `out`.
    """
    if jobs < 0:
        raise UsageError(f"jobs must be 0 or more, not {jobs}.")
    settled, folder = config or Config(), Path(out)
    found = find_documents(paths_of(paths), folder, settled)
    if not found.sources:
        raise DocumentError("nothing to translate: name a file or a folder that holds documents.")
    executor = Local(jobs, prepare=partial(warm, settled.for_worker)) if jobs else None
    return run(found.sources, folder, settled, progress=progress, executor=executor)
