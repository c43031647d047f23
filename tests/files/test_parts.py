"""A file is removed, or it is said which one the disk would not remove."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import OutputError
from translate.files import remove_file


def test_the_bytes_of_what_was_removed_are_returned(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Le port.")
    assert remove_file(path) == 8
    assert not path.exists()


def test_what_cannot_be_removed_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    with pytest.raises(OutputError, match="b: cannot be removed: "):
        remove_file(folder)
    assert folder.is_dir()
