"""Of a folder, those files are documents that the settings take and that a person put there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from translate.config import DocumentConfig
from translate.documents import find_sources
from translate.documents.selection import is_shown

FILES = ("a.md", "lettres/b.md", "lettres/c.txt", "brouillons/d.md", "build/e.md", "image.png")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Bonjour.")
    (tmp_path / ".gitignore").write_text("build/\n")
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_neither_followed_nor_read_is_told(folder: Path) -> None:
    before = find_sources([str(folder)])
    (folder / "ailleurs").symlink_to(folder.parent)
    (folder / "perdu.md").symlink_to("nulle-part.md")
    os.mkfifo(folder / "tuyau.md")
    found = find_sources([str(folder)])
    assert found.sources == before.sources
    told = {path.name for path in found.left_aside} - {path.name for path in before.left_aside}
    assert told == {"ailleurs", "perdu.md", "tuyau.md"}
    assert found.others == before.others, "which may be copied"


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({}, ["a.md", "brouillons/d.md", "build/e.md", "lettres/b.md", "lettres/c.txt"]),
        ({"gitignore": True}, ["a.md", "brouillons/d.md", "lettres/b.md", "lettres/c.txt"]),
        ({"only_files": ("*.txt",)}, ["lettres/c.txt"]),
        ({"only_files": ("lettres/",)}, ["lettres/b.md", "lettres/c.txt"]),
        ({"skip_files": ("brouillons/", "build")}, ["a.md", "lettres/b.md", "lettres/c.txt"]),
        ({"only_files": ("*.md",), "skip_files": ("lettres/*",)}, ["a.md", "brouillons/d.md", "build/e.md"]),
    ],
)
def test_the_settings_choose_files(settings: dict[str, object], names: list[str], folder: Path) -> None:
    found = find_sources([str(folder)], config=DocumentConfig(**settings))  # type: ignore[arg-type]
    assert [source.name for source in found.sources] == names


def test_what_is_of_no_kind_is_told_with_its_name_unless_it_is_skipped(folder: Path) -> None:
    assert [(one.name, one.kind) for one in find_sources([str(folder)]).others] == [("image.png", "")]
    skipping = DocumentConfig(skip_files=("*.png",))
    assert not find_sources([str(folder)], config=skipping).left_aside


def test_files_that_are_named_and_skipped_are_no_error(folder: Path) -> None:
    skipping = DocumentConfig(skip_files=("*.txt",), only_files=("*.odt",))
    named = [str(folder / "lettres/c.txt"), str(folder / "*.md")]
    assert [source.name for source in find_sources(named, config=skipping).sources] == ["a.md"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.txt", True),
        ("x/y.md", True),
        (".a.txt", False),
        (".git/a.md", False),
        ("x/.b/a.md", False),
        ("__MACOSX/a.md", False),
        ("x/~$lettre.docx", False),
        ("SOURCES.md", False),
    ],
)
def test_what_programs_keep_is_not_shown(name: str, shown: bool) -> None:
    assert is_shown(name) is shown
