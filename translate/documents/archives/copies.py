"""Folders for copies of documents, which are on the disk as long as something needs them."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from pathlib import Path


class CopyFolder:
    """A folder of the system's temporary ones; it goes with this object, or at the end of the process."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="bitexte-"))
        self._finalizer = weakref.finalize(self, _remove, self.path, os.getpid())


def _remove(path: Path, process: int) -> None:
    """Remove a folder of this process; a process that forked from it has the object too, but not the folder."""
    if os.getpid() == process:
        shutil.rmtree(path, ignore_errors=True)
