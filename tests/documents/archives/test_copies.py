"""A folder for copies goes with the object that has it, and only in the process that made it."""

from __future__ import annotations

import os

from translate.documents.archives.copies import CopyFolder, _remove


def test_a_folder_goes_with_its_object() -> None:
    folder = CopyFolder()
    path = folder.path
    (path / "a").write_text("x")
    assert path.is_dir()
    del folder
    assert not path.exists()


def test_another_process_leaves_it() -> None:
    folder = CopyFolder()
    _remove(folder.path, os.getpid() + 1)
    assert folder.path.is_dir()
