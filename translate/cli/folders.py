"""The bilingual files of a folder, for commands that take many."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from translate.errors import UsageError

MEMORIES = (".tmx",)
BILINGUAL = (".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".po")
"""Endings of files that are bilingual beyond doubt, the one first that says most of its units."""
_PERHAPS = (".tsv", ".csv", ".jsonl", ".tmdb", ".gz")
"""Endings of files that may be bilingual, and are read where they are named."""
_SHOWN = 5
"""Files that are named of those that are not read."""


def bilingual_files(folder: Path, endings: Sequence[str] = BILINGUAL, *, but: Path | None = None) -> list[Path]:
    """Return the bilingual files in a folder and below, in order; of several of one name that with the first ending.

    Hidden files and folders are left out. A line on the standard error names what else may be bilingual.

    :param but: a file that is written, and no input.
    :raises UsageError: where there are none.
    """
    own = but.resolve() if but else None
    found: dict[Path, Path] = {}
    left: list[str] = []
    for path in sorted(folder.rglob("*"), key=lambda path: (_rank(path, endings), path)):
        name, ending = path.relative_to(folder), path.suffix.lower()
        if any(part.startswith(".") for part in name.parts) or not path.is_file() or path.resolve() == own:
            continue
        if ending in endings and (taken := found.setdefault(path.with_suffix(""), path)) is not path:
            left.append(f"{name} (as {taken.name} is)")
        elif ending in _PERHAPS and ending not in endings:
            left.append(str(name))
    if not found:
        raise UsageError(f"{folder}: a folder without {', '.join(endings)} files; name the files of other formats.")
    if left:
        more = f" and {len(left) - _SHOWN} more" if len(left) > _SHOWN else ""
        names = f"{', '.join(left[:_SHOWN])}{more}"
        print(f"bitexte: {folder}: not read: {names}. A file that is named is read.", file=sys.stderr)
    return sorted(found.values())


def _rank(path: Path, endings: Sequence[str]) -> int:
    ending = path.suffix.lower()
    return endings.index(ending) if ending in endings else len(endings)
