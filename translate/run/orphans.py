"""Outputs whose documents are gone: what of them an output folder still holds, and their removal."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from translate.files import FOLDER, Written, digest_of, is_temporary, remove_file
from translate.records import dataclass
from translate.run.journal import Journal
from translate.run.record import forget_documents, recorded_paths


@dataclass(frozen=True, slots=True)
class Orphan:
    """A document that is not there any more, with its outputs as they were written, and those somebody has edited."""

    name: str
    source: Path
    outputs: tuple[Path, ...]
    edited: tuple[Path, ...]


def find_orphans(out: Path) -> tuple[Orphan, ...]:
    """Return the documents of earlier runs into a folder that are not there any more.

    :raises OutputError: where what the folder says of itself cannot be read.
    """
    if not (out / FOLDER).is_dir():
        return ()
    paths = recorded_paths(out).items()
    gone = {name: path for name, path in paths if not path.exists() and not is_temporary(path)}
    if not gone:
        return ()
    with Journal(out) as journal:
        kept = journal.outputs_of(gone)
    found = []
    for name, path in sorted(gone.items()):
        folder = (out / name).parent
        outputs = {Path(os.path.normpath(folder / output)): digest for output, digest in kept.get(name, {}).items()}
        here = {output: digest for output, digest in outputs.items() if output.is_file()}
        same = tuple(output for output, digest in here.items() if digest_of(output) == digest)
        if here:
            found.append(Orphan(name, path, same, tuple(output for output in here if output not in same)))
    return tuple(found)


def remove_orphans(out: Path, orphans: Sequence[Orphan]) -> list[Path]:
    """Remove the outputs of documents that are gone, but for those that somebody has edited; return what was removed.

    :raises OutputError: where the disk refuses.
    """
    written = Written("translate", out, shared=False)
    removed = []
    for orphan in orphans:
        for path in orphan.outputs:
            if written.may_replace(path):
                remove_file(path)
                removed.append(path)
    whole = [orphan.name for orphan in orphans if not orphan.edited]
    with Journal(out) as journal:
        journal.forget_documents(whole)
    forget_documents(out, whole)
    return removed
