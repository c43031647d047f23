"""What `bitexte translate` says of outputs whose documents are gone, and what it does with `--prune`."""

from __future__ import annotations

from pathlib import Path

from translate.cli.tables import counted
from translate.run.orphans import find_orphans, remove_orphans

_SHOWN = 10


def settle_orphans(out: Path, *, removes: bool) -> list[str]:
    """List the outputs of documents that are gone, or remove them; return a line for each document.

    :raises OutputError: where the folder cannot be read, or the disk refuses.
    """
    orphans = find_orphans(out)
    lines = []
    removed = remove_orphans(out, orphans) if removes else []
    for orphan in orphans[:_SHOWN]:
        names = ", ".join(path.name for path in (*orphan.outputs, *orphan.edited))
        if not removes:
            lines.append(f"{orphan.name}: the document is gone ({orphan.source}); its outputs stay: {names}.")
        elif orphan.edited:
            lines.append(
                f"{orphan.name}: changed since bitexte wrote it, and left: {', '.join(map(str, orphan.edited))}."
            )
    if len(orphans) > _SHOWN:
        lines.append(f"And {len(orphans) - _SHOWN} more documents are gone.")
    if removed:
        lines.append(f"{counted(len(removed), 'output')} of {counted(len(orphans), 'document')} removed.")
    elif orphans and not removes:
        lines.append("--prune removes them.")
    return lines
