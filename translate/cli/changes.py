"""What changed from one version of a document to the next, as a file and as a line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from translate.aligning.previous import Change, Joining, Previous, changes_between, paragraphs_of, read_previous
from translate.config import Config
from translate.documents import Source
from translate.files import write_text

__all__ = ["Joining", "list_changes", "read_previous"]
_HEAD = "change\tpercentage\told\tnew"


def list_changes(previous: Previous, source: Source, out: Path, config: Config) -> str:
    """Write the paragraphs of a document that are not as they were into `NAME.changes.tsv`; return a line about them.

    :raises OutputError: where the disk refuses.
    """
    changes = changes_between(previous.paragraphs, tuple(paragraphs_of(source, config)))
    counts = Counter(change.kind for change in changes)
    path = out / f"{source.name}.changes.tsv"
    write_text(path, "\n".join([_HEAD, *(_row(one) for one in changes if one.kind != "unchanged")]) + "\n")
    told = ("unchanged", *(("moved",) if counts["moved"] else ()), "changed", "new", "removed")
    kinds = ", ".join(f"{counts[kind]} {kind}" for kind in told)
    return f"{source.name}: paragraphs: {kinds}. List: {path}"


def _row(change: Change) -> str:
    old, new = (" ".join(text.split()) for text in (change.old, change.new))
    return f"{change.kind}\t{change.percentage or ''}\t{old}\t{new}"
