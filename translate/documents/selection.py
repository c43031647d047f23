"""Which files of a folder or an archive are documents for us: their names come in, a decision goes out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from translate.config import DocumentConfig
from translate.documents.ignoring import Ignored, Patterns

OWNER = "~$"
"""How names of files begin that Office keeps beside a document as long as somebody has it open."""
_RESOURCES = "__MACOSX"
"""Folder of archives with what the Finder knows of their files."""
_SOURCES = "SOURCES.md"
"""Says where texts are from."""


class Selection:
    """Which names are taken, by the patterns of the settings."""

    def __init__(self, config: DocumentConfig) -> None:
        self._only = Patterns(config.only_files)
        self._skipped = Patterns(config.skip_files)
        self._heeds_ignored = config.gitignore

    def takes(self, name: str) -> bool:
        """Tell whether the patterns take a file, by its path below what was named, with `/`."""
        return (not self._only or self._only.match(name)) and not self.skips(name)

    def skips(self, name: str) -> bool:
        """Tell whether the patterns of what to skip have a file, which may also be one that was named."""
        return self._skipped.match(name)

    def iter_files(self, folder: Path) -> Iterator[Path]:
        """Yield the files below a folder that are taken, sorted by their paths, without those that are not shown.

        Links to folders, which are not followed, links to nothing, and pipes are among them, so that somebody is told.
        """
        ignored = Ignored(folder) if self._heeds_ignored else None
        found = []
        for place, folders, files in os.walk(folder):
            above = Path(place)
            folders[:] = [
                name
                for name in folders
                if not name.startswith(".") and not (ignored and ignored.leave_out(above / name, is_folder=True))
            ]
            for name in (*files, *(name for name in folders if (above / name).is_symlink())):
                path = above / name
                below = path.relative_to(folder).as_posix()
                if not is_shown(below) or not self.takes(below):
                    continue
                if not (ignored and ignored.leave_out(path)):
                    found.append(path)
        yield from sorted(found, key=lambda path: path.parts)


def is_shown(name: str) -> bool:
    """Tell whether a file is one that a person put there to be read: hidden files are not, nor what programs keep."""
    parts = name.split("/")
    is_hidden = any(part.startswith(".") for part in parts) or parts[0] == _RESOURCES
    return not is_hidden and parts[-1] != _SOURCES and not parts[-1].startswith(OWNER)
