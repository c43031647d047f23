"""What a file holds, and whether it changed, in a few characters."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stamp_of(path: Path | os.DirEntry[str]) -> list[int]:
    """Return what changes whenever a file does, though not what it holds: size, times of change, place on the disk.

    The time of change of an archive's file may be that of its packing, the same from release to release; that of the
    entry on the disk, and its number, are not.
    """
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
