"""The bilingual files of a folder, for commands that take many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translate.errors import UsageError

MEMORIES = (".tmx",)
BILINGUAL = (".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".po")
"""Endings of files that are bilingual beyond doubt, the one first that says most of its units."""


def bilingual_files(folder: Path, endings: Sequence[str] = BILINGUAL, *, but: Path | None = None) -> list[Path]:
    """Return the bilingual files in a folder and below, in order; of several of one name that with the first ending.

    Hidden files and folders are left out.

    :param but: a file that is written, and no input.
    :raises UsageError: where there are none.
    """
    own = but.resolve() if but else None
    found: dict[Path, Path] = {}
    for path in sorted(folder.rglob("*"), key=lambda path: (_rank(path, endings), path)):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in endings and not is_hidden and path.is_file() and path.resolve() != own:
            found.setdefault(path.with_suffix(""), path)
    if not found:
        raise UsageError(f"{folder}: a folder without {', '.join(endings)} files; name the files of other formats.")
    return sorted(found.values())


def _rank(path: Path, endings: Sequence[str]) -> int:
    ending = path.suffix.lower()
    return endings.index(ending) if ending in endings else len(endings)
